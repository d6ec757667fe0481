/** Renders the skill's icons from their drawing, for the build of the skill package. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ICON_SOURCE, ICONS } from '../compiler/manifest-icons.ts';

let renderer: Promise<void> | undefined;

/**
 * Gives each icon as PNG, under its path below the skill package's folder; the same bytes for the
 * same drawing.
 *
 * @throws {Error} if `root` has no drawing, or one that is no SVG
 */
export async function renderIcons(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  renderer ??= loadRenderer();
  await renderer;
  const drawing = await readFile(join(root, ICON_SOURCE));
  return new Map(
    Object.values(ICONS).map(({ path, sizePx }) => [path, renderPng(drawing, sizePx)]),
  );
}

/** The renderer is compiled once a process; it refuses to be loaded twice. */
async function loadRenderer(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
}

/** The drawing is square, so its width decides. No fonts are loaded: it has no text. */
function renderPng(drawing: Uint8Array, sizePx: number): Uint8Array {
  const resvg = new Resvg(drawing, {
    fitTo: { mode: 'width', value: sizePx },
    font: { loadSystemFonts: false },
  });
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}
