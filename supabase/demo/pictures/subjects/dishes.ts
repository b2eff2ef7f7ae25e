/** A shallow clay dish, heaped: coffee green or roasted, tanning bark, salt. */
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { ellipsoid, scatter } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { strewn } from '#supabase/demo/pictures/subjects/strewn.ts';

interface Heap {
  one: Mesh;
  under: Material;
  count: number;
  /** How far pieces lean, as the slope of their upper side. */
  roll: number;
}

/** Linear colour of a bean, and how dark the crease is against it. */
function bean(colour: Vec3, depth: number): Material {
  return (s) => {
    const top = s.ry > 0.02;
    const crease = top ? Math.exp(-(((s.rz + 0.05 * Math.sin(s.rx * 6)) / 0.05) ** 2)) : 0;
    const k = 1 + 0.22 * noise3(s.rx * 3, s.ry * 3, s.rz * 3 + s.x) - depth * crease;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.42);
    s.crease = 0.6 * crease;
    s.slopeRest(0, 0, top ? 1.2 * crease * Math.sign(s.rz) : 0);
  };
}

const grained =
  (colour: Vec3, vary: number, rough: number): Material =>
  (s) => {
    const k = 1 + vary * noise3(s.x * 2.2, s.y * 2.2, s.z * 2.2 + s.rx);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, rough);
  };

function beansOf(colour: Vec3, depth: number, size: number): Heap {
  const skin = bean(colour, depth);
  const one = ellipsoid([0.58 * size, 0.26, 0.42 * size], skin, 20, 12);
  return { one, under: skin, count: 520, roll: 0.9 };
}

function chips(half: Vec3, skin: Material, count: number): Heap {
  return { one: ellipsoid(half, skin, 8, 6), under: skin, count, roll: 1.4 };
}

const HEAPS: Record<string, () => Heap> = {
  'green-coffee': () => beansOf([0.33, 0.33, 0.19], 0.3, 0.93),
  'roasted-coffee': () => beansOf([0.13, 0.06, 0.027], 0.6, 1),
  bark: () => chips([0.95, 0.16, 0.3], grained([0.2, 0.085, 0.04], 0.45, 0.85), 700),
  salt: () => chips([0.34, 0.26, 0.3], grained([0.74, 0.72, 0.68], 0.1, 0.35), 900),
};

const REACH = 9.3;
const DISH: readonly Vec2[] = [[0, 0], [5.5, 0], [6.4, 0.2], [9.6, 1.7], [11.6, 3.2], [11.9, 3.45], [11.6, 3.5], [9.2, 2.2], [6, 0.9], [0, 0.8]]; // prettier-ignore

/** Height of the heap at a distance from its middle: a low dome that meets the wall of the dish. */
const dome = (r: number): number => 4.4 - 0.0125 * r * r - 0.00006 * r ** 4;

function onDome(frames: readonly Frame[], lower: number): Frame[] {
  return frames.map((f) => {
    const [x, z] = [f.at[0] / 1.5, f.at[2]];
    return { ...f, at: [x, dome(Math.hypot(x, z)) - lower, z] };
  });
}

export const heapedDish: Maker = (look: Look): Subject => {
  const { one, under, count, roll } = HEAPS[look.option('of')]!();
  const where = { x: 0, z: 0, spread: REACH };
  const frames = [0, 0.3].flatMap((lower, n) =>
    onDome(strewn(`${look.spec.seed}/${n}`, count, where, 0.3, roll), lower),
  );
  const edge = Array.from({ length: 9 }, (_, i): Vec2 => {
    const r = ((8 - i) / 8) * (REACH + 0.6);
    return [r, dome(r) - 0.45];
  });
  const clay = rawClay(paint('charcoal'), look.grain, 0.6);
  return {
    meshes: [
      lathe([...DISH], { material: clay, nu: 120, nv: 90, wobble: 0.1 }),
      lathe(edge, { material: under, nu: 60, nv: 20 }),
      scatter(one, frames),
    ],
    focus: { at: [0, 3.6, 4], size: 9, azimuth: 6, elevation: 38 },
    stance: { yaw: 0, elevation: 50 },
    flat: true,
  };
};
