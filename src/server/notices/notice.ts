import { isCurrency } from '#src/domain/currencies.ts';
import { formatMoney } from '#src/domain/money.ts';
import type { NoticeKind } from '#src/domain/notices.ts';
import { isDay } from '#src/domain/time.ts';
import { isZone } from '#src/domain/zones.ts';
import { formatDay, formatMoment, numberFormat } from '#src/i18n/formats.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { messages, type Messages } from '#src/i18n/messages.ts';
import { stepTitle } from '#src/i18n/usual-steps.ts';
import { noticePath } from './path.ts';
import { shareText } from './share-text.ts';

/** What was stored with a notice: flat, written by SQL, perhaps by an older version of it. Nothing in it is believed. */
export type NoticeData = Readonly<Record<string, unknown>>;

/** One notice in words: the same for the site, the mail, the browser's message and the SMS. */
export type Notice = {
  /** With the reference of what it is about, without names and amounts: fit for a locked screen. */
  title: string;
  /** One or two sentences. */
  text: string;
  /** Where it leads, without the language prefix. */
  path: string;
  facts: [label: string, value: string][];
  /** What somebody wrote: a message or a reason. */
  quote: string | null;
};

type Words = Messages['notices'];
type Sentence = string | ((who: string) => string);
type KindWords = { title: string; text: Sentence; toBuyer?: Sentence; toDesk?: Sentence };

/** Sides that look at a trade of others. */
const DESK: ReadonlySet<unknown> = new Set(['coordinator', 'operator', 'mediator']);

const REFERENCE_MAX = 40;
const NAME_MAX = 80;

/** A notice in the reader's language. Never throws: what is missing or odd in `data` is left out. */
export function notice(kind: NoticeKind, data: NoticeData, locale: Locale): Notice {
  const t = messages(locale).notices;
  const words: KindWords = t.kinds[kind];
  const reference = textOf(data['reference'], REFERENCE_MAX);
  return {
    title: reference ? `${words.title} · ${reference}` : words.title,
    text: [
      say(sentenceFor(words, data), data, t),
      kind === 'allocation_changed' && shareText(data, locale),
    ]
      .filter(Boolean)
      .join(' '),
    path: noticePath(kind, data),
    facts: factsOf(kind, data, locale, t),
    quote: textOf(data['message'], 5000) ?? textOf(data['reason'], 2000) ?? null,
  };
}

function sentenceFor(words: KindWords, { side }: NoticeData): Sentence {
  if (side === 'buyer') return words.toBuyer ?? words.text;
  if (DESK.has(side)) return words.toDesk ?? words.text;
  return words.text;
}

function say(sentence: Sentence, data: NoticeData, t: Words): string {
  if (typeof sentence === 'string') return sentence;
  const who = otherSide(data, t);
  return who.name ? sentence(who.name) : capital(sentence(who.words));
}

