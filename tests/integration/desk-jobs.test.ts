import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { afterAll, describe, expect, it } from 'vitest';
import { answerOf, sceneOf } from '#tests/db/scene.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const db = await createTestDatabase();
const { call } = await sceneOf(db);
const { sql } = db;
const operator = await db.addUser();
await sql`insert into public.operators (user_id) values (${operator})`;

type Jobs = {
  waiting: number;
  running: number;
  dead: number;
  unrelayed: number;
  jobs: { id: number; kind: string; error: string | null }[];
};
const list = (state: string, args: Record<string, unknown> = {}) =>
  call<Jobs>(operator, 'list_jobs', { p_state: state, ...args });
const act = (name: string, job: number) => call(operator, name, { p_job: job });

describe('the queue on the desk', () => {
  it('is empty, not broken, before the worker has ever run', async () => {
    await sql`select private.enqueue('mail.send', '{}')`;
    expect(await list('dead')).toEqual({ waiting: 0, running: 0, dead: 0, unrelayed: 1, jobs: [] });
    expect(await answerOf(act('retry_job', 1))).toBe('not_found');
    expect(await answerOf(act('drop_job', 1))).toBe('not_found');
    expect(await call(operator, 'operator_overview')).toMatchObject({ deadJobs: 0 });
  });

  it('shows what waits, runs and gave up; retries and drops are recorded', async () => {
    await runMigrations({ connectionString: db.url });
    const job = async (kind: string) =>
      Number((await sql`select (graphile_worker.add_job(${kind})).id`)[0]!['id']);
    const [dead, running, waiting] = [
      await job('mail.send'),
      await job('media.derive'),
      await job('sweep'),
    ];
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no such host' where id = ${dead}`;
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = ${running}`;
    expect(await list('dead')).toMatchObject({
      waiting: 1,
      running: 1,
      dead: 1,
      jobs: [{ id: dead, kind: 'mail.send', error: 'no such host' }],
    });
    expect((await list('running')).jobs.map((row) => row.id)).toEqual([running]);
    expect((await list('waiting')).jobs.map((row) => row.id)).toEqual([waiting]);
    expect(await call(operator, 'operator_frame')).toMatchObject({ deadJobs: 1 });
    for (const name of ['retry_job', 'drop_job']) {
      expect(await answerOf(act(name, running)), name).toBe('wrong_state');
    }
    await act('retry_job', dead);
    expect(await list('dead')).toMatchObject({ dead: 0, waiting: 2 });
    await act('drop_job', dead);
    expect(await answerOf(act('drop_job', dead))).toBe('not_found');
    const events = await sql`select action, actor, data from public.events
      where subject_kind = 'job' order by id`;
    expect(events).toEqual([
      { action: 'job.retried', actor: operator, data: { job: dead, kind: 'mail.send' } },
      { action: 'job.dropped', actor: operator, data: { job: dead, kind: 'mail.send' } },
    ]);
  });
});

describe('npm run operator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isoko-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(
    args: string[],
    env: Record<string, string>,
  ): Promise<{ code: number; said: string }> {
    const { DATABASE_URL: _url, DATA_DIR: _folder, ...rest } = process.env;
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['src/cli/operator.ts', ...args],
        { env: { ...rest, ...env } },
        (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
      );
    });
  }

  it('makes an operator of an account, found by DATABASE_URL or the data folder', async () => {
    const who = await db.addUser('odette@isoko.test');
    const direct = { DATABASE_URL: db.url };
    expect(await run(['nobody@isoko.test'], direct)).toMatchObject({ code: 1 });
    expect(await run(['Odette@isoko.test'], direct)).toMatchObject({
      code: 0,
      said: 'Odette@isoko.test is an operator now.\n',
    });
    const rows = await sql`select granted_by from public.operators where user_id = ${who}`;
    expect(rows).toEqual([{ granted_by: null }]);
    writeFileSync(join(folder, 'runtime.json'), JSON.stringify({ databaseUrl: db.url }));
    expect(await run(['odette@isoko.test'], { DATA_DIR: folder })).toMatchObject({
      code: 0,
      said: 'odette@isoko.test is an operator already.\n',
    });
  });

  it('says in one sentence what is missing', async () => {
    expect(await run([], {})).toMatchObject({ code: 64 });
    const { code, said } = await run(['a@b.test'], { DATA_DIR: join(folder, 'none') });
    expect(code).toBe(69);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});
