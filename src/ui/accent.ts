/**
 * The operator's own colour in place of the deep red. The Content-Security-Policy allows no style in the page, so the
 * colour is a tiny stylesheet of its own, addressed by the colour and therefore immutable.
 */
export function accentAddress(colour: string): string {
  return `/accent/${colour.replace('#', '').toLowerCase()}.css`;
}

type Oklch = { l: number; c: number; h: number };

/** The stylesheet for `rrggbb`, or null when it is not a colour. Lightness is set by us, so contrast always holds. */
export function accentStylesheet(rrggbb: string): string | null {
  if (!/^[0-9a-f]{6}$/.test(rrggbb)) return null;
  const { c, h } = toOklch(rrggbb);
  const tone = (l: number, most: number): string =>
    `oklch(${l} ${Math.min(c, most).toFixed(3)} ${h.toFixed(1)})`;
  const light = `--red:${tone(0.42, 0.14)};--red-deep:${tone(0.345, 0.115)};--red-text:${tone(0.42, 0.14)}`;
  const dark = `--red:${tone(0.46, 0.145)};--red-deep:${tone(0.37, 0.12)};--red-text:${tone(0.78, 0.115)}`;
  return (
    `:root{${light};--wall-red:${tone(0.39, 0.135)}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}` +
    `:root[data-theme=dark]{${dark}}`
  );
}

/** sRGB to OKLCH by Björn Ottosson's matrices. */
function toOklch(rrggbb: string): Oklch {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(rrggbb.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const [a, bb] = [
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: hue < 0 ? hue + 360 : hue,
  };
}
