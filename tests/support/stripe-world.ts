import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer that is no success, as Stripe words it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly kind: string;
  constructor(status: number, code: string, message: string, kind = 'invalid_request_error') {
    super(message);
    this.status = status;
    this.code = code;
    this.kind = kind;
  }
}

/** What Stripe knows: sessions, payments, refunds, transfers, accounts and what moved in which balance. */
export type Fields = { [name: string]: unknown };
type Row = Fields & { id: string; object: string };

const THREE = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
const TWICE_ZERO = new Set(['isk', 'ugx']);
const now = () => Math.floor(Date.now() / 1000);
const make = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;
const int = (value: unknown, name: string): number => {
  if (!/^\d+$/.test(String(value)))
    throw new Refused(400, 'parameter_invalid_integer', `Invalid integer: ${name}`);
  return Number(value);
};
const list = (value: unknown): Fields[] =>
  Array.isArray(value) ? (value as Fields[]) : (Object.values((value ?? {}) as object) as Fields[]);

export function stripeWorld() {
  const rows = new Map<string, Row>();
  const add = <T extends Row>(row: T): T => (rows.set(row.id, row), row);
  const all = (object: string) =>
    [...rows.values()].filter((row) => row.object === object).reverse();
  const get = (id: string, object?: string): Row => {
    const row = rows.get(id);
    if (!row || (object && row.object !== object))
      throw new Refused(404, 'resource_missing', `No such ${object ?? 'object'}: '${id}'`);
    return row;
  };
  const world = {
    base: '',
    /** The platform's own account. */
    home: add({ id: 'acct_platform', object: 'account', country: 'DE' } as Row),
    rows,
    get,
    all,
    add,
    /** Millionths of the payment's currency in the balance's: 1 000 000 when they are the same. */
    rate: 1_000_000,
    fee: (amount: number) => Math.round(amount * 0.029) + 30,
    /** How the next refunds end, and whether the balance has enough for transfers. */
    refundStatus: 'succeeded' as string,
    broke: false,

    /** The buyer pays on the page. `later`: by a debit that takes days. */
    pay(session: string, how: { later?: boolean; amount?: number; currency?: string } = {}) {
      const row = get(session, 'checkout.session');
      if (row['status'] !== 'open') throw new Refused(400, 'checkout_not_open', 'not open');
      const intent = intentOf(row, how);
      row['status'] = 'complete';
      row['payment_intent'] = intent.id;
      if (how.later) intent['status'] = 'processing';
      else world.arrive(intent.id);
      row['payment_status'] = how.later ? 'unpaid' : 'paid';
      return { session: row, intent };
    },
    /** The card is refused; the page stays open. */
    decline(session: string) {
      const row = get(session, 'checkout.session');
      const intent = row['payment_intent']
        ? get(row['payment_intent'] as string)
        : intentOf(row, {});
      row['payment_intent'] = intent.id;
      intent['status'] = 'requires_payment_method';
      intent['last_payment_error'] = { code: 'card_declined', message: 'Your card was declined.' };
      return { session: row, intent };
    },
    expire(session: string) {
      const row = get(session, 'checkout.session');
      row['status'] = 'expired';
      row['url'] = null;
      return row;
    },
    /** The money of an intent is there. */
    arrive(intentId: string) {
      const intent = get(intentId, 'payment_intent');
      const amount = intent['amount'] as number;
      const settled = Math.round((amount * world.rate) / 1_000_000);
      const charge = add({
        id: make('ch'),
        object: 'charge',
        amount,
        amount_refunded: 0,
        currency: intent['currency'],
        created: now(),
        livemode: false,
        payment_intent: intentId,
        metadata: intent['metadata'],
        refunded: false,
        status: 'succeeded',
      });
      const balance = move(
        'charge',
        charge,
        settled,
        world.fee(settled),
        intent['currency'] as string,
      );
      Object.assign(charge, { balance_transaction: balance.id });
      Object.assign(intent, {
        status: 'succeeded',
        amount_received: amount,
        latest_charge: charge.id,
        last_payment_error: null,
      });
      for (const row of all('checkout.session'))
        if (row['payment_intent'] === intentId) row['payment_status'] = 'paid';
      return charge;
    },
    fail(intentId: string) {
      Object.assign(get(intentId), {
        status: 'requires_payment_method',
        last_payment_error: { code: 'debit_not_authorized', message: 'The debit was refused.' },
      });
    },
    chargeOf: (intent: string) => get(get(intent)['latest_charge'] as string),
    /** Somebody refunds at Stripe's own desk. */
    refund: (fields: Fields) => createRefund(fields),
    dispute(intent: string, status = 'needs_response') {
      const charge = world.chargeOf(intent);
      return add({
        id: make('du'),
        object: 'dispute',
        amount: charge['amount'],
        currency: charge['currency'],
        charge: charge.id,
        payment_intent: intent,
        reason: 'fraudulent',
        status,
      });
    },
    /** The producer's bank takes or refuses what lies in their account. */
    bankPayout(account: string, transfers: string[], status: 'paid' | 'failed') {
      const payout = add({
        id: make('po'),
        object: 'payout',
        status,
        account,
        created: now(),
        failure_message: status === 'failed' ? 'The bank account is closed.' : null,
      });
      for (const transfer of transfers) {
        const payment = add({
          id: make('py'),
          object: 'charge',
          source_transfer: transfer,
          metadata: {},
          amount: get(transfer)['amount'],
          currency: get(transfer)['currency'],
        });
        Object.assign(
          move('payment', payment, payment['amount'] as number, 0, String(payment['currency'])),
          { account, payout: payout.id },
        );
      }
      return payout;
    },
    move,
    answer,
  };

  function move(type: string, source: Row, amount: number, fee: number, currency: string): Row {
    return add({
      id: make('txn'),
      object: 'balance_transaction',
      type,
      source: source.id,
      amount,
      fee,
      net: amount - fee,
      currency,
      created: now(),
      reporting_category: type,
    });
  }

  function intentOf(session: Row, how: { amount?: number; currency?: string }): Row {
    const data = session['intent_data'] as Fields;
    return add({
      id: make('pi'),
      object: 'payment_intent',
      amount: how.amount ?? session['amount_total'],
      amount_received: 0,
      currency: how.currency ?? session['currency'],
      status: 'requires_payment_method',
      livemode: false,
      metadata: data['metadata'] ?? {},
      latest_charge: null,
      last_payment_error: null,
      created: now(),
    });
  }

  function answer(
    method: string,
    path: string,
    fields: Fields,
    account: string | undefined,
  ): unknown {
    const parts = path.replace(/^\/v1\//, '').split('/');
    const expanded = (row: Row) => expand(row, list(fields['expand']).map(String));
    if (method === 'GET') return read(parts, fields, account, expanded);
    if (method !== 'POST')
      throw new Refused(404, '', `Unrecognized request URL (${method}: ${path})`);
    return write(parts.join('/'), fields, parts);
  }

  function expand(row: Row, paths: string[]): Row {
    const copy = { ...row };
    for (const path of paths) {
      const [head = '', ...rest] = path.split('.');
      const inner = copy[head];
      const target = typeof inner === 'string' ? rows.get(inner) : undefined;
      if (target) copy[head] = expand(target, rest.length ? [rest.join('.')] : []);
    }
    delete copy['intent_data'];
    return copy;
  }

  function read(
    parts: string[],
    fields: Fields,
    account: string | undefined,
    expanded: (row: Row) => Row,
  ): unknown {
    const [kind = '', id, third] = parts;
    if (kind === 'account') return world.home;
    if (kind === 'checkout') return expanded(get(third!, 'checkout.session'));
    const OBJECTS: Record<string, string> = {
      payment_intents: 'payment_intent',
      refunds: 'refund',
      charges: 'charge',
      disputes: 'dispute',
      transfers: 'transfer',
      payouts: 'payout',
      accounts: 'account',
      balance_transactions: 'balance_transaction',
    };
    const object = OBJECTS[kind];
    if (!object)
      throw new Refused(404, '', `Unrecognized request URL (GET: /v1/${parts.join('/')})`);
    if (!id) return page(kind, object, fields, account);
    const row = get(id, object);
    if (kind === 'payouts' && row['account'] !== account)
      throw new Refused(404, 'resource_missing', `No such payout: '${id}'`);
    return expanded(row);
  }

  function page(
    kind: string,
    object: string,
    fields: Fields,
    account: string | undefined,
  ): unknown {
    const { limit, starting_after, expand: _paths, created, ...filters } = fields;
    const from = Number((created as Fields | undefined)?.['gte'] ?? 0);
    const found = all(object).filter(
      (row) =>
        Object.entries(filters).every(([name, value]) => row[name] === value) &&
        Number(row['created'] ?? 0) >= from &&
        (object === 'charge' || row['account'] === account),
    );
    const start = starting_after ? found.findIndex(({ id }) => id === starting_after) + 1 : 0;
    // Small pages whatever was asked for, so that every reader has to turn them.
    const size = Math.min(Number(limit ?? 10), 3);
    const paths = list(fields['expand']).map((path) => String(path).replace(/^data\./, ''));
    const data = found.slice(start, start + size).map((row) => expand(row, paths));
    return { object: 'list', url: `/v1/${kind}`, has_more: found.length > start + size, data };
  }

  function write(path: string, fields: Fields, parts: string[]): unknown {
    if (path === 'checkout/sessions') return createSession(fields);
    if (path === 'refunds') return createRefund(fields);
    if (path === 'transfers') return createTransfer(fields);
    if (path === 'accounts') return createAccount(fields);
    if (path === 'account_links') {
      get(String(fields['account']), 'account');
      return {
        object: 'account_link',
        url: `${world.base}/pay/connect?back=${encodeURIComponent(String(fields['return_url']))}`,
        created: now(),
        expires_at: now() + 300,
      };
    }
    if (/^checkout\/sessions\/[^/]+\/expire$/.test(path)) {
      const row = get(parts[2]!, 'checkout.session');
      if (row['status'] !== 'open')
        throw new Refused(
          400,
          '',
          'Only Checkout Sessions with a status in ["open"] can be expired.',
        );
      return world.expire(row.id);
    }
    if (/^transfers\/[^/]+\/reversals$/.test(path))
      return reverse(get(parts[1]!, 'transfer'), fields);
    throw new Refused(404, '', `Unrecognized request URL (POST: /v1/${path})`);
  }

  function createSession(fields: Fields): Row {
    const [line] = list(fields['line_items']);
    const price = line?.['price_data'] as Fields;
    const currency = String(price['currency']);
    const amount = int(price['unit_amount'], 'unit_amount') * int(line!['quantity'], 'quantity');
    if (THREE.has(currency) && amount % 10)
      throw new Refused(
        400,
        'invalid_amount',
        'The amount must end in 0 for three-decimal currencies.',
      );
    if (TWICE_ZERO.has(currency) && amount % 100)
      throw new Refused(400, 'invalid_amount', `${currency} has no decimals.`);
    if (amount < 50)
      throw new Refused(400, 'amount_too_small', 'Amount must be at least €0.50 eur');
    if (amount > 99_999_999_99)
      throw new Refused(400, 'amount_too_large', 'Amount must be no more than …');
    const expires = int(fields['expires_at'], 'expires_at');
    if (expires < now() + 1800 || expires > now() + 86_400)
      throw new Refused(
        400,
        '',
        'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      );
    for (const name of ['success_url', 'cancel_url']) new URL(String(fields[name]));
    const id = make('cs_test');
    return add({
      id,
      object: 'checkout.session',
      amount_total: amount,
      currency,
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: fields['client_reference_id'],
      metadata: fields['metadata'] ?? {},
      mode: 'payment',
      livemode: false,
      expires_at: expires,
      success_url: fields['success_url'],
      cancel_url: fields['cancel_url'],
      url: `${world.base}/pay/${id}`,
      intent_data: fields['payment_intent_data'],
    });
  }

  function createRefund(fields: Fields): Row {
    const intent = get(String(fields['payment_intent']), 'payment_intent');
    if (intent['status'] !== 'succeeded')
      throw new Refused(
        400,
        'charge_not_found',
        'This PaymentIntent does not have a successful charge to refund.',
      );
    const charge = world.chargeOf(intent.id);
    const left = (charge['amount'] as number) - (charge['amount_refunded'] as number);
    const amount = fields['amount'] === undefined ? left : int(fields['amount'], 'amount');
    if (amount > left)
      throw new Refused(
        400,
        'charge_already_refunded',
        `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      );
    charge['amount_refunded'] = (charge['amount_refunded'] as number) + amount;
    const refund = add({
      id: make('re'),
      object: 'refund',
      amount,
      currency: charge['currency'],
      charge: charge.id,
      payment_intent: intent.id,
      metadata: fields['metadata'] ?? {},
      reason: fields['reason'] ?? null,
      status: world.refundStatus,
      failure_reason: null,
      created: now(),
    });
    move(
      'refund',
      refund,
      -Math.round((amount * world.rate) / 1_000_000),
      0,
      String(charge['currency']),
    );
    return refund;
  }

  function createTransfer(fields: Fields): Row {
    const account = get(String(fields['destination']), 'account');
    if ((account['capabilities'] as Fields | undefined)?.['transfers'] !== 'active')
      throw new Refused(
        400,
        'insufficient_capabilities_for_transfer',
        'Your destination account needs to have at least one of the following capabilities enabled: transfers',
      );
    if (world.broke)
      throw new Refused(
        400,
        'balance_insufficient',
        'You have insufficient available funds in your Stripe account.',
      );
    const amount = int(fields['amount'], 'amount');
    const transfer = add({
      id: make('tr'),
      object: 'transfer',
      amount,
      amount_reversed: 0,
      reversed: false,
      currency: fields['currency'],
      destination: account.id,
      transfer_group: fields['transfer_group'],
      metadata: fields['metadata'] ?? {},
      created: now(),
    });
    move('transfer', transfer, -amount, 0, String(fields['currency']));
    return transfer;
  }

  function reverse(transfer: Row, fields: Fields): Row {
    const left = (transfer['amount'] as number) - (transfer['amount_reversed'] as number);
    if (left <= 0)
      throw new Refused(
        400,
        'transfer_already_reversed',
        'This transfer is already fully reversed.',
      );
    Object.assign(transfer, { amount_reversed: transfer['amount'], reversed: true });
    return add({
      id: make('trr'),
      object: 'transfer_reversal',
      amount: left,
      transfer: transfer.id,
      metadata: fields['metadata'] ?? {},
    });
  }

  function createAccount(fields: Fields): Row {
    return add({
      id: `acct_${randomBytes(8).toString('hex')}`,
      object: 'account',
      country: fields['country'],
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
      capabilities: { transfers: 'inactive' },
      requirements: {
        currently_due: ['external_account', 'individual.first_name'],
        disabled_reason: 'requirements.past_due',
      },
      metadata: fields['metadata'] ?? {},
    });
  }

  return world;
}

export type StripeWorld = ReturnType<typeof stripeWorld>;

/** The page on which a buyer pays, as plain as can be: one button that pays, one that is refused, one link back. */
export function checkoutPage(
  world: StripeWorld,
  url: URL,
  req: IncomingMessage,
  res: ServerResponse,
  body: string,
): void {
  const id = url.pathname.slice('/pay/'.length);
  if (id === 'connect')
    return void res
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Connect</title><h1>Stripe asks who you are</h1>');
  const session = world.get(id, 'checkout.session');
  if (req.method === 'POST') {
    if (body.includes('pay=declined')) world.decline(id);
    else {
      world.pay(id);
      return void res.writeHead(303, { location: String(session['success_url']) }).end();
    }
  }
  const html = `<!doctype html><html lang="en"><title>Stripe</title><h1>${String(session['amount_total'])} ${String(session['currency'])}</h1>
    <form method="post"><button name="pay" value="yes">Pay</button><button name="pay" value="declined">Declined</button></form>
    <a href="${String(session['cancel_url'])}">Back</a></html>`;
  res.writeHead(200, { 'content-type': 'text/html' }).end(html);
}
