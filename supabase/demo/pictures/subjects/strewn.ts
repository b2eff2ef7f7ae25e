/** Beans, leaves and nuts strewn on the table. */
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { ellipsoid, scatter } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { random } from '#supabase/demo/pictures/random.ts';
import type { Random } from '#supabase/demo/pictures/random.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Random places on the table in front of a pack, as frames lying any which way. */
export function strewn(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
  lift: number,
  roll = 0.35,
): Frame[] {
  const d: Random = random(seed);
  const taken: [number, number][] = [];
  return Array.from({ length: count }, () => {
    let [x, z] = [0, 0];
    for (let trial = 0; trial < 14; trial++) {
      const a = d.range(0, 2 * Math.PI);
      const r = where.spread * Math.sqrt(d.next());
      [x, z] = [where.x + r * Math.cos(a) * 1.5, where.z + r * Math.sin(a)];
      if (taken.every(([tx, tz]) => Math.hypot(tx - x, tz - z) > lift * 2.1)) break;
    }
    taken.push([x, z]);
    const yaw = d.range(0, 2 * Math.PI);
    const up = unit([d.around(roll), 1, d.around(roll)]);
    const along = unit(cross(up, [Math.sin(yaw), 0, Math.cos(yaw)]));
    return { at: [x, lift, z], along, up, side: cross(along, up) };
  });
}

/** Roasted coffee beans: half ellipsoids with a crease. */
export function beans(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
): Mesh {
  const roast: Material = (s) => {
    const top = s.ry > 0.02;
    const crease = top ? Math.exp(-(((s.rz + 0.05 * Math.sin(s.rx * 6)) / 0.05) ** 2)) : 0;
    const k = 1 + 0.25 * noise3(s.rx * 3, s.ry * 3, s.rz * 3 + s.x) - 0.7 * crease;
    s.matt(0.075 * k, 0.034 * k, 0.016 * k, 0.38);
    s.crease = 0.6 * crease;
    s.slopeRest(0, 0, top ? 1.2 * crease * Math.sign(s.rz) : 0);
  };
  return scatter(
    ellipsoid([0.58, 0.26, 0.42], roast, 20, 12),
    strewn(seed, count, where, 0.26, 0.5),
  );
}

/** Flakes: tea leaves, chopped spice. */
export function flakes(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
  colour: Vec3,
  size: number,
): Mesh {
  const skin: Material = (s) => {
    const k = 0.8 + 0.5 * noise3(s.x * 3, s.y * 3, s.z * 3);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.7);
  };
  return scatter(
    ellipsoid([size, size * 0.16, size * 0.24], skin, 7, 5),
    strewn(seed, count, where, size * 0.2, 1.1),
  );
}

/** Groundnuts in their shells: two lobes with a net of ridges. */
export function groundnuts(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
): Mesh {
  const shell: Material = (s) => {
    const net = Math.sin(s.u * 2 * Math.PI * 9) * Math.sin(s.v * 2 * Math.PI * 5);
    const k = 1 + 0.12 * net + 0.12 * noise3(s.rx * 2, s.ry * 2, s.rz * 2 + s.x);
    s.matt(0.47 * k, 0.3 * k, 0.14 * k, 0.75);
    s.slopeAlong(0.35 * Math.cos(s.u * 2 * Math.PI * 9), 0.3 * Math.cos(s.v * 2 * Math.PI * 5));
  };
  const one = lathe(
    [
      [0, -1.75],
      [0.55, -1.6],
      [0.82, -0.95],
      [0.6, -0.05],
      [0.86, 0.9],
      [0.56, 1.6],
      [0, 1.75],
    ],
    { material: shell, nu: 26, nv: 30 },
  );
  const lain = strewn(seed, count, where, 0.8, 0.15).map((f) => ({
    ...f,
    along: f.side,
    up: f.along,
    side: f.up,
  }));
  return scatter(one, lain);
}

/** Round nuts. */
export function roundNuts(
  seed: string,
  count: number,
  where: { x: number; z: number; spread: number },
  colour: Vec3,
  size: number,
): Mesh {
  const skin: Material = (s) => {
    const k = 1 + 0.14 * noise3(s.rx * 1.5, s.ry * 1.5, s.rz * 1.5 + s.x);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.42);
  };
  return scatter(
    ellipsoid([size, size * 0.94, size], skin, 24, 16),
    strewn(seed, count, where, size * 0.94, 0.6),
  );
}
