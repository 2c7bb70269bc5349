/** What a rule has to say about a space. */
import type { Guid } from './identity.ts';
import type { Evidence } from './record.ts';
import type { Span } from './time.ts';

export type Severity = 'info' | 'warning' | 'error';

export interface Finding {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for the user. */
  readonly message: string;
  readonly space: Guid | null;
  /** Ids of participants. */
  readonly participants: readonly string[];
  readonly span: Span;
  readonly evidence: readonly Evidence[];
}
