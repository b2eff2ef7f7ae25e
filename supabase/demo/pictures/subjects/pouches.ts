/** Clutches, laptop sleeves and phone pouches. */
import { pillow } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { frames, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { mad } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import {
  at,
  flapped,
  lying,
  rim,
  sheet,
  shown,
  surfaceOf,
  UP,
} from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { loopOf, rivets, zip } from '#supabase/demo/pictures/subjects/hardware.ts';

export const clutch: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const d = look.draw.fork('clutch');
  const shape = look.option('shape');
  const face = surfaceOf(look, look.option('surface'), m);
  const [w, deep, thick] = [d.range(24, 28), d.range(14, 17), 2.4];
  const corner = shape === 'half-moon' ? 6.5 : 0.8;
  const meshes: Mesh[] = [
    pillow(w, deep, thick, corner, face, { slack: 0.18, seed: look.grain, rim: 0.5 }),
  ];
  if (shape === 'envelope')
    meshes.push(
      flapped(w, deep, thick, deep * 0.72, face, 0.93),
      rivets(0.55, m.metal, [lying([0, thick + 0.5, -deep / 2 + deep * 0.64])]),
    );
  if (shape === 'fold-over')
    meshes.push(flapped(w, deep, thick, deep * d.range(0.5, 0.7), m.trim, 0.02));
  if (shape === 'zip' || shape === 'half-moon') {
    const line = curve([
      [-w * 0.44, thick * 0.86, -deep * 0.36],
      [0, thick + 0.1, -deep * 0.37],
      [w * 0.44, thick * 0.86, -deep * 0.36],
    ]);
    meshes.push(
      ...zip(
        frames(line, 150, () => UP).map((f) => ({ ...f, at: mad(f.at, UP, 0.14) })),
        m.metal,
        m.trim,
      ),
    );
  }
  const loop = curve([
    [w * 0.47, thick * 0.5, -deep * 0.3],
    [w * 0.56, 0.9, -deep * 0.1],
    [w * 0.62, 0.5, deep * 0.35],
    [w * 0.5, 0.4, deep * 0.62],
    [w * 0.42, 0.5, deep * 0.4],
    [w * 0.48, 0.8, -deep * 0.1],
    [w * 0.46, thick * 0.5, -deep * 0.28],
  ]);
  if (d.next() < 0.6)
    meshes.push(strap(loop, 1, 0.2, { material: m.trimEdged, steps: 100, up: () => [0.35, 1, 0] }));
  return shown(look, meshes, [w * 0.22, thick, -deep * 0.1], 11);
};

export const laptopSleeve: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const [w, d, t] = [35, 25, 2];
  const face = surfaceOf(look, look.option('surface'), m);
  const meshes: Mesh[] = [
    pillow(w, d, t, 1.6, face, { slack: 0.12, seed: look.grain, rim: 0.8 }),
    rim(w - 1.2, d - 1.2, 1.4, t * 0.5 + 0.52, m),
  ];
  const closure = look.option('closure');
  if (closure === 'flap')
    meshes.push(
      flapped(w, d, t, 9, m.trimEdged, 0.05),
      rivets(0.5, m.metal, [lying([0, t + 0.55, -d / 2 + 7.6])]),
    );
  if (closure === 'strap')
    meshes.push(
      flapped(5.5, d, t + 0.1, 9.5, m.trimEdged, 0.3),
      rivets(0.5, m.metal, [lying([0, t + 0.6, -d / 2 + 8])]),
    );
  if (closure === 'zip')
    meshes.push(
      ...zip(
        frames(
          curve([
            [-w * 0.44, t * 0.8, -d * 0.42],
            [0, t * 0.95, -d * 0.425],
            [w * 0.46, t * 0.8, -d * 0.42],
          ]),
          200,
          () => UP,
        ),
        m.metal,
        m.trim,
      ),
    );
  if (look.option('surface') === 'felt')
    meshes.push(
      at(
        sheet(w * 0.34, d + 0.1, 0.22, 0.4, m.trim, ([x, y, z]) => [
          x,
          y +
            t / 2 +
            0.42 +
            0.62 *
              Math.sqrt(
                Math.max(
                  0,
                  (1 - Math.abs(z / (d / 2)) ** 3.2) *
                    (1 - Math.abs((x - w * 0.31) / (w / 2)) ** 3.2),
                ),
              ),
          z,
        ]),
        -w * 0.31,
        0,
        0,
      ),
    );
  return shown(look, meshes, [w * 0.1, t, -d * 0.25], 13, -18);
};

export const phonePouch: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const [w, d, t] = [10.4, 18.6, 1.7];
  const face = surfaceOf(look, look.option('surface'), m);
  const meshes: Mesh[] = [
    pillow(w, d, t, 1.2, face, { slack: 0.1, seed: look.grain, rim: 0.5 }),
    rim(w - 0.8, d - 0.8, 1, t * 0.5 + 0.36, m, 0.02, 0.48),
  ];
  const closure = look.option('closure');
  if (closure !== 'open')
    meshes.push(
      flapped(w, d, t, closure === 'flap' ? 9 : 6, m.trimEdged, closure === 'flap' ? 0.06 : 0.35),
      rivets(0.42, m.metal, [lying([0, t + 0.5, -d / 2 + (closure === 'flap' ? 7.8 : 4.9)])]),
    );
  const cord = curve([
    [-w / 2, t * 0.6, -d * 0.4],
    [-w * 0.9, 0.35, -d * 0.62],
    [-w * 1.2, 0.3, -d * 0.2],
    [-w * 1.05, 0.3, d * 0.3],
    [-w * 0.8, 0.3, d * 0.62],
    [w * 0.2, 0.3, d * 0.72],
    [w * 1.1, 0.3, d * 0.5],
    [w * 1.25, 0.3, -d * 0.1],
    [w * 0.95, 0.35, -d * 0.55],
    [w / 2, t * 0.6, -d * 0.4],
  ]);
  meshes.push(
    tube(cord, 0.26, {
      material: leather({ colour: shaded(look.colour('main'), 0.6), depth: 0.5 }),
      steps: 240,
      around: 12,
    }),
  );
  for (const s of [-1, 1])
    meshes.push(
      loopOf(0.55, 0.1, m.metal, {
        ...lying([s * (w / 2 + 0.2), t * 0.6, -d * 0.4]),
        up: [0, 0.6, 0.8],
      }),
    );
  return shown(look, meshes, [w * 0.15, t, -d * 0.2], 8.5);
};
