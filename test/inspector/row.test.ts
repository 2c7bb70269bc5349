/** Rows of the screen: exactly as wide as it is, and what is cut off says so. */
import { describe, expect, it } from 'vitest';
import { marked, paintRow, piece, type Row } from '#render/inspector/row.ts';
import { ascii, plain } from './support.ts';

describe('a row of twelve columns', () => {
  it.each<[string, Row, string]>([
    ['is filled with blanks', [piece('ab'), piece('cd')], 'abcd        '],
    ['has room for so much', [piece('abcdef'), piece('ghijkl')], 'abcdefghijkl'],
    ['says where it is cut in a piece', [piece('abcdef'), piece('ghijklm')], 'abcdefghijk…'],
    ['says where it is cut between pieces', [piece('abcdef'), piece('ghijkl'), piece('m')], 'abcdefghijk…'],
    ['says nothing of blanks that are cut off', [piece('abcdefghijkl'), piece('   ')], 'abcdefghijkl'],
    ['says where it is cut before what was searched', marked('abcdefghijklmno', 'mno'), 'abcdefghijk…'],
  ])('%s', (_, row, painted) => {
    expect(paintRow(row, 12, plain)).toBe(painted);
  });

  it('does so in ASCII, too', () => {
    expect(paintRow([piece('abcdefghijkl'), piece('m')], 12, ascii)).toBe('abcdefghi...');
  });
});
