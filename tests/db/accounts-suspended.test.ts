import { createHash, randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { codeOf } from '#src/server/db/failure.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { awardWays } from './award-ways.ts';
import { boothWays } from './booth-ways.ts';
import { exhibitionWays } from './exhibition-ways.ts';
import { meetingWays } from './meeting-ways.ts';
import { receivingWays } from './receiving-ways.ts';
import { roundWays } from './round-ways.ts';
import { sceneOf } from './scene.ts';
import { settlementWays } from './settlement-ways.ts';
import { tenderWays } from './tender-ways.ts';
import { tradeWays } from './trade-ways.ts';
import { visitorWays } from './visitor-ways.ts';

/**
 * One person with every seat there is, and every way of writing that the catalogue knows of. What works for them does
 * not once an operator suspends them. A new function or table fails here until its way is written down.
 */
const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, invite, accept } = scene;
const { sql } = db;

const me = await db.addUser('everybody@isoko.test', { display_name: 'Everybody' });
const other = await db.addUser();
const shop = await scene.workshop(me);
const cluster = await scene.cluster(me);
const waiting = await scene.cluster(await db.addUser());
await sql`insert into public.operators (user_id) values (${me}), (${other})`;
await accept(me, await invite(me, 'cluster_producer', cluster.id), shop.id);
const firm = await call<string>(me, 'create_buyer', {
  p_id: randomUUID(),
  p_name: 'Firm',
  p_kind: 'retailer',
  p_country: 'DE',
  p_website: '',
});
for (const [seat, target] of [
  ['producer_member', shop.id],
  ['buyer_member', firm],
  ['cluster_coordinator', cluster.id],
]) {
  await accept(other, await invite(me, seat!, target!, 'owner'));
}
const listed = await scene.published(me, shop.id);
const draft = await scene.save(me, shop.id);
const loose = await scene.photo(me, shop.id);
await call(me, 'set_product_translations', {
  p_product: listed.id,
  p_locale: 'fr',
  p_texts: { title: 'Bottine' },
  p_status: 'reviewed',
});
await call(me, 'set_producer_texts', {
  p_producer: shop.id,
  p_locale: 'fr',
  p_texts: { tagline: 'Cuir' },
});
await call(me, 'set_cluster_texts', {
  p_cluster: cluster.id,
  p_locale: 'fr',
  p_texts: { summary: 'Cuir' },
});
const foreign = await scene.workshop(await db.addUser(), 'Foreign');
const foreignListed = await scene.published(other, foreign.id);
const ask = (by: string, product: string) =>
  call<string>(by, 'send_inquiry', {
    p_id: randomUUID(),
    p_product: product,
    p_message: 'Sixty pairs, please.',
    p_quantity: 60,
    p_needed_by: null,
    p_country: 'DE',
    p_organisation: '',
    p_locale: 'en',
    p_buyer: null,
  });
const inquiry = await ask(me, foreignListed.id);
const guestToken = await invite(other, 'producer_member', foreign.id);
const openLink = await invite(me, 'producer_member', shop.id);
const [link] =
  await sql`select id from public.invitations where token_hash = sha256(convert_to(${openLink}, 'UTF8'))`;
const [report] =
  await sql`insert into public.reports (subject, subject_id, reason, details) values ('inquiry', ${inquiry}, 'spam', 'look') returning id`;
const [category] = await sql`insert into public.categories (key) values ('unused') returning id`;
const clusterPhoto = randomUUID();
await call(me, 'create_media', media(clusterPhoto, null, cluster.id));
await sql`insert into public.cluster_media (cluster_id, media_id, use) values (${cluster.id}, ${clusterPhoto}, 'cover')`;
const sitePhoto = randomUUID();
await call(me, 'create_media', media(sitePhoto, null, null));
await sql`insert into public.producer_media (producer_id, media_id, use) values (${shop.id}, ${loose}, 'workshop')`;
await sql`insert into public.certifications (producer_id, term) select ${shop.id}, key from public.terms where kind = 'certification' limit 1`;

function media(id: string, producer: string | null, of: string | null) {
  const sha256 = createHash('sha256').update(id).digest('hex');
  return {
    p_id: id,
    p_producer: producer,
    p_cluster: of,
    p_type: 'image/jpeg',
    p_bytes: 9,
    p_sha256: sha256,
    p_sha8: sha256.slice(0, 8),
    p_width: 9,
    p_height: 9,
  };
}

