/** Rolled leather, tied. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { lined } from '#supabase/demo/pictures/materials/edges.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Finish } from '#supabase/demo/pictures/materials/leather.ts';
import { grid, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import { turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** A rolled hide lying along x: a spiral with uneven ends. */
function roll(look: Look, colour: Vec3, long: number, radius: number, seed: number): Mesh {
  const turns = 5.2;
  const material = lined(
    leather({ colour, finish: look.option('finish') as Finish, seed, depth: 1.1 }),
    fleshSide(shaded(paint('natural'), 0.9), seed),
  );
  const arc = (u: number): number => (1 - u) * turns * 2 * Math.PI;
  const f = (u: number, v: number): Vec3 => {
    const a = arc(u) + 0.6;
    const r = radius * (0.12 + 0.88 * (1 - u) ** 0.9);
    const tail = u < 0.035 ? (0.035 - u) * 16 : 0;
    const end = (v - 0.5) * long + (v - 0.5) * 1.6 * noise3(a * 0.16, seed, v > 0.5 ? 1 : 9);
    const sag = 1 + 0.03 * Math.sin(2 * a) + 0.04 * noise3(v * 3, a * 0.3, seed);
    return [end, radius * 1.02 + r * sag * Math.sin(a) - tail * 0.25, r * sag * Math.cos(a) + tail];
  };
  const rest = (u: number, v: number): Vec3 => [v * long, 0, (1 - (1 - u) ** 1.8) * radius * 17];
  return grid(f, { nu: 420, nv: 60, material, rest, flat: true });
}

export const leatherRoll: Maker = (look) => {
  const d = look.draw.fork('roll');
  const count = Number(look.option('count'));
  const colours = [look.colour('main'), look.colour('second'), look.colour('accent')];
  const cord = leather({ colour: shaded(paint('natural'), 0.7), depth: 0.4 });
  const place1 = (i: number): Vec3 =>
    i === 0 ? [0, 0, 0] : i === 1 ? [3, 0, -17.5] : [-1, 13.6, -8.6];
  const meshes: Mesh[] = [];
  for (let i = 0; i < count; i++) {
    const [long, r] = [d.range(58, 68), d.range(8, 9.2)];
    const parts: Mesh[] = [roll(look, colours[i]!, long, r, look.grain + i * 7)];
    for (const x of [-0.22, 0.24]) {
      const ring = curve(
        Array.from({ length: 24 }, (_, k): Vec3 => [
          x * long + 0.4 * Math.sin(k),
          r * 1.02 + (r + 0.3) * Math.sin((k / 24) * 2 * Math.PI),
          (r + 0.3) * Math.cos((k / 24) * 2 * Math.PI),
        ]),
        { closed: true },
      );
      parts.push(tube(ring, 0.32, { material: cord, steps: 120, closed: true }));
    }
    meshes.push(...placeAll(parts, turn('y', d.around(0.08)), place1(i)));
  }
  return {
    meshes,
    focus: { at: [26, 10, 6], size: 26, azimuth: 30, elevation: 18 },
    stance: { yaw: -36 + d.around(6), elevation: 17 },
  };
};
