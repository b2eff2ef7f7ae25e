import { fail, type Result } from './result.ts';
import { next, openActions, type TransitionTable } from './transitions.ts';

/** The life of an accepted order, in the order in which it is lived. */
export const ORDER_STATES = [
  'confirmed',
  'in_production',
  'inspected',
  'ready',
  'shipped',
  'delivered',
  'closed',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** The way that an order goes when all is well. */
export const ORDER_WAY = ORDER_STATES.filter((state) => state !== 'cancelled');

export const ORDER_SIDES = ['buyer', 'producer'] as const;
export type OrderSide = (typeof ORDER_SIDES)[number];

/**
 * The two sides; `both`: what one proposed and the other agreed to; `mediator`: whoever resolves a dispute; `clock`: the
 * worker that closes what is finished.
 */
export const ORDER_ROLES = [...ORDER_SIDES, 'both', 'mediator', 'clock'] as const;
export type OrderRole = (typeof ORDER_ROLES)[number];

export const ORDER_ACTIONS = [
  'start',
  'inspect',
  'ready',
  'ship',
  'deliver',
  'close',
  'cancel',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

const BEFORE_SHIPPING: readonly OrderState[] = ['confirmed', 'in_production', 'inspected', 'ready'];

/** Who may do what, and when. SQL has the same table in `private.order_step`; a test holds them together. */
export const ORDER_TRANSITIONS: TransitionTable<OrderState, OrderAction, OrderRole> = [
  { action: 'start', from: ['confirmed'], to: 'in_production', by: ['producer'] },
  { action: 'inspect', from: ['in_production'], to: 'inspected', by: ['producer'] },
  { action: 'ready', from: ['inspected'], to: 'ready', by: ['producer'] },
  { action: 'ship', from: ['ready'], to: 'shipped', by: ['producer'] },
  { action: 'deliver', from: ['shipped'], to: 'delivered', by: ['buyer'] },
  { action: 'close', from: ['delivered'], to: 'closed', by: ['buyer', 'clock'] },
  { action: 'cancel', from: ['confirmed'], to: 'cancelled', by: ['buyer'] },
  { action: 'cancel', from: BEFORE_SHIPPING, to: 'cancelled', by: ['both', 'mediator'] },
];

/** Days after delivery when a paid, undisputed order closes by itself; SQL has the same number. */
export const ORDER_CLOSES_AFTER_DAYS = 14;

/** What else decides, beside state and side. Amounts in minor units. */
export type OrderFacts = {
  state: OrderState;
  /** What the buyer paid and did not get back. */
  paid: number;
  /** What is still owed; negative when too much was paid. */
  outstanding: number;
  /** The buyer sent proof of a payment that nobody confirmed yet. */
  underway: boolean;
  /** A proposal waits for an answer. */
  changeOpen: boolean;
  disputeOpen: boolean;
};

/** The state after the act, or why not. The table is asked first, then money, proposals and disputes, as in SQL. */
export function moveOrder(
  facts: OrderFacts,
  action: OrderAction,
  role: OrderRole,
): Result<OrderState> {
  const moved = next(ORDER_TRANSITIONS, { state: facts.state, action, roles: [role] });
  if (!moved.ok) return moved;
  if (action === 'ship' && facts.changeOpen) return fail('change_open');
  if (action === 'close' && facts.disputeOpen) return fail('dispute_open');
  if (action === 'close' && facts.outstanding > 0) return fail('order_unpaid');
  if (action === 'cancel' && role === 'buyer' && (facts.paid > 0 || facts.underway))
    return fail('order_paid');
  return moved;
}

/** What a side may do now: what its screen offers. */
export function orderActions(facts: OrderFacts, side: OrderSide): OrderAction[] {
  return openActions(ORDER_TRANSITIONS, facts.state, [side]).filter(
    (action) => moveOrder(facts, action, side).ok,
  );
}

/** Whether the agreement may still be changed or ended by both: not once goods and invoice are under way. */
export function isChangeable(state: OrderState): boolean {
  return BEFORE_SHIPPING.includes(state);
}

/** Whether a dispute may be opened: any time until the order is closed. */
export function isDisputable(state: OrderState): boolean {
  return state !== 'closed';
}

/** Whose turn it is to move the order on; nobody's once it is over. */
export function orderTurn(state: OrderState): OrderSide | null {
  if (state === 'closed' || state === 'cancelled') return null;
  return state === 'shipped' || state === 'delivered' ? 'buyer' : 'producer';
}

const BALANCE_FIRST: ReadonlySet<string> = new Set([
  'in_advance',
  'deposit_balance_before_shipping',
]);

/** What decides whom an order waits for. Amounts in minor units. */
export type TurnFacts = Pick<OrderFacts, 'state' | 'outstanding' | 'underway' | 'disputeOpen'> & {
  depositOutstanding: number;
  paymentTerms: string;
};

/** What the buyer should pay before the producer goes on; 0 while a proof waits for the producer's word. */
export function awaitedPayment(facts: TurnFacts): number {
  if (facts.underway) return 0;
  const rest = Math.max(0, facts.outstanding);
  if (facts.state === 'ready') return BALANCE_FIRST.has(facts.paymentTerms) ? rest : 0;
  if (facts.state !== 'confirmed') return 0;
  return facts.paymentTerms === 'in_advance' ? rest : Math.max(0, facts.depositOutstanding);
}

/** Whom the order waits for: money counts too. Nobody of the two where a dispute holds up the money or the close. */
export function waitsFor(facts: TurnFacts): OrderSide | null {
  const paysFirst = awaitedPayment(facts) > 0;
  if (facts.disputeOpen && (paysFirst || facts.state === 'delivered')) return null;
  return paysFirst ? 'buyer' : orderTurn(facts.state);
}

/** Whether the state lies at `target` or behind it on the usual way; a cancelled order lies nowhere. */
export function hasReached(state: OrderState, target: OrderState): boolean {
  if (state === 'cancelled') return target === 'cancelled';
  return target !== 'cancelled' && ORDER_WAY.indexOf(state) >= ORDER_WAY.indexOf(target);
}

export const CHANGE_STATES = ['proposed', 'agreed', 'refused', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export type ChangeAction = 'agree' | 'refuse' | 'withdraw';

/** A proposal of one side (`author`) to the other. */
export const CHANGE_TRANSITIONS: TransitionTable<ChangeState, ChangeAction, 'author' | 'other'> = [
  { action: 'agree', from: ['proposed'], to: 'agreed', by: ['other'] },
  { action: 'refuse', from: ['proposed'], to: 'refused', by: ['other'] },
  { action: 'withdraw', from: ['proposed'], to: 'withdrawn', by: ['author'] },
];

export const DISPUTE_STATES = ['open', 'mediating', 'resolved', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];
export type DisputeAction = 'write' | 'resolve' | 'withdraw';
export type DisputeRole = 'author' | 'other' | 'mediator';

const RUNNING: readonly DisputeState[] = ['open', 'mediating'];

/** `author` is the side that opened it; the mediator's first word makes it `mediating`. */
export const DISPUTE_TRANSITIONS: TransitionTable<DisputeState, DisputeAction, DisputeRole> = [
  { action: 'write', from: RUNNING, to: 'mediating', by: ['mediator'] },
  { action: 'write', from: RUNNING, to: 'same', by: ['author', 'other'] },
  { action: 'resolve', from: RUNNING, to: 'resolved', by: ['mediator'], reason: true },
  { action: 'withdraw', from: RUNNING, to: 'withdrawn', by: ['author'] },
];

export const DISPUTE_REASONS = [
  'late',
  'quality',
  'quantity',
  'not_received',
  'payment',
  'other',
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];
