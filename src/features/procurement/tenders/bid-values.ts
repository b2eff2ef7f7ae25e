import { inputAmount } from '#src/domain/money.ts';
import { unitsOf } from '#src/domain/procurement/unit-views.ts';
import { formatQuantity } from '#src/domain/quantity.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { FormState } from '#src/server/http/form-state.ts';
import { lotField } from './read-bid.ts';
import type { OwnBid, Tender, TenderLot } from './queries.ts';

/** What the fields of one lot hold: as it was typed, else as it was kept, else as the tender asks. */
export type LotValues = {
  pack: string;
  moq: string;
  capacity: string;
  freightUnit: string;
  lead: string;
  article: string;
  note: string;
  tiers: { from: string; price: string }[];
  answers: Record<string, string>;
  error: string | undefined;
  /** Something beside the price was said, so that it is unfolded. */
  more: boolean;
};

const EMPTY_ROWS = 2;
const empty = () => ({ from: '', price: '' });

/** The bid that the form goes on from: the draft, else the last one. */
export function startOf(tender: Tender): OwnBid | undefined {
  return tender.bids.find((bid) => bid.state === 'draft') ?? tender.bids[0];
}

export function lotValues(
  lot: TenderLot,
  form: FormState,
  bid: OwnBid | undefined,
  locale: Locale,
): LotValues {
  const values = form.failure ? typedValues(lot, form) : keptValues(lot, bid, locale);
  const tiers = values.tiers.filter((row) => row.from || row.price);
  return {
    ...values,
    tiers: [...tiers, ...Array.from({ length: EMPTY_ROWS }, empty)],
    error: form.errors[lotField(lot.id)],
    more: [values.moq, values.capacity, values.freightUnit, values.lead, values.note].some(Boolean),
  };
}

type Read = Omit<LotValues, 'error' | 'more'>;

function typedValues(lot: TenderLot, form: FormState): Read {
  const at = form.typedAll('lot').indexOf(lot.id);
  const text = (name: string) => form.typedAll(name)[at] ?? '';
  const own = (names: string) =>
    form.typedAll(names).flatMap((id, row) => (id === lot.id ? [row] : []));
  return {
    pack: text('pack'),
    moq: text('moq'),
    capacity: text('capacity'),
    freightUnit: text('freightUnit'),
    lead: text('lead'),
    article: text('article'),
    note: text('note'),
    tiers: own('tierLot').map((row) => ({
      from: form.typedAll('from')[row] ?? '',
      price: form.typedAll('price')[row] ?? '',
    })),
    answers: Object.fromEntries(
      own('answerLot').map((row) => [
        form.typedAll('answerTo')[row] ?? '',
        form.typedAll('answer')[row] ?? '',
      ]),
    ),
  };
}

function keptValues(lot: TenderLot, bid: OwnBid | undefined, locale: Locale): Read {
  const line = bid?.lines.find((one) => one.lotId === lot.id);
  const steps = (quantity: number | null | undefined) =>
    quantity ? formatQuantity(unitsOf(quantity, lot.decimals), lot.unit, locale) : '';
  const price = (amount: number | undefined) =>
    amount ? inputAmount({ amount, currency: bid!.currency }, locale) : '';
  return {
    pack: steps(line?.pack ?? lot.pack),
    moq: steps(line?.moq),
    capacity: steps(line?.capacity),
    freightUnit: price(line?.freightUnitAmount),
    lead: line?.leadTimeDays === null ? '' : String(line?.leadTimeDays ?? ''),
    article: line?.articleNumber ?? '',
    note: line?.note ?? '',
    tiers: (line?.tiers ?? []).map((tier) => ({
      from: tier.minQuantity === 1 ? '' : steps(tier.minQuantity),
      price: price(tier.unitAmount),
    })),
    answers: Object.fromEntries(
      Object.entries(line?.qualityAnswers ?? {}).map(([id, yes]) => [id, yes ? 'yes' : 'no']),
    ),
  };
}
