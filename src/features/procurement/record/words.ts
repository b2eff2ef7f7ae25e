import { FULL_MARKS } from '#src/domain/procurement/score.ts';
import type { RoundFacts } from '#src/domain/procurement/round-facts.ts';
import { dateFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { PublicStep } from './queries.ts';

/** Basis points as per cent, in the reader's numbers: "70 %". */
export function percent(basisPoints: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / FULL_MARKS);
}

/** Points of 100, to a tenth. */
export function points(basisPoints: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return format.format(basisPoints / 100);
}

/** A day without a time of day, in the reader's words. */
export function dayWords(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** A moment on the clock of the round. */
export function momentWords(at: string, zone: string, locale: Locale): string {
  const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(at));
}

/** How it is decided, sentence by sentence. */
export function rulesWords(facts: RoundFacts, t: Messages, locale: Locale): string[] {
  const p = t.publicRounds;
  const { weights, minimumBids, standstillDays, shareRule } = facts;
  const share = (bp: number) => percent(bp, locale);
  const only = weights.price === FULL_MARKS;
  return [
    p.decidedSealed,
    only
      ? p.decidedPrice
      : p.decidedWeights(share(weights.price), share(weights.leadTime), share(weights.quality)),
    p.decidedMinimum(minimumBids),
    standstillDays > 0 ? p.decidedStandstill(standstillDays) : '',
    p.decidedShare[shareRule],
  ].filter(Boolean);
}

/** What a release was, for people: the opening of the bids is an update of the tender to the standard. */
export function stepWords({ tag, state }: PublicStep, before: PublicStep | undefined, t: Messages) {
  const p = t.publicRounds;
  if (tag === 'tenderUpdate' && state === 'opened' && before?.state !== 'opened')
    return p.bidsOpened;
  return state === 'settled' && before?.state !== 'settled' ? p.settled : p.stepNames[tag];
}
