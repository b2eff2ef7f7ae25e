/** Relief shared by materials: tiles laid over a solid from three sides. */
import { found, sample } from '#supabase/demo/pictures/materials/tiles.ts';
import type { Tile } from '#supabase/demo/pictures/materials/tiles.ts';
import type { Surface } from '#supabase/demo/pictures/studio/surface.ts';

/**
 * Lays `tile` over the rest place of the point, `width` cm a tile, `depth` cm from low to high.
 * Finer detail than the pixel fades out (`cell` is the size of a detail in cm). Returns the
 * mean height in [0, 1].
 */
export function overlay(
  s: Surface,
  tile: Tile,
  width: number,
  depth: number,
  cell: number,
): number {
  const fade = Math.min(1, Math.max(0, 1.3 - (2.4 * s.foot) / cell));
  // relief too fine to draw still scatters the light
  const lost = (1 - fade) * Math.min(0.35, (2.2 * depth) / cell);
  s.rough = Math.min(1, Math.sqrt(s.rough * s.rough + lost * lost));
  if (fade === 0) return 0.6;
  const k = 1 / width;
  let wx = s.mx * s.mx;
  let wy = s.my * s.my;
  let wz = s.mz * s.mz;
  wx *= wx;
  wy *= wy;
  wz *= wz;
  const sum = 1 / (wx + wy + wz + 1e-9);
  wx *= sum;
  wy *= sum;
  wz *= sum;
  let h = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  if (wx > 0.02) {
    sample(tile, s.ry * k, s.rz * k);
    h += wx * found.h;
    y += wx * found.x;
    z += wx * found.y;
  }
  if (wy > 0.02) {
    sample(tile, s.rx * k + 0.37, s.rz * k + 0.11);
    h += wy * found.h;
    x += wy * found.x;
    z += wy * found.y;
  }
  if (wz > 0.02) {
    sample(tile, s.rx * k + 0.71, s.ry * k + 0.53);
    h += wz * found.h;
    x += wz * found.x;
    y += wz * found.y;
  }
  const slope = depth * k * fade;
  s.slopeRest(x * slope, y * slope, z * slope);
  return 0.6 + (h - 0.6) * fade;
}
