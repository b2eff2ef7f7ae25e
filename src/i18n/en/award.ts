import type { Widen } from '../widen.ts';

/** The comparison, the award and who gets what. */
export const award = {
  title: 'Award',
};

export type AwardMessages = Widen<typeof award>;
