/** The part of d3-node that we use; the package has no types of its own. */
declare module 'd3-node' {
  import type { BaseType, Selection } from 'd3-selection';

  export class D3Node {
    constructor(options?: { readonly d3Module?: unknown });
    createSVG(
      width: number,
      height: number,
      attributes?: Readonly<Record<string, string | number>>,
    ): Selection<BaseType, unknown, BaseType, unknown>;
  }
}
