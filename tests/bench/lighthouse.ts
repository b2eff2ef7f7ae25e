/**
 * `npm run lighthouse`: Lighthouse's mobile preset (slow 4G, a processor four times slower) on the demo's home, list,
 * product and producer pages, and on a hall, a booth, an object and a tour stop of its exhibition. Scores out of 100, times in milliseconds, the median of `--runs` (default 3).
 */
import { parseArgs } from 'node:util';
import lighthouse, { type Result } from 'lighthouse';
import { freePort } from '#supabase/embedded/ports.ts';
import { launchChrome } from './chrome.ts';
import { publicPages, startDemo } from './public-pages.ts';
import { median, metric, printLines, printTable, type Metric } from './report.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    pages: { type: 'string', default: 'home,list,product,producer,hall,booth,object,stop' },
    /** An address to measure instead of an instance of our own. */
    url: { type: 'string' },
    database: { type: 'string' },
  },
});

const SCORES = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const AUDITS = [
  ['lcp', 'largest-contentful-paint', 'ms', 1800],
  ['cls', 'cumulative-layout-shift', '', 0.02],
  ['tbt', 'total-blocking-time', 'ms', 100],
  ['fcp', 'first-contentful-paint', 'ms', undefined],
] as const;

async function measure(port: number, url: string): Promise<Result> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  if (result.lhr.runtimeError) throw new Error(`${url}: ${result.lhr.runtimeError.message}`);
  return result.lhr;
}

function figures(name: string, results: Result[]): Metric[] {
  const scores = Object.entries(SCORES).map(([category, least]) => {
    const value = median(results.map((r) => (r.categories[category]?.score ?? 0) * 100));
    return metric(`lighthouse.${name}.${category}`, value, '', { least });
  });
  const audits = AUDITS.map(([label, audit, unit, most]) => {
    const value = median(results.map((r) => r.audits[audit]?.numericValue ?? NaN));
    return metric(`lighthouse.${name}.${label}`, value, unit, { most });
  });
  return [...scores, ...audits];
}

/** What keeps a page from a full score, so that the figure can be acted on. */
function complaints(result: Result): string[] {
  return Object.values(result.categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${category.id}: ${result.audits[id]?.title ?? id}`),
  );
}

const site = values.url
  ? {
      url: values.url,
      runtime: { databaseUrl: values.database ?? '' },
      stop: () => Promise.resolve(0),
    }
  : await startDemo();
const port = await freePort();
const browser = await launchChrome(port);
const metrics: Metric[] = [];
try {
  const wanted = new Set(values.pages.split(','));
  const pages = (await publicPages(site.runtime.databaseUrl)).filter((p) => wanted.has(p.name));
  for (const { name, path } of pages) {
    const results: Result[] = [];
    for (let i = 0; i < Number(values.runs); i++) {
      results.push(await measure(port, new URL(path, site.url).href));
    }
    const some = figures(name, results);
    metrics.push(...some);
    printLines(some);
    for (const line of complaints(results[0]!)) console.error(`  ${name}: ${line}`);
  }
} finally {
  await browser.close();
  await site.stop();
}
printTable(metrics);
