/** Packaging: kraft paper, painted tin, powders behind glass. */
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { napTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Strong paper with fibres and soft creases. */
export function packPaper(colour: Vec3, seed: number): Material {
  return (s) => {
    const crease = Math.abs(fbm(s.rx * 0.14 + seed, s.ry * 0.12, s.rz * 0.14, 3));
    const line = Math.exp(-((crease / 0.025) ** 2));
    const fibre = s.foot < 0.06 ? noise3(s.rx * 3 + seed, s.ry * 22, s.rz * 3) : 0;
    const k = 1 + 0.05 * fibre + 0.04 * line;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.7);
    s.f0 = 0.035;
    overlay(s, napTile(), 4, 0.008, 0.03);
    s.slopeRest(0.16 * line, 0.14 * line, 0.16 * line);
  };
}

/** Painted sheet metal, semi-gloss. */
export function tinPaint(colour: Vec3, seed: number): Material {
  return (s) => {
    const k = 1 + 0.03 * fbm(s.rx * 0.3 + seed, s.ry * 0.3, s.rz * 0.3, 2);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.3);
    s.f0 = 0.045;
    s.slopeRest(0.01 * k, 0.01 * noise3(s.rx * 0.5, s.ry * 0.5, s.rz * 0.5), 0);
  };
}

/** Ground spice pressed against glass, coarse and uneven. */
export function powder(colour: Vec3, seed: number): Material {
  return (s) => {
    const coarse = noise3(s.rx * 3.2 + seed, s.ry * 3.2, s.rz * 3.2);
    const fine = s.foot < 0.05 ? noise3(s.rx * 11, s.ry * 11 + seed, s.rz * 11) : 0;
    const k = 0.92 + 0.2 * coarse + 0.25 * fine;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 1);
    s.f0 = 0.01;
    s.slopeRest(0.4 * fine, 0.3 * coarse, 0.4 * fine);
  };
}
