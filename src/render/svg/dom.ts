/**
 * What d3-node needs of jsdom, on linkedom: a tenth of the start-up time, and none of the old jsdom that d3-node pins.
 * The build and the tests resolve `jsdom` to this file.
 */
import { parseHTML } from 'linkedom';

export class JSDOM {
  readonly window: ReturnType<typeof parseHTML>;

  constructor(html = '<!doctype html><html><head></head><body></body></html>') {
    const fragment = /<html/iu.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
    this.window = parseHTML(fragment);
  }
}
