import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { amountText, lotQuantity, type LotUnit } from '../words.ts';
import type { StoredReason } from './queries.ts';

type Context = { lot: LotUnit; currency: string; t: Messages; locale: Locale };

/** Why a lot is not bought, or not in full, as the end of a sentence. */
export function whyText(code: unknown, t: Messages): string {
  const why: Record<string, string> = t.award.why;
  return why[String(code)] ?? t.award.why.no_bid;
}

/** The reason of a member's share as a sentence. Reasons of a delivery are told by the receiving room. */
export function reasonText(
  reason: StoredReason,
  share: { firm: number; quantity: number },
  { lot, currency, t, locale }: Context,
): string {
  const a = t.award.reasons;
  const facts: Record<string, unknown> = reason;
  const many = (name: string) => lotQuantity(Number(facts[name] ?? 0), lot, t, locale);
  const money = (name: string) => amountText(Number(facts[name] ?? 0), currency, locale);
  switch (reason.code) {
    case 'no_pledge':
      return a.no_pledge();
    case 'firm':
      return a.firm(lotQuantity(share.firm, lot, t, locale));
    case 'surplus_share':
      return a.surplus_share(
        many('extra'),
        many('surplus'),
        money('extraCost'),
        money('mostExtraCost'),
      );
    case 'surplus_spared':
      return a.surplus_spared(many('surplus'));
    case 'shortage_share':
      return a.shortage_share(
        lotQuantity(share.quantity, lot, t, locale),
        many('supply'),
        many('demand'),
      );
    case 'ceiling_left':
      return a.ceiling_left(money('price'), money('ceiling'));
    case 'lot_failed':
      return a.lot_failed(whyText(facts['why'], t));
    default:
      return a.delivery();
  }
}
