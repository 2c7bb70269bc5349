/**
 * The script of the page, in parts. It is text here: it runs in the reader's browser, never in this program, so that neither bundler nor
 * compiler may change a byte of what its hash in the page's policy allows.
 */

import { filterScript } from './filter.ts';
import { panelScript } from './panel.ts';
import { zoomScript } from './zoom.ts';

export const pageScript: string = `'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const sections = [...document.querySelectorAll('section.meeting')];
const svgName = 'http://www.w3.org/2000/svg';
const make = (name, attributes = {}, text = null) => {
  const made = name.startsWith('svg:') ? document.createElementNS(svgName, name.slice(4)) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== null) made.textContent = text;
  return made;
};
${filterScript}
${panelScript}
${zoomScript}
document.documentElement.classList.add('live');
})();
`;
