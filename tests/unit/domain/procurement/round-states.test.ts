import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isRoundOver,
  isSealed,
  ROUND_ACTIONS,
  ROUND_ROLES,
  ROUND_STATES,
  ROUND_TRANSITIONS,
  ROUND_WAY,
  roundActions,
  roundReached,
  takesPledges,
  type RoundState,
} from '#src/domain/procurement/round-states.ts';
import type { Result } from '#src/domain/result.ts';
import { next } from '#src/domain/transitions.ts';

const acts = fc.array(
  fc.record({
    action: fc.constantFrom(...ROUND_ACTIONS),
    role: fc.constantFrom(...ROUND_ROLES),
    reason: fc.constantFrom(null, '', 'too few bids'),
  }),
  { maxLength: 40 },
);

describe('the life of a round', () => {
  it('goes its way one step at a time, or ends cancelled before the order', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const path: RoundState[] = ['draft'];
        for (const { action, role, reason } of list) {
          const state = path.at(-1)!;
          const moved = next(ROUND_TRANSITIONS, { state, action, roles: [role], reason });
          if (!moved.ok) continue;
          expect(isRoundOver(state)).toBe(false);
          if (action === 'cancel' || action === 'extend') expect(reason).toBe('too few bids');
          if (action === 'extend') {
            expect([moved.value, ['pledging', 'bidding'].includes(state)]).toEqual([state, true]);
            continue;
          }
          if (moved.value === 'opened') expect(role).toBe('clock');
          path.push(moved.value);
        }
        const usual = path.filter((state) => state !== 'cancelled');
        expect(usual).toEqual(ROUND_WAY.slice(0, usual.length));
        if (path.includes('cancelled')) expect(path).not.toContain('ordered');
      }),
    );
  });

  it('can be lived to the end', () => {
    const way = [
      ['open_pledging', 'coordinator'],
      ['close_pledging', 'clock'],
      ['open_bids', 'clock'],
      ['award', 'coordinator'],
      ['order', 'coordinator'],
      ['receive', 'coordinator'],
      ['settle', 'coordinator'],
    ] as const;
    let state: RoundState = 'draft';
    for (const [action, role] of way) {
      const moved: Result<RoundState> = next(ROUND_TRANSITIONS, { state, action, roles: [role] });
      if (moved.ok) state = moved.value;
    }
    expect(state).toBe('settled');
  });

  it('asks a reason to cancel and to extend, and offers what fits the state', () => {
    const cancel = { state: 'draft', action: 'cancel', roles: ['coordinator'] } as const;
    expect(next(ROUND_TRANSITIONS, cancel)).toMatchObject({ failure: { code: 'reason_required' } });
    expect(roundActions('bidding')).toEqual(['cancel', 'extend']);
    expect(roundActions('pledging')).toEqual(['close_pledging', 'cancel', 'extend']);
    expect(roundActions('receiving')).toEqual(['settle']);
    expect(ROUND_STATES.filter((state) => roundActions(state).length === 0)).toEqual(
      ROUND_STATES.filter(isRoundOver),
    );
  });

  it('says what is sealed, what takes pledges and how far a round has come', () => {
    expect(ROUND_STATES.filter(isSealed)).toEqual(['draft', 'pledging', 'bidding']);
    expect(ROUND_STATES.filter(takesPledges)).toEqual(['pledging']);
    expect(roundReached('awarded', 'opened')).toBe(true);
    expect(roundReached('opened', 'awarded')).toBe(false);
    expect(roundReached('cancelled', 'draft')).toBe(false);
    expect(roundReached('cancelled', 'cancelled')).toBe(true);
    expect(roundReached('settled', 'cancelled')).toBe(false);
  });
});
