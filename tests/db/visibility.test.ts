import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import { describe, expect, it } from 'vitest';
import { codeOf } from '#src/server/db/failure.ts';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { hiddenExhibition, hiddenReads } from './hidden-exhibitions.ts';
import { hiddenRounds } from './hidden-rounds.ts';
import { placeOrder } from './order-scene.ts';
import { draftOf } from './quote-scene.ts';
import { sceneOf } from './scene.ts';

/**
 * A workshop with things to hide, and two who look for them over the real API: a visitor, and a rival with an account
 * and a workshop of their own. Whatever is hidden has the same mark in it.
 */
const db = await createTestDatabase();
const api = await startApi(db);
const scene = await sceneOf(db);
const { call, facts } = scene;
const { sql } = db;
const SECRET = 'zq5secret';

const owner = await db.addUser(`${SECRET}-owner@isoko.test`, { display_name: `${SECRET} owner` });
const buyer = await db.addUser(`${SECRET}-buyer@isoko.test`, { display_name: `${SECRET} buyer` });
const coordinator = await db.addUser();
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;
const rivalry = await api.clients.signUp('rival@isoko.test');
const rivalShop = await scene.workshop(rivalry.uid, 'Rival');
const rivalCluster = await scene.cluster(rivalry.uid, 'Rivals');

const shop = await scene.workshop(owner, 'Akagera Boots');
const cluster = await scene.cluster(coordinator);
await scene.accept(owner, await scene.invite(coordinator, 'cluster_producer', cluster.id), shop.id);
await call(owner, 'create_invitation', {
  p_kind: 'producer_member',
  p_target: shop.id,
  p_role: 'editor',
  p_email: `${SECRET}@isoko.test`,
  p_locale: 'en',
});
await sql`update public.producer_contacts set phone = '+250788000111', address = ${SECRET}, latitude = -1.943117, longitude = 30.061885
  where producer_id = ${shop.id}`;
