/** Belt, key fob and watch straps. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve, lengthOf } from '#supabase/demo/pictures/forms/curve.ts';
import {
  ellipsoid,
  frames,
  scatter,
  stitches,
  strap,
  tube,
} from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import { leather } from '#supabase/demo/pictures/materials/leather.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { at, lying, sheet, shown } from '#supabase/demo/pictures/subjects/flat-goods.ts';
import { buckle, loopOf, plate, rivets } from '#supabase/demo/pictures/subjects/hardware.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, IDENTITY, mad, turn, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

const UP: Vec3 = [0, 1, 0];

/** A spiral standing on its edge that ends in a straight tongue. */
function coil(turns: number, inner: number, pitch: number): Curve {
  const n = Math.round(turns * 40);
  const points: Vec3[] = Array.from({ length: n + 1 }, (_, i) => {
    const a = (i / 40) * 2 * Math.PI;
    const r = inner + pitch * (i / 40);
    return [r * Math.cos(a), 0, r * Math.sin(a) * 0.94];
  });
  const a = turns * 2 * Math.PI;
  const out = points[n]!;
  const dir: Vec3 = unit([-Math.sin(a), 0, Math.cos(a)]);
  for (let i = 1; i <= 6; i++)
    points.push(mad(mad(out, dir, i * 1.7), [Math.cos(a), 0, Math.sin(a)], 0.05 * i));
  return curve(points, { steps: 900 });
}

/** Patterns on the outer face: tooled with a stamp, braided, set with beads. */
function belting(look: Look, m: BagMaterials): Material {
  const name = look.option('surface');
  const dark = shaded(look.colour('main'), 0.42);
  if (name === 'braided')
    return edged(embossed(look.colour('main'), 'basketweave', look.grain), dark);
  if (name !== 'tooled') return m.trimEdged;
  return edged((s) => {
    m.trim(s);
    const [x, z] = [s.rx, s.rz * 1.1];
    const d = Math.abs(((((z / 2.2) % 1) + 1) % 1) - 0.5) * 2.2;
    const ring = Math.hypot(d - 0.0, x) - 0.62;
    const petal = Math.cos(5 * Math.atan2(x, d - 0.0)) * 0.16;
    const groove =
      Math.exp(-(((ring + petal) / 0.09) ** 2)) + Math.exp(-(((Math.abs(x) - 1.35) / 0.06) ** 2));
    s.crease = Math.min(0.6, 0.5 * groove);
    s.slopeRest(
      0.5 * groove * Math.sign(ring) * (x / (Math.hypot(d, x) + 0.2)),
      0,
      0.3 * groove * Math.sign(ring),
    );
  }, dark);
}

/** Rows of coloured beads sewn along the belt. */
function beadwork(line: Curve, up: (t: number) => Vec3, width: number, look: Look): Mesh[] {
  const tones: Vec3[] = [
    look.colour('accent'),
    [0.72, 0.68, 0.6],
    shaded(look.colour('accent'), 0.35),
  ];
  const count = Math.round(lengthOf(line) / 0.42);
  const list = frames(line, count, up).slice(20, -24);
  return tones.map((tone, k) => {
    const spots: Frame[] = [];
    list.forEach((f, i) => {
      for (let r = -3; r <= 3; r++) {
        if (Math.floor((i + Math.abs(r) * 2) / 4) % 3 !== k) continue;
        spots.push({ ...f, at: mad(mad(f.at, f.up, 0.22), f.side, (r * width) / 9) });
      }
    });
    const glass: Material = (s) => s.matt(tone[0], tone[1], tone[2], 0.22);
    return scatter(ellipsoid([0.17, 0.15, 0.17], glass, 7, 5), spots);
  });
}

