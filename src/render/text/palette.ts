/** Colours of a terminal whose ground is not known. */

/** What a piece of text is for; how it looks follows from it. */
export type Tone = 'plain' | 'faint' | 'strong' | 'host' | 'lobby' | 'active' | 'warning' | 'error' | 'heading';

/** none: no colour, but bold and faint; the others as terminals have them. */
export type ColourDepth = '16' | '256' | 'truecolor';

/** auto: legible on light and dark grounds alike. */
export type TextTheme = 'auto' | 'light' | 'dark';

/** What has a colour of its own; everything else is the terminal's own ink, bold or faint. */
export type Coloured = 'lobby' | 'active' | 'warning' | 'error';

/** The colours of the diagrams; `auto` lies between the two, three to one at least against black and white (a test computes it). */
export const themes: Readonly<Record<TextTheme, Readonly<Record<Coloured, string>>>> = {
  auto: { lobby: '#b97a16', active: '#3d80c4', warning: '#b97a16', error: '#d4483f' },
  light: { lobby: '#a86400', active: '#1c5a94', warning: '#a86400', error: '#b3261e' },
  dark: { lobby: '#f0b24a', active: '#8cc2f7', warning: '#f0b24a', error: '#ff8a80' },
};

/** The sixteen colours, which every terminal maps to what suits its ground: bright blue, since blue is hard to see on black. */
const sixteen: Readonly<Record<Coloured, string>> = { lobby: '33', active: '94', warning: '33', error: '31' };

const weights: Readonly<Record<Exclude<Tone, Coloured>, string>> = { plain: '', faint: '2', strong: '1', host: '1', heading: '1' };

/** The parameters of the escape sequence (SGR) for a tone; empty where it needs none. */
export function codeOf(tone: Tone, depth: ColourDepth, theme: TextTheme): string {
  switch (tone) {
    case 'plain':
    case 'faint':
    case 'strong':
    case 'host':
    case 'heading':
      return weights[tone];
    case 'lobby':
    case 'active':
    case 'warning':
    case 'error':
      return colourCode(tone, depth, theme);
  }
}

function colourCode(tone: Coloured, depth: ColourDepth, theme: TextTheme): string {
  const [red, green, blue] = channels(themes[theme][tone]);
  switch (depth) {
    case '16':
      return sixteen[tone];
    case '256':
      return `38;5;${16 + 36 * level(red) + 6 * level(green) + level(blue)}`;
    case 'truecolor':
      return `38;2;${red};${green};${blue}`;
  }
}

/** Red, green and blue, 0 to 255. */
export function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The nearest of the cube's six levels: 0, 95, 135, 175, 215, 255. */
function level(channel: number): number {
  if (channel < 48) return 0;
  return channel < 115 ? 1 : Math.min(5, Math.round((channel - 55) / 40));
}
