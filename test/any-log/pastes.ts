/** What mail programs, tickets, PDF and word processors make of a log beyond the damages of `damages.ts`. Written as an outsider would. */
import { Buffer } from 'node:buffer';
import { type Damage, eachLine, linesOf, type Stage, textOf } from './damage.ts';

const quotes = (open: string, close: string) => (text: string) => text.replace(/(^|[\s(:/])"/gm, `$1${open}`).replaceAll('"', close);
const blanks = (blank: string) => (text: string) => text.replaceAll(' ', blank);
const guidHyphens = (dash: string) => (text: string) => text.replace(/([0-9a-f]{4})-(?=[0-9a-f]{4})/g, `$1${dash}`);
const isHead = (line: string): boolean => /^(?:<\d+>)?(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2} {1,2}\d+ \d\d:)/.test(line);

/** As RFC 2045 has it: what is beyond ASCII, `=`, and blanks at the ends; lines of at most 76 with a soft break. */
function quotedPrintable(text: string): string {
  return textOf(
    linesOf(text).flatMap((line) => {
      const coded = [...Buffer.from(line)].map((byte) =>
        byte === 0x3d || byte > 0x7e || byte < 0x20 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      );
      const lines: string[] = [];
      let open = '';
      for (const sign of coded) {
        if (open.length + sign.length > 75) {
          lines.push(`${open}=`);
          open = '';
        }
        open += sign;
      }
      return [...lines, open];
    }),
  );
}

const mailOf = (text: string, link: (address: string) => string): string =>
  text.replace(/(?<![\w.@"])[\w.]+@[\w.]+\w|(?<=["'])[\w.]+@[\w.]+\w/g, (address) => link(address));

const signs: readonly Omit<Damage, 'stage'>[] = [
  { name: 'quotes: guillemets', apply: quotes('«', '»') },
  { name: 'quotes: guillemets, turned', apply: quotes('»', '«') },
  { name: 'quotes: double primes', apply: (text) => text.replaceAll('"', '″') },
  { name: 'quotes: full width', apply: (text) => text.replaceAll('"', '＂') },
  { name: 'quotes: low and reversed', apply: quotes('„', '‟') },
  {
    name: 'quotes: low, high',
    apply: (text) =>
      quotes(
        '„',
        '”',
      )(text)
        .replace(/(^|[\s(])'/gm, '$1‚')
        .replaceAll("'", '‛'),
  },
  { name: 'quotes: guillemets with blanks', apply: quotes('«\u00a0', '\u00a0»') },
  ...['\u3000', '\u2002', '\u2007', '\u205f', '\u1680'].map((blank) => ({
    name: `blanks: all U+${blank.charCodeAt(0).toString(16)}`,
    apply: blanks(blank),
  })),
  { name: 'blanks: U+3000 for two', apply: (text) => text.replaceAll('  ', '\u3000'), losesBlanks: true },
  { name: 'quoted-printable', apply: quotedPrintable },
  {
    name: 'quoted-printable, of a part',
    apply: (text) => quotedPrintable(linesOf(text).slice(0, 12).join('\n')) + textOf(linesOf(text).slice(12)),
  },
  { name: '\\t for two blanks', apply: (text) => text.replaceAll('  ', '\\t'), losesBlanks: true },
  { name: 'level in capitals', apply: (text) => text.replace(/^(\S+ +\S+ +)(Info|Warning|Error)\b/gm, (head) => head.toUpperCase()) },
  { name: 'ligatures', apply: (text) => text.replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ').replaceAll('ff', 'ﬀ') },
  {
    name: 'soft hyphens in words',
    apply: (text) => text.replace(/(deacti)(vated)/g, '$1\u00ad$2').replace(/(partici)(pant)/g, '$1\u00ad$2'),
  },
  ...['‐', '‑', '–', '—', '−', '－'].map((dash) => ({
    name: `dashes: GUIDs with U+${dash.charCodeAt(0).toString(16)}`,
    apply: guidHyphens(dash),
  })),
  { name: 'dashes: dates', apply: (text) => text.replace(/^(<\d+>)?(\d{4})-(\d\d)-(\d\d)/gm, '$1$2–$3–$4') },
  { name: 'dashes: dates, not breaking', apply: (text) => text.replace(/^(<\d+>)?(\d{4})-(\d\d)-(\d\d)/gm, '$1$2‑$3‑$4') },
  { name: 'dashes: arrows', apply: (text) => text.replaceAll('<-->', '<––>') },
  { name: 'dashes: arrows of one sign', apply: (text) => text.replaceAll('<-->', '↔') },
  { name: 'dashes: arrows, long', apply: (text) => text.replaceAll('<-->', '⟷') },
  { name: 'dashes: arrows, half', apply: (text) => text.replaceAll('<-->', '←→') },
  { name: 'dashes: between words', apply: (text) => text.replace(/(configured|teardown|timeout) - /g, '$1 – ') },
  { name: 'mail links of Outlook, everywhere', apply: (text) => mailOf(text, (address) => `${address}<mailto:${address}>`) },
  { name: 'mail links of Outlook, with a blank', apply: (text) => mailOf(text, (address) => `${address} <mailto:${address}>`) },
  { name: 'mail links of Markdown, everywhere', apply: (text) => mailOf(text, (address) => `[${address}](mailto:${address})`) },
  { name: 'mail links of Markdown, in angles', apply: (text) => mailOf(text, (address) => `<${address}>`) },
  {
    name: 'safe links behind facilities',
    apply: (text) =>
      text.replace(
        /\b(user|local0|daemon)\.(info|warning)\b/g,
        '$1.$2<https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2F$1.$2%2F&data=05%7C01%7Cann%40lab.example%7C123&reserved=0>',
      ),
  },
  {
    name: 'defended links behind facilities',
    apply: (text) => text.replace(/\b(user|local0|daemon)\.(info|warning)\b/g, '$1.$2<https://urldefense.com/v3/__http://$1.$2__;!!Ab-1$>'),
  },
  { name: 'bold of Markdown in lines', apply: (text) => text.replace(/(to be deactivated|joined space|\bcall \d+(?=:))/g, '**$1**') },
  { name: 'bold of Markdown, a word', apply: (text) => text.replace(/\b(deactivated|participant)\b/g, '**$1**') },
  { name: 'underlined in lines', apply: (text) => text.replace(/(to be deactivated|joined space)/g, '__$1__') },
  { name: 'backticks around GUIDs', apply: (text) => text.replace(/(?<!")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '`$&`') },
  { name: 'asterisks around GUIDs', apply: (text) => text.replace(/(?<!")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '*$&*') },
  { name: 'escapes of Markdown', apply: (text) => text.replace(/([_*[\]()#+!|<>])/g, '\\$1') },
  { name: 'quotes escaped', apply: (text) => text.replace(/["']/g, '\\$&') },
  {
    name: 'backspaces: struck twice',
    apply: (text) => text.replaceAll('INFO', 'I\bIN\bNF\bFO\bO').replaceAll('participant', 'p\bparticipant'),
  },
  { name: 'backspaces: mended', apply: (text) => text.replaceAll('joined', 'joinäx\b\bed').replaceAll('ending', 'emd\b\bnding') },
  { name: 'escapes of Markdown, some', apply: (text) => text.replace(/([_*<>[\]])/g, '\\$1') },
];

const records: readonly Omit<Damage, 'stage'>[] = [
  { name: 'joined by \\n', apply: (text) => `${linesOf(text).join('\\n')}\n` },
  { name: 'joined by \\r\\n', apply: (text) => `${linesOf(text).join('\\r\\n')}\\r\\n\n` },
  { name: 'joined by #012', apply: (text) => `${linesOf(text).join('#012')}\n` },
  { name: 'joined by #015#012', apply: (text) => `${linesOf(text).join('#015#012')}\n` },
  { name: 'joined by a bar', apply: (text) => `${linesOf(text).join(' | ')}\n` },
  { name: '#015 at the ends', apply: eachLine((line) => `${line}#015`) },
  { name: '^M at the ends', apply: eachLine((line) => `${line}^M`) },
  { name: '\\n at the ends', apply: eachLine((line) => `${line}\\n`) },
  { name: '$ at the ends', apply: eachLine((line) => `${line}$`) },
  { name: 'semicolons at the ends', apply: eachLine((line) => `${line};;;`) },
  { name: 'backslashes at the ends', apply: eachLine((line) => `${line}\\`) },
  { name: 'two blanks at the ends', apply: eachLine((line) => `${line}  `) },
  ...[
    '<== here',
    '<-- guest waits',
    '<--- HOST JOINS',
    '← the host',
    '<<< look',
    '[2] <<< look',
    '### host joins',
    '// host joins',
    '[1]',
    '⬅️ here',
    '**<-- here**',
  ].map((remark) => ({
    name: `remark "${remark}"`,
    apply: eachLine((line, place) => (place % 4 === 0 ? `${line}   ${remark}` : line)),
  })),
];

const dresses: readonly Omit<Damage, 'stage'>[] = [
  { name: 'bold lines', apply: eachLine((line) => `**${line}**`) },
  { name: 'bold lines, some', apply: eachLine((line, place) => (place % 5 === 2 ? `**${line}**` : line)) },
  { name: 'backticks around lines', apply: eachLine((line) => `\`${line}\``) },
  { name: 'backticks around lines, with bullets', apply: eachLine((line) => `- \`${line}\``) },
  { name: 'rows of Markdown', apply: (text) => `| log |\n|---|\n${eachLine((line) => `| ${line} |`)(text)}` },
  { name: 'rows of Markdown, numbered', apply: eachLine((line, place) => `| ${place + 1} | ${line} |`) },
  { name: 'rows of Jira', apply: (text) => `||log||\n${eachLine((line) => `|${line}|`)(text)}` },
  { name: 'bullets: hyphens', apply: eachLine((line) => `- ${line}`) },
  { name: 'bullets: some', apply: eachLine((line, place) => (place % 4 === 1 ? `- ${line}` : line)) },
  { name: 'bullets: letters', apply: eachLine((line, place) => `${String.fromCharCode(97 + (place % 26))}) ${line}`) },
  { name: 'numbers: 1) ', apply: eachLine((line, place) => `${place + 1}) ${line}`) },
  { name: 'numbers: 001 ', apply: eachLine((line, place) => `${String(place + 1).padStart(3, '0')} ${line}`) },
  { name: 'numbers: #12 ', apply: eachLine((line, place) => `#${place + 1} ${line}`) },
  { name: 'numbers: L12: ', apply: eachLine((line, place) => `L${place + 1}: ${line}`) },
  { name: 'numbers: right', apply: eachLine((line, place) => `${String(place + 1).padStart(5)}  ${line}`) },
  { name: 'Slack: name and time', apply: (text) => `Ann Miller  11:20 AM\n${text}Bob  11:24 AM\nthanks!\n` },
  { name: 'Teams: [time] name', apply: (text) => `[04/05/2023 11:20] Ann Miller\n${text}[04/05/2023 11:24] Bob\nthanks\n` },
  { name: 'box', apply: (text) => `+${'-'.repeat(200)}+\n${eachLine((line) => `| ${line.padEnd(198)} |`)(text)}+${'-'.repeat(200)}+\n` },
];

const afterRecords = (every: number, inserted: readonly string[]) => (text: string) =>
  textOf(
    linesOf(text).flatMap((line, place, all) =>
      place % every === every - 1 && isHead(all[place + 1] ?? '') ? [line, ...inserted] : [line],
    ),
  );

const arounds: readonly Omit<Damage, 'stage'>[] = [
  { name: 'pages', apply: afterRecords(9, ['Page 3 of 7', '\fCustomer X - incident report']) },
  { name: 'pages with blank lines', apply: afterRecords(9, ['', '', '3 / 7', '\f', 'Customer X          2023-05-04', '']) },
  { name: 'pages: a number', apply: afterRecords(11, ['', '12', '']) },
  { name: 'remarks between', apply: afterRecords(7, ['', '<-- here the guest waits', '']) },
  { name: 'remarks between, without blank lines', apply: afterRecords(7, ['--> here the guest waits']) },
  { name: 'ellipses between', apply: afterRecords(7, ['...']) },
  { name: 'ellipses between, one sign', apply: afterRecords(7, ['…']) },
  { name: 'ellipses between, in brackets', apply: afterRecords(7, ['[…]']) },
  { name: 'headings between', apply: afterRecords(8, ['', '## The host joins', '']) },
  {
    name: 'journal notes',
    apply: (text) => `-- Logs begin at Thu 2023-05-04 00:00:00 UTC, end at Thu 2023-05-04 23:59:59 UTC. --\n${text}-- No entries --\n`,
  },
  { name: 'tail of several files', apply: (text) => `==> /var/log/cms1.log <==\n${text}\n==> /var/log/cms2.log <==\n` },
  { name: 'code of Jira', apply: (text) => `{code:java}\n${text}{code}\n` },
  { name: 'noformat of Jira', apply: (text) => `{noformat}\n${text}{noformat}\n` },
  { name: 'code of forums', apply: (text) => `[code]\n${text}[/code]\n` },
  { name: 'fence on the lines', apply: (text) => `\`\`\`${text.replace(/\n$/, '')}\`\`\`\n` },
];

const breaks: readonly Omit<Damage, 'stage'>[] = [
  ...['\u0085', '\u2029', '\u000b', '\u000c'].map((sign) => ({
    name: `breaks: U+${sign.charCodeAt(0).toString(16)}`,
    apply: (text: string) => text.replaceAll('\n', sign),
  })),
];

const stage =
  (name: Stage) =>
  (damage: Omit<Damage, 'stage'>): Damage => ({ ...damage, stage: name });

export const pastes: readonly Damage[] = [
  ...signs.map(stage('signs')),
  ...records.map(stage('records')),
  ...dresses.map(stage('dress')),
  ...arounds.map(stage('around')),
  ...breaks.map(stage('breaks')),
];
