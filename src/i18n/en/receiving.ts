import type { Widen } from '../widen.ts';

/** What arrives, and how it is handed over. */
export const receiving = {
  title: 'Receiving',
};

export type ReceivingMessages = Widen<typeof receiving>;
