-- Books as their owner reads them: balances, and one account's entries of a period with the balance before and after.

create function public.ledger_balances(p_producer uuid default null, p_buyer uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if num_nonnulls(p_producer, p_buyer) <> 1 or not private.sees_book(p_producer, p_buyer, null) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('account', t.key, 'nature', t.nature, 'currency', t.currency, 'balance', t.balance)
      order by t.currency, t.position), '[]')
    from (select k.key, k.nature, k.position, a.currency, sum(e.amount)::bigint as balance
      from public.ledger_accounts a join public.ledger_account_kinds k on k.key = a.kind join public.ledger_entries e on e.account_id = a.id
      where a.producer_id is not distinct from p_producer and a.buyer_id is not distinct from p_buyer and a.cluster_id is null
      group by 1, 2, 3, 4) t);
end $$;
grant execute on function public.ledger_balances(uuid, uuid) to authenticated;

-- p_from and p_to are days in UTC, both included. At most 2000 lines; `more` says that there are others.
create function public.ledger_statement(p_producer uuid, p_buyer uuid, p_account text, p_currency text, p_from date, p_to date) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  account uuid;
  opening bigint;
begin
  perform private.require_active_user();
  if num_nonnulls(p_producer, p_buyer) <> 1 or not private.sees_book(p_producer, p_buyer, null) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  select a.id into account from public.ledger_accounts a where a.producer_id is not distinct from p_producer
    and a.buyer_id is not distinct from p_buyer and a.cluster_id is null and a.kind = p_account and a.currency = p_currency;
  select coalesce(sum(e.amount), 0) into opening from public.ledger_entries e join public.ledger_journals j on j.id = e.journal_id
  where e.account_id = account and j.at < p_from;
  return (with lines as (
      select e.id, j.at, j.kind, j.memo, j.order_id, e.amount, o.reference, case when p_producer is null then p.name else b.name end as partner
      from public.ledger_entries e join public.ledger_journals j on j.id = e.journal_id left join public.orders o on o.id = j.order_id
        left join public.buyers b on b.id = o.buyer_id left join public.producers p on p.id = o.producer_id
      where e.account_id = account and j.at >= p_from and j.at < p_to + 1 order by j.at, e.id limit 2001)
    select jsonb_build_object('opening', opening, 'closing', opening + coalesce((select sum(e.amount) from public.ledger_entries e
        join public.ledger_journals j on j.id = e.journal_id where e.account_id = account and j.at >= p_from and j.at < p_to + 1), 0),
      'nature', (select k.nature from public.ledger_account_kinds k where k.key = p_account),
      'more', (select count(*) > 2000 from lines),
      'lines', coalesce((select jsonb_agg(jsonb_build_object('at', l.at, 'kind', l.kind, 'memo', l.memo, 'orderId', l.order_id, 'order', l.reference,
        'partner', l.partner, 'amount', l.amount) order by l.at, l.id) from (select * from lines limit 2000) l), '[]')));
end $$;
grant execute on function public.ledger_statement(uuid, uuid, text, text, date, date) to authenticated;

-- What is open over all orders of one organisation, the oldest day first.
create function public.open_dues(p_producer uuid default null, p_buyer uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if num_nonnulls(p_producer, p_buyer) <> 1 or not private.sees_book(p_producer, p_buyer, null) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  return (select coalesce(jsonb_agg(x.due order by x.day nulls last, x.reference), '[]') from (
    select d.due_on as day, o.reference, jsonb_build_object('orderId', o.id, 'reference', o.reference, 'state', o.state, 'currency', o.currency,
      'partner', case when p_producer is null then p.name else b.name end, 'kind', d.kind, 'outstanding', d.outstanding, 'dueOn', d.due_on,
      'status', d.status, 'announced', (select coalesce(sum(y.amount), 0) from public.payments y where y.order_id = o.id and y.state = 'proof_sent')) as due
    from public.orders o join public.producers p on p.id = o.producer_id join public.buyers b on b.id = o.buyer_id
      cross join lateral private.order_dues(o.id) d
    where (o.producer_id = p_producer or o.buyer_id = p_buyer) and d.outstanding > 0
      and (o.state not in ('closed', 'cancelled') or (select z.outstanding from private.order_money(o.id) z) > 0)
    order by d.due_on nulls last limit 300) x);
end $$;
grant execute on function public.open_dues(uuid, uuid) to authenticated;

-- The desk of a producer's money in one read: who may edit the accounts, what waits, what was paid out.
create function public.studio_money(p_producer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.sees_book(p_producer, null, null) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return jsonb_build_object('keepsAccounts', private.keeps_payment_accounts(p_producer),
    'balances', public.ledger_balances(p_producer), 'dues', public.open_dues(p_producer),
    'accounts', (select coalesce(jsonb_agg(private.payment_account_view(a) order by a.method, a.created_at), '[]')
      from public.payment_accounts a where a.producer_id = p_producer and a.active),
    'toConfirm', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'orderId', o.id, 'order', o.reference, 'buyer', b.name, 'reference', p.reference,
        'amount', p.amount, 'currency', p.currency, 'method', p.method, 'paidOn', p.paid_on) order by p.updated_at), '[]')
      from public.payments p join public.orders o on o.id = p.order_id join public.buyers b on b.id = o.buyer_id
      where o.producer_id = p_producer and p.state = 'proof_sent'),
    'toRefund', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'orderId', o.id, 'order', o.reference, 'buyer', b.name, 'amount', r.amount,
        'currency', o.currency, 'reason', r.reason) order by r.created_at), '[]')
      from public.refunds r join public.orders o on o.id = r.order_id join public.buyers b on b.id = o.buyer_id
      where o.producer_id = p_producer and r.state = 'pending'),
    'openLines', (select count(*) from public.statement_lines l where l.producer_id = p_producer and l.payment_id is null and not l.ignored and l.amount > 0),
    'payouts', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'state', x.state, 'currency', x.currency, 'amount', x.amount, 'reason', x.reason,
        'createdAt', x.created_at, 'settledAt', x.settled_at) order by x.created_at desc), '[]')
      from (select * from public.payouts y where y.producer_id = p_producer order by y.created_at desc limit 24) x));
end $$;
grant execute on function public.studio_money(uuid) to authenticated;
