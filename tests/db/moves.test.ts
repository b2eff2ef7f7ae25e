import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { INQUIRY_ACTIONS, INQUIRY_STATES, INQUIRY_TRANSITIONS } from '#src/domain/inquiry.ts';
import { LISTING_ACTIONS, listingTransitions, PRODUCT_STATES } from '#src/domain/listing-states.ts';
import type { ListingRole } from '#src/domain/listing-states.ts';
import { next } from '#src/domain/transitions.ts';
import { createTestDatabase } from '#tests/support/database.ts';

/** The tables of moves are written twice, in SQL and in src/domain: whatever one does, the other must. */
const db = await createTestDatabase();
const { sql } = db;

const member = await db.addUser();
const coordinator = await db.addUser();
const both = await db.addUser();
const operator = await db.addUser();
const buyer = await db.addUser();
const [producer, cluster, product, media, inquiry] = Array.from({ length: 5 }, () => randomUUID());
const REASON = 'the picture shows another shoe';

await sql`insert into public.operators (user_id) values (${operator})`;
await sql`insert into public.producers (id, slug, state, name, country) values (${producer!}, 'moves', 'active', 'Moves', 'RW')`;
await sql`insert into public.clusters (id, slug, name, country) values (${cluster!}, 'moves', 'Moves', 'RW')`;
await sql`insert into public.memberships (cluster_id, producer_id) values (${cluster!}, ${producer!})`;
await sql`insert into public.producer_members (producer_id, user_id, role)
  values (${producer!}, ${member}, 'owner'), (${producer!}, ${both}, 'editor')`;
await sql`insert into public.cluster_coordinators (cluster_id, user_id)
  values (${cluster!}, ${coordinator}), (${cluster!}, ${both})`;
await sql`insert into public.categories (key) values ('moves-shoes') on conflict do nothing`;
await sql`insert into public.products (id, producer_id, slug, title, category_id, unit, price_amount, price_currency, moq, lead_time_days)
  select ${product!}, ${producer!}, 'moves-shoe', 'Shoe', id, 'PR', 2500, 'USD', 10, 14
  from public.categories where key = 'moves-shoes'`;
await sql`insert into public.media (id, producer_id, state, content_type, bytes, sha256, sha8, width, height, colour)
  values (${media!}, ${producer!}, 'ready', 'image/jpeg', 1, ${'a'.repeat(64)}, ${'a'.repeat(8)}, 100, 100, '#aabbcc')`;
await sql`insert into public.media_alts (media_id, locale, alt) values (${media!}, 'en', 'A shoe')`;
await sql`insert into public.product_media (product_id, media_id, position) values (${product!}, ${media!}, 0)`;
await sql`insert into public.inquiries (id, producer_id, product_id, user_id) values (${inquiry!}, ${producer!}, ${product!}, ${buyer})`;

/** What the act answers, or the code it is refused with. */
async function answer(uid: string, act: (tx: TransactionSql) => Promise<string>): Promise<string> {
  try {
    return await db.asUser(uid, act);
  } catch (refusal) {
    return (refusal as Error).message;
  }
}

describe('a listing moves in SQL as in the domain', () => {
  const people: [string, ListingRole[], string][] = [
    ['a member', ['producer'], member],
    ['a coordinator', ['coordinator'], coordinator],
    ['a member who coordinates', ['producer', 'coordinator'], both],
    ['an operator', ['operator'], operator],
  ];
  const actions = LISTING_ACTIONS.filter((action) => action !== 'edit' && action !== 'duplicate');

  async function inSql(uid: string, state: string, action: string, reason: string) {
    await sql`update public.products set state = ${state}, published_at = now() where id = ${product!}`;
    return answer(uid, async (tx) => {
      const [row] =
        await tx`select public.move_product(${product!}, ${action}, ${reason}) as state`;
      return String(row?.['state']);
    });
  }

  it.each(people)('by %s', async (_, roles, uid) => {
    for (const reviewed of [false, true]) {
      await sql`update public.clusters set reviews_listings = ${reviewed} where id = ${cluster!}`;
      for (const state of PRODUCT_STATES) {
        for (const action of actions) {
          for (const reason of [REASON, ' no ']) {
            const ruled = next(listingTransitions(reviewed), { state, action, roles, reason });
            const said = { reviewed, state, action, reason };
            const result = await inSql(uid, state, action, reason);
            expect({ ...said, result }).toEqual({
              ...said,
              result: ruled.ok ? ruled.value : ruled.failure.code,
            });
          }
        }
      }
    }
  });
});

describe('an inquiry moves in SQL as in the domain', () => {
  const actions = INQUIRY_ACTIONS.filter((action) => action !== 'confirm' && action !== 'block');

  async function inSql(uid: string, state: string, action: string): Promise<string | null> {
    await sql`update public.inquiries set state = ${state} where id = ${inquiry!}`;
    const refused = await answer(uid, async (tx) => {
      if (action === 'reply') {
        await tx`select public.reply_inquiry(${inquiry!}, ${randomUUID()}, 'Yes, by March.')`;
      } else {
        await tx`select public.move_inquiry(${inquiry!}, ${action})`;
      }
      return '';
    });
    const [row] = await sql`select state from public.inquiries where id = ${inquiry!}`;
    return refused === '' ? String(row?.['state']) : null;
  }

  it.each([
    ['the buyer', 'buyer' as const, buyer],
    ['the producer', 'producer' as const, member],
    ['a coordinator, as the producer', 'producer' as const, coordinator],
  ])('by %s', async (_, role, uid) => {
    // Fewer messages than the hourly limit of one thread.
    await sql`delete from public.inquiry_messages`;
    for (const state of INQUIRY_STATES) {
      for (const action of actions) {
        const ruled = next(INQUIRY_TRANSITIONS, { state, action, roles: [role] });
        const result = await inSql(uid, state, action);
        expect({ state, action, result }).toEqual({
          state,
          action,
          result: ruled.ok ? ruled.value : null,
        });
      }
    }
  });
});
