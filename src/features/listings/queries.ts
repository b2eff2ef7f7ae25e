import type { MediaView } from '#src/domain/media.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { expectData } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import type { Tables } from '#src/server/db/types.gen.ts';

export type ProductState = 'draft' | 'in_review' | 'published' | 'archived';
/** A picture as the studio sees it: also unfinished or refused, with the verdict's advice. */
export type StudioPhoto = MediaView & {
  id: string;
  state: 'uploaded' | 'ready' | 'failed';
  failure: string | null;
};
export type ListedProduct = {
  id: string;
  slug: string;
  state: ProductState;
  title: string;
  priceAmount: number | null;
  priceCurrency: string | null;
  unit: string | null;
  moq: number | null;
  leadTimeDays: number | null;
  returnedReason: string | null;
  updatedAt: string;
  wasPublic: boolean;
  cover: StudioPhoto | null;
};
export type ProductList = {
  counts: Partial<Record<ProductState, number>>;
  products: ListedProduct[];
};

/** The producer's products, latest change first; without a state all but the archived ones. Null: not theirs. */
export async function listProducts(
  db: Db,
  slug: string,
  state: ProductState | null,
): Promise<ProductList | null> {
  const args = { p_slug: slug, ...(state ? { p_state: state } : {}) };
  return expectData(await db.rpc('studio_products', args)) as unknown as ProductList | null;
}

export type EditorPhoto = StudioPhoto & {
  verdict: { codes: string[] } | null;
  alts: Partial<Record<Locale, { alt: string; drafted: boolean }>>;
};
export type EditorProduct = {
  product: Omit<Tables<'products'>, 'created_by'> | null;
  tiers: PriceTier[];
  variants: { name: string; priceAmount: number | null }[];
  photos: EditorPhoto[];
  translations: { locale: Locale; field: string; text: string; status: string }[];
  events: {
    at: string;
    action: string;
    to: string | null;
    reason: string | null;
    by: string | null;
    onBehalf: boolean;
  }[];
};

/** One product for its editor; `product` is null under an id that nobody has used yet. Null: not theirs. */
export async function editorProduct(
  db: Db,
  slug: string,
  id: string,
): Promise<EditorProduct | null> {
  return expectData(
    await db.rpc('studio_product', { p_slug: slug, p_product: id }),
  ) as unknown as EditorProduct | null;
}

export type CategoryChoice = {
  id: string;
  key: string;
  parentId: string | null;
  hsHeading: string | null;
  unit: string | null;
  name: string;
};
export type TermChoice = {
  kind: 'material' | 'technique' | 'certification';
  key: string;
  name: string;
};
export type Choices = { categories: CategoryChoice[]; terms: TermChoice[] };

export async function listingChoices(db: Db, locale: Locale): Promise<Choices> {
  return expectData(await db.rpc('listing_choices', { p_locale: locale })) as unknown as Choices;
}
