/** Pots, vases and lamps. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { incised, rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { shadeCloth } from '#supabase/demo/pictures/materials/cloth.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { lined } from '#supabase/demo/pictures/materials/edges.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { basket, figure } from '#supabase/demo/pictures/subjects/coils.ts';
import { glazeOf, scaled, turned } from '#supabase/demo/pictures/subjects/glazes.ts';
import type { Profile } from '#supabase/demo/pictures/subjects/glazes.ts';
import { twigs } from '#supabase/demo/pictures/subjects/plants.ts';

const POTS: Record<string, Profile> = {
  water: [
    [0, 0],
    [4.5, 0.1],
    [7.5, 1.5],
    [11.6, 7],
    [12.6, 12],
    [10.6, 17.5],
    [6.4, 21],
    [4.6, 23],
    [4.7, 25.4],
    [6, 27.4],
    [6.5, 27.8],
    [6.1, 28],
    [4.2, 25.6],
    [4.1, 23],
    [6, 20.6],
    [10, 17],
  ],
  round: [
    [0, 0],
    [5, 0.1],
    [8.4, 1.2],
    [12.4, 6],
    [13.2, 10.5],
    [11, 15],
    [8.2, 17.2],
    [7.8, 18],
    [8.4, 18.6],
    [8.2, 18.9],
    [7.4, 18.4],
    [7.5, 17.2],
    [10.5, 14.6],
  ],
  cooking: [
    [0, 0],
    [6, 0.3],
    [10.4, 2.6],
    [13.6, 7.4],
    [13.2, 10.6],
    [11.2, 12.6],
    [11.4, 13.4],
    [13.6, 15],
    [13.9, 15.4],
    [13.4, 15.5],
    [11, 13.8],
    [10.8, 12.4],
    [12.6, 10],
  ],
  planter: [
    [0, 0],
    [8.6, 0.05],
    [9.1, 0.6],
    [10.4, 8],
    [11.6, 17],
    [11.7, 17.6],
    [12.4, 17.8],
    [12.5, 19.6],
    [12.2, 20],
    [11.2, 19.8],
    [10.8, 17.4],
    [9.4, 6],
    [0, 4],
  ],
};

// prettier-ignore

export const pot: Maker = (look) => {
  const d = look.draw.fork('pot');
  const shape = look.option('shape');
  const profile = scaled(POTS[shape]!, d.range(0.93, 1.07), d.range(0.92, 1.08));
  const h = Math.max(...profile.map(([, y]) => y));
  const finish = look.option('finish');
  const clay = look.colour('main');
  const material = finish === 'incised' ? incised(rawClay(clay, look.grain, 0.35), d.pick(['zigzag', 'hatch', 'rows'] as const), h * 0.56, h * d.range(0.16, 0.24))
    : finish === 'dipped' ? glazeOf(look, 'dipped', h)
    : rawClay(clay, look.grain, finish === 'burnished' ? 0.9 : 0.1); // prettier-ignore
  const meshes = [turned(profile, material, look, 0.22)];
  if (shape === 'planter' || shape === 'cooking') {
    const soil: Material = (s) => s.matt(0.03, 0.022, 0.016, 0.95);
    if (shape === 'planter')
      meshes.push(
        turned(
          [
            [0, h * 0.82],
            [10.2, h * 0.8],
          ],
          soil,
          look,
          0,
        ),
        ...twigs(look.grain, [0, h * 0.8, 0], 9, 17),
      );
  }
  return {
    meshes,
    focus: { at: [-2, h * 0.62, 10], size: 13, azimuth: -4, elevation: 12 },
    stance: { yaw: d.range(0, 360), elevation: 13 },
  };
};

const VASES: Record<string, Profile> = {
  bottle: [
    [0, 0],
    [4.6, 0.1],
    [6, 0.9],
    [6.9, 5],
    [6.4, 10],
    [3.2, 14.4],
    [1.75, 18],
    [1.7, 22],
    [2.3, 23.6],
    [2.2, 23.8],
    [1.7, 23.3],
    [1.3, 20],
  ],
  amphora: [
    [0, 0],
    [3.6, 0.1],
    [4.4, 1],
    [7.4, 8],
    [8.3, 13],
    [7, 17.6],
    [4, 20.4],
    [3.2, 22.4],
    [3.9, 24.6],
    [4.2, 25],
    [3.8, 25.1],
    [2.8, 22.6],
  ],
  cylinder: [
    [0, 0],
    [5, 0.05],
    [5.5, 0.6],
    [5.7, 6],
    [5.6, 14],
    [5.5, 21],
    [5.3, 21.6],
    [5, 21.4],
    [5, 14],
  ],
  gourd: [
    [0, 0],
    [4.6, 0.1],
    [6.8, 1.8],
    [7.6, 5.4],
    [6.2, 9.4],
    [4.5, 11.6],
    [4.7, 13.4],
    [5.1, 15.4],
    [4.2, 18],
    [2.5, 19.8],
    [2.3, 21.4],
    [2.9, 22.4],
    [2.7, 22.6],
    [2, 21.2],
  ],
  bud: [
    [0, 0],
    [3, 0.1],
    [4.6, 1.2],
    [5.6, 4.4],
    [5, 7.6],
    [2.4, 10],
    [1.3, 12],
    [1.25, 14.5],
    [1.8, 15.6],
    [1.6, 15.8],
    [1, 14.6],
  ],
};

// prettier-ignore

export const vase: Maker = (look) => {
  const d = look.draw.fork('vase');
  const profile = scaled(VASES[look.option('shape')]!, d.range(0.92, 1.1), d.range(0.92, 1.1));
  const h = Math.max(...profile.map(([, y]) => y));
  const name = look.option('glaze');
  const raw = rawClay(look.colour('main'), look.grain, 0.4);
  const material =
    name === 'raw'
      ? raw
      : name === 'sgraffito'
        ? incised(
            glazeOf(look, 'full', h),
            d.pick(['zigzag', 'hatch', 'rows'] as const),
            h * 0.42,
            h * 0.26,
            look.colour('main'),
          )
        : glazeOf(look, name, h);
  const meshes = [turned(profile, material, look, 0.14)];
  if (look.option('stems') === 'yes')
    meshes.push(
      ...twigs(
        look.grain,
        [0, h * 0.5, 0],
        look.option('shape') === 'bud' ? 3 : 6,
        h * d.range(0.95, 1.25),
      ),
    );
  return {
    meshes,
    focus: { at: [-1.5, h * 0.5, 6], size: 10, azimuth: -6, elevation: 8 },
    stance: { yaw: d.range(0, 360), elevation: 9 },
  };
};

export const lampBase: Maker = (look) => {
  const d = look.draw.fork('lamp');
  const shape = look.option('shape');
  const base: Profile = shape === 'sphere' ? [[0, 0], [5.4, 0], [5.6, 0.6], [9.6, 5], [10.6, 10], [8.6, 15.6], [3.2, 19], [2.2, 20.4], [2.1, 22]] : scaled(VASES[shape]!, 1.35, 1.15); // prettier-ignore
  const h = Math.max(...base.map(([, y]) => y));
  const foot = turned(
    base,
    d.next() < 0.5 ? glazeOf(look, 'full', h) : rawClay(look.colour('main'), look.grain, 0.7),
    look,
    0.14,
  );
  const brass: Material = (s) => {
    s.matt(0.55, 0.38, 0.14, 0.28);
    s.metal = 1;
  };
  const neck = lathe(
    [
      [1.4, h - 0.6],
      [1.4, h + 0.8],
      [0.8, h + 1],
      [0.8, h + 4],
    ],
    { material: brass, straight: true, nu: 40, nv: 30 },
  );
  const [r0, r1, y0, y1] = [d.range(15, 18), d.range(9, 12.5), h + 2.4, h + d.range(18, 22)];
  const shade =
    look.option('shade') === 'woven'
      ? basket(
          [
            [r0, y0],
            [(r0 + r1) / 2, (y0 + y1) / 2],
            [r1, y1],
          ],
          [look.colour('second'), look.colour('accent'), look.colour('accent')].map((c) =>
            shaded(c, 1),
          ),
          figure('bands', 8, 0),
          look.grain,
          0.7,
          0.1,
        )
      : lathe(
          [
            [r0, y0],
            [r1, y1],
          ],
          {
            material: shadeCloth([0.62, 0.54, 0.42], (y0 + y1) / 2),
            straight: true,
            nu: 180,
            nv: 60,
          },
        );
  const rings = [
    [r0, y0],
    [r1, y1],
  ].map(([r, y]) =>
    tube(
      curve(
        Array.from({ length: 40 }, (_, i): Vec3 => [
          r! * Math.cos((i / 40) * 2 * Math.PI),
          y!,
          r! * Math.sin((i / 40) * 2 * Math.PI),
        ]),
        { closed: true },
      ),
      0.28,
      { material: lined(shadeCloth([0.8, 0.7, 0.55], y0), brass), steps: 160, closed: true },
    ),
  );
  return {
    meshes: [foot, neck, shade, ...rings],
    focus: { at: [-2, h * 0.5, 8], size: 13, azimuth: -6, elevation: 8 },
    stance: { yaw: d.range(0, 360), elevation: 8 },
  };
};
