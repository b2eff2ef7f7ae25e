import type { Theme } from '#src/domain/exhibition.ts';
import type { Words } from '../visiting/words.ts';
import { dateRange, placeName, price, priceOf, quantity } from '../visiting/words.ts';
import type { FairSheet, Printed, PrintedBooth, PrintedRoom } from '#src/server/pdf/sheet.ts';
import type { Frame, Said, Trade } from '../visiting/views.ts';
import { codeAddress, codeFile } from './code-address.ts';
import type { CatalogueBooth, CatalogueEntry, CataloguePage, CodeSheet } from './views.ts';

/** The themes on paper: the colours of src/features/exhibitions/visiting/themes.css by day, in sRGB. */
const ON_PAPER: Record<Theme, { ground: string; accent: string }> = {
  ochre: { ground: '#df9b3b', accent: '#77450c' },
  red: { ground: '#df9b3b', accent: '#89211e' },
  ink: { ground: '#c8c0b3', accent: '#3b2922' },
  forest: { ground: '#df9b3b', accent: '#205431' },
  indigo: { ground: '#df9b3b', accent: '#2a4482' },
  clay: { ground: '#df9b3b', accent: '#83391e' },
};
const INK = '#221612';

/** Which picture of which width the sheet wants, by the name it has for it. */
export type WantedPicture = { code: string; sha8: string; width: number; height: number };
export type Printable = {
  sheet: FairSheet;
  pictures: Map<string, WantedPicture>;
  codes: Map<string, Uint8Array>;
};

/** Names the pictures and codes of one sheet, and remembers what is wanted under each name. */
class Shelf {
  readonly pictures = new Map<string, WantedPicture>();
  readonly codes = new Map<string, Uint8Array>();
  readonly #site: string;

  constructor(site: string) {
    this.#site = site;
  }

  picture(media: (WantedPicture & { alt: string }) | null | undefined): Printed['picture'] {
    if (!media) return null;
    const name = `${media.code}.jpg`;
    this.pictures.set(name, media);
    return { name, alt: media.alt };
  }

  code(code: string | null): Printed['code'] {
    if (!code) return null;
    const { href, shown } = codeAddress(code, this.#site);
    const name = `${code}.svg`;
    this.codes.set(name, codeFile(href));
    return { name, href, shown };
  }
}

const said = (text: Said | null | undefined): string => text?.text ?? '';
const some = (facts: (string | undefined)[]): string[] =>
  facts.filter((fact) => !!fact) as string[];

function tradeLine(trade: Trade | null, words: Words): string {
  if (!trade) return '';
  const f = words.t.fair;
  const { value, from } = priceOf(trade);
  const amount = price(value, words);
  return [
    from ? `${words.t.ui.from} ${amount}` : amount,
    f.leastQuantity(quantity(trade.moq, trade.unit, words)),
    words.t.market.days(trade.leadTimeDays),
  ].join(' · ');
}

function common(frame: Frame, author: string, words: Words) {
  return {
    lang: words.locale,
    title: frame.title.text,
    author,
    date: frame.updatedAt.slice(0, 10),
    over: frame.title.text,
    when: dateRange(frame, words),
    scan: words.t.fair.scan,
    theme: { ...ON_PAPER[frame.theme], ink: INK },
  };
}

type Site = { url: string; name: string };

/** One poster for each approved booth. */
export function boothPosters(
  page: CodeSheet,
  site: Site,
  words: Words,
  paper: 'a4' | 'a3',
): Printable {
  const shelf = new Shelf(site.url);
  const items = page.booths.map((booth) => ({
    title: booth.title.text,
    facts: some([
      booth.title.text === booth.producer.name ? undefined : booth.producer.name,
      placeName(booth.producer, words),
    ]),
    text: said(booth.story),
    trade: '',
    picture: shelf.picture(booth.cover),
    code: shelf.code(booth.code),
  }));
  const base = common(page.exhibition, site.name, words);
  const title = `${base.title}: ${words.t.fair.posters}`;
  return {
    pictures: shelf.pictures,
    codes: shelf.codes,
    sheet: { ...base, title, kind: 'posters', paper, items },
  };
}

/** One label for each object; small ones carry the title alone. */
export function objectLabels(
  page: CodeSheet,
  site: Site,
  words: Words,
  size: 'large' | 'small',
): Printable {
  const shelf = new Shelf(site.url);
  const items = page.exhibits.map((exhibit) => ({
    title: exhibit.title.text,
    facts: some([said(exhibit.maker) || exhibit.booth?.title.text, said(exhibit.material)]),
    text: said(exhibit.label),
    trade: tradeLine(exhibit.trade, words),
    picture: null,
    code: shelf.code(exhibit.code),
  }));
  const base = common(page.exhibition, site.name, words);
  const title = `${base.title}: ${words.t.fair.labels}`;
  return {
    pictures: shelf.pictures,
    codes: shelf.codes,
    sheet: { ...base, title, kind: 'labels', size, items },
  };
}

function entry(it: CatalogueEntry, shelf: Shelf, words: Words): Printed {
  return {
    title: it.title.text,
    facts: some([it.maker, it.made, it.material, it.dimensions, it.credit].map(said)),
    text: said(it.label),
    trade: tradeLine(it.trade, words),
    picture: shelf.picture(it.cover),
    code: shelf.code(it.code),
  };
}

function boothOf(booth: CatalogueBooth, shelf: Shelf, words: Words): PrintedBooth {
  return {
    title: booth.title.text,
    facts: some([
      booth.title.text === booth.producer.name ? undefined : booth.producer.name,
      placeName(booth.producer, words),
    ]),
    text: said(booth.story),
    trade: '',
    picture: null,
    code: null,
    exhibits: booth.objects.map((it) => entry(it, shelf, words)),
  };
}

/** The printed catalogue: halls in order, in each what stands alone and then the booths. */
export function catalogueSheet(page: CataloguePage, site: Site, words: Words): Printable {
  const shelf = new Shelf(site.url);
  const nobody = { title: '', facts: [], text: '', trade: '', picture: null, code: null };
  const rooms: PrintedRoom[] = page.halls.map((hall) => ({
    title: hall.title.text,
    text: said(hall.intro),
    booths: [
      ...(hall.works.length > 0
        ? [{ ...nobody, exhibits: hall.works.map((it) => entry(it, shelf, words)) }]
        : []),
      ...hall.booths.map((booth) => boothOf(booth, shelf, words)),
    ],
  }));
  const { frame } = page;
  const author = frame.cluster?.name ?? site.name;
  return {
    pictures: shelf.pictures,
    codes: shelf.codes,
    sheet: {
      ...common(frame, author, words),
      over: author,
      kind: 'catalogue',
      summary: said(frame.summary),
      contents: words.t.fair.contents,
      hero: shelf.picture(frame.hero),
      rooms,
    },
  };
}
