import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { ACCOUNTS, BUYERS } from '#supabase/demo/content/accounts.ts';
import { CLUSTERS } from '#supabase/demo/content/clusters.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import type {
  AccountSeed,
  CertificationSeed,
  PlaceSeed,
  TextSome,
} from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoId } from '#supabase/demo/db/ids.ts';
import {
  accountId,
  accountOf,
  actorFor,
  buyerAccountId,
  buyerId,
  clusterId,
  operator,
  producerId,
} from '#supabase/demo/db/people.ts';
import { supplierTables } from '#supabase/demo/db/suppliers.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

/** The demo's own texts are English; the others are translations that somebody has read. */
const SOURCE: Locale = 'en';

/** Rows of a translation table for the fields of one thing; `keys` say which thing. */
export function translations(keys: Row, fields: Record<string, TextSome | null>): Row[] {
  return LOCALES.filter((locale) => locale !== SOURCE).flatMap((locale) =>
    Object.entries(fields).flatMap(([field, texts]) => {
      const text = texts?.[locale];
      return text ? [{ ...keys, locale, field, text, status: 'reviewed' }] : [];
    }),
  );
}

export function certificationRow(
  calendar: Calendar,
  seed: CertificationSeed,
  owner: { producer: string; product: string | null },
): Row {
  return {
    id: demoId('certification', owner.producer, owner.product ?? '', seed.term),
    producer_id: producerId(owner.producer),
    product_id: owner.product && demoId('product', owner.product),
    kind: 'certification',
    term: seed.term,
    issuer: seed.issuer,
    number: seed.number,
    issued_on: calendar.day(-seed.issuedDaysAgo),
    expires_on: seed.expiresInDays === null ? null : calendar.day(seed.expiresInDays),
    created_at: calendar.ago(seed.issuedDaysAgo, seed.term),
  };
}

const placed = ({ country, place, latitude, longitude }: PlaceSeed) => ({
  country,
  place,
  latitude,
  longitude,
});

/** Days between the first member of the oldest cluster and the day of loading. */
export const CLUSTERS_MADE_DAYS_AGO = 390;
export const CLUSTERS_APPROVED_DAYS_AGO = 389;
export const BUYERS_MADE_DAYS_AGO = 300;

function clusterRows(calendar: Calendar): Row[] {
  return CLUSTERS.map((cluster) => ({
    id: clusterId(cluster.slug),
    slug: cluster.slug,
    name: cluster.names.en,
    summary: cluster.summary.en,
    story: cluster.story.en,
    source_locale: SOURCE,
    ...placed(cluster.place),
    state: 'active',
    reviews_listings: cluster.reviewsListings,
    approved_at: calendar.ago(CLUSTERS_APPROVED_DAYS_AGO, cluster.slug),
    created_at: calendar.ago(CLUSTERS_MADE_DAYS_AGO, cluster.slug),
    updated_at: calendar.ago(30, cluster.slug),
  }));
}

function producerRows(calendar: Calendar): Row[] {
  return PRODUCERS.map((producer) => ({
    id: producerId(producer.slug),
    slug: producer.slug,
    state: 'active',
    name: producer.name,
    kind: producer.kind,
    tagline: producer.tagline.en,
    story: producer.story.en,
    source_locale: SOURCE,
    ...placed(producer.place),
    founded_year: producer.foundedYear,
    people_count: producer.people.total,
    women_count: producer.people.women,
    youth_count: producer.people.youth,
    capacity_note: producer.capacity.en,
    techniques: producer.techniques,
    languages: producer.languages,
    created_by: actorFor(producer.slug).actor,
    created_at: calendar.ago(producer.joinedDaysAgo, producer.slug),
    updated_at: calendar.ago(Math.min(20, producer.joinedDaysAgo), producer.slug),
  }));
}

/** The days from joining to the visit of the one who checks. */
export const CHECKED_AFTER_DAYS = 12;

