import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#src/i18n/locales.ts';
import type { Paper } from '#src/server/pdf/paper.ts';
import { renderPaper } from '#src/server/pdf/render.ts';

const plain: Paper = {
  lang: 'en',
  title: 'Packing list',
  label: 'PL-2026-0001',
  date: '2026-11-23',
  dateText: '23 November 2026',
  author: 'Akagera Boots Ltd',
  parties: [{ role: 'Seller', name: 'Akagera Boots Ltd', lines: ['Kigali'], facts: [] }],
  facts: [{ label: 'Order', value: 'O1234567' }],
  tables: [],
  totals: [],
  notes: [],
  footer: 'PL-2026-0001',
  pageOf: 'Page {page} of {pages}',
};
const table = (rows: string[][]): Paper['tables'] => [
  {
    title: 'Goods',
    columns: [
      { head: 'Description', align: 'start', width: 1 },
      { head: 'Amount', align: 'end', width: 'auto' },
    ],
    rows,
  },
];

async function read(paper: Paper) {
  const bytes = await renderPaper(paper);
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    pages.push({
      page,
      items,
      text: items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''),
    });
  }
  return { bytes, pdf, pages, text: pages.map((page) => page.text).join('\n') };
}

type Node = { role?: string; children?: Node[] };
const roles = (node: Node | null): string[] =>
  node ? [node.role ?? '', ...(node.children ?? []).flatMap(roles)] : [];

describe('a paper', () => {
  it.each(LOCALES)('is tagged and says its language and title (%s)', async (lang) => {
    const { pdf, pages, bytes } = await read({ ...plain, lang, tables: table([['Boot', '1']]) });
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: 'Packing list PL-2026-0001',
      Author: 'Akagera Boots Ltd',
      Language: lang,
      IsAcroFormPresent: false,
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const tree = roles((await pages[0]!.page.getStructTree()) as Node);
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(tree).toContain(role);
    expect((await pdf.getOutline())[0]).toMatchObject({ title: 'Packing list' });
    expect(Buffer.from(bytes).includes('/JavaScript')).toBe(false);
  });

  it('is the same bytes for the same paper', async () => {
    expect(await renderPaper(plain)).toEqual(await renderPaper(structuredClone(plain)));
    const papers = LOCALES.map((lang) => ({ ...plain, lang, label: `PL-${lang}` }));
    const together = await Promise.all(papers.map(renderPaper));
    for (const [n, paper] of papers.entries())
      expect(together[n]).toEqual(await renderPaper(paper));
  });

  it('runs over pages with the head of its table on each, and counts them', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => [`Boot ${n + 1}`, `${n + 1}.00`]);
    const { pages } = await read({ ...plain, tables: table(rows) });
    expect(pages.length).toBeGreaterThan(2);
    for (const [n, page] of pages.entries()) {
      expect(page.text).toContain('Description');
      expect(page.text).toContain(`Page ${n + 1} of ${pages.length}`);
    }
    for (const [name] of rows) expect(pages.some((page) => page.text.includes(name!))).toBe(true);
  });

  it('keeps everything on the paper, however long a word is', async () => {
    const long = 'Kapitänsmützenschachteldeckelfabrikationsgesellschaft'.repeat(8);
    const { pages } = await read({
      ...plain,
      title: `Facture ${long.slice(0, 60)}`,
      parties: [1, 2].map(() => ({
        role: 'R',
        name: long,
        lines: [long],
        facts: [{ label: 'Tax number', value: long }],
      })),
      facts: [1, 2, 3, 4, 5].map(() => ({ label: long, value: long })),
      tables: table([[long, '1,234,567,890.00']]),
      totals: [{ label: 'Total', value: 'USD 9,999,999,999,999.99', weight: 'strong' }],
      notes: [
        { title: long, text: long, facts: [{ label: 'Tax number', value: long }], bordered: true },
      ],
      footer: long,
    });
    for (const { items, page } of pages) {
      const [, , width] = page.view;
      for (const item of items.filter((one) => one.str.trim() !== '')) {
        const left = item.transform[4] as number;
        expect(left, item.str).toBeGreaterThan(40);
        expect(left + item.width, item.str).toBeLessThan(width! - 40);
      }
    }
  });

  it('prints what people wrote as they wrote it: never as markup, never as a command', async () => {
    const nasty =
      '#read("/etc/passwd") *bold* $x$ <label> @ref \\ // {x} [y] "quoted" \u0007\u202e';
    const { text } = await read({
      ...plain,
      parties: [{ role: nasty, name: nasty, lines: [nasty], facts: [] }],
      tables: table([[nasty, nasty]]),
      notes: [{ title: nasty, text: nasty }],
    });
    expect(text.replaceAll('\n', ' ')).toContain(
      '#read("/etc/passwd") *bold* $x$ <label> @ref \\ // {x} [y] "quoted"',
    );
    expect(text).not.toContain('root:');
  });

  it('still comes out where no font has a sign, as readable as it can be', async () => {
    const { pdf, text } = await read({
      ...plain,
      footer: 'PL',
      facts: [{ label: 'Name', value: '皮革 👞 Жуковский \ud800' }],
    });
    expect(text).toContain('Жуковский');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await read(plain)).text).toContain('Akagera Boots Ltd');
  });
});
