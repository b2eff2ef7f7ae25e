/**
 * Writes of the trade as the API makes them: one transaction each, as a signed-in person, committed. Reads a `WriteLoad`
 * as JSON from its input and writes a `LoadResult`. `bare` is the ceiling: one row inserted and committed.
 */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { quoteSums } from '#src/domain/quote-sums.ts';
import { readOrders } from './child.ts';
import type { LoadResult } from './load-client.ts';

export type WriteLoad = {
  databaseUrl: string;
  kind: 'inquiry' | 'quote' | 'bare';
  product: {
    id: string;
    title: string;
    unit: string;
    currency: string;
    price: number;
    moq: number;
  };
  maker: string;
  buyers: string[];
  /** Conversations without a quote, one for each `quote`. */
  inquiries: string[];
  connections: number;
  seconds: number;
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The claims of a request, for this transaction alone; several statements in one message are one transaction. */
const as = (user: string) =>
  `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', '{"role":"authenticated","sub":"${user}"}', true),
    set_config('request.jwt.claim.sub', '${user}', true), set_config('request.jwt.claim.role', 'authenticated', true);`;

function inquiry({ product, buyers }: WriteLoad, n: number): string {
  const call = `select public.send_inquiry(p_id => '${randomUUID()}', p_product => '${product.id}', p_message => 'Can you make these by March, and what would they cost?',
    p_quantity => ${product.moq}, p_needed_by => null, p_country => 'DE', p_organisation => 'Bench', p_locale => 'en')`;
  return as(buyers[n % buyers.length]!) + call;
}

function quote({ product, maker, inquiries }: WriteLoad, n: number): string {
  const line = { quantity: product.moq, unitAmount: product.price };
  const terms = { discountAmount: 0, freightAmount: 0, taxBp: 1800, depositBp: 3000 };
  const sums = quoteSums([line], terms);
  if (!sums.ok) throw new Error(sums.failure.code);
  const { lineAmounts, ...totals } = sums.value;
  const id = randomUUID();
  const draft = {
    currency: product.currency,
    incoterm: 'FOB',
    incotermPlace: 'Mombasa',
    leadTimeDays: 30,
    paymentTerms: 'net_30',
    validUntil: new Date(Date.now() + 864_000_000).toISOString(),
    notes: '',
    ...terms,
    ...totals,
    lines: [
      {
        ...line,
        position: 0,
        description: product.title,
        unit: product.unit,
        lineAmount: lineAmounts[0],
        productId: product.id,
      },
    ],
  };
  return `${as(maker)} select public.save_quote_draft('${id}', '${inquiries[n]!}', ${quoted(JSON.stringify(draft))}); select public.send_quote('${id}')`;
}

const bare = () =>
  `insert into bench_writes (id, body) values ('${randomUUID()}', repeat('x', 200))`;

async function run(load: WriteLoad): Promise<LoadResult> {
  const sql = postgres(load.databaseUrl, { max: load.connections, onnotice: () => undefined });
  const most = load.kind === 'quote' ? load.inquiries.length : Infinity;
  const make = { inquiry, quote, bare }[load.kind];
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const end = started + load.seconds * 1000;
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      while (performance.now() < end && next < most) {
        const text = make(load, next++);
        const sent = performance.now();
        await sql.unsafe(text).simple();
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

process.stdout.write(JSON.stringify(await run(await readOrders<WriteLoad>())));
