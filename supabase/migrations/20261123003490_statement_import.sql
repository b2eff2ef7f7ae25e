-- A bank's statement, line by line, and which payment a line is.

-- It shows more than the trade, so coordinators see it only where nobody else works for the producer.
create function private.reads_statements(p_producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(private.is_producer_member(p_producer) or private.keeps_payment_accounts(p_producer), false)
$$;
-- A cluster's bank is read by everybody who coordinates it.
create function private.reads_bank(p_producer uuid, p_cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select (p_producer is null) <> (p_cluster is null) and (private.reads_statements(p_producer) or coalesce(private.coordinates_cluster(p_cluster), false))
$$;

-- p_lines: [{bookedOn, amount (minor units, credits positive), currency, counterparty, remittance, bankReference}]. A line's
-- facts, and which of several equal ones it is, make its fingerprint: a statement imported again, or one that overlaps,
-- adds only what is new. Answers how many lines came and how many were new.
create function public.import_statement(p_id uuid, p_format text, p_file_name text, p_sha256 text, p_lines jsonb, p_producer uuid default null,
  p_cluster uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  added integer;
begin
  perform private.require_active_user();
  if not private.reads_bank(p_producer, p_cluster) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if jsonb_typeof(p_lines) <> 'array' or jsonb_array_length(p_lines) = 0 then raise exception 'statement_empty' using errcode = 'PT400'; end if;
  if jsonb_array_length(p_lines) > 5000 then raise exception 'statement_too_long' using errcode = 'PT400'; end if;
  perform private.claim_id(coalesce(p_producer, p_cluster));
  if exists (select 1 from public.statement_imports i where i.id = p_id and (i.producer_id, i.cluster_id) is distinct from (p_producer, p_cluster)) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  insert into public.statement_imports (id, producer_id, cluster_id, format, file_name, sha256, line_count, created_by)
  values (p_id, p_producer, p_cluster, p_format, p_file_name, p_sha256, jsonb_array_length(p_lines), auth.uid()) on conflict (id) do nothing;
  with given as (
    select (l ->> 'bookedOn')::date as booked_on, (l ->> 'amount')::bigint as amount, l ->> 'currency' as currency,
      left(btrim(coalesce(l ->> 'counterparty', '')), 300) as counterparty, left(btrim(coalesce(l ->> 'remittance', '')), 1000) as remittance,
      left(btrim(coalesce(l ->> 'bankReference', '')), 120) as bank_reference
    from jsonb_array_elements(p_lines) l),
  counted as (select g.*, row_number() over (partition by booked_on, amount, currency, counterparty, remittance, bank_reference) as nth from given g)
  insert into public.statement_lines (import_id, producer_id, cluster_id, fingerprint, booked_on, amount, currency, counterparty, remittance, bank_reference)
  select p_id, p_producer, p_cluster, encode(sha256(convert_to(jsonb_build_array(c.booked_on, c.amount, c.currency, c.counterparty, c.remittance, c.bank_reference,
    c.nth)::text, 'UTF8')), 'hex'), c.booked_on, c.amount, c.currency, c.counterparty, c.remittance, c.bank_reference
  from counted c on conflict do nothing;
  get diagnostics added = row_count;
  return jsonb_build_object('lines', jsonb_array_length(p_lines), 'added', added);
end $$;
grant execute on function public.import_statement(uuid, text, text, text, jsonb, uuid, uuid) to authenticated;

-- Lines that nobody has placed yet, and the payments and open orders that they may be.
create function public.statement_desk(p_producer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.reads_statements(p_producer) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return jsonb_build_object(
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'bookedOn', l.booked_on, 'amount', l.amount, 'currency', l.currency,
        'counterparty', l.counterparty, 'remittance', l.remittance, 'bankReference', l.bank_reference) order by l.booked_on desc, l.id), '[]')
      from (select * from public.statement_lines x where x.producer_id = p_producer and x.payment_id is null and not x.ignored and x.amount > 0
        order by x.booked_on desc, x.id limit 100) l),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'orderId', o.id, 'order', o.reference, 'reference', p.reference, 'buyer', b.name,
        'amount', coalesce(p.confirmed_amount, p.amount), 'currency', p.currency, 'paidOn', p.paid_on, 'createdAt', p.created_at, 'state', p.state)), '[]')
      from public.payments p join public.orders o on o.id = p.order_id join public.buyers b on b.id = o.buyer_id
      where o.producer_id = p_producer and p.method <> 'card' and (p.state in ('pending', 'proof_sent') or (p.state = 'confirmed'
        and p.confirmed_at > now() - interval '120 days' and not exists (select 1 from public.statement_lines y where y.payment_id = p.id)))),
    'orders', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'buyer', b.name, 'currency', o.currency,
        'outstanding', m.outstanding, 'depositOutstanding', m.deposit_outstanding)), '[]')
      from public.orders o join public.buyers b on b.id = o.buyer_id cross join lateral private.order_money(o.id) m
      where o.producer_id = p_producer and o.state not in ('closed', 'cancelled') and m.outstanding > 0));
