/** Reads one object or list as XML. Entities that a document declares are never resolved, and size and depth are bounded. */
import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, in one piece. */
  readonly text: string;
  /** Line of the slice, from 0. */
  readonly line: number;
  /** true = the XML is damaged in it: its text may hold what belongs elsewhere, such as a passcode. */
  readonly doubtful: boolean;
}

export interface XmlReading {
  /** null = nothing could be read. */
  readonly root: XmlElement | null;
  /** What is wrong, without a word of the content: that may hold passcodes. */
  readonly problem: 'not-well-formed' | 'too-deep' | 'too-many-elements' | 'entities' | null;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
  doubtful: boolean;
}

/** Undefined entities are reported by the parser as errors, and stay in the text as they are. */
const undefinedEntity = /entity/i;

/** The elements of a slice, as far as they can be read. */
export function readXml(text: string): XmlReading {
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  const stack: Growing[] = [];
  let root: Growing | null = null;
  let closed: Growing | null = null;
  let elements = 0;
  let problem: XmlReading['problem'] = null;
  parser.on('error', (error) => {
    const undefinedName = undefinedEntity.test(error.message);
    problem ??= undefinedName ? 'entities' : 'not-well-formed';
    if (undefinedName) return;
    for (const element of stack) element.doubtful = true;
    // A closing tag of another element: the parser has closed this one by then.
    if (closed !== null && /clos/.test(error.message)) closed.doubtful = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    const element: Growing = { name, attributes: { ...attributes }, children: [], text: '', line: parser.line - 1, doubtful: false };
    if (stack.length >= limits.depth) problem = 'too-deep';
    else if (elements > limits.elements) problem = 'too-many-elements';
    else if (stack.length > 0) stack.at(-1)?.children.push(element);
    else root ??= element;
    stack.push(element);
  });
  parser.on('closetag', () => {
    closed = stack.pop() ?? null;
  });
  const add = (piece: string): void => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text);
    parser.close();
  } catch {
    // saxes 6.0.0 throws a RangeError where a text ends right behind the end of a broken comment.
    problem ??= 'not-well-formed';
  }
  return { root, problem };
}
