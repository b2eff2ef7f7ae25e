-- What the money pages read: the coordinators' desk of one round, a member's statement, the closing report; and reminders.

create function private.round_payment_view(p public.round_payments) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'purpose', p.purpose, 'method', p.method, 'state', p.state, 'reference', p.reference, 'amount', p.amount,
    'confirmedAmount', p.confirmed_amount, 'paidOn', p.paid_on, 'note', p.note, 'reason', p.reason, 'createdAt', p.created_at, 'confirmedAt', p.confirmed_at,
    'account', (select private.payment_account_view(a) from public.payment_accounts a where a.id = p.account_id),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages)
      order by f.created_at, f.id), '[]') from public.files f where f.room = 'round_payment' and f.room_id = p.id))
$$;

-- One member's money in a round.
create function private.member_money(r public.rounds, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug,
    'hasPhone', exists (select 1 from public.producer_members x where x.producer_id = p.id), 'own', private.is_producer_member(p.id),
    'deposit', coalesce((select d.amount from public.round_deposits d where d.round_id = r.id and d.producer_id = p.id), 0),
    'paid', private.round_paid(r.id, p.id), 'owed', private.round_owed(r.id, p.id), 'freeCredit', private.round_free_credit(r.id, p.id),
    'settlement', (select jsonb_build_object('label', s.label, 'goods', s.goods_amount, 'costs', s.costs_amount, 'total', s.total_amount,
        'reference', s.reference_amount, 'settledAt', s.settled_at, 'lines', s.lines)
      from public.settlements s where s.round_id = r.id and s.producer_id = p.id),
    'payments', (select coalesce(jsonb_agg(private.round_payment_view(y) order by y.created_at desc, y.id), '[]') from public.round_payments y
      where y.round_id = r.id and y.producer_id = p.id),
    'refunds', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'amount', x.amount, 'reason', x.reason, 'state', x.state, 'createdAt', x.created_at,
        'settledAt', x.settled_at) order by x.created_at desc, x.id), '[]') from public.round_refunds x where x.round_id = r.id and x.producer_id = p.id),
    'writeOffs', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'amount', w.amount, 'reason', w.reason, 'state', w.state,
        'mine', w.proposed_by = auth.uid(), 'proposedAt', w.proposed_at, 'decidedAt', w.decided_at) order by w.proposed_at desc), '[]')
      from public.write_offs w where w.round_id = r.id and w.producer_id = p.id and (w.state = 'approved' or private.reads_cluster(r.cluster_id))))
  from public.producers p where p.id = p_producer
$$;

create function private.invoice_view(i public.supplier_invoices) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'state', i.state, 'number', i.invoice_number, 'date', i.invoice_date, 'currency', i.currency, 'goods', i.goods_amount,
    'freight', i.freight_amount, 'tax', i.tax_amount, 'total', i.total_amount, 'roundTotal', private.in_round_currency(i.round_id, i.total_amount, i.currency),
    'differences', i.differences, 'reason', i.reason, 'agrees', private.invoice_agrees(i.id),
    'paid', (select coalesce(sum(p.amount), 0) from public.supplier_payments p where p.invoice_id = i.id),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'lineAmount', l.line_amount) order by o.position), '[]')
      from public.supplier_invoice_lines l join public.purchase_order_lines o on o.id = l.order_line_id where l.invoice_id = i.id),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'amount', p.amount, 'roundAmount', p.round_amount, 'method', p.method, 'paidOn', p.paid_on,
      'note', p.note) order by p.entered_at), '[]') from public.supplier_payments p where p.invoice_id = i.id))
$$;

