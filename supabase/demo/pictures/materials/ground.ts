/** What the product stands on and in front of. */
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { napTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Seamless paper: nearly even, with the faintest unevenness. */
export function paper(colour: Vec3, seed: number): Material {
  return (s) => {
    const k = 1 + 0.018 * fbm(s.x * 0.02 + seed, s.y * 0.02, s.z * 0.02, 2);
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.95);
    s.f0 = 0.015;
  };
}

/** Lime plaster: cloudy, trowelled. */
export function plaster(colour: Vec3, seed: number): Material {
  return (s) => {
    const broad = fbm(s.x * 0.03 + seed, s.y * 0.03, s.z * 0.03, 4);
    const trowel = fbm(s.x * 0.09 + 3 * broad, s.y * 0.16 + seed, s.z * 0.09, 3);
    const k = 1 + 0.08 * broad + 0.05 * trowel;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k, 0.95);
    s.f0 = 0.015;
    s.slopeRest(0.07 * trowel, 0.09 * broad, 0.04 * trowel);
    overlay(s, napTile(), 6, 0.03, 0.06);
  };
}

/** Boards along x: long calm figure, pores, joints; neighbouring boards differ in tone. */
export function wood(colour: Vec3, dark: Vec3, seed: number, board = 14): Material {
  return (s) => {
    const number = Math.floor(s.z / board + 0.37);
    const across = s.z / board + 0.37 - number;
    const shift = seed + number * 17.3;
    const near = Math.min(1, 0.1 / (s.foot + 0.02));
    const wave = fbm(s.x * 0.006 + shift, s.z * 0.03, shift, 2);
    const ring = s.z * 0.34 + 11 * wave + 0.9 * noise3(s.x * 0.015, s.z * 0.12, shift);
    const year = 0.5 + 0.5 * Math.sin(ring * 5);
    const streak = noise3(s.x * 0.05 + shift, s.z * 3.2, 1.3) * near;
    const cloud = fbm(s.x * 0.02 + shift, s.z * 0.05, 4.2, 2);
    const tone = 0.3 * noise3(number * 3.1, shift, 0);
    const t = Math.min(
      1,
      Math.max(0, 0.3 + 0.15 * year * year + 0.16 * streak + 0.3 * cloud + tone),
    );
    const mix = (c: 0 | 1 | 2) => colour[c] + (dark[c] - colour[c]) * t;
    const joint = Math.min(across, 1 - across) * board;
    const gap = joint < 0.1 ? Math.max(0, 1 - joint / 0.1) : 0;
    const k = 1 - 0.7 * gap;
    s.matt(mix(0) * k, mix(1) * k, mix(2) * k, 0.5 + 0.1 * year);
    s.f0 = 0.035;
    const lip = joint < 0.2 ? (across < 0.5 ? 0.3 : -0.3) * (1 - joint / 0.2) : 0;
    s.slopeRest(0, 0, 0.03 * streak + lip);
  };
}

/** Honed stone with veins and specks. */
export function stone(colour: Vec3, seed: number): Material {
  return (s) => {
    const warp = fbm(s.x * 0.035 + seed, s.y * 0.035, s.z * 0.035, 4);
    const vein = Math.abs(noise3(s.x * 0.045 + 2.2 * warp, s.y * 0.05, s.z * 0.06 + seed));
    const line = Math.max(0, 1 - vein * 16) * 0.5;
    const speck = s.foot < 0.1 ? noise3(s.x * 6, s.y * 6, s.z * 6) * 0.04 : 0;
    const k = 1 + 0.14 * warp - 0.12 * line + speck;
    s.matt(colour[0] * k, colour[1] * k, colour[2] * k * 1.01, 0.5);
    s.f0 = 0.04;
  };
}
