import { isSlug } from '#src/domain/slug.ts';
import { QUANTITY_MAX } from '#src/domain/tiers.ts';

/** How many products fit side by side. */
export const COMPARED_MAX = 6;
export const COMPARE_PARAMS = ['p', 'qty', 'in'] as const;

/** What the address of a comparison asks for. */
export type Chosen = { slugs: string[]; tooMany: boolean; quantity: number | null };

/**
 * In the order of their slugs, not of choosing: one comparison is one page in the cache, whichever box was ticked first.
 */
export function chosenProducts(query: URLSearchParams): Chosen {
  const all = [...new Set(query.getAll('p').filter(isSlug))];
  const typed = query.get('qty')?.trim() ?? '';
  const quantity = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  return {
    slugs: all.slice(0, COMPARED_MAX).sort(),
    tooMany: all.length > COMPARED_MAX,
    quantity: quantity >= 1 && quantity <= QUANTITY_MAX ? quantity : null,
  };
}
