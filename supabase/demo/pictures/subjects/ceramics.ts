/** Pots, mugs, bowls, plates, vases and lamps. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { glaze, incised, rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { shadeCloth } from '#supabase/demo/pictures/materials/cloth.ts';
import { lined } from '#supabase/demo/pictures/materials/edges.ts';
import { basket, figure } from '#supabase/demo/pictures/subjects/coils.ts';
import { twigs } from '#supabase/demo/pictures/subjects/plants.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

type Profile = readonly Vec2[];

const scaled = (profile: Profile, k: number, ky = k): Vec2[] =>
  profile.map(([r, y]) => [r * k, y * ky]);

/** Glaze by name over the look's clay; `h` is the height it covers. */
function glazeOf(look: Look, name: string, h: number, rim = true): Material {
  const d = look.draw.fork('glaze');
  const [clay, colour] = [look.colour('main'), look.colour('second')];
  const seed = look.grain;
  const line = d.range(0.28, 0.5) * h;
  const edge = (y: number) => (rim ? smooth(h - 0.35, h - 0.05, y) * 0.8 : 0);
  const gloss = d.range(0.45, 0.95);
  const speckle = name === 'speckled' ? 0.9 : d.pick([0, 0, 0.35]);
  const coat = glaze({ colour, clay, seed, speckle, gloss, thin: edge });
  const bare = rawClay(clay, seed, 0.25);
  if (name === 'full' || name === 'speckled') return (s) => (s.ry < 0.45 ? bare(s) : coat(s));
  const wavy = (s: { rx: number; rz: number }) =>
    line +
    0.5 * Math.sin(Math.atan2(s.rz, s.rx) * 2 + seed) +
    0.2 * Math.sin(Math.atan2(s.rz, s.rx) * 5 + seed);
  if (name === 'two-tone') {
    const other = glaze({ colour: look.colour('accent'), clay, seed: seed + 3, gloss, speckle });
    return (s) => (s.ry < 0.45 ? bare(s) : s.ry < wavy(s) ? other(s) : coat(s));
  }
  if (name === 'inside') return (s) => (s.inside ? coat(s) : bare(s));
  return (s) => {
    const edgeAt = s.ry - wavy(s);
    if (edgeAt < 0) bare(s);
    else {
      coat(s);
      // the rim of the glaze is a thick, darker roll
      const roll = Math.exp(-((edgeAt / 0.16) ** 2));
      s.slopeRest(0, 0.7 * roll * (edgeAt < 0.12 ? 1 : -1), 0);
      s.crease = 0.2 * roll;
    }
  };
}

const turned = (
  profile: Profile,
  material: Material,
  look: Look,
  wobble = 0.06,
  seed = look.grain,
): Mesh => lathe(profile, { material, wobble, seed, nu: 200, nv: 220 });

const POTS: Record<string, Profile> = {
  water: [[0, 0], [4.5, 0.1], [7.5, 1.5], [11.6, 7], [12.6, 12], [10.6, 17.5], [6.4, 21], [4.6, 23], [4.7, 25.4], [6, 27.4], [6.5, 27.8], [6.1, 28], [4.2, 25.6], [4.1, 23], [6, 20.6], [10, 17]],
  round: [[0, 0], [5, 0.1], [8.4, 1.2], [12.4, 6], [13.2, 10.5], [11, 15], [8.2, 17.2], [7.8, 18], [8.4, 18.6], [8.2, 18.9], [7.4, 18.4], [7.5, 17.2], [10.5, 14.6]],
  cooking: [[0, 0], [6, 0.3], [10.4, 2.6], [13.6, 7.4], [13.2, 10.6], [11.2, 12.6], [11.4, 13.4], [13.6, 15], [13.9, 15.4], [13.4, 15.5], [11, 13.8], [10.8, 12.4], [12.6, 10]],
  planter: [[0, 0], [8.6, 0.05], [9.1, 0.6], [10.4, 8], [11.6, 17], [11.7, 17.6], [12.4, 17.8], [12.5, 19.6], [12.2, 20], [11.2, 19.8], [10.8, 17.4], [9.4, 6], [0, 4]],
}; // prettier-ignore

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

