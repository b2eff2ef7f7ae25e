import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { answerOf, sceneOf, takeMails } from './scene.ts';

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call, invite, accept } = scene;

const GONE = 'invitation_gone';
const read = (token: string, who = 'anon') => call(who, 'read_invitation', { p_token: token });
const roleOf = async (producer: string, user: string) => {
  const [row] =
    await db.sql`select role from public.producer_members where producer_id = ${producer} and user_id = ${user}`;
  return row?.['role'] as string | undefined;
};
const people = (count: number) => Promise.all(Array.from({ length: count }, () => db.addUser()));

describe('a link into a workshop', () => {
  it('lets one person in, once, and says nothing to the next', async () => {
    const [owner, guest, late] = await people(3);
    const shop = await scene.workshop(owner!, 'Akagera');
    const token = await invite(owner!, 'producer_member', shop.id);
    expect(await read(token)).toMatchObject({
      kind: 'producer_member',
      role: 'editor',
      organisation: 'Akagera',
    });
    expect(await accept(guest!, token)).toMatchObject({ producerId: shop.id, buyerId: null });
    expect(await roleOf(shop.id, guest!)).toBe('editor');
    expect(await read(token)).toBeNull();
    expect(await answerOf(accept(late!, token))).toBe(GONE);
    expect(await roleOf(shop.id, late!)).toBeUndefined();
  });

  it('answers the same again to the one whose first answer was lost', async () => {
    const [owner, guest] = await people(2);
    const shop = await scene.workshop(owner!);
    const token = await invite(owner!, 'producer_member', shop.id);
    expect(await accept(guest!, token)).toEqual(await accept(guest!, token));
  });

  it('seats one of two who open it at the same moment', async () => {
    const [owner, ...guests] = await people(7);
    const shop = await scene.workshop(owner!);
    const token = await invite(owner!, 'producer_member', shop.id);
    const answers = await Promise.all(guests.map((guest) => answerOf(accept(guest, token))));
    expect(answers.toSorted()).toEqual([...Array<string>(5).fill(GONE), 'ok']);
  });

  it('is worth nothing after two weeks or when it was taken back, and looks like one that never was', async () => {
    const [owner, guest] = await people(2);
    const shop = await scene.workshop(owner!);
    const [old, revoked] = [
      await invite(owner!, 'producer_member', shop.id),
      await invite(owner!, 'producer_member', shop.id),
    ];
    const rows =
      await db.sql`select id from public.invitations where producer_id = ${shop.id} order by created_at`;
    await db.sql`update public.invitations set expires_at = now() where id = ${rows[0]!['id']}`;
    await call(owner!, 'revoke_invitation', { p_id: rows[1]!['id'] });
    for (const token of [old, revoked, 'never-was']) {
      expect(await read(token)).toBeNull();
      expect(await answerOf(accept(guest!, token))).toBe(GONE);
    }
  });

  it('is not spent by somebody who has that seat already', async () => {
    const [owner, guest] = await people(2);
    const shop = await scene.workshop(owner!);
    const token = await invite(owner!, 'producer_member', shop.id);
    expect(await answerOf(accept(owner!, token))).toBe('already_done');
    expect(await roleOf(shop.id, owner!)).toBe('owner');
    expect(await answerOf(accept(guest!, token))).toBe('ok');
  });

  it('makes an editor an owner, so that a workshop can be handed over', async () => {
    const [owner, editor] = await people(2);
    const shop = await scene.workshop(owner!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id, 'editor'));
    await accept(editor!, await invite(owner!, 'producer_member', shop.id, 'owner'));
    expect(await roleOf(shop.id, editor!)).toBe('owner');
    await call(owner!, 'remove_member', { p_kind: 'producer', p_target: shop.id, p_user: owner });
  });
});

