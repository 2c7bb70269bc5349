/**
 * Writes a tree as XML. The serializers of DOM libraries write HTML (`&nbsp;`, bare `<` in attributes), or let through characters that no
 * XML parser takes; this one is small, the same for every library, and the same bytes for the same tree.
 */

/** What we ask of a DOM: any library's nodes will do. */
export interface XmlNode {
  readonly nodeType: number;
  readonly localName?: string | null;
  readonly nodeValue: string | null;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
  readonly childNodes: ArrayLike<XmlNode>;
}

const element = 1;
const characterData = 3;

/** Neither XML nor a reader has a use for control characters, lone surrogates, and marks that turn the direction of what follows. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What parts lines or words is a blank in a drawing. */
const breaks = /[\t\n\r\u2028\u2029]/;

/** A text without the characters that XML forbids or that would bend the text around it; line breaks and tabs become blanks. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => (breaks.test(character) ? ' ' : '\ufffd'));
}

/** Escapes a text for XML and HTML alike, in elements and in quoted attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escaped[character] ?? character);
}

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The tree as XML; elements that hold elements begin on a line of their own, so that two drawings can be compared. */
export function toXml(node: XmlNode): string {
  const pieces: string[] = [];
  write(node, pieces);
  return pieces.join('');
}

function write(node: XmlNode, pieces: string[]): void {
  if (node.nodeType === characterData) {
    pieces.push(clean(node.nodeValue ?? ''));
    return;
  }
  if (node.nodeType !== element) return;
  const name = node.localName ?? 'g';
  pieces.push(`<${name}`);
  // DOM libraries keep attributes in orders of their own.
  const attributes = Array.from(node.attributes ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name: attribute, value } of attributes) pieces.push(` ${attribute}="${clean(value)}"`);
  const children = Array.from(node.childNodes);
  if (children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  // A line break inside a text would be drawn as a blank.
  const container = name !== 'text' && children.some((child) => child.nodeType === element);
  for (const child of children) {
    if (container) pieces.push('\n');
    write(child, pieces);
  }
  if (container) pieces.push('\n');
  pieces.push(`</${name}>`);
}

/** Nothing in it needs a second look: most texts and nearly all attributes. */
const plain = /^[ !#-%(-;=?-~]*$/;

/** Line breaks of our own are wanted in tooltips; everything else was made printable before it came here, or is made so now. */
function clean(text: string): string {
  return plain.test(text) ? text : escapeXml(text.split('\n').map(printable).join('\n'));
}
