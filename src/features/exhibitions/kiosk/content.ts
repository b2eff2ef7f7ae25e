import { countryChoices } from '#src/domain/countries.ts';
import { formatDay } from '#src/i18n/formats.ts';
import { LOCALE_NAMES } from '#src/i18n/locales.ts';
import { localized, paths } from '#src/paths.ts';
import { codeAddress } from '../fair/code-address.ts';
import { clockTime } from '../tours/times.ts';
import type { Said, Trade } from '../visiting/views.ts';
import {
  count,
  dateRange,
  number,
  placeName,
  price,
  priceOf,
  quantity,
  unitWord,
  type Words,
} from '../visiting/words.ts';
import type {
  KioskBooth,
  KioskContent,
  KioskHall,
  KioskObject,
  KioskStop,
  KioskTour,
  Phone,
} from './bundle.ts';
import { kioskPicture, stopPicture } from './pictures.ts';
import type {
  BoothRow,
  HallRow,
  KioskRows,
  ObjectRow,
  ShownRows,
  StopRow,
  TourRow,
} from './views.ts';

type Here = Words & { siteUrl: string; rows: KioskRows };

/** By its printed code, which is short to type and says in the numbers that a kiosk sent somebody; else by its address. */
function phoneOf(code: string | null, path: string, { siteUrl, locale }: Here): Phone {
  if (code) return codeAddress(code, siteUrl);
  const href = siteUrl + localized(path, locale);
  return { href, shown: href.replace(/^https?:\/\//, '') };
}

function hallOf(row: HallRow, n: number, objects: readonly ObjectRow[], here: Here): KioskHall {
  const { id, slug, title, intro, cover, code } = row;
  const standing = objects.filter(({ hall, booth }) => hall === slug && booth === null);
  return {
    id,
    slug,
    title,
    intro,
    over: here.t.exhibitions.hall(n),
    cover: cover && kioskPicture(cover),
    booths: row.booths.map((booth) => booth.slug),
    works: standing.map((object) => object.slug),
    phone: phoneOf(code, paths.hall(here.rows.frame.slug, slug), here),
  };
}

function boothOf(row: BoothRow, objects: readonly ObjectRow[], here: Here): KioskBooth {
  const { id, slug, title, hall, story, cover, code, producer } = row;
  const own = producer.name === title.text ? [] : [producer.name];
  return {
    id,
    slug,
    hall,
    title,
    story,
    where: [...own, placeName(producer, here)].join(' · '),
    cover: cover && kioskPicture(cover),
    objects: objects.filter(({ booth }) => booth?.slug === slug).map((object) => object.slug),
    phone: phoneOf(code, paths.booth(here.rows.frame.slug, slug), here),
  };
}

const FACTS = ['maker', 'made', 'material', 'dimensions', 'credit'] as const;

function objectOf(row: ObjectRow, n: number, of: number, here: Here): KioskObject {
  const e = here.t.exhibitions;
  const { id, slug, hall, booth, title, label, pictures, trade, code } = row;
  return {
    id,
    slug,
    hall,
    title,
    label,
    booth: booth?.slug ?? null,
    over: e.ofAll(number(n, here), number(of, here)),
    facts: FACTS.flatMap((key) => (row[key] ? [{ name: e[key], said: row[key] }] : [])),
    trade: trade && tradeOf(trade, here),
    pictures: pictures.map((shot) => kioskPicture(shot, shot.caption)),
    phone: phoneOf(code, paths.exhibit(here.rows.frame.slug, slug), here),
  };
}

function tradeOf(trade: Trade, here: Here): KioskObject['trade'] {
  const { ui, market } = here.t;
  const m = market.product;
  const cost = priceOf(trade);
  const amount = `${price(cost.value, here)} ${ui.per(unitWord(1, trade.unit, here))}`;
  return {
    price: cost.from ? `${ui.from} ${amount}` : amount,
    facts: [
      { name: m.moq, value: quantity(trade.moq, trade.unit, here) },
      { name: m.leadTime, value: count(trade.leadTimeDays, 'days', here) },
      { name: m.sample, value: sampleOf(trade, here) },
    ],
  };
}

function sampleOf({ sample, sampleAmount, price: { currency } }: Trade, here: Here): string {
  const m = here.t.market.product;
  if (!sample) return m.sampleNone;
  if (sampleAmount === null) return m.sampleYes;
  return sampleAmount === 0
    ? m.sampleFree
    : m.samplePrice(price({ amount: sampleAmount, currency }, here));
}

function stopOf(row: StopRow, tour: string, here: Here): KioskStop {
  const { id, title, body, voice, object, code, number: n } = row;
  return {
    id,
    title,
    body,
    object,
    picture: stopPicture(row),
    transcript: voice?.transcript ?? row.transcript,
    voice: voice && {
      src: paths.audio(voice.code),
      locale: voice.locale,
      length: voice.milliseconds === null ? null : clockTime(voice.milliseconds),
    },
    phone: phoneOf(code, paths.tourStop(here.rows.frame.slug, tour, n), here),
  };
}

function tourOf({ slug, title, intro, stops }: TourRow, here: Here): KioskTour {
  return { slug, title, intro, stops: stops.map((stop) => stopOf(stop, slug, here)) };
}

function exhibitionOf(here: Here): KioskContent['exhibition'] {
  const { rows } = here;
  const { id, slug, title, summary, theme, pattern, zone, hero } = rows.frame;
  const words = { id, slug, title, summary, theme, pattern, zone };
  return {
    ...words,
    welcome: rows.shown ? rows.welcome : null,
    dates: dateRange(rows.frame, here),
    cover: hero ? kioskPicture(hero) : null,
    shown: rows.shown,
    phone: phoneOf(rows.shown ? rows.code : null, paths.exhibition(slug), here),
  };
}

function cardsOf(rows: ShownRows, { t, locale, siteUrl }: Here): KioskContent['cards'] {
  if (!rows.takesCards) return null;
  return {
    consent: t.visitors.card.consent(formatDay(rows.cardsUntil, locale)),
    home: siteUrl + localized(paths.visitorCard(''), locale),
    countries: countryChoices(locale),
  };
}

const NOTHING = { halls: [], objects: [], tours: [], guestBook: [] };

/** One language of the bundle. The same rows give the same content to the letter: its hash is the version. */
export function kioskContent(rows: KioskRows, words: Words, siteUrl: string): KioskContent {
  const here = { locale: words.locale, t: words.t, siteUrl, rows };
  const { halls, objects, tours } = rows.shown ? rows : NOTHING;
  const entries: { name: string; place: string; text: Said }[] = rows.shown ? rows.guestBook : [];
  return {
    locale: words.locale,
    words: words.t.kiosk.shell,
    languages: rows.frame.languages.map((code) => ({ code, name: LOCALE_NAMES[code] })),
    exhibition: exhibitionOf(here),
    halls: halls.map((hall, n) => hallOf(hall, n + 1, objects, here)),
    booths: halls.flatMap((hall) => hall.booths.map((booth) => boothOf(booth, objects, here))),
    objects: objects.map((object, n) => objectOf(object, n + 1, objects.length, here)),
    tours: tours.map((tour) => tourOf(tour, here)),
    cards: rows.shown ? cardsOf(rows, here) : null,
    guestBook: rows.shown && rows.frame.hasGuestBook ? { takes: rows.takesEntries, entries } : null,
  };
}
