import type { APIContext, MiddlewareHandler } from 'astro';
import { describe, expect, test } from 'vitest';
import { startApi } from '#tests/support/api.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();
const api = await startApi(db);
Object.assign(process.env, {
  SITE_URL: 'http://isoko.test',
  SUPABASE_URL: api.url,
  SUPABASE_PUBLISHABLE_KEY: api.keys.publishableKey,
  SUPABASE_SECRET_KEY: api.keys.secretKey,
  DATABASE_URL: db.url,
  LOG_LEVEL: 'error',
});

// Read after the environment is set: the configuration is checked when it is first asked for.
const steps = await import('#src/server/http/request-steps.ts');
const { catchErrors } = await import('#src/server/http/catch-errors.ts');
const { visitorClient } = await import('#src/server/db/client.ts');
const { healthProbe } = await import('#src/server/http/health.ts');
const { limit } = await import('#src/server/http/limit.ts');
const { sendAuthMails } = await import('#src/server/auth/send-auth-mails.ts');
const { CACHE_HEADER } = await import('#src/server/http/cache-public.ts');
const { createLog } = await import('#src/server/log.ts');

const log = createLog({ sink: () => {} });
const { email } = await api.clients.signUp('visitor@isoko.test');

type Jar = Map<string, string>;
type CookieOptions = { httpOnly?: boolean; sameSite?: string; secure?: boolean };

/** What Astro hands to a middleware, as far as ours looks at it. */
function visit(path: string, jar: Jar = new Map(), routePattern = path) {
  const url = new URL(path, 'http://isoko.test');
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = new Headers({ 'x-isoko-locale': 'fr', 'x-request-id': 'r-1' });
  if (cookie) headers.set('cookie', cookie);
  const set: { name: string; options: CookieOptions }[] = [];
  const context = {
    url,
    routePattern,
    request: new Request(url, { headers }),
    locals: {},
    cookies: {
      set(name: string, value: string, options: CookieOptions) {
        set.push({ name, options });
        if (value) jar.set(name, encodeURIComponent(value));
        else jar.delete(name);
      },
    },
    redirect: (to: string, status: number) =>
      new Response(null, { status, headers: { location: to } }),
  } as unknown as APIContext;
  return { context, set };
}

const page = async () =>
  new Response('page', { headers: { 'content-type': 'text/html', [CACHE_HEADER]: '60|site|' } });

/** The middleware in its order, around `render`. */
async function run(context: APIContext, render: () => Promise<Response> = page): Promise<Response> {
  const order: MiddlewareHandler[] = [
    steps.openRequest,
    steps.sealResponse,
    catchErrors,
    steps.identifyVisitor,
    steps.guardRooms,
  ];
  const through = order.reduceRight<() => Promise<Response>>(
    (next, step) => async () => (await step(context, next)) as Response,
    render,
  );
  return through();
}

async function signedIn(): Promise<Jar> {
  const jar: Jar = new Map();
  const { context } = visit('/sign-in', jar);
  const { error } = await visitorClient(context).auth.signInWithPassword({
    email,
    password: 'correct horse battery',
  });
  expect(error).toBeNull();
  return jar;
}

