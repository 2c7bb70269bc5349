/** Blank lines between lines: where one stands between all of them, more than one ends a paragraph. */

export interface Gaps {
  /** A blank line. */
  blank(): void;
  /** A line with text that was read elsewhere. */
  text(): void;
  /** Whether a line with text, or one before it, stands behind more blank lines than were usual since the last record began. */
  isOver(beginsRecord: boolean): boolean;
}

export function createGaps(): Gaps {
  let blanks = 0;
  let usual = 0;
  let isOver = false;
  return {
    blank() {
      blanks += 1;
    },
    text() {
      blanks = 0;
      usual = 0;
      isOver = false;
    },
    isOver(beginsRecord) {
      isOver = !beginsRecord && (isOver || blanks > Math.max(1, usual));
      if (!isOver) usual = blanks;
      blanks = 0;
      return isOver;
    },
  };
}
