/**
 * Colours. Every state has its own lightness as well as its own hue and pattern, so that it survives a grey printer and every kind of
 * colour vision; a test computes that. Literal colours by class, no variables: viewers of attachments know little CSS.
 */

export type ThemeName = 'auto' | 'light' | 'dark';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** Bands behind every other lane. */
  readonly band: string;
  readonly active: string;
  readonly activeInk: string;
  readonly lobby: string;
  readonly lobbyLine: string;
  readonly lobbyInk: string;
  readonly connecting: string;
  readonly connectingLine: string;
  readonly unknown: string;
  readonly unknownLine: string;
  readonly unknownInk: string;
  /** A host's arrival and what it released. */
  readonly arrival: string;
  /** The last departure and whom it sent back. */
  readonly departure: string;
  readonly info: string;
  readonly warning: string;
  readonly error: string;
}

export const light: Palette = {
  paper: '#ffffff',
  ink: '#17202c',
  muted: '#566272',
  line: '#dfe4ea',
  band: '#f6f8fa',
  active: '#1c5a94',
  activeInk: '#ffffff',
  lobby: '#edae3c',
  lobbyLine: '#c98a1d',
  lobbyInk: '#2e1d00',
  connecting: '#eef1f5',
  connectingLine: '#6f7c8b',
  unknown: '#8b95a1',
  unknownLine: '#66717e',
  unknownInk: '#0a0f14',
  arrival: '#0b7a53',
  departure: '#b3304c',
  info: '#3b6ea5',
  warning: '#a86400',
  error: '#b3261e',
};

export const dark: Palette = {
  paper: '#11171f',
  ink: '#e9eef4',
  muted: '#9eabba',
  line: '#2a333f',
  band: '#161d26',
  active: '#8cc2f7',
  activeInk: '#061627',
  lobby: '#c68a29',
  lobbyLine: '#9c6812',
  lobbyInk: '#160e00',
  connecting: '#1c242e',
  connectingLine: '#69778a',
  unknown: '#56626f',
  unknownLine: '#77838f',
  unknownInk: '#ffffff',
  arrival: '#4fd3a0',
  departure: '#ff8fa3',
  info: '#7fb2ea',
  warning: '#f0b24a',
  error: '#ff8a80',
};

/** The style sheet of a diagram. `auto` is light, and dark where the reader's system asks for it. */
export function styleSheet(theme: ThemeName): string {
  switch (theme) {
    case 'light':
      return rules(light);
    case 'dark':
      return rules(dark);
    case 'auto':
      return `${rules(light)}\n@media screen and (prefers-color-scheme: dark) {\n${rules(dark)}\n}`;
  }
}

function rules(palette: Palette): string {
  const fills = Object.entries(palette).map(([name, colour]) => `.t-${kebab(name)}{fill:${colour}}`);
  const strokes = Object.entries(palette).map(([name, colour]) => `.s-${kebab(name)}{stroke:${colour}}`);
  return [...fills, ...strokes].join('\n');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
