/** The PNG is the SVG: as large as asked for, in the colours of its theme, with its texts. */
import { describe, expect, test } from 'vitest';
import { drawPng, PngError } from '#render/picture/png.ts';
import { drawSvg } from '#render/svg/index.ts';
import { cases } from '../svg/cases.ts';
import { analysis, analysisOf, crowd, meeting } from '../svg/made.ts';

const options = { zone: 'UTC', version: '1.2.3', redacted: false } as const;

/** Width and height from the header, px. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

const three = analysis(crowd(2));
const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(drawSvg(three, options)) ?? []).map(Number);

async function drawOr(reason: (error: PngError) => void, draw: () => Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof PngError)) throw error;
    reason(error);
    return null;
  }
}

describe('on a machine with fonts', async () => {
  const found = await drawOr(
    (error) => process.stderr.write(`PNG tests skipped: ${error.message}\n`),
    () => drawPng(three, options),
  );

  test.skipIf(found === null)('it is twice as large as the diagram, or as large as asked for', async () => {
    expect(sizeOf(await drawPng(three, options))).toEqual([2 * width, 2 * height]);
    expect(sizeOf(await drawPng(three, { ...options, scale: 1 }))).toEqual([width, height]);
    expect(sizeOf(await drawPng(three, { ...options, scale: 0.5 }))).toEqual([Math.round(width / 2), Math.round(height / 2)]);
  });

  test.skipIf(found === null)('it is the same bytes each time, and other bytes in the dark', async () => {
    const [once, again, dark] = await Promise.all([
      drawPng(three, options),
      drawPng(three, options),
      drawPng(three, { ...options, theme: 'dark' }),
    ]);
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.compare(once, dark)).not.toBe(0);
  });

  test.skipIf(found === null)('hostile names do no harm', async () => {
    expect(sizeOf(await drawPng(cases['hostile names'] ?? three, { ...options, scale: 1 }))[0]).toBe(1200);
  });
});

test('a picture that no viewer would open is refused, with what to do instead', async () => {
  const many = analysisOf(Array.from({ length: 200 }, () => meeting(crowd(30))));
  await expect(drawPng(many, options)).rejects.toThrow(/too large: choose fewer meetings, or a scale below/);
});