const MUGS: Record<string, Profile> = {
  straight: [[0, 0.1], [3.5, 0], [3.9, 0.35], [4.05, 1], [4.1, 5], [4.1, 9], [4.02, 9.3], [3.85, 9.15], [3.8, 5], [3.72, 1], [3.2, 0.75], [0, 0.7]],
  tulip: [[0, 0.1], [2.6, 0], [3.4, 0.5], [4.2, 2.4], [4.15, 5], [4, 7.4], [4.5, 9.2], [4.45, 9.45], [4.25, 9.3], [3.75, 7.4], [3.9, 5], [3.9, 2.4], [2.8, 0.9], [0, 0.8]],
  barrel: [[0, 0.1], [3.2, 0], [3.7, 0.4], [4.3, 3], [4.45, 5], [4.2, 7.4], [3.8, 9], [3.72, 9.25], [3.55, 9.1], [3.95, 7.4], [4.15, 5], [4, 3], [3.3, 0.8], [0, 0.75]],
  flared: [[0, 0.1], [2.7, 0], [3, 0.4], [3.2, 2], [3.6, 5], [4.4, 8.4], [4.65, 9.2], [4.6, 9.45], [4.42, 9.3], [4.1, 8.4], [3.35, 5], [2.95, 2], [2.6, 0.8], [0, 0.75]],
}; // prettier-ignore

export const mug: Maker = (look) => {
  const d = look.draw.fork('mug');
  const [k, ky] = [d.range(0.95, 1.08), d.range(0.9, 1.06)];
  const profile = scaled(MUGS[look.option('shape')]!, k, ky);
  const h = 9.3 * ky;
  const material = glazeOf(look, look.option('glaze'), h);
  const side = (y: number): number => {
    const i = profile.findIndex(([, py], n) => n > 1 && py >= y);
    const [a, b] = [profile[i - 1]!, profile[i]!];
    return a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1] || 1);
  };
  const [low, high] = [h * 0.22, h * 0.78];
  const out = d.range(2.6, 3.4);
  const ear = curve([
    [side(high) - 0.25, high, 0],
    [side(high) + out * 0.55, high + 0.55, 0],
    [side(high) + out, high - 0.9, 0],
    [side(low) + out * 0.92, (low + high) / 2 - 0.4, 0],
    [side(low) + out * 0.5, low + 0.5, 0],
    [side(low) - 0.25, low, 0],
  ]);
  const meshes = [
    turned(profile, material, look, 0.05),
    tube(ear, (v) => 0.52 + 0.16 * Math.abs(2 * v - 1) ** 3, {
      material,
      steps: 80,
      around: 20,
      capped: false,
    }),
  ];
  const held = meshes.map((mesh) => ({ ...mesh }));
  const pair = [...held, ...placeAll(meshes, turn('y', 1.9), [-9.5, 0, -4.5])];
  return {
    meshes,
    pair,
    focus: { at: [-1, h * 0.6, 4], size: 7, azimuth: -6, elevation: 12 },
    stance: { yaw: -28 + d.around(14), elevation: 16 },
  };
};

const BOWLS: Record<string, Profile> = {
  deep: [[0, 0.5], [3, 0.5], [3.1, 0], [3.7, 0], [3.8, 0.6], [6.6, 3], [7.9, 6.6], [8.1, 8], [7.95, 8.2], [7.75, 8], [7.5, 6.6], [6.2, 3.2], [3.5, 1.1], [0, 0.9]],
  shallow: [[0, 0.45], [4, 0.45], [4.1, 0], [4.8, 0], [4.9, 0.55], [8.6, 2], [11, 4.2], [11.5, 5.1], [11.35, 5.3], [11.1, 5.1], [10.5, 4.2], [8.2, 2.3], [4.5, 1], [0, 0.85]],
  footed: [[0, 2.2], [2.3, 2.1], [3, 0.3], [3.5, 0], [3.8, 0.15], [3.4, 0.9], [3, 2.4], [5.6, 3.6], [8.3, 6.6], [8.9, 8.4], [8.75, 8.65], [8.5, 8.4], [7.8, 6.6], [5.2, 4], [0, 3]],
}; // prettier-ignore

export const bowl: Maker = (look) => {
  const d = look.draw.fork('bowl');
  const profile = scaled(BOWLS[look.option('shape')]!, d.range(0.95, 1.1), d.range(0.9, 1.1));
  const h = Math.max(...profile.map(([, y]) => y));
  const name = look.option('glaze');
  const coat = glazeOf(look, name === 'inside' ? 'full' : name, h);
  // the inner face of a turned bowl is the later half of its profile
  const peak = profile.findIndex(([, y]) => y === h) / (profile.length - 1);
  const clay = rawClay(look.colour('main'), look.grain, 0.3);
  const full = glazeOf(look, 'full', h);
  const material: Material = (s) => (s.v > peak ? full(s) : name === 'inside' ? clay(s) : coat(s));
  const count = Number(look.option('count'));
  const meshes = Array.from({ length: count }, (_, i) =>
    place(turned(profile, material, look, 0.12, look.grain + i), turn('y', i * 2.1), [
      d.around(0.25),
      i * h * 0.34,
      d.around(0.25),
    ]),
  );
  return {
    meshes,
    focus: { at: [-2, h * 0.8 + (count - 1) * h * 0.34, 6], size: 11, azimuth: -4, elevation: 22 },
    stance: { yaw: d.range(0, 360), elevation: 24 },
  };
};

