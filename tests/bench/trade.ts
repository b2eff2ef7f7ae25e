import { randomUUID } from 'node:crypto';
import { connect } from '#supabase/embedded/database.ts';
import type { Plan } from './catalogue.ts';
import { runWrites } from './child.ts';
import { median, metric, type Metric } from './report.ts';
import type { WriteLoad } from './trade-writes.ts';

const CONNECTIONS = [1, 16];
const BUYERS = 1500;
const QUOTES_EACH = 2500;

type Stage = Pick<WriteLoad, 'product' | 'maker' | 'buyers'>;

/** People who may ask, and somebody of the workshop who may answer. Runs as the owner. */
async function stage(databaseUrl: string): Promise<Stage> {
  const sql = connect(databaseUrl);
  const [product] = await sql<(WriteLoad['product'] & { producer: string })[]>`
    select p.id, p.title, p.unit, p.price_currency as currency, p.price_amount::int as price, p.moq, p.producer_id as producer
    from public.products p join public.producers o on o.id = p.producer_id and o.state = 'active'
    where p.state = 'published' order by p.id limit 1`;
  if (!product) throw new Error('nothing was loaded');
  const buyers = Array.from({ length: BUYERS }, () => randomUUID());
  const maker = randomUUID();
  await sql`insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
    select u::uuid, u || '@bench.test', now(), '{}' from unnest(${[...buyers, maker]}::text[]) u`;
  await sql`insert into public.producer_members (producer_id, user_id, role) values (${product.producer}, ${maker}, 'owner')`;
  await sql`create table if not exists bench_writes (id uuid primary key, body text)`;
  await sql.end();
  return { product, maker, buyers };
}

/** As many conversations that wait for a quote. */
async function waiting(databaseUrl: string, stageOf: Stage): Promise<string[]> {
  const sql = connect(databaseUrl);
  const rows = await sql<{ id: string }[]>`
    insert into public.inquiries (state, producer_id, product_id, user_id, quantity, unit, product_title, created_at)
    select 'open', p.producer_id, p.id, ${stageOf.buyers[0]!}, p.moq, p.unit, p.title, now() - interval '2 days'
    from public.products p, generate_series(1, ${QUOTES_EACH}) where p.id = ${stageOf.product.id} returning id`;
  await sql`insert into public.inquiry_contacts (inquiry_id, name, email)
    select i, 'Bench', 'bench@bench.test' from unnest(${rows.map((row) => row.id)}::uuid[]) i`;
  await sql.end();
  return rows.map((row) => row.id);
}

/** Inquiries and quotes written a second, each one transaction with its events, notices and outbox rows. */
export async function tradeWrites(plan: Plan): Promise<Metric[]> {
  const base = await stage(plan.databaseUrl);
  const metrics: Metric[] = [];
  for (const connections of CONNECTIONS) {
    const once = async (kind: WriteLoad['kind']) =>
      runWrites({
        ...base,
        databaseUrl: plan.databaseUrl,
        kind,
        inquiries: kind === 'quote' ? await waiting(plan.databaseUrl, base) : [],
        connections,
        seconds: plan.seconds,
      });
    const repeat = async (kind: WriteLoad['kind']) => {
      const results = [];
      for (let n = 0; n < plan.runs; n++) results.push(await once(kind));
      return { rps: median(results.map((r) => r.rps)), p95: median(results.map((r) => r.p95)) };
    };
    const ceiling = await repeat('bare');
    for (const kind of ['inquiry', 'quote'] as const) {
      const result = await repeat(kind);
      const name = `trade.${kind}.c${connections}`;
      metrics.push(
        metric(`${name}.rate`, result.rps, 'writes/s', { ceiling: ceiling.rps }),
        metric(`${name}.p95`, result.p95, 'ms', { ceiling: ceiling.p95 }),
      );
    }
  }
  return metrics;
}