describe('who may invite', () => {
  it('is no editor, no stranger, and no coordinator of another cluster', async () => {
    const [owner, editor, stranger, other] = await people(4);
    const shop = await scene.workshop(owner!);
    const elsewhere = await scene.cluster(other!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id));
    for (const somebody of [editor!, stranger!, other!]) {
      for (const role of ['editor', 'owner']) {
        expect(await answerOf(invite(somebody, 'producer_member', shop.id, role))).toBe(
          'not_allowed',
        );
      }
    }
    expect(await answerOf(invite(owner!, 'cluster_producer', elsewhere.id))).toBe('not_allowed');
    expect(await answerOf(invite(owner!, 'cluster_coordinator', elsewhere.id))).toBe('not_allowed');
    expect(await answerOf(invite(owner!, 'producer_member', randomUUID()))).toBe('not_allowed');
    expect(await answerOf(invite('anon', 'producer_member', shop.id))).toBe('not_allowed');
  });

  it('is an operator, but not for an organisation that does not exist', async () => {
    const [operator] = await people(1);
    await db.sql`insert into public.operators (user_id) values (${operator!})`;
    expect(await answerOf(invite(operator!, 'producer_member', randomUUID()))).toBe('not_allowed');
  });

  it('is a coordinator for a member that nobody owns, never beside its owner', async () => {
    const [coordinator, owner, sister] = await people(3);
    const cluster = await scene.cluster(coordinator!);
    const kept = randomUUID();
    await call(coordinator!, 'create_managed_producer', {
      p_id: kept,
      p_cluster: cluster.id,
      p_name: 'Kept',
      p_kind: 'individual',
      p_country: 'RW',
      p_place: '',
      p_phone: '',
      p_locale: 'rw',
    });
    const [first, second] = [
      await invite(coordinator!, 'producer_member', kept, 'owner'),
      await invite(coordinator!, 'producer_member', kept, 'owner'),
    ];
    await accept(owner!, first);
    expect(await answerOf(accept(sister!, second))).toBe(GONE);
    expect(await answerOf(invite(coordinator!, 'producer_member', kept, 'owner'))).toBe(
      'not_allowed',
    );
  });

  it('is nobody any more once they were removed or suspended: their open links die with the seat', async () => {
    const [owner, partner, accomplice, operator] = await people(4);
    await db.sql`insert into public.operators (user_id) values (${operator!})`;
    const shop = await scene.workshop(owner!);
    await accept(partner!, await invite(owner!, 'producer_member', shop.id, 'owner'));
    const backDoor = await invite(partner!, 'producer_member', shop.id, 'owner');
    await call(owner!, 'remove_member', { p_kind: 'producer', p_target: shop.id, p_user: partner });
    expect(await read(backDoor)).toBeNull();
    for (const somebody of [partner!, accomplice!]) {
      expect(await answerOf(accept(somebody, backDoor))).toBe(GONE);
    }
    const link = await invite(owner!, 'producer_member', shop.id);
    await call(operator!, 'set_user_suspended', {
      p_user: owner,
      p_suspended: true,
      p_reason: 'spam',
    });
    expect(await answerOf(accept(accomplice!, link))).toBe(GONE);
    await call(operator!, 'set_user_suspended', { p_user: owner, p_suspended: false });
    expect(await answerOf(accept(accomplice!, link))).toBe('ok');
  });

  it('stops after a hundred links a day', async () => {
    const [owner] = await people(1);
    const shop = await scene.workshop(owner!);
    await db.sql`
      insert into public.invitations (kind, producer_id, role, token_hash, created_by)
      select 'producer_member', ${shop.id}, 'editor', sha256(convert_to(n::text || ${shop.id}, 'UTF8')), ${owner!} from generate_series(1, 100) n`;
    expect(await answerOf(invite(owner!, 'producer_member', shop.id))).toBe('rate_limited');
  });
});

