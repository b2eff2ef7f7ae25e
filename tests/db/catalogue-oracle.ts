import type { Locale } from '#src/i18n/locales.ts';
import { CATEGORIES, CLUSTERS, TERMS, type Market, type Product } from './catalogue-market.ts';
import { shareASlip, slipsBetween } from './catalogue-slips.ts';

/** The catalogue by brute force: what docs and contracts say, in the plainest TypeScript, over a `Market`. */

export type Question = {
  q: string;
  category: string | null;
  cluster: string[];
  country: string[];
  material: string[];
  technique: string[];
  certification: string[];
  priceMin: number | null;
  priceMax: number | null;
  currency: string | null;
  moqMax: number | null;
  leadMax: number | null;
  sample: boolean;
  sort: 'relevance' | 'newest' | 'price_asc' | 'price_desc' | 'moq_asc' | 'lead_asc';
};
export type Stems = (word: string) => readonly [en: string, fr: string];

const cap = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
export const wordsOf = (text: string): string[] => [
  ...new Set(cap(text).match(/[a-z0-9]+/g) ?? []),
];

export class Oracle {
  readonly market: Market;
  readonly stems: Stems;
  constructor(market: Market, stems: Stems) {
    this.market = market;
    this.stems = stems;
  }

  get listings(): Product[] {
    return this.market.products.filter(
      (p) => p.state === 'published' && this.maker(p).state === 'active',
    );
  }
  maker(p: Product) {
    return this.market.producers[p.producer]!;
  }
  country(p: Product): string {
    return p.country ?? this.maker(p).country;
  }
  certificates(p: Product): string[] {
    return this.maker(p)
      .certificates.filter((c) => !c.expired)
      .map((c) => c.term);
  }

  /** One test for each facet, to be left out when that facet is counted. */
  tests(q: Question): Record<string, (p: Product) => boolean> {
    const any = (chosen: string[], held: string[]) =>
      chosen.length === 0 || chosen.some((c) => held.includes(c));
    const priced = q.priceMin !== null || q.priceMax !== null;
    return {
      category: (p) => q.category === null || this.trail(p.category).includes(q.category),
      cluster: (p) => any(q.cluster, this.maker(p).clusters),
      country: (p) => any(q.country, [this.country(p)]),
      material: (p) => any(q.material, p.materials),
      technique: (p) => any(q.technique, p.techniques),
      certification: (p) => any(q.certification, this.certificates(p)),
      sample: (p) => !q.sample || p.sample,
      price: (p) =>
        !priced ||
        (p.currency === q.currency &&
          p.amount >= (q.priceMin ?? 0) &&
          p.amount <= (q.priceMax ?? Infinity)),
      moq: (p) => p.moq <= (q.moqMax ?? Infinity),
      lead: (p) => p.lead <= (q.leadMax ?? Infinity),
    };
  }

  trail(category: string): string[] {
    const node = CATEGORIES.find((c) => c.key === category)!;
    return node.parent === null ? [node.key] : [...this.trail(node.parent), node.key];
  }

  found(q: Question, locale: Locale, except = ''): Product[] {
    const tests = Object.entries(this.tests(q)).filter(([facet]) => facet !== except);
    const text = q.q === '' ? null : this.classes(q.q, locale);
    return this.listings.filter(
      (p) => tests.every(([, test]) => test(p)) && (text === null || text.has(p.id)),
    );
  }

  /** Slugs in the order of the list. */
  ordered(q: Question, locale: Locale, reading: string): string[] {
    const text = q.sort === 'relevance' && q.q !== '' ? this.classes(q.q, locale) : null;
    const first = q.currency ?? reading;
    const rank = (p: Product): (string | number)[] => {
      switch (q.sort) {
        case 'price_asc':
          return [Number(p.currency !== first), p.currency, p.amount];
        case 'price_desc':
          return [Number(p.currency !== first), p.currency, -p.amount];
        case 'moq_asc':
          return [p.moq];
        case 'lead_asc':
          return [p.lead];
        default:
          return [text?.get(p.id) ?? 0, -p.published];
      }
    };
    const descending = ['relevance', 'newest', 'price_desc'].includes(q.sort);
    return this.found(q, locale)
      .map((p) => ({ p, key: [...rank(p), p.id] }))
      .sort((a, b) => {
        for (const [i, x] of a.key.entries()) {
          const y = b.key[i]!;
          const last = i === a.key.length - 1;
          if (x !== y) return (x < y ? -1 : 1) * (last && descending ? -1 : 1);
        }
        return 0;
      })
      .map(({ p }) => p.slug);
  }

  // Words -----------------------------------------------------------------------------------------

