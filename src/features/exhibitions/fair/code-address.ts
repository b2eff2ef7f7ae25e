import { encode, renderSVG } from 'uqr';
import { printedCode } from '#src/domain/exhibitions/code.ts';
import { paths } from '#src/paths.ts';

/** Seven signs as print carries them: `href` the whole address for the dots, `shown` without https, with a hyphen. */
export function codeAddress(code: string, siteUrl: string): { href: string; shown: string } {
  const { address, shown } = printedCode(code);
  const site = siteUrl.replace(/^https?:\/\//, '');
  return { href: `${siteUrl}${paths.code(address)}`, shown: `${site}${paths.code('')}${shown}` };
}

/** The dots as one SVG path in a square of `size` units, with a margin of two. */
export function codeDots(href: string): { size: number; path: string } {
  const { data, size } = encode(href, { border: 2, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}

/** The dots as an SVG file, for a PDF. */
export function codeFile(href: string): Uint8Array {
  return Buffer.from(renderSVG(href, { border: 0, ecc: 'M' }));
}
