/** Logs are pasted from pages and mails that break their lines anywhere. What a record says must not depend on where. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { examples, read } from './support.ts';

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Free text loses or wins blanks where a line breaks inside it; nothing else changes. */
function withoutBlanks(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\s/g, '') : value]),
  );
}

/** Where a wording ends with free text, nothing tells a broken line from prose behind the log. */
const openEnded = /via H323|login request|DTLS combined media negotiation/;

const example = fc.constantFrom(...examples.filter(({ text }) => !openEnded.test(text)));

/** Cut at a width, whatever stands there. */
function hardWrapped(text: string, width: number): string {
  return text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');
}

/** Filled up with words; the blank at the break stays at the end of the line, or is lost. GUIDs may break behind a hyphen. */
function wordWrapped(text: string, width: number, blank: '' | ' ', hyphens: boolean): string {
  const words = text.split(/(?<= )/).flatMap((word) => (hyphens ? word.split(/(?<=-)/) : [word]));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.trimEnd().length > width) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((line, index) => (index + 1 < lines.length ? line.replace(/ $/, blank) : line)).join('\n');
}

const settings = { numRuns: 2000 };

test('cut hard at any column, a record says the same', () => {
  fc.assert(
    fc.property(example, fc.integer({ min: 4, max: 120 }), ({ text, process }, width) => {
      expect(withoutBlanks(read(hardWrapped(text, width), process))).toEqual(withoutBlanks(read(text, process)));
    }),
    settings,
  );
});

test('cut hard, with the blanks at the cuts lost, a record says the same', () => {
  fc.assert(
    fc.property(example, fc.integer({ min: 4, max: 120 }), ({ text, process }, width) => {
      const wrapped = hardWrapped(text, width).replace(/ ?\n ?/g, '\n');
      expect(withoutBlanks(read(wrapped, process))).toEqual(withoutBlanks(read(text, process)));
    }),
    settings,
  );
});

test('wrapped between words, with the blank lost or kept, a record says the same', () => {
  fc.assert(
    fc.property(
      example,
      fc.integer({ min: 4, max: 120 }),
      fc.constantFrom('' as const, ' ' as const),
      fc.boolean(),
      (shown, width, blank, hyphens) => {
        const wrapped = wordWrapped(shown.text, width, blank, hyphens);
        expect(withoutBlanks(read(wrapped, shown.process))).toEqual(withoutBlanks(read(shown.text, shown.process)));
      },
    ),
    settings,
  );
});

test('prose behind a record is left over, line by line; blank lines are none', () => {
  fc.assert(
    fc.property(
      example,
      fc.constantFrom('Regards,\nBob', '\nSee above (and below).', 'It "works" now', '-- \nBob (ops)'),
      (shown, prose) => {
        const alone = read(shown.text, shown.process);
        if (alone['kind'] === 'quiet') return;
        expect(read(`${shown.text}\n${prose}`, shown.process)).toEqual({ ...alone, rest: prose.trim().split('\n').length });
      },
    ),
    settings,
  );
});

test('blanks between the words of a record may be doubled', () => {
  for (const { text, process } of examples) {
    const outside = text.replace(guid, (id) => id.toUpperCase()).replace(/ (?=[a-z]+ [a-z]+ )/, '  ');
    expect(withoutBlanks(read(outside, process)), text).toEqual(withoutBlanks(read(text, process)));
  }
});
