/** Fills a Surface with what lies under a sample of the picture. */
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import type { Projected } from '#supabase/demo/pictures/studio/raster.ts';
import type { Surface } from '#supabase/demo/pictures/studio/surface.ts';

/** Weights of the three corners of triangle `t` at picture place (px, py), in `out`; depth too. */
function corners(projected: Projected, t: number, px: number, py: number, out: Float64Array): void {
  const { screen, soup } = projected;
  const a = 3 * soup.tri[3 * t]!;
  const b = 3 * soup.tri[3 * t + 1]!;
  const c = 3 * soup.tri[3 * t + 2]!;
  const ax = screen[a]!;
  const ay = screen[a + 1]!;
  const bx = screen[b]!;
  const by = screen[b + 1]!;
  const cx = screen[c]!;
  const cy = screen[c + 1]!;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  let la = ((cx - bx) * (py - by) - (cy - by) * (px - bx)) / area;
  let lb = ((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) / area;
  la = Math.min(1, Math.max(0, la));
  lb = Math.min(1 - la, Math.max(0, lb));
  const wa = la * screen[a + 2]!;
  const wb = lb * screen[b + 2]!;
  const wc = (1 - la - lb) * screen[c + 2]!;
  const sum = wa + wb + wc;
  out[0] = wa / sum;
  out[1] = wb / sum;
  out[2] = wc / sum;
  out[3] = 1 / sum;
}

const weights = new Float64Array(4);

/** Places and directions at the point, mixed from the corners by `weights`. */
function mixCorners(projected: Projected, t: number, s: Surface): void {
  const { pos, tan, bit, rest, uv, tri } = projected.soup;
  const [wa, wb, wc] = [weights[0]!, weights[1]!, weights[2]!];
  const va = tri[3 * t]!;
  const vb = tri[3 * t + 1]!;
  const vc = tri[3 * t + 2]!;
  const [a, b, c] = [3 * va, 3 * vb, 3 * vc];
  s.x = wa * pos[a]! + wb * pos[b]! + wc * pos[c]!;
  s.y = wa * pos[a + 1]! + wb * pos[b + 1]! + wc * pos[c + 1]!;
  s.z = wa * pos[a + 2]! + wb * pos[b + 2]! + wc * pos[c + 2]!;
  s.rx = wa * rest[a]! + wb * rest[b]! + wc * rest[c]!;
  s.ry = wa * rest[a + 1]! + wb * rest[b + 1]! + wc * rest[c + 1]!;
  s.rz = wa * rest[a + 2]! + wb * rest[b + 2]! + wc * rest[c + 2]!;
  s.u = wa * uv[2 * va]! + wb * uv[2 * vb]! + wc * uv[2 * vc]!;
  s.v = wa * uv[2 * va + 1]! + wb * uv[2 * vb + 1]! + wc * uv[2 * vc + 1]!;
  s.tx = wa * tan[a]! + wb * tan[b]! + wc * tan[c]!;
  s.ty = wa * tan[a + 1]! + wb * tan[b + 1]! + wc * tan[c + 1]!;
  s.tz = wa * tan[a + 2]! + wb * tan[b + 2]! + wc * tan[c + 2]!;
  s.bx = wa * bit[a]! + wb * bit[b]! + wc * bit[c]!;
  s.by = wa * bit[a + 1]! + wb * bit[b + 1]! + wc * bit[c + 1]!;
  s.bz = wa * bit[a + 2]! + wb * bit[b + 2]! + wc * bit[c + 2]!;
}

/** The normal towards the camera, in the world and before transforms. */
function faceCamera(projected: Projected, t: number, camera: Camera, s: Surface): void {
  const { nor, tri } = projected.soup;
  const [wa, wb, wc] = [weights[0]!, weights[1]!, weights[2]!];
  const [a, b, c] = [3 * tri[3 * t]!, 3 * tri[3 * t + 1]!, 3 * tri[3 * t + 2]!];
  const nx = wa * nor[a]! + wb * nor[b]! + wc * nor[c]!;
  const ny = wa * nor[a + 1]! + wb * nor[b + 1]! + wc * nor[c + 1]!;
  const nz = wa * nor[a + 2]! + wb * nor[b + 2]! + wc * nor[c + 2]!;
  const e = camera.eye;
  const towards = (e[0] - s.x) * nx + (e[1] - s.y) * ny + (e[2] - s.z) * nz;
  s.inside = towards < 0;
  const k = (s.inside ? -1 : 1) / (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1);
  s.nx = nx * k;
  s.ny = ny * k;
  s.nz = nz * k;
  if (s.flat) unrolled(s);
  const m = s.rot;
  s.mx = m[0]! * s.nx + m[3]! * s.ny + m[6]! * s.nz;
  s.my = m[1]! * s.nx + m[4]! * s.ny + m[7]! * s.nz;
  s.mz = m[2]! * s.nx + m[5]! * s.ny + m[8]! * s.nz;
}

/** Describes the point of triangle `t` at picture place (px, py); returns its depth. */
export function surfaceAt(
  projected: Projected,
  camera: Camera,
  t: number,
  px: number,
  py: number,
  s: Surface,
): number {
  corners(projected, t, px, py, weights);
  mixCorners(projected, t, s);
  faceCamera(projected, t, camera, s);
  s.foot = weights[3]! / camera.focal;
  return weights[3]!;
}

/** Rest axes of a strap at this point: x across, y off its face, z along. */
function unrolled(s: Surface): void {
  const k = 1 / (Math.sqrt(s.bx * s.bx + s.by * s.by + s.bz * s.bz) || 1);
  const [zx, zy, zz] = [s.bx * k, s.by * k, s.bz * k];
  const m = s.rot;
  m[0] = zy * s.nz - zz * s.ny;
  m[3] = zz * s.nx - zx * s.nz;
  m[6] = zx * s.ny - zy * s.nx;
  m[1] = s.nx;
  m[4] = s.ny;
  m[7] = s.nz;
  m[2] = zx;
  m[5] = zy;
  m[8] = zz;
}

/** Tells the surface which mesh it is on. */
export function enter(projected: Projected, t: number, s: Surface): void {
  const mesh = projected.soup.meshes[projected.soup.owner[t]!]!;
  s.flat = mesh.flat;
  for (let i = 0; i < 9; i++) s.rot[i] = mesh.rot[Math.floor(i / 3)]![i % 3]!;
}
