/** Light on one point: window and room light from the light map, reflections, fuzz, glow. */
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import { CHANNELS } from '#supabase/demo/pictures/studio/lightmap.ts';
import type { LightMap } from '#supabase/demo/pictures/studio/lightmap.ts';
import { roomLight, windowSeen } from '#supabase/demo/pictures/studio/rig.ts';
import type { Rig } from '#supabase/demo/pictures/studio/rig.ts';
import type { Surface } from '#supabase/demo/pictures/studio/surface.ts';

/** Reads the light map at picture place (px, py) for the surface there, across no edges. */
export function lightAt(
  map: LightMap,
  scale: number,
  px: number,
  py: number,
  s: Surface,
  out: Float64Array,
): void {
  const x = px * scale - 0.5;
  const y = py * scale - 0.5;
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const reach = 4 * (s.foot / scale);
  out.fill(0);
  let total = 0;
  for (let ring = 1; ring <= 3 && total < 1e-3; ring++) {
    for (let j = iy - ring + 1; j <= iy + ring; j++) {
      if (j < 0 || j >= map.height) continue;
      for (let i = ix - ring + 1; i <= ix + ring; i++) {
        if (i < 0 || i >= map.width) continue;
        const q = j * map.width + i;
        if (map.seen[q] === 0) continue;
        const w = match(map, q, s, reach) * kernel(x - i, ring) * kernel(y - j, ring);
        if (w < 1e-7) continue;
        total += w;
        for (let n = 0; n < CHANNELS; n++) out[n]! += w * map.light[CHANNELS * q + n]!;
      }
    }
  }
  if (total > 1e-7) for (let n = 0; n < CHANNELS; n++) out[n]! /= total;
  else for (let n = 0; n < 6; n++) out[n] = n < 3 ? 0.02 : 0.06;
}

const kernel = (d: number, ring: number): number => Math.max(0.02, 1 - Math.abs(d) / ring);

function match(map: LightMap, q: number, s: Surface, reach: number): number {
  const p = 3 * q;
  const { nor, pos } = map;
  const turn = nor[p]! * s.nx + nor[p + 1]! * s.ny + nor[p + 2]! * s.nz;
  if (turn < 0.05) return 1e-6;
  const off = (pos[p]! - s.x) * s.nx + (pos[p + 1]! - s.y) * s.ny + (pos[p + 2]! - s.z) * s.nz;
  const t = Math.abs(off) / reach;
  return turn * turn * (t > 1 ? 0.002 : 1 - t * t + 0.002);
}

const room = new Float64Array(3);

/** Colours that shine by themselves keep their value whatever the exposure. */
function shine(s: Surface, out: Float64Array): void {
  out[0]! += s.emit * (s.er - out[0]!);
  out[1]! += s.emit * (s.eg - out[1]!);
  out[2]! += s.emit * (s.eb - out[2]!);
}

/** Scratch of one point: unit view direction, tilted normal, their cosine, light that falls. */
const p = {
  vx: 0.5,
  vy: 0.5,
  vz: 0.5,
  nx: 0.5,
  ny: 0.5,
  nz: 0.5,
  nv: 0.5,
  fall: 0.5,
  open: 0.5,
  full: 0.5,
  grey: 0.5,
};

function tilt(x: number, y: number, z: number): void {
  // In a sliver of a mesh normals can cancel out: no direction, which `lookAt` then turns to the camera. Divided by nothing
  // it would be no number, and the lens would spread that one pixel into a black patch.
  const norm = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
  p.nx = x * norm;
  p.ny = y * norm;
  p.nz = z * norm;
}

