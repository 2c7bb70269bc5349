/** The state of the inspector: all that decides what is on the screen. Plain data; `step` and `told` make the next one. */
import type { Instant } from '#model/index.ts';
import { type Book, type Filter, noFilter, type Order } from './book.ts';
import type { View } from './keys.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export const saveFormats = ['svg', 'png', 'html'] as const;
export type SaveFormat = (typeof saveFormats)[number];

/** What lies above the views. */
export type Overlay =
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'findings'; readonly index: number }
  | { readonly kind: 'filter'; readonly row: number; readonly draft: Filter; readonly wrong: string | null }
  | { readonly kind: 'save' }
  | { readonly kind: 'record'; readonly top: number }
  | { readonly kind: 'search'; readonly text: string };

/** A place in the raw log. */
export interface Place {
  readonly input: string;
  /** From 1. */
  readonly line: number;
}

/** Raw lines, as far as they are at hand. */
export interface LineBlock {
  readonly input: string;
  /** Number of the first of them. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Lines of the input; null = not known yet. */
  readonly total: number | null;
  /** Why there are none: the buffer of an archive or a pipe is bounded. */
  readonly missing: string | null;
}

export interface Progress {
  readonly bytes: number;
  /** null = not known: a pipe or an archive. */
  readonly total: number | null;
  /** false = more is to come. */
  readonly done: boolean;
  /** The file is watched for more. */
  readonly following: boolean;
  /** Of a file that has grown: what has come is not read yet, or is being read together with the rest. */
  readonly behind: 'no' | 'waiting' | 'reading';
}

/** Something to be done outside: files, clipboard, the process. */
export type Wish =
  | { readonly kind: 'quit'; readonly code: 0 | 130 }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'save'; readonly format: SaveFormat }
  | { readonly kind: 'find'; readonly input: string; readonly text: string; readonly line: number; readonly direction: 1 | -1 };

export interface Message {
  readonly text: string;
  readonly tone: 'plain' | 'warning' | 'error';
}

export interface Inspector {
  readonly size: Size;
  readonly book: Book;
  readonly progress: Progress;
  readonly view: View;
  readonly overlay: Overlay | null;
  readonly order: Order;
  readonly filter: Filter;
  /** What was searched last; empty = nothing. */
  readonly search: string;
  /** Key of the selected meeting. */
  readonly meeting: string | null;
  /** Key of the selected participant. */
  readonly lane: string | null;
  /** The moment that all views look at. */
  readonly at: Instant | null;
  /** What of the meeting the timeline shows; null = all. */
  readonly window: { readonly from: Instant; readonly to: Instant } | null;
  /** The log line looked at. */
  readonly place: Place | null;
  /** Columns that the log is moved to the left. */
  readonly shift: number;
  /** The fact of the details that is selected. */
  readonly fact: number;
  readonly lines: LineBlock | null;
  /** The wheel of the mouse is ours; else it is the terminal's, and so is selecting text. */
  readonly mouse: boolean;
  readonly message: Message | null;
  /** To be done by the edge after this step; the next step takes it back. */
  readonly wish: Wish | null;
}

/** The first state: nothing is read yet. */
export function initialState(size: Size, book: Book): Inspector {
  return {
    size,
    book,
    progress: { bytes: 0, total: null, done: false, following: false, behind: 'no' },
    view: 'meetings',
    overlay: null,
    order: 'time',
    filter: noFilter,
    search: '',
    meeting: null,
    lane: null,
    at: null,
    window: null,
    place: null,
    shift: 0,
    fact: 0,
    lines: null,
    mouse: false,
    message: null,
    wish: null,
  };
}
