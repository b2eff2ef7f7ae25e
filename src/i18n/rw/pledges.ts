import type { PledgesMessages } from '../en/pledges.ts';

export const pledges: PledgesMessages = {
  title: 'Ibyo niyemeje',
};
