import { inputAmount } from '#src/domain/money.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { FormState } from '#src/server/http/form-state.ts';
import type { EditorProduct } from './queries.ts';

export type EditorValues = {
  value: (name: string) => string;
  chosen: (name: string) => readonly string[];
  checked: (name: string) => boolean;
};

/** What the editor's fields show: what was just typed when the form came back, else what is stored. */
export function editorValues(
  editor: EditorProduct,
  form: FormState,
  locale: Locale,
  fallback: { currency: string; country: string },
): EditorValues {
  const stored = storedValues(editor, locale, fallback);
  const returned = form.failure !== undefined;
  return {
    value: (name) => (returned ? (form.typed(name) ?? '') : (stored[name] ?? '')),
    chosen: (name) => (returned ? form.typedAll(name) : listOf(editor, name)),
    checked: (name) => (returned ? form.typed(name) !== undefined : stored[name] === 'on'),
  };
}

function listOf(editor: EditorProduct, name: string): readonly string[] {
  if (name === 'materials' || name === 'techniques') return editor.product?.[name] ?? [];
  return [];
}

function storedValues(
  { product, variants }: EditorProduct,
  locale: Locale,
  fallback: { currency: string; country: string },
): Record<string, string> {
  const currency = product?.price_currency ?? fallback.currency;
  const amount = (value: number | null | undefined) =>
    value ? inputAmount({ amount: value, currency }, locale) : '';
  const number = (value: number | null | undefined) => (value ?? '').toString();
  return {
    title: product?.title ?? '',
    category: product?.category_id ?? '',
    price: amount(product?.price_amount),
    currency,
    unit: product?.unit ?? '',
    moq: number(product?.moq),
    leadTime: number(product?.lead_time_days),
    description: product?.description ?? '',
    care: product?.care ?? '',
    orderMultiple: number(product && product.order_multiple > 1 ? product.order_multiple : null),
    capacity: number(product?.capacity_per_month),
    hsCode: product?.hs_code ?? '',
    origin: product?.country_of_origin ?? fallback.country,
    incoterm: product?.incoterm ?? '',
    incotermPlace: product?.incoterm_place ?? '',
    sampleAvailable: product?.sample_available ? 'on' : '',
    samplePrice: amount(product?.sample_price_amount),
    customisation: product?.customisation ?? '',
    weight: number(product?.weight_grams),
    length: number(product?.length_mm),
    width: number(product?.width_mm),
    height: number(product?.height_mm),
    variants: variants
      .map((v) => (v.priceAmount ? `${v.name} = ${amount(v.priceAmount)}` : v.name))
      .join('\n'),
  };
}

/** The tier rows as text, always with two empty ones to fill. */
export function tierRows(
  editor: EditorProduct,
  form: FormState,
  locale: Locale,
): { from: string; price: string }[] {
  const currency = editor.product?.price_currency ?? 'RWF';
  const froms = form.typedAll('tierFrom');
  const prices = form.typedAll('tierPrice');
  const rows = form.failure
    ? froms.map((from, n) => ({ from, price: prices[n] ?? '' }))
    : editor.tiers.map((tier) => ({
        from: String(tier.minQuantity),
        price: inputAmount({ amount: tier.unitAmount, currency }, locale),
      }));
  const filled = rows.filter((row) => row.from || row.price);
  return [...filled, ...Array.from({ length: 2 }, () => ({ from: '', price: '' }))].slice(0, 12);
}
