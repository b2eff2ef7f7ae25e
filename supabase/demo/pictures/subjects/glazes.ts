/** How glazes lie on turned forms. */
import { lathe } from '#supabase/demo/pictures/forms/lathe.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { glaze, rawClay } from '#supabase/demo/pictures/materials/clay.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { smooth } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec2 } from '#supabase/demo/pictures/studio/vec.ts';

export type Profile = readonly Vec2[];

export const scaled = (profile: Profile, k: number, ky = k): Vec2[] =>
  profile.map(([r, y]) => [r * k, y * ky]);

/** Glaze by name over the look's clay; `h` is the height it covers. */
export function glazeOf(look: Look, name: string, h: number, rim = true): Material {
  const d = look.draw.fork('glaze');
  const [clay, colour] = [look.colour('main'), look.colour('second')];
  const seed = look.grain;
  const line = d.range(0.28, 0.5) * h;
  const edge = (y: number) => (rim ? smooth(h - 0.35, h - 0.05, y) * 0.8 : 0);
  const gloss = d.range(0.45, 0.95);
  const speckle = name === 'speckled' ? 0.9 : d.pick([0, 0, 0.35]);
  const coat = glaze({ colour, clay, seed, speckle, gloss, thin: edge });
  const bare = rawClay(clay, seed, 0.25);
  if (name === 'full' || name === 'speckled') return (s) => (s.ry < 0.45 ? bare(s) : coat(s));
  const wavy = (s: { rx: number; rz: number }) =>
    line +
    0.5 * Math.sin(Math.atan2(s.rz, s.rx) * 2 + seed) +
    0.2 * Math.sin(Math.atan2(s.rz, s.rx) * 5 + seed);
  if (name === 'two-tone') {
    const other = glaze({ colour: look.colour('accent'), clay, seed: seed + 3, gloss, speckle });
    return (s) => (s.ry < 0.45 ? bare(s) : s.ry < wavy(s) ? other(s) : coat(s));
  }
  if (name === 'inside') return (s) => (s.inside ? coat(s) : bare(s));
  return (s) => {
    const edgeAt = s.ry - wavy(s);
    if (edgeAt < 0) bare(s);
    else {
      coat(s);
      // the rim of the glaze is a thick, darker roll
      const roll = Math.exp(-((edgeAt / 0.16) ** 2));
      s.slopeRest(0, 0.7 * roll * (edgeAt < 0.12 ? 1 : -1), 0);
      s.crease = 0.2 * roll;
    }
  };
}

export const turned = (
  profile: Profile,
  material: Material,
  look: Look,
  wobble = 0.06,
  seed = look.grain,
): Mesh => lathe(profile, { material, wobble, seed, nu: 200, nv: 220 });