export const belt: Maker = (look) => {
  const d = look.draw.fork('belt');
  const m = bagMaterials(look, 'leather');
  const width = look.option('width') === 'wide' ? d.range(3.8, 4.4) : d.range(2.7, 3.2);
  const line = coil(d.range(2.5, 3.1), 3.1, 0.95);
  const centre: Vec3 = [0, 0, 0];
  const up = (t: number): Vec3 => {
    const p = line(t);
    return unit([p[0] - centre[0], 0, p[2] - centre[2]]);
  };
  const meshes: Mesh[] = [strap(line, width, 0.36, { material: belting(look, m), steps: 700, up })];
  const list = frames(line, 400, up);
  if (look.option('surface') === 'stitched') {
    for (const k of [-1, 1]) {
      const row = curve(
        list.slice(6).map((f) => mad(mad(f.at, f.up, 0.18), f.side, k * (width / 2 - 0.32))),
        { steps: 900 },
      );
      meshes.push(
        stitches(row, {
          material: m.thread,
          pitch: 0.36,
          thread: 0.05,
          up: (t) => up(t * 0.985 + 0.015),
        }),
      );
    }
  }
  if (look.option('surface') === 'beaded') meshes.push(...beadwork(line, up, width, look));
  const end = list[398]!;
  const head: Frame = { ...end, at: mad(mad(end.at, end.along, 1.1), end.up, 0.1) };
  const style = look.option('buckle');
  if (style === 'plate')
    meshes.push(
      plate(5, width + 1.1, 0.35, 0.6, m.metal, { ...head, at: mad(head.at, head.up, 0.2) }),
    );
  else
    meshes.push(
      ...buckle(
        style === 'round' ? width * 1.45 : 3.6,
        width + 1.2,
        m.metal,
        head,
        style === 'round',
      ),
    );
  if (style === 'roller')
    meshes.push(
      tube(
        curve([
          mad(mad(head.at, head.along, 1.8), head.side, -width / 2),
          mad(mad(head.at, head.along, 1.8), head.side, width / 2),
        ]),
        0.3,
        { material: m.metal, steps: 10 },
      ),
    );
  const keeper = list[384]!;
  meshes.push(
    plate(1.1, width + 0.5, 0.35, 0.1, m.trim, { ...keeper, at: mad(keeper.at, keeper.up, 0.12) }),
  );
  const yaw = 65 + d.around(8);
  const facing = (-yaw * Math.PI) / 180;
  // the close look is at the outer turn, where it faces the camera
  const near = Math.max(
    ...Array.from({ length: 60 }, (_, i) => line(i / 90)).map(
      (p) => p[0] * Math.sin(facing) + p[2] * Math.cos(facing),
    ),
  );
  return {
    meshes: placeAll(meshes, IDENTITY, [0, width / 2, 0]),
    focus: {
      at: [near * Math.sin(facing), width * 0.6, near * Math.cos(facing)],
      size: 9,
      azimuth: 8,
      elevation: 26,
    },
    stance: { yaw, elevation: 27 },
  };
};

/** Split ring lying on the table, with its second turn. */
const splitRing = (x: number, z: number, m: BagMaterials): Mesh[] =>
  [0, 0.14].map((dy) => loopOf(1.5, 0.11, m.metal, lying([x, 0.12 + dy, z])));

export const keyFob: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const shape = look.option('shape');
  const meshes: Mesh[] = [...splitRing(0, -4.4, m)];
  const key = (yaw: number, dx: number): Mesh[] => {
    const steel: Material = (s) => {
      s.matt(0.62, 0.6, 0.56, 0.3);
      s.metal = 1;
    };
    const parts = [
      loopOf(0.9, 0.17, steel, lying([0, 0.17, 0])),
      block(roundRect(4.2, 0.5, 0.1), rounded(0, 0.24, 0.06), {
        material: steel,
        around: 40,
        inner: 3,
      }),
      block(roundRect(0.9, 1.2, 0.08), rounded(0, 0.2, 0.05), {
        material: steel,
        around: 40,
        inner: 3,
      }),
    ];
    const laid = [parts[0]!, at(parts[1]!, 2.9, 0.04, 0), at(parts[2]!, 4.4, 0.05, 0.5)];
    return placeAll(laid, turn('y', yaw), [dx, 0.02, -5.6]);
  };
  meshes.push(...key(2.2, -0.5), ...key(1.2, 0.9));
  const flatPiece = (w: number, d: number, corner: number): Mesh[] => [
    at(sheet(w, d, 0.3, corner, m.trim), 0, 0, d / 2 - 2.4),
    ...[stitchRing(w - 0.5, d - 0.5, corner, d / 2 - 2.4, m)],
  ];
  if (shape === 'drop') meshes.push(...flatPiece(3.8, 8, 1.85));
  if (shape === 'round') meshes.push(...flatPiece(5.2, 5.2, 2.55));
  if (shape === 'strap') meshes.push(...flatPiece(2.6, 11, 0.5));
  if (shape === 'loop')
    meshes.push(
      strap(
        curve([
          [0, 0.2, -3.2],
          [-0.5, 0.5, -1],
          [-1.2, 1.3, 4],
          [-0.2, 1.7, 7.4],
          [1.2, 1.3, 5],
          [0.7, 0.6, -0.5],
          [0.1, 0.35, -3],
        ]),
        1.9,
        0.24,
        {
          material: m.trimEdged,
          steps: 120,
          up: (t) => unit([Math.cos(2 * Math.PI * t) * -1, 0.7, 0.2]),
        },
      ),
    );
  if (shape === 'tassel') {
    for (let i = 0; i < 26; i++) {
      const a = (i / 26) * 2 * Math.PI;
      const [sx, sy] = [Math.cos(a) * 0.75, 0.75 + 0.62 * Math.sin(a)];
      meshes.push(
        tube(
          curve([
            [sx * 0.6, sy, -0.6],
            [sx * 1.1, sy * 0.9, 2.4],
            [
              sx * 1.9 + 0.3 * Math.sin(i * 5),
              Math.max(0.18, sy * 0.6),
              6.6 + 0.5 * Math.sin(i * 3),
            ],
          ]),
          0.15,
          { material: m.trim, steps: 14, around: 8 },
        ),
      );
    }
    meshes.push(
      tube(
        curve([
          [0, 0.78, -1.9],
          [0, 0.78, 0.4],
        ]),
        0.95,
        { material: m.trim, steps: 24, around: 24 },
      ),
      strap(
        curve([
          [0, 0.4, -3.4],
          [0, 0.7, -2.4],
          [0, 0.78, -1.4],
        ]),
        0.9,
        0.2,
        { material: m.trimEdged, steps: 20, up: () => UP },
      ),
    );
  }
  if (shape !== 'tassel' && shape !== 'loop')
    meshes.push(
      rivets(0.3, m.metal, [lying([0, 0.32, -1])]),
      strap(
        curve([
          [0, 0.15, -1.2],
          [0, 0.4, -2.6],
          [0, 0.35, -3.4],
          [0, 0.1, -2.4],
        ]),
        1.4,
        0.2,
        { material: m.trimEdged, steps: 30, up: () => UP },
      ),
    );
  return shown(look, meshes, [0, 0.4, 1], 5, -30);
};

