/** Printed cloth in the manner of kitenge, drawn as SVG tiles that repeat on all sides. */
import type { Random } from '#supabase/demo/pictures/random.ts';

export interface Inks {
  ground: string;
  first: string;
  second: string;
  /** Outlines and crackle. */
  dark: string;
}

/** Side of a tile in user units. */
export const TILE = 600;

const at = (x: number, y: number, body: string, extra = ''): string =>
  `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) ${extra}">${body}</g>`;

/** Draws a motif again on the other side of every edge it crosses. */
function wrapped(x: number, y: number, reach: number, body: string, extra = ''): string {
  const shifts = (value: number) => [
    0,
    ...(value < reach ? [TILE] : []),
    ...(value > TILE - reach ? [-TILE] : []),
  ];
  return shifts(x)
    .flatMap((dx) => shifts(y).map((dy) => at(x + dx, y + dy, body, extra)))
    .join('');
}

const petals = (count: number, inner: number, outer: number, wide: number, fill: string): string =>
  Array.from({ length: count }, (_, i) => {
    const turn = (360 / count) * i;
    return `<path transform="rotate(${turn.toFixed(2)})" fill="${fill}" d="M0 ${-inner} C ${wide} ${-inner - (outer - inner) * 0.3} ${wide} ${-outer * 0.92} 0 ${-outer} C ${-wide} ${-outer * 0.92} ${-wide} ${-inner - (outer - inner) * 0.3} 0 ${-inner}Z"/>`;
  }).join('');

const dots = (count: number, radius: number, size: number, fill: string): string =>
  Array.from({ length: count }, (_, i) => {
    const a = (2 * Math.PI * i) / count;
    return `<circle cx="${(radius * Math.cos(a)).toFixed(1)}" cy="${(radius * Math.sin(a)).toFixed(1)}" r="${size}" fill="${fill}"/>`;
  }).join('');

function wheel(inks: Inks, r: number, count: number): string {
  return [
    `<circle r="${r}" fill="${inks.dark}"/><circle r="${r * 0.95}" fill="${inks.first}"/>`,
    dots(count * 2, r * 0.86, r * 0.045, inks.ground),
    `<circle r="${r * 0.77}" fill="${inks.dark}"/>`,
    petals(count, r * 0.26, r * 0.74, r * 0.12, inks.second),
    petals(count, r * 0.3, r * 0.66, r * 0.05, inks.ground),
    `<circle r="${r * 0.24}" fill="${inks.first}"/><circle r="${r * 0.15}" fill="${inks.dark}"/><circle r="${r * 0.08}" fill="${inks.second}"/>`,
  ].join('');
}

function leaf(inks: Inks, size: number): string {
  const veins = [0.2, 0.38, 0.56, 0.74].map((t) => {
    const y = size * (0.5 - t);
    const w = size * 0.26 * Math.sin(Math.PI * t);
    return `<path d="M0 ${y} L ${w} ${y - size * 0.1} M0 ${y} L ${-w} ${y - size * 0.1}"/>`;
  });
  const body = `M0 ${size * 0.5} C ${size * 0.42} ${size * 0.2} ${size * 0.36} ${-size * 0.28} 0 ${-size * 0.5} C ${-size * 0.36} ${-size * 0.28} ${-size * 0.42} ${size * 0.2} 0 ${size * 0.5}Z`;
  return `<path d="${body}" fill="${inks.dark}" transform="scale(1.08)"/><path d="${body}" fill="${inks.first}"/><g stroke="${inks.second}" stroke-width="${size * 0.022}" fill="none" stroke-linecap="round"><path d="M0 ${size * 0.5} V ${-size * 0.4}"/>${veins.join('')}</g>`;
}

