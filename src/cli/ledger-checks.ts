import { ROUND_CHECKS } from './round-checks.ts';

/**
 * What must hold in the books of any instance, each as a question that answers what is wrong (`problem`, one row each)
 * and how many things were looked at. Nothing here trusts a trigger or a constraint: a backup, a repair by hand or a bug
 * may have gone past them.
 */
export type Check = { name: string; counted: string; wrong: string };

const held = `select e.account_id, e.journal_id, sum(e.amount) as amount, min(e.id) as first
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id and a.kind = 'with_operator' group by 1, 2`;
const onOrder = `select e.order_id, a.kind, sum(e.amount) as amount
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id where e.order_id is not null group by 1, 2`;
const balance = (kinds: string) =>
  `coalesce((select sum(b.amount) from (${onOrder}) b where b.order_id = o.id and b.kind in (${kinds})), 0)`;
const paid = `(coalesce((select sum(p.confirmed_amount) from public.payments p where p.order_id = o.id and p.state = 'confirmed'), 0)
  - coalesce((select sum(r.amount) from public.refunds r where r.order_id = o.id and r.state = 'succeeded'), 0))`;
const amount = (name: string) => `(d.document ->> '${name}')::numeric`;
const share = (of: string, bp: string) => `div(${of} * ${bp} + 5000, 10000)`;

