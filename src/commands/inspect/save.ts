/** Saves the diagram of what is seen. */
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Analysis, Evidence, Meeting, Participant } from '#model/index.ts';
import { placeKey, type Scene } from '#render/inspector/book.ts';
import { isFiltering } from '#render/inspector/filter.ts';
import { isComing, sceneOf } from '#render/inspector/focus.ts';
import type { Inspector, Place, SaveFormat } from '#render/inspector/state.ts';
import { version } from '../../version.ts';

/**
 * Writes a file that did not exist. Returns its name.
 * @param lineOf the raw line of a place; null = it is not at hand
 */
export async function saveDiagram(state: Inspector, format: SaveFormat, lineOf: (place: Place) => string | null): Promise<string> {
  const scene = await laidOut(state);
  if (scene === null) throw new Error('no meeting is selected');
  const { entry } = scene;
  const analysis = proven(seenOf(scene, state), scene.meeting, lineOf);
  const options = { zone: state.book.face.zone, version, redacted: false, from: state.window?.from ?? null, to: state.window?.to ?? null };
  const content = await drawn(analysis, format, options);
  const stamp =
    entry.extent === null
      ? ''
      : `-${state.book.face.date(entry.extent.from)}-${state.book.face.seconds(entry.extent.from).replaceAll(':', '')}`;
  const stem = `${
    entry.title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 60) || 'meeting'
  }${stamp}`;
  for (let turn = 1; ; turn += 1) {
    const name = `${stem}${turn === 1 ? '' : `-${turn}`}.${format}`;
    try {
      // Nothing is ever written over.
      await writeFile(name, content, { flag: 'wx' });
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** The meeting of a state; one that is on its way is waited for. */
async function laidOut(state: Inspector): Promise<Scene | null> {
  // No longer than anybody would: it may be no more in a log that was begun anew.
  for (let turn = 0; turn < 250 && isComing(state); turn += 1) await setTimeout(20);
  return sceneOf(state);
}

/** The analysis of the one meeting, with those who pass the filter and whoever changed them. */
function seenOf(scene: Scene, { book, filter }: Inspector): Analysis {
  const { analysis, entry, meeting } = scene;
  if (!isFiltering(filter)) return analysis;
  const wanted = new Set(book.lanes(scene, filter).map(({ id }) => id));
  const isWanted = ({ id }: Participant): boolean => wanted.has(id);
  const causes = new Set(
    meeting.participants
      .filter(isWanted)
      .flatMap(({ intervals }) => intervals.flatMap(({ cause }) => (cause.by === null ? [] : [cause.by]))),
  );
  const participants = meeting.participants.filter((participant) => isWanted(participant) || causes.has(participant.id));
  return { ...analysis, spaces: [{ ...entry.space, meetings: [{ ...meeting, participants }] }] };
}

/** What proves findings is listed by its place only: what it says is known of the meeting's own records, and else stands in the log. */
function proven(analysis: Analysis, { participants, signs }: Meeting, lineOf: (place: Place) => string | null): Analysis {
  const own = [...participants.flatMap(recordsOf), ...signs.map(({ evidence }) => evidence)];
  const texts = Map.groupBy(own, placeKey);
  const textOf = (record: Evidence): string => {
    const known = new Set(texts.get(placeKey(record))?.map(({ text }) => text));
    // Of several records on one line, the line itself is right for each.
    return (known.size === 1 ? null : lineOf(record)) ?? [...known][0] ?? '';
  };
  const whole = (record: Evidence): Evidence => (record.text === '' ? { ...record, text: textOf(record) } : record);
  return { ...analysis, findings: analysis.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(whole) })) };
}

function recordsOf({ leg, joinedBy, leftBy, intervals, roleEvidence, contradictions }: Participant): readonly Evidence[] {
  const single = [leg.setUp?.evidence, leg.ended?.evidence, joinedBy, leftBy].filter((record) => record != null);
  return [
    ...single,
    ...roleEvidence,
    ...intervals.flatMap(({ cause }) => cause.evidence),
    ...contradictions.map(({ evidence }) => evidence),
  ];
}

interface Look {
  readonly zone: string;
  readonly version: string;
  readonly redacted: boolean;
  readonly from: NonNullable<Inspector['at']> | null;
  readonly to: NonNullable<Inspector['at']> | null;
}

async function drawn(analysis: Analysis, format: SaveFormat, look: Look): Promise<string | Uint8Array> {
  switch (format) {
    case 'svg':
      return (await import('#render/svg/index.ts')).drawSvg(analysis, look);
    case 'png':
      return (await import('#render/picture/png.ts')).drawPng(analysis, look);
    case 'html':
      return (await import('#render/picture/html.ts')).drawHtml(analysis, look);
  }
}
