import { runLoad, runSql, withBareServer, type BarePage } from './child.ts';
import type { LoadResult } from './load-client.ts';
import type { Scenario } from './market.ts';
import { median, metric, type Metric } from './report.ts';

const CONNECTIONS = [1, 16, 64];
const ACCEPT = { 'accept-encoding': 'br' };
/** A visitor with any cookie of ours gets a page of their own, so nothing comes from the front cache. */
const UNCACHED = { ...ACCEPT, cookie: 'bench=1' };
const CACHED_SHARE = 0.6;

/** Longest 95th percentile in milliseconds, at 100 000 products. */
const MOST_P95: Record<string, number> = {
  'list.uncached.c16': 150,
  'search.uncached.c1': 150,
  'search.uncached.c16': 600,
  'product.uncached.c16': 60,
};

export type Plan = { siteUrl: string; databaseUrl: string; seconds: number; runs: number };

/** Medians over the runs, figure by figure. */
async function repeat(runs: number, once: () => Promise<LoadResult>): Promise<LoadResult> {
  const results: LoadResult[] = [];
  for (let i = 0; i < runs; i++) results.push(await once());
  const of = (key: keyof LoadResult) => median(results.map((r) => r[key]));
  return {
    rps: of('rps'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    requests: of('requests'),
    failures: Math.max(...results.map((r) => r.failures)),
  };
}

function figures(name: string, result: LoadResult, ceiling?: LoadResult): Metric[] {
  const most = MOST_P95[name];
  return [
    metric(`catalogue.${name}.rps`, result.rps, 'requests/s', { ceiling: ceiling?.rps }),
    metric(`catalogue.${name}.p50`, result.p50, 'ms', { ceiling: ceiling?.p50 }),
    metric(`catalogue.${name}.p95`, result.p95, 'ms', { most, ceiling: ceiling?.p95 }),
    metric(`catalogue.${name}.p99`, result.p99, 'ms', { ceiling: ceiling?.p99 }),
    ...(result.failures > 0
      ? [metric(`catalogue.${name}.failures`, result.failures, 'requests', { most: 0 })]
      : []),
  ];
}

/** Every request renders a page from the database. The ceiling is its SQL alone, at the same concurrency. */
export async function uncached(plan: Plan, scenario: Scenario): Promise<Metric[]> {
  const metrics: Metric[] = [];
  for (const connections of CONNECTIONS) {
    const page = await repeat(plan.runs, () =>
      runLoad({
        url: plan.siteUrl,
        paths: scenario.paths,
        connections,
        seconds: plan.seconds,
        headers: UNCACHED,
      }),
    );
    const ceiling = await repeat(plan.runs, () =>
      runSql({
        databaseUrl: plan.databaseUrl,
        statement: scenario.statement,
        calls: scenario.calls,
        connections,
        seconds: plan.seconds,
      }),
    );
    metrics.push(...figures(`${scenario.name}.uncached.c${connections}`, page, ceiling));
  }
  return metrics;
}

/** One page out of the front cache, beside a bare `node:http` server that sends the same bytes. */
export async function cached(plan: Plan, scenario: Scenario): Promise<Metric[]> {
  const path = scenario.paths[0]!;
  const page = await keptPage(plan.siteUrl, path);
  const metrics: Metric[] = [];
  for (const connections of CONNECTIONS) {
    const load = { paths: [path], connections, seconds: plan.seconds, headers: ACCEPT };
    const ceiling = await repeat(plan.runs, () =>
      withBareServer(page, (url) => runLoad({ ...load, url })),
    );
    const result = await repeat(plan.runs, () => runLoad({ ...load, url: plan.siteUrl }));
    const name = `${scenario.name}.cached.c${connections}`;
    const [rps, ...times] = figures(name, result, ceiling);
    const least = ceiling.rps * CACHED_SHARE;
    metrics.push(metric(rps!.metric, result.rps, 'requests/s', { least, ceiling: ceiling.rps }));
    metrics.push(...times);
  }
  return metrics;
}

/** The page as the cache sends it, still compressed. */
async function keptPage(siteUrl: string, path: string): Promise<BarePage> {
  const { get } = await import('node:http');
  const fetchOnce = () =>
    new Promise<BarePage & { hit: boolean }>((resolve, reject) => {
      get(new URL(path, siteUrl), { headers: ACCEPT }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const kept = ['content-type', 'content-encoding', 'vary', 'cache-control', 'etag'];
          const headers = Object.fromEntries(
            kept.flatMap((name) => {
              const value = response.headers[name];
              return value === undefined ? [] : [[name, String(value)]];
            }),
          );
          const hit = response.headers['x-cache'] === 'hit';
          resolve({ headers, body: Buffer.concat(parts).toString('base64'), hit });
        });
      }).on('error', reject);
    });
  await fetchOnce();
  const page = await fetchOnce();
  if (!page.hit) throw new Error(`${path} is not kept by the front cache`);
  return page;
}
