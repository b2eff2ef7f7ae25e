import type { PackPlan } from '#src/domain/procurement/packs.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { amountText, lotQuantity, unitName } from '../words.ts';
import type { LotView } from './meter.ts';
import type { Lot } from './queries.ts';

type Context = { lot: Lot; currency: string; t: Messages; locale: Locale };

const span = (low: string, high: string) => (low === high ? low : `${low} – ${high}`);

/** Why nothing can be ordered yet, or why so many packs: one or two sentences; null where the packs speak for themselves. */
export function planText(plan: PackPlan, { lot, currency, t, locale }: Context): string | null {
  const p = t.pledges;
  const many = (steps: number) => lotQuantity(steps, lot, t, locale);
  const money = (amount: number) => amountText(amount, currency, locale);
  if (!('quantity' in plan)) {
    return plan.code === 'no_demand' ? p.nobodyYet : p.notEnough(many(plan.missing));
  }
  if (plan.kind === 'short') return p.short(many(plan.short));
  const { reason } = plan;
  if (reason.code === 'cheaper' && reason.leastAmount !== null) {
    const least = money(reason.leastAmount);
    return p.cheaper(reason.packs, money(reason.amount), reason.leastPacks, least);
  }
  return plan.surplus > 0 ? p.surplus(many(plan.surplus)) : null;
}

/** A number that a member looks for: what it is, how much, and a smaller word to it. */
export type Figure = { label: string; value: string; note: string | null };

/** What would be ordered, at which price, and what this member would pay, if pledging ended now. */
export function planFigures(view: LotView, { lot, currency, t, locale }: Context): Figure[] {
  const p = t.pledges;
  const { plan, own } = view;
  if (!('quantity' in plan)) return [];
  const many = (steps: number) => lotQuantity(steps, lot, t, locale);
  const money = (amount: number) => amountText(amount, currency, locale);
  const packs = lot.pack === 1 ? null : p.packsShort(plan.packs, many(lot.pack));
  return [
    { label: p.weOrder, value: many(plan.quantity), note: packs },
    ...(plan.unitAmount === null
      ? []
      : [{ label: p.priceExpected(unitName(lot, t)), value: money(plan.unitAmount), note: null }]),
    ...(own === null
      ? []
      : [
          {
            label: p.youWouldPay,
            value: span(money(own.amount[0]), money(own.amount[1])),
            note: p.forQuantity(span(many(own.quantity[0]), many(own.quantity[1]))),
          },
        ]),
  ];
}

/** Short facts under the bar, each a line of its own; only what is known. */
export function meterFacts(view: LotView, context: Context): string[] {
  const { lot, currency, t, locale } = context;
  const p = t.pledges;
  const many = (steps: number) => lotQuantity(steps, lot, t, locale);
  const money = (amount: number) => amountText(amount, currency, locale);
  const facts: string[] = [];
  if (view.missingToOrder > 0 && lot.firm > 0)
    facts.push(p.missingToOrder(many(view.missingToOrder)));
  else if (view.missingToPack > 0 && lot.pack > 1)
    facts.push(p.missingToPack(many(view.missingToPack)));
  if (view.nextTier) {
    // In whole units: "97.01 square feet more" is exact and says less than 98.
    const unit = 10 ** lot.decimals;
    const missing = Math.ceil(view.nextTier.missing / unit) * unit;
    facts.push(p.nextTier(many(missing), money(view.nextTier.unitAmount), unitName(lot, t)));
  }
  return facts;
}

/** What ten units more would bring; null where the price stays, which the bar already says. */
export function tenMoreText(view: LotView, context: Context): string | null {
  const { lot, t, locale, currency } = context;
  const now = 'unitAmount' in view.plan ? view.plan.unitAmount : null;
  const then = view.tenMore;
  if (!('unitAmount' in then) || then.unitAmount === null || then.unitAmount === now) return null;
  const ten = lotQuantity(10 * 10 ** lot.decimals, lot, t, locale);
  return t.pledges.tenMore(ten, amountText(then.unitAmount, currency, locale), unitName(lot, t));
}
