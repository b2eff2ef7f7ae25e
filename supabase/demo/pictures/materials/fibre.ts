/** Hair, wound thread, coiled and plaited fibre. */
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A cow hide with its hair on: patches of colour on cream, hair lying along x. */
export function hairOn(colour: Vec3, seed: number): Material {
  return (s) => {
    const patch = fbm(s.rx * 0.03 + seed, s.ry * 0.03, s.rz * 0.035, 4);
    const edge = 0.08 * noise3(s.rx * 0.6, s.rz * 2.4, seed);
    const t = Math.min(1, Math.max(0, (patch + edge + 0.02) * 9));
    const hair = s.foot < 0.4 ? noise3(s.rx * 0.9 + seed, s.ry, s.rz * 6.5) : 0;
    const k = 1 + 0.22 * hair;
    s.matt(
      (0.72 + (colour[0] - 0.72) * t) * k,
      (0.63 + (colour[1] - 0.63) * t) * k,
      (0.5 + (colour[2] - 0.5) * t) * k,
      0.6,
    );
    s.sheen = 0.25;
    s.slopeRest(0.1 * hair, 0, 0.3 * hair);
  };
}

/** Thread wound on a cone: fine crossing turns. */
export function threadWound(colour: Vec3, seed: number): Material {
  return (s) => {
    const turns = s.v * 170;
    const a = turns + s.u;
    const b = turns - s.u + 0.5;
    const across = Math.min(1, 0.035 / s.foot);
    const [ra, rb] = [Math.sin(2 * Math.PI * a), Math.sin(2 * Math.PI * b)];
    const over = noise3(s.u * 3, s.v * 7, seed) > 0;
    const ridge = over ? ra : rb;
    const k = 0.86 + 0.14 * ridge * across;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.5);
    s.f0 = 0.04;
    s.sheen = 0.12;
    s.slopeAlong(0, 0.38 * Math.cos(2 * Math.PI * (over ? a : b)) * across);
    s.crease = 0.25 * (0.5 - 0.5 * ridge) * across;
  };
}
