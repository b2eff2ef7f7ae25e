import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from '#supabase/embedded/database.ts';
import { freePort } from '#supabase/embedded/ports.ts';
import { runtimeOf, start, type Start, type StartOptions } from '#tests/support/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'isoko-embedded-'));
const dataDir = join(folder, 'data');
const started: Start[] = [];

async function begin(options: StartOptions = {}): Promise<Start> {
  const instance = await start({ dataDir, ...options });
  started.push(instance);
  return instance;
}

afterAll(async () => {
  for (const instance of started) await instance.stop();
  rmSync(folder, { recursive: true, force: true });
});

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until every process is gone. */
async function gone(pids: Record<string, number>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    if (!Object.values(pids).some(runs)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const left = Object.entries(pids).filter(([, pid]) => runs(pid));
  throw new Error(`Still running: ${left.map(([name]) => name).join(', ')}`);
}

/** Runs a start that must fail; resolves with the one sentence it gave. */
async function sentenceOf(options: StartOptions): Promise<string> {
  const instance = await begin(options);
  expect(await instance.exited).toBe(1);
  const errors = instance
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { level: string; msg: string; error?: unknown })
    .filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]!.error).toBeUndefined();
  return errors[0]!.msg;
}

describe('an instance', { timeout: 300_000 }, () => {
  test('comes up, tells tools where it is, refuses a twin, and stops without a trace', async () => {
    const instance = await begin();
    const runtime = await instance.ready;
    const health = await fetch(`${runtime.siteUrl}/healthz`);
    expect(health.status).toBe(200);
    expect(statSync(join(dataDir, 'runtime.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(Object.keys(runtime.pids)).toEqual(
      expect.arrayContaining(['supervisor', 'postgres', 'mailbox', 'api', 'worker', 'web']),
    );
    expect(runtime.publishableKey).toMatch(/^sb_publishable_/);
    expect((await fetch(runtime.mailboxUrl)).status).toBe(200);

    const lines = instance.output().trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([
      expect.stringContaining(runtime.siteUrl),
    ]);
    expect(instance.output()).not.toContain('NOTICE');

    expect(await sentenceOf({})).toContain(`already runs on the data folder ${dataDir}`);
    const elsewhere = join(folder, 'other');
    expect(await sentenceOf({ port: instance.port, dataDir: elsewhere })).toMatch(
      /^Port \d+ on 127\.0\.0\.1 is taken/,
    );
    expect(existsSync(elsewhere)).toBe(false);

    expect(await instance.stop()).toBe(0);
    await gone(runtime.pids);
    expect(existsSync(join(dataDir, 'runtime.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  test('starts again without building, with its data and its keys', async () => {
    const keys = readFileSync(join(dataDir, 'keys.json'), 'utf8');
    const first = await begin();
    const { databaseUrl } = await first.ready;
    const sql = connect(databaseUrl);
    await sql`create table public.kept as select 42 as answer`;
    await sql.end();
    await first.stop();

    const second = await begin();
    const runtime = await second.ready;
    expect(second.output()).not.toContain('building the site');
    const again = connect(runtime.databaseUrl);
    expect(await again`select answer from public.kept`).toEqual([{ answer: 42 }]);
    await again`drop table public.kept`;
    await again.end();
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(keys);
    await second.stop();
  });

  test.each([
    ['postgres', 'database server'],
    ['api', 'API server'],
    ['mailbox', 'mailbox'],
    ['worker', 'worker'],
    ['web', 'web server'],
  ])('ends cleanly and says so when its %s is killed', async (name, label) => {
    const instance = await begin();
    const { pids } = await instance.ready;
    process.kill(pids[name]!, 'SIGKILL');
    expect(await instance.exited).toBe(1);
    expect(instance.output()).toContain(
      `The ${label} ended unexpectedly (signal SIGKILL); everything else was stopped.`,
    );
    await gone(pids);
    expect(existsSync(join(dataDir, 'runtime.json'))).toBe(false);
  });

  test('leaves nothing behind when it is killed itself, and comes up again', async () => {
    const instance = await begin();
    const { pids } = await instance.ready;
    instance.process.kill('SIGKILL');
    await gone(pids);
    expect(existsSync(join(dataDir, 'runtime.json'))).toBe(true);
    const next = await begin();
    await next.ready;
    expect(await next.stop()).toBe(0);
  });

  test('survives kill -9 of everything at once', async () => {
    const instance = await begin();
    const { pids } = await instance.ready;
    for (const pid of Object.values(pids)) process.kill(pid, 'SIGKILL');
    await gone(pids);
    const next = await begin();
    await next.ready;
    expect(await next.stop()).toBe(0);
  });

  test('stops when it is asked to while it is still coming up', async () => {
    const path = join(folder, 'hasty');
    const instance = await begin({ dataDir: path });
    for (const end = Date.now() + 20_000; Date.now() < end;) {
      if (existsSync(join(path, 'postgres', 'postmaster.pid'))) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await instance.stop()).toBe(0);
    expect(existsSync(join(path, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(await sentenceOf({ dataDir: path })).toContain('is half-written');
  });
});

describe('a data folder that cannot be used gets one sentence', () => {
  function make(name: string, files: Record<string, string>): string {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
    return path;
  }

  test('half-written', async () => {
    const path = make('half', { 'keys.json': '{}' });
    expect(await sentenceOf({ dataDir: path })).toMatch(/is half-written: its first start was/);
  });

  test('somebody else’s', async () => {
    const path = make('foreign', { 'thesis.txt': 'all my work' });
    expect(await sentenceOf({ dataDir: path })).toMatch(/is not empty and holds no Isoko data/);
    expect(readFileSync(join(path, 'thesis.txt'), 'utf8')).toBe('all my work');
  });

  test('damaged', async () => {
    const path = make('damaged', { 'isoko.json': '{}' });
    expect(await sentenceOf({ dataDir: path })).toMatch(/is damaged: keys\.json is missing/);
  });

  test('not writable', async () => {
    const path = join(make('file', { plain: '' }), 'plain');
    expect(await sentenceOf({ dataDir: path })).toMatch(/cannot be made or written/);
  });
});

describe('with SUPABASE_URL', { timeout: 300_000 }, () => {
  const keys = {
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_wrong',
    SUPABASE_SECRET_KEY: 'sb_secret_wrong',
    DATABASE_URL: 'postgresql://postgres:x@127.0.0.1:1/postgres',
    SMTP_URL: 'smtp://127.0.0.1:1',
  };
  const plain = join(folder, 'plain-folder');

  test('only worker and site run, against that project', async () => {
    const backend = await begin();
    const project = await backend.ready;
    const { secretKey } = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as {
      secretKey: string;
    };
    const env = {
      SUPABASE_URL: project.apiUrl,
      SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
      SUPABASE_SECRET_KEY: secretKey,
      DATABASE_URL: project.databaseUrl,
      SMTP_URL: 'smtp://127.0.0.1:1',
    };
    const site = await begin({ dataDir: plain, env });
    const runtime = await site.ready;
    expect(Object.keys(runtime.pids).toSorted()).toEqual(['supervisor', 'web', 'worker']);
    expect((await fetch(`${runtime.siteUrl}/healthz`)).status).toBe(200);
    expect(runtimeOf(plain).apiUrl).toBe(project.apiUrl);
    expect(await site.stop()).toBe(0);

    const wrongKey = { ...env, SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_wrong' };
    expect(await sentenceOf({ dataDir: plain, env: wrongKey })).toMatch(
      /refuses SUPABASE_PUBLISHABLE_KEY/,
    );
    const wrongPassword = {
      ...env,
      DATABASE_URL: project.databaseUrl.replace(/:[^:@]*@/, ':wrong@'),
    };
    expect(await sentenceOf({ dataDir: plain, env: wrongPassword })).toMatch(
      /database behind DATABASE_URL does not let us in/,
    );
    await backend.stop();
  });

  test('missing keys, silence and a stranger get one sentence each', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await sentenceOf({ dataDir: plain, env: { SUPABASE_URL: url } })).toBe(
      'SUPABASE_URL is set but SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY, DATABASE_URL, SMTP_URL are missing: ' +
        'take them from the project’s settings and your mail server’s, or unset SUPABASE_URL to use the embedded backend.',
    );
    expect(
      await sentenceOf({ dataDir: plain, env: { SUPABASE_URL: 'nonsense', ...keys } }),
    ).toMatch(/must be an address/);
    expect(await sentenceOf({ dataDir: plain, env: { SUPABASE_URL: url, ...keys } })).toMatch(
      /does not answer \(ECONNREFUSED\)/,
    );
    const stranger = createServer((_request, response) => response.writeHead(404).end('?'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const env = { SUPABASE_URL: `http://127.0.0.1:${port}`, ...keys };
    expect(await sentenceOf({ dataDir: plain, env })).toMatch(
      /is no Supabase project \(it answered 404\)/,
    );
    stranger.close();
  });
});