/** Relief tilts the normal, but never away from the camera. */
function lookAt(s: Surface, camera: Camera): void {
  const e = camera.eye;
  p.vx = e[0] - s.x;
  p.vy = e[1] - s.y;
  p.vz = e[2] - s.z;
  const far = 1 / Math.sqrt(p.vx * p.vx + p.vy * p.vy + p.vz * p.vz);
  p.vx *= far;
  p.vy *= far;
  p.vz *= far;
  // the part of the gradient along the normal does not count
  const along = s.gx * s.nx + s.gy * s.ny + s.gz * s.nz;
  tilt(s.nx - (s.gx - along * s.nx), s.ny - (s.gy - along * s.ny), s.nz - (s.gz - along * s.nz));
  p.nv = p.nx * p.vx + p.ny * p.vy + p.nz * p.vz;
  if (p.nv >= 0.04) return;
  const k = 0.04 - p.nv;
  tilt(p.nx + p.vx * k, p.ny + p.vy * k, p.nz + p.vz * k);
  p.nv = 0.04;
}

/** Light scattered by the body and by fuzz, into `out`. */
function scatter(s: Surface, l: Float64Array, rig: Rig, out: Float64Array): void {
  const facing = p.nx * l[0]! + p.ny * l[1]! + p.nz * l[2]!;
  const wrapped = Math.max(0, facing + s.glow * 0.5 * p.full) / (1 + s.glow * 0.35);
  const window = Math.max(0, wrapped) * p.fall * p.open;
  const bent = (p.nx * l[6]! + p.ny * l[7]! + p.nz * l[8]!) / p.grey;
  const soft = Math.max(0.2, 1 + 2 * bent) * p.open;
  const bounce = 0.3 * l[9]! + 0.02;
  const body = 1 - s.metal;
  const fuzz = s.sheen * Math.pow(1 - p.nv, 3);
  const one = (albedo: number, c: 0 | 1 | 2): number =>
    (body * albedo + fuzz * (0.35 + 0.65 * albedo)) *
    (window * rig.power[c] + soft * l[3 + c]! + bounce * albedo);
  out[0] = one(s.r, 0);
  out[1] = one(s.g, 1);
  out[2] = one(s.b, 2);
}

/** What a mirror of this roughness shows of window, room and floor, added to `out`. */
function reflect(s: Surface, rig: Rig, out: Float64Array): void {
  const rx = 2 * p.nv * p.nx - p.vx;
  const ry = 2 * p.nv * p.ny - p.vy;
  const rz = 2 * p.nv * p.nz - p.vz;
  const wide = s.rough * s.rough;
  const lit = Math.min(1, p.full) * p.fall * p.open;
  const size = 3.14 / (4 * rig.halfAcross * rig.halfRise);
  const pane = windowSeen(rig, rx, ry, rz, 0.02 + 1.1 * wide) * lit * size;
  roomLight(rig, rx, Math.max(ry, -0.1), rz, room);
  const seen = Math.min(1, Math.max(0.06, (p.grey * 3.2) / rig.room)) * p.open;
  const below = Math.min(1, Math.max(0, 0.5 - ry / (0.1 + 1.2 * wide)));
  const grazing = Math.pow(1 - p.nv, 5) * (1 - s.rough) * (1 - s.rough);
  const mirror = (albedo: number, c: 0 | 1 | 2): number => {
    const f = s.f0 + s.metal * (albedo - s.f0);
    const around = room[c]! * 1.3 * (1 - below) + below * rig.floor[c] * 0.9;
    return (f + (1 - f) * grazing) * (pane * rig.power[c] + seen * around);
  };
  out[0]! += mirror(s.r, 0);
  out[1]! += mirror(s.g, 1);
  out[2]! += mirror(s.b, 2);
}

/** Shades the surface with the light `l` and writes linear RGB to `out`. */
export function shade(
  s: Surface,
  l: Float64Array,
  rig: Rig,
  camera: Camera,
  out: Float64Array,
): void {
  lookAt(s, camera);
  p.fall = Math.max(0.3, 1 - rig.falloff * (s.x + 0.1 * s.z));
  p.open = 1 - s.crease;
  p.full = Math.sqrt(l[0]! * l[0]! + l[1]! * l[1]! + l[2]! * l[2]!);
  p.grey = 0.3 * l[3]! + 0.6 * l[4]! + 0.1 * l[5]! + 1e-6;
  scatter(s, l, rig, out);
  reflect(s, rig, out);
  for (let c = 0; c < 3; c++) out[c]! *= rig.exposure;
  if (s.emit > 0) shine(s, out);
}
