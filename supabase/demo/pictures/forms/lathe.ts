/** Turned forms: a profile swept around the y axis. */
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { grid } from '#supabase/demo/pictures/studio/mesh.ts';
import type { GridOptions, Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { noise3 } from '#supabase/demo/pictures/studio/noise.ts';
import type { Vec2, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface LatheOptions extends Omit<GridOptions, 'nu' | 'nv'> {
  nu?: number;
  nv?: number;
  /** How far a hand strays from the circle, in centimetres. */
  wobble?: number;
  seed?: number;
  /** Scales the radius by angle: prisms and ovals. */
  section?: (angle: number) => number;
  /** Part of the circle that is made, in turns; the whole as usual. */
  turns?: readonly [number, number];
  /** Straight lines between the points instead of a smooth curve. */
  straight?: boolean;
}

/** Radius of a polygon with rounded corners, for `section`. */
export function polygon(sides: number, round = 0.35): (angle: number) => number {
  const step = (2 * Math.PI) / sides;
  return (angle) => {
    const a = ((((angle + step / 2) % step) + step) % step) - step / 2;
    const flat = Math.cos(step / 2) / Math.cos(a);
    const most = 1 - round * (1 - Math.cos(step / 2));
    // a soft minimum cuts the corners
    const h = Math.max(0, Math.min(1, 0.5 + (0.5 * (most - flat)) / 0.03));
    return most + (flat - most) * h - 0.03 * h * (1 - h);
  };
}

/** Turns a profile of [radius, height] points; u goes once around, v along the profile. */
export function lathe(profile: readonly Vec2[], options: LatheOptions): Mesh {
  const {
    nu = 96,
    nv = 96,
    wobble = 0,
    seed = 0,
    straight = false,
    section,
    turns = [0, 1],
    ...rest
  } = options;
  const along = curve(
    profile.map(([r, y]): Vec3 => [r, y, 0]),
    { straight },
  );
  const f = (u: number, v: number): Vec3 => {
    const [r, y] = along(v);
    const a = 2 * Math.PI * (turns[0] + (turns[1] - turns[0]) * u);
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const stray =
      wobble *
      (noise3(c * 0.8 + seed, y * 0.12, s * 0.8) + 0.3 * noise3(c * 2, y * 0.4 + seed, s * 2));
    const radius = Math.max(0, r + (r > 0.01 ? stray : 0)) * (section ? section(a) : 1);
    return [radius * s, y + 0.3 * stray, radius * c];
  };
  return grid(f, { ...rest, nu, nv, closeU: turns[1] - turns[0] === 1 });
}