end $$;
grant execute on function public.statement_desk(uuid) to authenticated;

create function private.statement_line_for(p_line uuid) returns public.statement_lines
language plpgsql security definer set search_path = '' as $$
declare
  l public.statement_lines;
begin
  perform private.require_active_user();
  select * into l from public.statement_lines where id = p_line for update;
  if not found or not private.reads_bank(l.producer_id, l.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return l;
end $$;

-- The line is this payment: it is confirmed with the line's amount and day, once. One that was confirmed by hand with the
-- same amount is only tied to its line.
create function public.match_statement_line(p_line uuid, p_payment uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.statement_lines;
  p public.payments;
begin
  -- The order before the line, as everywhere, so that two at once wait and do not lock each other out.
  p := private.payment_for(p_payment, 'producer');
  l := private.statement_line_for(p_line);
  if l.payment_id = p.id then return; end if;
  if l.payment_id is not null or l.ignored or l.amount <= 0 or p.method = 'card' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (select o.producer_id from public.orders o where o.id = p.order_id) is distinct from l.producer_id then raise exception 'not_found' using errcode = 'PT404'; end if;
  if l.currency <> p.currency then raise exception 'currency_differs' using errcode = 'PT409'; end if;
  if exists (select 1 from public.statement_lines x where x.payment_id = p.id) then raise exception 'already_done' using errcode = 'PT409'; end if;
  if p.state in ('pending', 'proof_sent') then perform private.settle_payment(p.id, l.amount, l.booked_on, 'producer');
  elsif p.state <> 'confirmed' or p.confirmed_amount <> l.amount then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.statement_lines set payment_id = p.id where id = l.id;
end $$;
grant execute on function public.match_statement_line(uuid, uuid) to authenticated;

-- Money of an order that the buyer never announced.
create function public.match_statement_line_to_order(p_line uuid, p_order uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.statement_lines;
  o public.orders;
  made constant uuid := gen_random_uuid();
begin
  if private.require_order_side(p_order) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.order_to_book(p_order);
  l := private.statement_line_for(p_line);
  if l.payment_id is not null then
    if (select x.order_id from public.payments x where x.id = l.payment_id) = p_order then return; end if;
    raise exception 'already_done' using errcode = 'PT409';
  end if;
  if l.ignored or l.amount <= 0 then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if o.producer_id is distinct from l.producer_id then raise exception 'not_found' using errcode = 'PT404'; end if;
  if l.currency <> o.currency then raise exception 'currency_differs' using errcode = 'PT409'; end if;
  perform private.add_payment(o, made, 'bank_transfer', l.amount, null, l.booked_on, left(l.remittance, 1000));
  update public.statement_lines set payment_id = made where id = l.id;
end $$;
grant execute on function public.match_statement_line_to_order(uuid, uuid) to authenticated;

create function public.ignore_statement_line(p_line uuid, p_ignored boolean default true) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.statement_lines := private.statement_line_for(p_line);
begin
  if coalesce(l.payment_id, l.round_payment_id) is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.statement_lines set ignored = p_ignored where id = p_line;
end $$;
grant execute on function public.ignore_statement_line(uuid, boolean) to authenticated;
