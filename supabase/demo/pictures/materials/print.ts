/** Cloth with a print, or woven stripes and checks: colour from artwork, relief from the weave. */
import type { Print } from '#supabase/demo/pictures/artwork/print.ts';
import { woven } from '#supabase/demo/pictures/materials/cloth.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material, Surface } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Which rest axes the cloth's width and length run along. */
export type Lay = 'xy' | 'xz' | 'zy' | 'uv';
const AXES: Record<Lay, readonly [Vec3, Vec3] | undefined> = {
  // rest x and y are cm along u and v, as on bodies that are unrolled
  uv: undefined,
  xy: [[1, 0, 0], [0, 1, 0]],
  xz: [[1, 0, 0], [0, 0, 1]],
  zy: [[0, 0, 1], [0, 1, 0]],
}; // prettier-ignore

export interface ClothOptions {
  lay?: Lay;
  /** Distance between threads in cm. */
  pitch?: number;
  depth?: number;
  sheen?: number;
  /** How much light comes through. */
  glow?: number;
}

const pixel = new Float64Array(3);
export const across = (s: Surface, lay: Lay): number => (lay === 'zy' ? s.rz : s.rx);
export const along = (s: Surface, lay: Lay): number => (lay === 'xz' ? s.rz : s.ry);

/** The weave's relief and slight unevenness over any colour already set. */
export function weaveOver(s: Surface, options: ClothOptions): void {
  const { lay = 'xy', pitch = 0.045, depth = 0.25, sheen = 0.05, glow = 0 } = options;
  const [a, b] = [across(s, lay), along(s, lay)];
  s.sheen = sheen;
  s.glow = glow;
  s.f0 = 0.025;
  if (s.foot < pitch) {
    const slub =
      0.06 * noise3(a * 0.4, b / pitch / 2.5, 1.7) + 0.06 * noise3(a / pitch / 2.5, b * 0.4, 5.1);
    s.r *= 1 + slub;
    s.g *= 1 + slub;
    s.b *= 1 + slub;
  }
  const h = woven(s, a, b, pitch, pitch * depth, AXES[lay]);
  s.crease = 0.3 * Math.max(0, 0.6 - h);
}

/** Printed cloth; the tile is `width` cm wide. */
export function printed(print: Print, width: number, options: ClothOptions = {}): Material {
  const lay = options.lay ?? 'xy';
  return (s) => {
    print.at(across(s, lay) / width, -along(s, lay) / width, s.foot / width, pixel);
    // the back of a printed cloth is paler
    const pale = s.inside ? 0.08 : 0;
    s.matt(
      pixel[0]! + pale * (0.6 - pixel[0]!),
      pixel[1]! + pale * (0.57 - pixel[1]!),
      pixel[2]! + pale * (0.5 - pixel[2]!),
      0.82,
    );
    weaveOver(s, options);
  };
}

/** Cloth of one colour. */
export function plainCloth(colour: Vec3, options: ClothOptions = {}): Material {
  return (s) => {
    s.matt(colour[0], colour[1], colour[2], 0.88);
    weaveOver(s, options);
  };
}

/** Artwork stuck flat on a surface by its u and v: labels. */
export function labelled(print: Print, rough = 0.8): Material {
  return (s) => {
    const wide = Math.sqrt(s.tx * s.tx + s.ty * s.ty + s.tz * s.tz) + 1e-6;
    print.at(s.u, 1 - s.v, s.foot / wide, pixel);
    s.matt(pixel[0]!, pixel[1]!, pixel[2]!, rough);
  };
}
