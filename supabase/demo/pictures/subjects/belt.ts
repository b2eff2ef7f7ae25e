/** Coiled belts. */
import { curve, lengthOf } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import {
  ellipsoid,
  frames,
  scatter,
  stitches,
  strap,
  tube,
} from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import type { Look, Maker } from '#supabase/demo/pictures/look.ts';
import { shaded } from '#supabase/demo/pictures/materials/colour.ts';
import { edged } from '#supabase/demo/pictures/materials/edges.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import { placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, mad, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { bagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';
import { buckle, plate } from '#supabase/demo/pictures/subjects/hardware.ts';

export const UP: Vec3 = [0, 1, 0];

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
