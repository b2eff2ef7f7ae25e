import { parseHsCode } from '#src/domain/hs.ts';
import { incotermProblem } from '#src/domain/incoterms.ts';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { isMoqAMultiple, sortTiers, tierProblems, type PriceTier } from '#src/domain/tiers.ts';
import type { ListingForm } from './schema.ts';

/** One product as `save_product` takes it: the columns' names, amounts in minor units. */
export type ListingRecord = Record<string, unknown>;

type Wrong = Record<string, ErrorCode>;

/**
 * The editor's form as the database takes it. Every field that cannot be read is named at once; nothing is guessed:
 * an amount that can be read in two ways is `amount_ambiguous`.
 */
export function readListing(form: ListingForm, locale: string): Result<ListingRecord> {
  const wrong: Wrong = {};
  const price = amountOf(form.price, form.currency, locale, 'price', wrong);
  const record = {
    ...plainFacts(form),
    price_amount: price,
    price_currency: price === null ? null : form.currency,
    sample_price_amount: form.sampleAvailable
      ? amountOf(form.samplePrice, form.currency, locale, 'samplePrice', wrong)
      : null,
    hs_code: hsCodeOf(form.hsCode, wrong),
    tiers: tiersOf(form, price, locale, wrong).map((tier) => ({
      min_quantity: tier.minQuantity,
      unit_amount: tier.unitAmount,
    })),
    variants: variantsOf(form, locale, wrong),
  };
  const place = incotermProblem(form.incoterm ?? null, form.incotermPlace || null);
  if (place) wrong.incotermPlace = place;
  if (form.moq && !isMoqAMultiple({ moq: form.moq, orderMultiple: record.order_multiple })) {
    wrong.moq = 'moq_not_multiple';
  }
  return Object.keys(wrong).length > 0 ? fail('invalid_input', wrong) : ok(record);
}

/** The fields that need no reading. */
function plainFacts(form: ListingForm) {
  return {
    source_locale: form.sourceLocale,
    title: form.title,
    category_id: form.category ?? null,
    unit: form.unit ?? null,
    moq: form.moq ?? null,
    order_multiple: form.orderMultiple ?? 1,
    lead_time_days: form.leadTime ?? null,
    capacity_per_month: form.capacity ?? null,
    description: form.description,
    care: form.care,
    country_of_origin: form.origin ?? null,
    incoterm: form.incoterm ?? null,
    incoterm_place: form.incoterm ? form.incotermPlace : null,
    materials: form.materials,
    techniques: form.techniques,
    sample_available: form.sampleAvailable,
    customisation: form.customisation,
    weight_grams: form.weight ?? null,
    length_mm: form.length ?? null,
    width_mm: form.width ?? null,
    height_mm: form.height ?? null,
  };
}

function amountOf(
  text: string,
  currency: string,
  locale: string,
  field: string,
  wrong: Wrong,
): number | null {
  if (text === '') return null;
  const parsed = parseMoney(text, currency, locale);
  if (parsed.ok && parsed.value.amount > 0) return parsed.value.amount;
  wrong[field] = parsed.ok ? 'out_of_range' : parsed.failure.code;
  return null;
}

function hsCodeOf(text: string, wrong: Wrong): string | null {
  if (text === '') return null;
  const parsed = parseHsCode(text);
  if (parsed.ok) return parsed.value;
  wrong.hsCode = parsed.failure.code;
  return null;
}

/** Rows left empty are passed over; half a row is a mistake, not nothing. */
function tiersOf(
  form: ListingForm,
  price: number | null,
  locale: string,
  wrong: Wrong,
): PriceTier[] {
  const tiers: PriceTier[] = [];
  form.tierFrom.forEach((from, n) => {
    const typed = form.tierPrice[n] ?? '';
    if (from.trim() === '' && typed.trim() === '') return;
    const quantity = Number(from.replace(/[\s  ]/g, ''));
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      wrong.tierFrom = 'not_a_number';
      return;
    }
    const amount = amountOf(typed, form.currency, locale, 'tierPrice', wrong);
    if (amount === null) wrong.tierPrice ??= 'required';
    else tiers.push({ minQuantity: quantity, unitAmount: amount });
  });
  const sorted = sortTiers(tiers);
  if (sorted.length === 0) return sorted;
  if (price === null || !form.moq) wrong.tierFrom ??= 'tiers_need_price';
  else {
    const [problem] = tierProblems(sorted, { moq: form.moq, baseAmount: price });
    if (problem)
      wrong[problem.code === 'tier_price_rises' ? 'tierPrice' : 'tierFrom'] ??= problem.code;
  }
  return sorted;
}

/** One variant in each line: a name, `39 · black` giving size and colour, `= 15000` another price. */
function variantsOf(form: ListingForm, locale: string, wrong: Wrong) {
  const lines = form.variants
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const names = new Set<string>();
  if (lines.length > 200) wrong.variants = 'too_many_variants';
  return lines.map((line) => {
    const [label = '', price] = line.split('=').map((part) => part.trim());
    const name = label.slice(0, 80);
    if (names.has(name) || name === '') wrong.variants = name === '' ? 'required' : 'variant_twice';
    names.add(name);
    const [size, colour] = name.split('·').map((part) => part.trim());
    return {
      name,
      size: colour ? size?.slice(0, 30) : /^\d/.test(name) ? name.slice(0, 30) : null,
      colour: colour?.slice(0, 40) ?? (/^\d/.test(name) ? null : name.slice(0, 40)),
      price_amount: price ? amountOf(price, form.currency, locale, 'variants', wrong) : null,
      available: true,
    };
  });
}
