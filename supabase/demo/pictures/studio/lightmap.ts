/** Light that reaches each point of the picture, at a fraction of its resolution. */
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import { fill, project, samples } from '#supabase/demo/pictures/studio/raster.ts';
import { rays, roomLight } from '#supabase/demo/pictures/studio/rig.ts';
import type { Ray, Rig } from '#supabase/demo/pictures/studio/rig.ts';
import { castersOf, ShadowMap } from '#supabase/demo/pictures/studio/shadow.ts';
import type { Soup } from '#supabase/demo/pictures/studio/soup.ts';

/** Numbers a point: window vector (3), room colour (3), room vector (3), share blocked (1). */
export const CHANNELS = 10;

export interface LightMap {
  width: number;
  height: number;
  /** Place and normal of each point, three numbers each; `seen` is 0 where nothing is. */
  pos: Float32Array;
  nor: Float32Array;
  seen: Uint8Array;
  light: Float32Array;
}

/** The picture's points at a low resolution: where they are and which way they face. */
function points(soup: Soup, camera: Camera, width: number): LightMap {
  const k = width / camera.width;
  const height = Math.ceil(camera.height * k);
  const { focal, cx, cy } = camera;
  const small = { ...camera, width, height, focal: focal * k, cx: cx * k, cy: cy * k };
  const projected = project(soup, small);
  const list = Int32Array.from(
    soup.owner.keys().filter((t) => {
      const at = (n: number) => projected.screen[3 * soup.tri[3 * t + n]! + 2]! > 0;
      return !soup.meshes[soup.owner[t]!]!.glass && at(0) && at(1) && at(2);
    }),
  );
  const hit = samples(width, height);
  fill(projected, list, hit, 0, 1);
  const count = width * height;
  const [pos, nor] = [new Float32Array(3 * count), new Float32Array(3 * count)];
  const seen = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const t = hit.id[i]!;
    if (t < 0) continue;
    seen[i] = 1;
    locate(projected, t, (i % width) + 0.5, Math.floor(i / width) + 0.5, i, pos, nor);
    const d = 3 * i;
    const e = camera.eye;
    const facing =
      (e[0] - pos[d]!) * nor[d]! +
      (e[1] - pos[d + 1]!) * nor[d + 1]! +
      (e[2] - pos[d + 2]!) * nor[d + 2]!;
    if (facing < 0) for (let n = 0; n < 3; n++) nor[d + n] = -nor[d + n]!;
  }
  return { width, height, pos, nor, seen, light: new Float32Array(CHANNELS * count) };
}

