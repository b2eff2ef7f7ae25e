/** Wallets, card holders, sleeves, pouches, clutches and notebooks: flat things with a flap. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { pillow } from '#supabase/demo/pictures/forms/body.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import {
  ellipsoid,
  frames,
  scatter,
  stitches,
  strap,
  tube,
} from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { kitengeCloth } from '#supabase/demo/pictures/look-print.ts';
import { paint, shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { felt } from '#supabase/demo/pictures/materials/cloth.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { loopOf, rivets, zip } from '#supabase/demo/pictures/subjects/hardware.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, IDENTITY, mad, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const UP: Vec3 = [0, 1, 0];
export const at = (mesh: Mesh, x: number, y: number, z: number, yaw = 0): Mesh =>
  place(mesh, turn('y', yaw), [x, y, z]);

/** A flat piece of leather with cut edges lying at height y. */
export function sheet(
  width: number,
  depth: number,
  thick: number,
  corner: number,
  material: Material,
  warp?: (p: Vec3) => Vec3,
): Mesh {
  return block(roundRect(width, depth, corner), rounded(0, thick, Math.min(0.09, thick / 2)), {
    material,
    around: 200,
    inner: 24,
    ...(warp ? { warp } : {}),
  });
}

/** Stitches around a rectangle lying at height y. */
export function rim(
  width: number,
  depth: number,
  corner: number,
  y: number,
  m: { thread: Material },
  from = 0,
  to = 1,
): Mesh {
  const c = roundRect(width, depth, corner);
  const n = 160;
  const points = Array.from({ length: n + 1 }, (_, i): Vec3 =>
    mad(c(from + ((to - from) * i) / n), UP, y),
  );
  return stitches(
    curve(points.slice(0, to - from >= 1 ? -1 : undefined), { closed: to - from >= 1, steps: 600 }),
    { material: m.thread, pitch: 0.3, thread: 0.045, up: () => UP },
  );
}

/** Frame lying flat with x to the right. */
export const lying = (p: Vec3, yaw = 0): Frame => ({
  at: p,
  up: UP,
  along: [Math.cos(yaw), 0, -Math.sin(yaw)],
  side: [Math.sin(yaw), 0, Math.cos(yaw)],
});

/** How flat things are shown: from well above. */
export const shown = (
  look: Look,
  meshes: Mesh[],
  focus: Vec3,
  size: number,
  yaw = -24,
): Subject => ({
  meshes,
  focus: { at: focus, size, azimuth: 10, elevation: 40 },
  stance: { yaw: yaw + look.draw.fork('yaw').around(7), elevation: 48 },
  flat: true,
});

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

/** A pouch with a flap folded over from its back edge. */
function flapped(
  w: number,
  d: number,
  thick: number,
  reach: number,
  cover: Material,
  point: number,
): Mesh {
  const line = curve([
    [0, thick * 0.35, -d / 2],
    [0, thick * 0.7, -d / 2 - 0.25],
    [0, thick + 0.12, -d / 2 + 0.8],
    [0, thick + 0.42, -d / 2 + reach * 0.5],
    [0, thick + 0.2, -d / 2 + reach],
  ]);
  const width = (v: number) =>
    (w + 0.1) * (1 - point * clamp((v - 0.25) / 0.75) ** (point > 0.5 ? 1.05 : 6));
  return strap(line, width, 0.22, {
    material: cover,
    steps: 140,
    up: (t) => (t < 0.16 ? [0, 0.5, -1] : [0, 1, 0]),
  });
}

function surfaceOf(look: Look, name: string, m: BagMaterials): Material {
  if (name === 'kitenge') return kitengeCloth(look, 11, { lay: 'xz', pitch: 0.05 });
  if (name === 'embossed')
    return embossed(
      look.colour('main'),
      look.draw.fork('emboss').pick(['crocodile', 'basketweave', 'ostrich'] as const),
      look.grain,
    );
  if (name === 'woven') return embossed(look.colour('main'), 'basketweave', look.grain);
  if (name === 'felt')
    return felt(paint(look.draw.fork('felt').pick(['charcoal', 'slate-felt', 'cream'] as const)));
  return m.trim;
}

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

