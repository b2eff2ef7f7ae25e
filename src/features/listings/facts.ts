import type { ListingFacts } from '#src/domain/listing.ts';
import type { EditorProduct } from './queries.ts';

/** What the completeness meter counts, from the stored product. */
export function listingFacts({
  product,
  photos,
  tiers,
  translations,
}: EditorProduct): ListingFacts {
  const own = product?.source_locale;
  const written = photos.filter((photo) =>
    Object.values(photo.alts).some((alt) => alt && !alt.drafted),
  );
  const titles = translations.filter((text) => text.field === 'title' && text.locale !== own);
  return {
    title: product?.title ?? '',
    categoryId: product?.category_id ?? null,
    price: product?.price_amount ?? null,
    currency: product?.price_currency ?? null,
    unit: product?.unit ?? null,
    moq: product?.moq ?? null,
    leadTimeDays: product?.lead_time_days ?? null,
    pictureCount: photos.length,
    altTextCount: written.length,
    description: product?.description ?? '',
    materials: product?.materials ?? [],
    techniques: product?.techniques ?? [],
    hsCode: product?.hs_code ?? null,
    originCountry: product?.country_of_origin ?? null,
    incoterm: product?.incoterm ?? null,
    incotermPlace: product?.incoterm_place ?? null,
    capacityPerMonth: product?.capacity_per_month ?? null,
    tiers,
    measured: Boolean(product?.weight_grams || product?.length_mm),
    translatedLocales: titles.length,
  };
}
