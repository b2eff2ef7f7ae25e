/** Hand tools and lasts, each lying along x on y = 0. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { last, upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { LastOptions } from '#supabase/demo/pictures/subjects/last.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Worn wood, grain along the axis of the turned piece (rest y). */
export function handleWood(colour: Vec3, seed: number): Material {
  return (s) => {
    const grain = noise3(s.rx * 3 + seed, s.ry * 0.35, s.rz * 3);
    const worn = fbm(s.rx * 0.3, s.ry * 0.3 + seed, s.rz * 0.3, 2);
    const k = 1 + 0.2 * grain + 0.16 * worn;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.45);
    s.f0 = 0.04;
  };
}

export const iron: Material = (s) => {
  const rust = Math.max(0, fbm(s.rx * 0.7, s.ry * 0.7, s.rz * 0.7, 3) - 0.05);
  s.matt(0.3 - 0.1 * rust, 0.28 - 0.16 * rust, 0.27 - 0.2 * rust, 0.36 + 0.5 * rust);
  s.metal = 1 - Math.min(0.8, rust * 2);
};

export const brass: Material = (s) => {
  s.matt(0.55, 0.38, 0.14, 0.32);
  s.metal = 1;
};

/** A turned handle and ferrule from y = 0 up. */
function handleUp(long: number, r: number, colour: Vec3, seed: number): Mesh[] {
  const profile: Vec2[] = [[0, 0], [r * 0.8, 0.15], [r * 1.1, long * 0.18], [r, long * 0.42], [r * 1.08, long * 0.66], [r * 0.66, long * 0.9], [r * 0.6, long]]; // prettier-ignore
  const ferrule = lathe(
    [
      [r * 0.64, long - 0.2],
      [r * 0.66, long],
      [r * 0.6, long + 0.9],
      [r * 0.45, long + 1],
    ],
    { material: brass, straight: true, nu: 32, nv: 20 },
  );
  return [lathe(profile, { material: handleWood(colour, seed), nu: 40, nv: 50 }), ferrule];
}

const lain = (meshes: readonly Mesh[], lift: number): Mesh[] =>
  placeAll(meshes, turn('z', -Math.PI / 2), [0, lift, 0]);

export function awl(seed: number): Mesh[] {
  const needle = tube(
    curve([
      [0, 8, 0],
      [0, 11, 0.05],
      [0.1, 14.5, 0.1],
    ]),
    (v) => 0.17 * (1 - 0.9 * v),
    { material: iron, steps: 30, around: 10 },
  );
  return lain([...handleUp(8, 1.15, [0.42, 0.22, 0.09], seed), needle], 1.15);
}

export function knife(seed: number): Mesh[] {
  const blade = block(
    curve(
      [
        [0, 0, -0.9],
        [4.5, 0, -1.05],
        [7, 0, 0.5],
        [6.4, 0, 0.95],
        [0, 0, 0.85],
      ],
      { closed: true },
    ),
    rounded(-0.06, 0.06, 0.05),
    { material: iron, around: 80, inner: 6 },
  );
  const stood = placeAll([blade], turn('z', Math.PI / 2), [0, 9.5, 0]);
  return lain([...handleUp(9, 1, [0.2, 0.1, 0.05], seed), ...stood], 1);
}

export function hammer(seed: number): Mesh[] {
  const shaft = lathe(
    [
      [0, 0],
      [1, 0.2],
      [1.15, 6],
      [0.85, 16],
      [0.75, 24],
      [0, 24.2],
    ],
    { material: handleWood([0.45, 0.26, 0.12], seed), nu: 32, nv: 60 },
  );
  const head = lathe(
    [
      [0, -5.2],
      [1.75, -5.1],
      [1.85, -4.6],
      [1, -2.9],
      [1.05, -1],
      [1.2, 0],
      [1, 1.2],
      [0.75, 3.4],
      [0.35, 5.4],
      [0, 5.5],
    ],
    { material: iron, nu: 40, nv: 80 },
  );
  return lain([shaft, place(head, turn('x', Math.PI / 2), [0, 22.4, 0])], 1.9);
}

export function pincers(seed: number): Mesh[] {
  const arm = (s: number): Mesh =>
    tube(
      curve([
        [s * 0.9, 19.5, 0],
        [s * 2.1, 18, 0],
        [s * 1.9, 16, 0],
        [-s * 0.4, 13.8, 0],
        [-s * 1.6, 9, 0],
        [-s * 1.9, 3, 0],
        [-s * 1.2, 0, 0],
      ]),
      (v) => 0.75 - 0.2 * v,
      { material: iron, steps: 70, around: 14 },
    );
  const pin = lathe(
    [
      [0, -0.9],
      [0.8, -0.8],
      [0.8, 0.8],
      [0, 0.9],
    ],
    { material: iron, straight: true, nu: 24, nv: 12 },
  );
  const grip = (s: number): Mesh =>
    tube(
      curve([
        [-s * 1.75, 6.5, 0],
        [-s * 1.9, 3, 0],
        [-s * 1.2, -0.2, 0],
      ]),
      0.72,
      { material: handleWood([0.3, 0.05, 0.03], seed), steps: 30, around: 14 },
    );
  return lain(
    [arm(1), arm(-1), grip(1), grip(-1), place(pin, turn('x', Math.PI / 2), [0, 14, 0])],
    0.8,
  );
}

