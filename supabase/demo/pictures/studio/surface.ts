/** One shaded point: what the studio tells a material, and what the material answers. */
export class Surface {
  // place in the world, before transforms, and on the surface
  x = 0.5;
  y = 0.5;
  z = 0.5;
  rx = 0.5;
  ry = 0.5;
  rz = 0.5;
  u = 0.5;
  v = 0.5;
  // unit normal in the world (towards the camera) and before transforms; dP/du and dP/dv
  nx = 0.5;
  ny = 0.5;
  nz = 0.5;
  mx = 0.5;
  my = 0.5;
  mz = 0.5;
  tx = 0.5;
  ty = 0.5;
  tz = 0.5;
  bx = 0.5;
  by = 0.5;
  bz = 0.5;
  /** Width of one pixel here, in centimetres: finer relief than this is left out. */
  foot = 0.5;
  /** True where the inner side of a sheet is seen. */
  inside = false;
  /** The rest place is unrolled over the surface. */
  flat = false;
  /** Rotation from rest to world, row by row; set with each mesh. */
  rot = new Float64Array(9);

  // answers: linear albedo, roughness, reflectance at normal incidence
  r = 0.5;
  g = 0.5;
  b = 0.5;
  rough = 0.5;
  f0 = 0.5;
  /** 1 for metal: the albedo colours the reflection and there is no diffuse part. */
  metal = 0.5;
  /** Light caught by fuzz at grazing angles. */
  sheen = 0.5;
  /** Light that passes through (wax, honey, thin cloth), 0 to 1. */
  glow = 0.5;
  /** Share of light that is not the studio's (sky, haze), and its colour. */
  emit = 0.5;
  er = 0.5;
  eg = 0.5;
  eb = 0.5;
  /** Darkening of small crevices that the light maps cannot see, 0 to 1. */
  crease = 0.5;
  // gradient of the relief over the surface, in the world (cm of height per cm)
  gx = 0.5;
  gy = 0.5;
  gz = 0.5;

  /** Adds relief whose slope along u and v is known (cm of height per unit of u, v). */
  slopeUv(hu: number, hv: number): void {
    const tt = this.tx * this.tx + this.ty * this.ty + this.tz * this.tz + 1e-9;
    const bb = this.bx * this.bx + this.by * this.by + this.bz * this.bz + 1e-9;
    const ku = hu / tt;
    const kv = hv / bb;
    this.gx += this.tx * ku + this.bx * kv;
    this.gy += this.ty * ku + this.by * kv;
    this.gz += this.tz * ku + this.bz * kv;
  }

  /** Adds relief whose slope along the directions of u and v is known (cm per cm). */
  slopeAlong(a: number, b: number): void {
    const ka = a / Math.sqrt(this.tx * this.tx + this.ty * this.ty + this.tz * this.tz + 1e-9);
    const kb = b / Math.sqrt(this.bx * this.bx + this.by * this.by + this.bz * this.bz + 1e-9);
    this.gx += this.tx * ka + this.bx * kb;
    this.gy += this.ty * ka + this.by * kb;
    this.gz += this.tz * ka + this.bz * kb;
  }

  /** Adds relief whose slope is known in rest space (cm per cm). */
  slopeRest(x: number, y: number, z: number): void {
    const m = this.rot;
    this.gx += m[0]! * x + m[1]! * y + m[2]! * z;
    this.gy += m[3]! * x + m[4]! * y + m[5]! * z;
    this.gz += m[6]! * x + m[7]! * y + m[8]! * z;
  }

  /** Resets the answers to a plain matt surface of this linear colour. */
  matt(r: number, g: number, b: number, rough = 0.7): void {
    this.r = r;
    this.g = g;
    this.b = b;
    this.rough = rough;
    this.f0 = 0.04;
    this.metal = 0;
    this.sheen = 0;
    this.glow = 0;
    this.emit = 0;
    this.crease = 0;
    this.gx = 0;
    this.gy = 0;
    this.gz = 0;
  }
}

export type Material = (s: Surface) => void;
