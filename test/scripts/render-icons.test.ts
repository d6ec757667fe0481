/** The icons as they are rendered: of the sizes that Amazon asks for, and whole in Alexa's circle. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-wasm';
import { ICONS, iconUri } from '../../compiler/manifest-icons.ts';
import { renderIcons } from '../../scripts/render-icons.ts';
import { PROJECT } from '../helpers/temporary-project.ts';

const ROOT = fileURLToPath(PROJECT);
const icons = await renderIcons(ROOT);

type Colour = string;

/** Colours of a PNG as "red green blue alpha", row by row. */
function coloursOf(png: Uint8Array, sizePx: number): Colour[] {
  const data = Buffer.from(png).toString('base64');
  const image = `<image width="${sizePx}" height="${sizePx}" href="data:image/png;base64,${data}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}">${image}</svg>`;
  const { pixels } = new Resvg(svg).render();
  return Array.from({ length: sizePx * sizePx }, (_, index) =>
    pixels.slice(4 * index, 4 * index + 4).join(' '),
  );
}

/** The relative luminance of WCAG 2. */
function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.split(' ').map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(Object.entries(ICONS))('%s', (_, icon) => {
  const { path, sizePx } = icon;
  const png = icons.get(path) ?? new Uint8Array();
  const colours = png.length === 0 ? [] : coloursOf(png, sizePx);

  test('is a PNG of its size, to the pixel', () => {
    const bytes = Buffer.from(png);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([sizePx, sizePx]);
  });

  test('has nothing but its background where Alexa cuts a circle out of it, with room to spare', () => {
    const middle = (sizePx - 1) / 2;
    const outside = colours.filter((__, index) => {
      const x = (index % sizePx) - middle;
      const y = Math.floor(index / sizePx) - middle;
      return Math.hypot(x, y) > 0.45 * sizePx;
    });
    expect(outside.length).toBeGreaterThan(sizePx);
    expect(new Set(outside).size).toBe(1);
    expect(outside[0]).toMatch(/ 255$/);
  });

  test('can be told from its background at a glance', () => {
    const counts = new Map<Colour, number>();
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 2);
    const shares = most.map(([, count]) => count / colours.length);
    const [dark = 0, light = 0] = most.map(([colour]) => luminanceOf(colour)).sort((a, b) => a - b);
    expect(Math.min(...shares)).toBeGreaterThan(0.15);
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(7);
  });
});

test('there is an icon for each key of the manifest, and no other', () => {
  expect([...icons.keys()].sort()).toEqual([
    'assets/images/icon-108.png',
    'assets/images/icon-512.png',
  ]);
  expect(Object.values(ICONS).map(iconUri)).toEqual([
    'file://assets/images/icon-108.png',
    'file://assets/images/icon-512.png',
  ]);
});

test('rendering again gives the same bytes', async () => {
  const again = await renderIcons(ROOT);
  expect([...again].map(([path, png]) => [path, Buffer.from(png).toString('base64')])).toEqual(
    [...icons].map(([path, png]) => [path, Buffer.from(png).toString('base64')]),
  );
});

test('a project without the drawing is told so', async () => {
  const root = mkdtempSync(join(tmpdir(), 'chemo-guide-'));
  try {
    await expect(renderIcons(root)).rejects.toThrow('icon.svg');
  } finally {
    rmSync(root, { recursive: true });
  }
});
