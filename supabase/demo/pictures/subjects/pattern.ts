/** Leather panels on a form: overlapping pieces with cut edges, seams and perforations. */
import { contour } from '#supabase/demo/pictures/forms/contour.ts';
import type { Field } from '#supabase/demo/pictures/forms/contour.ts';
import { ellipsoid, frames, scatter, stitches } from '#supabase/demo/pictures/forms/strand.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material, Surface } from '#supabase/demo/pictures/studio/surface.ts';
import { mad, smooth } from '#supabase/demo/pictures/studio/vec.ts';

export interface Panel {
  /** Positive inside the panel, about the distance from its edge in cm, by rest place. */
  field: Field;
  /** Height of the cut edge in cm; 0 for a mere seam line. */
  lift: number;
  material?: Material;
  /** Rows of stitches along the edge, by distance from it. */
  rows?: readonly number[];
  /** Round holes along the edge at this distance. */
  holes?: number;
  /** Where stitches and holes may be. */
  keep?: Field;
}

const STEP = 0.012;

function reliefAt(panels: readonly Panel[], x: number, y: number, z: number): number {
  let h = 0;
  for (const { field, lift } of panels) {
    const d = field(x, y, z);
    // a piece lies flat over what is under it
    if (lift > 0) h += (lift - h * smooth(0, 0.3, d)) * smooth(-0.05, 0.07, d);
    else h -= 0.05 * Math.max(0, 1 - Math.abs(d) / 0.08);
  }
  return h;
}

/** The base material with panels over it; later panels lie on earlier ones. */
export function patched(base: Material, panels: readonly Panel[]): Material {
  return (s: Surface) => {
    let top = base;
    let near = false;
    let shade = 0;
    for (const { field, lift, material } of panels) {
      const d = field(s.rx, s.ry, s.rz);
      if (d > 0 && material) top = material;
      if (d > 0.05 && lift > 0) [near, shade] = [false, 0];
      if (Math.abs(d) < 0.3) {
        near = true;
        // dirt and shadow gather at the foot of an edge; the edge itself catches light
        if (d < 0.02) shade = Math.max(shade, (0.16 + lift * 2.2) * Math.max(0, 1 + d / 0.18));
      }
    }
    top(s);
    if (!near || s.inside) return;
    const here = reliefAt(panels, s.rx, s.ry, s.rz);
    const soft = Math.min(1, 0.12 / s.foot) / STEP;
    s.slopeRest(
      (reliefAt(panels, s.rx + STEP, s.ry, s.rz) - here) * soft,
      (reliefAt(panels, s.rx, s.ry + STEP, s.rz) - here) * soft,
      (reliefAt(panels, s.rx, s.ry, s.rz + STEP) - here) * soft,
    );
    s.crease = Math.min(0.75, s.crease + shade);
  };
}

/** Stitches and perforations of the panels on the mesh they are painted on. */
export function sewn(
  mesh: Mesh,
  panels: readonly Panel[],
  thread: Material,
  hole: Material,
): Mesh[] {
  const out: Mesh[] = [];
  panels.forEach(({ field, rows = [], holes, keep: within = () => 1 }, i) => {
    const later = panels.slice(i + 1).filter(({ lift }) => lift > 0);
    const keep: Field = (x, y, z) =>
      Math.min(within(x, y, z), ...later.map((panel) => -panel.field(x, y, z)));
    for (const row of rows) {
      const options = { least: 1.2, keep };
      for (const seam of contour(mesh, (x, y, z) => field(x, y, z) - row, options)) {
        out.push(
          stitches(seam.line, { material: thread, pitch: 0.29, thread: 0.042, up: seam.up }),
        );
      }
    }
    if (holes === undefined) return;
    const options = { least: 2, keep };
    for (const seam of contour(mesh, (x, y, z) => field(x, y, z) - holes, options)) {
      const list = frames(seam.line, Math.round(seam.length / 0.2), seam.up);
      const big = list
        .filter((_, i) => i % 2 === 0)
        .map((f) => ({ ...f, at: mad(f.at, f.up, 0.012) }));
      const small = list
        .filter((_, i) => i % 2 === 1)
        .map((f) => ({ ...f, at: mad(f.at, f.up, 0.012) }));
      out.push(scatter(ellipsoid([0.085, 0.02, 0.085], hole, 10, 4), big));
      out.push(scatter(ellipsoid([0.04, 0.02, 0.04], hole, 8, 4), small));
    }
  });
  return out;
}

/** Smooth minimum and maximum of distances, rounding the corner over `k` cm. */
export function both(a: number, b: number, k = 0.5): number {
  const h = Math.max(0, Math.min(1, 0.5 + (0.5 * (b - a)) / k));
  return b + (a - b) * h - k * h * (1 - h);
}
export const either = (a: number, b: number, k = 0.5): number => -both(-a, -b, k);
