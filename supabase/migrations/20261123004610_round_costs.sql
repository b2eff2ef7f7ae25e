-- What the cluster owes: costs beside the goods, supplier invoices held against order and receipt, and what was paid of them.

-- Largest remainder, the earlier share on a tie: the rule of src/domain/money.ts. Amount and weights are 0 or more.
create function private.split_amount(p_amount bigint, p_weights numeric[]) returns bigint[]
language sql immutable set search_path = '' as $$
  with parts as (select n, coalesce(w, 0) as w, sum(w) over () as total from unnest(p_weights) with ordinality as x (w, n)),
  floors as (select n, case when total > 0 then div(p_amount * w, total) else 0 end as share,
    case when total > 0 then mod(p_amount * w, total) else 0 end as rest from parts),
  ranked as (select n, share, row_number() over (order by rest desc, n) as place, p_amount - sum(share) over () as spare from floors)
  select coalesce(array_agg((share + case when place <= spare then 1 else 0 end)::bigint order by n), '{}') from ranked
$$;

create function private.require_costs_open(r public.rounds) returns void
language plpgsql stable set search_path = '' as $$
begin
  if r.state not in ('awarded', 'ordered', 'receiving') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
end $$;

create function private.record_round_money(r public.rounds, p_action text, p_amount bigint, p_reason text default null, p_producer uuid default null) returns void
language sql security definer set search_path = '' as $$
  select private.record_event('round', r.id, p_action, p_reason => p_reason, p_producer => p_producer, p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'amount', p_amount, 'currency', r.currency))
$$;

-- Costs -------------------------------------------------------------------------------------------

