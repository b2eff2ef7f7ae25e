/**
 * The load, in a process of its own: reads a `Load` as JSON from its input, sends requests with so many connections for
 * so long, and writes a `LoadResult` to its output.
 */
import autocannon, { type Result } from 'autocannon';
import { readOrders } from './child.ts';

export type Load = {
  url: string;
  paths: string[];
  connections: number;
  seconds: number;
  headers: Record<string, string>;
};
/** Times in milliseconds. `failures`: answers that were not 2xx, and requests without an answer. */
export type LoadResult = {
  rps: number;
  p50: number;
  p95: number;
  p99: number;
  requests: number;
  failures: number;
};

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

async function run(load: Load): Promise<LoadResult> {
  const times: number[] = [];
  const result = await new Promise<Result>((resolve, reject) => {
    const options = {
      url: load.url,
      connections: load.connections,
      duration: load.seconds,
      timeout: 30,
      requests: load.paths.map((path) => ({ method: 'GET' as const, path, headers: load.headers })),
    };
    const instance = autocannon(options, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    );
    instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const sorted = Float64Array.from(times).sort();
  return {
    rps: times.length / result.duration,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    requests: times.length,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

process.stdout.write(JSON.stringify(await run(await readOrders<Load>())));
