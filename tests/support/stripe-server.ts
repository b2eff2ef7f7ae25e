import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import {
  checkoutPage,
  Refused,
  stripeWorld,
  type Fields,
  type StripeWorld,
} from './stripe-world.ts';

/**
 * A server that answers as Stripe's API does, for the official library: form-encoded requests, idempotency keys with
 * replay and refusal, error shapes and statuses, 429, expansion, lists in pages, messages with real signatures.
 */
export const KEY = 'sk_test_isoko12345678';
export const HOOK_SECRET = 'whsec_isoko0123456789';

type Kept = { asked: string; status: number; body: string };
export type Asked = {
  method: string;
  path: string;
  fields: Fields;
  key: string | undefined;
  account: string | undefined;
};

/** `a[b][0]=x` as the library writes it. */
export function readFields(text: string): Fields {
  const out: Fields = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\[|\]\[|\]/).filter((part, n) => part !== '' || n === 0);
    let at: Record<string, unknown> = out;
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
    const last = path.at(-1)!;
    if (name.endsWith('[]')) ((at[last] ??= []) as unknown[]).push(value);
    else at[last] = value;
  }
  return out;
}

export async function startStripe() {
  const asked: Asked[] = [];
  const kept = new Map<string, Kept>();
  /** What goes wrong next: answers a status, or undefined to let it pass. `drop` does the work and loses the answer. */
  let trouble: (asked: Asked) => number | 'drop' | undefined = () => undefined;
  const world: StripeWorld = stripeWorld();

  async function read(req: IncomingMessage): Promise<string> {
    let body = '';
    for await (const chunk of req) body += String(chunk);
    return body;
  }

  function act(request: Asked): Kept {
    const text = JSON.stringify([request.method, request.path, request.fields]);
    const known = request.key ? kept.get(request.key) : undefined;
    if (known && known.asked !== text)
      return refusal(
        text,
        new Refused(
          400,
          '',
          'Keys for idempotent requests can only be used with the same parameters they were first used with.',
          'idempotency_error',
        ),
      );
    if (known) return known;
    let answer: Kept;
    try {
      const body = world.answer(request.method, request.path, request.fields, request.account);
      answer = { asked: text, status: 200, body: JSON.stringify(body) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answer = refusal(text, error);
    }
    if (request.key && request.method === 'POST') kept.set(request.key, answer);
    return answer;
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://stripe.test');
    if (url.pathname.startsWith('/pay/'))
      return checkoutPage(world, url, req, res, await read(req));
    const body = await read(req);
    const request: Asked = {
      method: req.method ?? 'GET',
      path: url.pathname,
      fields: readFields(req.method === 'GET' ? url.search.slice(1) : body),
      key: req.headers['idempotency-key'] as string | undefined,
      account: req.headers['stripe-account'] as string | undefined,
    };
    const id = `req_${randomBytes(7).toString('hex')}`;
    const send = ({ status, body: text }: Kept) =>
      void res
        .writeHead(status, {
          'content-type': 'application/json',
          'request-id': id,
          'stripe-should-retry': status === 429 || status >= 500 ? 'true' : 'false',
        })
        .end(text);
    if (req.headers.authorization !== `Bearer ${KEY}`)
      return send(refusal('', new Refused(401, '', 'Invalid API Key provided')));
    asked.push(request);
    const wrong = trouble(request);
    if (wrong === 'drop') {
      act(request);
      req.socket.destroy();
      return;
    }
    if (wrong === 429)
      return send(refusal('', new Refused(429, 'rate_limit', 'Too many requests')));
    if (wrong)
      return send(refusal('', new Refused(wrong, '', 'Something is broken here', 'api_error')));
    send(act(request));
  }

  const server = createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      res
        .writeHead(500)
        .end(JSON.stringify({ error: { type: 'api_error', message: String(error) } }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.base = url;

  return {
    url,
    world,
    asked,
    /** Requests of one kind so far: `count('POST', /refunds/)`. */
    count: (method: string, path: RegExp) =>
      asked.filter((one) => one.method === method && path.test(one.path)).length,
    troubleWith: (next: typeof trouble) => (trouble = next),
    /** Forgets idempotency keys, as Stripe does after a day. */
    nextDay: () => kept.clear(),
    stop: () =>
      new Promise<void>(
        (resolve) => void (server.closeAllConnections(), server.close(() => resolve())),
      ),
  };
}

export type StripeServer = Awaited<ReturnType<typeof startStripe>>;

function refusal(asked: string, { status, code, message, kind }: Refused): Kept {
  const error = { type: kind, message, ...(code ? { code } : {}) };
  return { asked, status, body: JSON.stringify({ error }) };
}

const signer = new Stripe(KEY);

/** A message as Stripe sends it: the body, and the header with its signature. */
export function signedMessage(
  type: string,
  object: object,
  rest: { id?: string; account?: string; secret?: string; at?: number; livemode?: boolean } = {},
): { body: string; signature: string } {
  const at = rest.at ?? Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    id: rest.id ?? `evt_${randomBytes(12).toString('hex')}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: at,
    livemode: rest.livemode ?? false,
    type,
    data: { object },
    ...(rest.account ? { account: rest.account } : {}),
  });
  const signature = signer.webhooks.generateTestHeaderString({
    payload: body,
    secret: rest.secret ?? HOOK_SECRET,
    timestamp: at,
  });
  return { body, signature };
}
