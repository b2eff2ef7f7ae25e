/** Flat pieces of leather on a table, their edges and flaps. */
import { block, rounded, roundRect } from '#supabase/demo/pictures/forms/block.ts';
import { curve } from '#supabase/demo/pictures/forms/curve.ts';
import { stitches, strap } from '#supabase/demo/pictures/forms/strand.ts';
import type { Frame } from '#supabase/demo/pictures/forms/strand.ts';
import { kitengeCloth } from '#supabase/demo/pictures/look-print.ts';
import type { Look, Subject } from '#supabase/demo/pictures/look.ts';
import { felt } from '#supabase/demo/pictures/materials/cloth.ts';
import { paint } from '#supabase/demo/pictures/materials/colour.ts';
import { embossed } from '#supabase/demo/pictures/materials/emboss.ts';
import { place } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Material } from '#supabase/demo/pictures/studio/surface.ts';
import { clamp, mad, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import type { BagMaterials } from '#supabase/demo/pictures/subjects/bag-kit.ts';

export const UP: Vec3 = [0, 1, 0];

export const at = (mesh: Mesh, x: number, y: number, z: number, yaw = 0): Mesh =>
  place(mesh, turn('y', yaw), [x, y, z]);

/** A flat piece of leather with cut edges lying at height y. */
export function sheet(
  width: number,
  depth: number,
  thick: number,
  corner: number,
  material: Material,
  warp?: (p: Vec3) => Vec3,
): Mesh {
  return block(roundRect(width, depth, corner), rounded(0, thick, Math.min(0.09, thick / 2)), {
    material,
    around: 200,
    inner: 24,
    ...(warp ? { warp } : {}),
  });
}

/** Stitches around a rectangle lying at height y. */
export function rim(
  width: number,
  depth: number,
  corner: number,
  y: number,
  m: { thread: Material },
  from = 0,
  to = 1,
): Mesh {
  const c = roundRect(width, depth, corner);
  const n = 160;
  const points = Array.from({ length: n + 1 }, (_, i): Vec3 =>
    mad(c(from + ((to - from) * i) / n), UP, y),
  );
  return stitches(
    curve(points.slice(0, to - from >= 1 ? -1 : undefined), { closed: to - from >= 1, steps: 600 }),
    { material: m.thread, pitch: 0.3, thread: 0.045, up: () => UP },
  );
}

/** Frame lying flat with x to the right. */
export const lying = (p: Vec3, yaw = 0): Frame => ({
  at: p,
  up: UP,
  along: [Math.cos(yaw), 0, -Math.sin(yaw)],
  side: [Math.sin(yaw), 0, Math.cos(yaw)],
});

/** How flat things are shown: from well above. */
export const shown = (
  look: Look,
  meshes: Mesh[],
  focus: Vec3,
  size: number,
  yaw = -24,
): Subject => ({
  meshes,
  focus: { at: focus, size, azimuth: 10, elevation: 40 },
  stance: { yaw: yaw + look.draw.fork('yaw').around(7), elevation: 48 },
  flat: true,
});

/** A pouch with a flap folded over from its back edge. */
export function flapped(
  w: number,
  d: number,
  thick: number,
  reach: number,
  cover: Material,
  point: number,
): Mesh {
  const line = curve([
    [0, thick * 0.35, -d / 2],
    [0, thick * 0.7, -d / 2 - 0.25],
    [0, thick + 0.12, -d / 2 + 0.8],
    [0, thick + 0.42, -d / 2 + reach * 0.5],
    [0, thick + 0.2, -d / 2 + reach],
  ]);
  const width = (v: number) =>
    (w + 0.1) * (1 - point * clamp((v - 0.25) / 0.75) ** (point > 0.5 ? 1.05 : 6));
  return strap(line, width, 0.22, {
    material: cover,
    steps: 140,
    up: (t) => (t < 0.16 ? [0, 0.5, -1] : [0, 1, 0]),
  });
}

export function surfaceOf(look: Look, name: string, m: BagMaterials): Material {
  if (name === 'kitenge') return kitengeCloth(look, 11, { lay: 'xz', pitch: 0.05 });
  if (name === 'embossed')
    return embossed(
      look.colour('main'),
      look.draw.fork('emboss').pick(['crocodile', 'basketweave', 'ostrich'] as const),
      look.grain,
    );
  if (name === 'woven') return embossed(look.colour('main'), 'basketweave', look.grain);
  if (name === 'felt')
    return felt(paint(look.draw.fork('felt').pick(['charcoal', 'slate-felt', 'cream'] as const)));
  return m.trim;
}