export function scissors(): Mesh[] {
  const blade = (s: number): Mesh[] => {
    const edge = block(
      curve(
        [
          [0, 0, s * 0.2],
          [9, 0, s * 0.9],
          [13.5, 0, s * 0.15],
          [9, 0, -s * 0.25],
          [0, 0, -s * 0.9],
        ],
        { closed: true },
      ),
      rounded(0, 0.22, 0.08),
      { material: iron, around: 80, inner: 5 },
    );
    const ring = tube(
      curve(
        Array.from({ length: 20 }, (_, i): Vec3 => [
          -5.6 + 2.3 * Math.cos((i / 20) * 6.2832),
          0.2,
          -s * 2.4 + 1.5 * Math.sin((i / 20) * 6.2832),
        ]),
        { closed: true },
      ),
      0.4,
      { material: iron, steps: 90, closed: true },
    );
    const bar = strap(
      curve([
        [0, 0.15, -s * 0.4],
        [-1.8, 0.2, -s * 0.9],
        [-3.6, 0.2, -s * 1.6],
      ]),
      0.9,
      0.4,
      { material: iron, steps: 20, up: () => [0, 1, 0] },
    );
    return placeAll([edge, ring, bar], turn('y', s * 0.16), [0, s > 0 ? 0.24 : 0, 0]);
  };
  const screw = lathe(
    [
      [0, 0],
      [0.5, 0],
      [0.45, 0.6],
      [0, 0.65],
    ],
    { material: brass, nu: 24, nv: 12 },
  );
  return [...blade(1), ...blade(-1), screw];
}

export function brush(seed: number): Mesh[] {
  const back = block(roundRect(15, 4.6, 2.2), rounded(1.7, 3.2, 0.5), {
    material: handleWood([0.36, 0.2, 0.09], seed),
    around: 100,
    inner: 6,
  });
  const hair: Material = (s) => {
    const k = 0.6 + 0.6 * Math.abs(noise3(s.rx * 7, 0.3, s.rz * 7));
    s.matt(0.09 * k, 0.06 * k, 0.035 * k, 0.9);
    s.slopeRest(0.6 * noise3(s.rx * 9, 0, s.rz * 9), 0, 0.6 * noise3(s.rz * 9, 0, s.rx * 9));
  };
  return [
    back,
    block(roundRect(13.8, 3.7, 1.7), rounded(0, 1.75, 0.2), {
      material: hair,
      around: 100,
      inner: 6,
    }),
  ];
}

/** A wooden last standing on its sole, toe towards +x. */
export function woodenLast(seed: number, over: Partial<LastOptions> = {}): Mesh[] {
  const l = last({
    toe: 'almond',
    heel: 1.6,
    sole: 0.05,
    spring: 0.9,
    back: 7.4,
    front: 0,
    dip: 0.15,
    box: 0.95,
    width: 0.97,
    ...over,
  });
  const wood: Material = (s) => {
    const ring = Math.sin(
      (s.rz * 0.8 + 0.5 * s.ry + 1.6 * fbm(s.rx * 0.06 + seed, s.ry * 0.2, s.rz * 0.2, 2)) * 7,
    );
    const streak = noise3(s.rx * 0.25, s.ry * 5 + seed, s.rz * 5);
    const k = 1 + 0.1 * ring + 0.1 * streak;
    s.matt(0.47 * k, 0.28 * k, 0.13 * k, 0.4);
    s.f0 = 0.045;
    const hole = Math.hypot(s.rx + 9.4, s.rz - 0.1) < 0.6 && s.ry > 7;
    if (hole) s.matt(0.02, 0.012, 0.008, 0.9);
  };
  const top = l.at(0, 1);
  const front = l.at(0.5, 1);
  const lid = block(
    curve(
      Array.from({ length: 40 }, (_, i): Vec3 => {
        const p = l.at(i / 40, 1);
        return [p[0], 0, p[2]];
      }),
      { closed: true },
    ),
    rounded(-0.1, 0.05, 0.05),
    {
      material: wood,
      around: 120,
      inner: 12,
      spine: [-11, -6],
      warp: ([x, y, z]) => [
        x,
        y + top[1] + ((x - top[0]) / (front[0] - top[0])) * (front[1] - top[1]),
        z,
      ],
    },
  );
  return [upper(l, wood, { nu: 120, nv: 140 }), lid];
}

/** Moves a tool, turned about y by `yaw`. */
export const set = (meshes: readonly Mesh[], x: number, y: number, z: number, yaw = 0): Mesh[] =>
  placeAll(meshes, turn('y', yaw), [x, y, z]);

/** Hangs a tool flat on a wall at z, its length downwards. */
export const hung = (meshes: readonly Mesh[], x: number, y: number, z: number, tilt = 0): Mesh[] =>
  placeAll(
    placeAll(placeAll(meshes, turn('x', Math.PI / 2)), turn('z', Math.PI / 2 + tilt)),
    IDENTITY,
    [x, y, z],
  );
