import type { Widen } from '../widen.ts';

/** Costs, invoices, what members pay, the closing report. */
export const settlement = {
  title: 'Money of the purchase',
};

export type SettlementMessages = Widen<typeof settlement>;
