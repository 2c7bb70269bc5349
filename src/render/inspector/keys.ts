/** All keys of the inspector: what they do is looked up here, and help and documentation are made of the same table. */

/** A key as it was pressed. */
export interface Key {
  /** `a`, `G`, `up`, `enter`, `escape`, `tab`, `shift-tab`, `ctrl-c`, `page-up` … */
  readonly name: string;
  /** What it writes into a line of text; empty for keys that write nothing. */
  readonly text: string;
}

export type View = 'meetings' | 'timeline' | 'details' | 'evidence';

export const views: readonly View[] = ['meetings', 'timeline', 'details', 'evidence'];

export type Action =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'far-left'
  | 'far-right'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'start'
  | 'end'
  | 'enter'
  | 'back'
  | 'next-view'
  | 'previous-view'
  | 'view-meetings'
  | 'view-timeline'
  | 'view-details'
  | 'view-evidence'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'event-before'
  | 'event-after'
  | 'lane-event-before'
  | 'lane-event-after'
  | 'search'
  | 'hit-after'
  | 'hit-before'
  | 'filter'
  | 'findings'
  | 'sort'
  | 'save'
  | 'copy'
  | 'mouse'
  | 'help'
  | 'suspend'
  | 'quit'
  | 'stop';

/** Headings of the help. */
export type Group = 'moving' | 'time' | 'finding' | 'taking away' | 'program';

export interface KeyRow {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly group: Group;
  readonly meaning: string;
  /** A word for the line at the foot of the screen, in the views where it is worth a place there. */
  readonly hint?: { readonly word: string; readonly views: readonly View[]; readonly label?: string };
}

