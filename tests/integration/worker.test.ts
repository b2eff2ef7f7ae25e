import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();

const inbox: ParsedMail[] = [];
/** What the server says to the next deliveries; true takes the mail. */
let verdict: (attempt: number) => Error | null | Promise<null> = () => null;
let attempts = 0;

const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    attempts += 1;
    const refusal = verdict(attempts);
    void simpleParser(stream).then(async (mail) => {
      inbox.push(mail);
      done(await refusal);
    }, done);
  },
});
// A worker that is killed cuts its connection in the middle of a mail: nothing was delivered, and nothing is wrong.
smtp.on('error', () => {});
let smtpUrl = '';
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  verdict = () => null;
  await Promise.all([...workers].map((worker) => end(worker, 'SIGKILL')));
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

async function startWorker(): Promise<ChildProcess> {
  const worker = fork('src/worker/main.ts', {
    env: {
      ...process.env,
      SITE_URL: 'http://isoko.test',
      SUPABASE_URL: 'http://127.0.0.1:9',
      SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_unused',
      SUPABASE_SECRET_KEY: 'sb_secret_unused',
      DATABASE_URL: db.url,
      SMTP_URL: smtpUrl,
      LOG_LEVEL: 'error',
    },
    silent: true,
    execArgv: [],
  });
  workers.add(worker);
  const first = await Promise.race([once(worker, 'message'), once(worker, 'exit')]);
  expect(first[0]).toEqual({ ready: true });
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  const exit = once(worker, 'exit');
  worker.kill(signal);
  return ((await exit) as [number | null])[0];
}

const enqueue = (to: string, code = '123456') =>
  db.asService(
    (sql) =>
      sql`select public.enqueue_mail(${to}, 'reauthentication', 'fr', ${sql.json({ code })})`,
  );

const cutAll = () => db.sql`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'isoko%'`;

const received = (to: string) => inbox.filter((mail) => JSON.stringify(mail.to).includes(to));

const waitFor = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 25_000, interval: 50 });

describe('the worker', () => {
  test('sends a mail that was enqueued in a transaction, in its language, as text and as HTML', async () => {
    await startWorker();
    await enqueue('one@isoko.test', '482913');
    await waitFor(() => expect(received('one@isoko.test')).toHaveLength(1));
    const mail = received('one@isoko.test')[0]!;
    expect(mail.subject).toBe('Votre code pour Isoko');
    expect(mail.text).toContain('482913');
    expect(mail.html).toContain('482913');
    expect(mail.html).toContain('lang="fr"');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    await waitFor(async () => {
      const [left] = await db.sql`select count(*)::int as n from graphile_worker.jobs`;
      expect(left).toMatchObject({ n: 0 });
    });
  });

  test('sends what was enqueued while it was away, each mail once', async () => {
    for (let i = 0; i < 20; i += 1) await enqueue(`away${i}@isoko.test`);
    await Promise.all([startWorker(), startWorker()]);
    await waitFor(() => {
      for (let i = 0; i < 20; i += 1) expect(received(`away${i}@isoko.test`)).toHaveLength(1);
    });
    const [outbox] = await db.sql`select count(*)::int as n from private.outbox`;
    expect(outbox).toMatchObject({ n: 0 });
  });

  test('a refused mail is tried again with the same Message-ID', async () => {
    attempts = 0;
    verdict = (attempt) => (attempt === 1 ? new Error('come back later') : null);
    await startWorker();
    await enqueue('again@isoko.test');
    await waitFor(() => expect(received('again@isoko.test')).toHaveLength(2));
    const [first, second] = received('again@isoko.test');
    expect(second!.messageId).toBe(first!.messageId);
    expect(first!.messageId).toMatch(/^<[0-9a-f]{32}@isoko\.test>$/);
  });

  test('a killed worker loses nothing: another one takes its job over', async () => {
    // The server takes the mail and never says so, as when the worker dies in between.
    const hanging = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], onData: () => {} });
    hanging.listen(0, '127.0.0.1');
    await once(hanging.server, 'listening');
    const good = smtpUrl;
    smtpUrl = `smtp://127.0.0.1:${(hanging.server.address() as AddressInfo).port}`;
    const doomed = await startWorker();
    smtpUrl = good;
    await enqueue('killed@isoko.test');
    await waitFor(async () => {
      const [job] = await db.sql`select 1 from graphile_worker.jobs where locked_by is not null`;
      expect(job).toBeDefined();
    });
    await end(doomed, 'SIGKILL');
    await startWorker();
    await waitFor(() => expect(received('killed@isoko.test')).toHaveLength(1));
    await new Promise<void>((resolve) => hanging.close(() => resolve()));
  });

  test('goes on after the database cut every connection', async () => {
    const worker = await startWorker();
    await cutAll();
    await enqueue('cut@isoko.test');
    await waitFor(() => expect(received('cut@isoko.test')).toHaveLength(1));
    expect(worker.exitCode).toBeNull();
    await waitFor(async () => {
      const [locks] = await db.sql`
        select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = current_database()`;
      expect(locks).toMatchObject({ n: 1 });
    });
  });

  test('goes on after the end of a job could not be written, and does that job again', async () => {
    let taken = () => {};
    verdict = () => new Promise((resolve) => (taken = () => resolve(null)));
    const worker = await startWorker();
    await enqueue('unwritten@isoko.test');
    await waitFor(() => expect(received('unwritten@isoko.test')).toHaveLength(1));
    await db.sql.begin(async (sql) => {
      await sql`select 1 from graphile_worker._private_jobs for update`;
      verdict = () => null;
      taken();
      await waitFor(async () => {
        const waiting = await db.sql`
          select 1 from pg_stat_activity
          where datname = current_database() and application_name = 'isoko worker'
            and wait_event_type = 'Lock' and query like 'delete%'`;
        expect(waiting).toHaveLength(1);
      });
      await cutAll();
    });
    await waitFor(async () => {
      const jobs = await db.sql`select 1 from graphile_worker.jobs`;
      expect(jobs).toHaveLength(0);
    });
    expect(worker.exitCode).toBeNull();
    const [first, second] = received('unwritten@isoko.test');
    expect(second!.messageId).toBe(first!.messageId);
  });

  test('a job of a kind that nobody knows waits', async () => {
    await startWorker();
    await db.sql`select private.enqueue('nobody.knows', '{}')`;
    await waitFor(async () => {
      const [job] = await db.sql`
        select attempts, locked_by from graphile_worker.jobs where task_identifier = 'nobody.knows'`;
      expect(job).toMatchObject({ attempts: 0, locked_by: null });
    });
  });

  test('the same dedupe key twice is one job', async () => {
    await db.sql`select private.enqueue('nobody.dedupes', '{"n":1}', 'k'), private.enqueue('nobody.dedupes', '{"n":2}', 'k')`;
    await startWorker();
    await waitFor(async () => {
      const jobs = await db.sql`
        select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
        where t.identifier = 'nobody.dedupes'`;
      expect(jobs).toHaveLength(1);
    });
  });

  test('stops when asked, and says so with its exit code', async () => {
    const worker = await startWorker();
    expect(await end(worker, 'SIGTERM')).toBe(0);
  });
});
