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
  active: '#1f5f99',
  activeInk: '#ffffff',
  lobby: '#f3bd56',
  lobbyLine: '#d99a2b',
  lobbyInk: '#3a2600',
  connecting: '#e3e8ee',
  connectingLine: '#8b98a8',
  unknown: '#98a1ac',
  unknownLine: '#78828e',
  unknownInk: '#10161d',
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
  active: '#7db8f2',
  activeInk: '#061627',
  lobby: '#b87d1c',
  lobbyLine: '#8a5a0c',
  lobbyInk: '#fff6e4',
  connecting: '#2b3542',
  connectingLine: '#77869a',
  unknown: '#5a6674',
  unknownLine: '#76838f',
  unknownInk: '#f4f7fa',
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
