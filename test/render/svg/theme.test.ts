/** The states can be told apart by everybody: in every kind of colour vision, in grey, in light and in dark. */
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '#render/svg/theme.ts';

type Triple = readonly [number, number, number];

/** sRGB → linear light. */
function linear(hex: string): Triple {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function mix([r, g, b]: Triple, [r2, g2, b2]: Triple, share: number): Triple {
  const between = (from: number, to: number): number => from * (1 - share) + to * share;
  return [between(r, r2), between(g, g2), between(b, b2)];
}

/** Severe colour-vision deficiencies: Machado, Oliveira and Fernandes (2009), on linear light. */
const visions: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return a * x + b * y + c * z;
}

function seen(colour: Triple, [r, g, b]: readonly [Triple, Triple, Triple]): Triple {
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [clip(dot(r, colour)), clip(dot(g, colour)), clip(dot(b, colour))];
}

/** OKLab, ×100. */
function lab(colour: Triple): Triple {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour));
  const cones: Triple = [l, m, s];
  return [
    100 * dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    100 * dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    100 * dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

const luminance = (colour: Triple): number => dot([0.2126, 0.7152, 0.0722], colour);

/** CIE L*, 0 to 100. */
function lightness(colour: Triple): number {
  const y = luminance(colour);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What a state looks like from afar: its ground, and the share of its texture. */
function surfaces(palette: Palette): readonly (readonly [string, Triple])[] {
  return [
    ['paper', linear(palette.paper)],
    ['connecting', mix(linear(palette.connecting), linear(palette.connectingLine), 0.33)],
    ['lobby', mix(linear(palette.lobby), linear(palette.lobbyLine), 0.28)],
    ['unknown', mix(linear(palette.unknown), linear(palette.unknownLine), 0.3)],
    ['active', linear(palette.active)],
  ];
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (_, palette) => {
  test.each(Object.entries(visions))('states differ with %s vision', (_vision, matrix) => {
    for (const [[a, first], [b, second]] of pairs(surfaces(palette))) {
      const [x, y] = [lab(seen(first, matrix)), lab(seen(second, matrix))];
      const distance = Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
      expect(distance, `${a} and ${b}`).toBeGreaterThan(10);
    }
  });

  test('states differ in grey', () => {
    for (const [[a, first], [b, second]] of pairs(surfaces(palette))) {
      expect(Math.abs(lightness(first) - lightness(second)), `${a} and ${b}`).toBeGreaterThan(11);
    }
  });

  test('words can be read on what they stand on', () => {
    const { paper, band, active, lobby, unknown } = palette;
    for (const ground of [paper, band]) {
      for (const ink of [palette.ink, palette.muted, palette.arrival, palette.departure])
        expect(contrast(ink, ground)).toBeGreaterThan(4.5);
    }
    expect(contrast(palette.activeInk, active)).toBeGreaterThan(4.5);
    expect(contrast(palette.lobbyInk, lobby)).toBeGreaterThan(4.5);
    expect(contrast(palette.unknownInk, unknown)).toBeGreaterThan(4.5);
    for (const sign of [palette.info, palette.warning, palette.error]) expect(contrast(paper, sign)).toBeGreaterThan(4.5);
  });

  test('lines can be seen', () => {
    for (const line of [palette.connectingLine, palette.arrival, palette.departure])
      expect(contrast(line, palette.paper)).toBeGreaterThan(3);
  });
});
