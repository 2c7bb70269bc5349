/** What ink hears → keys. Several at once come in one piece over a slow link, so that text is taken apart. */
import type { Key as InkKey } from 'ink';
import type { Key } from './keys.ts';

const plain = (name: string): readonly Key[] => [{ name, text: '' }];

/** The keys of one piece of input. */
export function keysOf(input: string, key: InkKey): readonly Key[] {
  const shift = key.shift ? 'shift-' : '';
  if (key.upArrow) return plain('up');
  if (key.downArrow) return plain('down');
  if (key.leftArrow) return plain(`${shift}left`);
  if (key.rightArrow) return plain(`${shift}right`);
  if (key.pageUp) return plain('page-up');
  if (key.pageDown) return plain('page-down');
  if (key.home) return plain('home');
  if (key.end) return plain('end');
  if (key.return) return plain('enter');
  if (key.escape) return plain('escape');
  if (key.tab) return plain(`${shift}tab`);
  if (key.backspace || key.delete) return plain('backspace');
  if (key.ctrl) return plain(`ctrl-${input}`);
  if (key.meta) return [];
  return [...input].map(signKey);
}

const wheelReport = /\u001b\[<(64|65);\d{1,5};\d{1,5}M/gu;

/** The turns of the wheel in what a terminal sends (mode 1006); buttons are not ours. */
export function wheelsIn(sent: string): readonly Key[] {
  return [...sent.matchAll(wheelReport)].flatMap(([, button]) => plain(button === '64' ? 'wheel-up' : 'wheel-down'));
}

const signs: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u001b': 'escape',
};

function signKey(sign: string): Key {
  const name = signs[sign];
  if (name !== undefined) return { name, text: '' };
  const code = sign.codePointAt(0) ?? 0;
  if (code < 32) return { name: `ctrl-${String.fromCharCode(code + 96)}`, text: '' };
  return { name: sign === ' ' ? 'space' : sign, text: sign };
}
