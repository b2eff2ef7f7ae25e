/**
 * The trade of the demo as data: what people did to each other, in the order in which they did it. Days are counted
 * back from the moment of loading (2.5 is two and a half days ago); amounts are minor units of the deal's currency.
 */
import type { Locale } from '#src/i18n/locales.ts';
import type { PaymentTerms } from '#src/domain/quote.ts';
import type { CountryCode, CurrencyCode, Incoterm } from '#supabase/demo/content/types.ts';

export type Side = 'buyer' | 'producer';

export interface LineSeed {
  /** Key of a product of the deal's producer. */
  product: string;
  quantity: number;
  /** For one unit; the listing's own price at this quantity where it is left out. */
  unitAmount?: number;
  /** Added to the product's title on paper. */
  detail?: string;
}

export interface OfferSeed {
  lines: readonly LineSeed[];
  /** The currency of the products where it is left out. */
  currency?: CurrencyCode;
  incoterm: Incoterm;
  place: string;
  leadDays: number;
  terms: PaymentTerms;
  depositBp: number;
  taxBp?: number;
  discount?: number;
  freight?: number;
  validDays: number;
  notes?: string;
}

/** A file that goes with an act: a photograph of the demo's own, or a slip of a bank as a one-page PDF. */
export type FileSeed =
  | { kind: 'photo'; of: 'producer' | 'product'; key: string; position: number; name: string }
  | { kind: 'slip'; name: string; lines: readonly string[] };

export type Act =
  | { act: 'ask'; product: string; quantity: number; words: string; neededInDays: number }
  | { act: 'write'; side: Side; words: string }
  | { act: 'quote'; offer: OfferSeed }
  | { act: 'counter'; offer: OfferSeed }
  | { act: 'decline'; words: string }
  | { act: 'accept' }
  | {
      act: 'announce';
      pay: 'deposit' | 'balance';
      paidDaysAgo: number;
      note: string;
      proof?: FileSeed;
    }
  | { act: 'confirm' }
  | { act: 'plan'; steps: readonly StepSeed[] }
  | { act: 'tick'; step: number; words: string; files?: readonly FileSeed[] }
  | { act: 'start' | 'inspect' | 'ready' | 'close'; words?: string }
  | { act: 'ship'; parcel: ParcelSeed }
  | { act: 'deliver'; words?: string }
  | { act: 'dispute'; reason: 'quality' | 'quantity' | 'late'; words: string }
  | { act: 'argue'; party: Side | 'mediator'; words: string }
  | { act: 'cancel'; words: string }
  | { act: 'propose_end'; words: string; keptBp: number }
  | { act: 'agree_end'; words: string }
  | { act: 'refund' }
  | { act: 'review'; review: ReviewSeed }
  | { act: 'thank'; words: string };

export interface StepSeed {
  title: string;
  note?: string;
  percent: number;
  dueInDays: number;
}

export interface ParcelSeed {
  carrier: string;
  tracking: string;
  packages: number;
  grossGrams: number;
  /** From the day of shipping to the day it is expected. */
  travelDays: number;
}

export interface ReviewSeed {
  rating: number;
  quality: number;
  communication: number;
  punctuality: number;
  words: string;
}

/** One conversation between a buyer and a producer, and the order that may have come of it. */
export interface DealSeed {
  key: string;
  buyer: string;
  producer: string;
  /** The language that the buyer writes in. */
  locale: Locale;
  country: CountryCode;
  /** Key of one of the demo's inquiries that this goes on from. */
  continues?: string;
  acts: readonly (readonly [daysAgo: number, act: Act])[];
}

export interface RfqLineSeed {
  product?: string;
  description?: string;
  unit?: string;
  quantity: number;
  targetAmount?: number;
  targetCurrency?: CurrencyCode;
  customisation?: string;
  sample?: boolean;
  sizes?: readonly { size: string; quantity: number }[];
}

/** A request to a whole cluster, and what came back: each answer is the acts of one producer's conversation. */
export interface RfqSeed {
  key: string;
  buyer: string;
  cluster: string;
  locale: Locale;
  country: CountryCode;
  daysAgo: number;
  title: string;
  words: string;
  destination: string;
  incoterm: Incoterm;
  incotermPlace: string;
  neededInDays: number;
  answersInDays: number;
  lines: readonly RfqLineSeed[];
  answers: readonly {
    producer: string;
    acts: readonly (readonly [daysAgo: number, act: Act])[];
  }[];
}

export interface AccountOfSeed {
  producer: string;
  method: 'bank_transfer' | 'mobile_money';
  currency: CurrencyCode;
  holder: string;
  bank?: string;
  iban?: string;
  accountNumber?: string;
  bic?: string;
  phone?: string;
  network?: string;
}

export interface DetailsSeed {
  producer?: string;
  buyer?: string;
  legalName: string;
  address: string;
  country: CountryCode;
  taxNumber: string;
  registration: string;
  email: string;
  phone: string;
}

export interface ShortlistSeed {
  key: string;
  name: string;
  /** Of the organisation, so that colleagues see it; else of the person alone. */
  shared: boolean;
  daysAgo: number;
  items: readonly { product: string; quantity?: number; note?: string }[];
}
