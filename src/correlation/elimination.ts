/**
 * Who was the leg that nobody named? In gen-1 a guest who joins while a host is present is logged without its leg; the leg
 * appears when the last host leaves (`configuring call L to be deactivated`). If as many unknown legs change as there are
 * participants without a leg, they are the same people:
 *
 * ```
 * participant "ada" joined …                    ada  AAAAAAAA│LLLL
 * participant "host" left …                                  │
 * configuring call 2f8d6c40… to be deactivated   ────────────┘ nobody else can be meant
 * ```
 *
 * Where the numbers differ, it is not known who changed, and those who may have are marked so.
 */
import type { Signal } from '#model/index.ts';
import { type Bridge, type LegDraft, type MeetingDraft, type PresenceDraft, signalOf, tie } from './draft.ts';
import { absorb } from './legs.ts';
import { limits } from './limits.ts';

/** Signals of unknown legs that belong to one cause. */
interface Burst {
  readonly kind: Signal['kind'];
  readonly signals: readonly { readonly leg: LegDraft; readonly signal: Signal }[];
}

/** Ties the unknown legs of a meeting to participants as far as numbers allow. */
export function eliminate(meeting: MeetingDraft): void {
  if (meeting.orphans.size === 0) return;
  // A leg stands in the log of the bridge that it is on: only those who joined there may be meant.
  const bridges = new Set([...meeting.orphans].map((leg) => leg.bridge));
  for (const bridge of bridges) eliminateOn(meeting, bridge);
}

function eliminateOn(meeting: MeetingDraft, bridge: Bridge): void {
  const orphans = [...meeting.orphans].filter((leg) => leg.bridge === bridge);
  const bursts = burstsOf(orphans);
  const [first] = bursts;
  if (first === undefined) return;
  const nameless = meeting.presences.filter((presence) => presence.bridge === bridge && isNameless(presence));
  const present = createThere(nameless).whoMayChange(first);
  const [leg, otherLeg] = orphans;
  const [presence, otherPresence] = present;
  if (leg !== undefined && otherLeg === undefined && presence !== undefined && otherPresence === undefined) {
    tieOnly(meeting, presence, leg);
  } else distribute(meeting, orphans, nameless, bursts);
}

/** A participant of whom no record names the leg, and who may be a guest. */
export function isNameless(presence: PresenceDraft): boolean {
  const { leg, adjacent } = presence;
  return adjacent === null && leg.callLegId === null && leg.kind !== 'recorder' && leg.kind !== 'streamer';
}

function tieOnly(meeting: MeetingDraft, presence: PresenceDraft, leg: LegDraft): void {
  meeting.orphans.delete(leg);
  leg.orphanOf = null;
  const evidence = leg.signals[0] === undefined ? [] : [leg.signals[0].evidence];
  const id = leg.callLegId;
  presence.leg = absorb(presence.leg, leg);
  presence.leg.presence = presence;
  if (id !== null) tie(presence.leg, ['call-leg', id], ['participant', presence.name ?? ''], 'elimination', evidence);
}

/** Which of several legs is whose stays open, but all of them changed: everybody gets the states, nobody a leg. */
function distribute(
  meeting: MeetingDraft,
  orphans: readonly LegDraft[],
  nameless: readonly PresenceDraft[],
  bursts: readonly Burst[],
): void {
  const there = createThere(nameless);
  let named = 0;
  let lost = false;
  for (const burst of bursts) {
    const present = there.whoMayChange(burst);
    // More people than legs, and so from then on: any of them may be meant.
    lost ||= present.length > burst.signals.length;
    for (const [index, presence] of present.entries()) {
      const { signal } = burst.signals[lost ? 0 : index] ?? {};
      if (signal === undefined) continue;
      if (lost) loseTrack(presence, signal);
      else presence.leg.signals.push(signal);
      presence.bridge.changes += 1;
      there.changed(presence, lost);
    }
    named = Math.max(named, lost ? 0 : present.length, there.given());
  }
  if (lost) forgetOrphans(meeting, orphans);
  else keepOthers(meeting, orphans, named);
}

