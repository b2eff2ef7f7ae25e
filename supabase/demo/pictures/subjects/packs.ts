/** Paper packs: coffee and dried fruit. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { vessel, wall } from '#supabase/demo/pictures/forms/body.ts';
import type { VesselOptions } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import { scatter, strap } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { packPaper } from '#supabase/demo/pictures/materials/packs.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, mad, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { beans, strewn } from '#supabase/demo/pictures/subjects/strewn.ts';
import { labelOf } from '#supabase/demo/pictures/subjects/pantry.ts';

export const packed = (
  look: Look,
  meshes: Mesh[],
  focus: Vec3,
  size: number,
  elevation = 12,
): Subject => ({
  meshes,
  focus: { at: focus, size, azimuth: -6, elevation: 14 },
  stance: { yaw: -16 + look.draw.fork('yaw').around(10), elevation },
});

/** A label on the front of a soft pack, w cm wide, that follows its wall from y0 up. */
function frontLabel(o: VesselOptions, w: number, y0: number, h: number, material: Material): Mesh {
  const at = wall(o);
  const middle = o.rings[o.rings.length >> 1]!;
  const girth = 4 * (middle[1] + middle[2]) * 0.93;
  return grid(
    (u, v) => {
      const p = at(0.25 - ((u - 0.5) * w) / girth, y0 + v * h);
      const side = at(0.25 - ((u - 0.5) * w) / girth - 0.01, y0 + v * h);
      const out = unit(cross(sub(side, p), [0, 1, 0]));
      return mad(p, out[2] < 0 ? [-out[0], 0, -out[2]] : out, 0.07);
    },
    { nu: 80, nv: 60, material },
  );
}

export const coffeeBag: Maker = (look) => {
  const d = look.draw.fork('coffee');
  const pouch = look.option('bag') === 'pouch';
  const [w, h, deep] = pouch ? [8, 23, 4] : [6.6, d.range(24, 27), 4.3];
  const paper = packPaper(look.colour('main'), look.grain);
  const rings: readonly (readonly [number, number, number])[] = pouch
    ? [[0, w * 0.9, deep * 0.9], [1, w, deep], [h * 0.5, w * 1.02, deep * 0.85], [h * 0.86, w, deep * 0.25], [h * 0.9, w, 0.25], [h, w, 0.22]]
    : [[0, w, deep], [0.6, w * 1.02, deep * 1.02], [h * 0.6, w * 1.03, deep], [h * 0.8, w, deep * 0.6], [h * 0.88, w, 0.35], [h, w, 0.3]]; // prettier-ignore
  const o: VesselOptions = {
    rings,
    square: pouch ? 3.4 : 6,
    material: paper,
    slack: 0.35,
    seed: look.grain,
    nv: 160,
  };
  const meshes = [vessel(o)];
  if (!pouch)
    meshes.push(
      strap(
        curve([
          [-w * 1.1, h - 0.8, 0.42],
          [0, h - 0.7, 0.5],
          [w * 1.1, h - 0.8, 0.42],
        ]),
        1.5,
        0.16,
        { material: packPaper(look.colour('second'), 4), steps: 40, up: () => [0, 0, 1] },
      ),
    );
  const tall = look.option('label') === 'tall';
  const band = look.option('label') === 'band';
  const [lw, lh] = band ? [w * 2.02, h * 0.3] : tall ? [w * 1.15, h * 0.56] : [w * 1.35, w * 1.35];
  const art = labelOf(look, d.pick(['hills', 'bean', 'sun'] as const), lw / lh);
  const y0 = band ? h * 0.3 : h * 0.16;
  const face = frontLabel(o, lw, y0, lh, art);
  if (look.option('label') === 'round') face.mask = (u, v) => Math.hypot(u - 0.5, v - 0.5) < 0.5;
  meshes.push(
    face,
    beans(`${look.spec.seed}/beans`, 46, { x: w * 0.45, z: deep + 6, spread: 4.4 }),
  );
  return packed(look, meshes, [2, h * 0.32, deep + 1], 9);
};

