/** Folded, rolled and falling cloth. */
import { curve, lengthOf } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, scatter, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { random } from '#supabase/demo/pictures/random.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface SheetOptions {
  material: Material;
  /** Width across x in cm. */
  width: number;
  /** Depth of soft waves in cm. */
  wave?: number;
  seed?: number;
  nu?: number;
  nv?: number;
}

/** Cloth that follows a line in the yz plane, `width` wide along x, with soft waves. */
export function drape(points: readonly (readonly [number, number])[], o: SheetOptions): Mesh {
  const line = curve(
    points.map(([z, y]): Vec3 => [0, y, z]),
    { steps: 600 },
  );
  const total = lengthOf(line);
  const { wave = 0.3, seed = 0, nu = 90, nv = 260 } = o;
  const f = (u: number, v: number): Vec3 => {
    const p = line(v);
    const q = line(Math.min(1, v + 0.003));
    const [dy, dz] = [q[1] - p[1], q[2] - p[2]];
    const k = 1 / (Math.hypot(dy, dz) || 1);
    const x = (u - 0.5) * o.width;
    const off =
      wave *
      (noise3(x * 0.07 + seed, v * total * 0.05, seed) +
        0.4 * noise3(x * 0.2, v * total * 0.15, seed + 4));
    return [x + 0.4 * off, p[1] + dz * k * off, p[2] - dy * k * off];
  };
  const rest = (u: number, v: number): Vec3 => [(u - 0.5) * o.width, 0, v * total];
  return grid(f, { nu, nv, material: o.material, rest, flat: true });
}

/**
 * A stack of folds seen from the front: layers of cloth `thick` cm thick, each fold rounded
 * towards +z, `deep` cm from front to back.
 */
export function folds(count: number, deep: number, thick: number, o: SheetOptions): Mesh[] {
  const draw = random(`folds/${o.seed ?? 0}`);
  const wave = o.wave ?? 0.1;
  return Array.from({ length: count }, (_, i) => {
    const y = i * thick * 2 + thick / 2;
    const front = deep / 2 + draw.around(0.4);
    const back = -deep / 2 + draw.around(0.3);
    const r = thick / 2;
    const flat = [0, 0.2, 0.45, 0.7, 0.9].map((t) => back + t * (front - r - back));
    const points: Vec3[] = flat.map((z, k) => [0, y + (k % 2) * 0.04, z]);
    for (let k = 1; k < 8; k++) {
      const a = -Math.PI / 2 + (k / 8) * Math.PI;
      points.push([0, y + r + r * Math.sin(a), front - r + 1.25 * r * Math.cos(a)]);
    }
    const loose = i === count - 1 ? 2 : 0.7;
    points.push(
      ...flat.reverse().map((z): Vec3 => [0, y + 2 * r + wave * loose * draw.next() * 0.5, z]),
    );
    const line = curve(points, { steps: 400 });
    const up = (t: number): Vec3 => {
      const [p, q] = [line(t - 0.004), line(t + 0.004)];
      return [0, p[2] - q[2], q[1] - p[1]];
    };
    const wide = o.width + draw.around(0.5);
    return strap(line, (v) => wide + 0.5 * noise3(v * 9, i, o.seed ?? 0), thick * 0.94, {
      material: o.material,
      steps: 240,
      up,
    });
  });
}

/** Fringe: knotted tufts that lie from a line in direction `dir`. */
export function fringe(
  points: readonly Vec3[],
  dir: Vec3,
  long: number,
  material: Material,
  seed: number,
): Mesh[] {
  const line = curve(points);
  const count = Math.round(lengthOf(line) / 0.85);
  const draw = random(`fringe/${seed}`);
  const out: Mesh[] = [];
  const knots: Frame[] = [];
  for (let i = 0; i <= count; i++) {
    const p = line(i / count);
    const stray = draw.around(0.25);
    const bend = draw.around(0.35);
    const at = (t: number, side: number): Vec3 => [
      p[0] +
        dir[0] * long * t +
        (stray * t + bend * t * t + side * t) * (Math.abs(dir[2]) + Math.abs(dir[1])),
      Math.max(0.08, p[1] + dir[1] * long * t + (dir[1] === 0 ? -p[1] * Math.min(1, t * 1.6) : 0)),
      p[2] + dir[2] * long * t + (stray * t + side * t) * Math.abs(dir[0]),
    ];
    for (const side of [-0.22, 0, 0.22]) {
      const ends = [0, 0.3, 0.65, 1].map((t) =>
        at(t * draw.range(0.93, 1.05), side * (t < 0.35 ? 0.1 : 1)),
      );
      out.push(
        tube(curve(ends, { steps: 30 }), (v) => 0.11 * (1 - 0.35 * v), {
          material,
          steps: 10,
          around: 7,
        }),
      );
    }
    knots.push({ at: at(0.24, 0), along: [1, 0, 0], up: [0, 1, 0], side: [0, 0, 1] });
  }
  out.push(scatter(ellipsoid([0.19, 0.17, 0.19], material, 8, 6), knots));
  return out;
}