export function checkedAt(calendar: Calendar, joinedDaysAgo: number, item: string): string {
  return calendar.ago(Math.max(1, joinedDaysAgo - CHECKED_AFTER_DAYS), item);
}

function checkRows(calendar: Calendar): Row[] {
  return PRODUCERS.flatMap(({ slug, checksPassed, joinedDaysAgo }) =>
    checksPassed.map((item) => ({
      producer_id: producerId(slug),
      item,
      state: 'passed',
      note: '',
      checked_by: operator(),
      checked_at: checkedAt(calendar, joinedDaysAgo, item),
    })),
  );
}

function membershipRows(calendar: Calendar): Row[] {
  return PRODUCERS.flatMap(({ slug, memberships, joinedDaysAgo }) =>
    memberships.map((cluster) => ({
      cluster_id: clusterId(cluster),
      producer_id: producerId(slug),
      state: 'active',
      joined_at: calendar.ago(joinedDaysAgo, slug),
    })),
  );
}

function buyerRows(calendar: Calendar): Row[] {
  return BUYERS.map(({ key, name, kind, country, website }) => ({
    id: buyerId(key),
    name,
    kind,
    country,
    website,
    created_by: buyerAccountId(key),
    created_at: calendar.ago(BUYERS_MADE_DAYS_AGO, key),
    updated_at: calendar.ago(BUYERS_MADE_DAYS_AGO, key),
  }));
}

const people = (role: AccountSeed['role']) => ACCOUNTS.filter((account) => account.role === role);

function clusterTables(calendar: Calendar): Rows {
  return [
    ['public.clusters', clusterRows(calendar)],
    [
      'public.cluster_translations',
      CLUSTERS.flatMap(({ slug, names, summary, story }) =>
        translations({ cluster_id: clusterId(slug) }, { name: names, summary, story }),
      ),
    ],
    [
      'public.cluster_coordinators',
      people('coordinator').map((account) => ({
        cluster_id: clusterId(account.organisation!),
        user_id: accountId(account),
      })),
    ],
  ];
}

function producerTables(calendar: Calendar): Rows {
  return [
    ['public.producers', producerRows(calendar)],
    [
      'public.producer_translations',
      PRODUCERS.flatMap(({ slug, tagline, story, capacity }) =>
        translations(
          { producer_id: producerId(slug) },
          { tagline, story, capacity_note: capacity },
        ),
      ),
    ],
    [
      'public.producer_contacts',
      // Who has an account is reached there; for the others the local mailbox shows what they would get.
      PRODUCERS.filter(({ slug }) => !accountOf('producer', slug)).map(({ slug }) => ({
        producer_id: producerId(slug),
        email: `${slug}@isoko.test`,
      })),
    ],
    [
      'public.producer_members',
      people('producer').map((account) => ({
        producer_id: producerId(account.organisation!),
        user_id: accountId(account),
        role: 'owner',
      })),
    ],
    ['public.memberships', membershipRows(calendar)],
    ['public.verification_checks', checkRows(calendar)],
    [
      'public.certifications',
      PRODUCERS.flatMap(({ slug, certifications }) =>
        certifications.map((seed) =>
          certificationRow(calendar, seed, { producer: slug, product: null }),
        ),
      ),
    ],
  ];
}

/** Clusters, producers and buyers with what belongs to them, and the accounts in their places. */
export function organisationRows(calendar: Calendar): Rows {
  return [
    ['public.operators', people('operator').map((account) => ({ user_id: accountId(account) }))],
    ...clusterTables(calendar),
    ...producerTables(calendar),
    ['public.buyers', buyerRows(calendar)],
    [
      'public.buyer_members',
      people('buyer').map((account) => ({
        buyer_id: buyerId(account.organisation!),
        user_id: accountId(account),
        role: 'owner',
      })),
    ],
    ...supplierTables(calendar),
  ];
}
