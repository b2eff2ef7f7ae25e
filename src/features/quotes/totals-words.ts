import type { Messages } from '#src/i18n/messages.ts';
import type { TotalsWords } from './LiveTotals.tsx';

/** The island's words in the language of the page. */
export function totalsWords(t: Messages): TotalsWords {
  const q = t.quotes;
  const { errors } = t;
  return {
    title: q.totals,
    live: q.totalsLive,
    goods: q.goods,
    discount: q.discount,
    freight: q.freight,
    tax: q.tax,
    total: q.total,
    deposit: q.deposit,
    deviationsTitle: q.deviationsTitle,
    deviationsNone: q.deviationsNone,
    deviations: q.deviations,
    problems: {
      discount_too_large: errors.discount_too_large,
      amount_too_large: errors.amount_too_large,
      out_of_range: errors.out_of_range,
      required: errors.required,
      not_a_number: errors.not_a_number,
      amount_ambiguous: errors.amount_ambiguous,
      amount_too_precise: errors.amount_too_precise,
      amount_negative: errors.amount_negative,
    },
  };
}