create function public.round_money(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('round', private.round_head(r) || jsonb_build_object('toleranceBp', r.match_tolerance_bp), 'acts', private.coordinates_cluster(r.cluster_id),
    'accounts', private.cluster_accounts(r.cluster_id),
    'costs', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'amount', c.amount, 'note', c.note, 'enteredAt', c.entered_at,
        'paidOn', c.paid_on, 'voidReason', c.void_reason) order by c.entered_at, c.id), '[]') from public.round_costs c where c.round_id = r.id),
    'orders', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'state', o.state, 'currency', o.currency, 'total', o.total_amount,
        'supplier', (select s.name from public.suppliers s where s.id = o.supplier_id), 'facts', private.invoice_facts(o.id, null),
        'invoices', (select coalesce(jsonb_agg(private.invoice_view(i) order by i.entered_at, i.id), '[]') from public.supplier_invoices i
          where i.purchase_order_id = o.id)) order by o.year, o.number), '[]')
      from public.purchase_orders o where o.round_id = r.id and o.state not in ('cancelled', 'declined')),
    'members', (select coalesce(jsonb_agg(private.member_money(r, p.id) order by p.name, p.id), '[]')
      from private.round_members(r.id) m join public.producers p on p.id = m.producer_id),
    'books', jsonb_build_object(
      'bank', private.balance_of(null, null, r.cluster_id, 'bank', r.currency, null, r.id),
      'members', private.balance_of(null, null, r.cluster_id, 'members_receivable', r.currency, null, r.id),
      'suppliers', -private.balance_of(null, null, r.cluster_id, 'suppliers_payable', r.currency, null, r.id),
      'costs', -private.balance_of(null, null, r.cluster_id, 'round_costs_payable', r.currency, null, r.id),
      'writtenOff', private.balance_of(null, null, r.cluster_id, 'write_off', r.currency, null, r.id)))
  from public.rounds r where r.id = p_round and private.reads_cluster(r.cluster_id)
$$;
comment on function public.round_money is 'Costs, invoices, payments and balances of a round for its coordinators and operators; null for everybody else. Balances are sums of the ledger.';
grant execute on function public.round_money(uuid) to authenticated;

-- Where to pay: only while something is open.
create function public.member_round_money(p_slug text, p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer uuid;
  r public.rounds;
  money jsonb;
begin
  select p.id into producer from public.producers p where p.slug = p_slug;
  select * into r from public.rounds where id = p_round;
  if producer is null or r.id is null or r.state = 'draft' or not (private.is_producer_member(producer) or private.coordinates_producer(producer))
    or not exists (select 1 from private.round_members(p_round) m where m.producer_id = producer) then return null; end if;
  money := private.member_money(r, producer);
  return jsonb_build_object('round', private.round_head(r), 'money', money, 'pays', private.is_producer_member(producer),
    'accounts', case when r.state not in ('pledging', 'cancelled') and ((money ->> 'owed')::bigint > 0
        or (r.state <> 'settled' and (money ->> 'deposit')::bigint > (money ->> 'paid')::bigint)
        or exists (select 1 from public.round_payments y where y.round_id = r.id and y.producer_id = producer and y.state in ('pending', 'proof_sent')))
      then private.cluster_accounts(r.cluster_id, r.currency) else '[]' end);
end $$;
comment on function public.member_round_money is 'A member''s statement of a round; null for everybody but the member and its coordinators. pays: belongs to the member.';
grant execute on function public.member_round_money(text, uuid) to authenticated;

-- What a producer owes for joint purchases, or has too much, and the deposits that are asked of it.
create function public.studio_round_dues(p_producer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.sees_book(p_producer, null, null) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('roundId', r.id, 'title', r.title, 'state', r.state, 'currency', r.currency, 'owed', x.owed,
      'deposit', x.deposit, 'paid', x.paid) order by r.created_at desc), '[]')
    from public.rounds r cross join lateral (select private.round_owed(r.id, p_producer) as owed, private.round_paid(r.id, p_producer) as paid,
      coalesce((select d.amount from public.round_deposits d where d.round_id = r.id and d.producer_id = p_producer), 0) as deposit) x
    where exists (select 1 from private.round_members(r.id) m where m.producer_id = p_producer)
      and (x.owed <> 0 or (x.deposit > x.paid and r.state not in ('settled', 'cancelled'))));
end $$;
grant execute on function public.studio_round_dues(uuid) to authenticated;

-- The closing report ------------------------------------------------------------------------------

