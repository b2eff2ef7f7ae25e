/** From a spec to what stands in front of the camera. */
import type { PictureFormat, PictureKind, PictureSpec } from '#supabase/demo/pictures/kinds.ts';
import type { Print } from '#supabase/demo/pictures/artwork/print.ts';
import { lookOf } from '#supabase/demo/pictures/look.ts';
import type { Look, Maker, Subject } from '#supabase/demo/pictures/look.ts';
import { MAKERS } from '#supabase/demo/pictures/makers.ts';
import { SCENES } from '#supabase/demo/pictures/scenes/scenes.ts';
import { aim, frame } from '#supabase/demo/pictures/studio/camera.ts';
import type { Angle, Camera } from '#supabase/demo/pictures/studio/camera.ts';
import { boundsOf, placeAll } from '#supabase/demo/pictures/studio/mesh.ts';
import type { Mesh } from '#supabase/demo/pictures/studio/mesh.ts';
import { rig } from '#supabase/demo/pictures/studio/rig.ts';
import type { Rig } from '#supabase/demo/pictures/studio/rig.ts';
import { setFor, wallFor } from '#supabase/demo/pictures/studio/sets.ts';
import type { Focus } from '#supabase/demo/pictures/studio/focus.ts';
import { apply, dot, IDENTITY, length, sub, turn } from '#supabase/demo/pictures/studio/vec.ts';
import type { Mat3, Vec3 } from '#supabase/demo/pictures/studio/vec.ts';
import { pairOfProducts, props } from '#supabase/demo/pictures/arrange.ts';

export const PIXELS: Record<PictureFormat, { width: number; height: number }> = {
  portrait: { width: 2400, height: 3000 },
  square: { width: 2400, height: 2400 },
  landscape: { width: 2400, height: 1600 },
};

type Picture = { width: number; height: number };

export interface Scene {
  meshes: Mesh[];
  camera: Camera;
  rig: Rig;
  /** Artwork to raster first. */
  prints: Print[];
  /** What is sharp. */
  focus: Focus;
}

const DEGREE = Math.PI / 180;

const sizeOf = (meshes: readonly Mesh[]): number => {
  const { low, high } = boundsOf(meshes);
  return length(sub(high, low));
};

function shot(look: Look, meshes: Mesh[], subject: Subject, picture: Picture): Camera {
  const { view, format } = look.spec;
  const box = boundsOf(meshes);
  const middle: Vec3 = [0, (box.low[1] + box.high[1]) / 2, 0];
  const angle = (azimuth: number, elevation: number, lens = 17): Angle => ({
    azimuth,
    elevation,
    lens,
  });
  const room = {
    ...picture,
    fill: (format === 'landscape' ? 0.79 : 0.84) * (view === 'context' ? 0.74 : 1),
    drop: view === 'context' ? 0.06 : 0.025,
  };
  const d = look.draw.fork('camera');
  if (view === 'top') return frame(meshes, middle, angle(0, subject.flat ? 80 : 62), room);
  const tilt = subject.stance.elevation + d.around(2);
  return frame(meshes, middle, angle(d.around(3), view === 'pair' ? tilt + 10 : tilt), room);
}

/** Everything for one picture at `width` pixels. */
export function pictureScene(spec: PictureSpec, width = 2400): Scene {
  const look = lookOf(spec);
  const pixels = PIXELS[spec.format];
  const picture = { width, height: Math.round((width * pixels.height) / pixels.width) };
  if (isScene(spec.kind)) {
    const setting = SCENES[spec.kind](look, picture);
    return {
      ...setting,
      prints: look.prints,
      camera: spec.view === 'detail' ? nearer(setting.camera) : setting.camera,
    };
  }
  return productScene(look, MAKERS[spec.kind], picture);
}

const isScene = (kind: PictureKind): kind is keyof typeof SCENES => kind in SCENES;

/** The middle of a scene, closer. */
const nearer = (camera: Camera): Camera => ({ ...camera, focal: camera.focal * 1.7 });

