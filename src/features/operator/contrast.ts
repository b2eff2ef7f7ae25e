import { accentStylesheet } from '#src/ui/accent.ts';

/** The paper that words stand on, as in src/ui/styles/tokens.css. */
const PAPER = '#f7f3ec';
/** What WCAG 2.2 asks for text of normal size. */
export const READABLE = 4.5;
/** Below this spread of its channels a colour looks grey to most people. */
const GREYEST = 30;

export type AccentAdvice = { ratio: number; readable: boolean; grey: boolean; drawn: string };

/** What the operator should know about a colour #rrggbb: its contrast on paper, and what it becomes when drawn. */
export function accentAdvice(colour: string): AccentAdvice | null {
  const sheet = accentStylesheet(colour.slice(1));
  const drawn = sheet && /--red:(oklch\([^)]*\))/.exec(sheet)?.[1];
  if (!drawn) return null;
  const ratio = contrast(colour, PAPER);
  const channels = channelsOf(colour);
  const grey = Math.max(...channels) - Math.min(...channels) < GREYEST;
  return { ratio, readable: ratio >= READABLE, grey, drawn };
}

/** WCAG contrast of two colours #rrggbb, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