/** The session in the jar's cookie, changed by `edit`. */
function editSession(jar: Jar, edit: (session: Record<string, unknown>) => void): Jar {
  const [name, value] = [...jar].find(([key]) => key.endsWith('auth-token'))!;
  const session = JSON.parse(
    Buffer.from(decodeURIComponent(value).replace('base64-', ''), 'base64url').toString(),
  ) as Record<string, unknown>;
  edit(session);
  const packed = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`;
  return new Map(jar).set(name, encodeURIComponent(packed));
}

describe('a visitor without a session', () => {
  test('gets the page in the language of the address, which may be kept', async () => {
    const { context } = visit('/products');
    const response = await run(context);
    expect(context.locals).toMatchObject({ locale: 'fr', user: null, requestId: 'r-1' });
    expect(context.locals.t.errors.required).toMatch(/^À/);
    expect(response.headers.get('content-language')).toBe('fr');
    expect(response.headers.get(CACHE_HEADER)).toBe('60|site|');
    expect(response.headers.get('x-request-id')).toBe('r-1');
  });

  test('is led to the sign-in page from a closed room, and back', async () => {
    const { context } = visit('/studio/boots?tab=2&_action=x', new Map(), '/studio/[producer]');
    const response = await run(context);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
      `/fr/sign-in?next=${encodeURIComponent('/fr/studio/boots?tab=2')}`,
    );
  });

  test('cannot talk a page into an identity', async () => {
    for (const value of ['nonsense', 'base64-e30']) {
      const { context } = visit('/products', new Map([['sb-127-auth-token', value]]));
      await run(context);
      expect(context.locals.user).toBeNull();
    }
  });
});

describe('a signed-in person', () => {
  test('is known, and nothing of theirs may be kept', async () => {
    const { context } = visit('/account', await signedIn());
    const response = await run(context);
    expect(response.status).toBe(200);
    expect(context.locals.user).toMatchObject({ email });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.has(CACHE_HEADER)).toBe(false);
  });

  test('has cookies that no script can read', async () => {
    const { context, set } = visit('/sign-in');
    await visitorClient(context).auth.signInWithPassword({
      email,
      password: 'correct horse battery',
    });
    expect(set.length).toBeGreaterThan(0);
    for (const { options } of set)
      expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: false });
  });

  test('is not believed with a changed token', async () => {
    const jar = editSession(await signedIn(), (session) => {
      const [head, body, signature] = String(session['access_token']).split('.');
      const claims = JSON.parse(Buffer.from(body!, 'base64url').toString()) as { sub: string };
      claims.sub = '00000000-0000-4000-8000-000000000000';
      const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
      session['access_token'] = `${head}.${forged}.${signature}`;
    });
    const { context } = visit('/account', jar);
    expect((await run(context)).status).toBe(303);
    expect(context.locals.user).toBeNull();
  });

  test('stays signed in when the short token has run out', async () => {
    const jar = editSession(await signedIn(), (session) => {
      session['expires_at'] = Math.floor(Date.now() / 1000) - 10;
    });
    const { context, set } = visit('/account', jar);
    const response = await run(context);
    expect(context.locals.user).toMatchObject({ email });
    expect(set.length).toBeGreaterThan(0);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('when something breaks', () => {
  test('the page is a bare 500 with its number, whatever was thrown', async () => {
    const { context } = visit('/products');
    const response = await run(context, async () => {
      throw new Error('secret detail');
    });
    expect(response.status).toBe(500);
    expect(response.body).toBeNull();
    expect(response.headers.get('x-request-id')).toBe('r-1');
  });

  test('frozen headers are no obstacle', async () => {
    const response = await run(visit('/x').context, async () =>
      Response.redirect('http://isoko.test/y'),
    );
    expect(response.headers.get('location')).toBe('http://isoko.test/y');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the adapters', () => {
  test('a budget is spent by its owner alone, and only by the server', async () => {
    const rule = { name: 'test', count: 2, seconds: 3600 };
    const take = (key: string) => limit({ log }, key, rule);
    expect((await take('a')).ok).toBe(true);
    expect((await take('a')).ok).toBe(true);
    expect(await take('a')).toEqual({ ok: false, failure: { code: 'rate_limited' } });
    expect((await take('b')).ok).toBe(true);
    const { error } = await api.clients
      .anon()
      .rpc('take_rate_limit', { p_key: 'x', p_limit: 1, p_window_seconds: 60 });
    expect(error).not.toBeNull();
  });

  test('health is one question, asked once a second', async () => {
    let now = 0;
    const probe = healthProbe(() => now);
    const { context } = visit('/healthz');
    expect(await probe(visitorClient(context), log)).toBeUndefined();
    const away = { from: () => expect.fail('asked again') } as never;
    expect(await probe(away, log)).toBeUndefined();
    now = 1000;
    await expect(async () => probe(away, log)).rejects.toThrow('asked again');
  });

  test('a sign-in mail lands in the outbox', async () => {
    const sent = await sendAuthMails(
      {
        user: { email: 'someone@isoko.test' },
        email_data: { token: '1', token_hash: 'h', email_action_type: 'recovery' },
      },
      log,
    );
    expect(sent.ok).toBe(true);
    const [row] =
      await db.sql`select payload from private.outbox where payload->>'to' = 'someone@isoko.test'`;
    expect(row).toMatchObject({
      payload: { template: 'recovery', locale: 'en', data: { tokenHash: 'h' } },
    });
  });

  test('a service that is away denies nobody’s session for good', async () => {
    const jar = await signedIn();
    await api.stop();
    const closed = visit('/account', jar);
    expect((await run(closed.context)).status).toBe(500);
    const open = visit('/products', jar);
    expect((await run(open.context)).status).toBe(200);
    expect(jar.size).toBeGreaterThan(0);
  });
});
