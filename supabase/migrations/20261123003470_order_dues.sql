-- What is due when. Nothing of it is stored: it follows from the agreement's terms, the order's state and what was paid.

-- The day from which the rest is due; null while that day is not known. Everything counts in UTC days.
create function private.balance_due_on(o public.orders, p_terms text) returns date
language sql stable security definer set search_path = '' as $$
  select case p_terms
    when 'in_advance' then o.created_at
    when 'deposit_balance_before_shipping' then coalesce((select e.at from public.events e where e.subject_kind = 'order' and e.subject_id = o.id
      and e.to_state = 'ready' order by e.id limit 1), o.shipped_at)
    when 'deposit_balance_on_delivery' then o.delivered_at
    when 'net_14' then o.shipped_at + interval '14 days'
    when 'net_30' then o.shipped_at + interval '30 days'
    when 'net_60' then o.shipped_at + interval '60 days' end::date
$$;

-- kind: deposit or balance; status: settled, later, due, overdue (a week past the day). Payments fill the deposit first,
-- so a part of a deposit is never a deposit.
create function private.order_dues(p_order uuid) returns table (kind text, amount bigint, paid bigint, outstanding bigint, due_on date, status text)
language sql stable security definer set search_path = '' as $$
  select d.kind, d.amount, d.paid, d.amount - d.paid, d.due_on,
    case when d.amount <= d.paid then 'settled' when d.due_on is null or d.due_on > current_date then 'later'
      when d.due_on < current_date - 7 then 'overdue' else 'due' end
  from public.orders o, private.order_money(o.id) m, lateral (
    select least(o.deposit_amount, private.order_owed(o)) as deposit, private.order_owed(o) as owed,
      case when o.state = 'cancelled' then o.cancelled_at::date else private.balance_due_on(o, r.document ->> 'paymentTerms') end as due_on
    from public.order_revisions r where r.order_id = o.id and r.revision = o.revision) t, lateral (
    select 'deposit' as kind, t.deposit as amount, greatest(0, least(m.paid, t.deposit)) as paid, o.created_at::date as due_on
      where t.deposit > 0 and o.state <> 'cancelled'
    union all
    select 'balance', t.owed - case when o.state = 'cancelled' then 0 else t.deposit end,
      greatest(0, least(t.owed, m.paid) - case when o.state = 'cancelled' then 0 else t.deposit end), t.due_on) d
  where o.id = p_order and d.amount > 0
$$;

-- For the pages of both sides and for whoever lists orders.
create function public.order_dues(p_order uuid) returns table (kind text, amount bigint, paid bigint, outstanding bigint, due_on date, status text)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_order_side(p_order);
  return query select * from private.order_dues(p_order);
end $$;
grant execute on function public.order_dues(uuid) to authenticated;

create function private.payments_view(o public.orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'purpose', p.purpose, 'method', p.method, 'state', p.state, 'reference', p.reference,
    'amount', p.amount, 'confirmedAmount', p.confirmed_amount, 'paidOn', p.paid_on, 'note', p.note, 'reason', p.reason, 'createdAt', p.created_at,
    'confirmedAt', p.confirmed_at, 'refundable', coalesce(private.refundable(p.id), 0), 'held', p.held_by_operator,
    'account', (select private.payment_account_view(a) from public.payment_accounts a where a.id = p.account_id),
    'receipt', (select d.id from public.documents d where d.payment_id = p.id and d.kind = 'receipt'),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages)
      order by f.created_at, f.id), '[]') from public.files f where f.room = 'payment' and f.room_id = p.id))
    order by p.created_at desc, p.id), '[]')
  from public.payments p where p.order_id = o.id
$$;

