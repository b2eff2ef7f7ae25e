import type { Widen } from '../widen.ts';

/** What everybody may read about joint purchases. */
export const publicRounds = {
  title: 'Joint purchases',
};

export type PublicRoundsMessages = Widen<typeof publicRounds>;
