import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';

/** A code for a phone's camera. Dark on light in both themes: many cameras read no other. */
export function qrCode(text: string): SVGSVGElement {
  const { data, size } = encode(text, { border: 2, ecc: 'M' });
  const dots = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('aria-hidden', 'true');
  const part = (d: string, fill: string): void => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill);
    svg.append(path);
  };
  part(`M0 0h${size}v${size}H0z`, '#fff');
  part(dots.join(''), '#000');
  return svg;
}
