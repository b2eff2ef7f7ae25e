/** Labels without words: a border, an emblem, and rules where the small print would be. */
import type { Random } from '#supabase/demo/pictures/random.ts';

export type Emblem = 'hills' | 'bee' | 'leaf' | 'bean' | 'chilli' | 'nut' | 'sun' | 'fruit';

export interface LabelInks {
  paper: string;
  ink: string;
  accent: string;
}

const EMBLEMS: Record<Emblem, (inks: LabelInks) => string> = {
  hills: ({ ink, accent }) =>
    `<circle cx="0" cy="-22" r="26" fill="${accent}"/><path d="M-80 40 Q-48 -28 -8 18 Q22 -34 80 40Z" fill="${ink}"/><path d="M-80 40 Q-30 4 10 34 Q44 8 80 40Z" fill="${ink}" fill-opacity="0.6"/>`,
  bee: ({ ink, accent }) =>
    `<g fill="none" stroke="${ink}" stroke-width="5"><ellipse cx="-30" cy="-26" rx="34" ry="17" transform="rotate(28 -30 -26)"/><ellipse cx="30" cy="-26" rx="34" ry="17" transform="rotate(-28 30 -26)"/></g><ellipse cx="0" cy="8" rx="25" ry="42" fill="${accent}"/><path d="M-24 -6 H24 M-26 10 H26 M-23 26 H23" stroke="${ink}" stroke-width="9"/><circle cx="0" cy="-38" r="15" fill="${ink}"/>`,
  leaf: ({ ink, accent }) =>
    `<path d="M0 50 C-58 10 -38 -46 0 -70 C38 -46 58 10 0 50Z" fill="${ink}"/><path d="M0 50 V-52 M0 20 L-24 -4 M0 20 L24 -4 M0 -8 L-20 -28 M0 -8 L20 -28" stroke="${accent}" stroke-width="4" fill="none"/>`,
  bean: ({ ink, accent }) =>
    `<g transform="rotate(24)"><ellipse rx="36" ry="56" fill="${ink}"/><path d="M4 -54 C-20 -20 22 14 -4 54" fill="none" stroke="${accent}" stroke-width="7"/></g>`,
  chilli: ({ ink, accent }) =>
    `<path d="M-42 -40 C-30 20 10 50 62 46 C30 30 14 0 -6 -40Z" fill="${accent}"/><path d="M-46 -42 Q-24 -58 -2 -42 L-10 -32 Q-26 -40 -40 -30Z M-28 -50 Q-34 -70 -20 -78" fill="${ink}" stroke="${ink}" stroke-width="5"/>`,
  nut: ({ ink, accent }) =>
    `<path d="M0 -64 C32 -64 36 -22 18 -4 C40 16 34 64 0 64 C-34 64 -40 16 -18 -4 C-36 -22 -32 -64 0 -64Z" fill="${accent}" stroke="${ink}" stroke-width="5"/><path d="M-8 -46 V-16 M8 -46 V-16 M-10 14 V46 M10 14 V46" stroke="${ink}" stroke-width="4"/>`,
  sun: ({ ink, accent }) =>
    `<circle r="30" fill="${accent}"/>${Array.from({ length: 12 }, (_, i) => `<rect x="-4" y="-62" width="8" height="22" fill="${ink}" transform="rotate(${i * 30})"/>`).join('')}`,
  fruit: ({ ink, accent }) =>
    `<path d="M-4 -44 C44 -50 60 10 26 44 C0 66 -46 50 -50 8 C-52 -22 -34 -42 -4 -44Z" fill="${accent}"/><path d="M-4 -44 C2 -70 30 -74 44 -62 C30 -46 12 -42 -4 -44Z" fill="${ink}"/>`,
};

function border(kind: string, w: number, h: number, { ink, accent }: LabelInks): string {
  if (kind === 'line')
    return `<rect x="14" y="14" width="${w - 28}" height="${h - 28}" fill="none" stroke="${ink}" stroke-width="3.5"/><rect x="21" y="21" width="${w - 42}" height="${h - 42}" fill="none" stroke="${ink}" stroke-width="1.4"/>`;
  const step = 24;
  const row = (y: number, flip: number) =>
    Array.from({ length: Math.ceil(w / step) }, (_, i) => {
      const x = i * step;
      return `<path d="M${x} ${y} l${step / 2} ${flip * 16} l${step / 2} ${-flip * 16}z" fill="${i % 2 ? accent : ink}"/>`;
    }).join('');
  return `<rect width="${w}" height="9" fill="${ink}"/><rect y="${h - 9}" width="${w}" height="9" fill="${ink}"/>${row(9, 1)}${row(h - 9, -1)}`;
}

/** A label `w` by `h` in user units; the emblem sits a little above its middle. */
export function label(w: number, h: number, emblem: Emblem, inks: LabelInks, draw: Random): string {
  const size = Math.min(w, h) / 260;
  const kind = draw.pick(['line', 'zigzag', 'zigzag']);
  const rules = [0.66, 0.72, 0.77]
    .map((y, i) => {
      const half = w * [0.2, 0.27, 0.14][i]!;
      return `<rect x="${w / 2 - half}" y="${h * y}" width="${2 * half}" height="${i === 0 ? 7 : 3.5}" rx="2" fill="${inks.ink}" fill-opacity="${i === 0 ? 1 : 0.7}"/>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><rect width="${w}" height="${h}" fill="${inks.paper}"/>${border(kind, w, h, inks)}<g transform="translate(${w / 2} ${h * 0.4}) scale(${size.toFixed(3)})">${EMBLEMS[emblem](inks)}</g>${rules}</svg>`;
}
