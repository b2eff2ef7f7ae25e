/** Honey, spices and nut butter in glass. */
import { lathe, polygon } from '#supabase/demo/pictures/forms/lathe.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { powder } from '#supabase/demo/pictures/materials/packs.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { packed } from '#supabase/demo/pictures/subjects/packs.ts';
import {
  filling,
  glassJar,
  labelOf,
  lid,
  upright,
  wrapLabel,
} from '#supabase/demo/pictures/subjects/pantry.ts';
import { flakes, groundnuts, roundNuts } from '#supabase/demo/pictures/subjects/strewn.ts';

export const honeyJar: Maker = (look) => {
  const d = look.draw.fork('honey');
  const jar = look.option('jar');
  const squat = jar === 'squat';
  const [r, h] = squat ? [5.2, 7.4] : [4.3, d.range(9.5, 11)];
  const section = jar === 'hex' ? polygon(6) : undefined;
  const part = section ? { section } : {};
  const wall: Vec2[] = [[0, 0.05], [r * 0.85, 0], ...upright(r, 0.4, h * 0.78), [r * 0.96, h * 0.88], [r * 0.78, h], [r * 0.78, h + 0.9]]; // prettier-ignore
  const inner: Vec2[] = [[0, 0.35], [r * 0.8, 0.35], ...upright(r * 0.94, 0.7, h * 0.76), [r * 0.9, h * 0.84], [0, h * 0.845]]; // prettier-ignore
  const honey = filling(look.colour('main'), 1, look.grain);
  const meshes = [
    lathe(inner, { material: honey, nu: 140, nv: 120, ...part }),
    glassJar(wall, [0.93, 0.9, 0.82], section),
    ...lid(look.option('lid'), r * 0.8, h + 0.4, look),
  ];
  const art = labelOf(look, d.pick(['bee', 'bee', 'sun', 'hills'] as const), 1.5);
  meshes.push(wrapLabel(r * 1.008, h * 0.16, h * 0.66, jar === 'hex' ? 0.34 : 0.38, art, section));
  if (d.next() < 0.75) meshes.push(...dipper([r * 0.5, 0.9, r * 1.75], look.colour('main')));
  return packed(look, meshes, [1, h * 0.5, r], 6.5);
};

/** A wooden honey dipper lying on the table. */
function dipper(at: Vec3, honey: Vec3): Mesh[] {
  const wood: Material = (s) => {
    const k = 0.9 + 0.15 * noise3(s.rx * 5, s.ry * 0.7, s.rz * 5);
    s.matt(0.42 * k, 0.25 * k, 0.11 * k, 0.5);
  };
  const rings: Vec2[] = [[0, -1.9]];
  for (let i = 0; i < 6; i++)
    rings.push(
      [0.62 + 0.3 * Math.sin((Math.PI * (i + 0.5)) / 6), -1.8 + i * 0.55],
      [0.62 + 0.3 * Math.sin((Math.PI * (i + 0.5)) / 6), -1.55 + i * 0.55],
      [0.45, -1.5 + i * 0.55],
      [0.45, -1.3 + i * 0.55],
    );
  rings.push([0.3, 1.8], [0.27, 7.4], [0.34, 8], [0, 8.2]);
  const stick = lathe(rings, { material: wood, straight: true, nu: 40, nv: 220 });
  const pool = lathe(
    [
      [0, 0.12],
      [1.2, 0.1],
      [1.7, 0],
    ],
    { material: filling(shaded(honey, 1.1), 1, 3), nu: 60, nv: 20, wobble: 0.3 },
  );
  return [
    ...placeAll([stick], turn('z', -1.48), at).map(
      (mesh) => placeAll([mesh], IDENTITY, [0, 0.05, 0])[0]!,
    ),
    ...placeAll([pool], IDENTITY, [at[0] - 1, 0, at[2] + 0.4]),
  ];
}

export const spiceJars: Maker = (look) => {
  const count = Number(look.option('count'));
  const fills = [look.colour('main'), look.colour('accent'), paint('turmeric'), paint('chilli')];
  const meshes = Array.from({ length: count }, (_, i): Mesh[] => {
    const [r, h] = [2.7, 7.4];
    const wall: Vec2[] = [[0, 0.05], [r * 0.9, 0], ...upright(r, 0.3, h * 0.82), [r * 0.8, h * 0.93], [r * 0.76, h + 0.5]]; // prettier-ignore
    const level = h * (0.62 + 0.16 * noise3(i * 3.1, look.grain, 0));
    const fill = lathe(
      [
        [0, 0.3],
        [r * 0.9, 0.3],
        ...upright(r * 0.94, 0.6, level),
        [r * 0.5, level + 0.25],
        [0, level + 0.3],
      ],
      { material: powder(fills[i % 4]!, look.grain + i), nu: 90, nv: 70 },
    );
    const parts = [
      fill,
      glassJar(wall, [0.97, 0.97, 0.96]),
      ...lid(look.option('lid'), r * 0.78, h + 0.2, look),
      wrapLabel(r * 1.01, h * 0.22, h * 0.52, 0.3, labelOf(look, 'leaf', 1.5, `label-${i}`)),
    ];
    const x = (i - (count - 1) / 2) * 6.6;
    return placeAll(parts, turn('y', 0.2 * Math.sin(i * 2.3 + look.grain)), [
      x,
      0,
      i % 2 === 0 ? 0.6 : -0.9,
    ]);
  }).flat();
  meshes.push(
    flakes(
      `${look.spec.seed}/spice`,
      90,
      { x: -2, z: 6.4, spread: 2.2 },
      shaded(look.colour('main'), 0.9),
      0.3,
    ),
  );
  return packed(look, meshes, [0.5, 3.4, 3], 8, 15);
};

export const nutButter: Maker = (look) => {
  const d = look.draw.fork('butter');
  const [r, h] = [4.4, d.range(8.5, 10)];
  const wall: Vec2[] = [[0, 0.05], [r * 0.88, 0], ...upright(r, 0.4, h * 0.84), [r * 0.86, h * 0.96], [r * 0.84, h + 0.8]]; // prettier-ignore
  const paste = lathe(
    [[0, 0.35], [r * 0.86, 0.35], ...upright(r * 0.95, 0.7, h * 0.82), [0, h * 0.84]],
    { material: filling(look.colour('main'), 0.18, look.grain), nu: 120, nv: 90 },
  );
  const groundnut = look.option('nut') === 'groundnut';
  const meshes = [
    paste,
    glassJar(wall, [0.97, 0.96, 0.93]),
    ...lid(look.option('lid'), r * 0.86, h + 0.3, look),
    wrapLabel(r * 1.01, h * 0.2, h * 0.68, 0.4, labelOf(look, 'nut', 1.7)),
  ];
  const where = { x: r * 0.9, z: r + 4, spread: 3.4 };
  if (groundnut)
    meshes.push(
      groundnuts(`${look.spec.seed}/nuts`, 11, where),
      roundNuts(
        `${look.spec.seed}/kernels`,
        8,
        { ...where, x: -r, spread: 2.6 },
        [0.36, 0.14, 0.07],
        0.55,
      ),
    );
  else
    meshes.push(
      roundNuts(`${look.spec.seed}/shells`, 7, where, [0.17, 0.08, 0.035], 1.15),
      roundNuts(
        `${look.spec.seed}/kernels`,
        9,
        { ...where, x: -r * 0.9, spread: 3 },
        [0.7, 0.56, 0.36],
        0.75,
      ),
    );
  return packed(look, meshes, [1, h * 0.45, r], 7, 14);
};
