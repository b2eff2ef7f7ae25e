/** All meshes of a scene in one set of arrays, so that the hot loops see no objects. */
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';

export interface Soup {
  meshes: readonly Mesh[];
  pos: Float32Array;
  nor: Float32Array;
  tan: Float32Array;
  bit: Float32Array;
  rest: Float32Array;
  uv: Float32Array;
  /** Three vertex numbers a triangle. */
  tri: Uint32Array;
  /** Mesh number of each triangle. */
  owner: Uint16Array;
}

/** Joins meshes; the order is kept, so a triangle's owner indexes `meshes`. */
export function soup(meshes: readonly Mesh[]): Soup {
  const vertices = meshes.reduce((n, mesh) => n + mesh.pos.length / 3, 0);
  const triangles = meshes.reduce((n, mesh) => n + mesh.idx.length / 3, 0);
  const out: Soup = {
    meshes,
    pos: new Float32Array(3 * vertices),
    nor: new Float32Array(3 * vertices),
    tan: new Float32Array(3 * vertices),
    bit: new Float32Array(3 * vertices),
    rest: new Float32Array(3 * vertices),
    uv: new Float32Array(2 * vertices),
    tri: new Uint32Array(3 * triangles),
    owner: new Uint16Array(triangles),
  };
  let v = 0;
  let t = 0;
  meshes.forEach((mesh, number) => {
    for (const name of ['pos', 'nor', 'tan', 'bit', 'rest'] as const)
      out[name].set(mesh[name], 3 * v);
    out.uv.set(mesh.uv, 2 * v);
    for (let i = 0; i < mesh.idx.length; i++) out.tri[3 * t + i] = mesh.idx[i]! + v;
    out.owner.fill(number, t, t + mesh.idx.length / 3);
    v += mesh.pos.length / 3;
    t += mesh.idx.length / 3;
  });
  return out;
}
