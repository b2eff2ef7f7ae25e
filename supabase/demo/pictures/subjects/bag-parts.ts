/** Bands, flaps, pockets and shoulder straps of bags. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { vessel, wall } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, cross, mad, sub, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { row, spots } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { buckle, loopOf, plate, rivets } from '#supabase/demo/pictures/subjects/hardware.ts';

export const UP: Vec3 = [0, 1, 0];

/** A band around the body at height y, as a hem or a strap. */
export function band(
  o: VesselOptions,
  y: number,
  width: number,
  lift: number,
  material: Material,
): Mesh {
  const at = wall(o);
  const ring = curve(
    Array.from({ length: 96 }, (_, i) => at(i / 96, y)),
    { closed: true },
  );
  const out = (t: number): Vec3 => {
    const d = sub(ring(t + 0.004), ring(t - 0.004));
    return unit(cross(d, [0, 1, 0]));
  };
  const shift = curve(
    Array.from({ length: 72 }, (_, i) => mad(ring(i / 72), unit(out(i / 72)), lift)),
    { closed: true },
  );
  return strap(shift, width, 0.2, { material, steps: 200, closed: true, up: out });
}

/** A leather bottom over a cloth body, up to height y. */
export function foot(o: VesselOptions, y: number, m: BagMaterials): Mesh {
  const rings = o.rings
    .map(([ry, w, d]) => [ry, w + 0.12, d + 0.12] as const)
    .filter(([ry]) => ry < y);
  const k = y / o.rings[o.rings.length - 1]![0];
  const last = o.rings[o.rings.length - 1]!;
  const first = o.rings[0]!;
  rings.push([
    y,
    first[1] + (last[1] - first[1]) * k * 1.4 + 0.15,
    first[2] + (last[2] - first[2]) * k * 0.6 + 0.15,
  ]);
  return vessel({ ...o, rings, material: m.trim, unroll: false, nv: 50 });
}

export function patchPocket(
  at: ReturnType<typeof wall>,
  w: number,
  h: number,
  m: BagMaterials,
): Mesh[] {
  const [pw, ph] = [w * 0.95, h * 0.42];
  const z = Math.max(...[0.2, 0.25, 0.3].map((u) => at(u, h * 0.45)[2])) + 0.25;
  const panel = block(roundRect(pw, ph, 1.4), rounded(0, 0.4, 0.15), {
    material: m.trim,
    around: 120,
    inner: 8,
  });
  const stood = place(panel, turn('x', Math.PI / 2), [0, h * 0.4, z + 0.15]);
  const edge: Vec3[] = [[-pw / 2 + 0.4, ph / 2 - 0.2], [-pw / 2 + 0.4, -ph / 2 + 1.4], [-pw / 2 + 1.4, -ph / 2 + 0.4], [pw / 2 - 1.4, -ph / 2 + 0.4], [pw / 2 - 0.4, -ph / 2 + 1.4], [pw / 2 - 0.4, ph / 2 - 0.2]].map(([x, y]): Vec3 => [x!, h * 0.4 + y!, z + 0.58]); // prettier-ignore
  return [stood, row(edge, [0, 0, 1], m)];
}

/** Flap: from the back over the top and down the front to `drop` below the top. */
export function flap(
  look: Look,
  w: number,
  h: number,
  deep: number,
  drop: number,
  m: BagMaterials,
): { mesh: Mesh; line: ReturnType<typeof curve> } {
  const z = deep + 0.25;
  const line = curve([
    [0, h - 6, -z],
    [0, h - 1, -z * 0.98],
    [0, h + 0.55, -z * 0.75],
    [0, h + 1, 0],
    [0, h + 0.55, z * 0.8],
    [0, h - 1, z + 0.25],
    [0, h - drop * 0.5, z + 0.55],
    [0, h - drop, z + 0.35],
  ]);
  const shape = look.spec.kind === 'satchel' ? look.option('flap') : 'curved';
  const round = shape === 'curved' ? 0.34 : 0.07;
  const width = (v: number) => {
    const t = clamp((v - (1 - round)) / round);
    return 2 * (w + 0.15) * (shape === 'curved' ? Math.sqrt(1 - t * t * 0.72) : 1 - 0.06 * t * t);
  };
  const mesh = strap(line, width, 0.3, {
    material: m.trimEdged,
    steps: 200,
    up: (t) => [0, 0.3 + Math.sin(Math.PI * clamp(t * 1.4 - 0.1)), t < 0.35 ? -1 + t * 2 : t - 0.3],
  });
  return { mesh, line };
}

