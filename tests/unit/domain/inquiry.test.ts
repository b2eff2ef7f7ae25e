import { describe, expect, it } from 'vitest';
import {
  INQUIRY_ACTIONS,
  INQUIRY_STATES,
  INQUIRY_TRANSITIONS,
  isVisibleToProducer,
  turnOf,
  type InquiryAction,
  type InquiryRole,
  type InquiryState,
} from '#src/domain/inquiry.ts';
import { next, openActions } from '#src/domain/transitions.ts';
import {
  badge,
  checklist,
  CHECK_ITEMS,
  progress,
  type Check,
  type CheckItem,
} from '#src/domain/verification.ts';

function move(state: InquiryState, action: InquiryAction, role: InquiryRole, reason?: string) {
  const result = next(INQUIRY_TRANSITIONS, {
    state,
    action,
    roles: [role],
    reason: reason ?? null,
  });
  return result.ok ? result.value : result.failure.code;
}

describe('inquiry', () => {
  it.each<[InquiryState, InquiryAction, InquiryRole, string]>([
    ['unconfirmed', 'confirm', 'buyer', 'open'],
    ['unconfirmed', 'confirm', 'producer', 'not_allowed'],
    ['unconfirmed', 'reply', 'producer', 'wrong_state'],
    ['open', 'confirm', 'buyer', 'wrong_state'],
    ['open', 'reply', 'producer', 'answered'],
    ['open', 'reply', 'buyer', 'open'],
    ['answered', 'reply', 'buyer', 'open'],
    ['answered', 'reply', 'producer', 'answered'],
    ['declined', 'reply', 'producer', 'answered'],
    ['declined', 'reply', 'buyer', 'open'],
    ['closed', 'reply', 'buyer', 'wrong_state'],
    ['blocked', 'reply', 'buyer', 'wrong_state'],
    ['open', 'decline', 'producer', 'declined'],
    ['open', 'decline', 'buyer', 'not_allowed'],
    ['declined', 'decline', 'producer', 'wrong_state'],
    ['answered', 'close', 'buyer', 'closed'],
    ['declined', 'close', 'producer', 'closed'],
    ['closed', 'close', 'buyer', 'wrong_state'],
    ['closed', 'reopen', 'producer', 'open'],
    ['answered', 'reopen', 'buyer', 'wrong_state'],
    ['open', 'block', 'operator', 'reason_required'],
    ['open', 'block', 'producer', 'not_allowed'],
    ['blocked', 'block', 'operator', 'wrong_state'],
  ])('%s + %s by %s → %s', (state, action, role, result) =>
    expect(move(state, action, role)).toBe(result),
  );

  it('is blocked for a reason, for good', () => {
    for (const state of INQUIRY_STATES.filter((s) => s !== 'blocked')) {
      expect(move(state, 'block', 'operator', 'spam to forty workshops')).toBe('blocked');
    }
    for (const action of INQUIRY_ACTIONS) {
      for (const role of ['buyer', 'producer', 'operator'] as const) {
        expect(move('blocked', action, role, 'because')).not.toMatch(/^(open|answered)$/);
      }
    }
  });

  it('shows a producer nothing to do where there is nothing to see', () => {
    for (const state of INQUIRY_STATES) {
      const open = openActions(INQUIRY_TRANSITIONS, state, ['producer']);
      expect(open.length > 0).toBe(isVisibleToProducer(state));
    }
  });

  it('knows whose turn it is', () => {
    expect(INQUIRY_STATES.map(turnOf)).toEqual(['buyer', 'producer', 'buyer', null, null, null]);
  });
});

describe('verification', () => {
  const passed = (item: CheckItem, checkedAt: string): Check => ({
    item,
    state: 'passed',
    checkedAt,
  });
  const required = [
    passed('workshop_visit', '2026-05-03T08:00:00Z'),
    passed('identity', '2026-05-01T10:00:00+02:00'),
    passed('registration', '2026-05-02T10:00:00Z'),
  ];

  it('lists every item once, in order', () => {
    expect(checklist([]).map((c) => c.item)).toEqual([...CHECK_ITEMS]);
    expect(checklist([]).every((c) => c.state === 'open' && c.checkedAt === null)).toBe(true);
    expect(checklist(required)[2]).toEqual(required[0]);
  });

  it('gives the badge when the last required check passed, and says what was checked', () => {
    expect(badge(required)).toEqual({
      says: ['identity', 'registration', 'workshop_visit'],
      since: '2026-05-03T08:00:00Z',
    });
    const more = [
      ...required,
      passed('samples', '2027-01-01T00:00:00Z'),
      { item: 'capacity', state: 'failed', checkedAt: '2026-06-01T00:00:00Z' } as const,
    ];
    expect(badge(more)).toEqual({
      says: ['identity', 'registration', 'workshop_visit', 'samples'],
      since: '2026-05-03T08:00:00Z',
    });
  });

  it('compares moments, not their spelling', () => {
    const late = passed('identity', '2026-05-03T07:00:00-05:00');
    expect(badge([late, ...required.filter((c) => c.item !== 'identity')])?.since).toBe(
      late.checkedAt,
    );
  });

  it('gives none while a required check is open or failed', () => {
    expect(badge([])).toBeNull();
    for (const missing of required) {
      expect(badge(required.filter((c) => c !== missing))).toBeNull();
      expect(
        badge(required.map((c) => (c === missing ? { ...c, state: 'failed' as const } : c))),
      ).toBeNull();
    }
    expect(progress(required.slice(0, 1))).toEqual({
      passed: 1,
      required: 3,
      next: ['identity', 'registration'],
    });
    expect(progress(required)).toEqual({ passed: 3, required: 3, next: [] });
  });
});
