/** Keys that move through time and participants. */
import { instant } from '#model/index.ts';
import { columnsFor, layoutFor } from './arrangement.ts';
import { neighbours } from './facts.ts';
import { sceneOf, shownOf, visibleLanes, within, withLane, withRecord, withTime } from './focus.ts';
import { laneKey } from './identity.ts';
import { pageOf } from './layout.ts';
import { type Motion, moved } from './motion.ts';
import type { Inspector } from './state.ts';

export function stepTimeline(state: Inspector, motion: Motion): Inspector {
  switch (motion) {
    case 'left':
      return byColumns(state, -1);
    case 'right':
      return byColumns(state, 1);
    case 'far-left':
      return byColumns(state, -10);
    case 'far-right':
      return byColumns(state, 10);
    case 'start':
    case 'end': {
      const picture = sceneOf(state)?.picture ?? null;
      return picture === null ? state : withTime(state, motion === 'start' ? picture.from : picture.known);
    }
    case 'up':
    case 'down':
    case 'page-up':
    case 'page-down':
    case 'first':
    case 'last': {
      const lanes = visibleLanes(state);
      const index = lanes.findIndex(({ participant }) => laneKey(participant) === state.lane);
      // Nobody is selected yet: the first key selects the first one.
      const next = index < 0 && motion !== 'last' ? 0 : moved(index, lanes.length, pageOf(layoutFor(state), 'timeline') - 3, motion);
      const lane = lanes[next];
      return lane === undefined ? state : withLane(state, laneKey(lane.participant));
    }
  }
}

/** Milliseconds that a column of the timeline is long. */
function perColumn(state: Inspector): number {
  const shown = shownOf(state);
  const box = layoutFor(state).timeline;
  if (shown === null || box === null) return 1;
  return Math.max(1, (shown.to - shown.from) / columnsFor(state, box.columns).bars);
}

function byColumns(state: Inspector, columns: number): Inspector {
  const picture = sceneOf(state)?.picture ?? null;
  if (picture === null || state.at === null) return state;
  const at = state.at + columns * perColumn(state);
  return withTime(state, instant(Math.round(Math.max(picture.from, Math.min(picture.to, at)))));
}

/** Fewer milliseconds than this are never spread over the screen. */
const shortest = 40;

/** Closer or farther, around the moment that is looked at. */
export function zoomed(state: Inspector, factor: number): Inspector {
  const shown = shownOf(state);
  if (shown === null) return state;
  const at = Math.max(shown.from, Math.min(shown.to, state.at ?? shown.from));
  const length = Math.max(shortest, (shown.to - shown.from) * factor);
  const share = (at - shown.from) / Math.max(1, shown.to - shown.from);
  return { ...state, window: within(state, at - share * length, length) };
}

export function fitted(state: Inspector): Inspector {
  return { ...state, window: null };
}

/** To the next event, or the one before: of a participant, or of anybody. */
export function toEvent(state: Inspector, lane: string | null, direction: 1 | -1): Inspector {
  const scene = sceneOf(state);
  if (scene === null || state.at === null) return state;
  const { before, after } = neighbours(scene, lane, state.at);
  const moment = direction === 1 ? after : before;
  if (moment === null) {
    const whose = lane === null ? '' : ' of this participant';
    return { ...state, message: { text: `no ${direction === 1 ? 'later' : 'earlier'} event${whose}`, tone: 'plain' } };
  }
  // Of one participant it is the record that says so; of all, what is known by then.
  const own = lane === null ? null : moment.evidence;
  const there = own === null ? withTime(state, moment.at) : withRecord(state, own, moment.at);
  return { ...there, message: { text: `${state.book.face.time(moment.at)} ${moment.words}`, tone: 'plain' } };
}