function locate(
  projected: ReturnType<typeof project>,
  t: number,
  px: number,
  py: number,
  i: number,
  pos: Float32Array,
  nor: Float32Array,
): void {
  const { screen, soup } = projected;
  const [a, b, c] = [3 * soup.tri[3 * t]!, 3 * soup.tri[3 * t + 1]!, 3 * soup.tri[3 * t + 2]!];
  const [ax, ay, bx, by] = [screen[a]!, screen[a + 1]!, screen[b]!, screen[b + 1]!];
  const [cx, cy] = [screen[c]!, screen[c + 1]!];
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const wa = (((cx - bx) * (py - by) - (cy - by) * (px - bx)) / area) * screen[a + 2]!;
  const wb = (((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) / area) * screen[b + 2]!;
  const la = ((cx - bx) * (py - by) - (cy - by) * (px - bx)) / area;
  const lb = ((ax - cx) * (py - cy) - (ay - cy) * (px - cx)) / area;
  const wc = (1 - la - lb) * screen[c + 2]!;
  const sum = wa + wb + wc;
  let norm = 0;
  for (let n = 0; n < 3; n++) {
    pos[3 * i + n] = (wa * soup.pos[a + n]! + wb * soup.pos[b + n]! + wc * soup.pos[c + n]!) / sum;
    const normal = (wa * soup.nor[a + n]! + wb * soup.nor[b + n]! + wc * soup.nor[c + n]!) / sum;
    nor[3 * i + n] = normal;
    norm += normal * normal;
  }
  norm = 1 / (Math.sqrt(norm) || 1);
  for (let n = 0; n < 3; n++) nor[3 * i + n] = nor[3 * i + n]! * norm;
}

/** Light on the floor around the objects, to know what it throws back up. */
class FloorGrid {
  private readonly side = 72;
  private readonly cell: number;
  private readonly x0: number;
  private readonly z0: number;
  readonly light: Float32Array;

  constructor(x: number, z: number, radius: number) {
    this.cell = (3.6 * radius) / this.side;
    this.x0 = x - 1.8 * radius;
    this.z0 = z - 1.8 * radius;
    this.light = new Float32Array(this.side * this.side);
  }

  add(map: ShadowMap, ray: Ray, strength: number): void {
    for (let j = 0; j < this.side; j++) {
      for (let i = 0; i < this.side; i++) {
        const [x, z] = [this.x0 + (i + 0.5) * this.cell, this.z0 + (j + 0.5) * this.cell];
        this.light[j * this.side + i]! += strength * ray.dir[1] * map.lit(x, 0.05, z);
      }
    }
  }

  at(x: number, z: number): number {
    const i = Math.floor((x - this.x0) / this.cell);
    const j = Math.floor((z - this.z0) / this.cell);
    const edge = i < 0 || j < 0 || i >= this.side || j >= this.side;
    return this.light[edge ? 0 : j * this.side + i]!;
  }
}

interface Gathering {
  map: LightMap;
  shadow: ShadowMap;
  floor: FloorGrid;
  rig: Rig;
  colour: Float64Array;
}

/** Adds what one direction contributes to every point of the map. */
function gather({ map, shadow, floor, rig, colour }: Gathering, ray: Ray): void {
  const [lx, ly, lz] = ray.dir;
  const { pos, nor, light } = map;
  const lift = 1.6 * shadow.texel;
  for (let i = 0; i < map.seen.length; i++) {
    if (map.seen[i] === 0) continue;
    const p = 3 * i;
    const facing = nor[p]! * lx + nor[p + 1]! * ly + nor[p + 2]! * lz;
    if (facing <= 0) continue;
    const [x, y, z] = [pos[p]!, pos[p + 1]!, pos[p + 2]!];
    const open = shadow.lit(x + nor[p]! * lift, y + nor[p + 1]! * lift, z + nor[p + 2]! * lift);
    const c = CHANNELS * i;
    if (ray.kind === 'key') {
      light[c]! += open * lx * ray.weight;
      light[c + 1]! += open * ly * ray.weight;
      light[c + 2]! += open * lz * ray.weight;
      continue;
    }
    light[c + 9]! += 4 * facing * (1 - open) * ray.weight;
    if (open === 0) continue;
    let [r, g, b] = [colour[0]!, colour[1]!, colour[2]!];
    if (ray.kind === 'floor') {
      const reach = Math.max(0, y) / -ly;
      const back = floor.at(x + lx * reach, z + lz * reach);
      [r, g, b] = [rig.floor[0] * back, rig.floor[1] * back, rig.floor[2] * back];
    }
    const w = open * ray.weight;
    light[c + 3]! += r * w;
    light[c + 4]! += g * w;
    light[c + 5]! += b * w;
    const grey = (0.3 * r + 0.6 * g + 0.1 * b) * w;
    light[c + 6]! += lx * grey;
    light[c + 7]! += ly * grey;
    light[c + 8]! += lz * grey;
  }
}

/** Smooths the light along surfaces, never across edges, to hide that the window is a grid. */
function soften(map: LightMap, texel: number): void {
  const { width, height, pos, nor, seen, light } = map;
  const source = light.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (seen[i] === 0) continue;
      light.fill(0, CHANNELS * i, CHANNELS * (i + 1));
      let total = 0;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const [qx, qy] = [x + dx, y + dy];
          if (qx < 0 || qy < 0 || qx >= width || qy >= height) continue;
          const w =
            likeness(pos, nor, i, qy * width + qx, texel) * (3 - Math.abs(dx)) * (3 - Math.abs(dy));
          if (w === 0 || seen[qy * width + qx] === 0) continue;
          total += w;
          const q = CHANNELS * (qy * width + qx);
          for (let n = 0; n < CHANNELS; n++) light[CHANNELS * i + n]! += w * source[q + n]!;
        }
      }
      for (let n = 0; n < CHANNELS; n++) light[CHANNELS * i + n]! /= total;
    }
  }
}

/** 1 for two points on one smooth surface, 0 across an edge. */
function likeness(
  pos: Float32Array,
  nor: Float32Array,
  i: number,
  j: number,
  texel: number,
): number {
  const [a, b] = [3 * i, 3 * j];
  const turn = nor[a]! * nor[b]! + nor[a + 1]! * nor[b + 1]! + nor[a + 2]! * nor[b + 2]!;
  if (turn < 0.7) return 0;
  const [dx, dy, dz] = [pos[b]! - pos[a]!, pos[b + 1]! - pos[a + 1]!, pos[b + 2]! - pos[a + 2]!];
  const off = Math.abs(dx * nor[a]! + dy * nor[a + 1]! + dz * nor[a + 2]!);
  return off > 2.5 * texel ? 0 : turn * turn * turn;
}

export interface LightQuality {
  /** Width of the map in points, texels of a shadow map, window samples a side, sphere samples. */
  width: number;
  shadow: number;
  key: number;
  sphere: number;
}

/** Light for every point the camera sees. Cost grows with samples × (triangles + points). */
export function lightMap(soup: Soup, camera: Camera, rig: Rig, quality: LightQuality): LightMap {
  const map = points(soup, camera, quality.width);
  const casters = castersOf(soup);
  const shadow = new ShadowMap(casters, quality.shadow);
  const floor = new FloorGrid(casters.centre[0], casters.centre[2], casters.radius);
  const colour = new Float64Array(3);
  const power = 0.3 * rig.power[0] + 0.6 * rig.power[1] + 0.1 * rig.power[2];
  for (const ray of rays(rig, quality.key, quality.sphere)) {
    shadow.draw(ray.dir);
    roomLight(rig, ...ray.dir, colour);
    if (ray.kind === 'key') floor.add(shadow, ray, power * ray.weight);
    if (ray.kind === 'sky') floor.add(shadow, ray, 4 * colour[1]! * ray.weight);
    gather({ map, shadow, floor, rig, colour }, ray);
  }
  soften(map, shadow.texel);
  return map;
}
