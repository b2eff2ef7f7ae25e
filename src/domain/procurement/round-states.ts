import { openActions, type TransitionTable } from '../transitions.ts';

/** The life of a procurement round, in the order in which it is lived. */
export const ROUND_STATES = [
  'draft',
  'pledging',
  'bidding',
  'opened',
  'awarded',
  'ordered',
  'receiving',
  'settled',
  'cancelled',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** The way that a round goes when all is well. */
export const ROUND_WAY = ROUND_STATES.filter((state) => state !== 'cancelled');

/** `clock`: the database clock at a deadline, through the worker or whoever comes first. */
export const ROUND_ROLES = ['coordinator', 'clock'] as const;
export type RoundRole = (typeof ROUND_ROLES)[number];

export const ROUND_ACTIONS = [
  'open_pledging',
  'close_pledging',
  'open_bids',
  'award',
  'order',
  'receive',
  'settle',
  'cancel',
  'extend',
] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

/** Until the order is placed nobody owes a supplier anything. */
const BEFORE_ORDER: readonly RoundState[] = ['draft', 'pledging', 'bidding', 'opened', 'awarded'];

/**
 * Who may do what, and when. SQL has the same table in `private.round_steps`; a test holds them together. Sealed bids
 * are opened by the clock alone, so that nobody can open them early. The clock extends where a lot's policy says so.
 */
export const ROUND_TRANSITIONS: TransitionTable<RoundState, RoundAction, RoundRole> = [
  { action: 'open_pledging', from: ['draft'], to: 'pledging', by: ['coordinator'] },
  { action: 'close_pledging', from: ['pledging'], to: 'bidding', by: ['coordinator', 'clock'] },
  { action: 'open_bids', from: ['bidding'], to: 'opened', by: ['clock'] },
  { action: 'award', from: ['opened'], to: 'awarded', by: ['coordinator'] },
  { action: 'order', from: ['awarded'], to: 'ordered', by: ['coordinator'] },
  { action: 'receive', from: ['ordered'], to: 'receiving', by: ['coordinator'] },
  { action: 'settle', from: ['receiving'], to: 'settled', by: ['coordinator'] },
  { action: 'cancel', from: BEFORE_ORDER, to: 'cancelled', by: ['coordinator'], reason: true },
  {
    action: 'extend',
    from: ['pledging', 'bidding'],
    to: 'same',
    by: ['coordinator', 'clock'],
    reason: true,
  },
];

/** What a coordinator's screen may offer in this state, in the order of the table. */
export function roundActions(state: RoundState): RoundAction[] {
  return openActions(ROUND_TRANSITIONS, state, ['coordinator']);
}

/** Whether pledges may change: what a member's form asks first. The deadline itself is the database clock's business. */
export function takesPledges(state: RoundState): boolean {
  return state === 'pledging';
}

/** Whether what suppliers bid is still sealed. */
export function isSealed(state: RoundState): boolean {
  return state === 'draft' || state === 'pledging' || state === 'bidding';
}

/** Whether the round is over, either way. */
export function isRoundOver(state: RoundState): boolean {
  return state === 'settled' || state === 'cancelled';
}

/** Whether the state lies at `target` or behind it on the usual way; a cancelled round lies nowhere. */
export function roundReached(state: RoundState, target: RoundState): boolean {
  if (state === 'cancelled') return target === 'cancelled';
  return target !== 'cancelled' && ROUND_WAY.indexOf(state) >= ROUND_WAY.indexOf(target);
}
