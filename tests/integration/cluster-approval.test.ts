import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { messages } from '#src/i18n/messages.ts';
import { wordsOf, type HttpPerson } from '#tests/support/http-person.ts';
import { makeOperator, newMember, opened } from '#tests/support/market.ts';
import { startSite, type Site } from '#tests/support/site.ts';

/** A cluster from sign-up to suspension, as its coordinator and the operator meet it without JavaScript. */
const { coordination: c, operator: o, errors } = messages('en');
let site: Site;
let operator: HttpPerson;
let coordinator: HttpPerson;
let email: string;
let cluster: string;

beforeAll(async () => {
  site = await startSite();
  const boss = await newMember(site, 'buy');
  operator = boss.person;
  await makeOperator(site, boss.email);
  ({ person: coordinator, email } = await newMember(site, 'coordinate'));
  cluster = await opened(coordinator, 'coordination', 'Hill & Lake Makers');
});
afterAll(() => site?.stop());

const desk = async () => wordsOf(await coordinator.get(`/coordination/${cluster}`));
const list = '/operator/clusters?q=Hill+%26&state=active';
const waiting = '/operator/clusters?q=Hill+%26&state=unapproved';

it('waits for approval, kindly said on the desk, and is public meanwhile', async () => {
  expect(await desk()).toContain(c.approvalTitle);
  expect((await coordinator.get(`/clusters/${cluster}`)).status).toBe(200);
  expect(wordsOf(await operator.get('/operator/clusters'))).toContain(o.notApproved);
});

it('is approved from the list, which stays where it was, and its coordinator hears of it', async () => {
  const after = new Date();
  const done = await operator.submit(waiting, 'operator.approveCluster');
  expect(done).toMatchObject({ status: 303, location: waiting });
  expect(wordsOf(await operator.get(waiting))).toContain(o.nothingFoundTitle);
  expect((await site.mailTo(email, after)).text).toContain(`/coordination/${cluster}`);
  expect(await desk()).not.toContain(c.approvalTitle);
});

it('is suspended from there too; a refusal keeps the list as well', async () => {
  const refused = await operator.submit(list, 'operator.setClusterState', { reason: '' });
  expect(wordsOf(refused)).toContain(errors.reason_required);
  expect(refused.html).toContain('value="Hill &amp;"');
  const done = await operator.submit(list, 'operator.setClusterState', { reason: 'Copied photos' });
  expect(done).toMatchObject({ status: 303, location: list });
});

it('is still read by its coordinator, with the reason and nothing to press', async () => {
  const words = await desk();
  expect(words).toContain('Copied photos');
  expect(words).toContain(c.suspendedLook);
  for (const page of ['', '/producers', '/producers/new', '/review', '/members', '/profile']) {
    const answer = await coordinator.get(`/coordination/${cluster}${page}`);
    expect(answer.status, page).toBe(200);
    const forms = [...answer.html.matchAll(/<form[^>]*action="[^"]*_action=([\w.]+)/g)];
    // Leaving it is all that is left.
    const left = forms.map(([, action]) => action).filter((action) => !/signOut/.test(action!));
    expect(left, page).toEqual(page === '/members' ? ['organisations.removeMember'] : []);
  }
  const sql = connect(site.runtime.databaseUrl);
  const rows = await sql`select approved_at from public.clusters where slug = ${cluster}`;
  expect(rows).toMatchObject([{ approved_at: null }]);
  await sql.end();
});
