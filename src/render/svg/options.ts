/** What a caller may ask of a drawing. */
import type { Instant } from '#model/index.ts';
import type { Order } from './row.ts';
import type { ThemeName } from './theme.ts';

export interface SvgOptions {
  /** Zone in which times are shown: IANA name or offset. */
  readonly zone: string;
  readonly version: string;
  /** true = names in the analysis are pseudonyms. Only said, not done. */
  readonly redacted: boolean;
  /** `auto` (default) follows the reader's system. */
  readonly theme?: ThemeName;
  /** px; default 1200. */
  readonly width?: number;
  /** Default `role`: hosts first, then by joining. */
  readonly sort?: Order;
  /** More lanes than this are gathered into crowds of those who fared alike; default 60. */
  readonly maxLanes?: number;
  /** Whether long quiet stretches become breaks; default `auto`: only where most of the picture is quiet. */
  readonly fold?: 'auto' | 'always' | 'never';
  /** Only what lies between these instants. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
}