-- The money box of an order for one of its sides. Bank details: only of the order's producer, only while something is open.
create function public.order_money_box(p_order uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders;
  m record;
begin
  select * into strict o from public.orders where id = p_order;
  select * into m from private.order_money(p_order);
  return jsonb_build_object('side', side, 'order', jsonb_build_object('id', o.id, 'reference', o.reference, 'state', o.state, 'currency', o.currency,
      'startedAt', o.started_at, 'terms', (select r.document ->> 'paymentTerms' from public.order_revisions r where r.order_id = o.id and r.revision = o.revision)),
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) from public.producers p where p.id = o.producer_id),
    'buyer', (select jsonb_build_object('id', b.id, 'name', b.name) from public.buyers b where b.id = o.buyer_id),
    'owed', private.order_owed(o), 'paid', m.paid, 'refunded', m.refunded, 'outstanding', greatest(0, m.outstanding), 'credit', greatest(0, -m.outstanding),
    'freeCredit', private.free_credit(o.id), 'deposit', o.deposit_amount, 'depositOutstanding', m.deposit_outstanding,
    'announced', (select coalesce(sum(p.amount), 0) from public.payments p where p.order_id = o.id and p.state = 'proof_sent'),
    'commission', case when side = 'producer' then jsonb_build_object('bp', o.commission_bp, 'taxBp', o.commission_tax_bp,
      'booked', private.order_balance(o.id, '{commission}')) end,
    'dues', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'amount', d.amount, 'paid', d.paid, 'outstanding', d.outstanding,
      'dueOn', d.due_on, 'status', d.status) order by d.kind desc), '[]') from private.order_dues(o.id) d),
    'payments', private.payments_view(o),
    'refunds', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'paymentId', r.payment_id, 'reference', p.reference, 'method', p.method, 'state', r.state, 'amount', r.amount,
      'reason', r.reason, 'mine', r.requested_by is not distinct from auth.uid(), 'createdAt', r.created_at, 'settledAt', r.settled_at,
      'waits', r.state = 'pending' and r.waits_since is not null and r.released_at is null)
      order by r.created_at desc, r.id), '[]') from public.refunds r join public.payments p on p.id = r.payment_id where r.order_id = o.id),
    'accounts', case when m.outstanding > 0 or exists (select 1 from public.payments p where p.order_id = o.id and p.state in ('pending', 'proof_sent'))
      then (select coalesce(jsonb_agg(private.payment_account_view(a) order by a.method, a.created_at), '[]') from public.payment_accounts a
        where a.producer_id = o.producer_id and a.currency = o.currency and a.active) else '[]' end);
end $$;
grant execute on function public.order_money_box(uuid) to authenticated;

-- Reminders -----------------------------------------------------------------------------------------

create table private.payment_reminders (
  order_id uuid not null references public.orders (id) on delete cascade,
  kind text not null check (kind in ('deposit', 'balance')),
  sent smallint not null default 1,
  sent_at timestamptz not null default now(),
  primary key (order_id, kind)
);
alter table private.payment_reminders enable row level security;
comment on table private.payment_reminders is 'A kind word three days after the day, then each week, four times in all.';

-- Finds what is due by its state, so it may run late, twice or on two machines. Answers how many were told.
create function public.remind_due_payments() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  due record;
  told integer := 0;
begin
  for due in
    select o as the_order, d.* from public.orders o cross join lateral private.order_dues(o.id) d
    where (o.state <> 'closed' or o.closed_at > now() - interval '90 days') and o.created_at > now() - interval '2 years'
      and d.status in ('due', 'overdue') and d.due_on <= current_date - 3
      and d.outstanding > (select coalesce(sum(p.amount), 0) from public.payments p where p.order_id = o.id and p.state = 'proof_sent')
      and not exists (select 1 from private.payment_reminders r where r.order_id = o.id and r.kind = d.kind
        and (r.sent >= 4 or r.sent_at > now() - interval '7 days'))
    order by d.due_on limit 500
  loop
    insert into private.payment_reminders as r (order_id, kind) values ((due.the_order).id, due.kind)
    on conflict (order_id, kind) do update set sent = r.sent + 1, sent_at = now() where r.sent_at <= now() - interval '7 days';
    continue when not found;
    perform private.tell_order(due.the_order, 'buyer', 'payment_due', jsonb_build_object('amount', due.outstanding, 'date', due.due_on, 'due', due.kind));
    told := told + 1;
  end loop;
  return told;
end $$;
grant execute on function public.remind_due_payments() to service_role;
