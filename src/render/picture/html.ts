/** HTML: one file with the diagrams, everything that is known behind them, and nothing from anywhere else. */
import { createHash } from 'node:crypto';
import type { Analysis } from '#model/index.ts';
import { smallPrint } from '#render/svg/footer.ts';
import { type Frame, stamp } from '#render/svg/frame.ts';
import type { SvgOptions } from '#render/svg/index.ts';
import { drawSheet, fonts } from '#render/svg/sheet.ts';
import { facts } from '#render/svg/story.ts';
import { type Subject, subjectsOf } from '#render/svg/subject.ts';
import { escapeXml } from '#render/svg/xml.ts';
import { clockFace } from '#view/axis.ts';
import { safe } from '#view/safe.ts';
import { summaryOf } from '#view/summary.ts';
import { chronicle, type Entry } from './chronicle.ts';
import { pageScript } from './page/script.ts';
import { pageStyle } from './page/style.ts';
import { pageData } from './page-data.ts';

/**
 * A report of all meetings of an analysis: diagrams to zoom and filter, findings, chronicle, and the log lines behind everything.
 * @returns one HTML file that needs no network and works from a disk; the same bytes for the same analysis and options
 */
export function drawHtml(analysis: Analysis, options: SvgOptions): string {
  const subjects = subjectsOf(analysis, options);
  const sheets = subjects.map((subject, index) => drawSheet([subject], options, { standalone: false, suffix: `-${index}` }));
  const frames = sheets.flatMap((sheet) => sheet.frames);
  const style = pageStyle(options.theme ?? 'auto', fonts);
  const titles = [...new Set(subjects.map(({ picture }) => safe(picture.title)))];
  const title = titles.length === 1 ? (titles[0] ?? '') : titles.length === 0 ? 'No meeting' : `${titles.length} spaces`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(pageScript)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const sections = subjects.flatMap((subject, index) => {
    const sheet = sheets[index];
    const [frame] = sheet?.frames ?? [];
    return sheet === undefined || frame === undefined
      ? []
      : [meetingSection(subject, { frame, svg: sheet.xml, index, alone: subjects.length === 1 }, options)];
  });
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="cms-timeline ${escapeXml(options.version)}">`,
    `<title>${escapeXml(title)} – cms-timeline</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...pageHead(title, subjects),
    '<main>',
    ...sections,
    '</main>',
    '<aside id="panel" aria-label="Log lines" aria-live="polite" hidden></aside>',
    `<script type="application/json" id="data">${dataText(frames)}</script>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

/** JSON that can stand in a script element. */
function dataText(frames: readonly Frame[]): string {
  return JSON.stringify(pageData(frames)).replaceAll('<', '\\u003c');
}

function pageHead(title: string, subjects: readonly Subject[]): readonly string[] {
  const links = subjects.map(
    ({ picture, turn }, index) =>
      `<a href="#meeting-${index}">${escapeXml(safe(picture.title))}${turn === '' ? '' : `, ${escapeXml(turn)}`}</a>`,
  );
  const empty = subjects.length === 0 ? ['<p>There is no meeting to draw in this log.</p>'] : [];
  return [
    `<header class="page"><h1>${escapeXml(title)}</h1>`,
    ...empty,
    ...(subjects.length > 1 ? [`<nav aria-label="Meetings">${links.join('')}</nav>`] : []),
    '</header>',
    '<div class="filters"><form id="filters" role="search">',
    '<label for="who">Participant</label><input type="search" id="who" name="who" placeholder="name, address, call or leg" autocomplete="off">',
    '<label for="role">Role</label><select id="role" name="role"><option value="">any</option><option value="host">host</option><option value="guest">guest</option><option value="unknown">not known</option></select>',
    '<label for="state">State</label><select id="state" name="state"><option value="">any</option><option value="lobby">was in the lobby</option><option value="active">was active</option><option value="connecting">was connecting</option><option value="unknown">not known</option></select>',
    '<button type="reset">Clear</button><output id="count" aria-live="polite"></output>',
    '</form></div>',
  ];
}

interface Placed {
  readonly frame: Frame;
  readonly svg: string;
  readonly index: number;
  /** true = the title of the page is that of the meeting. */
  readonly alone: boolean;
}

function meetingSection(subject: Subject, { frame, svg, index, alone }: Placed, options: SvgOptions): string {
  const { picture, turn } = subject;
  const face = clockFace(options.zone);
  const print = [...smallPrint(subject, options), `cms-timeline ${options.version}`];
  return [
    `<section class="meeting" id="meeting-${index}">`,
    ...(alone ? [] : [`<h2>${escapeXml(safe(picture.title))}${turn === '' ? '' : `<small>${escapeXml(turn)}</small>`}</h2>`]),
    `<p class="headline">${escapeXml(summaryOf(subject.analysis, subject.meeting, face).join(' '))}</p>`,
    `<p class="facts">${escapeXml(facts(picture, face))}</p>`,
    '<div class="tools"><button type="button" data-act="out" aria-label="Zoom out">−</button><button type="button" data-act="in" aria-label="Zoom in">+</button>',
    '<button type="button" data-act="back" aria-label="Earlier">←</button><button type="button" data-act="on" aria-label="Later">→</button>',
    '<button type="button" data-act="whole">Whole meeting</button>',
    '<span>Click anything to see its log lines. Drag to move, Ctrl + wheel or double click to zoom; keys: + − 0 ← →, ↑ ↓ Enter on lanes, / to filter.</span></div>',
    `<div class="figure">${svg}</div>`,
    ...findings(frame),
    ...chronicleList(frame),
    `<footer class="small">${print.map((line) => `<div>${escapeXml(line)}</div>`).join('')}</footer>`,
    '</section>',
  ].join('\n');
}

function findings({ picture }: Frame): readonly string[] {
  if (picture.findings.length === 0) return [];
  const lines = picture.findings.map(
    ({ severity, message }, index) =>
      `<li><span class="mark ${severity}">${index + 1}</span><button type="button" class="link-button" data-finding="${index}">${escapeXml(safe(message))}</button></li>`,
  );
  return ['<h3>Worth a look</h3>', `<ol class="findings">${lines.join('\n')}</ol>`];
}

function chronicleList(frame: Frame): readonly string[] {
  const entries = chronicle(frame.picture);
  const lines = entries.map((entry) => {
    const turn = entry.subject.kind === 'link' ? ' class="turn"' : '';
    return `<li${turn}><time>${stamp(frame, entry.at)}</time><button type="button" class="link-button" ${target(entry)}>${escapeXml(entry.text)}</button></li>`;
  });
  return [
    `<details${entries.length <= 400 ? ' open' : ''}><summary>Chronicle</summary>`,
    `<ol class="chronicle">${lines.join('\n')}</ol>`,
    '</details>',
  ];
}

function target({ subject }: Entry): string {
  switch (subject.kind) {
    case 'link':
      return `data-link="${subject.link}"`;
    case 'person':
      return `data-person="${subject.person}" data-at="${subject.state ?? 'end'}"`;
  }
}
