import type { SettlementMessages } from '../en/settlement.ts';

export const settlement: SettlementMessages = {
  title: 'Amafaranga y’igura',
};
