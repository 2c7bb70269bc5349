import { describe, expect, test } from 'vitest';
import { channels, themes } from '#render/text/palette.ts';

/** WCAG 2.2: contrast of two colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

describe('colours stand out three to one at least', () => {
  const grounds = { auto: ['#ffffff', '#000000'], light: ['#ffffff', '#fdf6e3'], dark: ['#000000', '#282c34'] } as const;
  test.each(['auto', 'light', 'dark'] as const)('%s', (theme) => {
    for (const colour of Object.values(themes[theme])) {
      for (const ground of grounds[theme]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
