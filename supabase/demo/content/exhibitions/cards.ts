/** Cards at the booths of the open exhibition. Whoever left them is named by what they do, so that nobody real is meant. */
import type { Locale } from '#src/i18n/locales.ts';

export type CardSeed = {
  key: string;
  name: string;
  company: string;
  email: string | null;
  phone: string | null;
  country: string;
  locale: Locale;
  note: string;
  daysAgo: number;
  consent: string;
  /** Producers, and what each said. */
  booths: readonly { producer: string; answer: 'shared' | 'declined' | null }[];
};

export const CARDS: readonly CardSeed[] = [
  {
    key: 'hotel-shop',
    name: 'Purchasing desk',
    company: 'Acacia Ridge Hotels',
    email: 'purchasing@example.com',
    phone: null,
    country: 'KE',
    locale: 'en',
    note: 'Forty sandals in two sizes for our house shop, then more if guests like them. Could you put a small mark of the house on the strap?',
    daysAgo: 6,
    consent:
      'I leave this card at the booths I chose. If a booth says yes, contacts pass both ways; if not, nothing passes.',
    booths: [
      { producer: 'inzira-shoe-workshop', answer: 'shared' },
      { producer: 'bumbogo-bootmakers', answer: null },
    ],
  },
  {
    key: 'leather-school',
    name: 'Mwalimu wa ngozi',
    company: 'Chuo cha Ufundi',
    email: 'chuo@example.com',
    phone: null,
    country: 'TZ',
    locale: 'sw',
    note: 'Tungependa wanafunzi kumi waone jinsi ngozi inavyopakwa rangi kwa magome. Je, mnapokea wageni?',
    daysAgo: 3,
    consent:
      'Ninaacha kadi hii kwenye mabanda niliyochagua. Banda likisema ndiyo, mawasiliano hupita pande zote mbili.',
    booths: [{ producer: 'bugesera-bark-tannery', answer: null }],
  },
  {
    key: 'corner-shop',
    name: 'Umucuruzi wa Kimironko',
    company: '',
    email: null,
    phone: '+250780000000',
    country: 'RW',
    locale: 'rw',
    note: 'Ndashaka inkweto z’abana b’ishuri mbere y’uko igihembwe gitangira.',
    daysAgo: 1,
    consent:
      'Nsize iyi karita kuri sitandi nahisemo. Iyo sitandi yemeye, aho tubonekera hahanwa impande zombi.',
    booths: [{ producer: 'inzira-shoe-workshop', answer: null }],
  },
];
