import pg from 'pg';
import type { Log } from '../log.ts';

/** A job locked for less than this is left alone even if its worker cannot be seen, in seconds. */
const YOUNGEST_SECONDS = 3;
const SWEEP_MS = 4_000;

/**
 * The queue frees the jobs of a killed worker only after four hours. Here each worker holds an advisory lock under
 * its name for as long as its connection lives; a job whose holder has no such lock is freed for the next attempt.
 */
export class Liveness {
  readonly #url: string;
  readonly #log: Log;
  readonly #pool: pg.Pool;
  readonly #names = new Set<string>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: { databaseUrl: string; pool: pg.Pool; log: Log }) {
    this.#url = options.databaseUrl;
    this.#pool = options.pool;
    this.#log = options.log;
  }

  /** Opens the connection whose end the others will see. Rejects when the database cannot be reached. */
  async start(): Promise<void> {
    await this.#connect();
    this.#timer = setInterval(() => void this.#round(), SWEEP_MS);
  }

  /** Holds the lock of a worker pool from now on. */
  announce(name: string): void {
    this.#names.add(name);
    this.#hold(name).catch((error: unknown) => this.#log.warn('liveness lock failed', { error }));
  }

  /** Lets the lock of a worker pool go: what it still held may be freed. */
  forget(name: string): void {
    this.#names.delete(name);
    this.#client
      ?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(name)])
      .catch((error: unknown) => this.#log.warn('liveness lock kept', { error }));
  }

  /** Frees the jobs of workers that are gone. Answers how many workers that were. */
  async freeOrphans(): Promise<number> {
    const { rows } = await this.#pool.query<{ freed: number }>(FREE, [
      YOUNGEST_SECONDS,
      [...this.#names],
    ]);
    const freed = rows[0]?.freed ?? 0;
    if (freed > 0) this.#log.warn('freed the jobs of workers that are gone', { workers: freed });
    return freed;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'isoko worker liveness',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('error', () => this.#gone(client));
    client.on('end', () => this.#gone(client));
    await client.connect();
    this.#client = client;
    for (const name of this.#names) await this.#hold(name);
  }

  #gone(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
  }

  async #hold(name: string): Promise<void> {
    await this.#client?.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockName(name)]);
  }

  async #round(): Promise<void> {
    try {
      if (!this.#client && !this.#stopped) await this.#connect();
      await this.freeOrphans();
    } catch (error) {
      this.#log.warn('looking for lost jobs failed', { error });
    }
  }
}

const PREFIX = 'isoko worker ';

function lockName(name: string): string {
  return PREFIX + name;
}

/** A transaction-level lock that can be had proves that nobody holds the worker's session-level one. */
const FREE = `
with holder as (
  select distinct locked_by as name from graphile_worker.jobs
  where locked_by is not null and locked_at < now() - make_interval(secs => $1) and locked_by <> all ($2::text[])
), gone as materialized (
  select name from holder where pg_try_advisory_xact_lock(hashtextextended('${PREFIX}' || name, 0))
), freed as materialized (
  select graphile_worker.force_unlock_workers(array_agg(name)) from gone having count(*) > 0
)
select (select count(*) from gone)::int as freed, (select count(*) from freed) as done`;
