import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#src/i18n/locales.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { writeVocabulary } from './catalogue-market.ts';

const db = await createTestDatabase();

type Answer = {
  items: { slug: string; title: string; titleLocale: Locale }[];
  total: number;
  search: { showing: string | null; didYouMean: string | null; partial: boolean } | null;
};

async function search(q: string, locale: Locale = 'en', more: object = {}): Promise<Answer> {
  const query = { q, sort: 'relevance', readingCurrency: 'RWF', ...more };
  const [row] = await db.asAnon(
    (tx) => tx`select public.search_catalogue(${tx.json(query)}, ${locale}) as a`,
  );
  return row!.a as Answer;
}
const slugs = async (q: string, locale: Locale = 'en') =>
  (await search(q, locale)).items.map((i) => i.slug);

/** Newest last in this list, so the plain order of a class is from the bottom up. */
const PRODUCTS = [
  {
    slug: 'sandals',
    category: 'sandals',
    title: 'Braided sandals',
    fr: 'Sandales tressées',
    rw: 'Inkweto zifunguye',
    sw: 'Kandambili za ngozi',
    text: 'Cut from one hide by hand.',
    materials: ['full-leather'],
  },
  {
    slug: 'boots',
    category: 'boots',
    title: 'Work boots',
    fr: 'Chaussures montantes',
    rw: 'Bote zikomeye',
    sw: 'Buti za kazi',
    text: 'A pair to last, good beside any sandals.',
    materials: ['full-leather'],
  },
  {
    slug: 'tray',
    category: 'trays',
    title: 'Round tray',
    fr: 'Plateau rond à café',
    rw: 'Inkoko',
    sw: 'Sinia ya duara',
    text: 'Coloured with crème dye, 40/45 cm.',
    materials: ['sisal'],
  },
  {
    slug: 'runner',
    category: 'trays',
    title: 'Table runner',
    fr: null,
    rw: null,
    sw: null,
    text: 'Woven near the lake.',
    materials: ['cotton'],
  },
];

