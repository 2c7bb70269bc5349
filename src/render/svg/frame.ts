/** Where everything stands: the measures that all parts of one meeting's diagram share. All in px. */
import type { ClockFace } from '#view/axis.ts';
import type { Picture } from '#view/picture.ts';
import type { Row } from './row.ts';
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
  readonly bottom: number;
  /** Two lines of text beside a bar, or one. */
  readonly roomy: boolean;
}

/** How far a bar goes on behind the edge of the picture when its state does, px. */
export const stub = 16;
