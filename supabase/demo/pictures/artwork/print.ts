/** Flat artwork (cloth prints, labels) drawn as SVG and sampled by materials once it is rastered. */
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

interface Raster {
  width: number;
  height: number;
  /** Linear light, three numbers a pixel. */
  light: Float32Array;
}

/** An SVG and, once the renderer has loaded it, its pixels at ever smaller sizes. */
export class Print {
  readonly svg: string;
  /** Pixels along the longer side when it is rastered. */
  readonly pixels: number;
  readonly repeats: boolean;
  private levels: Raster[] = [];

  constructor(svg: string, pixels = 1024, repeats = true) {
    this.svg = svg;
    this.pixels = pixels;
    this.repeats = repeats;
  }

  /** Takes 8-bit sRGB pixels. */
  load(rgb: Uint8Array, width: number, height: number): void {
    const light = new Float32Array(rgb.length);
    for (let i = 0; i < rgb.length; i++) light[i] = LINEAR[rgb[i]!]!;
    this.levels = [{ width, height, light }];
    while (this.levels.length < 6) this.levels.push(halved(this.levels[this.levels.length - 1]!));
  }

  /**
   * Colour at (x, y) in picture widths and heights; `foot` is the share of the width that one
   * pixel of the photograph covers. Before `load` everything is mid grey.
   */
  at(x: number, y: number, foot: number, out: Float64Array): void {
    const first = this.levels[0];
    if (!first) {
      out.fill(0.2);
      return;
    }
    const step = Math.max(0, Math.log2(Math.max(1e-6, foot * first.width)));
    const k = Math.min(this.levels.length - 1, Math.round(step));
    this.bilinear(this.levels[k]!, x, y, out);
  }

  private bilinear(
    { width, height, light }: Raster,
    x: number,
    y: number,
    out: Float64Array,
  ): void {
    const px = (this.repeats ? x - Math.floor(x) : Math.min(1, Math.max(0, x))) * width - 0.5;
    const py = (this.repeats ? y - Math.floor(y) : Math.min(1, Math.max(0, y))) * height - 0.5;
    const [ix, iy] = [Math.floor(px), Math.floor(py)];
    const [fx, fy] = [px - ix, py - iy];
    const wrap = (i: number, n: number) =>
      this.repeats ? (i + n) % n : Math.min(n - 1, Math.max(0, i));
    const [x0, x1] = [wrap(ix, width), wrap(ix + 1, width)];
    const [y0, y1] = [wrap(iy, height) * width, wrap(iy + 1, height) * width];
    for (let c = 0; c < 3; c++) {
      const top = light[3 * (y0 + x0) + c]! * (1 - fx) + light[3 * (y0 + x1) + c]! * fx;
      const low = light[3 * (y1 + x0) + c]! * (1 - fx) + light[3 * (y1 + x1) + c]! * fx;
      out[c] = top + (low - top) * fy;
    }
  }
}

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const s = i / 255;
  return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
});

function halved({ width, height, light }: Raster): Raster {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
  const out = new Float32Array(3 * w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (i: number, j: number) =>
          light[
            3 * (Math.min(height - 1, 2 * y + j) * width + Math.min(width - 1, 2 * x + i)) + c
          ]!;
        out[3 * (y * w + x) + c] = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
      }
    }
  }
  return { width: w, height: h, light: out };
}

/** '#rrggbb' of a linear colour, for SVG. */
export function hex(colour: Vec3): string {
  const byte = (value: number) => {
    const v = Math.min(1, Math.max(0, value));
    const s = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return Math.round(s * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${byte(colour[0])}${byte(colour[1])}${byte(colour[2])}`;
}
