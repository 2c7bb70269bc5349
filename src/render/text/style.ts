/** How text looks: characters and colours. Colour only repeats what a character or word already says. */
import { type ColourDepth, codeOf, type TextTheme, type Tone } from './palette.ts';
import { asciiSigns, type Signs, unicodeSigns } from './signs.ts';

export type { Tone } from './palette.ts';

export interface Style {
  readonly signs: Signs;
  /** Whether {@link Style.paint} writes escape sequences. */
  readonly colour: boolean;
  paint(text: string, tone: Tone): string;
  /** Ground and ink exchanged: what is blank in the text is filled. As {@link Style.paint} where there is no colour. */
  inverse(text: string, tone: Tone): string;
}

export interface StyleOptions {
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Default: the sixteen colours that all terminals know. */
  readonly depth?: ColourDepth;
  readonly theme?: TextTheme;
}

export function createStyle({ colour, unicode, depth = '16', theme = 'auto' }: StyleOptions): Style {
  // Blanks at the end need no colour: lines are trimmed.
  const write = (text: string, code: string): string => {
    const ink = text.trimEnd();
    return ink === '' || code === '' ? text : `\u001b[${code}m${ink}\u001b[0m${text.slice(ink.length)}`;
  };
  return {
    signs: unicode ? unicodeSigns : asciiSigns,
    colour,
    paint: (text, tone) => (colour ? write(text, codeOf(tone, depth, theme)) : text),
    inverse: (text, tone) => (colour ? write(text, ['7', codeOf(tone, depth, theme)].filter((code) => code !== '').join(';')) : text),
  };
}
