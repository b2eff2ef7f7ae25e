/** Rooms, shelves, yards and distant hills for scenes. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import type { Look } from '#supabase/demo/pictures/look.ts';
import { plaster, wood } from '#supabase/demo/pictures/materials/ground.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { aim } from '#supabase/demo/pictures/studio/camera.ts';
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import type { Focus } from '#supabase/demo/pictures/studio/focus.ts';
import { grid, place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { rig } from '#supabase/demo/pictures/studio/rig.ts';
import type { Rig } from '#supabase/demo/pictures/studio/rig.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { IDENTITY, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Setting {
  meshes: Mesh[];
  camera: Camera;
  rig: Rig;
  focus: Focus;
}
export type Picture = { width: number; height: number };
export type SceneMaker = (look: Look, picture: Picture) => Setting;

/** Light by name: where the window is, how warm, how soft. */
export function lightOf(
  name: string,
  floor: Vec3,
  size: number,
  over: Partial<Parameters<typeof rig>[0]> = {},
): Rig {
  const kinds: Record<string, Parameters<typeof rig>[0]> = {
    morning: { floor, key: [-0.86, 0.5, 0.45], warmth: 0.9, power: 2.2, room: 0.85, contrast: 0.6 },
    noon: { floor, key: [-0.55, 0.9, 0.5], warmth: 0.2, power: 1.9, room: 1, contrast: 0.45 },
    lamp: {
      floor,
      key: [-0.5, 0.95, 0.15],
      warmth: 1.5,
      power: 2.2,
      room: 0.6,
      contrast: 0.5,
      size: 0.6,
    },
    evening: { floor, key: [-0.9, 0.32, 0.35], warmth: 1.5, power: 2, room: 0.65, contrast: 0.6 },
  };
  return rig({ ...(kinds[name] ?? kinds['noon']!), falloff: 0.2 / size, ...over });
}

/** Camera for a scene, in focus around the distance of `target`. */
export function view(
  picture: Picture,
  target: Vec3,
  distance: number,
  angle: { azimuth: number; elevation: number; lens?: number },
  depth = 0.25,
  blur = 0.09,
): { camera: Camera; focus: Focus } {
  // portrait pictures step back so that the same things are seen
  const away = distance * (picture.height > picture.width ? 1.12 : 1);
  const camera = aim(target, away, { lens: 39, ...angle }, picture.width, picture.height);
  return {
    camera,
    focus: { near: away * (1 - depth), far: away * (1 + depth * 0.8), strength: blur },
  };
}

const WALLS: Record<string, string> = { terracotta: '#c9a48c', ochre: '#dcc196', sage: '#b9bda6' };

/** Wall and a bench, table or floor in front of it. */
export function room(look: Look, size: number, { bench = true, wall = -0.42 } = {}): Mesh[] {
  const seed = look.grain;
  const paintName = WALLS[look.swatch('main')] ?? '#ddd0bb';
  const back = grid((u, v) => [(u - 0.5) * 6 * size, (v - 0.4) * 5 * size, wall * size], {
    nu: 30,
    nv: 30,
    material: plaster(paint(paintName), seed),
    casts: false,
  });
  const dark = look.draw.fork('table').next() < 0.5;
  const top = wood(
    dark ? paint('#7a5a40') : paint('#b8966a'),
    dark ? paint('#3d2b1f') : paint('#7d5c3b'),
    seed,
    0.16 * size,
  );
  if (!bench)
    return [
      back,
      grid((u, v) => [(u - 0.5) * 6 * size, 0, (1 - v) * 2.2 * size + v * wall * size], {
        nu: 30,
        nv: 30,
        material: plaster(paint('#9a8468'), seed + 2),
        casts: false,
      }),
    ];
  const board = grid(
    (u, v) => [
      (u - 0.5) * 3.4 * size,
      v < 0.9 ? 0 : -(v - 0.9) * 40,
      v < 0.9 ? wall * size + (v / 0.9) * (0.62 - wall) * size : 0.62 * size,
    ],
    { nu: 40, nv: 60, material: top, casts: false },
  );
  return [back, board];
}

/** A shelf board along x at height y, its front edge at z. */
export function shelf(width: number, y: number, z: number, deep: number, seed: number): Mesh {
  const one = block(roundRect(width, deep, 0.4), rounded(0, 2.6, 0.3), {
    material: wood(paint('#a98258'), paint('#6a4a2d'), seed, 40),
    around: 120,
    inner: 6,
  });
  return place(one, IDENTITY, [0, y - 2.6, z - deep / 2]);
}

/** An upright beam of square section from y0 to y1. */
export function post(
  x: number,
  z: number,
  y0: number,
  y1: number,
  thick: number,
  seed: number,
): Mesh {
  const one = block(roundRect(y1 - y0, thick, thick * 0.12), rounded(0, thick, thick * 0.12), {
    material: wood(paint('#9a744c'), paint('#5b3f27'), seed, 60),
    around: 80,
    inner: 4,
  });
  return place(place(one, turn('z', Math.PI / 2)), IDENTITY, [x + thick / 2, (y0 + y1) / 2, z]);
}

/** A beam along x. */
export function beam(
  x0: number,
  x1: number,
  y: number,
  z: number,
  thick: number,
  seed: number,
): Mesh {
  const one = block(roundRect(x1 - x0, thick, thick * 0.12), rounded(0, thick, thick * 0.12), {
    material: wood(paint('#9a744c'), paint('#5b3f27'), seed, 60),
    around: 80,
    inner: 4,
  });
  return place(one, IDENTITY, [(x0 + x1) / 2, y - thick / 2, z]);
}

export const plainWall = (material: Material, size: number, z: number): Mesh =>
  grid((u, v) => [(u - 0.5) * 6 * size, (v - 0.4) * 5 * size, z], {
    nu: 30,
    nv: 30,
    material,
    casts: false,
  });