const shown = await scene.published(owner, shop.id);
const draft = await scene.save(owner, shop.id, {
  ...facts,
  title: `${SECRET} boot`,
  variants: [{ name: SECRET }],
  tiers: [{ min_quantity: 10, unit_amount: 777 }],
});
const unseen = await scene.photo(owner, shop.id, `${SECRET} alt`);
await call(owner, 'add_product_media', { p_product: draft.id, p_media: unseen });
const returned = await scene.published(owner, shop.id, { title: 'Returned boot' });
await scene.move(coordinator, returned.id, 'send_back', `${SECRET} because`);
for (const [product, status] of [
  [draft.id, 'reviewed'],
  [shown.id, 'draft'],
]) {
  await call(owner, 'set_product_translations', {
    p_product: product,
    p_locale: 'fr',
    p_texts: { title: SECRET },
    p_status: status,
  });
}
await sql`insert into public.producer_translations (producer_id, locale, field, text, status) values (${shop.id}, 'fr', 'story', ${SECRET}, 'draft')`;
await sql`insert into public.cluster_translations (cluster_id, locale, field, text, status) values (${cluster.id}, 'fr', 'story', ${SECRET}, 'draft')`;
await call(coordinator, 'check_producer', {
  p_producer: shop.id,
  p_item: 'identity',
  p_state: 'passed',
  p_note: SECRET,
});
await call(coordinator, 'check_producer', {
  p_producer: shop.id,
  p_item: 'capacity',
  p_state: 'failed',
  p_note: SECRET,
});
await sql`insert into public.certifications (producer_id, product_id, term, issuer) select ${shop.id}, ${draft.id}, key, ${SECRET} from public.terms where kind = 'certification' limit 1`;
const firm = await call<string>(buyer, 'create_buyer', {
  p_id: randomUUID(),
  p_name: `${SECRET} imports`,
  p_kind: 'importer',
  p_country: 'DE',
  p_website: '',
});
const inquiry = await call<string>(buyer, 'send_inquiry', {
  p_id: randomUUID(),
  p_product: shown.id,
  p_message: `${SECRET} sixty pairs`,
  p_quantity: 60,
  p_needed_by: null,
  p_country: 'DE',
  p_organisation: SECRET,
  p_locale: 'en',
  p_buyer: firm,
});
const [secretRfq, secretFile] = [randomUUID(), randomUUID()];
await call(buyer, 'send_rfq', {
  p_id: secretRfq,
  p_rfq: {
    locale: 'en',
    title: `${SECRET} boots`,
    message: SECRET,
    producers: [shop.id],
    lines: [{ description: SECRET, quantity: 6, unit: 'PR', customisation: SECRET }],
    files: [
      {
        id: secretFile,
        name: `${SECRET}.pdf`,
        contentType: 'application/pdf',
        bytes: 9,
        sha256: 'a'.repeat(64),
        pages: 1,
      },
    ],
  },
});
await sql`insert into public.reports (subject, subject_id, reason, details) values ('product', ${shown.id}, 'spam', ${SECRET})`;
const secretOrder = await placeOrder(
  sql,
  { producer: shop.id, buyer: firm },
  { paid: 1000, change: { notes: SECRET, destination: SECRET } },
);
const [secretQuote, secretList, secretDispute] = [randomUUID(), randomUUID(), randomUUID()];
await call(owner, 'save_quote_draft', {
  p_id: secretQuote,
  p_inquiry: inquiry,
  p_draft: draftOf([{ description: `${SECRET} boots`, quantity: 60, unitAmount: 40_000 }], {
    notes: SECRET,
  }),
});
await call(owner, 'send_quote', { p_quote: secretQuote });
const hidden = await hiddenExhibition(
  sql,
  { cluster: cluster.id, shop: shop.id, curator: coordinator, products: [shown.id] },
  SECRET,
);
const joint = await hiddenRounds(sql, { cluster: cluster.id, shop, coordinator }, SECRET);
await call(buyer, 'create_shortlist', { p_id: secretList, p_name: SECRET, p_buyer: firm });
await call(buyer, 'save_search', {
  p_id: randomUUID(),
  p_name: SECRET,
  p_query: { q: SECRET },
  p_locale: 'en',
});
await sql`insert into public.disputes (id, order_id, side, opened_by, reason, details) values (${secretDispute}, ${secretOrder.id}, 'buyer', ${buyer}, 'late', ${`${SECRET} much too late`})`;
await call(owner, 'save_payment_account', {
  p_id: randomUUID(),
  p_producer: shop.id,
  p_input: { method: 'bank_transfer', currency: 'USD', holder: SECRET, accountNumber: '00040' },
});
for (const state of ['pending', 'suspended']) {
  const id = randomUUID();
  await sql`insert into public.producers (id, slug, name, state, suspended_reason, country)
    values (${id}, ${`hidden-${state}`}, ${`${SECRET} ${state}`}, ${state}, ${SECRET}, 'RW')`;
  await sql`insert into public.products (producer_id, slug, state, title, category_id, unit, price_amount, price_currency, moq, lead_time_days, published_at)
    values (${id}, ${`of-${state}`}, 'published', ${`${SECRET} shoe`}, ${facts['category_id'] as string}, 'PR', 1, 'RWF', 1, 1, now())`;
}
await sql`insert into public.clusters (slug, name, state, suspended_reason, country) values ('closed', ${SECRET}, 'suspended', ${SECRET}, 'RW')`;

const HIDDEN = [SECRET, '788000111', '1.943117', owner, buyer, unseen, draft.id, returned.id];
const lookers: [string, string, () => SupabaseClient][] = [
  ['a visitor', 'anon', () => api.clients.anon()],
  ['a rival', 'authenticated', () => rivalry.client],
];

const OPERATORS =
  'categories clusters events frame money overview producers rates reports reviews rfqs rounds settings trade'.split(
    ' ',
  );