function stitchRing(w: number, d: number, corner: number, z: number, m: BagMaterials): Mesh {
  const c = roundRect(w, d, Math.min(corner, w / 2 - 0.02));
  const line = curve(
    Array.from({ length: 90 }, (_, i): Vec3 => mad(c(i / 90), [0, 0.31, z], 1)),
    { closed: true, steps: 400 },
  );
  return stitches(line, { material: m.thread, pitch: 0.3, thread: 0.045, up: () => UP });
}

export const watchStrap: Maker = (look) => {
  const m = bagMaterials(look, 'leather');
  const surface = look.option('surface');
  const colour = look.colour('main');
  const face =
    surface === 'embossed'
      ? embossed(colour, 'crocodile', look.grain)
      : leather({ colour, seed: look.grain, finish: surface === 'suede' ? 'suede' : 'smooth' });
  const band = edged(face, shaded(colour, 0.45));
  const make = (long: number, yaw: number, x: number, z: number, buckled: boolean): Mesh[] => {
    const line = curve([
      [-long / 2, 0.32, 0],
      [-long * 0.3, 0.3, 0],
      [0, 0.24, 0],
      [long * 0.3, 0.2, 0],
      [long / 2, 0.22, 0],
    ]);
    const width = (v: number) =>
      2.1 - 0.4 * v - (buckled ? 0 : 1.1 * Math.max(0, (v - 0.93) / 0.07) ** 2);
    const parts: Mesh[] = [strap(line, width, 0.34, { material: band, steps: 120, up: () => UP })];
    const edge = look.option('edge');
    if (edge !== 'plain') {
      for (const k of [-1, 1]) {
        const points = Array.from({ length: 30 }, (_, i): Vec3 => {
          const v = 0.04 + 0.88 * (i / 29);
          return mad(line(v), [0, 0.17, k * (width(v) / 2 - 0.24)], 1);
        });
        parts.push(
          stitches(curve(points), { material: m.thread, pitch: 0.27, thread: 0.045, up: () => UP }),
        );
      }
    }
    if (edge === 'box-stitched')
      parts.push(
        stitches(
          curve([
            [-long / 2 + 0.55, 0.5, -0.75],
            [-long / 2 + 0.55, 0.5, 0],
            [-long / 2 + 0.55, 0.5, 0.75],
          ]),
          { material: m.thread, pitch: 0.27, thread: 0.045, up: () => UP },
        ),
      );
    parts.push(
      tube(
        curve([
          [-long / 2, 0.32, -1.15],
          [-long / 2, 0.32, 1.15],
        ]),
        0.26,
        { material: band, steps: 12 },
      ),
    );
    if (buckled)
      parts.push(
        ...buckle(1.7, 2.3, m.metal, {
          at: [long / 2 + 0.35, 0.25, 0],
          up: UP,
          along: [1, 0, 0],
          side: cross([1, 0, 0], UP),
        }),
        plate(0.6, 2.1, 0.5, 0.1, face, {
          at: [long / 2 - 1.4, 0.12, 0],
          up: UP,
          along: [1, 0, 0],
          side: cross([1, 0, 0], UP),
        }),
      );
    else
      for (let i = 0; i < 6; i++)
        parts.push(
          scatter(
            ellipsoid([0.09, 0.02, 0.09], (s) => s.matt(0.004, 0.004, 0.004, 1), 10, 4),
            [lying([long / 2 - 1.6 - 0.65 * i, 0.37, 0])],
          ),
        );
    return placeAll(parts, turn('y', yaw), [x, 0, z]);
  };
  const meshes = [...make(11.5, 0.06, 0.6, -1.7, false), ...make(7.6, -0.05, -1.2, 1.9, true)];
  return shown(look, meshes, [-2, 0.4, 1.2], 5, -28);
};
