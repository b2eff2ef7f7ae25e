/**
 * What can be photographed. The kinds with their options and colour roles are listed in
 * kinds-leather.ts (shoes, bags, small goods, leather) and kinds-home.ts (textiles, baskets,
 * ceramics, food, imigongo, scenes); what only exhibitions show in kinds-exhibits.ts.
 *
 * Any option left out of a spec is chosen from its list by the spec's seed; so is a colour role,
 * which otherwise takes a swatch name (swatches.ts) or '#rrggbb'.
 */
import type { KindInfo, PaletteRole } from '#supabase/demo/pictures/kind.ts';
import { EXHIBIT_KINDS } from '#supabase/demo/pictures/kinds-exhibits.ts';
import { HOME_KINDS } from '#supabase/demo/pictures/kinds-home.ts';
import { LEATHER_KINDS } from '#supabase/demo/pictures/kinds-leather.ts';

/** front: the whole product; detail: close crop of the material; pair: two or more of it;
 *  top: seen from above; context: with props on a table. Scenes know 'front' and 'detail'. */
export const VIEWS = ['front', 'detail', 'pair', 'top', 'context'] as const;
export type PictureView = (typeof VIEWS)[number];

/** portrait 2400×3000, square 2400×2400, landscape 2400×1600 pixels. */
export const FORMATS = ['portrait', 'square', 'landscape'] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** Paper sweeps in a colour, then real surfaces: linen cloth, oak and walnut tables, plaster, stone. */
export const BACKDROPS = [
  'paper',
  'sand',
  'ochre',
  'clay',
  'sage',
  'slate',
  'indigo',
  'linen',
  'oak',
  'walnut',
  'plaster',
  'stone',
] as const;
export type Backdrop = (typeof BACKDROPS)[number];

export type Palette = Partial<Record<PaletteRole, string>>;

const ALL = { ...LEATHER_KINDS, ...HOME_KINDS, ...EXHIBIT_KINDS };
export type PictureKind = keyof typeof ALL;
export const KINDS: Readonly<Record<PictureKind, KindInfo>> = ALL;

export interface PictureSpec {
  kind: PictureKind;
  /** Product key; the same seed always gives the same product. Views of one product share it. */
  seed: string;
  view: PictureView;
  backdrop: Backdrop;
  format: PictureFormat;
  palette?: Palette;
  options?: Readonly<Record<string, string>>;
  /** Degrees on a turntable: every turn of a product is seen by the same camera. */
  turn?: number;
  /** Pixels across, for one that is looked into deeper than the others. */
  width?: number;
}
