/** Which triangle is seen through which sample: a depth buffer, filled band by band. */
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import type { Soup } from '#supabase/demo/pictures/studio/soup.ts';

export interface Projected {
  /** Screen x and y in pixels and 1/depth, three numbers a vertex; 1/depth is 0 behind the lens. */
  screen: Float32Array;
  soup: Soup;
}

/** Projects every vertex of the soup. */
export function project(soup: Soup, camera: Camera): Projected {
  const { pos } = soup;
  const screen = new Float32Array(pos.length);
  const { eye, right: r, up: u, forward: f, focal, cx, cy } = camera;
  for (let i = 0; i < pos.length; i += 3) {
    const x = pos[i]! - eye[0];
    const y = pos[i + 1]! - eye[1];
    const z = pos[i + 2]! - eye[2];
    const depth = x * f[0] + y * f[1] + z * f[2];
    if (depth < 1) continue;
    screen[i] = cx + (focal * (x * r[0] + y * r[1] + z * r[2])) / depth;
    screen[i + 1] = cy - (focal * (x * u[0] + y * u[1] + z * u[2])) / depth;
    screen[i + 2] = 1 / depth;
  }
  return { screen, soup };
}

/** Sample buffers of one band: triangle number (-1 for none) and 1/depth. */
export interface Samples {
  id: Int32Array;
  near: Float32Array;
  /** Samples a row. */
  columns: number;
  rows: number;
}

export const samples = (columns: number, rows: number): Samples => ({
  id: new Int32Array(columns * rows),
  near: new Float32Array(columns * rows),
  columns,
  rows,
});

/** Triangle numbers by the bands of `bandRows` pixels they touch. */
export function bands(projected: Projected, height: number, bandRows: number): Int32Array[] {
  const { screen, soup } = projected;
  const lists: number[][] = Array.from({ length: Math.ceil(height / bandRows) }, () => []);
  for (let t = 0; t < soup.owner.length; t++) {
    const a = 3 * soup.tri[3 * t]!;
    const b = 3 * soup.tri[3 * t + 1]!;
    const c = 3 * soup.tri[3 * t + 2]!;
    if (screen[a + 2] === 0 || screen[b + 2] === 0 || screen[c + 2] === 0) continue;
    const low = Math.min(screen[a + 1]!, screen[b + 1]!, screen[c + 1]!);
    const high = Math.max(screen[a + 1]!, screen[b + 1]!, screen[c + 1]!);
    const from = Math.max(0, Math.floor(low / bandRows));
    const to = Math.min(lists.length - 1, Math.floor(high / bandRows));
    for (let band = from; band <= to; band++) lists[band]!.push(t);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** True where the triangle's mesh has no hole; the weights are those of the corners × 1/depth. */
function solid(soup: Soup, t: number, wa: number, wb: number, wc: number, depth: number): boolean {
  const mask = soup.meshes[soup.owner[t]!]!.mask;
  if (!mask) return true;
  const { uv, tri } = soup;
  const [a, b, c] = [2 * tri[3 * t]!, 2 * tri[3 * t + 1]!, 2 * tri[3 * t + 2]!];
  const [pa, pb, pc] = [wa / depth, wb / depth, wc / depth];
  const u = pa * uv[a]! + pb * uv[b]! + pc * uv[c]!;
  const v = pa * uv[a + 1]! + pb * uv[b + 1]! + pc * uv[c + 1]!;
  return mask(u, v);
}

function fillTriangle(
  projected: Projected,
  t: number,
  out: Samples,
  top: number,
  per: number,
): void {
  const { screen, soup } = projected;
  const { id, near, columns, rows } = out;
  const [a, b, c] = [3 * soup.tri[3 * t]!, 3 * soup.tri[3 * t + 1]!, 3 * soup.tri[3 * t + 2]!];
  const ax = screen[a]! * per - 0.5;
  const ay = (screen[a + 1]! - top) * per - 0.5;
  const bx = screen[b]! * per - 0.5;
  const by = (screen[b + 1]! - top) * per - 0.5;
  const cx = screen[c]! * per - 0.5;
  const cy = (screen[c + 1]! - top) * per - 0.5;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(area) < 1e-9) return;
  const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
  const x1 = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx)));
  const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
  const y1 = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy)));
  const inv = 1 / area;
  const [ia, ib, ic] = [screen[a + 2]!, screen[b + 2]!, screen[c + 2]!];
  const stepA = -(cy - by) * inv;
  const stepB = -(ay - cy) * inv;
  for (let y = y0; y <= y1; y++) {
    let wa = ((cx - bx) * (y - by) - (cy - by) * (x0 - bx)) * inv;
    let wb = ((ax - cx) * (y - cy) - (ay - cy) * (x0 - cx)) * inv;
    let at = y * columns + x0;
    for (let x = x0; x <= x1; x++, at++, wa += stepA, wb += stepB) {
      const wc = 1 - wa - wb;
      if (wa < 0 || wb < 0 || wc < 0) continue;
      const depth = wa * ia + wb * ib + wc * ic;
      if (depth <= near[at]! || !solid(soup, t, wa * ia, wb * ib, wc * ic, depth)) continue;
      near[at] = depth;
      id[at] = t;
    }
  }
}

/**
 * Fills `out` with the nearest triangles among `list` for the pixel rows that start at `top`.
 * `per` samples a pixel in each direction, at the centres of a regular grid.
 */
export function fill(
  projected: Projected,
  list: Int32Array,
  out: Samples,
  top: number,
  per: number,
): void {
  out.id.fill(-1);
  out.near.fill(0);
  for (let k = 0; k < list.length; k++) fillTriangle(projected, list[k]!, out, top, per);
}
