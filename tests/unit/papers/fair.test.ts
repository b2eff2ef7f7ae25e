import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { readCode } from '#src/domain/exhibitions/code.ts';
import { encode } from 'uqr';
import { codeAddress, codeDots, codeFile } from '#src/features/exhibitions/fair/code-address.ts';
import { renderSheet } from '#src/server/pdf/render.ts';
import type { FairSheet, Printed } from '#src/server/pdf/sheet.ts';

const CODE = '0kv3m9x';
const { href, shown } = codeAddress(CODE, 'https://market.example');
const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer();
const pictures = new Map<string, Uint8Array>([
  ['code.svg', codeFile(href)],
  ['boot.jpg', jpeg],
]);
const boot: Printed = {
  title: 'Hill boot #1 *bold* $x$',
  facts: ['Inzira', 'Leather'],
  text: 'Sewn by hand.',
  trade: 'RWF 27,000',
  picture: { name: 'boot.jpg', alt: 'A brown boot' },
  code: { name: 'code.svg', href, shown },
};
const common = {
  lang: 'fr',
  title: 'Le cuir des collines',
  author: 'Masoro',
  date: '2026-11-23',
  over: 'Masoro',
  when: 'novembre 2026',
  scan: 'Scannez',
  theme: { ground: '#df9b3b', ink: '#221612', accent: '#77450c' },
};
const sheets: Record<string, FairSheet> = {
  posters: { ...common, kind: 'posters', paper: 'a3', items: [boot, boot] },
  labels: {
    ...common,
    kind: 'labels',
    size: 'large',
    items: Array.from({ length: 9 }, () => boot),
  },
  small: {
    ...common,
    kind: 'labels',
    size: 'small',
    items: Array.from({ length: 22 }, () => boot),
  },
  catalogue: {
    ...common,
    kind: 'catalogue',
    summary: 'Trente ateliers.',
    contents: 'Sommaire',
    hero: { name: 'boot.jpg', alt: 'A brown boot' },
    rooms: [
      { title: 'La peau', text: '', booths: [{ ...boot, title: 'Inzira', exhibits: [boot] }] },
    ],
  },
};

async function read(sheet: FairSheet) {
  const bytes = await renderSheet(sheet, pictures);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  let text = '';
  const links: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    text += items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join('');
    for (const note of await page.getAnnotations()) if (note.url) links.push(note.url as string);
  }
  return { pdf, text, links };
}

describe('printed matter of a fair', () => {
  it.each(Object.keys(sheets))(
    'is tagged, says its language, and carries its codes: %s',
    async (kind) => {
      const { pdf, text, links } = await read(sheets[kind]!);
      const { info } = await pdf.getMetadata();
      expect(info).toMatchObject({ Title: 'Le cuir des collines', Language: 'fr' });
      expect(await (await pdf.getPage(1)).getStructTree()).not.toBeNull();
      expect(text).toContain('Hill boot #1 *bold* $x$');
      expect(text.replaceAll(' ', '')).toContain(shown);
      expect(links).toContain(href);
    },
  );

  it('puts eight or twenty-one labels on a sheet, and a poster on each', async () => {
    const pages = await Promise.all(
      Object.values(sheets).map(async (it) => (await read(it)).pdf.numPages),
    );
    expect(pages).toEqual([2, 2, 2, 3]);
  });

  it('has halls and booths of the catalogue among its bookmarks', async () => {
    const { pdf } = await read(sheets['catalogue']!);
    const outline = await pdf.getOutline();
    expect(outline!.map(({ title }) => title)).toContain('La peau');
    expect(
      outline!.flatMap(({ items }) => items.map(({ title }: { title: string }) => title)),
    ).toEqual(['Inzira']);
  });
});

/** Where a path of lines is dark, as `x y`. */
function drawn(path: string): string[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/m(-?\d+) (-?\d+)h(\d+)/g)].flatMap(([, right, down, length]) => {
    const from = (x += Number(right));
    y += Number(down);
    x += Number(length);
    return Array.from({ length: Number(length) }, (_, n) => `${from + n} ${y}`);
  });
}

function darkOf(text: string): string[] {
  const { data } = encode(text, { border: 2, ecc: 'M' });
  return data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x} ${y}`] : [])));
}

describe('the dots of a code', () => {
  it('say the whole address, which is read back to the same seven signs', () => {
    expect(readCode(href.split('/').at(-1)!)).toBe(CODE);
    expect(readCode(shown.split('/').at(-1)!)).toBe(CODE);
    const { size, path } = codeDots(href);
    expect(size).toBeGreaterThan(24);
    expect(drawn(path)).toEqual(darkOf(href));
  });
});
