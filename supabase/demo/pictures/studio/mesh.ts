/** Triangle meshes made from surfaces `f(u, v)`, with what shading needs at every vertex. */
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import {
  apply,
  compose,
  cross,
  IDENTITY,
  length,
  mad,
  mul,
  sub,
  unit,
} from '#supabase/demo/pictures/studio/vec.ts';
import type { Mat3, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export type Shape = (u: number, v: number) => Vec3;

export interface Mesh {
  /** Three numbers a vertex: place, unit normal, dP/du, dP/dv, place before any transform. */
  pos: Float32Array;
  nor: Float32Array;
  tan: Float32Array;
  bit: Float32Array;
  rest: Float32Array;
  /** Two numbers a vertex, in [0, 1]. */
  uv: Float32Array;
  idx: Uint32Array;
  /** Every second row and column, enough to throw a shadow. */
  coarse: Uint32Array;
  /** Turns rest directions into world directions. */
  rot: Mat3;
  material: Material;
  /** The rest place is unrolled: x across, z along v, as on straps. */
  flat: boolean;
  /** Leaves holes where it says false. */
  mask?: ((u: number, v: number) => boolean) | undefined;
  /** False for floors and walls, which receive shadows only. */
  casts: boolean;
  /** Seen through: drawn over the rest as reflections and tint. */
  glass?: Vec3 | undefined;
}

export interface GridOptions {
  nu: number;
  nv: number;
  material: Material;
  closeU?: boolean;
  closeV?: boolean;
  mask?: ((u: number, v: number) => boolean) | undefined;
  /** Place in the material (grain, clay) where it differs from the place in space. */
  rest?: Shape;
  flat?: boolean;
  casts?: boolean;
  glass?: Vec3;
}

const put = (array: Float32Array, at: number, v: Vec3): void => {
  array[at] = v[0];
  array[at + 1] = v[1];
  array[at + 2] = v[2];
};
const get = (array: Float32Array, at: number): Vec3 => [array[at]!, array[at + 1]!, array[at + 2]!];

function derivatives(mesh: Mesh, cols: number, rows: number, options: GridOptions): void {
  const at = (i: number, j: number) => 3 * (j * cols + i);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < cols; i++) {
      let [left, right] = [Math.max(0, i - 1), Math.min(cols - 1, i + 1)];
      let [down, up] = [Math.max(0, j - 1), Math.min(rows - 1, j + 1)];
      let [du, dv] = [(right - left) / (cols - 1), (up - down) / (rows - 1)];
      if (options.closeU && (i === 0 || i === cols - 1)) {
        [left, right, du] = [cols - 2, 1, 2 / (cols - 1)];
      }
      if (options.closeV && (j === 0 || j === rows - 1)) {
        [down, up, dv] = [rows - 2, 1, 2 / (rows - 1)];
      }
      const t = mul(sub(get(mesh.pos, at(right, j)), get(mesh.pos, at(left, j))), 1 / du);
      const b = mul(sub(get(mesh.pos, at(i, up)), get(mesh.pos, at(i, down))), 1 / dv);
      put(mesh.tan, at(i, j), t);
      put(mesh.bit, at(i, j), b);
      const n = cross(t, b);
      put(mesh.nor, at(i, j), length(n) > 1e-7 ? unit(n) : [0, 0, 0]);
    }
  }
}

/** Rows and columns that collapse to a point take the mean normal of their neighbours. */
function mendPoles(mesh: Mesh, cols: number, rows: number): void {
  for (const [row, near] of [
    [0, 1],
    [rows - 1, rows - 2],
  ] as const) {
    const first = 3 * row * cols;
    const middle = first + 3 * Math.floor(cols / 2);
    const spread = length(sub(get(mesh.pos, first + 3), get(mesh.pos, middle)));
    if (spread > 1e-4) continue;
    let sum: Vec3 = [0, 0, 0];
    for (let i = 0; i < cols - 1; i++) sum = mad(sum, get(mesh.nor, 3 * (near * cols + i)), 1);
    for (let i = 0; i < cols; i++) put(mesh.nor, first + 3 * i, unit(sum));
  }
}

