import type { CatalogueState } from '#src/domain/facets.ts';

/** How many listings a page of the catalogue has. Divides by 2, 3 and 4 columns. */
export const LISTINGS_PER_PAGE = 24;
export const PRODUCERS_PER_PAGE = 24;

/** A page of the catalogue as the site asks for it: a URL's state and how this visitor reads it. */
export type CatalogueQuestion = {
  state: CatalogueState;
  /** The currency whose price steps are shown, and whose listings come first when sorted by price. */
  readingCurrency: string;
  /** Only this producer's listings (its slug). */
  producer?: string;
};

export type ProducersState = {
  q: string;
  cluster: readonly string[];
  country: readonly string[];
  technique: readonly string[];
  verified: boolean;
  after: string | null;
  before: string | null;
};
