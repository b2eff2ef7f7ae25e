import type { Shortlist } from './queries.ts';

/**
 * A list as a request for quotes begins with it: what is still offered, in the quantities wanted. Notes stay behind: they
 * are for who keeps the list, and a request is for its makers.
 */
export function firstLines(
  list: Shortlist | null,
): { product: string; quantity: string; note: string }[] {
  return (list?.items ?? []).flatMap(({ card, quantity }) =>
    card ? [{ product: card.slug, quantity: quantity?.toString() ?? '', note: '' }] : [],
  );
}
