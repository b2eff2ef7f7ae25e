/** Clear glass over what is already in the picture: tint, darker edges and reflections. */
import type { Camera } from '#supabase/demo/pictures/studio/camera.ts';
import { enter, surfaceAt } from '#supabase/demo/pictures/studio/interpolate.ts';
import type { Exposure } from '#supabase/demo/pictures/studio/photograph.ts';
import { bands, fill, project, samples } from '#supabase/demo/pictures/studio/raster.ts';
import { roomLight, windowSeen } from '#supabase/demo/pictures/studio/rig.ts';
import type { Rig } from '#supabase/demo/pictures/studio/rig.ts';
import type { Soup } from '#supabase/demo/pictures/studio/soup.ts';
import { Surface } from '#supabase/demo/pictures/studio/surface.ts';

const BAND = 64;

/** Reflection of the studio in a smooth pane with unit normal n seen from direction v. */
function pane(
  s: Surface,
  rig: Rig,
  camera: Camera,
  tint: readonly number[],
  out: Float64Array,
): number {
  const [ex, ey, ez] = [camera.eye[0] - s.x, camera.eye[1] - s.y, camera.eye[2] - s.z];
  const far = 1 / Math.hypot(ex, ey, ez);
  const [vx, vy, vz] = [ex * far, ey * far, ez * far];
  const nv = Math.max(0.02, s.nx * vx + s.ny * vy + s.nz * vz);
  const [rx, ry, rz] = [2 * nv * s.nx - vx, 2 * nv * s.ny - vy, 2 * nv * s.nz - vz];
  const grazing = Math.pow(1 - nv, 5);
  const fresnel = 0.045 + 0.955 * grazing;
  const size = 3.14 / (4 * rig.halfAcross * rig.halfRise);
  const seen = windowSeen(rig, rx, ry, rz, 0.03) * size;
  roomLight(rig, rx, Math.max(0, ry), rz, out);
  // a darker card on the right draws the rim of the glass
  const card = rx > 0.45 ? 0.35 : 1;
  const thick = Math.min(1, 0.2 / nv);
  for (let c = 0; c < 3; c++) {
    const mirror =
      fresnel * (seen * rig.power[c]! + card * 1.4 * (ry > 0 ? out[c]! : 0.5 * rig.floor[c]!));
    out[c] = rig.exposure * mirror;
    out[3 + c] = (1 - fresnel) * (1 - thick * (1.12 - tint[c]!));
  }
  return nv;
}

/** Draws panes over the exposure where they are nearer than what is there. */
export function overGlass(panes: Soup, camera: Camera, rig: Rig, into: Exposure): void {
  const projected = project(panes, camera);
  const { width, height } = into;
  const per = 2;
  const hit = samples(width * per, BAND * per);
  const [s, out] = [new Surface(), new Float64Array(6)];
  bands(projected, height, BAND).forEach((list, band) => {
    if (list.length === 0) return;
    fill(projected, list, hit, band * BAND, per);
    for (let k = 0; k < hit.id.length; k++) {
      const t = hit.id[k]!;
      if (t < 0) continue;
      const px = ((k % hit.columns) + 0.5) / per;
      const py = band * BAND + (Math.floor(k / hit.columns) + 0.5) / per;
      const pixel = Math.floor(py) * width + Math.floor(px);
      if (py >= height || 1 / hit.near[k]! > into.depth[pixel]! + 0.06) continue;
      enter(projected, t, s);
      surfaceAt(projected, camera, t, px, py, s);
      pane(s, rig, camera, panes.meshes[panes.owner[t]!]!.glass!, out);
      // the pane is what the lens focuses on here
      into.depth[pixel] = 1 / hit.near[k]!;
      const share = 1 / (per * per);
      for (let c = 0; c < 3; c++) {
        const at = 3 * pixel + c;
        into.light[at] = into.light[at]! * (1 - share + share * out[3 + c]!) + share * out[c]!;
      }
    }
  });
}
