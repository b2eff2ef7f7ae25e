import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeOf } from '#src/server/db/failure.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { FUNCTIONS } from './access-matrix.ts';
import { answerOf, sceneOf } from './scene.ts';

/** Every door of the two desks, and everybody who has no business behind it. */
const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;

const coordinator = await db.addUser();
const otherCoordinator = await db.addUser();
const member = await db.addUser();
const buyer = await db.addUser();
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;
const shop = await scene.workshop(member, 'Akagera Boots');
const cluster = await scene.cluster(coordinator, 'Masoro');
await scene.cluster(otherCoordinator, 'Elsewhere');
await scene.accept(
  member,
  await scene.invite(coordinator, 'cluster_producer', cluster.id),
  shop.id,
);
const listed = await scene.published(member, shop.id);
const inquiry = await call<string>(buyer, 'send_inquiry', {
  p_id: randomUUID(),
  p_product: listed.id,
  p_message: 'Can you make 600 pairs by March?',
  p_quantity: 600,
  p_needed_by: null,
  p_country: 'FR',
  p_organisation: '',
  p_locale: 'en',
});
const report = await call<string>('service', 'report_abuse', {
  p_subject: 'inquiry',
  p_subject_id: inquiry,
  p_reason: 'spam',
  p_details: '',
  p_email: null,
  p_reporter: member,
});
const [category] = await sql<{ id: string }[]>`select id from public.categories limit 1`;
const photo = randomUUID();
await sql`insert into public.media (id, cluster_id, state, content_type, bytes, sha256, sha8, width, height, colour)
  values (${photo}, ${cluster.id}, 'ready', 'image/jpeg', 1, ${'a'.repeat(64)}, 'aaaaaaaa', 10, 10, '#aabbcc')`;

type Door = [name: string, args: Record<string, unknown>];

