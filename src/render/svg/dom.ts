/**
 * What d3-node and d3 need of jsdom, and no more: elements that can be made, found by name or class, and read back. The build and the
 * tests resolve `jsdom` to this file. A whole DOM would take longer to load than the rest of the program, and half a megabyte of it.
 */

const html = 'http://www.w3.org/1999/xhtml';

/** Node types, and answers of `compareDocumentPosition`, by the numbers of the DOM. */
const element = 1;
const characterData = 3;
const preceding = 2;
const following = 4;

class CharacterData {
  readonly nodeType = characterData;
  readonly childNodes: readonly DomNode[] = [];
  parentNode: DomElement | null = null;
  readonly nodeValue: string;

  constructor(nodeValue: string) {
    this.nodeValue = nodeValue;
  }

  get textContent(): string {
    return this.nodeValue;
  }
}

type DomNode = DomElement | CharacterData;

class DomElement {
  readonly nodeType = element;
  readonly nodeValue = null;
  readonly childNodes: DomNode[] = [];
  readonly attributes: { readonly name: string; value: string }[] = [];
  parentNode: DomElement | null = null;
  readonly ownerDocument: DomDocument;
  readonly namespaceURI: string;
  readonly localName: string;

  constructor(ownerDocument: DomDocument, namespaceURI: string, localName: string) {
    this.ownerDocument = ownerDocument;
    this.namespaceURI = namespaceURI;
    this.localName = localName;
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    const known = this.attributes.find((attribute) => attribute.name === name);
    if (known === undefined) this.attributes.push({ name, value: String(value) });
    else known.value = String(value);
  }

  /** Only `xmlns` itself comes here: prefixes are not used. */
  setAttributeNS(_space: string, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const index = this.attributes.findIndex((attribute) => attribute.name === name);
    if (index >= 0) this.attributes.splice(index, 1);
  }

  appendChild(child: DomNode): DomNode {
    return this.insertBefore(child, null);
  }

  insertBefore(child: DomNode, before: DomNode | null): DomNode {
    child.parentNode?.removeChild(child);
    const index = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(index < 0 ? this.childNodes.length : index, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: DomNode): DomNode {
    const index = this.childNodes.indexOf(child);
    if (index >= 0) this.childNodes.splice(index, 1);
    child.parentNode = null;
    return child;
  }

  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: string) {
    for (const child of [...this.childNodes]) this.removeChild(child);
    if (text !== '') this.appendChild(new CharacterData(text));
  }

  querySelector(selector: string): DomElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  /** Descendants by `name` or `.class`: all that d3 asks for here. */
  querySelectorAll(selector: string): readonly DomElement[] {
    return this.childNodes.flatMap((child) =>
      child instanceof DomElement ? [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)] : [],
    );
  }

  matches(selector: string): boolean {
    if (!selector.startsWith('.')) return this.localName === selector;
    return (this.getAttribute('class') ?? '').split(' ').includes(selector.slice(1));
  }

  /** Of two children of one element. */
  compareDocumentPosition(other: DomNode): number {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings.indexOf(this) < siblings.indexOf(other) ? following : preceding;
  }
}

class DomDocument {
  readonly documentElement: DomElement = new DomElement(this, html, 'html');
  readonly body: DomElement = new DomElement(this, html, 'body');
  readonly defaultView = null;

  createElement(name: string): DomElement {
    return new DomElement(this, html, name);
  }

  createElementNS(space: string, name: string): DomElement {
    return new DomElement(this, space, name);
  }
}

export class JSDOM {
  readonly window = { document: new DomDocument() };
}