function shell(inks: Inks, r: number): string {
  const ring = (k: number, fill: string) =>
    `<path fill="${fill}" d="M${-r * k} 0 A ${r * k} ${r * k} 0 0 1 ${r * k} 0Z"/>`;
  const rays = Array.from({ length: 9 }, (_, i) => {
    const a = Math.PI * ((i + 0.5) / 9);
    return `<circle cx="${(-r * 0.87 * Math.cos(a)).toFixed(1)}" cy="${(-r * 0.87 * Math.sin(a)).toFixed(1)}" r="${r * 0.055}" fill="${inks.ground}"/>`;
  });
  return (
    ring(1, inks.dark) +
    ring(0.97, inks.first) +
    rays.join('') +
    ring(0.76, inks.ground) +
    ring(0.7, inks.second) +
    ring(0.5, inks.dark) +
    ring(0.46, inks.first) +
    ring(0.26, inks.ground) +
    ring(0.16, inks.dark)
  );
}

/** Fine broken lines, as wax leaves them where it cracks. */
function crackle(inks: Inks, draw: Random, count: number): string {
  const lines = Array.from({ length: count }, () => {
    const [x, y] = [draw.range(40, TILE - 40), draw.range(40, TILE - 40)];
    const a = draw.range(0, 6.3);
    const n = draw.range(12, 38);
    const mid = [
      x + n * 0.5 * Math.cos(a) + draw.around(5),
      y + n * 0.5 * Math.sin(a) + draw.around(5),
    ];
    return `M${x.toFixed(1)} ${y.toFixed(1)} Q ${mid[0]!.toFixed(1)} ${mid[1]!.toFixed(1)} ${(x + n * Math.cos(a)).toFixed(1)} ${(y + n * Math.sin(a)).toFixed(1)}`;
  });
  return `<path d="${lines.join('')}" fill="none" stroke="${inks.dark}" stroke-opacity="0.28" stroke-width="1.1"/>`;
}

const DRAWINGS: Record<string, (inks: Inks, draw: Random) => string> = {
  'kitenge-wheel': (inks, draw) => {
    const count = draw.pick([10, 12, 14, 16]);
    const big = draw.range(135, 165);
    const small = draw.range(48, 66);
    return [
      wrapped(150, 150, big, wheel(inks, big, count)),
      wrapped(450, 450, big, wheel(inks, big, count)),
      wrapped(450, 150, big, wheel({ ...inks, first: inks.second, second: inks.first }, small, 8)),
      wrapped(150, 450, big, wheel({ ...inks, first: inks.second, second: inks.first }, small, 8)),
      dots(0, 0, 0, ''),
    ].join('');
  },
  'kitenge-leaf': (inks, draw) => {
    const out: string[] = [];
    const lean = draw.range(18, 40);
    for (let j = 0; j < 4; j++) {
      for (let i = 0; i < 4; i++) {
        const [x, y] = [i * 150 + (j % 2) * 75, j * 150 + 75];
        const tilt = (i + j) % 2 === 0 ? lean : -lean;
        const swapped =
          (i + 2 * j) % 3 === 0 ? { ...inks, first: inks.second, second: inks.first } : inks;
        out.push(wrapped(x % TILE, y, 90, leaf(swapped, 138), `rotate(${tilt.toFixed(1)})`));
        out.push(
          wrapped(
            (x + 75) % TILE,
            y,
            30,
            `<circle r="9" fill="${inks.second}"/><circle r="4" fill="${inks.dark}"/>`,
          ),
        );
      }
    }
    return out.join('');
  },
  'kitenge-shell': (inks) => {
    const out: string[] = [];
    for (let j = 0; j < 8; j++) {
      for (let i = 0; i < 4; i++) {
        const x = (i * 150 + (j % 2) * 75) % TILE;
        const inksHere = j % 4 < 2 ? inks : { ...inks, first: inks.second, second: inks.first };
        out.push(wrapped(x, j * 75 + 75, 80, shell(inksHere, 75)));
      }
    }
    return out.join('');
  },
};

/** One repeating tile of a printed cloth; a name that is not drawn gives the bare ground. */
export function kitenge(name: string, inks: Inks, draw: Random): string {
  const body = DRAWINGS[name]?.(inks, draw) ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TILE} ${TILE}" width="${TILE}" height="${TILE}"><rect width="${TILE}" height="${TILE}" fill="${inks.ground}"/>${body}${crackle(inks, draw.fork('wax'), 150)}</svg>`;
}