/** Answer nothing at all to a stranger: whether the thing exists stays unknown. */
const CLUSTER_PAGES: Door[] = [
  ['coordination_frame', { p_slug: cluster.slug }],
  ['coordination_overview', { p_slug: cluster.slug }],
  ['coordination_producers', { p_slug: cluster.slug }],
  ['coordination_review', { p_slug: cluster.slug, p_locale: 'en' }],
  ['coordination_profile', { p_slug: cluster.slug }],
  ['verification_page', { p_slug: shop.slug }],
  ['cluster_trade', { p_cluster: cluster.slug }],
  ['coordination_rounds', { p_slug: cluster.slug }],
  ['coordination_wishes', { p_slug: cluster.slug }],
  ['coordination_suppliers', { p_slug: cluster.slug }],
];
const CLUSTER_ACTS: Door[] = [
  ['set_cluster_texts', { p_cluster: cluster.id, p_locale: 'fr', p_texts: { name: 'Pris' } }],
  ['place_cluster_media', { p_cluster: cluster.id, p_media: photo, p_use: 'cover' }],
  ['verification_notes', { p_producer: shop.id }],
  [
    'check_producer',
    { p_producer: shop.id, p_item: 'identity', p_state: 'passed', p_note: 'seen' },
  ],
  ['list_members', { p_kind: 'cluster', p_target: cluster.id }],
  [
    'create_invitation',
    {
      p_kind: 'cluster_coordinator',
      p_target: cluster.id,
      p_role: null,
      p_email: '',
      p_locale: 'en',
    },
  ],
  [
    'create_managed_producer',
    {
      p_id: randomUUID(),
      p_cluster: cluster.id,
      p_name: 'Taken',
      p_kind: 'workshop',
      p_country: 'RW',
      p_place: '',
      p_phone: '',
      p_locale: 'en',
    },
  ],
  ['move_product', { p_product: listed.id, p_action: 'send_back', p_reason: 'I do not like it' }],
];
const OPERATOR_DOORS: Door[] = [
  ['operator_overview', {}],
  ['operator_settings', {}],
  ['operator_money', {}],
  ['operator_reviews', {}],
  ['operator_rfqs', {}],
  ['card_desk', {}],
  ['run_payouts', { p_currency: 'USD' }],
  ['set_payout', { p_payout: report, p_state: 'sent' }],
  ['set_review_hidden', { p_order: report, p_hidden: true, p_reason: 'a rival' }],
  ['refuse_rfq', { p_rfq: report, p_reason: 'a rival' }],
  ['release_refund', { p_refund: report, p_reason: 'a friend' }],
  ['release_rfq', { p_rfq: report }],
  ['save_exchange_rates', { p_rates: '[]', p_source: 'mine' }],
  ['delete_exchange_rate', { p_currency: 'USD', p_day: '2026-11-01' }],
  ['settle_card_alert', { p_key: 'mine' }],
  ['operator_producers', {}],
  ['operator_clusters', {}],
  ['operator_rounds', {}],
  ['operator_reports', {}],
  ['operator_events', {}],
  ['operator_categories', {}],
  ['list_users', {}],
  ['list_jobs', {}],
  ['retry_job', { p_job: 1 }],
  ['drop_job', { p_job: 1 }],
  ['set_site_logo', { p_media: null }],
  [
    'save_category',
    {
      p_id: randomUUID(),
      p_parent: null,
      p_hs_heading: '',
      p_unit: '',
      p_hidden: false,
      p_names: { en: 'Mine' },
    },
  ],
  ['move_category', { p_id: category!.id, p_up: false }],
  ['delete_category', { p_id: category!.id }],
  ['set_producer_state', { p_producer: shop.id, p_state: 'suspended', p_reason: 'a rival' }],
  ['set_cluster_state', { p_cluster: cluster.id, p_state: 'suspended', p_reason: 'a rival' }],
  ['approve_cluster', { p_cluster: cluster.id }],
  ['set_user_suspended', { p_user: buyer, p_suspended: true, p_reason: 'a rival' }],
  ['set_operator', { p_user: otherCoordinator, p_operator: true }],
  ['resolve_report', { p_report: report, p_state: 'dismissed', p_resolution: 'not true' }],
  ['block_inquiry', { p_inquiry: inquiry, p_reason: 'not welcome' }],
];

/** Answer nothing at all, as the frame of the desk does. */
const OPERATOR_PAGES: Door[] = [
  ['operator_frame', {}],
  ['operator_rates', {}],
  ['operator_trade', {}],
];

const strangers: [string, string][] = [
  ['a coordinator of another cluster', otherCoordinator],
  ['a buyer', buyer],
  ['a visitor', 'anon'],
];
const notOperators: [string, string][] = [
  ...strangers,
  ['a member of a producer', member],
  ['the cluster’s own coordinator', coordinator],
];
const closed = ['not_allowed', 'not_found'];

const leaving = { p_cluster: cluster.id, p_producer: shop.id, p_reason: 'a rival' };

/** Everything that an attack could have changed. */
async function standing() {
  const [row] = await sql`
    select (select jsonb_agg(p order by p.id) from public.producers p) as producers,
      (select jsonb_agg(c order by c.id) from public.clusters c) as clusters,
      (select jsonb_agg(x order by x.id) from public.products x) as products,
      (select jsonb_agg(x order by x.id) from public.categories x) as categories,
      (select jsonb_agg(x) from public.site_settings x) as settings,
      (select jsonb_agg(x order by x.user_id) from public.operators x) as operators,
      (select jsonb_agg(x order by x.user_id) from public.profiles x) as profiles,
      (select jsonb_agg(x) from public.verification_checks x) as checks,
      (select jsonb_agg(x order by x.id) from public.reports x) as reports,
      (select jsonb_agg(x.state order by x.id) from public.inquiries x) as inquiries,
      (select count(*) from public.invitations) as invitations,
      (select count(*) from public.events) as events,
      (select jsonb_agg(x) from public.cluster_translations x) as texts,
      (select jsonb_agg(x) from public.cluster_media x) as pictures`;
  return row;
}

