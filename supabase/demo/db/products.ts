import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { ProductSeed } from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import { certificationRow, translations } from '#supabase/demo/db/organisations.ts';
import { actorFor, producerId, productId } from '#supabase/demo/db/people.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

/** Hours from the first line of a draft to its publication. */
export const DRAFTED_BEFORE_HOURS = 5;

function textsAndTrade(product: ProductSeed): Row {
  return {
    source_locale: 'en',
    title: product.title.en,
    description: product.description.en,
    care: product.care?.en ?? '',
    customisation: product.customisation?.en ?? '',
    unit: product.unit,
    price_amount: product.priceAmount,
    price_currency: product.priceCurrency,
    moq: product.moq,
    order_multiple: product.orderMultiple,
    lead_time_days: product.leadTimeDays,
    capacity_per_month: product.capacityPerMonth,
    hs_code: product.hsCode,
    country_of_origin: product.countryOfOrigin,
    incoterm: product.incoterm,
    incoterm_place: product.incotermPlace,
    materials: product.materials,
    techniques: product.techniques,
    sample_available: product.sampleAmount !== null,
    sample_price_amount: product.sampleAmount,
    weight_grams: product.weightGrams,
    length_mm: product.size.lengthMm,
    width_mm: product.size.widthMm,
    height_mm: product.size.heightMm,
  };
}

function productRow(
  calendar: Calendar,
  product: ProductSeed,
  categories: ReadonlyMap<string, string>,
): Row {
  const category = categories.get(product.category);
  if (!category) throw new Error(`There is no category "${product.category}" (${product.key}).`);
  const listed = calendar.ago(product.listedDaysAgo, product.key);
  const wasPublic = product.state === 'published' || product.state === 'archived';
  return {
    id: productId(product.key),
    producer_id: producerId(product.producer),
    slug: product.key,
    state: product.state,
    category_id: category,
    ...textsAndTrade(product),
    returned_reason: product.returnedReason,
    created_by: actorFor(product.producer).actor,
    created_at: calendar.after(listed, -DRAFTED_BEFORE_HOURS),
    updated_at: listed,
    published_at: wasPublic ? listed : null,
  };
}

function variantRows({ key, variants }: ProductSeed): Row[] {
  return variants.map((variant, position) => ({
    id: demoId('variant', key, variant.name),
    product_id: productId(key),
    position,
    name: variant.name,
    sku: variant.sku,
    size: variant.size,
    colour: variant.colour,
    price_amount: variant.priceAmount,
    available: variant.available,
  }));
}

/** The products with all that hangs on them but their pictures. `categories`: key → id. Throws on an unknown category. */
export function productRows(calendar: Calendar, categories: ReadonlyMap<string, string>): Rows {
  return [
    ['public.products', PRODUCTS.map((product) => productRow(calendar, product, categories))],
    [
      'public.product_translations',
      PRODUCTS.flatMap(({ key, title, description, care, customisation }) =>
        translations({ product_id: productId(key) }, { title, description, care, customisation }),
      ),
    ],
    ['public.variants', PRODUCTS.flatMap(variantRows)],
    [
      'public.price_tiers',
      PRODUCTS.flatMap(({ key, priceTiers }) =>
        priceTiers.map(({ minQuantity, unitAmount }) => ({
          product_id: productId(key),
          min_quantity: minQuantity,
          unit_amount: unitAmount,
        })),
      ),
    ],
    [
      'public.certifications',
      PRODUCTS.flatMap(({ key, producer, certifications }) =>
        certifications.map((seed) => certificationRow(calendar, seed, { producer, product: key })),
      ),
    ],
  ];
}
