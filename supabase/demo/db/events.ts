/** What "happened" in the demo, so that its states are what its events say. Each event is marked as the demo's. */
import { BUYERS } from '#supabase/demo/content/accounts.ts';
import { CLUSTERS } from '#supabase/demo/content/clusters.ts';
import { INQUIRIES } from '#supabase/demo/content/inquiries.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { InquirySeed, ProductSeed } from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { exhibitionHappenings } from '#supabase/demo/db/exhibitions/happened.ts';
import { askedAbout, messageAuthor, sentAt } from '#supabase/demo/db/inquiries.ts';
import {
  BUYERS_MADE_DAYS_AGO,
  checkedAt,
  CLUSTERS_APPROVED_DAYS_AGO,
  CLUSTERS_MADE_DAYS_AGO,
} from '#supabase/demo/db/organisations.ts';
import {
  actorFor,
  buyerAccountId,
  buyerId,
  clusterId,
  coordinatorOf,
  inquiryId,
  operator,
  producerId,
  productId,
} from '#supabase/demo/db/people.ts';
import { DRAFTED_BEFORE_HOURS } from '#supabase/demo/db/products.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';

type Happening = {
  at: string;
  subject: [kind: string, id: string];
  action: string;
  actor?: string | null;
  from?: string;
  to?: string;
  reason?: string | null;
  producer?: string;
  cluster?: string;
  buyer?: string;
  onBehalfOf?: string | null;
  data?: Row;
};

function eventRow(event: Happening): Row & { at: string } {
  return {
    at: event.at,
    actor: event.actor ?? null,
    subject_kind: event.subject[0],
    subject_id: event.subject[1],
    action: event.action,
    from_state: event.from ?? null,
    to_state: event.to ?? null,
    reason: event.reason ?? null,
    producer_id: event.producer ?? null,
    cluster_id: event.cluster ?? null,
    buyer_id: event.buyer ?? null,
    on_behalf_of: event.onBehalfOf ?? null,
    data: { ...event.data, demo: true },
  };
}

function beginnings(calendar: Calendar): Happening[] {
  return [
    ...CLUSTERS.map(({ slug }) => ({
      at: calendar.ago(CLUSTERS_MADE_DAYS_AGO, slug),
      subject: ['cluster', clusterId(slug)] as [string, string],
      action: 'cluster.created',
      actor: coordinatorOf(slug),
      to: 'active',
      cluster: clusterId(slug),
    })),
    ...CLUSTERS.map(({ slug }) => ({
      at: calendar.ago(CLUSTERS_APPROVED_DAYS_AGO, slug),
      subject: ['cluster', clusterId(slug)] as [string, string],
      action: 'cluster.approved',
      actor: operator(),
      cluster: clusterId(slug),
    })),
    ...PRODUCERS.map(({ slug, joinedDaysAgo }) => {
      const { actor, on_behalf_of } = actorFor(slug);
      return {
        at: calendar.ago(joinedDaysAgo, slug),
        subject: ['producer', producerId(slug)] as [string, string],
        action: 'producer.created',
        actor,
        to: 'active',
        producer: producerId(slug),
        onBehalfOf: on_behalf_of,
      };
    }),
    ...BUYERS.map(({ key }) => ({
      at: calendar.ago(BUYERS_MADE_DAYS_AGO, key),
      subject: ['buyer', buyerId(key)] as [string, string],
      action: 'buyer.created',
      actor: buyerAccountId(key),
      to: 'active',
      buyer: buyerId(key),
    })),
  ];
}

function checks(calendar: Calendar): Happening[] {
  return PRODUCERS.flatMap(({ slug, checksPassed, joinedDaysAgo }) =>
    checksPassed.map((item) => ({
      at: checkedAt(calendar, joinedDaysAgo, item),
      subject: ['verification', producerId(slug)] as [string, string],
      action: 'verification.checked',
      actor: operator(),
      from: 'open',
      to: 'passed',
      producer: producerId(slug),
      data: { item },
    })),
  );
}

