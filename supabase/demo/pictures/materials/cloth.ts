/** Woven cloth. */
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material, Surface } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/**
 * Relief of a plain weave with threads `pitch` cm apart, over coordinates in cm (a across, b
 * along). Writes slopes to `weave.a`, `weave.b`, the height to `weave.h` and whether the warp is
 * on top to `weave.warp`.
 */
export const weave = { h: 0.5, a: 0.5, b: 0.5, warp: true };

export function plainWeave(a: number, b: number, pitch: number): void {
  const x = a / pitch;
  const y = b / pitch;
  const over = (Math.floor(x) + Math.floor(y)) % 2 === 0;
  const fx = x - Math.floor(x) - 0.5;
  const fy = y - Math.floor(y) - 0.5;
  // the upper thread is round across its run and arches along it
  const across = over ? fx : fy;
  const along = over ? fy : fx;
  const round = 1 - 2.6 * across * across;
  const arch = 1 - 2 * along * along;
  weave.h = round * arch;
  const dAcross = -5.2 * across * arch;
  const dAlong = -4 * along * round;
  weave.a = (over ? dAcross : dAlong) / pitch;
  weave.b = (over ? dAlong : dAcross) / pitch;
  weave.warp = over;
}

/**
 * Lays a plain weave at (a, b) cm; `axes` are the rest directions of a and b, or nothing where
 * they follow u and v. Returns the height in about [0, 1].
 */
export function woven(
  s: Surface,
  a: number,
  b: number,
  pitch: number,
  depth: number,
  axes?: readonly [Vec3, Vec3],
): number {
  const fade = Math.min(1, Math.max(0, 1.45 - (3.2 * s.foot) / pitch));
  if (fade === 0) return 0.55;
  plainWeave(a, b, pitch);
  const k = depth * fade;
  if (!axes) {
    s.slopeAlong(k * weave.a, k * weave.b);
    return 0.55 + (weave.h - 0.55) * fade;
  }
  const [ua, ub] = axes;
  s.slopeRest(
    k * (weave.a * ua[0] + weave.b * ub[0]),
    k * (weave.a * ua[1] + weave.b * ub[1]),
    k * (weave.a * ua[2] + weave.b * ub[2]),
  );
  return 0.55 + (weave.h - 0.55) * fade;
}

const XZ: readonly [Vec3, Vec3] = [[1, 0, 0], [0, 0, 1]]; // prettier-ignore

/** Uneven linen, threads `pitch` cm apart, lying in the xz plane. */
export function linen(colour: Vec3, pitch: number): Material {
  return (s) => {
    const slubA = noise3(s.rx * 0.3, s.rz / pitch / 3, 1.7);
    const slubB = noise3(s.rx / pitch / 3, s.rz * 0.3, 5.1);
    const broad = fbm(s.rx * 0.05, 0.5, s.rz * 0.05, 2);
    const k = 1 + 0.05 * slubA + 0.05 * slubB + 0.04 * broad;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.92);
    s.sheen = 0.15;
    s.f0 = 0.02;
    const h = woven(s, s.rx, s.rz, pitch, pitch * 0.22, XZ);
    s.crease = 0.4 * Math.max(0, 0.6 - h);
  };
}

/** Elastic webbing with upright ribs along y. */
export function elastic(colour: Vec3): Material {
  return (s) => {
    const across = s.rx * 0.9 + s.rz * 0.45;
    const fade = Math.min(1, 0.05 / s.foot);
    const rib = Math.sin((across * 2 * Math.PI) / 0.16);
    const knit = Math.sin((s.ry * 2 * Math.PI) / 0.09 + rib);
    const k = 0.85 + 0.15 * rib * fade;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.85);
    s.sheen = 0.1;
    const slope = 0.35 * Math.cos((across * 2 * Math.PI) / 0.16) * fade;
    s.slopeRest(slope * 0.9, 0.12 * knit * fade, slope * 0.45);
  };
}

/** Pressed wool felt: soft, hairy, flecked. */
export function felt(colour: Vec3): Material {
  return (s) => {
    const broad = fbm(s.rx * 0.5, s.ry * 0.5, s.rz * 0.5, 3);
    const hair = s.foot < 0.1 ? noise3(s.rx * 11, s.ry * 11, s.rz * 11) : 0;
    const k = 1 + 0.1 * broad + 0.16 * hair;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 1);
    s.f0 = 0.01;
    s.sheen = 0.3;
    s.slopeRest(0.16 * hair, 0.16 * broad, 0.16 * hair);
  };
}

/** A lamp shade, lit from within, brightest at height `lamp`. */
export function shadeCloth(colour: Vec3, lamp: number): Material {
  return (s) => {
    const near = Math.exp(-(((s.ry - lamp) / 11) ** 2));
    const thread =
      Math.min(1, 0.05 / s.foot) * (0.5 * Math.sin(s.u * 2600) + 0.5 * Math.sin(s.ry * 70));
    const k = 0.85 + 0.5 * near + 0.05 * thread + 0.03 * noise3(s.u * 220, s.ry * 0.4, 1);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.95);
    s.glow = 0.9;
    s.f0 = 0.02;
  };
}
