/** When a rule must speak, and when it must not. */
import type { FindingOptions, Material } from '#findings/index.ts';
import type { Severity } from '#model/index.ts';

export interface Case {
  /** What is the case, so that the title says why. */
  readonly name: string;
  readonly given: Material;
  readonly options?: FindingOptions;
}

export interface Fires extends Case {
  readonly severity: Severity;
  /** How many findings; one, unless said. */
  readonly count?: number;
}

export interface Cases {
  readonly fires: readonly Fires[];
  readonly silent: readonly Case[];
}
