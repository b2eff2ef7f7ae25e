/** Hand tools, each lying along x on y = 0, and how they are laid or hung. */
import { block, rounded } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
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

export const lain = (meshes: readonly Mesh[], lift: number): Mesh[] =>
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