export const plateSet: Maker = (look) => {
  const d = look.draw.fork('plates');
  const r = d.range(12.5, 14.5);
  const wide = look.option('rim') === 'wide';
  const profile: Profile = wide
    ? [[0, 0.45], [r * 0.5, 0.45], [r * 0.52, 0], [r * 0.58, 0], [r * 0.6, 0.5], [r * 0.7, 1.5], [r * 0.96, 2.1], [r, 2.25], [r * 0.985, 2.5], [r * 0.94, 2.45], [r * 0.7, 1.9], [r * 0.62, 1.05], [0, 0.85]]
    : [[0, 0.45], [r * 0.52, 0.45], [r * 0.54, 0], [r * 0.6, 0], [r * 0.62, 0.5], [r * 0.85, 1.2], [r, 2.5], [r * 0.985, 2.75], [r * 0.96, 2.6], [r * 0.82, 1.55], [r * 0.6, 0.95], [0, 0.85]]; // prettier-ignore
  const name = look.option('glaze');
  const base = glazeOf(look, name === 'banded' || name === 'dipped' ? 'full' : name, 2.6);
  const ring = glaze({
    colour: look.colour('accent'),
    clay: look.colour('main'),
    seed: look.grain,
    gloss: 0.6,
  });
  const clay = rawClay(look.colour('main'), look.grain, 0.3);
  const cut = d.range(-0.35, 0.3) * r;
  const material: Material = (s) => {
    const rr = Math.hypot(s.rx, s.rz);
    if (name === 'banded' && ((rr > r * 0.7 && rr < r * 0.74) || (rr > r * 0.79 && rr < r * 0.81)))
      ring(s);
    else if (name === 'dipped' && s.rx * 0.8 + s.rz * 0.6 > cut + 4) clay(s);
    else base(s);
  };
  const count = Number(look.option('count'));
  const plates = Array.from({ length: count - 1 }, (_, i) =>
    place(turned(profile, material, look, 0.1, look.grain + i), turn('y', d.range(0, 6)), [
      d.around(0.3),
      i * 1.25,
      d.around(0.3),
    ]),
  );
  // the last one leans on the stack to show its face
  const lean = place(
    place(turned(profile, material, look, 0.1, look.grain + 9), turn('x', 1.25), [0, 0, 0]),
    turn('y', -0.25),
    [-3, r * 0.95 + 0.1, -r * 1.12],
  );
  const top = place(
    turned(scaled(profile, 0.72, 0.95), material, look, 0.1, look.grain + 5),
    turn('y', 1),
    [0.3, (count - 1) * 1.25, 0.2],
  );
  return {
    meshes: [...plates, lean, top],
    focus: { at: [3, count * 1.3, r * 0.5], size: 11, azimuth: 4, elevation: 28 },
    stance: { yaw: d.around(16), elevation: 22 },
  };
};

const VASES: Record<string, Profile> = {
  bottle: [[0, 0], [4.6, 0.1], [6, 0.9], [6.9, 5], [6.4, 10], [3.2, 14.4], [1.75, 18], [1.7, 22], [2.3, 23.6], [2.2, 23.8], [1.7, 23.3], [1.3, 20]],
  amphora: [[0, 0], [3.6, 0.1], [4.4, 1], [7.4, 8], [8.3, 13], [7, 17.6], [4, 20.4], [3.2, 22.4], [3.9, 24.6], [4.2, 25], [3.8, 25.1], [2.8, 22.6]],
  cylinder: [[0, 0], [5, 0.05], [5.5, 0.6], [5.7, 6], [5.6, 14], [5.5, 21], [5.3, 21.6], [5, 21.4], [5, 14]],
  gourd: [[0, 0], [4.6, 0.1], [6.8, 1.8], [7.6, 5.4], [6.2, 9.4], [4.5, 11.6], [4.7, 13.4], [5.1, 15.4], [4.2, 18], [2.5, 19.8], [2.3, 21.4], [2.9, 22.4], [2.7, 22.6], [2, 21.2]],
  bud: [[0, 0], [3, 0.1], [4.6, 1.2], [5.6, 4.4], [5, 7.6], [2.4, 10], [1.3, 12], [1.25, 14.5], [1.8, 15.6], [1.6, 15.8], [1, 14.6]],
}; // prettier-ignore

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
