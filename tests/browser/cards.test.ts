import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { placeOrder } from '#tests/db/order-scene.ts';
import { expectReadable } from '#tests/support/browser.ts';
import { makeOperator, newMember, type Member } from '#tests/support/market.ts';
import type { Site } from '#tests/support/site.ts';
import { stageTrade, type TradeStage } from '#tests/support/staging.ts';
import {
  HOOK_SECRET,
  KEY,
  signedMessage,
  startStripe,
  type StripeServer,
} from '#tests/support/stripe-server.ts';

// A deposit by card on a phone, against a server that answers as Stripe does; a workshop that Stripe cannot pay.

let site: Site;
let stage: TradeStage;
let stripe: StripeServer;
let maker: Member;
let buyer: Member;
let operator: Member;
let shop = '';
let order = '';
let sql: TradeStage['sql'];
let signedIn: TradeStage['signedIn'];
const c = messages('en').cards;

beforeAll(async () => {
  stripe = await startStripe();
  const env = {
    STRIPE_SECRET_KEY: KEY,
    STRIPE_WEBHOOK_SECRET: HOOK_SECRET,
    STRIPE_API_BASE: stripe.url,
  };
  stage = await stageTrade({ env });
  ({ site, sql, maker, buyer, shop, signedIn } = stage);
  operator = await newMember(site, 'buy');
  await makeOperator(site, operator.email);
  order = (await placeOrder(sql, stage.both)).id;
});
afterAll(async () => {
  await stage?.stop();
  await stripe?.stop();
});

const deliver = ({ body, signature }: ReturnType<typeof signedMessage>) =>
  fetch(`${site.url}/hooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  });
const payments = () =>
  sql<{ state: string; amount: number }[]>`
    select state::text, amount::int from public.payments where order_id = ${order} order by created_at`;

describe('a deposit by card', () => {
  it('is paid on a phone, exactly once, whoever tells of it and however often', async () => {
    const { page, close } = await signedIn(buyer);
    const money = `${site.url}/orders/${order}/money`;
    const deposit = page.getByRole('button', { name: c.pay.deposit('$407.10') });
    await page.goto(money);
    await expectReadable(page);

    // Away, and back without paying: nothing was taken, and the same page opens again.
    await deposit.click();
    await page.waitForURL(`${stripe.url}/pay/**`);
    const first = page.url();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByText(c.back).waitFor();
    await expectReadable(page);
    expect(await payments()).toEqual([{ state: 'pending', amount: 40_710 }]);
    await deposit.click();
    await page.waitForURL(first);
    expect(await page.textContent('h1')).toBe('40710 usd');
    await page.getByRole('button', { name: 'Declined' }).click();
    await page.getByRole('button', { name: 'Pay' }).click();

    await page.waitForURL(/\/money\?card=/);
    await page.getByText(c.paid('$407.10')).waitFor();
    await expectReadable(page);
    const [intent] = stripe.world
      .all('payment_intent')
      .filter((row) => row['status'] === 'succeeded');
    const message = signedMessage('payment_intent.succeeded', intent!);
    const answers = await Promise.all([message, message, message].map(deliver));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const forged = signedMessage('payment_intent.succeeded', intent!, {
      secret: 'whsec_forged000',
    });
    expect((await deliver(forged)).status).toBe(400);
    await page.reload();
    await page.getByText(c.paid('$407.10')).waitFor();
    expect(await deposit.count()).toBe(0);
    expect(await payments()).toEqual([{ state: 'confirmed', amount: 40_710 }]);
    const [books] =
      await sql`select count(*) from public.ledger_journals where order_id = ${order} and kind = 'payment'`;
    expect(books!['count']).toBe('1');
    await close();
  });

  it('that Stripe does not know yet says that it is being confirmed, and then shows that it came', async () => {
    const { page, close } = await signedIn(buyer);
    await page.goto(`${site.url}/orders/${order}/money`);
    // Nothing is due yet: the way to pay is folded.
    await page.locator('summary', { hasText: messages('en').payments.payEarly }).click();
    await page.getByRole('button', { name: c.pay.balance('$949.90') }).click();
    await page.waitForURL(`${stripe.url}/pay/**`);
    const session = page.url().split('/').at(-1)!;
    const { session: row, intent } = stripe.world.pay(session, { later: true });
    await page.goto(String(row['success_url']));
    await page.getByText(c.waitingTitle).waitFor();
    await expectReadable(page);
    stripe.world.arrive(intent.id);
    await deliver(signedMessage('checkout.session.async_payment_succeeded', row));
    // The page finds out by itself.
    await page.getByText(c.paid('$949.90')).waitFor();
    expect((await payments()).map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
    await close();
  });
});

describe('a refund', () => {
  const planned = async (amount: number) => {
    const [row] = await sql<{ id: string }[]>`
      insert into public.refunds (payment_id, order_id, amount, reason)
      select p.id, p.order_id, ${amount}, 'less was sent' from public.payments p where p.order_id = ${order} and p.amount = 40710 returning id`;
    return row!.id;
  };
  const stateOf = async (id: string) =>
    (await sql<{ state: string }[]>`select state::text from public.refunds where id = ${id}`)[0]!
      .state;

  it('is sent by the worker, and what Stripe refuses counts as paid again', async () => {
    const sent = await planned(10_000);
    await vi.waitFor(async () => expect(await stateOf(sent)).toBe('succeeded'), {
      timeout: 20_000,
    });
    const [made] = stripe.world.all('refund');
    expect(made!['amount']).toBe(10_000);
    stripe.world.get(made!['charge'] as string)['amount_refunded'] = 40_710;
    const refused = await planned(500);
    await vi.waitFor(async () => expect(await stateOf(refused)).toBe('failed'), {
      timeout: 20_000,
    });
    const [money] = await sql`select paid::int, refunded::int from private.order_money(${order})`;
    expect(money).toEqual({ paid: 125_700, refunded: 10_000 });
  });
});

describe('those who are paid', () => {
  it('a workshop where Stripe does not pay out reads why, and what else there is; elsewhere it is led on', async () => {
    const { page, close } = await signedIn(maker);
    await page.goto(`${site.url}/studio/${shop}/money/card`);
    await page.getByText(c.noCountryTitle).waitFor();
    await expectReadable(page);
    await sql`update public.producers set country = 'FR' where slug = ${shop}`;
    await page.reload();
    await page.getByRole('button', { name: c.connect }).click();
    await page.waitForURL(`${stripe.url}/pay/connect**`);
    await page.goto(`${site.url}/studio/${shop}/money/card`);
    await page.getByText(c.states.started).waitFor();
    await expectReadable(page);
    await close();
  });

  it('an operator sees what does not fit, and says that it is seen to', async () => {
    await sql`select public.alert_operators('dispute:du_1', 'dispute', '{"detail":"fraudulent","ref":"du_1","amount":40710,"currency":"USD"}')`;
    const { page, close } = await signedIn(operator);
    await page.goto(`${site.url}/operator/cards`);
    await page.getByText(c.alertKinds.dispute).waitFor();
    await expectReadable(page);
    const dispute = page.locator('main li', { hasText: c.alertKinds.dispute });
    await page.locator('main li', { hasText: c.alertKinds.refund }).waitFor();
    await dispute.getByRole('button', { name: c.settle }).click();
    await dispute.getByText(c.settled, { exact: true }).waitFor();
    await close();
  });
});
