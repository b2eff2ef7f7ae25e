/** Parts every closed shoe has: lining, collar, insole, tongue. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import { upper } from '#supabase/demo/pictures/subjects/last.ts';
import type { Last } from '#supabase/demo/pictures/subjects/last.ts';
import { layer } from '#supabase/demo/pictures/subjects/sole.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, mix3, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Lining seen through the opening, and the sock it ends in. */
export function lining(l: Last, colour: Vec3, grain: number): Mesh[] {
  const inside = fleshSide(colour, grain);
  return [
    upper(l, inside, { offset: -0.22, from: 0.35, nu: 90, nv: 60 }),
    layer(l, -0.95, l.options.sole + 0.05, l.options.sole + 0.3, leather({ colour, seed: grain })),
  ];
}

/** A rolled edge along the opening from u = `from` around the heel; thicker when padded. */
export function collar(l: Last, material: Material, thick: number, skip = 0.06): Mesh {
  const points: Vec3[] = [];
  for (let i = 0; i <= 60; i++) {
    const u = 0.5 + skip + (1 - 2 * skip) * (i / 60);
    points.push(mad(l.at(u - Math.floor(u), 1), [0, 1, 0], -thick * 0.4));
  }
  const closed = skip === 0;
  return tube(curve(closed ? points.slice(0, -1) : points, { closed }), thick, {
    material,
    steps: 160,
    around: 12,
    closed,
  });
}

/** The tongue above the opening: continues the instep by `reach` cm. */
export function tongue(
  l: Last,
  material: Material,
  width: number,
  reach: number,
  from = 0.62,
): Mesh {
  const spine = (v: number) => l.at(0.5, v);
  const end = spine(1);
  const on = unit(mad(unit(sub(end, spine(0.9))), [0, 1, 0], 0.35));
  const f = (u: number, v: number): Vec3 => {
    const side = 2 * u - 1;
    const t = v * 1.35;
    const p = t < 1 ? spine(from + (1 - from) * t) : mad(end, on, ((t - 1) / 0.35) * reach);
    const round = Math.sqrt(Math.max(0.02, 1 - Math.pow(Math.max(0, (v - 0.86) / 0.14), 2)));
    const w = width * (0.75 + 0.35 * v) * round;
    const droop = 0.5 * side * side * w * (0.55 - 0.2 * v);
    return mix3([p[0], p[1], p[2]], [p[0] - droop * 0.4, p[1] - droop, p[2] + side * w], 1);
  };
  return grid((u, v) => mad(f(u, v), [-0.3, -0.9, 0], 0.12), { nu: 24, nv: 60, material });
}
