import { describe, expect, it } from 'vitest';
import type { TradeFigures } from '#src/features/insight/queries.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { quoteSceneOf } from './quote-scene.ts';
import { sceneOf } from './scene.ts';

const db = await createTestDatabase();
const { sql } = db;
const scene = await sceneOf(db);
const { call } = scene;
const q = await quoteSceneOf(db, scene);
const coordinator = await db.addUser('coordinator@isoko.test');
const outsider = await db.addUser('outsider@isoko.test');
const operator = await db.addUser('operator@isoko.test');
await sql`insert into public.operators (user_id) values (${operator})`;
const cluster = await scene.cluster(coordinator, 'Masoro');
const other = await scene.cluster(outsider, 'Huye');
await scene.accept(
  q.maker,
  await scene.invite(coordinator, 'cluster_producer', cluster.id),
  q.shop.id,
);

const ofCluster = (who: string, slug = cluster.slug) =>
  call<TradeFigures | null>(who, 'cluster_trade', { p_cluster: slug, p_months: 6 });
const ofSite = (who: string) => call<TradeFigures | null>(who, 'operator_trade', { p_months: 6 });

describe('figures of the trade', () => {
  it('count what was asked, answered, quoted and ordered, and name what is stuck', async () => {
    const waiting = await q.ask();
    const { quote } = await q.standing();
    await q.accept(q.buyer, quote);
    await sql`update public.inquiries set created_at = now() - interval '4 days' where id = ${waiting}`;
    const figures = (await ofCluster(coordinator))!;
    expect(figures.answers).toMatchObject({ asked: 2, answered: 1, inTwoDays: 1, stuck: 1 });
    expect(figures.funnel).toEqual({ asked: 2, quoted: 1, ordered: 1, delivered: 0 });
    expect(figures.stuck.map((one) => one.inquiryId)).toEqual([waiting]);
    expect(figures.values).toMatchObject([
      { cluster: 'Masoro', currency: 'RWF', orders: 1, amount: 5_947_200 },
    ]);
    expect(figures.producers).toMatchObject([{ id: q.shop.id, orders: [{ amount: 5_947_200 }] }]);
    expect(figures.months).toHaveLength(6);
    expect((await ofSite(operator))!.values).toEqual(figures.values);
  });

  it('take no notice of what the producer never saw', async () => {
    const before = (await ofCluster(coordinator))!.answers.asked;
    await sql`update public.inquiries set withheld = true`;
    expect((await ofCluster(coordinator))!.answers.asked).toBe(0);
    await sql`update public.inquiries set withheld = false`;
    expect((await ofCluster(coordinator))!.answers.asked).toBe(before);
  });

  it('are for the cluster’s coordinators and for operators alone', async () => {
    for (const who of [q.maker, q.buyer, outsider]) expect(await ofCluster(who)).toBeNull();
    for (const who of [q.maker, q.buyer, outsider, coordinator])
      expect(await ofSite(who)).toBeNull();
    expect((await ofCluster(outsider, other.slug))!.answers.asked).toBe(0);
    expect(await ofCluster(coordinator, 'no-such-cluster')).toBeNull();
    // An operator works at every cluster's desk.
    expect((await ofCluster(operator))?.orders).toEqual((await ofCluster(coordinator))?.orders);
    await expect(call('anon', 'operator_trade')).rejects.toThrow(/permission denied/);
  });
});
