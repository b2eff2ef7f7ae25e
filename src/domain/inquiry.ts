import type { TransitionTable } from './transitions.ts';

/**
 * The states of an inquiry. `unconfirmed`: a visitor's address is not confirmed, the producer sees nothing. `open`: the
 * buyer had the last word. `answered`: the producer had. `blocked`: an operator upheld a report of abuse.
 */
export const INQUIRY_STATES = [
  'unconfirmed',
  'open',
  'answered',
  'declined',
  'closed',
  'blocked',
] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** The two sides of the thread; a cluster's coordinator answers as the producer. The operator sees reports only. */
export type InquiryRole = 'buyer' | 'producer' | 'operator';

export const INQUIRY_ACTIONS = ['confirm', 'reply', 'decline', 'close', 'reopen', 'block'] as const;
export type InquiryAction = (typeof INQUIRY_ACTIONS)[number];

const SIDES: readonly InquiryRole[] = ['buyer', 'producer'];

/**
 * The life of a first inquiry. A reply wakes a declined one, since a no is often the start of a better question; a
 * closed one is opened again on purpose. Quotes and orders will be things of their own that point at an inquiry, so
 * trade adds no state here.
 */
export const INQUIRY_TRANSITIONS: TransitionTable<InquiryState, InquiryAction, InquiryRole> = [
  { action: 'confirm', from: ['unconfirmed'], to: 'open', by: ['buyer'] },
  { action: 'reply', from: ['open', 'answered', 'declined'], to: 'answered', by: ['producer'] },
  { action: 'reply', from: ['open', 'answered', 'declined'], to: 'open', by: ['buyer'] },
  { action: 'decline', from: ['open', 'answered'], to: 'declined', by: ['producer'] },
  { action: 'close', from: ['open', 'answered', 'declined'], to: 'closed', by: SIDES },
  { action: 'reopen', from: ['declined', 'closed'], to: 'open', by: SIDES },
  {
    action: 'block',
    from: ['unconfirmed', 'open', 'answered', 'declined', 'closed'],
    to: 'blocked',
    by: ['operator'],
    reason: true,
  },
];

/** Whether the producer sees the inquiry at all. */
export function isVisibleToProducer(state: InquiryState): boolean {
  return state !== 'unconfirmed' && state !== 'blocked';
}

/** Whose turn it is: the side that would be thanked for writing now, or nobody's. */
export function turnOf(state: InquiryState): 'buyer' | 'producer' | null {
  if (state === 'unconfirmed' || state === 'answered') return 'buyer';
  return state === 'open' ? 'producer' : null;
}

/** Bounds of the fields; the database has the same. Text in characters. */
export const INQUIRY_LIMITS = {
  messageMax: 5000,
  nameMax: 120,
  organisationMax: 120,
  emailMax: 254,
} as const;