/** Two triangles for each cell of a grid of which every `step`-th row and column is used. */
function cells(cols: number, rows: number, step: number): Uint32Array {
  const idx = new Uint32Array((6 * (cols - 1) * (rows - 1)) / (step * step));
  let k = 0;
  for (let j = 0; j + step < rows; j += step) {
    for (let i = 0; i + step < cols; i += step) {
      const a = j * cols + i;
      const c = a + step * cols;
      for (const corner of [a, a + step, c + step, a, c + step, c]) idx[k++] = corner;
    }
  }
  return idx;
}

/** A mesh over the unit square; `closeU`/`closeV` join opposite edges without a seam in the light. */
export function grid(f: Shape, options: GridOptions): Mesh {
  const cols = options.nu + 1;
  const rows = options.nv + 1;
  const count = cols * rows;
  const [pos, nor, tan, bit] = [0, 0, 0, 0].map(() => new Float32Array(3 * count)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const uv = new Float32Array(2 * count);
  const rest = options.rest ? new Float32Array(3 * count) : pos;
  const halves = options.nu % 2 === 0 && options.nv % 2 === 0 && options.nu * options.nv > 1500;
  const idx = cells(cols, rows, 1);
  const coarse = halves ? cells(cols, rows, 2) : idx;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < cols; i++) {
      const at = j * cols + i;
      const u = i / options.nu;
      const v = j / options.nv;
      put(pos, 3 * at, f(u, v));
      if (options.rest) put(rest, 3 * at, options.rest(u, v));
      uv[2 * at] = u;
      uv[2 * at + 1] = v;
    }
  }
  const { material, mask, casts = true, glass, flat = false } = options;
  const made = { pos, nor, tan, bit, rest, uv, idx, coarse };
  const mesh: Mesh = { ...made, rot: IDENTITY, material, flat, mask, casts, glass };
  derivatives(mesh, cols, rows, options);
  mendPoles(mesh, cols, rows);
  return mesh;
}

const mapped = (array: Float32Array, f: (v: Vec3) => Vec3): Float32Array => {
  const out = new Float32Array(array.length);
  for (let i = 0; i < array.length; i += 3) put(out, i, f(get(array, i)));
  return out;
};

/** A copy turned about the origin, then moved. */
export function place(mesh: Mesh, rot: Mat3, offset: Vec3 = [0, 0, 0]): Mesh {
  return {
    ...mesh,
    pos: mapped(mesh.pos, (p) => mad(apply(rot, p), offset, 1)),
    nor: mapped(mesh.nor, (n) => apply(rot, n)),
    tan: mapped(mesh.tan, (t) => apply(rot, t)),
    bit: mapped(mesh.bit, (t) => apply(rot, t)),
    rot: compose(rot, mesh.rot),
  };
}

export const placeAll = (meshes: readonly Mesh[], rot: Mat3, offset?: Vec3): Mesh[] =>
  meshes.map((mesh) => place(mesh, rot, offset));

/** Mirror image in x, for the other shoe of a pair; the material stays as it lies on the first. */
export function mirrored(mesh: Mesh): Mesh {
  const flip = (v: Vec3): Vec3 => [-v[0], v[1], v[2]];
  const rot = compose([[-1, 0, 0], [0, 1, 0], [0, 0, 1]], mesh.rot); // prettier-ignore
  const [pos, nor] = [mapped(mesh.pos, flip), mapped(mesh.nor, flip)];
  return { ...mesh, pos, nor, tan: mapped(mesh.tan, flip), bit: mapped(mesh.bit, flip), rot };
}

export interface Bounds {
  low: Vec3;
  high: Vec3;
}

/** Axis-aligned box around the meshes that cast shadows (or all when none does). */
export function boundsOf(meshes: readonly Mesh[]): Bounds {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const casters = meshes.filter((mesh) => mesh.casts);
  for (const { pos } of casters.length > 0 ? casters : meshes) {
    for (let i = 0; i < pos.length; i++) {
      const axis = i % 3;
      if (pos[i]! < low[axis]!) low[axis] = pos[i]!;
      if (pos[i]! > high[axis]!) high[axis] = pos[i]!;
    }
  }
  return { low: low as unknown as Vec3, high: high as unknown as Vec3 };
}
