/** Relief shared by materials: tiles laid over a solid from three sides. */
import { found, sample } from '#supabase/demo/pictures/materials/tiles.ts';
import type { Tile } from '#supabase/demo/pictures/materials/tiles.ts';
import type { Surface } from '#supabase/demo/pictures/studio/surface.ts';

const sum = { h: 0.5, x: 0.5, y: 0.5, z: 0.5 };

/** The tile from the three sides, weighted by how much the surface faces each; fills `sum`. */
function threeSides(s: Surface, tile: Tile, k: number): void {
  const [wx, wy, wz] = [s.mx ** 4, s.my ** 4, s.mz ** 4];
  const whole = 1 / (wx + wy + wz + 1e-9);
  sum.h = sum.x = sum.y = sum.z = 0;
  if (wx * whole > 0.02) {
    sample(tile, s.ry * k, s.rz * k);
    sum.h += wx * whole * found.h;
    sum.y += wx * whole * found.x;
    sum.z += wx * whole * found.y;
  }
  if (wy * whole > 0.02) {
    sample(tile, s.rx * k + 0.37, s.rz * k + 0.11);
    sum.h += wy * whole * found.h;
    sum.x += wy * whole * found.x;
    sum.z += wy * whole * found.y;
  }
  if (wz * whole > 0.02) {
    sample(tile, s.rx * k + 0.71, s.ry * k + 0.53);
    sum.h += wz * whole * found.h;
    sum.x += wz * whole * found.x;
    sum.y += wz * whole * found.y;
  }
}

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
  threeSides(s, tile, k);
  const slope = depth * k * fade;
  s.slopeRest(sum.x * slope, sum.y * slope, sum.z * slope);
  return 0.6 + (sum.h - 0.6) * fade;
}
