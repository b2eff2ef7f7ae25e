import type { TransitionTable } from './transitions.ts';

/** The states of a product (DESIGN §2). Only `published` is public. */
export const PRODUCT_STATES = ['draft', 'in_review', 'published', 'archived'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

/** Who acts on a listing: its producer's members, a coordinator of the producer's cluster, an operator. */
export const LISTING_ROLES = ['producer', 'coordinator', 'operator'] as const;
export type ListingRole = (typeof LISTING_ROLES)[number];

/** What `move_product` takes, and two acts that leave the state as it is. */
export const LISTING_ACTIONS = [
  'publish',
  'approve',
  'send_back',
  'withdraw',
  'edit',
  'duplicate',
  'archive',
  'restore',
] as const;
export type ListingAction = (typeof LISTING_ACTIONS)[number];

export type ListingTable = TransitionTable<ProductState, ListingAction, ListingRole>;

const ANYONE = LISTING_ROLES;
const REVIEWERS: readonly ListingRole[] = ['coordinator', 'operator'];

const AT_ONCE: ListingTable = [{ action: 'publish', from: ['draft'], to: 'published', by: ANYONE }];

/** A reviewer's own entry needs no second look, not even when they are a member of the producer as well. */
const AFTER_REVIEW: ListingTable = [
  { action: 'publish', from: ['draft'], to: 'published', by: REVIEWERS },
  { action: 'publish', from: ['draft'], to: 'in_review', by: ['producer'] },
];

const THE_REST: ListingTable = [
  { action: 'approve', from: ['in_review'], to: 'published', by: REVIEWERS },
  {
    action: 'send_back',
    from: ['in_review', 'published'],
    to: 'draft',
    by: REVIEWERS,
    reason: true,
  },
  { action: 'edit', from: ['draft', 'in_review', 'published'], to: 'same', by: ANYONE },
  { action: 'withdraw', from: ['in_review', 'published'], to: 'draft', by: ANYONE },
  { action: 'duplicate', from: PRODUCT_STATES, to: 'same', by: ANYONE },
  { action: 'archive', from: ['draft', 'in_review', 'published'], to: 'archived', by: ANYONE },
  { action: 'restore', from: ['archived'], to: 'draft', by: ANYONE },
];

const TABLES = { atOnce: [...AT_ONCE, ...THE_REST], reviewed: [...AFTER_REVIEW, ...THE_REST] };

/**
 * The life of a product. `reviewed`: one of the producer's clusters wants to see a listing before it is public. A
 * published product stays public while it is edited; sending it back takes it off the market, and says why.
 * `duplicate` leaves the original as it is and makes a new draft. SQL has the same moves in `move_product`.
 */
export function listingTransitions(reviewed: boolean): ListingTable {
  return reviewed ? TABLES.reviewed : TABLES.atOnce;
}

/** Whether a product may be thrown away for good: only what nobody outside ever saw. The rest is archived. */
export function isDeletable(product: { state: ProductState; wasPublic: boolean }): boolean {
  return !product.wasPublic && (product.state === 'draft' || product.state === 'archived');
}
