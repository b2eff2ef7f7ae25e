import type { PackPlan } from '#src/domain/procurement/packs.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { amountText, lotQuantity, unitName } from '../words.ts';
import type { LotView } from './meter.ts';
import type { Lot } from './queries.ts';

type Context = { lot: Lot; currency: string; t: Messages; locale: Locale };

const span = (low: string, high: string) => (low === high ? low : `${low} – ${high}`);

/** What would be ordered if pledging ended now, in one or two sentences. */
export function planText(plan: PackPlan, { lot, currency, t, locale }: Context): string {
  const p = t.pledges;
  const many = (steps: number) => lotQuantity(steps, lot, t, locale);
  const money = (amount: number) => amountText(amount, currency, locale);
  if (!('quantity' in plan)) {
    return plan.code === 'no_demand' ? p.nobodyYet : p.notEnough(many(plan.missing));
  }
  const packs =
    lot.pack === 1 ? many(plan.quantity) : p.packs(plan.packs, many(lot.pack), many(plan.quantity));
  const price =
    plan.unitAmount === null ? '' : ` ${p.atPrice(money(plan.unitAmount), unitName(lot, t))}`;
  if (plan.kind === 'short') return `${p.wouldOrder(packs)}${price}. ${p.short(many(plan.short))}`;
  const { reason } = plan;
  const why =
    reason.code === 'cheaper' && reason.leastAmount !== null
      ? ` ${p.cheaper(reason.packs, money(reason.amount), reason.leastPacks, money(reason.leastAmount))}`
      : plan.surplus > 0
        ? ` ${p.surplus(many(plan.surplus))}`
        : '';
  return `${p.wouldOrder(packs)}${price}.${why}`;
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
    facts.push(
      p.nextTier(many(view.nextTier.missing), money(view.nextTier.unitAmount), unitName(lot, t)),
    );
  }
  return facts;
}

/** What ten units more would bring, when it changes anything. */
export function tenMoreText(view: LotView, context: Context): string | null {
  const { lot, t, locale, currency } = context;
  const now = 'unitAmount' in view.plan ? view.plan.unitAmount : null;
  const then = view.tenMore;
  if (!('unitAmount' in then) || then.unitAmount === null) return null;
  const ten = lotQuantity(10 * 10 ** lot.decimals, lot, t, locale);
  const price = amountText(then.unitAmount, currency, locale);
  return then.unitAmount === now
    ? t.pledges.tenMoreSame(ten, price)
    : t.pledges.tenMore(ten, price, unitName(lot, t));
}

/** The member's own range: how much, at which price, what it comes to. */
export function ownText(view: LotView, { lot, currency, t, locale }: Context): string | null {
  const { own } = view;
  if (!own) return null;
  const money = (amount: number) => amountText(amount, currency, locale);
  return t.pledges.ownRange(
    span(
      lotQuantity(own.quantity[0], lot, t, locale),
      lotQuantity(own.quantity[1], lot, t, locale),
    ),
    span(money(own.unitAmount[0]), money(own.unitAmount[1])),
    span(money(own.amount[0]), money(own.amount[1])),
  );
}
