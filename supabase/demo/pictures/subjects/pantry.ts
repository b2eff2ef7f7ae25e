/** Parts of food pictures: labels on round and flat packs, jars, lids, beans, nuts, fruit. */
import { label } from '#supabase/demo/pictures/artwork/label.ts';
import type { Emblem } from '#supabase/demo/pictures/artwork/label.ts';
import { hex, Print } from '#supabase/demo/pictures/artwork/print.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { ellipsoid, scatter, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { use } from '#supabase/demo/pictures/look-print.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { plainCloth, labelled } from '#supabase/demo/pictures/materials/print.ts';
import { cork } from '#supabase/demo/pictures/materials/rubber.ts';
import { metalOf } from '#supabase/demo/pictures/subjects/shoe-kit.ts';
import { random } from '#supabase/demo/pictures/random.ts';
import type { Random } from '#supabase/demo/pictures/random.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

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
export const upright = (r: number, y0: number, y1: number): Vec2[] => [[r, y0], [r, y0 + 0.12 * (y1 - y0)], [r, y1 - 0.12 * (y1 - y0)], [r, y1]]; // prettier-ignore

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