export const keyTable: readonly KeyRow[] = [
  { action: 'up', keys: ['up', 'k'], group: 'moving', meaning: 'one up: meeting, participant, fact or log line' },
  { action: 'down', keys: ['down', 'j'], group: 'moving', meaning: 'one down' },
  { action: 'page-up', keys: ['page-up', 'ctrl-b', 'ctrl-u'], group: 'moving', meaning: 'a page up' },
  { action: 'page-down', keys: ['page-down', 'ctrl-f', 'ctrl-d', 'space'], group: 'moving', meaning: 'a page down' },
  { action: 'first', keys: ['g'], group: 'moving', meaning: 'the first one' },
  { action: 'last', keys: ['G'], group: 'moving', meaning: 'the last one' },
  {
    action: 'enter',
    keys: ['enter'],
    group: 'moving',
    meaning: 'closer: meeting, participant, fact, log line, whole record',
    hint: { word: 'closer', views },
  },
  { action: 'back', keys: ['escape', 'backspace'], group: 'moving', meaning: 'back: what is open, then the view before' },
  { action: 'next-view', keys: ['tab'], group: 'moving', meaning: 'the next view', hint: { word: 'view', views } },
  { action: 'previous-view', keys: ['shift-tab'], group: 'moving', meaning: 'the view before' },
  { action: 'view-meetings', keys: ['1'], group: 'moving', meaning: 'spaces and meetings' },
  { action: 'view-timeline', keys: ['2'], group: 'moving', meaning: 'timeline' },
  { action: 'view-details', keys: ['3'], group: 'moving', meaning: 'details of the participant' },
  { action: 'view-evidence', keys: ['4'], group: 'moving', meaning: 'evidence: the log' },
  { action: 'left', keys: ['left', 'h'], group: 'time', meaning: 'the moment looked at: a column earlier (evidence: text to the left)' },
  { action: 'right', keys: ['right', 'l'], group: 'time', meaning: 'a column later (evidence: text to the right)' },
  { action: 'far-left', keys: ['shift-left', 'H'], group: 'time', meaning: 'ten columns earlier' },
  { action: 'far-right', keys: ['shift-right', 'L'], group: 'time', meaning: 'ten columns later' },
  {
    action: 'event-before',
    keys: ['['],
    group: 'time',
    meaning: 'the event before, of anybody',
    hint: { word: 'event', views: ['timeline', 'evidence'], label: '[ ]' },
  },
  { action: 'event-after', keys: [']'], group: 'time', meaning: 'the next event, of anybody' },
  { action: 'lane-event-before', keys: ['{'], group: 'time', meaning: 'the event before, of the selected participant' },
  { action: 'lane-event-after', keys: ['}'], group: 'time', meaning: 'the next event, of the selected participant' },
  {
    action: 'zoom-in',
    keys: ['+', '='],
    group: 'time',
    meaning: 'closer in time',
    hint: { word: 'zoom', views: ['timeline'], label: '+ -' },
  },
  { action: 'zoom-out', keys: ['-'], group: 'time', meaning: 'farther in time' },
  { action: 'fit', keys: ['0'], group: 'time', meaning: 'the whole meeting', hint: { word: 'fit', views: ['timeline'] } },
  { action: 'start', keys: ['home'], group: 'time', meaning: 'the beginning of the meeting, of the list or of the log' },
  { action: 'end', keys: ['end'], group: 'time', meaning: 'the end of the meeting, of the list or of the log' },
  {
    action: 'search',
    keys: ['/'],
    group: 'finding',
    meaning: 'search: names, addresses, ids; in the evidence the log itself',
    hint: { word: 'search', views },
  },
  { action: 'hit-after', keys: ['n'], group: 'finding', meaning: 'the next place found' },
  { action: 'hit-before', keys: ['N'], group: 'finding', meaning: 'the place found before' },
  {
    action: 'filter',
    keys: ['f'],
    group: 'finding',
    meaning: 'filter by role, state, participant and time',
    hint: { word: 'filter', views: ['meetings', 'timeline'] },
  },
  {
    action: 'findings',
    keys: ['F', '!'],
    group: 'finding',
    meaning: 'all findings, and Enter goes to the place',
    hint: { word: 'findings', views: ['meetings', 'timeline', 'details'] },
  },
  {
    action: 'sort',
    keys: ['o'],
    group: 'finding',
    meaning: 'order of the meetings: time, waiting, findings, space',
    hint: { word: 'order', views: ['meetings'] },
  },
  {
    action: 'save',
    keys: ['s'],
    group: 'taking away',
    meaning: 'save the diagram of what is seen: SVG, PNG or HTML',
    hint: { word: 'save', views: ['timeline'] },
  },
  {
    action: 'copy',
    keys: ['y'],
    group: 'taking away',
    meaning: 'copy the log line, or the summary of meeting or participant',
    hint: { word: 'copy', views: ['details', 'evidence'] },
  },
  {
    action: 'mouse',
    keys: ['m'],
    group: 'program',
    meaning: 'mouse wheel: zooms the timeline, moves in lists; or (as it begins) is left to the terminal',
  },
  { action: 'help', keys: ['?'], group: 'program', meaning: 'this help', hint: { word: 'help', views } },
  { action: 'suspend', keys: ['ctrl-z'], group: 'program', meaning: 'put aside; the shell command `fg` comes back' },
  { action: 'quit', keys: ['q'], group: 'program', meaning: 'out', hint: { word: 'out', views } },
  { action: 'stop', keys: ['ctrl-c'], group: 'program', meaning: 'out at once, with exit code 130' },
];

const byKey: ReadonlyMap<string, Action> = new Map(keyTable.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));

/** What a key does where no text is being written; null = nothing. */
export function actionOf({ name }: Key): Action | null {
  return byKey.get(name) ?? null;
}

const written: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  'shift-left': 'Shift-←',
  'shift-right': 'Shift-→',
  'page-up': 'PgUp',
  'page-down': 'PgDn',
  home: 'Home',
  end: 'End',
  space: 'Space',
  backspace: 'Backspace',
};

const plainArrows: Readonly<Record<string, string>> = { '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right' };

/** How a key is written in help: `↑`, `Ctrl-C`; without arrows where the terminal has none. */
export function keyLabel(name: string, unicode = true): string {
  const label = written[name] ?? name.replace(/^ctrl-(.)$/u, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`);
  return unicode ? label : label.replace(/[↑↓←→]/gu, (arrow) => plainArrows[arrow] ?? arrow);
}
