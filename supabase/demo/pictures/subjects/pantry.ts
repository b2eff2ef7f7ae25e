/** Parts of food packs: labels, glass, fillings and lids. */
import { label } from '#supabase/demo/pictures/artwork/label.ts';
import type { Emblem } from '#supabase/demo/pictures/artwork/label.ts';
import { hex, Print } from '#supabase/demo/pictures/artwork/print.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { use } from '#supabase/demo/pictures/look-print.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { labelled, plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { cork } from '#supabase/demo/pictures/materials/rubber.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { metalOf } from '#supabase/demo/pictures/subjects/shoe-kit.ts';

/** Printed label as a material, `ratio` wide to high. */
export function labelOf(look: Look, emblem: Emblem, ratio: number, name = 'label'): Material {
  const inks = {
    paper: hex(look.colour('second')),
    ink: hex(shaded(look.colour('accent'), 0.8)),
    accent: hex(accentOf(look)),
  };
  const h = ratio > 1 ? 300 : 520;
  return labelled(
    use(
      look,
      new Print(label(Math.round(h * ratio), h, emblem, inks, look.draw.fork(name)), 900, false),
    ),
  );
}

/** A third colour that shows on the label's paper. */
function accentOf(look: Look): Vec3 {
  const paper = look.colour('second');
  const light = 0.3 * paper[0] + 0.6 * paper[1] + 0.1 * paper[2];
  return light > 0.25 ? [0.5, 0.12, 0.05] : [0.62, 0.36, 0.08];
}

/** A label around the front of a round pack from y0 to y1; `turns` of the circle. */
export const wrapLabel = (
  radius: number,
  y0: number,
  y1: number,
  turns: number,
  material: Material,
  section?: (a: number) => number,
): Mesh =>
  lathe(
    [
      [radius, y0],
      [radius, y1],
    ],
    {
      material,
      straight: true,
      nu: 120,
      nv: 30,
      turns: [-turns / 2, turns / 2],
      ...(section ? { section } : {}),
    },
  );

/** Profile points of a straight wall, held straight by a second point near each end. */
export const upright = (r: number, y0: number, y1: number): Vec2[] => [
  [r, y0],
  [r, y0 + 0.12 * (y1 - y0)],
  [r, y1 - 0.12 * (y1 - y0)],
  [r, y1],
];

// prettier-ignore

/** Clear glass and its lid over a profile of [radius, height]. */
export function glassJar(
  profile: readonly (readonly [number, number])[],
  tint: Vec3,
  section?: (a: number) => number,
): Mesh {
  return lathe(profile, {
    material: (s) => s.matt(0.9, 0.9, 0.9),
    glass: tint,
    nu: 160,
    nv: 140,
    ...(section ? { section } : {}),
  });
}

/** A liquid or paste seen through glass: light gathers on the side away from the window. */
export function filling(colour: Vec3, clear: number, seed: number): Material {
  return (s) => {
    const through = Math.max(0, 0.75 * s.nx - 0.35 * s.ny + 0.35 * s.nz);
    const edge = 1 - Math.min(1, Math.abs(s.nx));
    const cloud = 1 + 0.08 * fbm(s.rx * 0.35 + seed, s.ry * 0.35, s.rz * 0.35, 3);
    const k = cloud * (1 - clear * 0.2 + clear * (1.2 * through + 0.3 * edge));
    s.matt(
      colour[0] * k * (1 + 0.25 * clear * through),
      colour[1] * k,
      colour[2] * k * (1 - 0.3 * clear),
      0.3,
    );
    s.glow = 0.6 * clear + 0.15;
    s.f0 = 0.02;
  };
}

/** Screw lid, cloth tied over the top, or a cork; sits on a neck of radius r at height y. */
export function lid(kind: string, r: number, y: number, look: Look): Mesh[] {
  if (kind === 'cork')
    return [
      lathe(
        [
          [r * 0.84, y - 1],
          [r * 0.86, y],
          [r * 0.95, y + 1.5],
          [r * 0.93, y + 1.7],
          [0, y + 1.75],
        ],
        { material: cork([0.5, 0.3, 0.14]), nu: 60, nv: 40 },
      ),
    ];
  if (kind === 'cloth') return clothLid(r, y, look);
  const metal = metalOf(look);
  const ribbed: Material = (s) => {
    metal(s);
    const side = s.ry < y + 0.9 && s.ry > y - 0.75;
    if (side) s.slopeAlong(0.5 * Math.sin(s.u * 2 * Math.PI * 90) * Math.min(1, 0.1 / s.foot), 0);
  };
  return [
    lathe(
      [
        [r * 1.06, y - 0.9],
        [r * 1.1, y - 0.8],
        [r * 1.1, y + 0.75],
        [r * 1.06, y + 1],
        [r * 0.96, y + 1.05],
        [r * 0.93, y + 0.95],
        [0, y + 0.98],
      ],
      { material: ribbed, nu: 180, nv: 60 },
    ),
  ];
}

function clothLid(r: number, y: number, look: Look): Mesh[] {
  const cloth = plainCloth(look.colour('accent'), { lay: 'uv', pitch: 0.07 });
  const seed = look.grain;
  const cover = lathe([[0, y + 1.15], [r * 0.8, y + 1.1], [r * 1.08, y + 0.8], [r * 1.14, y - 0.3], [r * 1.2, y - 1], [r * 1.5, y - 2.1]], {
    material: cloth, nu: 220, nv: 60, wobble: 0.1, seed,
    section: (a) => 1 + 0.035 * Math.sin(a * 17 + seed) + 0.02 * Math.sin(a * 9),
  }); // prettier-ignore
  const string = tube(
    curve(
      Array.from({ length: 30 }, (_, i): Vec3 => [
        r * 1.2 * Math.cos((i / 30) * 6.2832),
        y - 0.45,
        r * 1.2 * Math.sin((i / 30) * 6.2832),
      ]),
      { closed: true },
    ),
    0.14,
    { material: (s) => s.matt(0.5, 0.38, 0.22, 0.9), steps: 140, closed: true },
  );
  return [cover, string];
}
