/** Coiled basketry: a bundle wound in a spiral and wrapped with dyed strips. */
import { keyed } from '#supabase/demo/pictures/forms/curve.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Which of three colours shows at turn u in [0, 1) and share v of the profile. */
export type Figure = (u: number, v: number) => 0 | 1 | 2;

const wave = (x: number): number => x - Math.floor(x);
const tooth = (x: number): number => Math.abs(2 * wave(x) - 1);

/** Traditional figures; `points` is how often they repeat around. */
export function figure(name: string, points: number, seed: number): Figure {
  switch (name) {
    case 'zigzag':
      return (u, v) => {
        const y = v * 5 + 0.75 * tooth(u * points);
        const k = wave(y);
        return k < 0.34 ? 1 : k < 0.42 ? 2 : 0;
      };
    case 'spiral':
      return (u, v) => {
        const k = wave(u * Math.max(3, points >> 1) + v * 1.6);
        return k < 0.4 ? 1 : k < 0.5 ? 2 : 0;
      };
    case 'diamonds':
      return (u, v) => {
        const d = tooth(u * points) + tooth(v * 3.5);
        return d < 0.55 ? 2 : d < 0.95 ? 1 : 0;
      };
    case 'star':
      return (u, v) => {
        const reach = 0.28 + 0.5 * tooth(u * points);
        return v < reach * 0.55 ? 2 : v < reach ? 1 : v > 0.93 ? 1 : 0;
      };
    case 'flower':
      return (u, v) => {
        const reach = 0.35 + 0.42 * Math.pow(Math.abs(Math.sin(Math.PI * u * points)), 0.7);
        return v < 0.16 ? 2 : v < reach ? (v > reach - 0.07 ? 2 : 1) : v > 0.94 ? 1 : 0;
      };
    case 'rings':
      return (_u, v) => {
        const k = wave(v * 3 + 0.1 * Math.sin(seed));
        return k < 0.35 ? 1 : k < 0.48 ? 2 : 0;
      };
    case 'bands':
      return (_u, v) =>
        v > 0.3 && v < 0.42 ? 1 : v > 0.46 && v < 0.5 ? 2 : v > 0.72 && v < 0.8 ? 1 : 0;
    case 'dipped':
      return (_u, v) => (v < 0.42 ? 1 : 0);
    default:
      return () => 0;
  }
}

export interface CoilOptions {
  colours: readonly Vec3[];
  figure: Figure;
  /** Coils along the profile and stitches around at a radius of one cm. */
  coils: number;
  seed: number;
  /** Radius by v, to count stitches. */
  radius: (v: number) => number;
  coilHeight: number;
}

/** Wrapped coils along u; figure colours change stitch by stitch, never within one. */
export function coiled(o: CoilOptions): Material {
  const { colours, figure: choose, coils, seed, radius, coilHeight } = o;
  return (s) => {
    const run = s.v * coils + s.u;
    const row = Math.floor(run);
    const inRow = run - row - 0.5;
    const rv = Math.min(1, Math.max(0, (row + 0.5) / coils));
    const r = Math.max(0.4, radius(rv));
    // whole stitches in every row, so that none is cut where u returns to 0
    const count = Math.max(8, Math.round((2 * Math.PI * r) / 0.3));
    const place = s.u * count + inRow * 0.7;
    const stitch = Math.floor(place);
    const inStitch = place - stitch - 0.5;
    const which = choose(wave((stitch + 0.5) / count), rv);
    const colour = colours[which] ?? colours[0]!;
    const fade = Math.min(1, 0.16 / s.foot);
    const tone =
      1 +
      0.2 * noise3(stitch * 0.71, row * 1.37, seed) * Math.min(1, 0.3 / s.foot) +
      0.12 * fbm(s.rx * 0.1, s.ry * 0.1 + seed, s.rz * 0.1, 2);
    const groove = Math.pow(Math.abs(inRow) * 2, 6);
    const gap = Math.pow(Math.abs(inStitch) * 2, 4) * fade;
    const k = tone * (1 - 0.3 * gap);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.58);
    s.f0 = 0.035;
    s.sheen = 0.08;
    s.crease = Math.min(0.85, 0.62 * groove * Math.min(1, 0.3 / s.foot) + 0.25 * gap);
    // coils are round in section, stitches round across
    const up = -inRow * 3.4 * Math.min(1, (0.5 * coilHeight) / s.foot);
    s.slopeAlong(-1.6 * inStitch * Math.abs(inStitch) * 4 * fade, up);
  };
}

/** A turned coil form: profile of [radius, height] from the middle of the base to the rim. */
export function basket(
  profile: readonly Vec2[],
  colours: readonly Vec3[],
  choose: Figure,
  seed: number,
  coil = 0.62,
  wobble = 0.12,
): Mesh {
  const lengths = [0];
  for (let i = 1; i < profile.length; i++)
    lengths.push(
      lengths[i - 1]! +
        Math.hypot(profile[i]![0] - profile[i - 1]![0], profile[i]![1] - profile[i - 1]![1]),
    );
  const total = lengths[lengths.length - 1]!;
  const radius = keyed(profile.map(([r], i) => [lengths[i]! / total, r] as const));
  const height = keyed(profile.map(([, y], i) => [lengths[i]! / total, y] as const));
  const coils = Math.round(total / coil);
  const material = coiled({ colours, figure: choose, coils, seed, radius, coilHeight: coil });
  const nv = Math.min(420, coils * 10);
  const f = (u: number, v: number): Vec3 => {
    const a = 2 * Math.PI * u;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const run = v * coils + u;
    const inRow = run - Math.floor(run) - 0.5;
    const bulge = coil * 0.32 * Math.sqrt(Math.max(0, 1 - 4 * inRow * inRow)) - coil * 0.2;
    const e = 0.004;
    const [dr, dy] = [radius(v + e) - radius(v - e), height(v + e) - height(v - e)];
    const k = bulge / (Math.hypot(dr, dy) || 1);
    const stray =
      wobble *
      (noise3(c * 0.9 + seed, v * 2.2, s * 0.9) + 0.4 * noise3(c * 2.2, v * 5 + seed, s * 2.2));
    const r = Math.max(0.001, radius(v) + dy * k + stray * Math.min(1, radius(v)));
    return [r * s, height(v) - dr * k + 0.4 * stray, r * c];
  };
  return grid(f, { nu: 220, nv: nv % 2 === 0 ? nv : nv + 1, material, closeU: true });
}

/** A flat coiled mat with its underside hidden. */
export function coiledFlat(
  radius: number,
  colours: readonly Vec3[],
  seed: number,
  name: 'rings' | 'plain' | 'star',
): Mesh[] {
  const all = [colours[0]!, colours[1] ?? colours[0]!, colours[2] ?? shaded(colours[0]!, 0.6)];
  return [
    basket(
      [
        [0, 0.5],
        [radius * 0.5, 0.55],
        [radius, 0.5],
        [radius + 0.05, 0.1],
      ],
      all,
      figure(name, 8, seed),
      seed,
      0.6,
      0.2,
    ),
  ];
}
