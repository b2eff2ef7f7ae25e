/** Agaseke, trays, wall baskets, bread and storage baskets. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { twine } from '#supabase/demo/pictures/materials/plait.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { basket, figure } from '#supabase/demo/pictures/subjects/coils.ts';
import { rivets } from '#supabase/demo/pictures/subjects/hardware.ts';
import { metalOf } from '#supabase/demo/pictures/subjects/shoe-kit.ts';

export const fibres = (look: Look): readonly Vec3[] => [
  look.colour('main'),
  look.colour('second'),
  look.colour('accent'),
];

const points = (look: Look, choices: readonly number[]): number =>
  look.draw.fork('points').pick(choices);

/** Leather straps over a rim, as handles, at two sides. */
function ears(radius: number, y: number, kind: string, look: Look): Mesh[] {
  if (kind === 'none') return [];
  const hide = leather({
    colour: paint(look.draw.fork('ear').pick(['tan', 'cognac', 'espresso'])),
    seed: look.grain,
  });
  const material =
    kind === 'leather' ? edged(hide, paint('espresso')) : twine(look.colour('main'), look.grain);
  return [-1, 1].flatMap((s) => {
    const line = curve([
      [s * (radius + 0.1), y - 5, -3.2],
      [s * (radius + 0.5), y - 1, -3.1],
      [s * (radius + 1.2), y + 4.6, -2],
      [s * (radius + 1.3), y + 5.8, 0],
      [s * (radius + 1.2), y + 4.6, 2],
      [s * (radius + 0.5), y - 1, 3.1],
      [s * (radius + 0.1), y - 5, 3.2],
    ]);
    const body =
      kind === 'leather'
        ? strap(line, 2, 0.3, { material, steps: 100, up: () => [s, 0.1, 0] })
        : tube(line, 0.75, { material, steps: 120, around: 16 });
    const studs =
      kind === 'leather'
        ? [
            rivets(
              0.36,
              metalOf(look),
              [-3.15, 3.15].map((z) => ({
                at: [s * (radius + 0.5), y - 3.6, z] as Vec3,
                along: [0, 1, 0] as Vec3,
                up: [s, 0, 0] as Vec3,
                side: [0, 0, 1] as Vec3,
              })),
            ),
          ]
        : [];
    return [body, ...studs];
  });
}

/** Agaseke: a round-bellied basket with a tall pointed lid. */
export const peaceBasket: Maker = (look) => {
  const d = look.draw.fork('agaseke');
  const shape = look.option('shape');
  const k = { tall: 1, round: 0.95, small: 0.62 }[shape]!;
  const r = (shape === 'tall' ? 10.5 : 13) * k * d.range(0.95, 1.06);
  const h = (shape === 'tall' ? 21 : 16) * k * d.range(0.94, 1.06);
  const colours = fibres(look);
  const seed = look.grain;
  const choose = figure(look.option('pattern'), points(look, [8, 10, 12]), seed);
  const body: Vec2[] = [[0, 0], [r * 0.62, 0.05], [r * 0.8, h * 0.12], [r * 0.97, h * 0.38], [r, h * 0.6], [r * 0.94, h * 0.85], [r * 0.86, h]]; // prettier-ignore
  const up = h * d.range(0.62, 0.85);
  const lid: Vec2[] = [[r * 0.93, h - 0.35], [r * 0.95, h + 0.25], [r * 0.85, h + up * 0.2], [r * 0.58, h + up * 0.5], [r * 0.26, h + up * 0.8], [0.75, h + up * 0.97], [0.55, h + up + 0.6], [0, h + up + 1]]; // prettier-ignore
  const coil = 0.62 * Math.max(0.75, k);
  const lidFigure = figure(look.option('pattern'), points(look, [8, 10, 12]), seed + 1);
  const meshes = [
    basket(body, colours, choose, seed, coil),
    basket(lid, colours, (u, v) => lidFigure(u, v * 0.7 + 0.1), seed + 3, coil),
  ];
  const small = placeAll(
    [
      basket(
        body.map(([a, b]) => [a * 0.6, b * 0.6] as const),
        colours,
        choose,
        seed,
        coil * 0.85,
      ),
      basket(
        lid.map(([a, b]) => [a * 0.6, b * 0.6] as const),
        colours,
        lidFigure,
        seed + 3,
        coil * 0.85,
      ),
    ],
    turn('y', 1.1),
    [r * 1.55, 0, r * 0.75],
  );
  return {
    meshes,
    pair: [...meshes, ...small],
    focus: { at: [0, h * 0.7, r * 0.95], size: r * 0.95, azimuth: 6, elevation: 12 },
    stance: { yaw: 0, elevation: 10 },
  };
};

/** A shallow dish profile from its middle to the rim. */
const dish = (r: number, deep: number): Vec2[] => [
  [0, 0.6],
  [r * 0.35, 0.6],
  [r * 0.7, 0.6 + deep * 0.28],
  [r * 0.92, 0.6 + deep * 0.78],
  [r, 0.6 + deep],
  [r * 1.01, deep + 0.2],
  [r * 0.92, deep * 0.6],
];

// prettier-ignore

