/** The figures of imigongo as SVG path data. Coordinates are units of the drawing that uses them. */
export type Point = readonly [number, number];

const round = (n: number): number => Math.round(n * 100) / 100;

export function line(points: readonly Point[], close = false): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const to = rest.map(([x, y]) => `L${round(x)} ${round(y)}`).join('');
  return `M${round(first[0])} ${round(first[1])}${to}${close ? 'z' : ''}`;
}

/** A lozenge of half-width `rx` and half-height `ry` around (cx, cy). */
export function lozenge(cx: number, cy: number, rx: number, ry = rx): readonly Point[] {
  return [
    [cx, cy - ry],
    [cx + rx, cy],
    [cx, cy + ry],
    [cx - rx, cy],
  ];
}

/**
 * Two arms that wind into each other, the figure of the mark: what one has to give, the other reaches for.
 * In a square turned on its point; `unit` is the width of a lane, the figure reaches 5 units from its centre.
 */
export function hooks(cx: number, cy: number, unit: number): readonly [string, string] {
  const arm: readonly Point[] = [
    [-3, 3],
    [-3, -3],
    [1.5, -3],
    [1.5, 1.5],
    [0, 1.5],
  ];
  const turned = (sign: 1 | -1): string =>
    line(
      arm.map(([u, v]): Point => {
        const side = (sign * unit) / Math.SQRT2;
        return [cx + side * (u - v), cy + side * (u + v)];
      }),
    );
  return [turned(1), turned(-1)];
}

/** A ring of points around (c, c), `n` of them, between two radii: the zigzag on the rim of a basket. */
export function rim(c: number, outer: number, inner: number, n: number): string {
  const points = Array.from({ length: 2 * n }, (_, i): Point => {
    const angle = (Math.PI * i) / n - Math.PI / 2;
    const radius = i % 2 ? inner : outer;
    return [c + radius * Math.cos(angle), c + radius * Math.sin(angle)];
  });
  return line(points, true);
}