create function public.round_report(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with lines as materialized (
    select s.producer_id, (l ->> 'lotId')::uuid as lot_id, (l ->> 'quantity')::bigint as quantity, (l ->> 'goodsAmount')::bigint as goods,
      (select coalesce(sum((h ->> 'amount')::bigint), 0) from jsonb_array_elements(l -> 'shares') h) as costs,
      (l ->> 'referenceAmount')::bigint as reference, (l ->> 'creditAmount')::bigint as credit
    from public.settlements s cross join jsonb_array_elements(s.lines) l where s.round_id = p_round)
  select jsonb_build_object('round', private.round_head(r) || jsonb_build_object('languages', to_jsonb(r.languages)),
    'members', (select count(*) from public.memberships m where m.cluster_id = r.cluster_id and m.state = 'active'),
    'pledged', (select count(distinct p.producer_id) from public.pledges p where p.round_id = r.id and p.firm > 0),
    'invoices', (select coalesce(sum(private.in_round_currency(r.id, i.total_amount, i.currency)), 0) from public.supplier_invoices i
      where i.round_id = r.id and i.state in ('matched', 'accepted')),
    'costs', (select coalesce(sum(c.amount), 0) from public.round_costs c where c.round_id = r.id and c.voided_at is null),
    'lots', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals,
        'ordered', (select coalesce(sum(o.quantity), 0) from public.purchase_order_lines o join public.purchase_orders p on p.id = o.purchase_order_id
          where o.lot_id = l.id and p.state not in ('cancelled', 'declined')),
        'counted', d.counted, 'damaged', d.damaged) order by l.position), '[]')
      from public.lots l cross join lateral (select coalesce(sum(x.counted), 0) as counted, coalesce(sum(x.damaged), 0) as damaged
        from public.delivery_lines x join public.purchase_order_lines o on o.id = x.order_line_id where o.lot_id = l.id
          and not exists (select 1 from public.deliveries y where y.replaces_id = x.delivery_id)) d where l.round_id = r.id),
    'deliveries', (select coalesce(jsonb_agg(jsonb_build_object('on', d.delivered_on, 'supplier', s.name,
        'promised', (select max(l.promised_on) from public.purchase_order_lines l where l.purchase_order_id = o.id)) order by d.delivered_on, d.id), '[]')
      from public.deliveries d join public.purchase_orders o on o.id = d.purchase_order_id join public.suppliers s on s.id = o.supplier_id where d.round_id = r.id
        and not exists (select 1 from public.deliveries y where y.replaces_id = d.id)),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('memberId', x.producer_id, 'member', p.name, 'lotId', x.lot_id, 'quantity', x.quantity, 'goods', x.goods,
      'costs', x.costs, 'reference', x.reference, 'credit', x.credit) order by p.name, p.id, l.position), '[]')
      from lines x join public.producers p on p.id = x.producer_id join public.lots l on l.id = x.lot_id))
  from public.rounds r where r.id = p_round and private.reads_cluster(r.cluster_id)
$$;
comment on function public.round_report is 'For coordinators and operators; null for everybody else. lines: of the settlement, by member and lot.';
grant execute on function public.round_report(uuid) to authenticated;

-- Reminders ---------------------------------------------------------------------------------------

create table private.round_reminders (
  round_id uuid not null references public.rounds (id) on delete cascade,
  producer_id uuid not null references public.producers (id) on delete cascade,
  kind text not null check (kind in ('deposit', 'balance')),
  sent smallint not null default 1,
  sent_at timestamptz not null default now(),
  primary key (round_id, producer_id, kind)
);
create index round_reminders_producer on private.round_reminders (producer_id);
alter table private.round_reminders enable row level security;
comment on table private.round_reminders is 'A kind word a week after the settlement (three days after a deposit was asked), then each week, four times in all.';

-- Finds what is open by its state, so it may run late, twice or on two machines. Answers how many were told.
create function public.remind_round_dues() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  due record;
  told integer := 0;
begin
  for due in
    select x.* from (
      select s.round_id, s.producer_id, 'balance' as kind, private.round_owed(s.round_id, s.producer_id) as amount
      from public.settlements s where s.settled_at <= now() - interval '7 days' and s.settled_at > now() - interval '2 years'
      union all
      select d.round_id, d.producer_id, 'deposit', d.amount - private.round_paid(d.round_id, d.producer_id)
      from public.round_deposits d join public.rounds r on r.id = d.round_id
      where r.state in ('bidding', 'opened', 'awarded') and d.asked_at <= now() - interval '3 days') x
    where x.amount > (select coalesce(sum(p.amount), 0) from public.round_payments p where p.round_id = x.round_id and p.producer_id = x.producer_id
        and p.state = 'proof_sent')
      and not exists (select 1 from private.round_reminders m where m.round_id = x.round_id and m.producer_id = x.producer_id and m.kind = x.kind
        and (m.sent >= 4 or m.sent_at > now() - interval '7 days'))
    order by x.round_id, x.producer_id limit 500
  loop
    insert into private.round_reminders as m (round_id, producer_id, kind) values (due.round_id, due.producer_id, due.kind)
    on conflict (round_id, producer_id, kind) do update set sent = m.sent + 1, sent_at = now() where m.sent_at <= now() - interval '7 days';
    continue when not found;
    perform private.tell_round_member(due.round_id, due.producer_id, 'round_payment_due', jsonb_build_object('amount', due.amount));
    told := told + 1;
  end loop;
  return told;
end $$;
grant execute on function public.remind_round_dues() to service_role;
