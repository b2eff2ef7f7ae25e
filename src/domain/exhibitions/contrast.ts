/** A colour as our stylesheets write it: `oklch(0.74 0.135 72)`. */
export type Oklch = { lightness: number; chroma: number; hue: number };

/** Null for anything else, an `oklch()` with an opacity too. Hue in degrees. */
export function readOklch(css: string): Oklch | null {
  const found = /^oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(css.trim());
  if (!found) return null;
  const [lightness, chroma, hue] = found.slice(1).map(Number) as [number, number, number];
  return { lightness, chroma, hue };
}

/** Relative luminance by WCAG 2.2, 0 to 1; what lies outside sRGB is cut off, as screens do. */
function luminance({ lightness, chroma, hue }: Oklch): number {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  const red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21, the same either way round. */
export function oklchContrast(one: Oklch, other: Oklch): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}
