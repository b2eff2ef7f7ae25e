import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#src/i18n/locales.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import {
  CERTIFICATIONS,
  CLUSTERS,
  COUNTRIES,
  CATEGORIES,
  market,
  MATERIALS,
  product,
  TECHNIQUES,
  writeMarket,
  writeProduct,
  writeVocabulary,
} from './catalogue-market.ts';
import { Oracle, type Question } from './catalogue-oracle.ts';
import { everyWord, lighter, locale, pick, question } from './catalogue-questions.ts';
import { slipsBetween } from './catalogue-slips.ts';

const db = await createTestDatabase();
const stems = new Map<string, readonly [string, string]>();
const stemsOf = (word: string) => stems.get(word) ?? (['?', '?'] as const);

type Cursor = { key: string | number; id: string };
type Answer = {
  items: { slug: string }[];
  total: number;
  prev: Cursor | null;
  next: Cursor | null;
  search: { showing: string | null } | null;
  facets: Record<string, { key: string; count: number }[]> & {
    sample: number;
    moq: { max: number; count: number }[];
    lead: { max: number; count: number }[];
    price: {
      currencies: { key: string; count: number }[];
      steps: { from: number; to: number | null; count: number }[];
    };
  };
};

const READING = 'RWF';

async function ask(
  q: Question,
  locale: Locale,
  limit = 100,
  cursors: object = {},
): Promise<Answer> {
  const query = { ...q, ...cursors, readingCurrency: READING };
  const [row] = await db.asAnon(
    (tx) => tx`select public.search_catalogue(${tx.json(query)}, ${locale}, ${limit}) as answer`,
  );
  return row!.answer as Answer;
}

function countsByHand(oracle: Oracle, q: Question, l: Locale) {
  const count = (facet: string, test: (p: ReturnType<typeof oracle.found>[number]) => boolean) =>
    oracle.found(q, l, facet).filter(test).length;
  const keyed = (
    facet: string,
    keys: readonly string[],
    held: (p: never) => string[],
    chosen: string[],
  ) =>
    Object.fromEntries(
      keys
        .map((key) => [key, count(facet, (p) => held(p as never).includes(key))] as const)
        .filter(([key, n]) => n > 0 || chosen.includes(key)),
    );
  const steps = (facet: string, limits: number[], of: (p: never) => number) =>
    limits
      .map((max) => ({ max, count: count(facet, (p) => of(p as never) <= max) }))
      .filter((s) => s.count > 0);
  return {
    category: keyed(
      'category',
      CATEGORIES.map((c) => c.key),
      (p: { category: string }) => oracle.trail(p.category),
      q.category ? [q.category] : [],
    ),
    cluster: keyed('cluster', CLUSTERS, (p) => oracle.maker(p).clusters, q.cluster),
    country: keyed('country', COUNTRIES, (p) => [oracle.country(p)], q.country),
    material: keyed('material', MATERIALS, (p: { materials: string[] }) => p.materials, q.material),
    technique: keyed(
      'technique',
      TECHNIQUES,
      (p: { techniques: string[] }) => p.techniques,
      q.technique,
    ),
    certification: keyed(
      'certification',
      CERTIFICATIONS,
      (p) => oracle.certificates(p),
      q.certification,
    ),
    currencies: keyed(
      'price',
      ['EUR', 'RWF', 'USD'],
      (p: { currency: string }) => [p.currency],
      [],
    ),
    sample: count('sample', (p) => p.sample),
    moq: steps('moq', [1, 5, 10, 20, 50, 100, 200, 500, 1000], (p: { moq: number }) => p.moq),
    lead: steps('lead', [7, 14, 21, 30, 45, 60, 90], (p: { lead: number }) => p.lead),
  };
}

function countsOf({ facets }: Answer) {
  const keyed = (list: { key: string; count: number }[]) =>
    Object.fromEntries(list.map((f) => [f.key, f.count]));
  const { sample, moq, lead } = facets;
  return {
    ...Object.fromEntries(
      ['category', 'cluster', 'country', 'material', 'technique', 'certification'].map((f) => [
        f,
        keyed(facets[f]!),
      ]),
    ),
    currencies: keyed(facets.price.currencies),
    sample,
    moq,
    lead,
  };
}

