/** Hills of Rwanda in layers of haze, sky, and what stands on the slopes. */
import type { Look } from '#supabase/demo/pictures/look.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mix3, smooth } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Weather {
  /** Sky at the horizon and overhead, the sun's glow and where it is (x share, height share). */
  low: Vec3;
  high: Vec3;
  glow: Vec3;
  sun: readonly [number, number];
  land: Vec3;
}

export const WEATHER: Record<string, Weather> = {
  dawn: {
    low: [0.92, 0.6, 0.38],
    high: [0.26, 0.37, 0.52],
    glow: [1.5, 0.95, 0.45],
    sun: [-0.22, 0.06],
    land: [0.03, 0.055, 0.045],
  },
  morning: {
    low: [0.86, 0.84, 0.76],
    high: [0.34, 0.52, 0.7],
    glow: [1.2, 1.1, 0.85],
    sun: [-0.4, 0.4],
    land: [0.06, 0.11, 0.045],
  },
  noon: {
    low: [0.78, 0.83, 0.84],
    high: [0.25, 0.45, 0.68],
    glow: [1.1, 1.1, 1],
    sun: [-0.4, 0.9],
    land: [0.07, 0.12, 0.045],
  },
  evening: {
    low: [0.98, 0.52, 0.28],
    high: [0.24, 0.27, 0.46],
    glow: [1.5, 0.75, 0.3],
    sun: [0.25, 0.03],
    land: [0.035, 0.045, 0.05],
  },
};

/** The sky as a plane at z, `size` wide, its horizon at height y. */
export function sky(w: Weather, size: number, z: number, y: number): Mesh {
  const material: Material = (s) => {
    const h = (s.y - y) / (0.42 * size);
    const c = mix3(w.low, w.high, smooth(-0.02, 0.9, h));
    const d = Math.hypot(s.x / size - w.sun[0] * 0.7, h * 0.42 - w.sun[1] * 0.6);
    const g = 0.85 * Math.exp(-d * 7) + 0.5 * Math.exp(-d * 28);
    const cloud = Math.max(0, fbm((s.x / size) * 5, h * 13, 3.3, 4)) * smooth(0.05, 0.3, h) * 0.5;
    s.matt(0, 0, 0, 1);
    s.emit = 1;
    s.er = c[0] + w.glow[0] * g * 0.5 + cloud * 0.35;
    s.eg = c[1] + w.glow[1] * g * 0.5 + cloud * 0.3;
    s.eb = c[2] + w.glow[2] * g * 0.5 + cloud * 0.26;
  };
  return grid((u, v) => [(u - 0.5) * 2.4 * size, y - 0.3 * size + v * 1.6 * size, z], {
    nu: 20,
    nv: 20,
    material,
    casts: false,
  });
}

/** Haze-blended skin of a slope, with terraces, fields and trees as darker grain. */
function slope(w: Weather, haze: number, seed: number, scale: number): Material {
  const fog = mix3(mix3(w.low, w.high, 0.45), [0.6, 0.6, 0.6], 0.1);
  return (s) => {
    const field = noise3(s.x * 0.05 * scale + seed, s.y * 0.09 * scale, seed);
    const terrace = Math.sin(s.y * 1.4 * scale + 2 * noise3(s.x * 0.03 * scale, s.y * 0.03, seed));
    const trees = Math.max(0, fbm(s.x * 0.24 * scale, s.y * 0.34 * scale + seed, 0.7, 3));
    const k = 1 + 0.4 * field + 0.16 * terrace - 0.9 * trees;
    const dry = Math.max(0, field) * 0.8;
    s.matt(
      w.land[0] * k + 0.05 * dry,
      w.land[1] * k + 0.045 * dry,
      w.land[2] * k + 0.01 * dry,
      0.95,
    );
    s.f0 = 0.01;
    // haze lies in the valleys
    const low = smooth(-4 / scale, -34 / scale, s.y - s.rz);
    s.emit = Math.min(0.96, haze + 0.3 * low * haze);
    s.er = fog[0];
    s.eg = fog[1];
    s.eb = fog[2];
  };
}

/** Ridge after ridge; returns meshes from near to far. `size` is the width seen at the nearest. */
export function hills(
  look: Look,
  w: Weather,
  size: number,
  count: number,
  near: number,
  base: number,
): Mesh[] {
  const d = look.draw.fork('hills');
  return Array.from({ length: count }, (_, i) => {
    const t = i / Math.max(1, count - 1);
    const z = -near * size * (1 + 3.2 * t * t + 0.8 * t);
    const seed = look.grain + i * 17.3;
    const wide = 2.2 * size * (1 + 2.6 * t);
    const high = size * (0.1 + 0.24 * t) * d.range(0.85, 1.15);
    const crest = (x: number): number =>
      high *
      (0.75 +
        0.75 * noise3((x / size) * 1.5 + seed, seed, 0.2) +
        0.32 * noise3((x / size) * 4 + seed, 0.4, seed) +
        0.05 * noise3((x / size) * 17, seed, 0.9));
    const f = (u: number, v: number): Vec3 => {
      const x = (u - 0.5) * wide;
      const y = base - 0.25 * size + v * (crest(x) + 0.25 * size);
      return [x, y, z - 0.22 * size * v * v * (1 + t)];
    };
    const haze = 0.04 + 0.82 * Math.pow(t, 0.85);
    return grid(f, {
      nu: 240,
      nv: 40,
      material: slope(w, haze, seed, 260 / size),
      rest: (u) => [0, 0, base + crest((u - 0.5) * wide)],
      casts: false,
    });
  });
}
