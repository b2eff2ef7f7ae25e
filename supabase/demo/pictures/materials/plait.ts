/** Plaited strips and twisted twine. */
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import { weave, plainWeave } from '#supabase/demo/pictures/materials/cloth.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Flat strips over and under; the body's rest place is unrolled in x and y. */
export function plaited(colours: readonly Vec3[], pattern: string, seed: number): Material {
  const pitch = 0.85;
  return (s) => {
    const [a, b] = [s.rx / pitch, s.ry / pitch];
    const [i, j] = [Math.floor(a), Math.floor(b)];
    plainWeave(s.rx, s.ry, pitch);
    const strip = weave.warp ? i : j;
    const dyed =
      pattern === 'stripe' ? ((j % 9) + 9) % 9 < 2
      : pattern === 'check' ? (((i % 10) + 10) % 10 < 2) !== (((j % 10) + 10) % 10 < 2)
      : pattern === 'zigzag' ? ((j + Math.abs((((i % 12) + 12) % 12) - 6)) % 8 + 8) % 8 < 2
      : false; // prettier-ignore
    const colour = dyed ? colours[1]! : colours[0]!;
    const tone =
      1 +
      0.2 * noise3(strip * 0.73, weave.warp ? 0.3 : 7.7, seed) +
      0.1 * fbm(s.rx * 0.2, s.ry * 0.2, seed, 2);
    const along = weave.warp ? s.ry : s.rx;
    const across = weave.warp ? s.rx : s.ry;
    const grain = s.foot < 0.08 ? 0.1 * noise3(across * 16, along * 0.8, seed) : 0;
    const k = tone + grain;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.5);
    s.f0 = 0.04;
    const fade = Math.min(1, 0.3 / s.foot);
    s.slopeAlong(-0.2 * weave.a * pitch * fade, 0.2 * weave.b * pitch * fade);
    s.crease = Math.min(0.8, Math.max(0, 0.75 - weave.h) * 0.9) * fade;
  };
}

/** Two-ply cord on a tube: u around, v along with its length in rest y. */
export function twine(colour: Vec3, seed: number): Material {
  return (s) => {
    const twist = s.ry * 0.75 + s.u * 2;
    const t = twist - Math.floor(twist) - 0.5;
    const fade = Math.min(1, 0.25 / s.foot);
    const fibre = s.foot < 0.06 ? 0.12 * noise3((s.u * 2 + s.ry * 0.4) * 14, s.ry * 3, seed) : 0;
    const k = 1 + 0.12 * noise3(s.ry * 0.6, seed, s.u) + fibre;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.75);
    s.f0 = 0.025;
    s.sheen = 0.12;
    s.crease = 0.7 * Math.pow(Math.abs(t) * 2, 5) * fade;
    s.slopeAlong(-1.1 * t * fade, -1.3 * t * fade);
  };
}
