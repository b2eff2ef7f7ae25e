/** Colours for materials: linear light, mixing, and swatches by name. */
import { SWATCHES } from '#supabase/demo/pictures/swatches.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { mix3 } from '#supabase/demo/pictures/studio/vec.ts';

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);

/** Linear RGB of '#rrggbb' or a swatch name. Throws on anything else. */
export function paint(name: string): Vec3 {
  const hex = name.startsWith('#') ? name : (SWATCHES as Record<string, string>)[name];
  if (!hex || !/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`No such colour: "${name}"`);
  const part = (at: number) => linear(parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(1), part(3), part(5)];
}

export const blend = mix3;
export const shaded = (colour: Vec3, k: number): Vec3 => [
  colour[0] * k,
  colour[1] * k,
  colour[2] * k,
];
/** Towards grey of the same lightness; `k` 0 keeps the colour, 1 is grey. */
export const muted = (colour: Vec3, k: number): Vec3 => {
  const grey = 0.3 * colour[0] + 0.6 * colour[1] + 0.1 * colour[2];
  return mix3(colour, [grey, grey, grey], k);
};
