/**
 * The ceiling of an uncached page: the page's own SQL by a prepared statement over one connection a client, without web
 * server and API. Reads a `SqlLoad` as JSON from its input and writes a `LoadResult`.
 */
import postgres from 'postgres';
import { readOrders } from './child.ts';
import type { LoadResult } from './load-client.ts';

export type SqlLoad = {
  databaseUrl: string;
  statement: string;
  /** The arguments of each call, by turns. */
  calls: string[][];
  connections: number;
  seconds: number;
};

async function run(load: SqlLoad): Promise<LoadResult> {
  const sql = postgres(load.databaseUrl, { max: load.connections, onnotice: () => undefined });
  const call = (i: number) =>
    sql.unsafe(load.statement, load.calls[i % load.calls.length]!, { prepare: true });
  await Promise.all(Array.from({ length: load.connections }, (_, i) => call(i)));
  const times: number[] = [];
  const started = performance.now();
  const end = started + load.seconds * 1000;
  let next = 0;
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      while (performance.now() < end) {
        const sent = performance.now();
        await call(next++);
        times.push(performance.now() - sent);
      }
    }),
  );
  const took = (performance.now() - started) / 1000;
  await sql.end();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? NaN;
  return {
    rps: times.length / took,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    requests: times.length,
    failures: 0,
  };
}

process.stdout.write(JSON.stringify(await run(await readOrders<SqlLoad>())));
