import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isDeletable,
  LISTING_ACTIONS,
  LISTING_ROLES,
  listingTransitions,
  PRODUCT_STATES,
  type ListingAction,
  type ListingRole,
  type ProductState,
} from '#src/domain/listing-states.ts';
import { needsReason, next, openActions } from '#src/domain/transitions.ts';

function move(
  state: ProductState,
  action: ListingAction,
  role: ListingRole | ListingRole[],
  options: { reason?: string; reviewed?: boolean } = {},
) {
  const result = next(listingTransitions(options.reviewed ?? false), {
    state,
    action,
    roles: [role].flat(),
    reason: options.reason ?? null,
  });
  return result.ok ? result.value : result.failure.code;
}

describe('life of a listing', () => {
  it.each<[ProductState, ListingAction, ListingRole, string]>([
    ['draft', 'publish', 'producer', 'published'],
    ['draft', 'publish', 'coordinator', 'published'],
    ['in_review', 'approve', 'coordinator', 'published'],
    ['in_review', 'approve', 'producer', 'not_allowed'],
    ['draft', 'approve', 'producer', 'not_allowed'],
    ['draft', 'approve', 'operator', 'wrong_state'],
    ['in_review', 'withdraw', 'producer', 'draft'],
    ['published', 'withdraw', 'producer', 'draft'],
    ['draft', 'withdraw', 'producer', 'wrong_state'],
    ['published', 'edit', 'producer', 'published'],
    ['in_review', 'edit', 'coordinator', 'in_review'],
    ['archived', 'edit', 'producer', 'wrong_state'],
    ['published', 'publish', 'producer', 'wrong_state'],
    ['in_review', 'publish', 'coordinator', 'wrong_state'],
    ['published', 'archive', 'producer', 'archived'],
    ['archived', 'archive', 'producer', 'wrong_state'],
    ['archived', 'restore', 'producer', 'draft'],
    ['draft', 'restore', 'producer', 'wrong_state'],
    ['archived', 'duplicate', 'producer', 'archived'],
    ['draft', 'send_back', 'operator', 'wrong_state'],
    ['published', 'send_back', 'producer', 'not_allowed'],
    ['published', 'send_back', 'coordinator', 'reason_required'],
  ])('%s + %s by %s → %s', (state, action, role, result) =>
    expect(move(state, action, role)).toBe(result),
  );

  it('waits for a review where the cluster wants one, but not for those who review', () => {
    const reviewed = true;
    expect(move('draft', 'publish', 'producer', { reviewed })).toBe('in_review');
    expect(move('draft', 'publish', 'coordinator', { reviewed })).toBe('published');
    expect(move('draft', 'publish', ['producer', 'coordinator'], { reviewed })).toBe('published');
    expect(move('in_review', 'approve', 'operator', { reviewed })).toBe('published');
  });

  it('sends back with a reason, not with blanks', () => {
    const send = (reason: string) => move('published', 'send_back', 'coordinator', { reason });
    expect(send('photo shows another shoe')).toBe('draft');
    expect(send(' old ')).toBe('draft');
    expect([send(' \n '), send('no'), send('  a  ')]).toEqual(Array(3).fill('reason_required'));
    expect(needsReason(listingTransitions(false), 'send_back')).toBe(true);
    expect(needsReason(listingTransitions(false), 'archive')).toBe(false);
  });

  it('offers exactly what it would accept', () => {
    const roles = fc.uniqueArray(fc.constantFrom(...LISTING_ROLES));
    fc.assert(
      fc.property(
        fc.constantFrom(...PRODUCT_STATES),
        roles,
        fc.boolean(),
        (state, held, reviewed) => {
          const table = listingTransitions(reviewed);
          const open = openActions(table, state, held);
          expect(new Set(open).size).toBe(open.length);
          for (const action of LISTING_ACTIONS) {
            const result = next(table, { state, action, roles: held, reason: 'because' });
            expect(result.ok).toBe(open.includes(action));
          }
        },
      ),
    );
  });

  it('leads back to the market from everywhere, and nobody without a role moves anything', () => {
    for (const state of PRODUCT_STATES) {
      expect(openActions(listingTransitions(true), state, [])).toEqual([]);
      expect(openActions(listingTransitions(true), state, ['producer']).length).toBeGreaterThan(1);
    }
  });

  it('throws away only what nobody saw', () => {
    for (const state of PRODUCT_STATES) {
      expect(isDeletable({ state, wasPublic: true })).toBe(false);
      const unseen = state === 'draft' || state === 'archived';
      expect(isDeletable({ state, wasPublic: false })).toBe(unseen);
    }
  });
});
