/** Cushion covers. */
import { roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { clothOf } from '#supabase/demo/pictures/look-print.ts';
import type { Maker } from '#supabase/demo/pictures/look.ts';
import { plainCloth } from '#supabase/demo/pictures/materials/print.ts';
import { grid, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { smooth, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { fringe } from '#supabase/demo/pictures/subjects/cloth-kit.ts';

export const cushion: Maker = (look) => {
  const d = look.draw.fork('cushion');
  const lumbar = look.option('shape') === 'lumbar';
  const [w, h] = lumbar ? [50, 30] : [43, 43];
  const cloth = clothOf(look, look.option('pattern'), d.range(17, 24), { lay: 'xy' });
  const seed = look.grain;
  const puff = (x: number, y: number): number => {
    const [a, b] = [Math.abs(x) / (w / 2), Math.abs(y) / (h / 2)];
    return 8 * Math.pow(Math.max(0, (1 - a ** 2.2) * (1 - b ** 2.2)), 0.62);
  };
  // the corners draw in as the filling pulls the cloth
  const pull = (x: number, y: number): [number, number] => {
    const [a, b] = [x / (w / 2), y / (h / 2)];
    return [
      x * (1 - 0.07 * (1 - a * a) * 0 - 0.06 * (1 - b * b) * Math.abs(a) ** 3),
      y * (1 - 0.06 * (1 - a * a) * Math.abs(b) ** 3),
    ];
  };
  const face = (side: number): Mesh =>
    grid(
      (u, v) => {
        const [x0, y0] = [(u - 0.5) * w, (v - 0.5) * h];
        const [x, y] = pull(x0, y0);
        const rim = Math.max(Math.abs(x0) / (w / 2), Math.abs(y0) / (h / 2));
        const pucker =
          0.5 * smooth(0.55, 0.95, rim) * noise3(x0 * 0.35, y0 * 0.35, seed) +
          0.5 * fbm(x0 * 0.06 + seed, y0 * 0.06, 0, 2);
        return [x, y + h / 2, side * (puff(x0, y0) + (1 - rim) * pucker * 1.4)];
      },
      { nu: 180, nv: 180, material: cloth, rest: (u, v) => [(u - 0.5) * w, (v - 0.5) * h, 0] },
    );
  const ring = Array.from({ length: 80 }, (_, i): Vec3 => {
    const p = roundRect(w, h, 0.6)(i / 80);
    const [x, y] = pull(p[0], p[2]);
    return [x, y + h / 2, 0];
  });
  const edge = look.option('edge');
  const trim = plainCloth(look.colour(edge === 'piped' ? 'accent' : 'second'), {
    lay: 'uv',
    pitch: 0.08,
  });
  const meshes: Mesh[] = [
    face(1),
    face(-1),
    tube(curve(ring, { closed: true }), edge === 'piped' ? 0.42 : 0.16, {
      material: edge === 'plain' ? cloth : trim,
      steps: 320,
      closed: true,
    }),
  ];
  if (edge === 'tassels')
    for (const [x, y] of [
      [-1, 0],
      [1, 0],
      [-1, 1],
      [1, 1],
    ] as const)
      meshes.push(...tassel([x * w * 0.5, y * h + 0.5, 0.4], x, y === 0 ? 0 : 1, trim));
  if (edge === 'fringe')
    for (const s of [-1, 1])
      meshes.push(
        ...fringe(
          Array.from({ length: 10 }, (_, i): Vec3 => [
            (s * w) / 2 - s * 1.6 * Math.sin((Math.PI * i) / 9),
            1 + (i / 9) * (h - 2),
            0,
          ]),
          [s, -0.15, 0],
          4,
          trim,
          seed,
        ),
      );
  const lean = turn('x', -0.17);
  return {
    meshes: placeAll(meshes, lean),
    focus: { at: [w * 0.22, h * 0.6, 5], size: 17, azimuth: 12, elevation: 8 },
    stance: { yaw: -20 + d.around(8), elevation: 9 },
  };
};

function tassel(p: Vec3, x: number, up: number, material: Material): Mesh[] {
  const dir = [x * 0.75, up ? 0.1 : -0.15];
  return Array.from({ length: 14 }, (_, i) => {
    const a = (i / 14) * 2 * Math.PI;
    const end: Vec3 = [
      p[0] + dir[0]! * 6 + 0.7 * Math.cos(a),
      Math.max(0.15, p[1] + dir[1]! * 6 - (up ? 5.5 : 0) + 0.7 * Math.sin(a)),
      p[2] + 0.9 * Math.sin(a) + 1,
    ];
    const mid: Vec3 = [p[0] + dir[0]! * 2.4, p[1] + dir[1]! * 2.4 + 0.3, p[2]];
    return tube(curve([p, mid, end]), 0.16, { material, steps: 16, around: 7 });
  });
}
