/** Depth of field: blurs what is nearer or farther than the plane of focus. */
import type { Exposure } from '#supabase/demo/pictures/studio/photograph.ts';

export interface Focus {
  /** Sharp from `near` to `far` cm in front of the lens. */
  near: number;
  far: number;
  /** Blur radius at infinity, as a share of the picture's width. */
  strength: number;
}

/** Blur radius in pixels. */
function radius(depth: number, focus: Focus, width: number): number {
  const off = depth > focus.far ? depth - focus.far : depth < focus.near ? focus.near - depth : 0;
  return (focus.strength * width * off) / Math.max(depth, 1);
}

interface Level {
  width: number;
  height: number;
  /** Red, green, blue and weight. */
  data: Float32Array;
}

/** Light weighted by how much of it is blurred, at 1/step of the size, spread by a small kernel. */
function level(exposure: Exposure, blur: Float32Array, step: number): Level {
  const width = Math.ceil(exposure.width / step);
  const height = Math.ceil(exposure.height / step);
  const data = new Float32Array(4 * width * height);
  for (let y = 0; y < exposure.height; y++) {
    for (let x = 0; x < exposure.width; x++) {
      const i = y * exposure.width + x;
      const w = Math.min(1, blur[i]! / (0.8 * step)) + 1e-3;
      const at = 4 * (Math.floor(y / step) * width + Math.floor(x / step));
      for (let c = 0; c < 3; c++) data[at + c]! += w * exposure.light[3 * i + c]!;
      data[at + 3]! += w;
    }
  }
  const out = { width, height, data };
  for (const along of [4, 4 * width, 4, 4 * width]) spread(out, along);
  return out;
}

function spread({ width, height, data }: Level, along: number): void {
  const source = data.slice();
  const last = along === 4 ? width - 1 : height - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = along === 4 ? x : y;
      const at = 4 * (y * width + x);
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let k = -2; k <= 2; k++) {
          const to = Math.min(last, Math.max(0, place + k));
          sum += source[at + (to - place) * along + c]! * (k === 0 ? 6 : k * k === 1 ? 4 : 1);
        }
        data[at + c] = sum / 16;
      }
    }
  }
}

function read(l: Level, x: number, y: number, step: number, out: Float64Array): void {
  const px = Math.min(l.width - 1.001, Math.max(0, (x + 0.5) / step - 0.5));
  const py = Math.min(l.height - 1.001, Math.max(0, (y + 0.5) / step - 0.5));
  const [ix, iy] = [Math.floor(px), Math.floor(py)];
  const [fx, fy] = [px - ix, py - iy];
  const at = 4 * (iy * l.width + ix);
  const weight = (1 - fx) * (1 - fy);
  for (let c = 0; c < 4; c++) {
    out[c] =
      weight * l.data[at + c]! +
      fx * (1 - fy) * l.data[at + 4 + c]! +
      (1 - fx) * fy * l.data[at + 4 * l.width + c]! +
      fx * fy * l.data[at + 4 * l.width + 4 + c]!;
  }
  for (let c = 0; c < 3; c++) out[c]! /= out[3]!;
}

/** Blurs the exposure in place. Sharp things never bleed into the blur behind them. */
export function defocus(exposure: Exposure, focus: Focus): void {
  const { width, height, light, depth } = exposure;
  const blur = new Float32Array(width * height);
  let most = 0;
  for (let i = 0; i < blur.length; i++) {
    blur[i] = radius(depth[i]!, focus, width);
    if (blur[i]! > most) most = blur[i]!;
  }
  // level k holds a blur of about 1.4 × 2^k pixels
  const levels: Level[] = [];
  for (let step = 1; 0.7 * step < most && step <= 64; step *= 2)
    levels.push(level(exposure, blur, step));
  if (levels.length === 0) return;
  const [a, b] = [new Float64Array(4), new Float64Array(4)];
  for (let i = 0; i < blur.length; i++) {
    const at = Math.log2(blur[i]! / 1.4);
    if (at <= -1.5) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const low = Math.min(levels.length - 1, Math.max(0, Math.floor(at)));
    const high = Math.min(levels.length - 1, low + 1);
    read(levels[low]!, x, y, 2 ** low, a);
    read(levels[high]!, x, y, 2 ** high, b);
    const t = Math.min(1, Math.max(0, at - low));
    const k = at < 0 ? (at + 1.5) / 1.5 : 1;
    for (let c = 0; c < 3; c++) {
      const soft = a[c]! + (b[c]! - a[c]!) * t;
      light[3 * i + c] = light[3 * i + c]! * (1 - k) + soft * k;
    }
  }
}
