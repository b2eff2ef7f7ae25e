/**
 * `npm run bench`: a production instance of its own, N generated products, then every figure of docs/benchmarks.md as
 * JSON lines and as a table. `--products 100000` (default 10 000), `--seconds 8` and `--runs 3` for each measurement,
 * `--only catalogue,trade,bytes,photo,allocation` for parts of it.
 */
import { parseArgs } from 'node:util';
import { startSite } from '#tests/support/site.ts';
import { benchAllocation } from './allocation.ts';
import { benchAward } from './award.ts';
import { benchPhoto } from './photo.ts';
import { cached, uncached } from './catalogue.ts';
import { loadProducts, oneWrite, scenarios } from './market.ts';
import { memoryOf } from './memory.ts';
import { pageBytes } from './page-bytes.ts';
import { tradeWrites } from './trade.ts';
import { printLines, printTable, type Metric } from './report.ts';

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '8' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'catalogue,trade,bytes,photo,allocation' },
  },
});
const parts = new Set(values.only.split(','));
const metrics: Metric[] = [];

function add(some: Metric[]): void {
  metrics.push(...some);
  printLines(some);
}

async function onSite(): Promise<void> {
  const site = await startSite();
  try {
    add(await loadProducts(site.runtime.databaseUrl, Number(values.products)));
    const plan = {
      siteUrl: site.url,
      databaseUrl: site.runtime.databaseUrl,
      seconds: Number(values.seconds),
      runs: Number(values.runs),
    };
    if (parts.has('catalogue')) {
      for (const scenario of await scenarios(plan.databaseUrl)) {
        add(await uncached(plan, scenario));
        add(await cached(plan, scenario));
      }
      add([await oneWrite(plan.databaseUrl)]);
      add(memoryOf(site.runtime.pids));
    }
    if (parts.has('trade')) add(await tradeWrites(plan));
  } finally {
    await site.stop();
  }
}

if (parts.has('catalogue') || parts.has('trade')) await onSite();
if (parts.has('bytes')) add(await pageBytes());
if (parts.has('photo')) add(await benchPhoto());
if (parts.has('allocation')) add(benchAllocation());
if (parts.has('award')) add(await benchAward());
printTable(metrics);