beforeAll(async () => {
  await writeVocabulary(db.sql);
  await db.sql`insert into public.producers (slug, name, state, country) values ('umurava', 'Umurava Atelier', 'active', 'RW')`;
  for (const [i, p] of PRODUCTS.entries()) {
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, description, unit, price_amount, price_currency, moq, lead_time_days, materials, published_at)
      select o.id, ${p.slug}, 'published', c.id, ${p.title}, ${p.text}, 'PR', 100, 'RWF', 1, 7, ${p.materials}, '2026-01-01'::date + ${i}::integer
      from public.producers o, public.categories c where c.key = ${p.category}`;
    for (const locale of ['fr', 'rw', 'sw'] as const) {
      if (p[locale] === null) continue;
      await db.sql`insert into public.product_translations (product_id, locale, field, text, status) select id, ${locale}, 'title', ${p[locale]}, 'reviewed' from public.products where slug = ${p.slug}`;
    }
  }
});

describe('words', () => {
  it.each([
    ['en', 'sandal', ['sandals', 'boots']],
    ['en', 'SANDALS', ['sandals', 'boots']],
    ['fr', 'sandale', ['sandals', 'boots']],
    ['fr', 'tressé', ['sandals']],
    ['fr', 'café', ['tray']],
    ['rw', 'inkweto', ['sandals']],
    ['sw', 'ngozi', ['sandals']],
    ['sw', 'kazi', ['boots']],
  ] as const)('in %s: %s', async (locale, q, found) => {
    expect(await slugs(q, locale)).toEqual(found);
  });

  it('finds an English listing by a French word of its category or material, in any language of the visitor', async () => {
    expect(await slugs('paniers')).toEqual(['runner', 'tray']);
    expect(await slugs('bottes', 'rw')).toEqual(['boots']);
    expect(await slugs('coton', 'sw')).toEqual(['runner']);
    expect(await slugs('cuir pleine fleur')).toEqual(['boots', 'sandals']);
  });

  it('puts a title before a category, that before the maker, that before a description', async () => {
    expect(await slugs('sandals')).toEqual(['sandals', 'boots']);
    expect(await slugs('chaussures')).toEqual(['boots', 'sandals']);
    expect(await slugs('atelier')).toEqual(['runner', 'tray', 'boots', 'sandals']);
  });

  it('puts titles in the language of the visitor first', async () => {
    await db.sql`insert into public.product_translations (product_id, locale, field, text, status) select id, 'sw', 'title', 'Round runner', 'reviewed' from public.products where slug = 'runner'`;
    expect((await slugs('round', 'en')).slice(0, 2)).toEqual(['tray', 'runner']);
    expect((await slugs('round', 'sw')).slice(0, 2)).toEqual(['runner', 'tray']);
    await db.sql`delete from public.product_translations where text = 'Round runner'`;
  });

  it('shows the title in the language of the visitor, else as it was written', async () => {
    const [fr] = (await search('sandals', 'fr')).items;
    expect(fr).toMatchObject({ title: 'Sandales tressées', titleLocale: 'fr' });
    const [rw] = (await search('runner', 'rw')).items;
    expect(rw).toMatchObject({ title: 'Table runner', titleLocale: 'en' });
  });

  it('matches the beginning of the last word, not of the others', async () => {
    expect(await slugs('braid')).toEqual(['sandals']);
    expect(await slugs('bra')).toEqual(['sandals']);
    expect(await slugs('work bo')).toEqual(['boots']);
    expect((await search('sandals wor')).search?.partial).toBe(false);
    expect((await search('wor sandals')).search?.partial).toBe(true);
  });

  it.each([
    ['sandels', 'sandals'],
    ['snadals', 'sandals'],
    ['sandaals', 'sandals'],
    ['braded sandals', 'braided sandals'],
    ['chausures', 'chaussures'],
    ['kandambli', 'kandambili'],
    ['lether', 'leather'],
    ['umurva', 'umurava'],
  ])('understands %s as %s', async (typed, meant) => {
    const answer = await search(typed);
    expect(answer.search?.showing).toBe(meant);
    expect(answer.items.map((i) => i.slug)).toEqual(await slugs(meant));
    expect(answer.total).toBeGreaterThan(0);
  });

  it('leaves short words and numbers alone, and says nothing where there is nothing to say', async () => {
    expect(await search('cmm')).toMatchObject({ total: 0, search: { showing: null } });
    expect(await search('4045')).toMatchObject({ total: 0, search: { showing: null } });
    expect(await search('zzzzzzz')).toMatchObject({
      total: 0,
      search: { showing: null, didYouMean: null, partial: false },
    });
    expect((await search('sandals')).search).toEqual({
      showing: null,
      didYouMean: null,
      partial: false,
    });
    expect((await search('', 'en', { sort: 'newest' })).search).toBeNull();
  });

  it('offers a frequent word for a rare one, without taking it', async () => {
    await db.sql`
      insert into public.products (producer_id, slug, state, category_id, title, unit, price_amount, price_currency, moq, lead_time_days, published_at)
      select o.id, 'wallet-' || i, 'published', c.id, case i when 1 then 'Walet' else 'Wallet' end, 'PR', 1, 'RWF', 1, 1, now()
      from public.producers o, public.categories c, generate_series(1, 50) i where c.key = 'trays'`;
    const answer = await search('walet');
    expect(answer).toMatchObject({ total: 1, search: { showing: null, didYouMean: 'wallet' } });
    expect((await search('wallet')).search?.didYouMean).toBeNull();
    await db.sql`delete from public.products where slug like 'wallet-%'`;
  });

  it('passes over little words, unless there are no others', async () => {
    expect(await slugs('the sandals for you')).toEqual(await slugs('sandals'));
    expect(await slugs('des sandales pour le bureau', 'fr')).toEqual(
      await slugs('sandales bureau', 'fr'),
    );
    expect(await slugs('any')).toEqual(['boots']);
  });

  it('when nothing has all the words, shows what has the most of them, and says so', async () => {
    const answer = await search('braided sandals unobtainium');
    expect(answer.search?.partial).toBe(true);
    expect(answer.items.map((i) => i.slug)).toEqual(['sandals']);
  });

  it('takes the punctuation of four languages for spaces', async () => {
    expect(await slugs("«sandales», l'atelier")).toEqual(['sandals', 'boots']);
    expect(await slugs('40/45')).toEqual(['tray']);
    expect(await slugs('sandals/braided')).toEqual(['sandals']);
    expect(await slugs('CRÈME')).toEqual(['tray']);
    expect(await slugs('cre\u0300me')).toEqual(['tray']);
  });

  it('follows a new name of a category at once, without touching its products', async () => {
    await db.sql`update public.category_translations set name = 'Dishware' where name = 'Trays'`;
    expect(await slugs('dishware')).toEqual(['runner', 'tray']);
    expect(await slugs('trays')).toEqual(['tray']);
    await db.sql`update public.category_translations set name = 'Trays' where name = 'Dishware'`;
  });

  it('suggests categories, makers and titles', async () => {
    const ask = async (q: string, locale: Locale = 'en') => {
      const [row] = await db.asAnon(
        (tx) => tx`select public.suggest_catalogue(${q}, ${locale}) as s`,
      );
      return row!.s as { categories: object[]; producers: object[]; listings: { slug: string }[] };
    };
    expect(await ask('sand')).toMatchObject({
      categories: [{ key: 'sandals', name: 'Sandals' }],
      producers: [],
      listings: [{ slug: 'sandals', title: 'Braided sandals' }],
    });
    expect(await ask('umur')).toMatchObject({
      producers: [{ slug: 'umurava', name: 'Umurava Atelier' }],
    });
    expect((await ask('chauss', 'fr')).categories).toEqual([
      { key: 'footwear', name: 'Chaussures' },
    ]);
    for (const q of ['', ' ', 's', '%', "'"])
      expect(await ask(q)).toEqual({ categories: [], producers: [], listings: [] });
  });
});
