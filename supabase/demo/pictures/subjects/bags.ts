/** Totes and satchels. */
import { vessel, wall } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { mad } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials, handle, row } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import {
  band,
  closing,
  flap,
  foot,
  patchPocket,
  shoulder,
} from '#supabase/demo/pictures/subjects/bag-parts.ts';
import { plate, rivets } from '#supabase/demo/pictures/subjects/hardware.ts';

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
