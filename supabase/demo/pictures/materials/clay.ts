/** Fired clay and glazes. */
import { overlay } from '#supabase/demo/pictures/materials/relief.ts';
import { napTile } from '#supabase/demo/pictures/materials/tiles.ts';
import { fbm, noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

/** Unglazed clay; `burnish` 0 is raw, 1 is polished with a stone. Throwing rings run along u. */
export function rawClay(colour: Vec3, seed: number, burnish = 0): Material {
  return (s) => {
    const broad = fbm(s.rx * 0.11 + seed, s.ry * 0.2, s.rz * 0.11, 4);
    const fleck =
      s.foot < 0.06 ? Math.max(0, noise3(s.rx * 7, s.ry * 7 + seed, s.rz * 7) - 0.42) : 0;
    const level = 1 + 0.16 * broad - 0.7 * fleck;
    s.matt(
      colour[0] * level,
      colour[1] * (level - 0.02),
      colour[2] * (level - 0.03),
      0.86 - 0.42 * burnish,
    );
    s.f0 = 0.035;
    overlay(s, napTile(), 4.5, 0.03 * (1 - 0.75 * burnish), 0.05);
    const rings = noise3(seed, s.ry * 2.6, 0.3) + 0.5 * noise3(seed, s.ry * 7.1, 0.7);
    s.slopeRest(0, rings * 0.07 * (1 - 0.5 * burnish), 0);
    s.slopeRest(0.02 * broad, 0, 0.02 * broad);
  };
}

export interface GlazeOptions {
  colour: Vec3;
  clay: Vec3;
  seed: number;
  speckle?: number;
  /** 0 is satin, 1 is glassy. */
  gloss?: number;
  /** Where the glaze lies thin and breaks to the clay: 0 nowhere, 1 fully, by rest place. */
  thin?: (y: number) => number;
}

/** Glaze: pools and breaks over edges, with iron specks, over clay. */
export function glaze(options: GlazeOptions): Material {
  const { colour, clay, seed, speckle = 0, gloss = 0.7, thin = () => 0 } = options;
  return (s) => {
    const broad = fbm(s.rx * 0.2 + seed, s.ry * 0.25, s.rz * 0.2, 3);
    const t = Math.min(1, Math.max(0, thin(s.ry) + 0.12 * broad));
    const level = 1 + 0.1 * broad;
    const mix = (a: number, b: number) => (a + (b - a) * t * 0.75) * level;
    s.matt(
      mix(colour[0], clay[0]),
      mix(colour[1], clay[1]),
      mix(colour[2], clay[2]),
      0.38 - 0.26 * gloss,
    );
    s.f0 = 0.045;
    if (speckle > 0 && s.foot < 0.12) {
      const speck = Math.max(0, noise3(s.rx * 5.3, s.ry * 5.3 + seed, s.rz * 5.3) - 0.46) * 4;
      const tiny = Math.max(0, noise3(s.rx * 13, s.ry * 13 + seed, s.rz * 13) - 0.5) * 3;
      const dark = 1 - Math.min(0.85, speckle * (speck + 0.6 * tiny));
      s.r *= dark;
      s.g *= dark * 0.95;
      s.b *= dark * 0.9;
    }
    const rings = noise3(seed, s.ry * 2.1, 0.3);
    s.slopeRest(0.012 * broad, rings * 0.035, 0.012 * broad);
  };
}

/** Lines scratched in a band of the wall, `wide` cm high around height `y`; `ink` fills them. */
export function incised(
  base: Material,
  motif: 'zigzag' | 'hatch' | 'rows',
  y: number,
  wide: number,
  ink?: Vec3,
): Material {
  return (s) => {
    base(s);
    const t = (s.ry - y) / wide + 0.5;
    if (t < -0.06 || t > 1.06) return;
    const u = s.u * 26;
    const saw = Math.abs((u - Math.floor(u)) * 2 - 1);
    const frame = Math.min(Math.abs(t), Math.abs(t - 1)) * wide;
    const lines =
      motif === 'zigzag' ? Math.abs((((t - 0.7 * saw) * 3) % 1 + 1) % 1 - 0.5) * wide * 0.45
      : motif === 'rows' ? Math.hypot(((u * 2) % 1) - 0.5, ((t * 4) % 1) - 0.5) * 0.9 - 0.1
      : Math.abs((((u + t * 2 * (Math.floor(u / 2) % 2 === 0 ? 1 : -1)) * 2) % 1 + 1) % 1 - 0.5) * 0.7; // prettier-ignore
    const d = t > 0 && t < 1 ? Math.min(frame, lines) : frame;
    const cut = Math.exp(-((d / 0.09) ** 2)) * Math.min(1, 0.2 / s.foot);
    if (ink) {
      s.r += (ink[0] - s.r) * cut;
      s.g += (ink[1] - s.g) * cut;
      s.b += (ink[2] - s.b) * cut;
      s.rough += (0.85 - s.rough) * cut;
    }
    s.crease = Math.min(0.7, s.crease + 0.55 * cut);
    s.slopeAlong(0.25 * cut * Math.sin(u * 6.28), 0.3 * cut * (t < 0.5 ? -1 : 1));
  };
}