const CHECKS: readonly Check[] = [
  {
    name: 'Every journal balances in each book and currency',
    counted: 'select count(*) as counted from public.ledger_journals',
    wrong: `
      select 'journal ' || j.dedupe || ' has no entries' as problem from public.ledger_journals j
      where not exists (select 1 from public.ledger_entries e where e.journal_id = j.id)
      union all
      select 'journal ' || j.dedupe || ': ' || coalesce('producer ' || a.producer_id, 'buyer ' || a.buyer_id, 'cluster ' || a.cluster_id, 'operator')
        || ' is off by ' || sum(e.amount) || ' ' || a.currency
      from public.ledger_journals j join public.ledger_entries e on e.journal_id = j.id join public.ledger_accounts a on a.id = e.account_id
      group by j.dedupe, a.producer_id, a.buyer_id, a.cluster_id, a.currency having sum(e.amount) <> 0
      union all
      select 'entry ' || e.id || ' names another order than its journal ' || j.dedupe
      from public.ledger_entries e join public.ledger_journals j on j.id = e.journal_id where e.order_id is distinct from j.order_id`,
  },
  {
    name: 'Every frozen agreement is what was signed, and adds up',
    counted: 'select count(*) as counted from public.order_revisions',
    wrong: `
      select 'order ' || o.reference || ', revision ' || d.revision || ': the document is not the one that was signed' as problem
      from public.order_revisions d join public.orders o on o.id = d.order_id
      where d.sha256 is distinct from encode(sha256(convert_to(d.document::text, 'UTF8')), 'hex')
      union all
      select 'order ' || o.reference || ', revision ' || d.revision || ': the sums in the document do not add up'
      from public.order_revisions d join public.orders o on o.id = d.order_id
      where (${amount('goodsAmount')} = (select sum((l ->> 'lineAmount')::numeric) from jsonb_array_elements(d.document -> 'lines') l)
        and not exists (select 1 from jsonb_array_elements(d.document -> 'lines') l
          where (l ->> 'lineAmount')::numeric <> (l ->> 'quantity')::numeric * (l ->> 'unitAmount')::numeric)
        and ${amount('taxAmount')} = ${share(`(${amount('goodsAmount')} - ${amount('discountAmount')} + ${amount('freightAmount')})`, amount('taxBp'))}
        and ${amount('totalAmount')} = ${amount('goodsAmount')} - ${amount('discountAmount')} + ${amount('freightAmount')} + ${amount('taxAmount')}
        and d.total_amount = ${amount('totalAmount')} and d.deposit_amount = ${amount('depositAmount')}
        and d.document ->> 'reference' = o.reference and d.document ->> 'currency' = o.currency) is not true`,
  },
  {
    name: 'Every order stands at its newest agreement, the first of which is its quote',
    counted: 'select count(*) as counted from public.orders',
    wrong: `
      select 'order ' || o.reference || ' differs from its revision ' || o.revision as problem from public.orders o
      left join public.order_revisions d on d.order_id = o.id and d.revision = o.revision
      where (d.total_amount = o.total_amount and d.deposit_amount = o.deposit_amount
        and o.revision = (select max(x.revision) from public.order_revisions x where x.order_id = o.id)) is not true
      union all
      select 'order ' || o.reference || ' differs from the quote that was accepted' from public.orders o
      join public.quotes q on q.id = o.quote_id join public.order_revisions d on d.order_id = o.id and d.revision = 1
      where (q.state = 'accepted' and q.total_amount = d.total_amount and q.deposit_amount = d.deposit_amount
        and q.freight_amount = ${amount('freightAmount')} and q.currency = o.currency
        and (select count(*) from public.quote_lines l where l.quote_id = q.id) = jsonb_array_length(d.document -> 'lines')
        and not exists (select 1 from public.quote_lines l where l.quote_id = q.id and not exists (
          select 1 from jsonb_array_elements(d.document -> 'lines') x where (x ->> 'position')::int = l.position
            and (x ->> 'quantity')::int = l.quantity and (x ->> 'unitAmount')::bigint = l.unit_amount))) is not true`,
  },
  {
    name: 'Every payment and refund is counted once',
    counted: `select (select count(*) from public.payments where state = 'confirmed') + (select count(*) from public.refunds where state = 'succeeded') as counted`,
    wrong: `
      select 'payment ' || p.reference || ' arrived as ' || p.confirmed_amount || ' and is booked as ' || coalesce(-b.amount, 0) as problem
      from public.payments p left join lateral (select sum(e.amount) as amount from public.ledger_journals j join public.ledger_entries e on e.journal_id = j.id
        join public.ledger_accounts a on a.id = e.account_id and a.kind = 'receivable' where j.kind = 'payment' and j.dedupe = 'payment:' || p.id) b on true
      where p.state = 'confirmed' and coalesce(-b.amount, 0) <> p.confirmed_amount
      union all
      select 'journal ' || j.dedupe || ' books a payment that is not confirmed' from public.ledger_journals j
      where j.kind = 'payment' and not exists (select 1 from public.payments p where j.dedupe = 'payment:' || p.id and p.state = 'confirmed')
      union all
      select 'refund ' || r.id || ' of ' || r.amount || ' is booked as ' || coalesce(b.amount, 0) from public.refunds r
      left join lateral (select sum(e.amount) as amount from public.ledger_journals j
        join public.ledger_entries e on e.journal_id = j.id join public.ledger_accounts a on a.id = e.account_id and a.kind = 'receivable'
        where j.dedupe = 'refund:' || r.id or j.reverses = (select x.id from public.ledger_journals x where x.dedupe = 'refund:' || r.id)) b on true
      where coalesce(b.amount, 0) <> case when r.state = 'succeeded' then r.amount else 0 end
      union all
      select 'journal ' || j.dedupe || ' books a refund that is not there' from public.ledger_journals j
      where j.kind = 'refund' and not exists (select 1 from public.refunds r where j.dedupe = 'refund:' || r.id)
      union all
      select 'the processor''s reference ' || p.provider_ref || ' is on ' || count(*) || ' payments' from public.payments p
      where p.provider_ref is not null group by p.provider_ref having count(*) > 1
      union all
      select 'the reference ' || p.reference || ' is on ' || count(*) || ' payments' from public.payments p group by p.reference having count(*) > 1
      union all
      select 'statement lines count payment ' || l.payment_id || ' twice' from public.statement_lines l
      where l.payment_id is not null group by l.payment_id having count(*) > 1
      union all
      select 'more was refunded of payment ' || p.reference || ' than arrived' from public.payments p
      where (select coalesce(sum(r.amount), 0) from public.refunds r where r.payment_id = p.id and r.state = 'succeeded') > coalesce(p.confirmed_amount, 0)`,
  },
  {
    name: 'What each order owes is its total less what was credited and paid',
    counted: 'select count(*) as counted from public.orders',
    wrong: `
      select 'order ' || o.reference || ' owes ' || (o.total_amount - o.credited_amount - ${paid}) || ', the producer''s book says ' || ${balance(`'receivable'`)} as problem
      from public.orders o where ${balance(`'receivable'`)} <> o.total_amount - o.credited_amount - ${paid}
      union all
      select 'order ' || o.reference || ': the buyer''s book says ' || ${balance(`'payable'`)} from public.orders o
      where ${balance(`'payable'`)} <> ${paid} - (o.total_amount - o.credited_amount)`,
  },
  {
    name: 'The commission is that of what was paid, by the terms frozen in the order',
    counted: 'select count(*) as counted from public.orders',
    wrong: `
      select 'order ' || o.reference || ' should have a commission of ' || c.due || ' and ' || c.tax || ' tax, booked are ' || -${balance(`'commission_income'`)}
        || ' and ' || -${balance(`'commission_tax_due'`)} as problem
      from public.orders o, lateral (select ${share(`greatest(0, least(${paid}, o.total_amount - o.credited_amount))`, 'o.commission_bp')} as due) d,
        lateral (select d.due, ${share('d.due', 'o.commission_tax_bp')} as tax) c
      where ${balance(`'commission_income'`)} <> -c.due or ${balance(`'commission_tax_due'`)} <> -c.tax`,
  },
  {
    name: 'Payouts never exceeded what was held at any moment',
    counted: 'select count(*) as counted from public.payouts',
    wrong: `
      select 'account ' || b.account_id || ' of money held for a producer fell to ' || b.balance || ' with journal ' || j.dedupe as problem
      from (select h.account_id, h.journal_id, sum(h.amount) over (partition by h.account_id order by h.first) as balance from (${held}) h) b
      join public.ledger_journals j on j.id = b.journal_id where b.balance < 0
      union all
      select 'payout ' || p.id || ' of ' || p.amount || ' (' || p.state || ') is booked as ' || coalesce(b.amount, 0) from public.payouts p
      left join lateral (select -sum(e.amount) as amount from public.ledger_journals j join public.ledger_entries e on e.journal_id = j.id
        join public.ledger_accounts a on a.id = e.account_id and a.kind = 'with_operator'
        where j.dedupe = 'payout:' || p.id or j.reverses = (select x.id from public.ledger_journals x where x.dedupe = 'payout:' || p.id)) b on true
      where coalesce(b.amount, 0) <> case when p.state = 'failed' then 0 else p.amount end
      union all
      select 'in ' || t.currency || ' the operator holds ' || t.holds || ' and owes producers ' || t.owes from (
        select a.currency, coalesce(-sum(e.amount) filter (where a.kind = 'held_for_producers'), 0) as holds,
          coalesce(sum(e.amount) filter (where a.kind = 'with_operator'), 0) as owes
        from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id group by 1) t where t.holds <> t.owes`,
  },
  {
    name: 'Numbers of papers have no gap, and papers are as they were issued',
    counted: 'select count(*) as counted from public.documents',
    wrong: `
      select 'producer ' || d.producer_id || ', ' || d.kind || ' ' || d.year || ': ' || count(*) || ' papers, numbers ' || min(d.number) || ' to ' || max(d.number)
        || ', the series is at ' || coalesce(max(s.last_number)::text, 'nothing') as problem
      from public.documents d left join private.document_series s on s.producer_id = d.producer_id and s.kind = d.kind and s.year = d.year
      group by d.producer_id, d.kind, d.year
      having count(*) <> max(d.number) or min(d.number) <> 1 or count(distinct d.number) <> count(*) or max(s.last_number) is distinct from max(d.number)
      union all
      select 'producer ' || s.producer_id || ', ' || s.kind || ' ' || s.year || ': no paper, though the series is at ' || s.last_number from private.document_series s
      where not exists (select 1 from public.documents d where d.producer_id = s.producer_id and d.kind = s.kind and d.year = s.year)
      union all
      select 'paper ' || d.label || ' is not as it was issued' from public.documents d
      where d.sha256 is distinct from encode(sha256(convert_to(d.snapshot::text, 'UTF8')), 'hex')`,
  },
];

/** What one check found. */
export type Finding = { name: string; checked: number; problems: string[] };

/** Runs every check; `query` should see one moment only. */
export async function checkLedger(
  query: (sql: string) => Promise<readonly Record<string, unknown>[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, counted, wrong } of [...CHECKS, ...ROUND_CHECKS]) {
    const [row] = await query(counted);
    const problems = (await query(wrong)).map((one) => String(one['problem']));
    findings.push({ name, checked: Number(row?.['counted'] ?? 0), problems });
  }
  return findings;
}
