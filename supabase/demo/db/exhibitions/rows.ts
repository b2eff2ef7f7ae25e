/** Halls, booths and objects of the demo's exhibitions as rows. */
import { LOCALES } from '#src/i18n/locales.ts';
import { EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import type {
  BoothSeed,
  ExhibitionSeed,
  ObjectSeed,
} from '#supabase/demo/content/exhibitions/types.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { Text4 } from '#supabase/demo/content/types.ts';
import { TERMS } from '#supabase/demo/content/vocabularies.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import {
  boothId,
  curatorOf,
  exhibitId,
  exhibitionId,
  hallId,
  spanOf,
  type Pictures,
} from '#supabase/demo/db/exhibitions/find.ts';
import { clusterId, producerId, productId } from '#supabase/demo/db/people.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

/** Our own drawings are free to use with our name. */
const RIGHTS = 'http://creativecommons.org/licenses/by/4.0/';
const ANSWERED_DAYS_AFTER_DRAFT = 14;

export const withoutEmpty = (texts: Record<string, Text4 | undefined>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));

function exhibitionRow(seed: ExhibitionSeed, calendar: Calendar, pictures: Pictures): Row {
  const { slug, cluster, title, summary, welcome, closing, next, theme, pattern, zone } = seed;
  const { opensAt, closesAt, publishedAt, draftedAt } = spanOf(seed, calendar);
  return {
    id: exhibitionId(slug),
    slug,
    cluster_id: cluster && clusterId(cluster),
    texts: { title, summary, welcome, closing, next },
    source_locale: 'en',
    languages: LOCALES,
    hero_media_id: pictures(seed.hero)?.id ?? null,
    theme,
    pattern,
    zone,
    opens_at: opensAt,
    closes_at: closesAt,
    published_at: publishedAt,
    has_guest_book: true,
    has_meetings: true,
    has_cards: true,
    version: 0,
    created_by: curatorOf(seed),
    created_at: draftedAt,
    updated_at: publishedAt,
  };
}

function hallRows({ slug, halls }: ExhibitionSeed, pictures: Pictures): Row[] {
  return halls.map((hall, position) => ({
    id: hallId(slug, hall.slug),
    exhibition_id: exhibitionId(slug),
    position,
    slug: hall.slug,
    texts: { title: hall.title, intro: hall.intro },
    media_id: pictures(hall.picture)?.id ?? null,
  }));
}

const DAY_MS = 86_400_000;

function boothRow(seed: ExhibitionSeed, booth: BoothSeed, calendar: Calendar, pictures: Pictures) {
  const { draftedAt, publishedAt } = spanOf(seed, calendar);
  const answered = Date.parse(draftedAt) + ANSWERED_DAYS_AFTER_DRAFT * DAY_MS;
  const isOffered = booth.state === 'offered';
  return {
    id: boothId(seed.slug, booth.producer),
    exhibition_id: exhibitionId(seed.slug),
    hall_id: hallId(seed.slug, booth.hall),
    position: seed.booths.filter(({ hall }) => hall === booth.hall).indexOf(booth),
    producer_id: producerId(booth.producer),
    slug: booth.producer,
    state: booth.state ?? 'approved',
    texts: withoutEmpty({ title: booth.title, story: booth.story }),
    media_id: booth.picture ? (pictures(booth.picture)?.id ?? null) : null,
    offered_at: isOffered ? calendar.ago(3, booth.producer) : draftedAt,
    answered_at: isOffered ? null : new Date(answered).toISOString(),
    approved_at: booth.state ? null : publishedAt,
    updated_at: booth.state ? calendar.ago(2, booth.producer) : publishedAt,
  };
}

/** What a listing is made of, in words: "Full-grain cowhide, sole leather, cork". */
function materialOf(key: string): Text4 {
  const product = PRODUCTS.find((one) => one.key === key);
  if (!product) throw new Error(`The demo has no product "${key}" to show.`);
  const named = product.materials.flatMap((material) => {
    const term = TERMS.find((one) => one.kind === 'material' && one.key === material);
    return term ? [term.names] : [];
  });
  const words = LOCALES.map((locale) => [
    locale,
    named
      .map((name, n) =>
        n ? name[locale].charAt(0).toLowerCase() + name[locale].slice(1) : name[locale],
      )
      .join(', '),
  ]);
  return Object.fromEntries(words) as Text4;
}

function exhibitRow(seed: ExhibitionSeed, object: ObjectSeed, position: number, at: string): Row {
  const { slug, kind, hall, booth, texts } = object;
  const isProduct = kind === 'product';
  return {
    id: exhibitId(seed.slug, slug),
    exhibition_id: exhibitionId(seed.slug),
    hall_id: hallId(seed.slug, hall),
    booth_id: booth && boothId(seed.slug, booth),
    position,
    slug,
    kind,
    product_id: isProduct ? productId(slug) : null,
    texts: withoutEmpty(isProduct ? { material: materialOf(slug), ...texts } : texts),
    rights: isProduct ? null : RIGHTS,
    updated_at: at,
  };
}

function exhibitMediaRows({ slug, objects }: ExhibitionSeed, pictures: Pictures): Row[] {
  return objects.flatMap((object) =>
    (object.pictures ?? []).flatMap(({ ref, role = 'view', caption }, position) => {
      const picture = pictures(ref);
      const texts = withoutEmpty({ caption });
      const exhibit = exhibitId(slug, object.slug);
      return picture ? [{ exhibit_id: exhibit, media_id: picture.id, position, role, texts }] : [];
    }),
  );
}

/** Those that ask nothing in their own words have the usual template. */
function templateRows({ slug, ask }: ExhibitionSeed): Row[] {
  const asked = { objects: 10, label_length: 800, has_works: true };
  return ask ? [{ exhibition_id: exhibitionId(slug), texts: { ask }, ...asked }] : [];
}

/** Everything that stands in the halls, in the order in which the tables need it. */
export function standingRows(calendar: Calendar, pictures: Pictures): Rows {
  const all = (rows: (seed: ExhibitionSeed) => Row[]) => EXHIBITIONS.flatMap(rows);
  return [
    ['public.exhibitions', all((seed) => [exhibitionRow(seed, calendar, pictures)])],
    ['public.booth_templates', all(templateRows)],
    ['public.halls', all((seed) => hallRows(seed, pictures))],
    [
      'public.booths',
      all((seed) => seed.booths.map((booth) => boothRow(seed, booth, calendar, pictures))),
    ],
    [
      'public.exhibits',
      all((seed) => {
        const { publishedAt } = spanOf(seed, calendar);
        return seed.objects.map((object, n) => exhibitRow(seed, object, n, publishedAt));
      }),
    ],
    ['public.exhibit_media', all((seed) => exhibitMediaRows(seed, pictures))],
  ];
}
