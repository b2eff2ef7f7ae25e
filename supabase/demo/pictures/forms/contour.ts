/** Lines on a grid mesh where a function of the rest place has one value: seams and edges. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { length, mix3, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export type Field = (x: number, y: number, z: number) => number;

export interface Seam {
  line: Curve;
  /** Off the surface, outward, along the line. */
  up: (t: number) => Vec3;
  length: number;
}

interface Point {
  p: Vec3;
  n: Vec3;
}

/** Crossing of one triangle edge, by a key that both its triangles share. */
type Crossings = Map<string, Point>;

function segments(
  mesh: Mesh,
  values: Float32Array,
): { points: Crossings; links: [string, string][] } {
  const points: Crossings = new Map();
  const links: [string, string][] = [];
  const vec = (array: Float32Array, i: number): Vec3 => [
    array[3 * i]!,
    array[3 * i + 1]!,
    array[3 * i + 2]!,
  ];
  const cross = (a: number, b: number): string | undefined => {
    const [va, vb] = [values[a]!, values[b]!];
    if (va < 0 === vb < 0) return undefined;
    const [lo, hi] = a < b ? [a, b] : [b, a];
    const key = `${lo}_${hi}`;
    const t = values[lo]! / (values[lo]! - values[hi]!);
    points.set(key, {
      p: mix3(vec(mesh.pos, lo), vec(mesh.pos, hi), t),
      n: unit(mix3(vec(mesh.nor, lo), vec(mesh.nor, hi), t)),
    });
    return key;
  };
  for (let i = 0; i < mesh.idx.length; i += 3) {
    const [a, b, c] = [mesh.idx[i]!, mesh.idx[i + 1]!, mesh.idx[i + 2]!];
    const cut = [cross(a, b), cross(b, c), cross(c, a)].filter((key) => key !== undefined);
    if (cut.length === 2) links.push([cut[0]!, cut[1]!]);
  }
  return { points, links };
}

function chains(links: readonly [string, string][]): string[][] {
  const next = new Map<string, string[]>();
  for (const [a, b] of links) {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  }
  const used = new Set<string>();
  const walk = (start: string): string[] => {
    const out = [start];
    used.add(start);
    for (let at = next.get(start)!.find((key) => !used.has(key)); at;) {
      out.push(at);
      used.add(at);
      at = next.get(at)!.find((key) => !used.has(key));
    }
    return out;
  };
  const ends = [...next.keys()].filter((key) => next.get(key)!.length === 1);
  const out: string[][] = [];
  for (const key of [...ends, ...next.keys()]) if (!used.has(key)) out.push(walk(key));
  return out;
}

/**
 * Lines on the mesh where `field` is 0 and `keep` (if given) is positive, longest first, none
 * shorter than `least` cm. `outward` tells on which side of the mesh the line lies.
 */
export function contour(
  mesh: Mesh,
  field: Field,
  { least = 1, keep, flip = false }: { least?: number; keep?: Field; flip?: boolean } = {},
): Seam[] {
  const count = mesh.rest.length / 3;
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    values[i] = field(mesh.rest[3 * i]!, mesh.rest[3 * i + 1]!, mesh.rest[3 * i + 2]!);
  }
  const { points, links } = segments(mesh, values);
  const seams: Seam[] = [];
  for (const chain of chains(links)) {
    for (const run of runs(
      chain.map((key) => points.get(key)!),
      keep,
    )) {
      const seam = seamOf(run, flip);
      if (seam && seam.length >= least) seams.push(seam);
    }
  }
  return seams.sort((a, b) => b.length - a.length);
}

function runs(list: readonly Point[], keep?: Field): Point[][] {
  if (!keep) return [[...list]];
  const out: Point[][] = [[]];
  for (const point of list) {
    if (keep(...point.p) > 0) out[out.length - 1]!.push(point);
    else if (out[out.length - 1]!.length > 0) out.push([]);
  }
  return out;
}

/** Thins the points to about one every two millimetres and smooths them. */
function seamOf(list: readonly Point[], flip: boolean): Seam | undefined {
  const thin: Point[] = [];
  for (const point of list) {
    const last = thin[thin.length - 1];
    if (!last || length(sub(point.p, last.p)) > 0.22) thin.push(point);
  }
  if (thin.length < 3) return undefined;
  const smoothed = thin.map((point, i) => {
    const [a, b] = [thin[Math.max(0, i - 1)]!, thin[Math.min(thin.length - 1, i + 1)]!];
    return { p: mix3(point.p, mix3(a.p, b.p, 0.5), 0.5), n: point.n };
  });
  const line = curve(
    smoothed.map(({ p }) => p),
    { steps: 4 * smoothed.length },
  );
  const normals = curve(
    smoothed.map(({ n }) => n),
    { steps: 60 },
  );
  let sum = 0;
  for (let i = 1; i < smoothed.length; i++) sum += length(sub(smoothed[i]!.p, smoothed[i - 1]!.p));
  return {
    line,
    up: (t) => unit(normals(t).map((x) => (flip ? -x : x)) as unknown as Vec3),
    length: sum,
  };
}

/** The vertex of the mesh with the least cost: its place and outward normal. */
export function nearest(mesh: Mesh, cost: Field): { at: Vec3; up: Vec3 } {
  let best = Infinity;
  let found = 0;
  for (let i = 0; i < mesh.rest.length; i += 3) {
    const c = cost(mesh.rest[i]!, mesh.rest[i + 1]!, mesh.rest[i + 2]!);
    if (c < best) [best, found] = [c, i];
  }
  const vec = (array: Float32Array): Vec3 => [array[found]!, array[found + 1]!, array[found + 2]!];
  return { at: vec(mesh.pos), up: vec(mesh.nor) };
}