export const trayBasket: Maker = (look) => {
  const d = look.draw.fork('tray');
  const r = d.range(17, 21);
  const deep = d.range(3.5, 5.5);
  const meshes = [
    basket(
      dish(r, deep),
      fibres(look),
      figure(look.option('pattern'), points(look, [6, 7, 8, 10, 12]), look.grain),
      look.grain,
      0.66,
      0.18,
    ),
  ];
  if (look.option('handles') === 'two')
    meshes.push(
      ...[-1, 1].map((s) =>
        tube(
          curve([
            [s * r * 0.97, deep, -4.6],
            [s * (r + 2.6), deep + 1.6, -3],
            [s * (r + 3.4), deep + 2, 0],
            [s * (r + 2.6), deep + 1.6, 3],
            [s * r * 0.97, deep, 4.6],
          ]),
          0.8,
          { material: twine(look.colour('main'), look.grain), steps: 100, around: 16 },
        ),
      ),
    );
  return {
    meshes,
    focus: { at: [r * 0.35, 1.5, r * 0.3], size: r * 0.75, azimuth: 8, elevation: 46 },
    stance: { yaw: d.range(0, 40), elevation: 42 },
    flat: true,
  };
};

export const wallBasket: Maker = (look) => {
  const d = look.draw.fork('wall');
  const colours = fibres(look);
  const set = Number(look.option('set'));
  const spots: readonly (readonly [number, number, number])[] = set === 1 ? [[0, 0, 20]] : [[-13, 6, 19], [19, 15, 12.5], [15, -14, 14.5]]; // prettier-ignore
  const names = [look.option('pattern'), 'rings', 'flower'];
  const meshes = spots.map(([x, y, r], i) => {
    const mix = i === 1 ? [colours[0]!, colours[2]!, colours[1]!] : colours;
    const one = basket(
      dish(r * d.range(0.95, 1.05), r * 0.17),
      mix,
      figure(names[i]!, points(look, [8, 10, 12, 16]), look.grain + i),
      look.grain + i * 3,
      0.62,
      0.22,
    );
    const faced = place(one, turn('x', Math.PI / 2), [x, y, 0]);
    return place(faced, IDENTITY, [0, 40, 0.2]);
  });
  return {
    meshes,
    hangs: true,
    focus: { at: [-2, 40, 2], size: 16, azimuth: 8, elevation: 6 },
    stance: { yaw: d.around(4), elevation: 2 },
  };
};

export const breadBasket: Maker = (look) => {
  const d = look.draw.fork('bread');
  const r = d.range(12, 14.5);
  const deep = d.range(6.5, 8.5);
  const profile: Vec2[] = [[0, 0], [r * 0.6, 0.05], [r * 0.76, 0.9], [r * 0.9, deep * 0.5], [r, deep], [r * 1.01, deep + 0.35], [r * 0.94, deep], [r * 0.84, deep * 0.5], [r * 0.66, 1.3], [0, 0.9]]; // prettier-ignore
  const choose = figure(look.option('pattern'), points(look, [8, 10, 12]), look.grain);
  const one = basket(profile, fibres(look), choose, look.grain, 0.62, 0.2);
  const oval = look.option('shape') === 'oval';
  const meshes = [oval ? stretched(one, 1.35) : one];
  return {
    meshes,
    focus: { at: [0, deep * 0.6, r * 0.9], size: r * 0.9, azimuth: 8, elevation: 16 },
    stance: { yaw: oval ? -24 + d.around(9) : d.range(0, 360), elevation: 24 },
  };
};

function stretched(mesh: Mesh, k: number): Mesh {
  const wide = (array: Float32Array): Float32Array =>
    array.map((value, i) => (i % 3 === 0 ? value * k : value));
  const thin = (array: Float32Array): Float32Array => {
    const out = array.map((value, i) => (i % 3 === 0 ? value / k : value));
    for (let i = 0; i < out.length; i += 3) {
      const n = Math.hypot(out[i]!, out[i + 1]!, out[i + 2]!) || 1;
      for (let c = 0; c < 3; c++) out[i + c]! /= n;
    }
    return out;
  };
  return {
    ...mesh,
    pos: wide(mesh.pos),
    tan: wide(mesh.tan),
    bit: wide(mesh.bit),
    nor: thin(mesh.nor),
  };
}

export const storageBasket: Maker = (look) => {
  const d = look.draw.fork('storage');
  const [r, h] = [d.range(15, 19), d.range(27, 38)];
  const bulge = d.range(1, 1.1);
  const profile: Vec2[] = [[0, 0], [r * 0.86, 0.05], [r * 0.93, 1.2], [r * bulge, h * 0.45], [r * 1.02, h * 0.8], [r, h], [r * 1.01, h + 0.4], [r * 0.95, h], [r * 0.95, h * 0.5], [r * 0.85, 2]]; // prettier-ignore
  const choose = figure(look.option('pattern'), points(look, [8, 10, 12]), look.grain);
  const meshes = [
    basket(
      profile,
      fibres(look),
      (u, v) => choose(u, Math.min(1, Math.max(0, (v - 0.2) / 0.45))),
      look.grain,
      0.85,
      0.35,
    ),
  ];
  if (look.option('lid') === 'yes') meshes.push(basket([[r * 1.05, h + 0.1], [r * 1.05, h + 1], [r * 0.8, h + 2.6], [r * 0.3, h + 4.2], [1.4, h + 4.6], [1.5, h + 6], [0, h + 6.6]], fibres(look), figure('rings', 8, look.grain), look.grain + 2, 0.8, 0.25)); // prettier-ignore
  meshes.push(...ears(r * 1.01, h, look.option('handles'), look));
  return {
    meshes,
    focus: { at: [0, h * 0.62, r], size: r * 0.85, azimuth: 8, elevation: 10 },
    stance: { yaw: -18 + d.around(16), elevation: 15 },
  };
};
