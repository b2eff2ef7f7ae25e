/** Backpacks and duffels. */
import { vessel } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { clamp, turn } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials, handle, spots } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { band, closing, foot, pocket, UP } from '#supabase/demo/pictures/subjects/bag-parts.ts';
import { buckle, loopOf } from '#supabase/demo/pictures/subjects/hardware.ts';

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