const place = { p_country: 'RW', p_place: '', p_locale: 'en' };
const because = { p_reason: 'for a reason' };
/** Arguments with which the call works for a person in good standing. */
const WAYS: Record<string, Record<string, unknown>> = {
  accept_invitation: { p_token: guestToken },
  add_product_media: { p_product: draft.id, p_media: loose },
  approve_cluster: { p_cluster: waiting.id },
  block_inquiry: { p_inquiry: inquiry, ...because },
  check_producer: { p_producer: foreign.id, p_item: 'identity', p_state: 'passed', p_note: '' },
  create_buyer: {
    p_id: randomUUID(),
    p_name: 'New',
    p_kind: 'retailer',
    p_country: 'DE',
    p_website: '',
  },
  create_cluster: { p_id: randomUUID(), p_name: 'New', ...place },
  create_invitation: {
    p_kind: 'producer_member',
    p_target: shop.id,
    p_role: 'editor',
    p_email: '',
    p_locale: 'en',
  },
  create_managed_producer: {
    p_id: randomUUID(),
    p_cluster: cluster.id,
    p_name: 'New',
    p_kind: 'workshop',
    p_phone: '',
    ...place,
  },
  create_media: media(randomUUID(), shop.id, null),
  create_producer: { p_id: randomUUID(), p_name: 'New', p_kind: 'workshop', ...place },
  delete_category: { p_id: category!['id'] },
  delete_draft: { p_product: draft.id },
  duplicate_product: { p_product: listed.id, p_new_id: randomUUID() },
  leave_cluster: { p_cluster: cluster.id, p_producer: shop.id, p_reason: '' },
  move_category: { p_id: category!['id'], p_up: true },
  move_inquiry: { p_inquiry: inquiry, p_action: 'close' },
  move_product: { p_product: listed.id, p_action: 'archive' },
  place_cluster_media: { p_cluster: cluster.id, p_media: clusterPhoto, p_use: 'gallery' },
  place_producer_media: { p_producer: shop.id, p_media: loose, p_use: 'workshop' },
  read_inquiry: { p_inquiry: inquiry },
  remove_member: { p_kind: 'producer', p_target: shop.id, p_user: me },
  reply_inquiry: { p_inquiry: inquiry, p_id: randomUUID(), p_body: 'Hello again' },
  resolve_report: { p_report: report!['id'], p_state: 'dismissed', p_resolution: 'nothing there' },
  revoke_invitation: { p_id: link!['id'] },
  save_category: {
    p_id: randomUUID(),
    p_parent: null,
    p_hs_heading: '',
    p_unit: '',
    p_hidden: false,
    p_names: { en: 'New' },
  },
  save_product: { p_id: draft.id, p_producer: shop.id, p_input: scene.facts },
  send_inquiry: {
    p_id: randomUUID(),
    p_product: foreignListed.id,
    p_message: 'Sixty pairs, please.',
    p_quantity: 60,
    p_needed_by: null,
    p_country: 'DE',
    p_organisation: '',
    p_locale: 'en',
  },
  set_cluster_state: { p_cluster: cluster.id, p_state: 'suspended', ...because },
  set_cluster_texts: { p_cluster: cluster.id, p_locale: 'sw', p_texts: { summary: 'Ngozi' } },
  set_operator: { p_user: other, p_operator: false },
  set_producer_state: { p_producer: foreign.id, p_state: 'suspended', ...because },
  set_producer_texts: { p_producer: shop.id, p_locale: 'sw', p_texts: { tagline: 'Ngozi' } },
  set_product_media: { p_product: listed.id, p_media: [listed.picture] },
  set_product_translations: {
    p_product: listed.id,
    p_locale: 'sw',
    p_texts: { title: 'Buti' },
    p_status: 'reviewed',
  },
  set_site_logo: { p_media: sitePhoto },
  set_user_suspended: { p_user: other, p_suspended: true, ...because },
};
/** Open to suspended people on purpose: going for good, and what a visitor's own key opens to anybody. */
const OPEN: Record<string, string> = {
  delete_my_account: 'going is always allowed',
  confirm_inquiry: 'the token decides, not the account',
  confirm_rfq: 'the token decides, not the account',
  confirm_tender: 'the key decides; a suspended person’s account opens no place',
  resolve_code: 'a printed code leads anybody to what is public',
  cancel_meeting: 'the visitor’s own key decides; an account that is suspended opens no meeting',
  remove_phone: 'one’s own number may always be taken back',
  take_back_card: 'one’s own card may always be taken back',
};
/** Without the worker's schema there is no job to touch; see the worker's own tests. */
const NEEDS_QUEUE = ['drop_job', 'retry_job'];

/** The trade. In good standing one gets at least past the door: an order in the wrong state is a refusal of another kind. */
const TRADE: typeof WAYS = {
  ...(await tradeWays(db, scene, { me, shop: shop.id, firm, foreign: foreign.id, inquiry })),
  ...(await roundWays(db, { me, cluster: cluster.id, shop: shop.id })),
  ...(await tenderWays(db, { me, cluster: cluster.id })),
  ...(await receivingWays(db, { cluster: cluster.id, shop: shop.id })),
  ...(await awardWays(db, { me, cluster: cluster.id, shop: shop.id })),
  ...(await settlementWays(db, { me, cluster: cluster.id, shop: shop.id })),
  ...(await boothWays(db, { me, cluster: cluster.id, shop: shop.id, product: listed.id })),
  ...(await visitorWays(db, { me, cluster: cluster.id, shop: shop.id })),
  ...(await meetingWays(db, { me, cluster: cluster.id, shop: shop.id })),
  ...(await exhibitionWays(db, { me, cluster: cluster.id, shops: await exhibitors() })),
};
const SHUT = ['account_suspended', 'not_allowed', 'not_found'];

