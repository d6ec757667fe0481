/** The icons that the manifest names: one drawing, rendered in two sizes by scripts/render-icons.ts. */

/** Path of the drawing below the project's folder. */
export const ICON_SOURCE = 'assets/icon.svg';

export interface Icon {
  /** Path below the skill package's folder. */
  readonly path: string;
  /** Width and height. */
  readonly sizePx: number;
}

/** Key of a locale in the manifest to its icon, in the sizes that Amazon asks for. */
export const ICONS = {
  smallIconUri: { path: 'assets/images/icon-108.png', sizePx: 108 },
  largeIconUri: { path: 'assets/images/icon-512.png', sizePx: 512 },
} as const satisfies Readonly<Record<string, Icon>>;

/** An icon as the manifest names it: a file of the skill package. */
export function iconUri({ path }: Icon): string {
  return `file://${path}`;
}
