/** What copying puts in front of lines. */
import { type Damage, eachLine } from './damage.ts';

export const dresses: readonly Omit<Damage, 'stage'>[] = [
  ...['> ', '>', '| ', '|', '>> ', '> > ', '> | ', '>>> ', '    > ', ' > '].map((mark) => ({
    name: `quoted with "${mark}"`,
    apply: eachLine((line) => mark + line),
  })),
  {
    name: 'quoted once, twice, thrice',
    apply: eachLine((line, place, all) => `${'>'.repeat(1 + Math.floor((place * 3) / all.length))} ${line}`),
  },
  { name: 'quoted, format=flowed', apply: eachLine((line) => `> ${line} `) },
  {
    name: 'quote marks on the first lines only',
    apply: eachLine((line, place, all) => (place < all.length / 2 ? `> ${line}` : line)),
  },
  {
    name: 'quote marks on the lines with heads only',
    apply: eachLine((line) => (/^(?:<\d+>)?(?:\d{4}-|[A-Z][a-z]{2} )/.test(line) ? `> ${line}` : line)),
  },
  ...[1, 2, 4, 8, 17].map((depth) => ({ name: `indented by ${depth}`, apply: eachLine((line: string) => ' '.repeat(depth) + line) })),
  { name: 'indented by a tab', apply: eachLine((line) => `\t${line}`) },
  { name: 'editor: Line 12: ', apply: eachLine((line, place) => `Line ${place + 12}: ${line}`) },
  { name: 'editor: Line 12: with tab', apply: eachLine((line, place) => `\tLine ${place + 12}: ${line}`) },
  { name: 'grep: file:12:', apply: eachLine((line, place) => `bridge1.log:${place + 12}:${line}`) },
  { name: 'grep: path:', apply: eachLine((line) => `/var/log/cms/bridge1.log:${line}`) },
  { name: 'grep: Windows path(12): ', apply: eachLine((line, place) => `C:\\logs\\cms.log:${place + 12}:${line}`) },
  { name: 'grep -n, gaps', apply: eachLine((line, place) => `${place * 7 + 3}:${line}`) },
  { name: 'numbers: 12: ', apply: eachLine((line, place) => `${place + 12}: ${line}`) },
  { name: 'numbers: cat -n', apply: eachLine((line, place) => `${String(place + 1).padStart(6)}\t${line}`) },
  { name: 'numbers: 12. ', apply: eachLine((line, place) => `${place + 1}. ${line}`) },
  { name: 'numbers: 12 | ', apply: eachLine((line, place) => `${String(place + 1).padStart(4)} | ${line}`) },
  { name: 'numbers: [12] ', apply: eachLine((line, place) => `[${place + 1}] ${line}`) },
  { name: 'diff, added', apply: eachLine((line) => `+${line}`) },
  { name: 'bullets', apply: eachLine((line) => `* ${line}`) },
  { name: 'bullets, round', apply: eachLine((line) => `• ${line}`) },
  ...['// ', '» ', '-- ', '· ', '[pod/relay-7d9f8/rsyslog] ', 'relay-7d9f8 rsyslog ', 'multi 00] '].map((mark) => ({
    name: `in front of each line: "${mark}"`,
    apply: eachLine((line: string) => mark + line),
  })),
  { name: 'editor: Zeile 12: ', apply: eachLine((line, place) => `\tZeile ${place * 3 + 12}: ${line}`) },
  { name: 'numbers: 12; with gaps', apply: eachLine((line, place) => `${place * 3 + 12};${line}`) },
  { name: 'numbers: 12, with gaps', apply: eachLine((line, place) => `${place * 3 + 12},${line}`) },
  { name: 'compiler: path(12): ', apply: eachLine((line, place) => `C:\\logs\\cms.log(${place * 3 + 12}): ${line}`) },
  { name: 'grep: path with a blank', apply: eachLine((line, place) => `./my logs/cms 1.log:${place * 3 + 12}:${line}`) },
  {
    name: 'grep: lines around',
    apply: eachLine((line, place) => ((sign) => `cms.log${sign}${place + 12}${sign}${line}`)(place % 3 === 0 ? ':' : '-')),
  },
  { name: 'terminal: [time] ', apply: eachLine((line, place) => `[11:20:${String(place % 60).padStart(2, '0')}] ${line}`) },
  { name: 'docker: time ', apply: eachLine((line, place) => `2023-05-04T11:20:33.${100_000_000 + place}Z ${line}`) },
  { name: 'shell prompt of tail', apply: (text) => `admin@relay:~$ tail -n 500 /var/log/cms.log\n${text}admin@relay:~$ \n` },
];
