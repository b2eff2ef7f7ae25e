import type { OrderState } from '#src/domain/order-states.ts';

/** The colour beside a state's word. */
export function stateTone(state: OrderState): 'good' | 'wait' | 'bad' | 'info' | 'quiet' {
  if (state === 'cancelled') return 'bad';
  if (state === 'closed') return 'quiet';
  if (state === 'delivered') return 'good';
  return state === 'confirmed' ? 'wait' : 'info';
}
