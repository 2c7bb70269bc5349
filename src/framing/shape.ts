/** A text in front of lines, whose numbers and blanks may differ from line to line, but for the blanks at its end. */

/** How long the text of a shape is in front of a line; 0 = it is not there. Its last blanks may be cut where nothing follows them. */
export function lengthOf(shape: string, line: string): number {
  const inner = shape.trimEnd();
  let at = skip(line, 0, isBlank);
  let from = skip(inner, 0, isBlank);
  while (from < inner.length) {
    const code = inner.charCodeAt(from);
    const kind = isDigit(code) ? isDigit : isBlank(code) ? isBlank : null;
    if (kind === null) {
      const other = line.charCodeAt(at);
      if (!isAlike(other, code) && !(isListed(inner, from) && isLetter(other))) return 0;
      at += 1;
      from += 1;
    } else {
      if (!kind(line.charCodeAt(at))) return 0;
      at = skip(line, at, kind);
      from = skip(inner, from, kind);
    }
  }
  if (at === line.length) return at;
  const blanks = shape.slice(inner.length);
  return line.startsWith(blanks, at) ? at + blanks.length : 0;
}

function skip(text: string, from: number, kind: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && kind(text.charCodeAt(at))) at += 1;
  return at;
}

/** grep writes `file-12-` before lines that it shows around those with `file:12:`. */
function isAlike(one: number, other: number): boolean {
  return one === other || (isJoint(one) && isJoint(other));
}

/** A letter that counts the lines of a list: `a) `. */
function isListed(shape: string, at: number): boolean {
  return isLetter(shape.charCodeAt(at)) && shape.charAt(at + 1) === ')' && !isLetter(shape.charCodeAt(at - 1));
}

function isLetter(code: number): boolean {
  return (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b);
}

function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x3a;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