/** People without a leg, as bursts of signals find them there, in the order of the log. */
interface There {
  /** Who is there, and of whom track was not lost; in the order in which they came. */
  whoMayChange(burst: Burst): readonly PresenceDraft[];
  /** One of them got a signal; `lost` = and whatever comes behind it says nothing more of them. */
  changed(presence: PresenceDraft, lost: boolean): void;
  /** So many got a signal of their own. */
  given(): number;
}

/** Each is looked at when they come, when they go, and when they change: linear in all. */
function createThere(nameless: readonly PresenceDraft[]): There {
  const place = new Map(nameless.map((presence, index) => [presence, index]));
  const placeOf = (presence: PresenceDraft): number => place.get(presence) ?? 0;
  const coming = nameless.toSorted((a, b) => joinedOrder(a) - joinedOrder(b));
  let come = 0;
  /** Released can only be who was there before the log starts, or was sent back before; sent back, everybody. */
  const mayGoBack = new Set<PresenceDraft>();
  const mayDoBoth = new Set<PresenceDraft>();
  const given = new Set<PresenceDraft>();

  const letCome = (order: number): void => {
    for (let next = coming[come]; next !== undefined && joinedOrder(next) < order; next = coming[come]) {
      (next.joined === null ? mayDoBoth : mayGoBack).add(next);
      come += 1;
    }
  };

  return {
    whoMayChange({ kind, signals }) {
      const order = signals[0]?.signal.order ?? 0;
      letCome(order);
      const present: PresenceDraft[] = [];
      for (const set of kind === 'deactivated' ? [mayDoBoth, mayGoBack] : [mayDoBoth]) {
        for (const presence of set) {
          if (presence.left === null || presence.left.order > order) present.push(presence);
          else set.delete(presence);
        }
      }
      return present.sort((a, b) => placeOf(a) - placeOf(b));
    },
    changed(presence, lost) {
      mayGoBack.delete(presence);
      if (lost) mayDoBoth.delete(presence);
      else {
        mayDoBoth.add(presence);
        given.add(presence);
      }
    },
    given: () => given.size,
  };
}

function joinedOrder({ joined }: PresenceDraft): number {
  return joined?.order ?? Number.NEGATIVE_INFINITY;
}

/** More legs than people: somebody was there whom the log never names, under one of these legs. */
function keepOthers(meeting: MeetingDraft, orphans: readonly LegDraft[], named: number): void {
  if (named === 0) return;
  forgetOrphans(meeting, orphans.slice(0, named));
  for (const leg of orphans.slice(named)) leg.callLegId = null;
}

function forgetOrphans(meeting: MeetingDraft, orphans: readonly LegDraft[]): void {
  for (const leg of orphans) {
    leg.orphanOf = null;
    meeting.orphans.delete(leg);
  }
}

/** From this signal on it is not known what the participant does. */
export function loseTrack(presence: PresenceDraft, signal: Signal): void {
  presence.leg.signals.push(signalOf(signal, 'lost'));
}

function burstsOf(orphans: readonly LegDraft[]): readonly Burst[] {
  const all = orphans.flatMap((leg) => leg.signals.map((signal) => ({ leg, signal })));
  all.sort((a, b) => a.signal.order - b.signal.order);
  const bursts: { kind: Signal['kind']; signals: (typeof all)[number][] }[] = [];
  /** Of the last burst. */
  const legs = new Set<LegDraft>();
  for (const each of all) {
    const last = bursts.at(-1);
    const before = last?.signals.at(-1)?.signal;
    const goesOn =
      last !== undefined && before !== undefined && last.kind === each.signal.kind && each.signal.at - before.at <= limits.burst;
    if (!goesOn || legs.has(each.leg)) {
      bursts.push({ kind: each.signal.kind, signals: [each] });
      legs.clear();
    } else last.signals.push(each);
    legs.add(each.leg);
  }
  return bursts;
}
