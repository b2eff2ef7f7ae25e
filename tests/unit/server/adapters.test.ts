import { describe, expect, test } from 'vitest';
import { hasAuthCookie, identify } from '#src/server/auth/identity.ts';
import { safeNext } from '#src/server/auth/next.ts';
import { codeOf, expectData, settle, toFailure } from '#src/server/db/failure.ts';
import type { Db } from '#src/server/db/client.ts';
import { EnvError, readEnv } from '#src/server/env.ts';
import { limit } from '#src/server/http/limit.ts';
import { createLog } from '#src/server/log.ts';

function recorded() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    level: 'debug',
    pretty: false,
    sink: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
    now: () => new Date('2027-01-01T00:00:00Z'),
  });
  return { log, lines };
}

describe('log', () => {
  test('writes one object per line with what is bound to it', () => {
    const { log, lines } = recorded();
    log.child({ requestId: 'r1' }).info('hello', { n: 1, big: 5n });
    expect(lines).toEqual([
      {
        level: 'info',
        time: '2027-01-01T00:00:00.000Z',
        msg: 'hello',
        requestId: 'r1',
        n: 1,
        big: '5',
      },
    ]);
  });

  test('lets neither secrets nor people through', () => {
    const { log, lines } = recorded();
    log.error('mail to jane@example.org failed', {
      password: 'p',
      nested: { accessToken: 't', list: ['at postgres://user:pass@db:5432/x', 'jane@example.org'] },
      error: new Error('no such user jane@example.org', { cause: new Error('smtp://a:b@mail') }),
    });
    const text = JSON.stringify(lines);
    expect(text).not.toMatch(/jane|user:pass|a:b@|"p"|"t"/);
    expect(text).toContain('postgres://[private]@db:5432/x');
  });

  test('keeps quiet below its level', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'warn', pretty: false, sink: (line) => void lines.push(line) });
    log.info('no');
    log.warn('yes');
    expect(lines).toHaveLength(1);
    expect(log.enabled('info')).toBe(false);
  });
});

describe('environment', () => {
  const good = {
    SITE_URL: 'https://market.example/',
    SUPABASE_URL: 'http://localhost:54321/',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
    SUPABASE_SECRET_KEY: 'sb_secret_xxxxx',
    DATABASE_URL: 'postgres://postgres:secret@localhost:5432/postgres',
  };

  test('is read once it is complete, with defaults', () => {
    expect(readEnv(good)).toMatchObject({
      siteUrl: 'https://market.example',
      supabaseUrl: 'http://localhost:54321',
      port: 4321,
      proxies: 0,
      cacheMegabytes: 64,
      smtpUrl: undefined,
    });
    expect(readEnv({ ...good, PORT: '80', TRUST_PROXY: '2', SMTP_URL: '' })).toMatchObject({
      port: 80,
      proxies: 2,
    });
  });

  test('every mistake has a sentence, and no sentence a value', () => {
    const bad = {
      ...good,
      SITE_URL: 'hunter2',
      DATABASE_URL: 'mysql://hunter2@x/y',
      PORT: 'hunter2',
    };
    const read = () => readEnv({ ...bad, SUPABASE_SECRET_KEY: undefined, SMTP_URL: 'hunter2' });
    expect(read).toThrow(EnvError);
    try {
      read();
    } catch (error) {
      const { problems } = error as EnvError;
      expect(problems).toHaveLength(5);
      expect(problems.join()).not.toContain('hunter2');
      expect(problems.join()).toContain('SUPABASE_SECRET_KEY is missing');
    }
  });

  test('nodes of one instance agree on the pepper, others do not', () => {
    expect(readEnv(good).pepper).toBe(readEnv({ ...good, PORT: '1' }).pepper);
    expect(readEnv(good).pepper).not.toBe(
      readEnv({ ...good, SUPABASE_SECRET_KEY: 'sb_secret_y' }).pepper,
    );
  });
});

describe('where to go after signing in', () => {
  test.each([
    ['/fr/account?x=1#y', '/fr/account?x=1#y'],
    ['/a/../b', '/b'],
    [null, '/home'],
    ['', '/home'],
    ['//evil.example', '/home'],
    ['/\\evil.example', '/home'],
    ['/\t/evil.example', '/home'],
    ['https://evil.example', '/home'],
    ['javascript:alert(1)', '/home'],
    ['evil', '/home'],
    ['/.//evil.example', '/home'],
  ])('%s goes to %s', (next, target) => {
    expect(safeNext(next, '/home')).toBe(target);
  });
});

