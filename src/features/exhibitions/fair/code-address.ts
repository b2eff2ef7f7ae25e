import { encode, renderSVG } from 'uqr';
import { printedCode } from '#src/domain/exhibitions/code.ts';
import { paths } from '#src/paths.ts';

/** Seven signs as print carries them: `href` the whole address for the dots, `shown` without https, with a hyphen. */
export function codeAddress(code: string, siteUrl: string): { href: string; shown: string } {
  const { address, shown } = printedCode(code);
  const site = siteUrl.replace(/^https?:\/\//, '');
  return { href: `${siteUrl}${paths.code(address)}`, shown: `${site}${paths.code('')}${shown}` };
}

/**
 * The dots as one SVG path in a square of `size` units, with a margin of two: a line one unit thick through each run of dark
 * dots, from where the last one ended, so that a page of codes stays light.
 */
export function codeDots(href: string): { size: number; path: string } {
  const { data, size } = encode(href, { border: 2, ecc: 'M' });
  let [atX, atY] = [0, 0];
  let path = 'M0 .5';
  for (const [y, row] of data.entries())
    for (const { x, length } of runsOf(row)) {
      path += `m${x - atX} ${y - atY}h${length}`;
      [atX, atY] = [x + length, y];
    }
  return { size, path };
}

function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
  return starts.map((x) => {
    const end = row.indexOf(false, x);
    return { x, length: (end < 0 ? row.length : end) - x };
  });
}

/** The dots as an SVG file, for a PDF. */
export function codeFile(href: string): Uint8Array {
  return Buffer.from(renderSVG(href, { border: 0, ecc: 'M' }));
}