async function exhibitors(): Promise<[string, string, string, string]> {
  const shops = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map(async (name) => scene.workshop(await db.addUser(), name)),
  );
  return shops.map(({ id }) => id) as [string, string, string, string];
}

class Undo extends Error {}
/** What an act answers, in a transaction that is undone. */
async function tried(act: (tx: TransactionSql) => Promise<unknown>): Promise<string> {
  try {
    await db.asUser(me, async (tx) => {
      await act(tx);
      throw new Undo();
    });
  } catch (end) {
    if (end instanceof Undo) return 'ok';
    return codeOf(end as Error & { code?: string });
  }
  return 'ok';
}

async function callTried(name: string): Promise<string> {
  const given = Object.entries(WAYS[name] ?? TRADE[name] ?? { p_job: 1 });
  const list = given.map(([key], n) => `${key} => $${n + 1}`).join(', ');
  const values = given.map(([, value]) => value as string);
  return tried((tx) => tx.unsafe(`select public.${name}(${list})`, values));
}

const suspend = (yes: boolean) =>
  sql`update public.profiles set suspended_at = ${yes ? sql`now()` : null}, suspended_reason = ${yes ? 'spam' : null} where user_id = ${me}`;

describe('a suspended person', () => {
  it('calls no function that writes', async () => {
    const writing = await sql<{ name: string }[]>`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.provolatile = 'v'
        and has_function_privilege('authenticated', p.oid, 'execute') order by 1`;
    const names = writing.map((row) => row.name);
    expect(names.toSorted()).toEqual(
      [
        ...Object.keys(WAYS),
        ...Object.keys(TRADE),
        ...Object.keys(OPEN),
        ...NEEDS_QUEUE,
      ].toSorted(),
    );
    const acts = names.filter((name) => !(name in OPEN));
    const before = Object.fromEntries(
      await Promise.all(acts.map(async (name) => [name, await callTried(name)])),
    );
    const opened = (name: string) =>
      name in TRADE && !SHUT.includes(before[name]!) ? before[name]! : 'ok';
    expect(before).toEqual(
      Object.fromEntries(
        acts.map((name) => [name, NEEDS_QUEUE.includes(name) ? 'not_found' : opened(name)]),
      ),
    );
    await suspend(true);
    const after: Record<string, string> = {};
    for (const name of acts) after[name] = await callTried(name);
    await suspend(false);
    for (const name of acts) {
      expect.soft(SHUT, `${name}: ${after[name]}`).toContain(after[name]);
    }
  });

  it('changes no row of any table that the API opens', async () => {
    const grants = await sql<{ name: string; verb: string; columns: string[] }[]>`
      select c.relname as name, v.verb, array_agg(a.attname order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped,
        (values ('UPDATE'), ('INSERT'), ('DELETE')) v (verb)
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and case v.verb
        when 'DELETE' then has_table_privilege('authenticated', c.oid, 'DELETE')
        else has_column_privilege('authenticated', c.oid, a.attnum, v.verb) end
      group by 1, 2 order by 1, 2`;
    expect(grants.length).toBeGreaterThan(20);
    const change = async ({ name, verb, columns }: (typeof grants)[number]) => {
      const list = columns.map((column) => `"${column}"`).join(', ');
      // A row that is there already: refused as a double in good standing, as not allowed before that otherwise.
      const [twin] = await sql.unsafe(`select to_jsonb(t) as row from public.${name} t limit 1`);
      const statement = {
        INSERT: `insert into public.${name} (${list}) select ${list} from jsonb_populate_record(null::public.${name}, $1) returning 1`,
        UPDATE: `update public.${name} set "${columns[0]}" = "${columns[0]}" where $1::jsonb is not null returning 1`,
        DELETE: `delete from public.${name} where $1::jsonb is not null returning 1`,
      }[verb]!;
      return tried(async (tx) => {
        const rows = await tx.unsafe(statement, [twin?.['row'] as string]);
        // No row that one may touch looks to the caller as if there were none.
        if (rows.length === 0)
          throw Object.assign(new Error('nothing to change'), { code: 'PGRST116' });
      });
    };
    for (const grant of grants) {
      const label = `${grant.verb} ${grant.name}`;
      await suspend(false);
      expect(['ok', 'conflict'], `${label} in good standing`).toContain(await change(grant));
      await suspend(true);
      expect(['not_allowed', 'not_found'], label).toContain(await change(grant));
    }
    await suspend(false);
  });

  it('still takes the data along and goes', async () => {
    await suspend(true);
    expect(await call(me, 'export_my_data')).toMatchObject({ account: { id: me } });
    expect(await tried((tx) => tx`select public.delete_my_account()`)).toBe('ok');
    await suspend(false);
  });
});
