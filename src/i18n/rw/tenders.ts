import type { TendersMessages } from '../en/tenders.ts';

export const tenders: TendersMessages = {
  title: 'Ipiganwa',
};
