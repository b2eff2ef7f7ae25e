import opentype, { type Font, type PathCommand } from 'opentype.js';
import latinBold from '@fontsource/piazzolla/files/piazzolla-latin-700-normal.woff?inline';
import latin from '@fontsource/piazzolla/files/piazzolla-latin-400-normal.woff?inline';
import extendedBold from '@fontsource/piazzolla/files/piazzolla-latin-ext-700-normal.woff?inline';
import extended from '@fontsource/piazzolla/files/piazzolla-latin-ext-400-normal.woff?inline';

/** Letters as outlines: a fresh server has no fonts, and a drawing must look the same everywhere. */
export type Weight = 'text' | 'bold';

const SOURCES: Record<Weight, readonly string[]> = {
  text: [latin, extended],
  bold: [latinBold, extendedBold],
};
const known = new Map<Weight, Font[]>();

/** The faces of a weight, parsed once: Latin first, then the letters beyond it. */
function faces(weight: Weight): Font[] {
  const found = known.get(weight) ?? SOURCES[weight].map(read);
  known.set(weight, found);
  return found;
}

function read(dataUrl: string): Font {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Neighbouring letters of one face, so that kerning works within them. A letter that no face has is left out. */
function runs(text: string, weight: Weight): { font: Font; text: string }[] {
  const list: { font: Font; text: string }[] = [];
  for (const letter of text) {
    const font = faces(weight).find((face) => face.charToGlyphIndex(letter) > 0);
    if (!font) continue;
    const last = list.at(-1);
    if (last?.font === font) last.text += letter;
    else list.push({ font, text: letter });
  }
  return list;
}

/** Width of a line in pixels. */
export function lineWidth(text: string, size: number, weight: Weight): number {
  return runs(text, weight).reduce((sum, run) => sum + run.font.getAdvanceWidth(run.text, size), 0);
}

/** A line as the `d` of a path; (x, y) is where its baseline begins. */
export function linePath(
  text: string,
  at: { x: number; y: number; size: number; weight: Weight },
): string {
  let { x } = at;
  return runs(text, at.weight)
    .map((run) => {
      const { commands } = run.font.getPath(run.text, x, at.y, at.size);
      x += run.font.getAdvanceWidth(run.text, at.size);
      return commands.map(written).join('');
    })
    .join('');
}

/** The library's own writer turns very small fractions into NaN. */
function written(command: PathCommand): string {
  const n = (value: number) => String(Math.round(value * 10) / 10);
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${n(command.x)} ${n(command.y)}`;
    case 'Q':
      return `Q${n(command.x1)} ${n(command.y1)} ${n(command.x)} ${n(command.y)}`;
    case 'C':
      return `C${n(command.x1)} ${n(command.y1)} ${n(command.x2)} ${n(command.y2)} ${n(command.x)} ${n(command.y)}`;
    case 'Z':
      return 'Z';
  }
}

/** Breaks a text into lines of at most `width` pixels; a longer word stands alone. */
export function breakLines(text: string, size: number, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && lineWidth(longer, size, weight) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