describe('identity', () => {
  test('is asked for only with a session cookie', () => {
    expect(hasAuthCookie(null)).toBe(false);
    expect(hasAuthCookie('theme=dark')).toBe(false);
    expect(hasAuthCookie('theme=dark; sb-127-auth-token=base64-x')).toBe(true);
    expect(hasAuthCookie('sb-abc-auth-token.0=x; sb-abc-auth-token.1=y')).toBe(true);
    expect(hasAuthCookie('sb-abc-auth-token-code-verifier=x')).toBe(false);
  });

  const answering = (answer: unknown) =>
    ({ auth: { getClaims: async () => answer } }) as unknown as Db;

  test('is what the verified claims say', async () => {
    const claims = { sub: 'u1', email: 'a@b.example' };
    expect(await identify(answering({ data: { claims }, error: null }))).toEqual({
      user: { id: 'u1', email: 'a@b.example' },
      unreachable: false,
    });
    expect(await identify(answering({ data: null, error: null }))).toEqual({
      user: null,
      unreachable: false,
    });
  });

  test('is not denied because the service is away', async () => {
    expect(await identify(answering({ data: null, error: { status: 0 } }))).toMatchObject({
      unreachable: true,
    });
    expect(await identify(answering({ data: null, error: { status: 403 } }))).toMatchObject({
      unreachable: false,
    });
  });
});

describe('failures of the database', () => {
  test.each([
    [{ message: 'own_product', code: 'PT409' }, 'own_product'],
    [{ message: 'duplicate key …', code: '23505' }, 'conflict'],
    [{ message: 'permission denied', code: '42501' }, 'not_allowed'],
    [
      { message: 'Invalid login credentials', code: 'invalid_credentials', status: 400 },
      'credentials_wrong',
    ],
    [{ message: 'TypeError: fetch failed', code: '' }, 'unreachable'],
    [{ message: 'slow down', status: 429 }, 'rate_limited'],
    [{ message: 'gateway', status: 503 }, 'unreachable'],
    [{ message: 'relation "x" does not exist', code: '42P01' }, 'unknown'],
  ])('%j is %s', (error, code) => {
    expect(codeOf(error)).toBe(code);
  });

  test('an unexpected one is logged and only its number leaves', () => {
    const { log, lines } = recorded();
    const failure = toFailure({ message: 'relation "x" does not exist', code: '42P01' }, log, 'r1');
    expect(failure).toEqual({ code: 'unknown', requestId: 'r1' });
    expect(JSON.stringify(lines)).toContain('relation');
  });

  test('a call becomes a result, a read becomes data or an exception', () => {
    const { log } = recorded();
    expect(settle({ data: 5, error: null }, { log })).toEqual({ ok: true, value: 5 });
    expect(
      settle({ data: null, error: { message: 'wrong_state', code: 'PT409' } }, { log }),
    ).toEqual({
      ok: false,
      failure: { code: 'wrong_state' },
    });
    expect(expectData({ data: [1], error: null })).toEqual([1]);
    expect(() => expectData({ data: null, error: { message: 'x', code: '42P01' } })).toThrow(
      'read failed',
    );
  });
});

describe('rate limit', () => {
  const asked: unknown[] = [];
  const service = (answer: unknown) =>
    ({
      rpc: async (_name: string, args: unknown) => {
        asked.push(args);
        return answer;
      },
    }) as unknown as Db;
  const rule = { name: 'door', count: 3, seconds: 60 };

  test('says yes or no, and stores nobody’s address', async () => {
    const { log } = recorded();
    const deps = (answer: unknown) => ({ log, pepper: 'p', service: service(answer) });
    expect(await limit(deps({ data: true, error: null }), 'Jane@Example.org', rule)).toEqual({
      ok: true,
    });
    expect(await limit(deps({ data: false, error: null }), 'jane@example.org', rule)).toEqual({
      ok: false,
      failure: { code: 'rate_limited' },
    });
    expect(asked[0]).toEqual(asked[1]);
    expect(JSON.stringify(asked)).not.toMatch(/jane/i);
    expect(asked[0]).toMatchObject({ p_limit: 3, p_window_seconds: 60 });
  });

  test('refuses when it cannot ask', async () => {
    const { log } = recorded();
    const away = { data: null, error: { message: 'fetch failed' } };
    expect(await limit({ log, pepper: 'p', service: service(away) }, 'k', rule)).toMatchObject({
      ok: false,
      failure: { code: 'unreachable' },
    });
  });
});