/** Strap and buckle that hold a flap down at x. */
export function closing(x: number, h: number, z: number, m: BagMaterials, round: boolean): Mesh[] {
  const line = curve([
    [x, h - 5, z + 0.62],
    [x, h - 10, z + 0.72],
    [x, h - 16, z + 0.5],
    [x, h - 17.5, z + 0.6],
  ]);
  const [a, b] = spots(line, [0.52, 0.16], () => [0, 0, 1], 0.22);
  return [
    strap(line, (v) => 2.1 - 1.2 * clamp((v - 0.9) / 0.1) ** 2, 0.28, {
      material: m.trimEdged,
      steps: 60,
      up: () => [0, 0, 1],
    }),
    ...buckle(2.6, 2.9, m.metal, a!, round),
    rivets(0.24, m.metal, [b!]),
    plate(0.9, 2.6, 0.3, 0.2, m.trim, { ...spots(line, [0.68], () => [0, 0, 1], 0.14)[0]! }),
  ];
}

/** A long shoulder strap that falls behind and lies on the table beside the bag. */
export function shoulder(w: number, h: number, m: BagMaterials, arch: number): Mesh[] {
  const line = curve([
    [-w - 0.3, h * 0.72, 0],
    [-w - 0.8, h * 0.95, -0.5],
    [-w * 0.72, h + arch * 0.8, -3],
    [0, h + arch, -4.5],
    [w * 0.72, h + arch * 0.8, -3],
    [w + 0.8, h * 0.95, -0.5],
    [w + 0.3, h * 0.72, 0],
  ]);
  const up = (t: number): Vec3 => [(t - 0.5) * 2, 0.6 * Math.sin(Math.PI * t), 0.2];
  const ring = (x: number) =>
    loopOf(1.2, 0.17, m.metal, { at: [x, h * 0.7, 0], along: UP, up: [1, 0, 0], side: [0, 0, 1] });
  return [
    strap(line, 2.6, 0.28, { material: m.trimEdged, steps: 160, up }),
    ring(w + 0.5),
    ring(-w - 0.5),
  ];
}

/** A puffed pocket on the front. */
export function pocket(
  x: number,
  y: number,
  w: number,
  h: number,
  z: number,
  m: BagMaterials,
  deep: number,
): Mesh[] {
  const o: VesselOptions = { rings: [[0, w * 0.94, deep * 0.8], [h * 0.25, w, deep], [h * 0.8, w, deep * 0.9], [h, w * 0.97, deep * 0.6]], square: 5, material: m.body, slack: 0.15, seed: x, unroll: m.cloth, lid: true }; // prettier-ignore
  const line = curve([
    [0, h * 0.9, -deep],
    [0, h + 0.35, 0],
    [0, h * 0.9, deep + 0.25],
    [0, h * 0.58, deep + 0.5],
  ]);
  const lid = strap(line, (v) => 2 * (w + 0.15) * (1 - 0.1 * clamp((v - 0.8) / 0.2) ** 2), 0.26, {
    material: m.trimEdged,
    steps: 80,
    up: (t) => [0, 1 - t, t],
  });
  const stud = rivets(0.42, m.metal, [
    { at: [0, h * 0.66, deep + 0.72], along: [1, 0, 0], up: [0, 0, 1], side: [0, -1, 0] },
  ]);
  return [vessel(o), lid, stud].map((mesh) => place(mesh, turn('y', 0), [x, y, z]));
}
