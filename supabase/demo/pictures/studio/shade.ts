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

/** Shades the surface with the light `l` and writes linear RGB to `out`. */
export function shade(
  s: Surface,
  l: Float64Array,
  rig: Rig,
  camera: Camera,
  out: Float64Array,
): void {
  const e = camera.eye;
  let vx = e[0] - s.x;
  let vy = e[1] - s.y;
  let vz = e[2] - s.z;
  const far = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
  vx *= far;
  vy *= far;
  vz *= far;
  // relief tilts the normal; the part of the gradient along the normal does not count
  const along = s.gx * s.nx + s.gy * s.ny + s.gz * s.nz;
  let nx = s.nx - (s.gx - along * s.nx);
  let ny = s.ny - (s.gy - along * s.ny);
  let nz = s.nz - (s.gz - along * s.nz);
  let norm = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  nx *= norm;
  ny *= norm;
  nz *= norm;
  let nv = nx * vx + ny * vy + nz * vz;
  if (nv < 0.04) {
    const k = 0.04 - nv;
    nx += vx * k;
    ny += vy * k;
    nz += vz * k;
    norm = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    nx *= norm;
    ny *= norm;
    nz *= norm;
    nv = 0.04;
  }
  const fall = Math.max(0.3, 1 - rig.falloff * (s.x + 0.1 * s.z));
  const open = 1 - s.crease;
  const facing = nx * l[0]! + ny * l[1]! + nz * l[2]!;
  const full = Math.sqrt(l[0]! * l[0]! + l[1]! * l[1]! + l[2]! * l[2]!);
  const wrapped = Math.max(0, facing + s.glow * 0.5 * full) / (1 + s.glow * 0.35);
  const window = Math.max(0, wrapped) * fall * open;
  const grey = 0.3 * l[3]! + 0.6 * l[4]! + 0.1 * l[5]! + 1e-6;
  const bent = (nx * l[6]! + ny * l[7]! + nz * l[8]!) / grey;
  const soft = Math.max(0.2, 1 + 2 * bent) * open;
  const bounce = 0.3 * l[9]! + 0.02;
  const ar = s.r;
  const ag = s.g;
  const ab = s.b;
  const er = window * rig.power[0] + soft * l[3]! + bounce * ar;
  const eg = window * rig.power[1] + soft * l[4]! + bounce * ag;
  const eb = window * rig.power[2] + soft * l[5]! + bounce * ab;
  const body = 1 - s.metal;
  const fuzz = s.sheen * Math.pow(1 - nv, 3);
  const fr = body * ar + fuzz * (0.35 + 0.65 * ar);
  const fg = body * ag + fuzz * (0.35 + 0.65 * ag);
  const fb = body * ab + fuzz * (0.35 + 0.65 * ab);
  // what a mirror of this roughness would show
  const rx = 2 * nv * nx - vx;
  const ry = 2 * nv * ny - vy;
  const rz = 2 * nv * nz - vz;
  const wide = s.rough * s.rough;
  const blur = 0.02 + 1.1 * wide;
  const lit = Math.min(1, full) * fall * open;
  const size = 3.14 / (4 * rig.halfAcross * rig.halfRise);
  const pane = windowSeen(rig, rx, ry, rz, blur) * lit * size;
  roomLight(rig, rx, Math.max(ry, -0.1), rz, room);
  const seen = Math.min(1, Math.max(0.06, (grey * 3.2) / rig.room)) * open;
  const below = Math.min(1, Math.max(0, 0.5 - ry / (0.1 + 1.2 * wide)));
  const ground = 0.9;
  const grazing = Math.pow(1 - nv, 5) * (1 - s.rough) * (1 - s.rough);
  const mirror = (f: number, c: 0 | 1 | 2): number =>
    (f + (1 - f) * grazing) *
    (pane * rig.power[c] + seen * (room[c]! * 1.3 * (1 - below) + below * rig.floor[c] * ground));
  const metal = s.metal;
  out[0] = rig.exposure * (fr * er + mirror(s.f0 + metal * (ar - s.f0), 0));
  out[1] = rig.exposure * (fg * eg + mirror(s.f0 + metal * (ag - s.f0), 1));
  out[2] = rig.exposure * (fb * eb + mirror(s.f0 + metal * (ab - s.f0), 2));
  if (s.emit > 0) shine(s, out);
}