  titles(p: Product): { locale: Locale; text: string }[] {
    const shown = p.translations.filter((t) => t.status !== 'draft');
    return [
      { locale: p.sourceLocale, text: p.title },
      ...shown.map((t) => ({ locale: t.locale, text: t.title })),
    ];
  }
  kindNames(p: Product): string[] {
    const terms = [
      ...p.materials.map((m) => TERMS.material[m as never]),
      ...p.techniques.map((t) => TERMS.technique[t as never]),
    ] as string[][];
    const nodes = this.trail(p.category).map((key) => CATEGORIES.find((c) => c.key === key)!);
    return [...terms.flat(), ...nodes.flatMap((n) => [n.en, n.fr])].flatMap(wordsOf);
  }
  makerNames(p: Product): string[] {
    const certificates = this.certificates(p).flatMap(
      (c) => TERMS.certification[c as never] as string[],
    );
    const clusters = this.maker(p).clusters.map((c) => c.replace('-', ' '));
    return [this.maker(p).name, ...certificates, ...clusters].flatMap(wordsOf);
  }

  /** Class of each listing that the text finds: 1 best … 6; see the migration for what they mean. */
  classes(q: string, locale: Locale): Map<string, number> {
    const typed = wordsOf(q).slice(0, 8);
    const isStop = (w: string) => this.stems(w).includes('');
    const words = typed.some((w) => !isStop(w)) ? typed.filter((w) => !isStop(w)) : typed;
    if (words.length === 0) return new Map();
    const levels = words.map((w, i) => this.levels(w, i === words.length - 1, locale));
    const all = new Map<string, number>();
    for (const p of this.listings) {
      const worst = Math.max(...levels.map((l) => l.get(p.id) ?? Infinity));
      if (worst < Infinity) all.set(p.id, worst);
    }
    if (all.size > 0 || words.length === 1) return all;
    const hits = (p: Product) => levels.filter((l) => l.has(p.id)).length;
    const most = Math.max(0, ...this.listings.map(hits));
    return new Map(this.listings.filter((p) => most > 0 && hits(p) === most).map((p) => [p.id, 1]));
  }

  alike(a: string, b: string): boolean {
    const [x, y] = [this.stems(a), this.stems(b)];
    return a === b || (x[0] || a) === (y[0] || b) || (x[1] || a) === (y[1] || b);
  }

  levels(word: string, isLast: boolean, locale: Locale): Map<string, number> {
    const begins = (w: string) => isLast && word.length >= 3 && w.startsWith(word);
    const direct = this.match(
      locale,
      (w) => this.alike(w, word),
      (w) => this.alike(w, word) || begins(w),
    );
    if (direct.size > 0 || word.length < 4) return direct;
    const meant = this.corrections(word);
    return this.match(
      locale,
      () => false,
      (w) => meant.some((m) => this.alike(w, m)),
    );
  }

  match(
    locale: Locale,
    exact: (w: string) => boolean,
    wide: (w: string) => boolean,
  ): Map<string, number> {
    const level = (p: Product): number => {
      const titles = this.titles(p).map((t) => ({ ...t, words: wordsOf(t.text) }));
      if (titles.some((t) => t.locale === locale && t.words.some(exact))) return 1;
      if (titles.some((t) => t.words.some(exact))) return 2;
      if (titles.some((t) => t.words.some(wide))) return 3;
      if (this.kindNames(p).some(wide)) return 4;
      if (this.makerNames(p).some(wide)) return 5;
      return wordsOf(p.description).some(wide) ? 6 : Infinity;
    };
    return new Map(
      this.listings.map((p) => [p.id, level(p)] as const).filter(([, l]) => l < Infinity),
    );
  }

  /** Words in use one or two slips away, the three likeliest. */
  corrections(word: string): string[] {
    const uses = new Map<string, number>();
    const use = (w: string, n = 1) => uses.set(w, (uses.get(w) ?? 0) + n);
    for (const p of this.listings) {
      const texts = [...this.titles(p).map((t) => t.text), p.description, this.maker(p).name];
      for (const text of texts) wordsOf(text).forEach((w) => use(w));
    }
    const names = [
      ...CATEGORIES.flatMap((c) => [c.en, c.fr]),
      ...Object.values(TERMS).flatMap((kind) => Object.values(kind).flat() as string[]),
      ...CLUSTERS.map((c) => c.replace('-', ' ')),
    ];
    new Set(names.flatMap(wordsOf)).forEach((w) => use(w));
    return [...uses]
      .map(([w, n]) => ({ w, n, slips: slipsBetween(word, w) }))
      .filter(
        ({ w, slips }) => w !== word && shareASlip(word, w) && slips <= (word.length < 7 ? 1 : 2),
      )
      .sort(
        (a, b) =>
          a.slips - b.slips ||
          Number(a.w[0] !== word[0]) - Number(b.w[0] !== word[0]) ||
          b.n - a.n ||
          (a.w < b.w ? -1 : 1),
      )
      .slice(0, 3)
      .map(({ w }) => w);
  }
}
