/** What the buyer of the demo keeps: lists, a search, and rates to read prices by. */
import type { ShortlistSeed } from '#supabase/demo/content/trade/types.ts';

export const SHORTLISTS: readonly ShortlistSeed[] = [
  {
    key: 'autumn-table',
    name: 'Table d’automne',
    shared: true,
    daysAgo: 16,
    items: [
      {
        product: 'burnished-cooking-pot',
        quantity: 40,
        note: 'Le grand modèle, si le four le permet.',
      },
      { product: 'oval-bread-basket-plain', quantity: 60 },
      {
        product: 'striped-table-runner-fringed',
        quantity: 30,
        note: 'Rayure ocre plutôt que rouge.',
      },
      { product: 'star-serving-tray', quantity: 24 },
      { product: 'bud-vase-celadon', quantity: 60, note: 'Voir l’échantillon avant de décider.' },
    ],
  },
  {
    key: 'mens-shoes',
    name: 'Souliers homme, printemps',
    shared: true,
    daysAgo: 9,
    items: [
      { product: 'masoro-plain-derby', quantity: 120, note: 'Devis en cours.' },
      { product: 'cap-derby-chisel-tan', quantity: 48 },
      { product: 'penny-loafer-rebate-stitch', quantity: 60 },
      { product: 'apron-derby-hand-sewn', quantity: 36, note: 'Pour la vitrine seulement.' },
    ],
  },
  {
    key: 'gifts',
    name: 'Cadeaux de fin d’année',
    shared: false,
    daysAgo: 3,
    items: [
      { product: 'set-honey-gift-jar', quantity: 60 },
      { product: 'peaberry-gift-bag', quantity: 48 },
      { product: 'chevron-small-gift-panel', quantity: 50 },
    ],
  },
];

export const SAVED_SEARCHES = [
  {
    key: 'baskets-under',
    name: 'Vannerie jusqu’à 20 000 RWF',
    daysAgo: 20,
    query: { q: 'basket', priceMax: 20_000, currency: 'RWF', sort: 'newest' },
  },
];

/** Units for one euro, rounded, as on some ordinary day. */
export const RATES: Readonly<Record<string, string>> = {
  USD: '1.085',
  RWF: '1540',
  KES: '140.2',
  UGX: '3980',
  TZS: '2790',
  BIF: '3190',
  ETB: '135.4',
  GBP: '0.845',
  SEK: '11.32',
  CHF: '0.952',
};