function otherSide(data: NoticeData, t: Words): { name?: string; words: string } {
  const buyer = textOf(data['buyer'], NAME_MAX) ?? textOf(data['organisation'], NAME_MAX);
  const producer = textOf(data['producer'], NAME_MAX);
  if (data['side'] === 'buyer')
    return { ...(producer && { name: producer }), words: t.theProducer };
  if (data['side'] === 'producer') return { ...(buyer && { name: buyer }), words: t.theBuyer };
  const both = [buyer, producer].filter(Boolean).join(' – ');
  return { ...(both && { name: both }), words: t.bothSides };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type FactLabel = keyof Words['facts'];

/** What the day in `data.date` means, by kind. */
const DATE_LABELS: Partial<Record<NoticeKind, FactLabel>> = {
  rfq_new: 'neededBy',
  rfq_cluster: 'neededBy',
  quote_sent: 'validUntil',
  quote_countered: 'validUntil',
  quote_expiring: 'validUntil',
  order_confirmed: 'promised',
  order_shipped: 'expected',
  payment_due: 'due',
  round_opened: 'pledgeBy',
  round_bidding: 'bidsOpen',
  round_extended: 'newDeadline',
  tender_extended: 'newDeadline',
  tender_invited: 'bidBy',
  tender_changed: 'bidBy',
};

/** What `data.count` counts; for the other kinds it says nothing. */
const COUNT_LABELS: Partial<Record<NoticeKind, FactLabel>> = {
  rfq_new: 'lines',
  rfq_cluster: 'lines',
  order_shipped: 'packages',
  review_new: 'rating',
  saved_search_new: 'count',
};

/** News of an order carry the day for which it is promised, unless the kind says otherwise. */
function dateLabel(kind: NoticeKind): FactLabel {
  const aboutOrder = /^(?:order|change|dispute|review|document)_/.test(kind);
  return DATE_LABELS[kind] ?? (aboutOrder ? 'promised' : 'date');
}

function factsOf(kind: NoticeKind, data: NoticeData, locale: Locale, t: Words): Notice['facts'] {
  const rows: [string, string | undefined][] = [
    [t.facts.about, aboutOf(kind, data, locale)],
    [t.facts.amount, moneyOf(data, locale)],
    [t.facts[dateLabel(kind)], dayOf(data['date'], locale)],
    [t.facts.when, momentOf(data, locale)],
    [t.facts.receipt, textOf(data['sha256'], 64)],
    [t.facts.carrier, textOf(data['carrier'], 120)],
    [t.facts.tracking, textOf(data['tracking'], 120)],
    [t.facts[COUNT_LABELS[kind] ?? 'count'], countOf(kind, data['count'], locale, t)],
    [t.facts.count, timesOf(data['times'], locale, t)],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

function aboutOf(kind: NoticeKind, data: NoticeData, locale: Locale): string | undefined {
  const about = firstText(data, ['document', 'title', 'product'], 140);
  return about && kind === 'order_milestone' ? stepTitle(about, locale) : about;
}

function moneyOf({ amount, currency }: NoticeData, locale: Locale): string | undefined {
  if (!Number.isSafeInteger(amount) || typeof currency !== 'string' || !isCurrency(currency))
    return undefined;
  return formatMoney({ amount: amount as number, currency }, locale);
}

function dayOf(value: unknown, locale: Locale): string | undefined {
  const day = typeof value === 'string' ? value.slice(0, 10) : undefined;
  return isDay(day) ? formatDay(day, locale) : undefined;
}

/** A moment on the clock of the zone that comes with it. */
function momentOf({ startsAt, zone }: NoticeData, locale: Locale): string | undefined {
  if (typeof startsAt !== 'string' || Number.isNaN(Date.parse(startsAt))) return undefined;
  return isZone(zone) ? formatMoment(startsAt, locale, zone) : undefined;
}

function countOf(kind: NoticeKind, value: unknown, locale: Locale, t: Words): string | undefined {
  const label = COUNT_LABELS[kind];
  if (!label || typeof value !== 'number' || !(value >= 1)) return undefined;
  const number = numberFormat(locale).format(value);
  if (label === 'rating') return `${number} / ${numberFormat(locale).format(5)}`;
  // A list of notices shows the values without their labels.
  if (label === 'packages') return messages(locale).orders.shipping.packagesCount(value);
  return label === 'count' ? t.many(number) : number;
}

/** How often the same came in one thread, when it was more than once. */
function timesOf(value: unknown, locale: Locale, t: Words): string | undefined {
  if (typeof value !== 'number' || !(value > 1)) return undefined;
  return t.many(numberFormat(locale).format(value));
}

function firstText(data: NoticeData, names: string[], max: number): string | undefined {
  return names.map((name) => textOf(data[name], max)).find((text) => text !== undefined);
}

/** The text in one line, cut at a length; undefined when there is none. Messages keep their lines. */
function textOf(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = max > 200 ? value.trim() : value.replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  return text.length > max ? `${text.slice(0, max - 1).trimEnd()}…` : text;
}