describe.each(lookers)('%s who looks through every table', (_, role, client) => {
  const tables = sql<{ name: string; open: string[]; closed: string[] }[]>`
    select c.relname as name,
      coalesce(array_agg(a.attname::text) filter (where has_column_privilege(${role}, c.oid, a.attnum, 'SELECT')), '{}') as open,
      coalesce(array_agg(a.attname::text) filter (where not has_column_privilege(${role}, c.oid, a.attnum, 'SELECT')), '{}') as closed
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by 1 order by 1`;

  it('finds nothing that is hidden', async () => {
    let rows = 0;
    for (const { name, open } of await tables) {
      if (open.length === 0) continue;
      const { data, error } = await client().from(name).select(open.join());
      expect(error, name).toBeNull();
      rows += data!.length;
      const text = JSON.stringify(data);
      for (const hidden of HIDDEN)
        expect(text.includes(hidden), `${hidden} in ${name}`).toBe(false);
    }
    expect(rows).toBeGreaterThan(500);
  });

  it('is refused every column that is not open, one by one', async () => {
    for (const { name, open, closed } of await tables) {
      // A table without an open column is not even there for the API.
      for (const column of open.length > 0 ? closed : []) {
        const { data, error } = await client().from(name).select(column).limit(1);
        expect(data, `${name}.${column}`).toBeNull();
        expect(error?.code, `${name}.${column}`).toBe('42501');
      }
    }
    const closed = Object.fromEntries((await tables).map((table) => [table.name, table.closed]));
    expect(closed['inquiries']).toContain('user_id');
    expect(closed['producers']).toEqual(expect.arrayContaining(['created_by', 'suspended_reason']));
    expect(closed['media']).toEqual(expect.arrayContaining(['created_by', 'sha256']));
    expect(closed['verification_checks']).toEqual(expect.arrayContaining(['note', 'checked_by']));
    if (role === 'anon') expect(closed['products']).toContain('returned_reason');
  });

  it('learns nothing from any function that reads, aimed at what is hidden', async () => {
    const page = { p_limit: 100 };
    const [byShop, byCluster] = [{ p_slug: shop.slug }, { p_slug: cluster.slug }];
    const none: Record<string, unknown>[] = [{}];
    const ofMoney = (name: string) => [joint.reads[name]![1]];
    const { rounds } = joint;
    const gone = ['hidden-pending', 'hidden-suspended'];
    const products = [draft, shown, returned, { slug: 'of-pending' }, { slug: 'of-suspended' }].map(
      ({ slug }) => ({ p_slug: slug, p_locale: 'fr' }),
    );
    const reads: Record<string, Record<string, unknown>[]> = {
      ...Object.fromEntries(OPERATORS.map((what) => [`operator_${what}`, none])),
      ...hiddenReads(hidden, { cluster: cluster.slug, mark: SECRET }),
      allocation_input: rounds,
      award_desk: rounds,
      award_input: rounds,
      card_desk: none,
      card_offer: [{ p_order: secretOrder.id }],
      cluster_page: [
        { ...byCluster, p_locale: 'fr' },
        { p_slug: 'closed', p_locale: 'fr' },
      ],
      cluster_statement_desk: [{ p_cluster: cluster.id }],
      cluster_trade: [{ p_cluster: cluster.slug }],
      clusters_list: [{ p_locale: 'fr' }],
      compare_products: [{ p_slugs: [returned.slug, shown.slug, 'of-pending'], p_locale: 'fr' }],
      compare_quotes: [{ p_rfq: secretRfq }, { p_rfq: secretRfq, p_key: SECRET }],
      coordination_frame: [byCluster],
      coordination_overview: [byCluster],
      coordination_producers: [byCluster],
      coordination_profile: [byCluster],
      coordination_review: [{ ...byCluster, p_locale: 'en' }],
      coordination_rounds: [byCluster],
      coordination_suppliers: [byCluster],
      coordination_wishes: [byCluster],
      export_my_data: none,
      gone_product: products,
      handover_sheet: rounds.map((round) => ({ ...round, p_producer: shop.id })),
      home_page: [{ p_locale: 'fr' }],
      invoice_facts: ofMoney('invoice_facts'),
      ledger_balances: [{ p_producer: shop.id }, { p_buyer: firm }, {}],
      ledger_statement: [
        {
          p_producer: shop.id,
          p_buyer: null,
          p_account: 'receivable',
          p_currency: 'USD',
          p_from: '2026-01-01',
          p_to: '2027-01-01',
        },
      ],
      list_disputes: [{}, { p_cluster: cluster.slug }],
      list_inquiries: [{ p_side: 'buyer' }, { p_side: 'producer', p_producer: shop.id }],
      list_jobs: none,
      list_members: [
        { p_kind: 'producer', p_target: shop.id },
        { p_kind: 'buyer', p_target: firm },
        { p_kind: 'cluster', p_target: cluster.id },
      ],
      list_notifications: none,
      list_orders: [{ p_side: 'buyer' }, { p_side: 'producer', p_producer: shop.id }],
      list_rfqs: none,
      list_users: [{ p_query: SECRET }],
      listing_choices: [{ p_locale: 'en' }],
      member_round_money: ofMoney('member_round_money'),
      my_account: none,
      my_notification_wishes: none,
      my_shortlists: [{}, { p_product: draft.slug }],
      news_feed: [{ p_locale: 'fr' }],
      ocds_feed: none,
      ocds_releases: [{ p_slug: 'hidden-round' }],
      one_delivery: [{ p_delivery: joint.delivery }],
      open_dues: [{ p_producer: shop.id }, { p_buyer: firm }],
      open_file: [{ p_file: secretFile }],
      order_documents: [{ p_order: secretOrder.id }],
      order_dues: [{ p_order: secretOrder.id }],
      order_money_box: [{ p_order: secretOrder.id }],
      producer_page: [
        { ...byShop, p_locale: 'fr' },
        ...gone.map((p_slug) => ({ p_slug, p_locale: 'en' })),
      ],
      producer_reviews: gone.map((p_slug) => ({ p_slug })),
      producers_list: [
        { p_query: { q: SECRET }, p_locale: 'fr', ...page },
        { p_query: {}, p_locale: 'fr', ...page },
      ],
      product_page: products,
      public_round: [{ p_slug: 'hidden-round' }],
      public_rounds: [{}, { p_cluster: cluster.slug }],
      purchase_order: [{ p_order: joint.order }, { p_order: joint.order, p_key: SECRET }],
      quote_editor: [{ p_inquiry: inquiry }],
      quote_parties: [{ p_quote: secretQuote }, { p_quote: secretQuote, p_key: SECRET }],
      read_dispute: [{ p_dispute: secretDispute }],
      read_invitation: [{ p_token: SECRET }],
      read_quote: [{ p_quote: secretQuote }, { p_quote: secretQuote, p_key: SECRET }],
      read_quotes: [{ p_inquiry: inquiry }, { p_inquiry: inquiry, p_key: SECRET }],
      read_rfq: [{ p_rfq: secretRfq }, { p_rfq: secretRfq, p_key: SECRET }],
      read_shortlist: [{ p_shortlist: secretList, p_locale: 'en' }],
      read_tender: [{ p_slug: 'hidden-round' }, { p_slug: 'hidden-round', p_key: SECRET }],
      reading_rates: none,
      receiving_desk: rounds,
      rfq_start: [{ p_products: [draft.slug, draft.id], p_words: SECRET }],
      round_desk: rounds,
      round_live: rounds,
      round_money: ofMoney('round_money'),
      round_orders: rounds,
      round_overview: rounds,
      round_pledges: rounds,
      round_report: ofMoney('round_report'),
      search_catalogue: [
        { p_query: { q: SECRET }, p_locale: 'fr', ...page },
        { p_query: { producer: 'hidden-pending' }, p_locale: 'en', ...page },
      ],
      settlement_basis: ofMoney('settlement_basis'),
      sitemap: [{}, { p_part: 0 }],
      statement_desk: [{ p_producer: shop.id }],
      studio_allocation: rounds.map((round) => ({ ...byShop, ...round })),
      studio_card_account: [{ p_producer: shop.id }],
      studio_frame: [byShop],
      studio_goods: rounds.map((round) => ({ ...byShop, ...round })),
      studio_money: [{ p_producer: shop.id }],
      studio_product: [draft, shown].map(({ id }) => ({ ...byShop, p_product: id })),
      studio_products: [byShop],
      studio_profile: [byShop],
      studio_round: rounds.map((round) => ({ ...byShop, ...round })),
      studio_round_dues: ofMoney('studio_round_dues'),
      studio_rounds: [byShop],
      studio_wishes: [byShop],
      suggest_catalogue: [{ p_q: SECRET.slice(0, 5), p_locale: 'en' }],
      supplier_desk: none,
      tender_desk: rounds,
      tender_door: [{ p_slug: 'hidden-round' }],
      tender_outcome: [{ p_slug: 'hidden-round' }, { p_slug: 'hidden-round', p_key: SECRET }],
      verification_notes: [{ p_producer: shop.id }],
      verification_page: [byShop],
    };
    const known = await sql<{ name: string }[]>`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.provolatile <> 'v'
        and has_function_privilege('authenticated', p.oid, 'execute') order by 1`;
    expect(Object.keys(reads).toSorted()).toEqual(known.map((row) => row.name).toSorted());
    for (const [name, tries] of Object.entries(reads)) {
      for (const args of tries) {
        const { data, error } = await client().rpc(name, args);
        const text = JSON.stringify(data) + JSON.stringify(error);
        for (const hidden of HIDDEN)
          expect(text.includes(hidden), `${hidden} in ${name}`).toBe(false);
        if (error) expect(['not_allowed', 'not_signed_in', 'not_found']).toContain(codeOf(error));
      }
    }
  });

  it('reaches nothing hidden by asking along the relations', async () => {
    const paths = [
      'id, products(id, title, state)',
      'id, media(id, code)',
      'id, producer_translations(text), certifications(issuer)',
      'id, producer_contacts(email)',
      'id, inquiries(reference)',
      'id, memberships(clusters(name))',
    ];
    for (const path of paths) {
      const { data } = await client().from('producers').select(path).eq('id', shop.id);
      expect(JSON.stringify(data ?? []).includes(SECRET), path).toBe(false);
      expect(JSON.stringify(data ?? []).includes(unseen), path).toBe(false);
    }
    const { data } = await client()
      .from('products')
      .select('title, product_media(media(code, media_alts(alt)))');
    expect(data!.map((row) => row.title)).toEqual(['Ankle boot']);
  });

  it('learns nothing by filtering on what may not be read', async () => {
    const guesses = [
      client().from('producers').select('id').eq('created_by', owner),
      client().from('products').select('id').not('returned_reason', 'is', null),
      client().from('inquiries').select('id').eq('user_id', buyer),
      client().from('media').select('id').like('sha256', '%'),
    ];
    for (const guess of guesses) expect((await guess).data ?? []).toEqual([]);
  });

  it('changes and removes nothing of others', async () => {
    const before = await sql`select count(*)::int as n, max(updated_at) as at from public.products`;
    const acts = [
      client().from('producers').update({ name: 'Owned' }).eq('id', shop.id),
      client()
        .from('producer_contacts')
        .update({ email: 'rival@isoko.test' })
        .eq('producer_id', shop.id),
      client()
        .from('producer_contacts')
        .insert({ producer_id: shop.id, email: 'rival@isoko.test' }),
      client()
        .from('producer_contacts')
        .upsert({ producer_id: shop.id, email: 'rival@isoko.test' }),
      client().from('products').update({ price_amount: 1 }).eq('id', shown.id),
      client().from('products').delete().eq('id', shown.id),
      client().from('media_alts').update({ alt: 'ugly' }).eq('media_id', shown.picture),
      client().from('media_alts').delete().eq('media_id', shown.picture),
      client()
        .from('producer_media')
        .insert({ producer_id: shop.id, media_id: shown.picture, use: 'cover' }),
      client()
        .from('producer_media')
        .insert({ producer_id: rivalShop.id, media_id: shown.picture, use: 'cover' }),
      client()
        .from('cluster_media')
        .insert({ cluster_id: rivalCluster.id, media_id: shown.picture, use: 'cover' }),
      client()
        .from('producer_translations')
        .insert({ producer_id: shop.id, locale: 'sw', field: 'story', text: 'x' }),
      client()
        .from('cluster_translations')
        .insert({ cluster_id: cluster.id, locale: 'sw', field: 'story', text: 'x' }),
      client().from('certifications').insert({ producer_id: shop.id, term: 'organic' }),
      client()
        .from('producer_members')
        .insert({ producer_id: shop.id, user_id: rivalry.uid, role: 'owner' }),
      client().from('memberships').insert({ cluster_id: rivalCluster.id, producer_id: shop.id }),
      client().from('operators').insert({ user_id: rivalry.uid }),
      client().from('profiles').update({ display_name: 'x' }).eq('user_id', owner),
      client().from('site_settings').update({ name: 'Owned' }).eq('only_row', true),
      client().from('events').delete().gt('id', 0),
    ];
    const state = () => sql`select
      (select jsonb_agg(to_jsonb(p) order by id) from public.producers p) as producers,
      (select jsonb_agg(to_jsonb(p) order by producer_id) from public.producer_contacts p) as contacts,
      (select jsonb_agg(to_jsonb(p) order by id) from public.products p) as products,
      (select jsonb_agg(to_jsonb(p) order by media_id, locale) from public.media_alts p) as alts,
      (select name from public.site_settings) as site,
      array[(select count(*) from public.producer_media), (select count(*) from public.cluster_media),
        (select count(*) from public.producer_translations), (select count(*) from public.cluster_translations),
        (select count(*) from public.certifications), (select count(*) from public.producer_members),
        (select count(*) from public.memberships), (select count(*) from public.operators)] as counts,
      (select array_agg(display_name order by user_id) from public.profiles) as names`;
    const then = await state();
    for (const act of acts) await act;
    expect(await state()).toEqual(then);
    expect(
      await sql`select count(*)::int as n, max(updated_at) as at from public.products`,
    ).toEqual(before);
  });

  it('reads no conversation, whatever key they try', async () => {
    for (const key of [undefined, '', 'null', randomUUID(), '%']) {
      const args = { p_inquiry: inquiry, ...(key === undefined ? {} : { p_key: key }) };
      const { data, error } = await client().rpc('read_inquiry', args);
      expect(data).toBeNull();
      expect(error?.message).toBe('not_found');
    }
  });
});

