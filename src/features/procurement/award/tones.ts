import type { Confirmation, OrderState } from './order-queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'info' | 'quiet';

/** The colour beside a purchase order's state. */
export const ORDER_TONES: Record<OrderState, Tone> = {
  sent: 'wait',
  confirmed: 'good',
  changed: 'info',
  declined: 'bad',
  cancelled: 'quiet',
};

/** And beside the answer for a line. */
export const LINE_TONES: Record<Confirmation | 'open', Tone> = {
  open: 'wait',
  accepted: 'good',
  short: 'info',
  later: 'info',
  declined: 'bad',
};
