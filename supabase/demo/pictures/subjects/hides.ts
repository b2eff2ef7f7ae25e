/** Whole hides, flat and hung. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { lined } from '#supabase/demo/pictures/materials/edges.ts';
import { hairOn } from '#supabase/demo/pictures/materials/fibre.ts';
import { fleshSide, leather } from '#supabase/demo/pictures/materials/leather.ts';
import type { Finish } from '#supabase/demo/pictures/materials/leather.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { smooth } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const skin = (look: Look, colour: Vec3, seed = look.grain): Material => {
  const finish = look.option('finish');
  return finish === 'hair-on'
    ? hairOn(colour, seed)
    : leather({ colour, finish: finish as Finish, seed, depth: 1.1 });
};

/** Edge of a whole hide seen from above: neck, forelegs, flanks, hindlegs, tail. */
function hideOutline(look: Look): (angle: number) => number {
  const d = look.draw.fork('hide');
  const seed = look.grain;
  const legs = [0.62, 2.52, 3.76, 5.66].map((a) => a + d.around(0.1));
  return (angle) => {
    let r = 78 + 8 * Math.cos(2 * angle);
    for (const leg of legs) {
      const off = Math.atan2(Math.sin(angle - leg), Math.cos(angle - leg));
      r += 26 * Math.exp(-((off / 0.16) ** 2));
    }
    r += 15 * Math.exp(-((Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle))) / 0.2) ** 2));
    return (
      r +
      5 * noise3(Math.cos(angle) * 2 + seed, Math.sin(angle) * 2, 0.5) +
      2.2 * noise3(Math.cos(angle) * 7, Math.sin(angle) * 7 + seed, 1.5)
    );
  };
}

export const hide: Maker = (look) => {
  const edge = hideOutline(look);
  const face = lined(skin(look, look.colour('main')), fleshSide(paint('natural')));
  const seed = look.grain;
  const flat = (u: number, v: number): Vec3 => {
    const a = 2 * Math.PI * u;
    const r = edge(a) * Math.sqrt(v);
    return [r * Math.cos(a) * 1.12, 0, r * Math.sin(a) * 0.92];
  };
  const draped = look.option('laid') === 'draped';
  const f = (u: number, v: number): Vec3 => {
    const p = flat(u, v);
    const wave = fbm(p[0] * 0.018 + seed, p[2] * 0.018, 0.3, 2);
    const curl =
      smooth(0.82, 1, v) * (1.4 + 2.6 * Math.max(0, noise3(p[0] * 0.04, p[2] * 0.04, seed)));
    if (!draped) return [p[0], 0.5 + 1.7 * Math.max(0, wave) + curl, p[2]];
    // hung over a pole: both halves fall, with folds that deepen downwards
    const fall = Math.abs(p[0]);
    const folds = Math.sin(p[2] * 0.11 + 2 * wave + seed) * 0.06 * fall + 2.5 * wave;
    const over = 6;
    const a = Math.min(1, fall / (over * 1.57)) * (Math.PI / 2);
    const rest = Math.max(0, fall - over * 1.57);
    const side = Math.sign(p[0] || 1);
    return [
      p[2],
      100 - over + over * Math.cos(a) - rest,
      side * (over * Math.sin(a) + 0.12 * rest + folds),
    ];
  };
  const meshes: Mesh[] = [grid(f, { nu: 360, nv: 110, material: face, closeU: true, rest: flat })];
  if (draped)
    meshes.push(
      tube(
        curve([
          [-110, 93, 0],
          [110, 94, 0],
        ]),
        3.4,
        { material: (s) => s.matt(0.2, 0.12, 0.06, 0.7), steps: 20, around: 20 },
      ),
    );
  return {
    meshes,
    focus: {
      at: draped ? [20, 55, 12] : [35, 2, 20],
      size: 34,
      azimuth: 8,
      elevation: draped ? 10 : 34,
    },
    stance: { yaw: draped ? -14 : look.draw.fork('yaw').around(14), elevation: draped ? 6 : 52 },
    flat: true,
  };
};
