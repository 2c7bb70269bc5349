/** A message, taken apart by the wording that reads it: what the wording says, and what stands in its holes. */
import type { EventKind } from './event.ts';

/** What a hole of a wording holds. */
export type HoleKind = 'text' | 'uri' | 'guid' | 'int' | 'duration' | 'ip';

export type MessagePart =
  /** Words of the wording, with the blanks around them. */
  | { readonly kind: 'words'; readonly text: string }
  /** `field` is `_` where the event does not keep it. */
  | { readonly kind: 'hole'; readonly field: string; readonly type: HoleKind; readonly text: string };

export interface MessageParts {
  readonly event: EventKind;
  readonly parts: readonly MessagePart[];
}
