/** Mugs, bowls and plates. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { glaze, rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import { place, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import { glazeOf, scaled, turned } from '#supabase/demo/pictures/subjects/glazes.ts';
import type { Profile } from '#supabase/demo/pictures/subjects/glazes.ts';

const MUGS: Record<string, Profile> = {
  straight: [
    [0, 0.1],
    [3.5, 0],
    [3.9, 0.35],
    [4.05, 1],
    [4.1, 5],
    [4.1, 9],
    [4.02, 9.3],
    [3.85, 9.15],
    [3.8, 5],
    [3.72, 1],
    [3.2, 0.75],
    [0, 0.7],
  ],
  tulip: [
    [0, 0.1],
    [2.6, 0],
    [3.4, 0.5],
    [4.2, 2.4],
    [4.15, 5],
    [4, 7.4],
    [4.5, 9.2],
    [4.45, 9.45],
    [4.25, 9.3],
    [3.75, 7.4],
    [3.9, 5],
    [3.9, 2.4],
    [2.8, 0.9],
    [0, 0.8],
  ],
  barrel: [
    [0, 0.1],
    [3.2, 0],
    [3.7, 0.4],
    [4.3, 3],
    [4.45, 5],
    [4.2, 7.4],
    [3.8, 9],
    [3.72, 9.25],
    [3.55, 9.1],
    [3.95, 7.4],
    [4.15, 5],
    [4, 3],
    [3.3, 0.8],
    [0, 0.75],
  ],
  flared: [
    [0, 0.1],
    [2.7, 0],
    [3, 0.4],
    [3.2, 2],
    [3.6, 5],
    [4.4, 8.4],
    [4.65, 9.2],
    [4.6, 9.45],
    [4.42, 9.3],
    [4.1, 8.4],
    [3.35, 5],
    [2.95, 2],
    [2.6, 0.8],
    [0, 0.75],
  ],
};

// prettier-ignore

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
  deep: [
    [0, 0.5],
    [3, 0.5],
    [3.1, 0],
    [3.7, 0],
    [3.8, 0.6],
    [6.6, 3],
    [7.9, 6.6],
    [8.1, 8],
    [7.95, 8.2],
    [7.75, 8],
    [7.5, 6.6],
    [6.2, 3.2],
    [3.5, 1.1],
    [0, 0.9],
  ],
  shallow: [
    [0, 0.45],
    [4, 0.45],
    [4.1, 0],
    [4.8, 0],
    [4.9, 0.55],
    [8.6, 2],
    [11, 4.2],
    [11.5, 5.1],
    [11.35, 5.3],
    [11.1, 5.1],
    [10.5, 4.2],
    [8.2, 2.3],
    [4.5, 1],
    [0, 0.85],
  ],
  footed: [
    [0, 2.2],
    [2.3, 2.1],
    [3, 0.3],
    [3.5, 0],
    [3.8, 0.15],
    [3.4, 0.9],
    [3, 2.4],
    [5.6, 3.6],
    [8.3, 6.6],
    [8.9, 8.4],
    [8.75, 8.65],
    [8.5, 8.4],
    [7.8, 6.6],
    [5.2, 4],
    [0, 3],
  ],
};

// prettier-ignore

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
