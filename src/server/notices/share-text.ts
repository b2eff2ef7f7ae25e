import { unitsOf } from '#src/domain/procurement/unit-views.ts';
import { formatQuantity, isUnit } from '#src/domain/quantity.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import type { NoticeData } from './notice.ts';

const COUNTS = ['decimals', 'was', 'now', 'ordered', 'counted', 'damaged', 'share'] as const;

/**
 * Why a member's share of a material changed: "4 of 50 rolls came damaged. There is 8 % less to share. You get 11 rolls
 * instead of 12." Empty when the notice does not carry the figures.
 */
export function shareText(data: NoticeData, locale: Locale): string {
  const { unit } = data;
  if (typeof unit !== 'string' || !isUnit(unit)) return '';
  if (COUNTS.some((name) => !Number.isSafeInteger(data[name]))) return '';
  const { decimals, was, now, ordered, counted, damaged, share } = data as Record<
    (typeof COUNTS)[number],
    number
  >;
  const t = messages(locale);
  const s = t.notices.share;
  const bare = (steps: number) => formatQuantity(unitsOf(steps, decimals), unit, locale);
  const many = (steps: number) =>
    `${bare(steps)} ${unitWord(unitsOf(steps, decimals), unit, locale)}`;
  const missing = data['closed'] === true ? ordered - counted : 0;
  const less = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return [
    damaged > 0 && s.damaged(bare(damaged), many(ordered)),
    missing > 0 && s.missing(bare(missing), many(ordered)),
    counted > ordered && s.more(many(counted - ordered)),
    share < ordered && s.less(less.format((ordered - share) / ordered)),
    s.yours(many(now), bare(was)),
  ]
    .filter(Boolean)
    .join(' ');
}

function unitWord(quantity: number, unit: string, locale: Locale): string {
  const words: Record<string, { one: string; other: string }> = messages(locale).common.units;
  return words[unit]?.[quantity === 1 ? 'one' : 'other'] ?? unit;
}