const reviewed = new Set(CLUSTERS.filter((c) => c.reviewsListings).map((c) => c.slug));

/** The cluster whose coordinator looks at this producer's listings, and who that is. */
function reviewerOf(producer: string): string | null | undefined {
  const seed = PRODUCERS.find(({ slug }) => slug === producer);
  const cluster = seed?.memberships.find((slug) => reviewed.has(slug));
  return cluster === undefined ? undefined : coordinatorOf(cluster);
}

type Move = { after: number; action: string; from?: string; to: string };

/** How a listing came into its state; `after` counts hours from its first line. */
function movesOf(product: ProductSeed, waits: boolean): Move[] {
  const created: Move = { after: 0, action: 'product.created', to: 'draft' };
  const enter: Move = { after: 1, action: 'product.publish', from: 'draft', to: 'in_review' };
  const out: Move = { after: DRAFTED_BEFORE_HOURS, action: '', to: '' };
  const publish: Move[] = waits
    ? [enter, { ...out, action: 'product.approve', from: 'in_review', to: 'published' }]
    : [{ ...out, action: 'product.publish', from: 'draft', to: 'published' }];
  switch (product.state) {
    case 'published':
      return [created, ...publish];
    case 'archived':
      return [
        created,
        ...publish,
        { after: 40, action: 'product.archive', from: 'published', to: 'archived' },
      ];
    case 'in_review':
      return [created, enter];
    case 'draft':
      return product.returnedReason === null
        ? [created]
        : [created, enter, { ...out, action: 'product.send_back', from: 'in_review', to: 'draft' }];
  }
}

function listings(calendar: Calendar): Happening[] {
  return PRODUCTS.flatMap((product) => {
    const { actor, on_behalf_of } = actorFor(product.producer);
    const reviewer = reviewerOf(product.producer);
    const listed = calendar.ago(product.listedDaysAgo, product.key);
    const begun = calendar.after(listed, -DRAFTED_BEFORE_HOURS);
    return movesOf(product, reviewer !== undefined).map(({ after, action, from, to }) => {
      const byReviewer = action === 'product.approve' || action === 'product.send_back';
      return {
        at: calendar.after(begun, after),
        subject: ['product', productId(product.key)] as [string, string],
        action,
        actor: byReviewer ? (reviewer ?? operator()) : actor,
        from,
        to,
        reason: action === 'product.send_back' ? product.returnedReason : null,
        producer: producerId(product.producer),
        onBehalfOf: byReviewer ? producerId(product.producer) : on_behalf_of,
      };
    });
  });
}

function conversation(calendar: Calendar, inquiry: InquirySeed): Happening[] {
  const sent = sentAt(calendar, inquiry);
  let state = 'open';
  return inquiry.messages.map(({ side, hoursLater }, n) => {
    const from = state;
    state = side === 'producer' ? 'answered' : 'open';
    return {
      at: calendar.after(sent, hoursLater),
      subject: ['inquiry', inquiryId(inquiry.key)] as [string, string],
      action: n === 0 ? 'inquiry.created' : 'inquiry.replied',
      actor: messageAuthor(inquiry, side),
      from: n === 0 ? undefined : from,
      to: state,
      producer: producerId(askedAbout(inquiry).producer),
      buyer: buyerId(inquiry.buyer),
      data: n === 0 ? {} : { side },
    };
  });
}

/** Every event, oldest first as the log has them. */
export function eventRows(calendar: Calendar): Rows {
  const happened = [
    ...beginnings(calendar),
    ...checks(calendar),
    ...listings(calendar),
    ...INQUIRIES.flatMap((inquiry) => conversation(calendar, inquiry)),
    ...exhibitionHappenings(calendar),
  ];
  const rows = happened.map(eventRow);
  return [['public.events', rows.toSorted((a, b) => a.at.localeCompare(b.at))]];
}
