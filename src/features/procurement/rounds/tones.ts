import type { RoundState } from '#src/domain/procurement/round-states.ts';

/** The colour beside a round's state. */
export const ROUND_TONES: Record<RoundState, 'good' | 'wait' | 'bad' | 'info' | 'quiet'> = {
  draft: 'quiet',
  pledging: 'wait',
  bidding: 'wait',
  opened: 'info',
  awarded: 'info',
  ordered: 'info',
  receiving: 'info',
  settled: 'good',
  cancelled: 'bad',
};