const FRUITS: Record<string, Vec3> = {
  mango: [0.72, 0.36, 0.05],
  pineapple: [0.74, 0.55, 0.16],
  banana: [0.6, 0.43, 0.19],
  passion: [0.42, 0.2, 0.09],
};

/** Pieces of dried fruit before the pack. */
function pieces(
  fruit: string,
  seed: string,
  where: { x: number; z: number; spread: number },
): Mesh {
  const colour = FRUITS[fruit]!;
  const skin: Material = (s) => {
    const k =
      1 +
      0.22 * noise3(s.rx * 2.2 + s.x, s.ry * 2.2, s.rz * 2.2) +
      0.1 * noise3(s.rx * 7, s.ry * 7, s.rz * 7);
    s.matt(colour[0] * k, colour[1] * k * (0.95 + 0.05 * k), colour[2] * k, 0.5);
    s.glow = 0.35;
    s.slopeRest(
      0.25 * noise3(s.rx * 3, s.ry, s.rz * 3),
      0,
      0.25 * noise3(s.rz * 3, s.ry, s.rx * 3),
    );
  };
  const curl =
    (k: number) =>
    ([x, y, z]: Vec3): Vec3 => [x, y + k * x * x + 0.1 * Math.sin(z * 3 + x), z];
  const one =
    fruit === 'mango' ? block(roundRect(4.6, 1.7, 0.7), rounded(0, 0.42, 0.2), { material: skin, around: 60, inner: 8, warp: curl(0.07) })
    : fruit === 'pineapple' ? lathe([[0.8, 0.05], [2.1, 0], [2.3, 0.25], [2.1, 0.55], [0.9, 0.5], [0.75, 0.28], [0.8, 0.05]], { material: skin, nu: 60, nv: 40, wobble: 0.2, section: (a) => 1 + 0.04 * Math.sin(a * 11) })
    : lathe([[0, 0.04], [1.2, 0], [1.5, 0.2], [1.25, 0.42], [0, 0.34]], { material: skin, nu: 40, nv: 30, wobble: 0.15 }); // prettier-ignore
  return scatter(one, strewn(seed, fruit === 'pineapple' ? 7 : 12, where, 0.35, 0.3));
}

export const fruitPouch: Maker = (look) => {
  const d = look.draw.fork('fruit');
  const [w, h, deep] = [7.4, d.range(20, 23), 3.6];
  const fruit = look.option('fruit');
  const rings = [[0, w * 0.92, deep * 0.9], [0.8, w, deep], [h * 0.45, w * 1.01, deep * 0.95], [h * 0.82, w, deep * 0.28], [h * 0.88, w, 0.22], [h, w, 0.2]] as const; // prettier-ignore
  const o: VesselOptions = {
    rings,
    square: 3,
    material: packPaper(look.colour('main'), look.grain),
    slack: 0.4,
    seed: look.grain,
    nv: 160,
  };
  const meshes = [vessel(o)];
  const art = labelOf(look, 'fruit', 1.2);
  meshes.push(frontLabel(o, w * 1.3, h * 0.42, (w * 1.3) / 1.2, art));
  if (look.option('window') === 'oval') {
    const colour = FRUITS[fruit]!;
    const seen: Material = (s) => {
      const n = noise3(s.rx * 0.9, s.ry * 0.9, look.grain);
      const k = 0.75 + 0.4 * n;
      s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.14);
      s.slopeRest(0.3 * n, 0.2 * noise3(s.ry * 1.2, s.rx, 3), 0);
    };
    const pane = frontLabel(o, w * 0.9, h * 0.09, h * 0.27, seen);
    pane.mask = (u, v) => Math.hypot(u - 0.5, v - 0.5) < 0.5;
    meshes.push(pane);
  }
  meshes.push(pieces(fruit, `${look.spec.seed}/fruit`, { x: w * 0.4, z: deep + 6.5, spread: 4.6 }));
  return packed(look, meshes, [w * 0.7, 2.5, deep + 4], 11, 15);
};
