import { createHash, randomUUID } from 'node:crypto';
import type { ErrorCode } from '#src/domain/error-codes.ts';
import { codeOf } from '#src/server/db/failure.ts';
import type { TestDatabase } from '#tests/support/database.ts';

type Caller = string | 'anon' | 'service';
type Args = Record<string, unknown>;

/** The code that a person would be told, `ok` when nothing was refused. */
export async function answerOf(act: Promise<unknown>): Promise<ErrorCode | 'ok'> {
  try {
    await act;
    return 'ok';
  } catch (refusal) {
    return codeOf(refusal as Error & { code?: string });
  }
}

/**
 * People, workshops and listings for a story. `call` runs a function of the API as somebody (an account's id,
 * `anon` or `service`), with its arguments by name; everything else is made through such calls too.
 */
export async function sceneOf(db: TestDatabase) {
  async function call<T = unknown>(who: Caller, name: string, args: Args = {}): Promise<T> {
    const given = Object.entries(args).filter(([, value]) => value !== undefined);
    const list = given.map(([key], n) => `${key} => $${n + 1}`).join(', ');
    const run = who === 'anon' ? db.asAnon : who === 'service' ? db.asService : undefined;
    const act = run ?? (<R>(body: Parameters<typeof db.asUser<R>>[1]) => db.asUser<R>(who, body));
    return act(async (tx) => {
      const values = given.map(([, value]) => value as string);
      const [row] = await tx.unsafe(`select public.${name}(${list}) as value`, values);
      return row?.['value'] as T;
    });
  }

  async function workshop(owner: string, name = 'Workshop') {
    const id = randomUUID();
    const place = { p_country: 'RW', p_place: 'Masoro', p_locale: 'en' };
    const slug = await call<string>(owner, 'create_producer', {
      p_id: id,
      p_name: name,
      p_kind: 'workshop',
      ...place,
    });
    return { id, slug };
  }

  async function cluster(coordinator: string, name = 'Cluster') {
    const id = randomUUID();
    const place = { p_country: 'RW', p_place: 'Masoro', p_locale: 'en' };
    const slug = await call<string>(coordinator, 'create_cluster', {
      p_id: id,
      p_name: name,
      ...place,
    });
    return { id, slug };
  }

  const invite = (by: string, kind: string, target: string, role: string | null = null) =>
    call<string>(by, 'create_invitation', {
      p_kind: kind,
      p_target: target,
      p_role: role,
      p_email: '',
      p_locale: 'en',
    });
  const accept = (by: string, token: string, producer?: string) =>
    call<Record<string, string | null>>(by, 'accept_invitation', {
      p_token: token,
      p_producer: producer,
    });

  /** A finished picture of a producer, with its words. */
  async function photo(editor: string, producer: string, alt = 'A shoe on a bench') {
    const id = randomUUID();
    const sha256 = createHash('sha256').update(id).digest('hex');
    await call(editor, 'create_media', {
      p_id: id,
      p_producer: producer,
      p_cluster: null,
      p_type: 'image/jpeg',
      p_bytes: 1000,
      p_sha256: sha256,
      p_sha8: sha256.slice(0, 8),
      p_width: 1200,
      p_height: 900,
    });
    await db.sql`update public.media set state = 'ready', colour = '#aabbcc' where id = ${id}`;
    if (alt) {
      await db.sql`insert into public.media_alts (media_id, locale, alt) values (${id}, 'en', ${alt})`;
    }
    return id;
  }

  const [leaf] = await db.sql<{ id: string }[]>`
    select c.id from public.categories c where not exists (select 1 from public.categories x where x.parent_id = c.id)
    order by c.key limit 1`;
  /** Everything that a listing must say to be public. */
  const facts: Args = {
    title: 'Ankle boot',
    category_id: leaf!.id,
    price_amount: 45_000,
    price_currency: 'RWF',
    unit: 'PR',
    moq: 6,
    lead_time_days: 21,
  };
  const save = (by: string, producer: string, input: Args = facts, id: string = randomUUID()) =>
    call<{ id: string; slug: string; state: string }>(by, 'save_product', {
      p_id: id,
      p_producer: producer,
      p_input: input,
    });
  const move = (by: string, product: string, action: string, reason = '') =>
    call<string>(by, 'move_product', { p_product: product, p_action: action, p_reason: reason });

  /** A listing with one picture, published by whoever saves it. */
  async function published(by: string, producer: string, input: Args = {}) {
    const product = await save(by, producer, { ...facts, ...input });
    const picture = await photo(by, producer);
    await call(by, 'add_product_media', { p_product: product.id, p_media: picture });
    const state = await move(by, product.id, 'publish');
    return { ...product, state, picture };
  }

  return { call, workshop, cluster, invite, accept, photo, facts, save, move, published };
}

export type Scene = Awaited<ReturnType<typeof sceneOf>>;

/** Mails that wait in the outbox, oldest first, and forgets them. */
export async function takeMails(db: TestDatabase) {
  const rows = await db.sql<{ payload: { to: string; template: string; data: Args } }[]>`
    with taken as (delete from private.outbox where kind = 'mail.send' returning payload, created_at)
    select payload from taken order by created_at`;
  return rows.map((row) => row.payload);
}