describe('a link into a cluster', () => {
  it('brings in a workshop of one’s own, not one where one only helps, and no stranger’s', async () => {
    const [coordinator, owner, editor] = await people(3);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id));
    const token = await invite(coordinator!, 'cluster_producer', cluster.id);
    expect(await answerOf(accept(editor!, token, shop.id))).toBe('choose_producer');
    expect(await answerOf(accept(coordinator!, token, shop.id))).toBe('choose_producer');
    expect(await answerOf(accept(owner!, token))).toBe('choose_producer');
    expect(await accept(owner!, token, shop.id)).toMatchObject({
      clusterId: cluster.id,
      producerId: shop.id,
    });
  });

  it('joins one workshop only, though its holder owns two', async () => {
    const [coordinator, owner] = await people(2);
    const cluster = await scene.cluster(coordinator!);
    const [one, two] = [await scene.workshop(owner!), await scene.workshop(owner!)];
    const token = await invite(coordinator!, 'cluster_producer', cluster.id);
    await accept(owner!, token, one.id);
    expect(await accept(owner!, token, two.id)).toMatchObject({ producerId: null });
    const members =
      await db.sql`select producer_id from public.memberships where cluster_id = ${cluster.id}`;
    expect(members).toEqual([{ producer_id: one.id }]);
  });

  it('makes no coordinator of somebody who was asked as a workshop, and the other way round', async () => {
    const [coordinator, owner, helper] = await people(3);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    await accept(
      owner!,
      await invite(coordinator!, 'cluster_producer', cluster.id, 'owner'),
      shop.id,
    );
    expect(await answerOf(invite(owner!, 'cluster_producer', cluster.id))).toBe('not_allowed');
    await accept(helper!, await invite(coordinator!, 'cluster_coordinator', cluster.id), shop.id);
    const [row] =
      await db.sql`select count(*)::int as n from public.memberships where cluster_id = ${cluster.id}`;
    expect(row).toEqual({ n: 1 });
    expect(await answerOf(invite(helper!, 'cluster_producer', cluster.id))).toBe('ok');
  });

  it('opens nothing when an operator closed the cluster', async () => {
    const [coordinator, owner] = await people(2);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    const token = await invite(coordinator!, 'cluster_producer', cluster.id);
    await db.sql`update public.clusters set state = 'suspended', suspended_reason = 'spam' where id = ${cluster.id}`;
    expect(await answerOf(accept(owner!, token, shop.id))).toBe(GONE);
    expect(await answerOf(invite(coordinator!, 'cluster_producer', cluster.id))).toBe(
      'not_allowed',
    );
  });

  it('lets a workshop that left come back', async () => {
    const [coordinator, owner] = await people(2);
    const cluster = await scene.cluster(coordinator!);
    const shop = await scene.workshop(owner!);
    const join = async () =>
      accept(owner!, await invite(coordinator!, 'cluster_producer', cluster.id), shop.id);
    const leave = () =>
      call(owner!, 'leave_cluster', { p_cluster: cluster.id, p_producer: shop.id, p_reason: '' });
    await join();
    await leave();
    expect(await answerOf(leave())).toBe('already_done');
    await join();
    expect(await answerOf(leave())).toBe('ok');
  });
});

describe('the token', () => {
  it('is kept nowhere in clear but in the mail that carries it', async () => {
    const [owner, guest] = await people(2);
    const shop = await scene.workshop(owner!);
    await takeMails(db);
    const token = await call<string>(owner!, 'create_invitation', {
      p_kind: 'producer_member',
      p_target: shop.id,
      p_role: 'editor',
      p_email: 'Guest@Isoko.test ',
      p_locale: 'fr',
    });
    const [mail] = await takeMails(db);
    expect(mail).toMatchObject({ to: 'guest@isoko.test', template: 'invitation', data: { token } });
    await accept(guest!, token);
    const tables = await db.sql<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'private', 'auth') and table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const found = await db.sql.unsafe(
        `select 1 from ${name} t where position($1 in t::text) > 0`,
        [token],
      );
      expect(found, name).toHaveLength(0);
    }
  });

  it('is never shown to those who see the list of open invitations', async () => {
    const [owner, editor] = await people(2);
    const shop = await scene.workshop(owner!);
    await accept(editor!, await invite(owner!, 'producer_member', shop.id));
    const list = (uid: string) =>
      db.asUser(uid, (tx) => tx`select id from public.invitations where producer_id = ${shop.id}`);
    expect(await list(owner!)).toHaveLength(1);
    expect(await list(editor!)).toHaveLength(0);
    const hashes = db.asUser(owner!, (tx) => tx`select token_hash from public.invitations`);
    await expect(hashes).rejects.toThrow(/permission denied/);
  });

  it('of an invitation can be taken back only by those who may invite', async () => {
    const [owner, rival] = await people(2);
    const shop = await scene.workshop(owner!);
    const token = await invite(owner!, 'producer_member', shop.id);
    const [row] = await db.sql`select id from public.invitations where producer_id = ${shop.id}`;
    expect(await answerOf(call(rival!, 'revoke_invitation', { p_id: row!['id'] }))).toBe(
      'not_found',
    );
    expect(await read(token)).not.toBeNull();
  });
});