describe.each(lookers)('%s at the stores of pictures', (_, __, client) => {
  const key = `${randomUUID()}/original`;

  it.each(['originals', 'media'])('gets nothing into or out of %s', async (bucket) => {
    const bytes = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' });
    const put = await api.clients
      .service()
      .storage.from(bucket)
      .upload(key, bytes, { upsert: true, contentType: 'image/jpeg' });
    expect(put.error).toBeNull();
    const store = client().storage.from(bucket);
    expect((await store.list('')).data ?? []).toEqual([]);
    expect((await store.list(key.split('/')[0])).data ?? []).toEqual([]);
    expect((await store.download(key)).data).toBeNull();
    expect((await store.createSignedUrl(key, 60)).data).toBeNull();
    expect((await store.upload(`${randomUUID()}.jpg`, bytes)).data).toBeNull();
    expect((await store.upload(key, bytes, { upsert: true })).data).toBeNull();
    expect((await store.move(key, 'stolen')).data).toBeNull();
    expect((await store.copy(key, 'stolen')).data).toBeNull();
    await store.remove([key]);
    const open = await fetch(store.getPublicUrl(key).data.publicUrl);
    expect(open.status).toBeGreaterThanOrEqual(400);
    const still = await api.clients.service().storage.from(bucket).download(key);
    expect(still.error).toBeNull();
  });

  it('sees no bucket', async () => {
    expect((await client().storage.listBuckets()).data ?? []).toEqual([]);
  });
});

describe('a workshop’s own people', () => {
  it('still see what is theirs', async () => {
    const theirs = (query: string) => db.asUser(owner, (tx) => tx.unsafe(query));
    expect(await theirs(`select id from public.media where id = '${unseen}'`)).toHaveLength(1);
    expect(
      await theirs(`select text from public.producer_translations where status = 'draft'`),
    ).toHaveLength(1);
    expect(
      await theirs(`select returned_reason from public.products where returned_reason is not null`),
    ).toHaveLength(1);
    const kept = await db.asUser(
      coordinator,
      (tx) => tx`select text from public.cluster_translations where status = 'draft'`,
    );
    expect(kept).toHaveLength(1);
  });

  it.each(Object.entries(joint.reads))('still read %s', async (name, [reader, args]) => {
    const who = reader === 'member' ? owner : coordinator;
    expect(JSON.stringify(await call(who, name, args))).toContain(SECRET);
  });
});
