/** Long forms along a curve: cords, straps, piping, and rows of stitches. */
import { lengthOf } from '#supabase/demo/pictures/forms/curve.ts';
import type { Curve } from '#supabase/demo/pictures/forms/curve.ts';
import { grid, place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { cross, dot, length, mad, mul, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Mat3, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Frame {
  at: Vec3;
  /** Along the curve, up off the surface, and across. */
  along: Vec3;
  up: Vec3;
  side: Vec3;
}

/** Frames along a curve; `up` says which way is off the surface, else it turns as little as it can. */
export function frames(c: Curve, count: number, up?: (t: number) => Vec3): Frame[] {
  const out: Frame[] = [];
  let kept: Vec3 = [0, 1, 0.001];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const e = 0.5 / count;
    const at = c(t);
    const along = unit(sub(c(Math.min(1, t + e)), c(Math.max(0, t - e))));
    if (i === 0 && !up && Math.abs(along[1]) > 0.9) kept = [0, 0, 1];
    const wish = up ? up(t) : kept;
    const flat = mad(wish, along, -dot(wish, along));
    kept = length(flat) > 1e-4 ? unit(flat) : unit(cross(along, [1, 0, 0.3]));
    out.push({ at, along, up: kept, side: cross(along, kept) });
  }
  return out;
}

const at = (list: readonly Frame[], v: number): Frame => list[Math.round(v * (list.length - 1))]!;

export interface StrandOptions {
  material: Material;
  steps?: number;
  around?: number;
  closed?: boolean;
  up?: (t: number) => Vec3;
  /** Rounds the ends off. */
  capped?: boolean;
}

const cap = (v: number, share: number): number => {
  const near = Math.min(v, 1 - v) / share;
  return near >= 1 ? 1 : Math.sqrt(Math.max(0, 1 - (1 - near) * (1 - near)));
};

/** A round cord; u goes around, v along. Radius in cm, a number or a function of v. */
export function tube(
  c: Curve,
  radius: number | ((v: number) => number),
  options: StrandOptions,
): Mesh {
  const { material, steps = 80, around = 14, closed = false, up, capped = true } = options;
  const list = frames(c, steps, up);
  const size = typeof radius === 'number' ? () => radius : radius;
  const total = lengthOf(c, 40);
  const f = (u: number, v: number): Vec3 => {
    const { at: p, up: n, side } = at(list, v);
    const r = size(v) * (capped && !closed ? cap(v, Math.min(0.4, size(v) / total)) : 1);
    const a = 2 * Math.PI * u;
    return mad(mad(p, n, r * Math.cos(a)), side, r * Math.sin(a));
  };
  // the cord's own length and girth, so that twist and grain follow it
  const rest = (u: number, v: number): Vec3 => [
    size(v) * Math.cos(2 * Math.PI * u),
    v * total,
    size(v) * Math.sin(2 * Math.PI * u),
  ];
  return grid(f, { nu: around, nv: steps, material, closeU: true, closeV: closed, rest });
}

/**
 * Section of a strap: [across, up] at u in [0, 1]; the upper face is u < 0.42, the lower one
 * 0.5 to 0.92, the cut edges lie between.
 */
export function strapSection(u: number, width: number, thick: number): readonly [number, number] {
  const [w, h] = [width / 2, thick / 2];
  const round = (t: number) => {
    const a = (t - 0.5) * Math.PI;
    return [w - h + h * Math.cos(a), h * Math.sin(a)] as const;
  };
  if (u < 0.42) return [(w - h) * (1 - (2 * u) / 0.42), h];
  if (u < 0.5) {
    const [x, y] = round(1 - (u - 0.42) / 0.08);
    return [-x, y];
  }
  if (u < 0.92) return [(w - h) * ((2 * (u - 0.5)) / 0.42 - 1), -h];
  const [x, y] = round((u - 0.92) / 0.08);
  return [x, y];
}

/** True where a strap shows its cut edge. */
export const isEdge = (u: number): boolean => (u > 0.425 && u < 0.497) || u > 0.925 || u < 0.003;

/** A flat strap along a curve, its face towards `up`. Width and thickness in cm. */
export function strap(
  c: Curve,
  width: number | ((v: number) => number),
  thick: number,
  options: StrandOptions,
): Mesh {
  const { material, steps = 80, closed = false, up } = options;
  const list = frames(c, steps, up);
  const wide = typeof width === 'number' ? () => width : width;
  const total = lengthOf(c, 40);
  const f = (u: number, v: number): Vec3 => {
    const { at: p, up: n, side } = at(list, v);
    const [x, y] = strapSection(u, Math.max(thick * 1.01, wide(v)), thick);
    return mad(mad(p, n, y), side, x);
  };
  const rest = (u: number, v: number): Vec3 => {
    const [x, y] = strapSection(u, wide(v), thick);
    return [x, y, v * total];
  };
  return grid(f, { nu: 50, nv: steps, material, closeU: true, closeV: closed, rest, flat: true });
}

/** Copies of a small mesh, one for each frame; its x goes along, y up, z across. */
export function scatter(template: Mesh, list: readonly Frame[]): Mesh {
  const copies = list.map(({ at: p, along, up, side }) => {
    const rot: Mat3 = [
      [along[0], up[0], side[0]],
      [along[1], up[1], side[1]],
      [along[2], up[2], side[2]],
    ];
    return place(template, rot, p);
  });
  return merged(copies, template);
}

/** One mesh out of many with the same material. Relief in rest space keeps the first's rotation. */
export function merged(meshes: readonly Mesh[], like: Mesh): Mesh {
  const join = (name: 'pos' | 'nor' | 'tan' | 'bit' | 'rest' | 'uv'): Float32Array => {
    const out = new Float32Array(meshes.reduce((n, mesh) => n + mesh[name].length, 0));
    let k = 0;
    for (const mesh of meshes) {
      out.set(mesh[name], k);
      k += mesh[name].length;
    }
    return out;
  };
  const corners = (name: 'idx' | 'coarse'): Uint32Array => {
    const out = new Uint32Array(meshes.reduce((n, mesh) => n + mesh[name].length, 0));
    let [k, base] = [0, 0];
    for (const mesh of meshes) {
      for (const i of mesh[name]) out[k++] = i + base;
      base += mesh.pos.length / 3;
    }
    return out;
  };
  const [idx, coarse] = [corners('idx'), corners('coarse')];
  return {
    ...like,
    pos: join('pos'),
    nor: join('nor'),
    tan: join('tan'),
    bit: join('bit'),
    rest: join('rest'),
    uv: join('uv'),
    idx,
    coarse,
  };
}

/** An ellipsoid with half axes in cm. */
export function ellipsoid(half: Vec3, material: Material, nu = 8, nv = 6): Mesh {
  const f = (u: number, v: number): Vec3 => {
    const [a, b] = [2 * Math.PI * u, Math.PI * v];
    const r = Math.sin(b);
    return [half[0] * r * Math.cos(a), -half[1] * Math.cos(b), half[2] * r * Math.sin(a)];
  };
  return grid(f, { nu, nv, material, closeU: true });
}

export interface StitchOptions {
  material: Material;
  /** Distance from one stitch to the next, and thickness of the thread, in cm. */
  pitch?: number;
  thread?: number;
  up: (t: number) => Vec3;
  /** Slant of each stitch, as a saddler's awl leaves it, in radians. */
  slant?: number;
}

/** A row of stitches on a surface along a curve. */
export function stitches(c: Curve, options: StitchOptions): Mesh {
  const { material, pitch = 0.32, thread = 0.05, up, slant = 0.12 } = options;
  const count = Math.max(2, Math.round(lengthOf(c) / pitch));
  const list = frames(c, 2 * count, up).filter((_, i) => i % 2 === 1);
  const [cs, sn] = [Math.cos(slant), Math.sin(slant)];
  const turned = list.map((frame) => ({
    at: mad(frame.at, frame.up, thread * 0.35),
    along: mad(mul(frame.along, cs), frame.side, sn),
    up: frame.up,
    side: mad(mul(frame.side, cs), frame.along, -sn),
  }));
  return scatter(ellipsoid([pitch * 0.41, thread * 0.9, thread], material, 8, 6), turned);
}
