import type { ListingCard, Named, SimilarListing } from '../views.ts';
import { quantity, type Words } from '../words.ts';

/** What the reader looks at, as far as a reason names it. */
type Seen = { materials: readonly Named[]; techniques: readonly Named[] };

/**
 * Why a product stands beside this one, in words that can be checked: “same kind, also oiled cowhide, MOQ 20 pairs”. Shared
 * materials and techniques are named where the page knows their names.
 */
export function whySimilar({ card, why }: SimilarListing, seen: Seen | null, words: Words): string {
  const s = words.t.finding.similar;
  const names = [
    ...named(why.materials, seen?.materials),
    ...named(why.techniques, seen?.techniques),
  ];
  const reasons = [
    why.kind ? s.kind : s.near,
    names.length > 0 && s.also(names.slice(0, 3).join(', ').toLocaleLowerCase(words.locale)),
    why.price && s.price,
    why.moq && s.moq(quantity(card.moq, card.unit, words)),
    why.lead && s.lead(words.t.market.days(card.leadTimeDays)),
    why.cluster !== null && s.cluster,
  ];
  const text = reasons.filter((reason) => !!reason).join(', ');
  return text.charAt(0).toLocaleUpperCase(words.locale) + text.slice(1);
}

function named(keys: readonly string[], names: readonly Named[] = []): string[] {
  return names.filter(({ key }) => keys.includes(key)).map(({ name }) => name);
}

export const similarCards = (list: readonly SimilarListing[]): ListingCard[] =>
  list.map(({ card }) => card);
