/** Sole materials: rubber, crepe, cork. */
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { grainTile, napTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Moulded rubber, matt. */
export function rubber(colour: Vec3): Material {
  return (s) => {
    const k = 1 + 0.08 * fbm(s.rx * 0.5, s.ry * 0.5, s.rz * 0.5, 2);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.6);
    overlay(s, napTile(), 3, 0.006, 0.03);
  };
}

/** Natural crepe: soft, porous, slightly layered. */
export function crepe(colour: Vec3): Material {
  return (s) => {
    const layer = 0.5 + 0.5 * Math.sin(s.ry * 26 + 2 * noise3(s.rx * 0.6, s.ry * 2, s.rz * 0.6));
    const k = 0.9 + 0.12 * layer + 0.1 * noise3(s.rx * 2.1, s.ry * 4, s.rz * 2.1);
    s.matt(colour[0] * k, colour[1] * k * 0.98, colour[2] * k * 0.95, 0.8);
    overlay(s, grainTile(), 2.6, 0.03, 0.1);
    s.slopeRest(0, 0.25 * (layer - 0.5), 0);
    s.glow = 0.15;
  };
}

/** Pressed cork with dark flecks. */
export function cork(colour: Vec3): Material {
  return (s) => {
    const fleck = Math.max(0, noise3(s.rx * 3.4, s.ry * 3.4, s.rz * 3.4) - 0.22);
    const fine = noise3(s.rx * 9, s.ry * 9, s.rz * 9);
    const k = 1 - 1.1 * fleck + 0.09 * fine;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.85);
    overlay(s, grainTile(), 2.2, 0.02, 0.09);
  };
}
