import type { TransitionTable } from './transitions.ts';

/**
 * The states of one version of a quote. `draft`: its author alone sees it. `sent`: it stands, and binds its author.
 * The rest is history: `superseded` by a newer version of either side, `expired` by its own date.
 */
export const QUOTE_STATES = [
  'draft',
  'sent',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

export type QuoteSide = 'buyer' | 'producer';

/**
 * Towards one version a side is its `author` or its `recipient`: a producer's quote and a buyer's counter live the
 * same life with the sides turned. `clock` is the database's, which ends what ran out.
 */
export type QuoteRole = 'author' | 'recipient' | 'clock';

export function quoteRole(writtenBy: QuoteSide, actor: QuoteSide): 'author' | 'recipient' {
  return writtenBy === actor ? 'author' : 'recipient';
}

/** `replace`: the author sends a newer version; `counter`: the recipient answers with a version of their own. */
export const QUOTE_ACTIONS = [
  'save',
  'send',
  'replace',
  'withdraw',
  'counter',
  'request_change',
  'decline',
  'accept',
  'expire',
] as const;
export type QuoteAction = (typeof QUOTE_ACTIONS)[number];

/** Who may do what with one version. SQL has the same moves in the functions of the quotes. */
export const QUOTE_TRANSITIONS: TransitionTable<QuoteState, QuoteAction, QuoteRole> = [
  { action: 'save', from: ['draft'], to: 'same', by: ['author'] },
  { action: 'send', from: ['draft'], to: 'sent', by: ['author'] },
  { action: 'replace', from: ['sent'], to: 'superseded', by: ['author'] },
  { action: 'withdraw', from: ['sent'], to: 'withdrawn', by: ['author'] },
  { action: 'counter', from: ['sent'], to: 'superseded', by: ['recipient'] },
  { action: 'request_change', from: ['sent'], to: 'same', by: ['recipient'] },
  { action: 'decline', from: ['sent'], to: 'declined', by: ['recipient'], reason: true },
  { action: 'accept', from: ['sent'], to: 'accepted', by: ['recipient'] },
  { action: 'expire', from: ['sent'], to: 'expired', by: ['clock'] },
];

export const PAYMENT_TERMS = [
  'in_advance',
  'deposit_balance_before_shipping',
  'deposit_balance_on_delivery',
  'net_14',
  'net_30',
  'net_60',
] as const;
export type PaymentTerms = (typeof PAYMENT_TERMS)[number];

/** Terms under which a deposit is paid first; under the others `depositBp` is 0. */
export function takesDeposit(terms: PaymentTerms): boolean {
  return terms.startsWith('deposit_');
}

/** Bounds that the database holds too. Days, characters, lines; amounts are in quote-sums.ts. */
export const QUOTE_LIMITS = {
  lines: 50,
  tiersOfLine: 12,
  leadTimeDays: 730,
  validDays: 365,
  descriptionMax: 500,
  skuMax: 60,
  placeMax: 120,
  notesMax: 3000,
  /** A quote that ends sooner than this is not announced as ending. */
  warnDays: 2,
} as const;

/** Whether what stands may still be accepted: the database asks its own clock again. */
export function isStanding(quote: { state: QuoteState; validUntil: string }, now: Date): boolean {
  return quote.state === 'sent' && new Date(quote.validUntil) > now;
}

/** The state as a person should read it: what ran out is over, though the sweep has not been there yet. */
export function shownState(
  quote: { state: QuoteState; validUntil: string },
  now: Date,
): QuoteState {
  return quote.state === 'sent' && !isStanding(quote, now) ? 'expired' : quote.state;
}
