import type { Paid } from './queries.ts';

export const PAYMENT_TONES = {
  pending: 'quiet',
  proof_sent: 'wait',
  confirmed: 'good',
  rejected: 'bad',
  failed: 'bad',
  cancelled: 'quiet',
} as const satisfies Record<Paid['state'], string>;