create function public.add_round_cost(p_id uuid, p_round uuid, p_kind public.cost_kind, p_amount bigint, p_note text default '', p_paid_on date default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.round_costs c where c.id = p_id and c.round_id = p_round) then return; end if;
  if exists (select 1 from public.round_costs c where c.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  perform private.require_costs_open(r);
  if p_amount is null or p_amount < 1 or p_amount > 1000000000000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if (select count(*) from public.round_costs c where c.round_id = p_round) >= 200 then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  insert into public.round_costs (id, round_id, kind, amount, note, entered_by) values (p_id, p_round, p_kind, p_amount, btrim(coalesce(p_note, '')), auth.uid());
  perform private.record_round_money(r, 'round.cost_added', p_amount);
  if p_paid_on is not null then perform public.pay_round_cost(p_id, p_paid_on); end if;
end $$;
grant execute on function public.add_round_cost(uuid, uuid, public.cost_kind, bigint, text, date) to authenticated;

create function private.round_cost_for(p_cost uuid) returns public.round_costs
language plpgsql security definer set search_path = '' as $$
declare
  c public.round_costs;
begin
  select * into c from public.round_costs where id = p_cost;
  perform private.require_round_coordinator(c.round_id);
  select * into strict c from public.round_costs where id = p_cost for update;
  return c;
end $$;

create function public.pay_round_cost(p_cost uuid, p_paid_on date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.round_costs := private.round_cost_for(p_cost);
  r public.rounds;
begin
  if c.paid_on is not null and c.voided_at is null then return; end if;
  if c.voided_at is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.check_paid_on(p_paid_on);
  select * into strict r from public.rounds where id = c.round_id;
  update public.round_costs set paid_on = coalesce(p_paid_on, current_date) where id = c.id;
  perform private.post_journal('round_cost', 'round_cost:' || c.id, r.currency, jsonb_build_array(
    private.ledger_line('cluster', r.cluster_id, 'round_costs_payable', c.amount), private.ledger_line('cluster', r.cluster_id, 'bank', -c.amount)),
    p_memo => r.title, p_round => r.id);
  perform private.record_round_money(r, 'round.cost_paid', c.amount);
end $$;
grant execute on function public.pay_round_cost(uuid, date) to authenticated;

create function public.void_round_cost(p_cost uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.round_costs := private.round_cost_for(p_cost);
  r public.rounds;
begin
  if c.voided_at is not null then return; end if;
  select * into strict r from public.rounds where id = c.round_id;
  perform private.require_costs_open(r);
  perform private.require_reason(p_reason);
  update public.round_costs set voided_at = clock_timestamp(), void_reason = btrim(p_reason) where id = c.id;
  if c.paid_on is not null then perform private.reverse_journal(private.journal_of('round_cost:' || c.id), 'round_cost', r.title); end if;
  perform private.record_round_money(r, 'round.cost_voided', c.amount, p_reason);
end $$;
comment on function public.void_round_cost is 'A cost that was paid comes back into the bank by a reversing journal.';
grant execute on function public.void_round_cost(uuid, text) to authenticated;

-- Supplier invoices -------------------------------------------------------------------------------

-- What arrived whole of an ordered line and did not go back, over all deliveries.
create function private.good_received(p_line uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select greatest(0, coalesce(sum(d.counted - d.damaged), 0) - private.line_returned(p_line))::bigint from public.delivery_lines d where d.order_line_id = p_line
    and not exists (select 1 from public.deliveries x where x.replaces_id = d.delivery_id)
    and not exists (select 1 from public.deliveries n where n.replaces_id = d.delivery_id)
$$;

-- Everything that an invoice of this order is held against. good: what arrived whole, as far as members take it; the rest goes back. Other invoices count unless void or disputed.
create function private.invoice_facts(p_purchase_order uuid, p_invoice uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('toleranceBp', r.match_tolerance_bp, 'currency', o.currency, 'freightAmount', o.freight_amount,
    'freightElsewhere', (select coalesce(sum(i.freight_amount), 0) from public.supplier_invoices i
      where i.purchase_order_id = o.id and i.id is distinct from p_invoice and i.state not in ('void', 'disputed')),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lotId', l.lot_id, 'title', t.title, 'unit', t.unit, 'decimals', t.decimals,
        'quantity', l.quantity, 'unitAmount', l.unit_amount, 'good', least(private.good_received(l.id), coalesce(k.taken, 0)),
        'invoicedElsewhere', (select coalesce(sum(x.quantity), 0) from public.supplier_invoice_lines x join public.supplier_invoices i on i.id = x.invoice_id
          where x.order_line_id = l.id and i.id is distinct from p_invoice and i.state not in ('void', 'disputed'))) order by l.position), '[]')
      from public.purchase_order_lines l join public.lots t on t.id = l.lot_id
        left join private.lines_taken(r.id) k on k.line_id = l.id where l.purchase_order_id = o.id))
  from public.purchase_orders o join public.rounds r on r.id = o.round_id where o.id = p_purchase_order
$$;

-- Whether the invoice agrees with order and receipt within the tolerance. src/domain/procurement/invoice-match.ts says line by line
-- what does not; a test holds the two together.
create function private.invoice_agrees(p_invoice uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select i.goods_amount = (select coalesce(sum(l.line_amount), 0) from public.supplier_invoice_lines l where l.invoice_id = i.id)
    and (f ->> 'freightElsewhere')::numeric + i.freight_amount <= (f ->> 'freightAmount')::numeric * (10000 + (f ->> 'toleranceBp')::numeric) / 10000
    and not exists (select 1 from public.supplier_invoice_lines l join jsonb_array_elements(f -> 'lines') o on (o ->> 'id')::uuid = l.order_line_id
      where l.invoice_id = i.id and (
        abs(l.line_amount - private.lot_amount(l.quantity, l.unit_amount, (o ->> 'decimals')::integer)) > 1
        or l.unit_amount::numeric * 10000 > (o ->> 'unitAmount')::numeric * (10000 + (f ->> 'toleranceBp')::numeric)
        or (l.quantity > 0 and ((o ->> 'invoicedElsewhere')::numeric + l.quantity) * 10000 > (o ->> 'good')::numeric * (10000 + (f ->> 'toleranceBp')::numeric))))
  from public.supplier_invoices i cross join lateral private.invoice_facts(i.purchase_order_id, i.id) f where i.id = p_invoice
$$;

create function public.invoice_facts(p_purchase_order uuid, p_invoice uuid default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.invoice_facts(o.id, p_invoice) from public.purchase_orders o where o.id = p_purchase_order and private.coordinates_round(o.round_id)
$$;
comment on function public.invoice_facts is 'Order, receipt and the other invoices of a purchase order, for its coordinators; null for everybody else. p_invoice is left out of the others.';
grant execute on function public.invoice_facts(uuid, uuid) to authenticated;

-- p_invoice: {invoiceNumber, invoiceDate, goodsAmount, freightAmount, taxAmount, lines: [{orderLineId, quantity, unitAmount, lineAmount}]},
-- amounts in the order's currency; p_differences: what the three-way match found. Both are held together here.
create function public.enter_supplier_invoice(p_id uuid, p_purchase_order uuid, p_invoice jsonb, p_differences jsonb) returns public.invoice_state
language plpgsql security definer set search_path = '' as $$
declare
  o public.purchase_orders;
  r public.rounds;
  goods constant bigint := (p_invoice ->> 'goodsAmount')::bigint;
  freight constant bigint := coalesce((p_invoice ->> 'freightAmount')::bigint, 0);
  tax constant bigint := coalesce((p_invoice ->> 'taxAmount')::bigint, 0);
  found_state public.invoice_state;
begin
  select * into o from public.purchase_orders where id = p_purchase_order;
  r := private.require_round_coordinator(o.round_id);
  perform private.claim_id(p_id);
  select i.state into found_state from public.supplier_invoices i where i.id = p_id and i.purchase_order_id = p_purchase_order;
  if found then return found_state; end if;
  if exists (select 1 from public.supplier_invoices i where i.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if r.state not in ('ordered', 'receiving') or o.state in ('cancelled', 'declined') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if least(goods, freight, tax) < 0 or goods + freight + tax < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if exists (select 1 from public.supplier_invoices i where i.purchase_order_id = o.id and i.state <> 'void'
      and lower(btrim(i.invoice_number)) = lower(btrim(p_invoice ->> 'invoiceNumber'))) then raise exception 'invoice_twice' using errcode = 'PT409'; end if;
  insert into public.supplier_invoices (id, round_id, purchase_order_id, state, invoice_number, invoice_date, currency, goods_amount, freight_amount,
    tax_amount, total_amount, differences, entered_by)
  values (p_id, r.id, o.id, case when p_differences = '[]' then 'matched' else 'differs' end::public.invoice_state, btrim(p_invoice ->> 'invoiceNumber'),
    (p_invoice ->> 'invoiceDate')::date, o.currency, goods, freight, tax, goods + freight + tax, p_differences, auth.uid());
  if exists (select 1 from jsonb_array_elements(p_invoice -> 'lines') l where not exists (
      select 1 from public.purchase_order_lines x where x.id = (l ->> 'orderLineId')::uuid and x.purchase_order_id = o.id)) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  insert into public.supplier_invoice_lines (invoice_id, order_line_id, quantity, unit_amount, line_amount)
  select p_id, (l ->> 'orderLineId')::uuid, (l ->> 'quantity')::bigint, (l ->> 'unitAmount')::bigint, (l ->> 'lineAmount')::bigint
  from jsonb_array_elements(p_invoice -> 'lines') l where (l ->> 'quantity')::bigint > 0 or (l ->> 'lineAmount')::bigint > 0;
  if private.invoice_agrees(p_id) <> (p_differences = '[]') then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  perform private.record_round_money(r, 'round.invoice_entered', private.in_round_currency(r.id, goods + freight + tax, o.currency));
  return (select i.state from public.supplier_invoices i where i.id = p_id);
end $$;
grant execute on function public.enter_supplier_invoice(uuid, uuid, jsonb, jsonb) to authenticated;

create function private.invoice_for(p_invoice uuid, out i public.supplier_invoices, out r public.rounds)
language plpgsql security definer set search_path = '' as $$
begin
  select * into i from public.supplier_invoices where id = p_invoice;
  r := private.require_round_coordinator(i.round_id);
  select * into strict i from public.supplier_invoices where id = p_invoice for update;
end $$;

-- Held again against what has arrived since.
create function public.rematch_invoice(p_invoice uuid, p_differences jsonb) returns public.invoice_state
language plpgsql security definer set search_path = '' as $$
declare
  x record;
begin
  select * into x from private.invoice_for(p_invoice);
  if (x.i).state not in ('matched', 'differs', 'disputed') or (x.r).state not in ('ordered', 'receiving') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if private.invoice_agrees(p_invoice) <> (p_differences = '[]') then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  update public.supplier_invoices set differences = p_differences, state = case when p_differences = '[]' then 'matched' when (x.i).state = 'disputed'
    then 'disputed' else 'differs' end::public.invoice_state where id = p_invoice;
  return (select y.state from public.supplier_invoices y where y.id = p_invoice);
end $$;
grant execute on function public.rematch_invoice(uuid, jsonb) to authenticated;

-- p_state: accepted (taken as it is), disputed (the supplier is asked), void (entered by mistake); each with a reason.
create function public.decide_invoice(p_invoice uuid, p_state public.invoice_state, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  x record;
begin
  select * into x from private.invoice_for(p_invoice);
  if (x.i).state = p_state then return; end if;
  if p_state not in ('accepted', 'disputed', 'void') or (x.i).state = 'void' or (x.r).state not in ('ordered', 'receiving') then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  perform private.require_reason(p_reason);
  if p_state = 'void' and exists (select 1 from public.supplier_payments p where p.invoice_id = p_invoice) then
    raise exception 'invoice_paid' using errcode = 'PT409';
  end if;
  update public.supplier_invoices set state = p_state, reason = btrim(p_reason), decided_by = auth.uid(), decided_at = clock_timestamp() where id = p_invoice;
  perform private.record_round_money(x.r, 'round.invoice_' || p_state, private.in_round_currency((x.r).id, (x.i).total_amount, (x.i).currency), p_reason);
end $$;
grant execute on function public.decide_invoice(uuid, public.invoice_state, text) to authenticated;

-- p_amount in the invoice's currency. In the round's it is what the frozen rate makes of all that was paid, less what is booked:
-- the parts add up to the whole. What the bank took beyond that is a cost that the coordinator enters.
create function public.pay_supplier(p_id uuid, p_invoice uuid, p_amount bigint, p_method public.payment_method, p_paid_on date, p_note text default '') returns void
language plpgsql security definer set search_path = '' as $$
declare
  x record;
  paid bigint;
  booked bigint;
  part bigint;
begin
  select * into x from private.invoice_for(p_invoice);
  perform private.claim_id(p_id);
  if exists (select 1 from public.supplier_payments p where p.id = p_id and p.invoice_id = p_invoice) then return; end if;
  if exists (select 1 from public.supplier_payments p where p.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (x.i).state not in ('matched', 'accepted') or p_method = 'card' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.check_paid_on(p_paid_on);
  select coalesce(sum(p.amount), 0), coalesce(sum(p.round_amount), 0) into paid, booked from public.supplier_payments p where p.invoice_id = p_invoice;
  if p_amount is null or p_amount < 1 or paid + p_amount > (x.i).total_amount then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  part := private.in_round_currency((x.r).id, paid + p_amount, (x.i).currency) - booked;
  if part < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  insert into public.supplier_payments (id, round_id, invoice_id, amount, round_amount, method, paid_on, note, entered_by)
  values (p_id, (x.r).id, p_invoice, p_amount, part, p_method, p_paid_on, btrim(coalesce(p_note, '')), auth.uid());
  perform private.post_journal('supplier_payment', 'supplier_payment:' || p_id, (x.r).currency, jsonb_build_array(
    private.ledger_line('cluster', (x.r).cluster_id, 'suppliers_payable', part), private.ledger_line('cluster', (x.r).cluster_id, 'bank', -part)),
    p_memo => (x.r).title, p_round => (x.r).id);
  perform private.record_round_money(x.r, 'round.supplier_paid', part);
end $$;
grant execute on function public.pay_supplier(uuid, uuid, bigint, public.payment_method, date, text) to authenticated;
