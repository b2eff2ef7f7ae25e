import type { Locale } from '#src/i18n/locales.ts';
import type { RoundRules } from './queries.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a new round begins with: ten days to pledge and five to bid, each until the evening, and the usual rules. */
export function newRules(zone: string, currency: string, locale: Locale, now: Date): RoundRules {
  const evening = (days: number) =>
    `${new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)}T18:00`;
  return {
    title: '',
    summary: '',
    sourceLocale: locale,
    languages: [locale],
    currency,
    zone,
    deliveryPlace: '',
    shareRule: 'value',
    depositBp: 0,
    minimumBids: 2,
    showsBidCount: false,
    openToDirectory: false,
    standstillDays: 3,
    matchToleranceBp: 200,
    weightPriceBp: 10_000,
    weightLeadBp: 0,
    weightQualityBp: 0,
    pledgesClose: evening(10),
    bidsClose: evening(15),
    neededBy: null,
  };
}
