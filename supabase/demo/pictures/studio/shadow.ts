/** Depth maps seen from a light far away; one map is reused for every direction. */
import type { Soup } from '#supabase/demo/pictures/studio/soup.ts';
import { cross, dot, unit } from '#supabase/demo/pictures/studio/vec.ts';
import type { Vec3 } from '#supabase/demo/pictures/studio/vec.ts';

export interface Casters {
  soup: Soup;
  /** Three vertex numbers a triangle, and the mesh each triangle belongs to. */
  tri: Uint32Array;
  owner: Uint16Array;
  centre: Vec3;
  radius: number;
}

/** The triangles that throw shadows, and the ball around them. */
export function castersOf(soup: Soup): Casters {
  const casting = soup.meshes.map((mesh) => mesh.casts && !mesh.glass);
  const count = soup.meshes.reduce((n, mesh, i) => n + (casting[i] ? mesh.coarse.length : 0), 0);
  const tri = new Uint32Array(count);
  const owner = new Uint16Array(count / 3);
  const low = [1e9, 1e9, 1e9];
  const high = [-1e9, -1e9, -1e9];
  let [k, base] = [0, 0];
  soup.meshes.forEach((mesh, number) => {
    if (casting[number]) {
      owner.fill(number, k / 3, (k + mesh.coarse.length) / 3);
      for (const i of mesh.coarse) tri[k++] = i + base;
      for (let i = 0; i < mesh.pos.length; i++) {
        low[i % 3] = Math.min(low[i % 3]!, mesh.pos[i]!);
        high[i % 3] = Math.max(high[i % 3]!, mesh.pos[i]!);
      }
    }
    base += mesh.pos.length / 3;
  });
  const centre: Vec3 = [
    (low[0]! + high[0]!) / 2,
    (low[1]! + high[1]!) / 2,
    (low[2]! + high[2]!) / 2,
  ];
  const radius = 0.505 * Math.hypot(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!);
  return {
    soup,
    tri,
    owner,
    centre: count > 0 ? centre : [0, 0, 0],
    radius: count > 0 ? radius : 1,
  };
}

/** Looks along one direction; `lit` answers how much of a point the light reaches. */
export class ShadowMap {
  readonly size: number;
  private readonly depth: Float32Array;
  private readonly flat: Float32Array;
  private readonly casters: Casters;
  private across: Vec3 = [1, 0, 0];
  private rise: Vec3 = [0, 1, 0];
  private dir: Vec3 = [0, 0, 1];
  /** Centimetres a texel covers. */
  readonly texel: number;

  constructor(casters: Casters, size: number) {
    this.casters = casters;
    this.size = size;
    this.depth = new Float32Array(size * size);
    this.flat = new Float32Array(casters.soup.pos.length);
    this.texel = (2 * casters.radius) / (size - 2);
  }

  /** Draws the map for a light in direction `dir`. */
  draw(dir: Vec3): void {
    const helper: Vec3 = Math.abs(dir[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0];
    this.dir = dir;
    this.across = unit(cross(helper, dir));
    this.rise = cross(dir, this.across);
    this.flatten();
    this.depth.fill(-1e9);
    for (let t = 0; t < this.casters.owner.length; t++) this.triangle(t);
  }

  private flatten(): void {
    const { pos } = this.casters.soup;
    const [a, r, d, c] = [this.across, this.rise, this.dir, this.casters.centre];
    const k = 1 / this.texel;
    const middle = this.size / 2;
    for (let i = 0; i < pos.length; i += 3) {
      const x = pos[i]! - c[0];
      const y = pos[i + 1]! - c[1];
      const z = pos[i + 2]! - c[2];
      this.flat[i] = (x * a[0] + y * a[1] + z * a[2]) * k + middle;
      this.flat[i + 1] = (x * r[0] + y * r[1] + z * r[2]) * k + middle;
      this.flat[i + 2] = x * d[0] + y * d[1] + z * d[2];
    }
  }

  private triangle(t: number): void {
    const { flat, depth, size } = this;
    const { tri, owner } = this.casters;
    const { uv, meshes } = this.casters.soup;
    const [va, vb, vc] = [tri[3 * t]!, tri[3 * t + 1]!, tri[3 * t + 2]!];
    const ax = flat[3 * va]!;
    const ay = flat[3 * va + 1]!;
    const bx = flat[3 * vb]!;
    const by = flat[3 * vb + 1]!;
    const cx = flat[3 * vc]!;
    const cy = flat[3 * vc + 1]!;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (Math.abs(area) < 1e-9) return;
    const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
    const x1 = Math.min(size - 1, Math.floor(Math.max(ax, bx, cx)));
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
    const y1 = Math.min(size - 1, Math.floor(Math.max(ay, by, cy)));
    const mask = meshes[owner[t]!]!.mask;
    const inv = 1 / area;
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        const wa = ((cx - bx) * (y - by) - (cy - by) * (x - bx)) * inv;
        const wb = ((ax - cx) * (y - cy) - (ay - cy) * (x - cx)) * inv;
        const wc = 1 - wa - wb;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        const d = wa * flat[3 * va + 2]! + wb * flat[3 * vb + 2]! + wc * flat[3 * vc + 2]!;
        if (d <= depth[y * size + x]!) continue;
        if (mask) {
          const u = wa * uv[2 * va]! + wb * uv[2 * vb]! + wc * uv[2 * vc]!;
          const v = wa * uv[2 * va + 1]! + wb * uv[2 * vb + 1]! + wc * uv[2 * vc + 1]!;
          if (!mask(u, v)) continue;
        }
        depth[y * size + x] = d;
      }
    }
  }

  /** Share of light in [0, 1] at a point that was moved off its surface by about a texel. */
  lit(px: number, py: number, pz: number): number {
    const [a, r, l, c] = [this.across, this.rise, this.dir, this.casters.centre];
    const { size, depth } = this;
    const dx = px - c[0];
    const dy = py - c[1];
    const dz = pz - c[2];
    const x = (dx * a[0] + dy * a[1] + dz * a[2]) / this.texel + size / 2;
    const y = (dx * r[0] + dy * r[1] + dz * r[2]) / this.texel + size / 2;
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    if (ix < 0 || iy < 0 || ix >= size - 1 || iy >= size - 1) return 1;
    const d = dot([dx, dy, dz], l) + this.texel;
    const at = iy * size + ix;
    const fx = x - ix;
    const fy = y - iy;
    const near = (depth[at]! <= d ? 1 - fx : 0) + (depth[at + 1]! <= d ? fx : 0);
    const far = (depth[at + size]! <= d ? 1 - fx : 0) + (depth[at + size + 1]! <= d ? fx : 0);
    return near * (1 - fy) + far * fy;
  }
}
