import fc from 'fast-check';
import {
  CATEGORIES,
  CERTIFICATIONS,
  CLUSTERS,
  COUNTRIES,
  MATERIALS,
  TECHNIQUES,
  WORDS,
} from './catalogue-market.ts';
import type { Question } from './catalogue-oracle.ts';

/** Questions as visitors and robots might ask them, over the words and keys of a random market. */

export const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const few = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
export const everyWord = Object.values(WORDS).flat();
const misspelt = pick(everyWord.filter((w) => w.length > 4)).chain((w) =>
  fc.tuple(fc.nat(w.length - 2), fc.nat(3)).map(([i, how]) => {
    if (how === 0) return w.slice(0, i) + w.slice(i + 1);
    if (how === 1) return w.slice(0, i) + 'x' + w.slice(i);
    if (how === 2) return w.slice(0, i) + w[i + 1] + w[i] + w.slice(i + 2);
    return w.slice(0, i) + 'q' + w.slice(i + 1);
  }),
);
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: pick([
      ...everyWord,
      'full',
      'fair',
      'kigali',
      'umurimo',
      'chaussures',
      'plateaux',
      'nothing',
    ]),
  },
  { weight: 2, arbitrary: misspelt },
  { weight: 2, arbitrary: pick(everyWord.map((w) => w.slice(0, 3))) },
);

export const question: fc.Arbitrary<Question> = fc
  .record({
    q: fc.oneof(
      fc.constant(''),
      fc.array(word, { minLength: 1, maxLength: 3 }).map((w) => w.join(' ')),
    ),
    category: sometimes(pick([...CATEGORIES.map((c) => c.key), 'no-such-category'])),
    cluster: few(CLUSTERS),
    country: few(COUNTRIES),
    material: few([...MATERIALS, 'no-such-material']),
    technique: few(TECHNIQUES),
    certification: few(CERTIFICATIONS),
    priceMin: sometimes(pick([1, 30, 100, 101, 1_000_000_001])),
    priceMax: sometimes(pick([1, 30, 100, 5000, 1_000_000_000_000])),
    moqMax: sometimes(pick([1, 5, 9, 20, 99_999_999, 200_000_000])),
    leadMax: sometimes(pick([0, 7, 13, 30, 730])),
    sample: fc.boolean(),
    sort: pick(['relevance', 'newest', 'price_asc', 'price_desc', 'moq_asc', 'lead_asc'] as const),
    currency: pick(['RWF', 'USD', 'EUR', 'TND']),
  })
  .map((q) => ({
    ...q,
    currency: q.priceMin === null && q.priceMax === null ? null : q.currency,
    sort: q.sort === 'relevance' && q.q === '' ? 'newest' : q.sort,
  }));
// Half of the questions choose little, or hardly any would find something.
export const lighter = question.chain((q) =>
  fc
    .subarray(['cluster', 'country', 'material', 'technique', 'certification'] as const)
    .map((kept) => ({
      ...q,
      ...Object.fromEntries(kept.map((facet) => [facet, []])),
      ...(kept.length > 2 ? { priceMin: null, priceMax: null, currency: null, sample: false } : {}),
    })),
);
export const locale = pick(['en', 'fr', 'rw', 'sw'] as const);
