import type { Check } from './ledger-checks.ts';

const entries = `select e.round_id, a.producer_id, a.cluster_id, a.kind, sum(e.amount) as amount from public.ledger_entries e
  join public.ledger_accounts a on a.id = e.account_id where e.round_id is not null group by 1, 2, 3, 4`;
const booked = (kind: string, owner: string) =>
  `coalesce((select sum(b.amount) from (${entries}) b where b.round_id = r.id and b.kind = '${kind}' and b.${owner} is not null), 0)`;
const oneFact = (table: string, kind: string, account: string, amount: string, counts: string) => `
  select '${kind} ' || f.id || ' of ' || f.${amount} || ' is booked as ' || coalesce(b.amount, 0) as problem from public.${table} f
  left join lateral (select sum(e.amount) as amount from public.ledger_journals j join public.ledger_entries e on e.journal_id = j.id
    join public.ledger_accounts a on a.id = e.account_id and a.kind = '${account}' and a.cluster_id is not null
    where j.dedupe = '${kind}:' || f.id or j.reverses = (select x.id from public.ledger_journals x where x.dedupe = '${kind}:' || f.id)) b on true
  where abs(coalesce(b.amount, 0)) <> case when ${counts} then f.${amount} else 0 end
  union all
  select 'journal ' || j.dedupe || ' books nothing that is there' from public.ledger_journals j
  where j.kind = '${kind}' and j.reverses is null and not exists (select 1 from public.${table} f where j.dedupe = '${kind}:' || f.id)`;

/** What must hold in the books of joint purchases; see `Check`. */
export const ROUND_CHECKS: readonly Check[] = [
  {
    name: 'Members of a joint purchase pay its invoices and costs, to the last unit',
    counted: `select count(*) as counted from public.rounds where state = 'settled'`,
    wrong: `
      select 'round ' || r.slug || ' settled ' || s.total || ', its invoices and costs are ' || (i.total + c.total) as problem
      from public.rounds r, lateral (select coalesce(sum(x.total_amount), 0) as total from public.settlements x where x.round_id = r.id) s,
        lateral (select coalesce(sum(div(x.total_amount::numeric * t.numerator * 2 + t.denominator, 2 * t.denominator::numeric)), 0) as total
          from public.supplier_invoices x join public.round_rates t on t.round_id = x.round_id and t.currency = x.currency
          where x.round_id = r.id and x.state in ('matched', 'accepted')) i,
        lateral (select coalesce(sum(x.amount), 0) as total from public.round_costs x where x.round_id = r.id and x.voided_at is null) c
      where r.state = 'settled' and s.total <> i.total + c.total
      union all
      select 'settlement ' || s.label || ' of ' || s.total_amount || ' has lines of ' || l.total from public.settlements s,
        lateral (select sum((x ->> 'goodsAmount')::numeric + coalesce((select sum((h ->> 'amount')::numeric) from jsonb_array_elements(x -> 'shares') h), 0)) as total
          from jsonb_array_elements(s.lines) x) l where s.total_amount <> l.total
      union all
      select 'round ' || r.slug || ' has settlements and is ' || r.state from public.rounds r
      where r.state <> 'settled' and exists (select 1 from public.settlements s where s.round_id = r.id)`,
  },
  {
    name: 'What members owe their cluster is the same in both books',
    counted:
      'select count(distinct round_id) as counted from public.ledger_journals where round_id is not null',
    wrong: `
      select 'round ' || r.slug || ': members owe ' || -${booked('owed_to_cluster', 'producer_id')} || ', the cluster says ' || ${booked('members_receivable', 'cluster_id')} as problem
      from public.rounds r where ${booked('members_receivable', 'cluster_id')} <> -${booked('owed_to_cluster', 'producer_id')}
      union all
      select 'round ' || r.slug || ', member ' || p.id || ' owes ' || x.due || ', its book says ' || x.booked
      from public.rounds r cross join public.producers p cross join lateral (select
        coalesce((select s.total_amount from public.settlements s where s.round_id = r.id and s.producer_id = p.id), 0)
          - coalesce((select sum(y.confirmed_amount) from public.round_payments y where y.round_id = r.id and y.producer_id = p.id and y.state = 'confirmed'), 0)
          + coalesce((select sum(y.amount) from public.round_refunds y where y.round_id = r.id and y.producer_id = p.id and y.state = 'succeeded'), 0)
          - coalesce((select sum(y.amount) from public.write_offs y where y.round_id = r.id and y.producer_id = p.id and y.state = 'approved'), 0) as due,
        -coalesce((select sum(b.amount) from (${entries}) b where b.round_id = r.id and b.producer_id = p.id and b.kind = 'owed_to_cluster'), 0) as booked) x
      where exists (select 1 from public.ledger_journals j where j.round_id = r.id)
        and exists (select 1 from public.ledger_accounts a where a.producer_id = p.id and a.kind = 'owed_to_cluster') and x.due <> x.booked
      union all
      select 'journal ' || j.dedupe || ' and its entries name different rounds' from public.ledger_journals j
      where exists (select 1 from public.ledger_entries e where e.journal_id = j.id and e.round_id is distinct from j.round_id)`,
  },
  {
    name: 'Everything that was paid for a joint purchase is counted once',
    counted: `select (select count(*) from public.round_payments where state = 'confirmed') + (select count(*) from public.supplier_payments) as counted`,
    wrong: [
      oneFact(
        'round_payments',
        'round_payment',
        'bank',
        'confirmed_amount',
        `f.state = 'confirmed'`,
      ).replace('where abs(', 'where f.confirmed_amount is not null and abs('),
      oneFact('round_refunds', 'round_refund', 'bank', 'amount', `f.state = 'succeeded'`),
      oneFact('supplier_payments', 'supplier_payment', 'bank', 'round_amount', 'true'),
      oneFact(
        'round_costs',
        'round_cost',
        'bank',
        'amount',
        'f.paid_on is not null and f.voided_at is null',
      ),
      oneFact('write_offs', 'write_off', 'write_off', 'amount', `f.state = 'approved'`),
      `select 'more was paid of invoice ' || i.invoice_number || ' than it asks for' from public.supplier_invoices i
       where (select coalesce(sum(p.amount), 0) from public.supplier_payments p where p.invoice_id = i.id) > i.total_amount`,
    ].join(' union all '),
  },
  {
    name: 'Numbers of settlements have no gap',
    counted: 'select count(*) as counted from public.settlements',
    wrong: `
      select 'cluster ' || r.cluster_id || ', settlements of ' || s.year || ': ' || count(*) || ' of them, numbers ' || min(s.number) || ' to ' || max(s.number) as problem
      from public.settlements s join public.rounds r on r.id = s.round_id
        left join private.cluster_series n on n.cluster_id = r.cluster_id and n.kind = 'settlement' and n.year = s.year
      group by r.cluster_id, s.year
      having count(*) <> max(s.number) or min(s.number) <> 1 or count(distinct s.number) <> count(*) or max(n.last_number) is distinct from max(s.number)`,
  },
];
