/** Names that somebody could take for something else than a name. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '"onload="alert(1)',
  "'; DROP TABLE participants; --",
  '&amp;lt; & #35; &#x41;',
  "=cmd|' /C calc'!A0",
  '+43 1 555',
  '-1+1',
  '@SUM(A1:A9)',
  '\tbehind a tab',
  '\rbehind a return',
  ' =1+1 behind a blank',
  '＝1+1',
  'two\nlines\r\n  section three :crit, 2024-01-01, 1d',
  'red \u001b[31m, bell \u0007, C1 \u009b2J, title \u001b]0;x\u0007',
  'right \u202eto left\u202c, zero\u200bwidth, \u2028line, \ufeffmark',
  'lone \ud800 surrogate',
  'Board: "Q3"; %% no comment, {braces}, [brackets], |pipes|, `ticks`, $math$, \\back, *bold*, _low_, ~~gone~~',
  '```',
  '](javascript:alert(1)) {color:red}x{color} h1. !image!',
  'https://evil.example/<b>?a=b&c=d',
  '山田太郎 Zoë e\u0301 🚀 👩‍👩‍👧‍👦 مرحبا',
  'x'.repeat(10_000),
  ' ',
  '',
];

/** What no terminal may get from a log: ESC, other C0 but line ends, DEL, C1, bidi controls, other line ends. */
export const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