function productScene(look: Look, make: Maker, picture: Picture): Scene {
  const { spec } = look;
  const subject = make(look);
  if (spec.turn !== undefined) return onTurntable(look, subject, spec.turn, picture);
  const turned = turn('y', subject.stance.yaw * DEGREE);
  const shown =
    spec.view === 'pair' ? pairOfProducts(look, subject, make) : placeAll(subject.meshes, turned);
  const base = boundsOf(shown);
  // things that hang are lifted far off the floor, so that none of its light reaches them
  const lift = (subject.hangs ? 300 : 0.04) - base.low[1];
  const shift: Vec3 = [-(base.low[0] + base.high[0]) / 2, lift, -(base.low[2] + base.high[2]) / 2];
  const placed = placeAll(shown, IDENTITY, shift);
  const size = sizeOf(placed);
  const wall = base.low[2] + shift[2] - 0.15;
  const set = subject.hangs
    ? wallFor(spec.backdrop, size, look.grain, wall)
    : setFor(spec.backdrop, size, look.grain);
  const around = spec.view === 'context' && !subject.hangs ? props(look, placed) : [];
  const close = spec.view === 'detail';
  const camera = close
    ? closeUp(subject, turned, shift, picture)
    : shot(look, placed, subject, picture);
  return {
    meshes: [...placed, ...around, ...set.meshes],
    camera,
    prints: look.prints,
    rig: rig({ floor: set.floor, falloff: 0.16 / size }),
    focus: focusOn(camera, placed, close ? subject.focus.size : 0),
  };
}

const QUARTERS = [0, 45, 90, 135];

/** The product turned about its own middle; the camera sees all of it at every turn, and stays where it is. */
function onTurntable(look: Look, subject: Subject, degrees: number, picture: Picture): Scene {
  const { low, high } = boundsOf(subject.meshes);
  const shift: Vec3 = [-(low[0] + high[0]) / 2, 0.04 - low[1], -(low[2] + high[2]) / 2];
  const centred = placeAll(subject.meshes, IDENTITY, shift);
  const at = (turned: number) => placeAll(centred, turn('y', turned * DEGREE));
  const all = QUARTERS.flatMap(at);
  const camera = shot(look, all, subject, picture);
  const placed = at(subject.stance.yaw + degrees);
  const size = sizeOf(all);
  const set = setFor(look.spec.backdrop, size, look.grain);
  return {
    meshes: [...placed, ...set.meshes],
    camera,
    prints: look.prints,
    rig: rig({ floor: set.floor, falloff: 0.16 / size }),
    focus: focusOn(camera, all, 0),
  };
}

/** The whole product is sharp; in a close look, what is near its middle. */
function focusOn(camera: Camera, meshes: readonly Mesh[], close: number): Focus {
  if (close > 0) {
    const middle = (camera.focal * close) / camera.width;
    return { near: middle - 0.34 * close, far: middle + 0.5 * close, strength: 0.11 };
  }
  let [near, far] = [Infinity, 0];
  for (const { pos } of meshes) {
    for (let i = 0; i < pos.length; i += 9) {
      const depth = dot(sub([pos[i]!, pos[i + 1]!, pos[i + 2]!], camera.eye), camera.forward);
      near = Math.min(near, depth);
      far = Math.max(far, depth);
    }
  }
  const room = 0.1 * (far - near);
  return { near: near - 4 * room, far: far + room, strength: 0.07 };
}

function closeUp(subject: Subject, turned: Mat3, shift: Vec3, picture: Picture): Camera {
  const { at, size, azimuth = 0, elevation = 30 } = subject.focus;
  const p = apply(turned, at);
  const target: Vec3 = [p[0] + shift[0], p[1] + shift[1], p[2] + shift[2]];
  const lens = 17;
  const distance =
    size / (2 * Math.tan((lens * DEGREE) / 2)) / Math.min(1, picture.width / picture.height);
  return aim(target, distance, { azimuth, elevation, lens }, picture.width, picture.height);
}
