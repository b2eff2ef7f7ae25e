/** From linear light to an 8-bit sRGB picture: depth of field, tone curve, vignette. */
import type { Exposure } from '#supabase/demo/pictures/studio/photograph.ts';

const CURVE = new Uint8Array(4096);
for (let i = 0; i < CURVE.length; i++) {
  const x = (i / (CURVE.length - 1)) * 2;
  // straight up to 0.55, then a soft shoulder so that highlights do not clip
  const toned = x < 0.55 ? x : 0.55 + 0.45 * (1 - Math.exp(-(x - 0.55) / 0.45));
  const srgb = toned <= 0.0031308 ? 12.92 * toned : 1.055 * Math.pow(toned, 1 / 2.4) - 0.055;
  // a little more contrast in the darks, as a printed picture has
  const print = srgb - 0.045 * Math.sin(srgb * Math.PI * 2) * (1 - srgb);
  CURVE[i] = Math.round(255 * Math.min(1, Math.max(0, print)));
}

/** 8-bit RGB, row by row. */
export function develop(exposure: Exposure): Buffer {
  const { width, height, light } = exposure;
  const out = Buffer.alloc(3 * width * height);
  for (let y = 0; y < height; y++) {
    const dy = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x++) {
      const dx = (x / width - 0.5) * 2;
      const vignette = 1 - 0.045 * (dx * dx + dy * dy);
      const at = 3 * (y * width + x);
      // film sees a little less colour than the eye, most of all in strong colours
      const grey = 0.3 * light[at]! + 0.59 * light[at + 1]! + 0.11 * light[at + 2]!;
      for (let c = 0; c < 3; c++) {
        const value = Math.min(1.999, (light[at + c]! * 0.9 + grey * 0.1) * vignette);
        out[at + c] = CURVE[Math.floor(value * 2047.5)]!;
      }
    }
  }
  return out;
}