describe.each(strangers)('%s at a cluster’s desk', (_, who) => {
  it.each(CLUSTER_PAGES)('reads nothing from %s', async (name, args) => {
    const answer = await call(who, name, args).catch((refusal: Error) => codeOf(refusal));
    expect(answer).toBe(who === 'anon' ? 'not_allowed' : null);
  });

  it('changes nothing', async () => {
    const before = await standing();
    for (const [name, args] of CLUSTER_ACTS) {
      expect(closed, name).toContain(await answerOf(call(who, name, args)));
    }
    expect(await answerOf(call(who, 'leave_cluster', leaving))).toBe('not_allowed');
    expect(await standing()).toEqual(before);
  });
});

describe('a member of a producer', () => {
  it('does not get into the desk of its cluster, nor into its own checklist’s notes', async () => {
    for (const [name, args] of CLUSTER_PAGES) {
      expect(await call(member, name, args), name).toBeNull();
    }
    const before = await standing();
    for (const [name, args] of CLUSTER_ACTS) {
      expect(closed, name).toContain(await answerOf(call(member, name, args)));
    }
    expect(await standing()).toEqual(before);
  });
});

describe.each(notOperators)('%s at the operator’s desk', (_, who) => {
  it('reads nothing and changes nothing', async () => {
    const before = await standing();
    for (const [name, args] of OPERATOR_DOORS) {
      expect(await answerOf(call(who, name, args)), name).toBe('not_allowed');
    }
    for (const [name, args] of OPERATOR_PAGES) {
      const page = await call(who, name, args).catch((refusal: Error) => codeOf(refusal));
      expect(page, name).toBe(who === 'anon' ? 'not_allowed' : null);
    }
    expect(await standing()).toEqual(before);
  });

  it('writes no setting, category or cluster straight into the tables', async () => {
    // A coordinator may change the cluster's own row.
    if (who === coordinator) return;
    const before = await standing();
    const run =
      who === 'anon'
        ? db.asAnon
        : <T>(act: Parameters<typeof db.asUser<T>>[1]) => db.asUser(who, act);
    for (const statement of [
      `update public.site_settings set name = 'Mine' where only_row`,
      `update public.clusters set name = 'Mine' where id = '${cluster.id}'`,
      `update public.categories set hidden = true where id = '${category!.id}'`,
      `insert into public.categories (key) values ('mine')`,
      `insert into public.cluster_media (cluster_id, media_id, use) values ('${cluster.id}', '${photo}', 'cover')`,
    ]) {
      await run((tx) => tx.unsafe(statement)).catch(() => undefined);
    }
    expect(await standing()).toEqual(before);
  });
});

describe('the lists above', () => {
  it('name every function that is only for a desk', () => {
    const named = new Set(
      [...CLUSTER_PAGES, ...CLUSTER_ACTS, ...OPERATOR_PAGES, ...OPERATOR_DOORS].map(([n]) => n),
    );
    const desk = Object.keys(FUNCTIONS).filter((name) =>
      // Those of an exhibition's desk are tried in exhibitions.test.ts.
      /^(coordination|operator|verification)_|^approve_(?!booth)|_(job|jobs|category)$|^set_(operator|site|cluster|user|producer_state)/.test(
        name,
      ),
    );
    expect(desk.filter((name) => !named.has(name))).toEqual([]);
  });

  it('open for those they are for', async () => {
    for (const who of [coordinator, operator]) {
      for (const [name, args] of CLUSTER_PAGES)
        expect(await call(who, name, args), name).not.toBeNull();
    }
    for (const [name, args] of [
      ...OPERATOR_PAGES,
      ...OPERATOR_DOORS.filter(([n]) => /^(operator|list)_|^card_desk/.test(n)),
    ]) {
      expect(await call(operator, name, args), name).not.toBeNull();
    }
  });
});
