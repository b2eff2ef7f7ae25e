/** Tote, satchel, backpack and duffel. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import { vessel, wall } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { bagMaterials, handle, row, spots } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { buckle, loopOf, plate, rivets } from '#supabase/demo/pictures/subjects/hardware.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, cross, mad, sub, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const UP: Vec3 = [0, 1, 0];

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

export const tote: Maker = (look) => {
  const d = look.draw.fork('tote');
  const [w, h, deep] = [d.range(15, 19), d.range(27, 35), d.range(5, 7)];
  const body = look.option('body');
  const m = bagMaterials(look, body);
  const o: VesselOptions = { rings: [[0, w * 0.86, deep], [h * 0.12, w * 0.9, deep * 1.04], [h * 0.6, w * 0.97, deep * 0.86], [h, w, deep * 0.62]], square: 5, material: m.body, slack: 0.55, seed: look.grain, unroll: m.cloth }; // prettier-ignore
  const at = wall(o);
  const inner = vessel({ ...o, inset: 0.35, material: m.lining, nv: 60, nu: 100 });
  const meshes = [vessel(o), inner, band(o, h - 0.7, 1.9, 0.12, m.trimEdged)];
  if (body !== 'leather') meshes.push(foot(o, h * (body === 'two-tone' ? 0.36 : 0.2), m));
  const long = look.option('handles') === 'long';
  const reach = w * d.range(0.36, 0.48);
  for (const side of [1, -1]) {
    const front = (x: number): Vec3 => [x, h, side * (Math.abs(at(0.25, h - 1)[2]) + 0.4)];
    meshes.push(
      ...handle(
        front(-reach),
        front(reach),
        long ? 24 : 13,
        [0, 0, -side * deep * 0.25],
        d.range(1.9, 2.8),
        m,
      ),
    );
  }
  if (look.option('pocket') === 'front') meshes.push(...patchPocket(at, w, h, m));
  for (const x of [-0.93, 0.93])
    meshes.push(
      row(
        Array.from({ length: 20 }, (_, i) =>
          mad(at(x > 0 ? 0.11 : 0.39, 1 + (i / 19) * (h - 3)), [0, 0, 1], 0.06),
        ),
        [0.1 * x, 0, 1],
        m,
      ),
    );
  return {
    meshes,
    focus: { at: [reach * 0.7, h - 5, deep * 0.7], size: 14, azimuth: 14, elevation: 18 },
    stance: { yaw: -22 + d.around(6), elevation: 13 },
  };
};

/** A leather bottom over a cloth body, up to height y. */
function foot(o: VesselOptions, y: number, m: BagMaterials): Mesh {
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

function patchPocket(at: ReturnType<typeof wall>, w: number, h: number, m: BagMaterials): Mesh[] {
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
function flap(
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
function closing(x: number, h: number, z: number, m: BagMaterials, round: boolean): Mesh[] {
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
function shoulder(w: number, h: number, m: BagMaterials, arch: number): Mesh[] {
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

export const satchel: Maker = (look) => {
  const d = look.draw.fork('satchel');
  const [w, h, deep] = [d.range(15, 18.5), d.range(22, 26), d.range(3.6, 4.8)];
  const m = bagMaterials(look, look.option('body') === 'leather' ? 'leather' : look.option('body'));
  const o: VesselOptions = { rings: [[0, w * 0.97, deep], [1.4, w, deep * 1.06], [h * 0.6, w, deep * 1.08], [h, w * 0.985, deep * 0.92]], square: 7, material: m.body, slack: 0.22, seed: look.grain, unroll: m.cloth, lid: true }; // prettier-ignore
  const drop = { full: h - 3.5, half: h * 0.52, curved: h * 0.74 }[look.option('flap')]!;
  const { mesh } = flap(look, w, h, deep, drop, m);
  const meshes = [vessel(o), mesh, ...shoulder(w, h, m, d.range(5, 9))];
  const style = look.option('closure');
  if (style === 'one-buckle') meshes.push(...closing(0, h - 1, deep + 0.5, m, d.next() < 0.4));
  if (style === 'two-buckles')
    meshes.push(...[-0.5, 0.5].flatMap((k) => closing(w * k, h - 1, deep + 0.5, m, false)));
  const low: Vec3 = [0, h - drop + 2, deep + 1.05];
  const facing = { along: [1, 0, 0] as Vec3, up: [0, 0, 1] as Vec3, side: [0, -1, 0] as Vec3 };
  if (style === 'turnlock')
    meshes.push(
      plate(3.2, 2.2, 0.2, 0.9, m.metal, { at: low, ...facing }),
      plate(1.9, 0.55, 0.6, 0.25, m.metal, { at: mad(low, [0, 0, 1], 0.2), ...facing }),
    );
  if (style === 'stud') meshes.push(rivets(0.62, m.metal, [{ at: low, ...facing }]));
  const edge = Array.from({ length: 30 }, (_, i): Vec3 => [
    w - 0.5,
    h - 1 - (i / 29) * (drop - 2.5),
    deep + 0.72 + 0.3 * Math.sin((Math.PI * i) / 29),
  ]);
  if (look.option('flap') !== 'curved')
    meshes.push(
      row(edge, [0, 0, 1], m),
      row(
        edge.map(([x, y, z]): Vec3 => [-x, y, z]),
        [0, 0, 1],
        m,
      ),
    );
  return {
    meshes,
    focus: { at: [w * 0.3, h * 0.55, deep + 1], size: 13, azimuth: 20, elevation: 16 },
    stance: { yaw: -24 + d.around(5), elevation: 12 },
  };
};

/** A puffed pocket on the front. */
function pocket(
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

export const backpack: Maker = (look) => {
  const d = look.draw.fork('pack');
  const [w, h, deep] = [d.range(13.5, 15.5), d.range(38, 43), d.range(6.5, 8)];
  const m = bagMaterials(look, look.option('body'));
  const top = look.option('top');
  const o: VesselOptions = { rings: [[0, w * 0.93, deep * 0.92], [h * 0.1, w, deep], [h * 0.62, w * 0.99, deep * 0.92], [h * 0.9, w * 0.86, deep * 0.66], [h, w * 0.72, deep * 0.5]], square: 3.6, material: m.body, slack: 0.5, seed: look.grain, unroll: m.cloth, lid: true }; // prettier-ignore
  const meshes = [vessel(o), foot(o, h * 0.16, m)];
  if (top === 'flap') {
    const line = curve([
      [0, h * 0.8, -deep * 0.8],
      [0, h * 1, -deep * 0.5],
      [0, h * 1.05, 0],
      [0, h * 1, deep * 0.62],
      [0, h * 0.85, deep * 0.95],
      [0, h * 0.66, deep * 1.06],
    ]);
    meshes.push(
      strap(
        line,
        (v) => 2 * w * (0.86 + 0.14 * clamp(v * 1.6) - 0.2 * clamp((v - 0.85) / 0.15) ** 2),
        0.3,
        { material: m.trimEdged, steps: 120, up: (t) => [0, 1 - t * 0.8, t - 0.35] },
      ),
    );
    meshes.push(...[-0.45, 0.45].flatMap((k) => closing(w * k, h * 0.88, deep * 0.94, m, false)));
  }
  if (top === 'roll') {
    meshes.push(
      tube(
        curve([
          [-w * 0.78, h + 0.6, 0],
          [0, h + 0.9, 0],
          [w * 0.78, h + 0.6, 0],
        ]),
        2.1,
        { material: m.body, steps: 60, around: 26 },
      ),
    );
    const line = curve([
      [0, h - 4, -deep * 0.6],
      [0, h + 2.9, -0.6],
      [0, h + 2.9, 0.8],
      [0, h - 6, deep * 0.82],
      [0, h - 13, deep * 1.03],
    ]);
    meshes.push(
      strap(line, 2.3, 0.28, { material: m.trimEdged, steps: 100, up: (t) => [0, 1 - t, t] }),
      ...buckle(2.8, 3, m.metal, spots(line, [0.72], () => [0, 0.3, 1], 0.25)[0]!),
    );
  }
  if (top === 'zip')
    meshes.push(
      band(
        { ...o, rings: o.rings.map(([y, a, b]) => [y, a + 0.1, b + 0.1] as const) },
        h * 0.86,
        1.2,
        0.1,
        m.trimEdged,
      ),
    );
  const pockets = look.option('pocket');
  if (pockets !== 'none')
    meshes.push(...pocket(0, h * 0.12, w * 0.72, h * 0.3, deep + 0.4, m, 1.7));
  if (pockets === 'two')
    meshes.push(
      ...[-1, 1].flatMap((s) => pocket(s * (w + 0.6), h * 0.1, 2.2, h * 0.34, 0, m, deep * 0.55)),
    );
  meshes.push(
    ...handle(
      [-3.4, h * 0.96, -deep * 0.55],
      [3.4, h * 0.96, -deep * 0.55],
      6.5,
      [0, 0, -0.5],
      2,
      m,
      3,
    ),
  );
  for (const s of [-1, 1]) {
    const line = curve([
      [s * 4, h * 0.92, -deep * 0.8],
      [s * 7.5, h * 0.86, -deep - 3],
      [s * 10.5, h * 0.5, -deep - 4.5],
      [s * 11, h * 0.2, -deep - 2.5],
      [s * w * 0.9, h * 0.06, -deep * 0.7],
    ]);
    meshes.push(
      strap(line, 5 - 1.6, 0.6, { material: m.trimEdged, steps: 90, up: () => [0, 0, -1] }),
    );
  }
  return {
    meshes,
    focus: { at: [w * 0.35, h * 0.7, deep], size: 15, azimuth: 18, elevation: 15 },
    stance: { yaw: -27 + d.around(5), elevation: 9 },
  };
};

export const duffel: Maker = (look) => {
  const d = look.draw.fork('duffel');
  const [half, radius] = [d.range(23, 27), d.range(12, 14)];
  const m = bagMaterials(look, look.option('body'));
  const square = look.option('ends') === 'square' ? 4 : 2.7;
  const o: VesselOptions = { rings: [[-half, radius * 0.965, radius * 0.93], [-half * 0.9, radius, radius * 0.97], [0, radius * 1.02, radius * 0.9], [half * 0.9, radius, radius * 0.97], [half, radius * 0.965, radius * 0.93]], square, material: m.body, slack: 0.75, seed: look.grain, unroll: m.cloth, lid: true }; // prettier-ignore
  const lie = (mesh: Mesh): Mesh => place(mesh, turn('z', Math.PI / 2), [0, radius, 0]);
  const meshes = [lie(vessel({ ...o, nv: 160 }))];
  for (const y of [-half * 0.985, half * 0.985])
    meshes.push(lie(band(o, y, 1.4, 0.12, m.trimEdged)));
  for (const y of [-half * 0.46, half * 0.46]) meshes.push(lie(band(o, y, 3.4, 0.1, m.trimEdged)));
  for (const s of [1, -1])
    meshes.push(
      ...handle(
        [-half * 0.46, radius * 1.52, s * radius * 0.99],
        [half * 0.46, radius * 1.52, s * radius * 0.99],
        18,
        [0, 0, -s * radius * 0.7],
        3,
        m,
        3.4,
      ),
    );
  const seam = curve([
    [-half * 0.93, 2 * radius + 0.1, 0],
    [0, 2 * radius + 0.35, 0],
    [half * 0.93, 2 * radius + 0.1, 0],
  ]);
  meshes.push(strap(seam, 2.2, 0.25, { material: m.trimEdged, steps: 80, up: () => UP }));
  meshes.push(tube(seam, 0.3, { material: m.metal, steps: 120, around: 8 }));
  meshes.push(
    ...[-1, 1].map((s) =>
      loopOf(1.5, 0.2, m.metal, {
        at: [s * (half + 0.5), radius * 1.2, 0],
        along: UP,
        up: [1, 0, 0],
        side: [0, 0, 1],
      }),
    ),
  );
  if (look.option('pocket') === 'side')
    meshes.push(...pocket(0, radius * 0.35, half * 0.34, radius * 1, radius * 0.98, m, 1.4));
  return {
    meshes,
    focus: { at: [half * 0.46, radius * 1.35, radius * 0.8], size: 16, azimuth: 12, elevation: 24 },
    stance: { yaw: -20 + d.around(6), elevation: 15 },
  };
};
