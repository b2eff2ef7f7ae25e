import type { ReceivingMessages } from '../en/receiving.ts';

export const receiving: ReceivingMessages = {
  title: 'Kupokea',
};