beforeAll(async () => {
  await writeVocabulary(db.sql);
  const names = CATEGORIES.flatMap((c) => [c.en, c.fr]).join(' ');
  const words = `${everyWord.join(' ')} ${names} full leather cuir pleine fleur sisal cotton coton braiding tressage dyeing teinture fair trade
    commerce equitable organic biologique kigali lake weavers umurimo workshop makers elan cooperative red hill nothing`;
  const all = [
    ...new Set(words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/)),
  ];
  const rows = await db.sql<{ w: string; en: string; fr: string }[]>`
    select w, coalesce((ts_lexize('english_stem', w))[1], '') as en, coalesce((ts_lexize('french_stem', w))[1], '') as fr from unnest(${all}::text[]) w`;
  for (const { w, en, fr } of rows) stems.set(w, [en, fr]);
});

/** Stems of what a property makes up on the way (misspelt words, beginnings). */
async function learn(text: string) {
  const rows = await db.sql<{ w: string; en: string; fr: string }[]>`
    select w, coalesce((ts_lexize('english_stem', w))[1], '') as en, coalesce((ts_lexize('french_stem', w))[1], '') as fr
    from unnest(private.query_words(${text})) w`;
  for (const { w, en, fr } of rows) stems.set(w, [en, fr]);
}

describe('the catalogue beside a filter by brute force', () => {
  it('finds the same listings in the same order, with the same counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        market,
        fc.array(fc.tuple(fc.oneof(question, lighter), locale), { minLength: 12, maxLength: 12 }),
        async (m, questions) => {
          await writeMarket(db.sql, m);
          const oracle = new Oracle(m, stemsOf);
          for (const [q, l] of questions) {
            await learn(q.q);
            const answer = await ask(q, l);
            const expected = oracle.ordered(q, l, READING);
            expect({ q, l, slugs: answer.items.map((i) => i.slug) }).toEqual({
              q,
              l,
              slugs: expected,
            });
            expect(answer.total).toBe(expected.length);
            expect({ q, counts: countsOf(answer) }).toEqual({
              q,
              counts: countsByHand(oracle, q, l),
            });
          }
        },
      ),
      { numRuns: 12, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);

  it('pages through every listing once, forwards and back, while others are published and archived', async () => {
    await fc.assert(
      fc.asyncProperty(
        market,
        question,
        locale,
        fc.array(product, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (m, drawn, l, later, size) => {
          await writeMarket(db.sql, m);
          const q: Question = {
            ...drawn,
            q: drawn.q === '' ? '' : 'sandal leather inkweto viatu cuir',
            category: null,
            cluster: [],
            country: [],
            material: [],
            technique: [],
            certification: [],
            priceMin: null,
            priceMax: null,
            currency: null,
            moqMax: null,
            leadMax: null,
            sample: false,
          };
          const stays = new Oracle(m, stemsOf).ordered(q, l, READING);
          const seen: string[] = [];
          let after: Cursor | null = null;
          let last: Answer | undefined;
          for (let turn = 0; turn < 40; turn++) {
            last = await ask(q, l, size, { after });
            seen.push(...last.items.map((i) => i.slug));
            after = last.next;
            if (!after) break;
            // Only beside a plain list: a newcomer with more of the words would rightly change what a search finds.
            const newcomer = later[turn];
            if (newcomer && q.q === '') await writeProduct(db.sql, m, newcomer);
          }
          const newcomers = new Set(later.map((p) => p.slug));
          expect(seen.filter((s) => !newcomers.has(s))).toEqual(stays);
          expect(new Set(seen).size).toBe(seen.length);

          const back: string[] = last!.items.map((i) => i.slug).reverse();
          for (let before = last!.prev; before;) {
            const page: Answer = await ask(q, l, size, { before });
            back.push(...page.items.map((i) => i.slug).reverse());
            before = page.prev;
          }
          const everything = (await ask(q, l, 100)).items.map((i) => i.slug);
          expect(back.reverse()).toEqual(
            everything.slice(0, everything.indexOf(seen.at(-1) ?? '') + 1),
          );
        },
      ),
      { numRuns: 12, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);

  it('measures slips as the textbook does', async () => {
    const letters = fc.string({ unit: pick(['a', 'b', 'c', 'd']), maxLength: 7 });
    const pairs = fc.sample(fc.tuple(letters, letters), 300);
    const rows = await db.sql<{ n: number }[]>`
      select private.slips_between(p ->> 0, p ->> 1) as n from jsonb_array_elements(${db.sql.json(pairs)}) with ordinality as x (p, i) order by i`;
    expect(rows.map((r) => r.n)).toEqual(pairs.map(([a, b]) => slipsBetween(a, b)));
  });
});
