/** Gradient noise of our own: deterministic, same for every picture; seeds shift the domain. */
const PERM = new Uint8Array(512);
{
  let state = 0x2f6e2b1;
  const order = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  for (let i = 0; i < 512; i++) PERM[i] = order[i & 255]!;
}

const slope = (hash: number, x: number, y: number, z: number): number => {
  const h = hash & 15;
  const u = h < 8 ? x : y;
  const v = h < 4 ? y : h === 12 || h === 14 ? x : z;
  return ((h & 1) === 0 ? u : -u) + ((h & 2) === 0 ? v : -v);
};
const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

/** Smooth noise in about [-1, 1], one feature per unit. */
export function noise3(x: number, y: number, z: number): number {
  const fx = Math.floor(x);
  const fy = Math.floor(y);
  const fz = Math.floor(z);
  const X = fx & 255;
  const Y = fy & 255;
  const Z = fz & 255;
  x -= fx;
  y -= fy;
  z -= fz;
  const u = fade(x);
  const v = fade(y);
  const w = fade(z);
  const A = PERM[X]! + Y;
  const B = PERM[X + 1]! + Y;
  const AA = PERM[A]! + Z;
  const AB = PERM[A + 1]! + Z;
  const BA = PERM[B]! + Z;
  const BB = PERM[B + 1]! + Z;
  const x00 = slope(PERM[AA]!, x, y, z);
  const x10 = slope(PERM[BA]!, x - 1, y, z);
  const x01 = slope(PERM[AB]!, x, y - 1, z);
  const x11 = slope(PERM[BB]!, x - 1, y - 1, z);
  const y00 = slope(PERM[AA + 1]!, x, y, z - 1);
  const y10 = slope(PERM[BA + 1]!, x - 1, y, z - 1);
  const y01 = slope(PERM[AB + 1]!, x, y - 1, z - 1);
  const y11 = slope(PERM[BB + 1]!, x - 1, y - 1, z - 1);
  const a = x00 + u * (x10 - x00);
  const b = x01 + u * (x11 - x01);
  const c = y00 + u * (y10 - y00);
  const d = y01 + u * (y11 - y01);
  const front = a + v * (b - a);
  return front + w * (c + v * (d - c) - front);
}

/** Sum of octaves, each twice as fine and half as strong; about [-1, 1]. */
export function fbm(x: number, y: number, z: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += weight * noise3(x, y, z);
    x = x * 2.03 + 17.1;
    y = y * 2.03 + 5.7;
    z = z * 2.03 + 11.3;
    weight *= 0.5;
  }
  return sum * 1.3;
}
