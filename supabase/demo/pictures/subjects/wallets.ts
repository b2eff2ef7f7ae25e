/** Wallets and card holders. */
import { roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { pillow } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { ellipsoid, frames, scatter, strap, tube } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { at, lying, rim, sheet, shown, UP } from '#supabase/demo/pictures/subjects/flat-kit.ts';
import { rivets, zip } from '#supabase/demo/pictures/subjects/hardware.ts';

/** Wavy edge lacing over a rim. */
function lacing(width: number, depth: number, corner: number, y: number, material: Material): Mesh {
  const c = roundRect(width - 0.3, depth - 0.3, corner);
  const count = Math.round((width + depth) * 2.2);
  const line = curve(
    Array.from({ length: count }, (_, i) => c(i / count)),
    { closed: true, steps: 600 },
  );
  const list = frames(line, count, () => UP).map((f) => ({ ...f, at: mad(f.at, UP, y) }));
  return scatter(ellipsoid([0.13, 0.1, 0.36], material, 10, 6), list);
}

/** Two covers that lie on each other, open by a finger's width along the long side. */
function folded(w: number, d: number, gap: number, corner: number, m: BagMaterials): Mesh[] {
  const lower = sheet(w, d, 0.28, corner, m.trim);
  const lift = (p: Vec3): Vec3 => {
    const t = (p[2] + d / 2) / d;
    return [p[0], p[1] + 0.28 + gap * t + 0.25 * Math.sin(Math.PI * t), p[2]];
  };
  const upper = sheet(w, d, 0.28, corner, m.trim, lift);
  const fold = tube(
    curve([
      [-w / 2 + 0.15, 0.32, -d / 2 + 0.1],
      [0, 0.32, -d / 2 + 0.06],
      [w / 2 - 0.15, 0.32, -d / 2 + 0.1],
    ]),
    0.3,
    { material: m.trim, steps: 40, around: 16 },
  );
  const leaves = [0.3, 0.55].map((k) =>
    sheet(w - 0.5, d - 0.5, 0.14, 0.2, m.lining, (p) => [
      p[0],
      p[1] + 0.25 + k * gap * ((p[2] + d / 2) / d),
      p[2],
    ]),
  );
  return [lower, upper, fold, ...leaves];
}

function edgeOf(
  look: Look,
  w: number,
  d: number,
  corner: number,
  y: number,
  m: BagMaterials,
): Mesh[] {
  const style = look.option('edge');
  if (style === 'laced')
    return [lacing(w, d, corner, y + 0.02, leather({ colour: shaded(look.colour('main'), 0.5) }))];
  if (style === 'stitched') return [rim(w - 0.6, d - 0.6, corner, y, m)];
  return [];
}

export const wallet: Maker = (look) => {
  const d = look.draw.fork('wallet');
  const m = bagMaterials(look, 'leather');
  const shape = look.option('shape');
  if (shape === 'bifold' || shape === 'long') {
    const [w, deep] = shape === 'long' ? [19.5, 9.6] : [11.6, 9.4];
    const gap = d.range(0.5, 1.1);
    const parts = folded(w, deep, gap, 0.5, m);
    const tilt = Math.atan2(gap, deep);
    const edge = edgeOf(look, w, deep, 0.5, 0.01, m).map((mesh) =>
      place(mesh, turn('x', -tilt), [0, 0.56 + gap / 2 + 0.12, 0]),
    );
    if (shape === 'long') edge.push(rivets(0.5, m.metal, [lying([0, 0.6 + gap, deep * 0.36])]));
    return shown(look, [...parts, ...edge], [w * 0.3, 1, deep * 0.3], 7);
  }
  const [w, deep, thick] = shape === 'coin' ? [10.5, 8.2, 2.2] : [20, 10.4, 2.4];
  const body = pillow(w, deep, thick, shape === 'coin' ? 2.4 : 0.9, m.trim, {
    slack: 0.15,
    seed: look.grain,
    rim: 0.9,
  });
  const run = roundRect(w + 0.1, deep + 0.1, shape === 'coin' ? 2.4 : 0.9);
  const around = curve(
    Array.from({ length: 120 }, (_, i) => mad(run(0.27 + (i / 119) * 0.985), UP, thick / 2)),
  );
  const closed = zip(
    frames(around, 150, (t) => {
      const p = around(t);
      return [p[0], 0, p[2] * 1.6];
    }),
    m.metal,
    leather({ colour: [0.02, 0.02, 0.02] }),
  );
  const stitched =
    look.option('edge') === 'painted'
      ? []
      : [rim(w - 1, deep - 1, shape === 'coin' ? 2 : 0.7, thick * 0.5 + 0.62, m)];
  return shown(look, [body, ...closed, ...stitched], [w * 0.3, thick, deep * 0.25], 7);
};

export const cardHolder: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const [w, deep] = [10.2, 7.6];
  const slots = Number(look.option('slots'));
  const shape = look.option('shape');
  const meshes: Mesh[] = [sheet(w, deep, 0.22, 0.6, m.trim)];
  for (let i = 0; i < slots; i++) {
    const k = deep - 1 - i * 1.15;
    const part = sheet(
      w,
      k,
      0.2,
      0.5,
      leather({
        colour: shaded(look.colour('main'), 1 - 0.05 * i),
        seed: look.grain + i,
        finish: 'smooth',
      }),
      ([x, y, z]) => [x, y + 0.05 * Math.cos((Math.PI * x) / w), z],
    );
    meshes.push(at(part, 0, 0.2 + 0.19 * i, (deep - k) / 2));
  }
  const cards = [shaded(paint('cream'), 0.9), shaded(paint('teal'), 0.9), paint('ochre')];
  const card = (i: number): Mesh =>
    sheet(8.4, 5.3, 0.08, 0.35, (s) => {
      const c = cards[i % 3]!;
      s.matt(c[0], c[1], c[2], 0.35);
    });
  for (let i = 0; i < Math.min(2, slots); i++)
    meshes.push(at(card(i), 0.1 * i, 0.21 + 0.19 * i, -0.75 + 1.15 * i));
  const y = 0.2 + 0.19 * (slots - 1) + 0.2;
  meshes.push(rim(w - 0.55, deep - 0.55, 0.5, y, m, 0.02, 0.48));
  if (shape === 'folded')
    meshes.push(
      strap(
        curve([
          [w * 0.28, 0.1, -deep / 2 - 0.3],
          [w * 0.28, 0.5, -deep / 2 - 0.55],
          [w * 0.28, y + 0.25, -deep / 2 + 0.2],
          [w * 0.28, y + 0.22, 0.6],
        ]),
        1.7,
        0.22,
        { material: m.trimEdged, steps: 50, up: (t) => [0, t > 0.3 ? 1 : 0.2, t < 0.5 ? -1 : 0] },
      ),
      rivets(0.38, m.metal, [lying([w * 0.28, y + 0.36, 0.1])]),
    );
  if (shape === 'sleeve')
    meshes.push(sheet(w * 0.24, 1.1, 0.1, 0.5, (s) => s.matt(0.02, 0.015, 0.012, 0.9)));
  return shown(look, meshes, [w * 0.24, 0.7, deep * 0.2], 5.5);
};
