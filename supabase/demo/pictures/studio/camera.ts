/** A studio camera with a long lens, framed on what is photographed. */
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { cross, dot, mad, sub, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Camera {
  eye: Vec3;
  right: Vec3;
  up: Vec3;
  forward: Vec3;
  /** Pixels per unit of x/z. */
  focal: number;
  width: number;
  height: number;
  /** Where the optical axis meets the picture, in pixels. */
  cx: number;
  cy: number;
}

export interface Angle {
  /** Degrees around the subject: 0 from the front, positive walks to the right. */
  azimuth: number;
  /** Degrees above the horizon. */
  elevation: number;
  /** Vertical opening of the lens in degrees. */
  lens: number;
}

/** Camera looking at `target` from `distance` away. */
export function aim(
  target: Vec3,
  distance: number,
  angle: Angle,
  width: number,
  height: number,
): Camera {
  const a = (angle.azimuth * Math.PI) / 180;
  const e = (angle.elevation * Math.PI) / 180;
  const back: Vec3 = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
  const forward = unit([-back[0], -back[1], -back[2]]);
  const right = unit(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const focal = (0.5 * Math.max(width, height)) / Math.tan((angle.lens * Math.PI) / 360);
  const eye = mad(target, back, distance);
  return { eye, right, up, forward, focal, width, height, cx: width / 2, cy: height / 2 };
}

interface Extent {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function extent(camera: Camera, meshes: readonly Mesh[]): Extent {
  const out = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { pos } of meshes) {
    for (let i = 0; i < pos.length; i += 9) {
      const d = sub([pos[i]!, pos[i + 1]!, pos[i + 2]!], camera.eye);
      const z = Math.max(0.1, dot(d, camera.forward));
      const x = camera.cx + (camera.focal * dot(d, camera.right)) / z;
      const y = camera.cy - (camera.focal * dot(d, camera.up)) / z;
      if (x < out.left) out.left = x;
      if (x > out.right) out.right = x;
      if (y < out.top) out.top = y;
      if (y > out.bottom) out.bottom = y;
    }
  }
  return out;
}

/**
 * Frames the meshes: they fill `fill` of the picture in its tighter direction, centred, with
 * `drop` of the height of the picture as extra room above (room for the light to fall from).
 */
export function frame(
  meshes: readonly Mesh[],
  centre: Vec3,
  angle: Angle,
  picture: { width: number; height: number; fill: number; drop: number },
): Camera {
  const { width, height, fill, drop } = picture;
  let target = centre;
  let distance = 100;
  for (let pass = 0; pass < 6; pass++) {
    const camera = aim(target, distance, angle, width, height);
    const box = extent(camera, meshes);
    const scale = distance / camera.focal;
    const dx = (box.left + box.right) / 2 - width / 2;
    const dy = (box.top + box.bottom) / 2 - height * (0.5 + drop);
    target = mad(mad(target, camera.right, dx * scale), camera.up, -dy * scale);
    const used = Math.max((box.right - box.left) / width, (box.bottom - box.top) / height);
    distance *= used / fill;
  }
  return aim(target, distance, angle, width, height);
}
