import type { Widen } from '../widen.ts';

/** Pledging: what a member takes, and the live state of a lot. */
export const pledges = {
  title: 'My pledges',
};

export type PledgesMessages = Widen<typeof pledges>;
