/** The lights of the studio: one large window upper left, a soft room, and the floor's bounce. */
import { cross, dot, mad, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Rig {
  /** Towards the middle of the window. */
  key: Vec3;
  /** Across and up the window, unit vectors. */
  across: Vec3;
  rise: Vec3;
  /** Half size of the window as tangents. */
  halfAcross: number;
  halfRise: number;
  /** Irradiance of the unshadowed window on a surface that faces it. */
  power: Vec3;
  /** Scales the room light. */
  room: number;
  /** How much darker the room is on the right. */
  contrast: number;
  /** Linear albedo of the floor, which throws light back up. */
  floor: Vec3;
  /** Light lost across one centimetre to the right. */
  falloff: number;
  exposure: number;
}

export interface RigOptions {
  key?: Vec3;
  size?: number;
  power?: number;
  warmth?: number;
  room?: number;
  contrast?: number;
  floor: Vec3;
  falloff?: number;
  exposure?: number;
}

/** The usual window unless told otherwise; `warmth` 0 is noon, 1 is a lamp or a low sun. */
export function rig(options: RigOptions): Rig {
  const key = unit(options.key ?? [-0.68, 0.74, 0.6]);
  const across = unit(cross([0, 1, 0], key));
  const warmth = options.warmth ?? 0.35;
  const power = options.power ?? 1.75;
  const size = options.size ?? 1;
  return {
    key,
    across,
    rise: cross(key, across),
    halfAcross: 0.3 * size,
    halfRise: 0.4 * size,
    power: [power * (1 + 0.1 * warmth), power, power * (1 - 0.3 * warmth)],
    room: options.room ?? 0.95,
    contrast: options.contrast ?? 0.6,
    floor: options.floor,
    falloff: options.falloff ?? 0.004,
    exposure: options.exposure ?? 0.53,
  };
}

/** Light that comes from the room in a direction, written to `out`; the floor is not part of it. */
export function roomLight(rig: Rig, x: number, y: number, z: number, out: Float64Array): void {
  const left = 0.5 - 0.5 * x;
  const level =
    rig.room * (0.5 + 0.3 * y + 0.14 * z) * (1 - rig.contrast + 2 * rig.contrast * left * left);
  const cool = 0.06 * (left - 0.4);
  out[0] = level * (1 - cool);
  out[1] = level;
  out[2] = level * (1 + 1.4 * cool);
}

export interface Ray {
  dir: Vec3;
  kind: 'key' | 'sky' | 'floor';
  weight: number;
}

/** Directions to test for shadow: the window in a jittered grid, the sphere in a spiral. */
export function rays(rig: Rig, keySide: number, sphere: number): Ray[] {
  const out: Ray[] = [];
  for (let i = 0; i < keySide; i++) {
    for (let j = 0; j < keySide; j++) {
      const jitter = ((i * 7 + j * 3) % keySide) / keySide - 0.5;
      const a = (2 * (i + 0.5 + 0.5 * jitter)) / keySide - 1;
      const b = (2 * (j + 0.5 - 0.5 * jitter)) / keySide - 1;
      const side = mad(rig.key, rig.across, a * rig.halfAcross);
      const dir = unit(mad(side, rig.rise, b * rig.halfRise));
      out.push({ dir, kind: 'key', weight: 1 / (keySide * keySide) });
    }
  }
  for (let i = 0; i < sphere; i++) {
    const y = 1 - (2 * (i + 0.5)) / sphere;
    const angle = i * Math.PI * (3 - Math.sqrt(5));
    const r = Math.sqrt(1 - y * y);
    const dir: Vec3 = [r * Math.cos(angle), y, r * Math.sin(angle)];
    out.push({ dir, kind: y < -0.02 ? 'floor' : 'sky', weight: 1 / sphere });
  }
  return out;
}

/**
 * The window as a mirror shows it in direction (x, y, z), blurred by `blur` (tangent units);
 * 1 in the middle of a sharp window. Two thin bars cross it.
 */
export function windowSeen(rig: Rig, x: number, y: number, z: number, blur: number): number {
  const along = dot(rig.key, [x, y, z]);
  if (along <= 0.05) return 0;
  const a = Math.abs(dot(rig.across, [x, y, z]) / along);
  const b = Math.abs(dot(rig.rise, [x, y, z]) / along);
  const { halfAcross: ha, halfRise: hb } = rig;
  const edge = (half: number, at: number) => {
    const t = Math.min(1, Math.max(0, (half + blur - at) / (2 * blur)));
    return t * t * (3 - 2 * t) * Math.min(1, half / blur);
  };
  const bar = (at: number) =>
    1 - 0.7 * Math.max(0, 1 - at / (0.015 + blur)) * (0.02 / (0.02 + blur));
  return edge(ha, a) * edge(hb, b) * bar(a) * bar(Math.abs(b - 0.33 * hb));
}
