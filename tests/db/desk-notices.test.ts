import { beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { sceneOf, takeMails } from './scene.ts';

// What a desk decides is told once: a notice and, where it is wanted, one mail.

const db = await createTestDatabase();
const scene = await sceneOf(db);
const { call } = scene;
const { sql } = db;
const owner = await db.addUser('owner@isoko.test');
const helper = await db.addUser('helper@isoko.test');
const operator = await db.addUser('operator@isoko.test');
await sql`insert into public.operators (user_id) values (${operator})`;
const shop = await scene.workshop(owner, 'Akagera Boots');

beforeEach(async () => {
  await sql`delete from public.notifications`;
  await takeMails(db);
});
const told = (user: string) =>
  sql`select kind, data - '{side,producer,producerSlug}'::text[] as data from public.notifications where user_id = ${user}`;
const check = (state: string) =>
  call(operator, 'check_producer', {
    p_producer: shop.id,
    p_item: 'identity',
    p_state: state,
    p_note: 'secret note',
  });

describe('what a desk decides', () => {
  it('about a check is told when it changes, without the note', async () => {
    await check('passed');
    await check('passed');
    const passed = { kind: 'verification_passed', data: { item: 'identity' } };
    expect(await told(owner)).toEqual([passed]);
    expect((await takeMails(db)).map((mail) => mail.template)).toEqual(['verification_passed']);
    await check('open');
    await check('failed');
    expect(await told(owner)).toContainEqual({ ...passed, kind: 'verification_failed' });
  });

  it('about a report is told to whoever reported it with an account', async () => {
    const [report] = await sql<{ id: string }[]>`
      insert into public.reports (subject, subject_id, reason, reporter) values ('producer', ${shop.id}, 'other', ${helper})
      returning id`;
    await call(operator, 'resolve_report', {
      p_report: report!.id,
      p_state: 'dismissed',
      p_resolution: 'We found nothing wrong.',
    });
    expect(await told(helper)).toEqual([
      {
        kind: 'report_answered',
        data: { reportId: report!.id, reason: 'We found nothing wrong.' },
      },
    ]);
    // News of the market come with the mail of the day.
    expect(await takeMails(db)).toEqual([]);
  });
});

describe('an accepted invitation', () => {
  it('is told to whoever made the link, once', async () => {
    const token = await scene.invite(owner, 'producer_member', shop.id);
    await scene.accept(helper, token);
    await scene.accept(helper, token);
    expect(await told(owner)).toMatchObject([
      { kind: 'invitation_accepted', data: { title: 'Akagera Boots' } },
    ]);
    expect(await told(helper)).toEqual([]);
    expect((await takeMails(db)).map((mail) => [mail.to, mail.template])).toEqual([
      ['owner@isoko.test', 'invitation_accepted'],
    ]);
  });
});