export const notebook: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const [w, d] = [14.6, 21];
  const pages: Material = (s) => {
    const line = Math.sin(s.ry * 95) * Math.min(1, 0.02 / s.foot);
    s.matt(0.74 - 0.05 * line, 0.68 - 0.05 * line, 0.56 - 0.05 * line, 0.9);
  };
  const cover = (y: number, lift: number): Mesh =>
    at(
      sheet(w, d, 0.26, 0.7, m.trim, ([x, py, z]) => [x, py + lift * ((x + w / 2) / w) ** 2, z]),
      0,
      y,
      0,
    );
  const block1 = at(
    block(roundRect(w - 0.9, d - 0.9, 0.4), rounded(0, 1.5, 0.06), {
      material: pages,
      around: 120,
      inner: 4,
    }),
    -0.15,
    0.27,
    0,
  );
  const spine = tube(
    curve([
      [-w / 2 + 0.2, 1, -d / 2 + 0.1],
      [-w / 2 + 0.1, 1, 0],
      [-w / 2 + 0.2, 1, d / 2 - 0.1],
    ]),
    1.02,
    { material: m.trim, steps: 60, around: 24, capped: false },
  );
  const meshes: Mesh[] = [
    cover(0, 0),
    cover(1.78, look.draw.fork('gap').range(0.1, 0.7)),
    block1,
    spine,
  ];
  const back = curve([
    [-w / 2 - 0.85, 1, -d * 0.42],
    [-w / 2 - 0.93, 1, 0],
    [-w / 2 - 0.85, 1, d * 0.42],
  ]);
  meshes.push(
    stitches(back, {
      material: m.thread,
      pitch: 1.5,
      thread: 0.07,
      up: () => [-1, 0.2, 0],
      slant: 0,
    }),
  );
  if (look.option('edge') === 'stitched')
    meshes.push(place(rim(w - 0.7, d - 0.7, 0.6, 0.27, m), IDENTITY, [0, 1.8, 0]));
  const closure = look.option('closure');
  if (closure === 'elastic')
    meshes.push(
      strap(
        curve([
          [w * 0.32, 0, -d / 2 - 0.1],
          [w * 0.32, 2.4, -d / 2 + 0.2],
          [w * 0.32, 2.3, 0],
          [w * 0.32, 2.4, d / 2 - 0.2],
          [w * 0.32, 0, d / 2 + 0.1],
        ]),
        0.6,
        0.12,
        {
          material: leather({ colour: [0.02, 0.018, 0.018] }),
          steps: 90,
          up: (t) => [0, 1, (t - 0.5) * 2],
        },
      ),
    );
  if (closure === 'wrap')
    for (const k of [-0.06, 0, 0.05])
      meshes.push(
        tube(
          curve([
            [-w * 0.52, 1, d * k],
            [-w * 0.3, 2.42, d * (k + 0.02)],
            [w * 0.2, 2.75, d * (k - 0.02)],
            [w * 0.49, 2.75, d * k],
            [w * 0.52, 0.6, d * k],
          ]),
          0.17,
          { material: m.trim, steps: 60 },
        ),
      );
  if (closure === 'wrap')
    meshes.push(
      tube(
        curve([
          [w * 0.2, 2.8, 0],
          [w * 0.34, 2.85, d * 0.12],
          [w * 0.44, 2.8, d * 0.24],
          [w * 0.6, 0.3, d * 0.4],
          [w * 0.75, 0.18, d * 0.55],
        ]),
        0.17,
        { material: m.trim, steps: 60 },
      ),
    );
  if (closure === 'strap')
    meshes.push(
      strap(
        curve([
          [w * 0.52, 0.2, 0],
          [w * 0.6, 1.2, 0],
          [w * 0.5, 2.4, 0],
          [w * 0.12, 2.35, 0],
        ]),
        2.6,
        0.24,
        { material: m.trimEdged, steps: 70, up: (t) => [1 - t, t, 0] },
      ),
      rivets(0.42, m.metal, [lying([w * 0.2, 2.62, 0])]),
    );
  return shown(look, meshes, [-w * 0.2, 2, d * 0.2], 9);
};
