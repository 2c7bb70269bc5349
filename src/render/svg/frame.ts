/** Where everything stands: the measures that all parts of one meeting's diagram share. All in px. */
import type { Instant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import type { Lane, Picture } from '#view/picture.ts';
import type { Row } from '#view/rows.ts';
import type { TimeScale } from './scale.ts';

export interface PlacedRow {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  /** The bar of the states, inside the row. */
  readonly bar: { readonly top: number; readonly height: number };
}

/** A column: labels on the left, the plot, what became of each lane on the right. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

export interface Frame {
  readonly picture: Picture;
  /** Lanes by the ids of their participants. */
  readonly lanes: ReadonlyMap<string, Lane>;
  readonly face: ClockFace;
  readonly scale: TimeScale;
  readonly label: Column;
  readonly plot: Column;
  readonly aside: Column;
  /** Base line of the axis: ticks stand above. */
  readonly axis: number;
  readonly strip: { readonly top: number; readonly height: number };
  readonly rows: readonly PlacedRow[];
  readonly rowOf: ReadonlyMap<string, PlacedRow>;
  /** y below the last row. */
  readonly bottom: number;
  /** Two lines of text beside a bar, or one. */
  readonly roomy: boolean;
}

/** How far a bar sticks out on the left when its state began before the log does, px. On the right the picture has room of its own. */
export const stub = 14;

/** An instant as the reader needs it: with its date where the picture has more than one. */
export function stamp({ face, picture }: Pick<Frame, 'face' | 'picture'>, at: Instant): string {
  const one = face.date(picture.from) === face.date(picture.to);
  return one ? face.time(at) : `${face.date(at)} ${face.time(at)}`;
}
