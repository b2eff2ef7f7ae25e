-- Purchase orders: placed once the standstill is over, answered line by line by the supplier.

create function private.next_cluster_number(p_cluster uuid, p_kind text, out year integer, out number integer)
language plpgsql security definer set search_path = '' as $$
begin
  year := extract(year from now() at time zone 'UTC')::integer;
  insert into private.cluster_series as s (cluster_id, kind, year, last_number) values (p_cluster, p_kind, next_cluster_number.year, 1)
  on conflict on constraint cluster_series_pkey do update set last_number = s.last_number + 1 returning s.last_number into number;
end $$;
comment on function private.next_cluster_number is 'Without gaps: given back when the transaction is. Whoever makes the same kind of paper at the same time waits.';

-- What is printed and never changes: in the bid's currency, as it was awarded.
create function private.order_snapshot(r public.rounds, a public.award_suppliers, p_label text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('label', p_label, 'placedAt', now(),
    'round', jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'deliveryPlace', r.delivery_place, 'neededBy', r.needed_by),
    'cluster', (select jsonb_build_object('name', c.name, 'country', c.country, 'place', c.place) from public.clusters c where c.id = r.cluster_id),
    'supplier', (select jsonb_build_object('name', s.name, 'country', s.country, 'place', s.place, 'address', k.address, 'email', k.email, 'person', k.person,
      'taxNumber', k.tax_number) from public.suppliers s left join public.supplier_contacts k on k.supplier_id = s.id where s.id = a.supplier_id),
    'currency', a.currency, 'paymentTerms', b.payment_terms, 'leadTimeDays', b.lead_time_days, 'freightFixedAmount', a.bid_freight_fixed_amount,
    'lines', (select jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'title', o.title, 'specification', o.specification, 'unit', o.unit, 'decimals', o.decimals,
        'hsCode', o.hs_code, 'articleNumber', bl.article_number, 'pack', bl.pack, 'leadTimeDays', coalesce(bl.lead_time_days, b.lead_time_days),
        'quantity', l.quantity, 'unitAmount', l.unit_amount, 'goodsAmount', l.bid_goods_amount, 'freightAmount', l.bid_freight_amount) order by o.position)
      from public.award_lines l join public.lots o on o.id = l.lot_id join public.bid_lines bl on bl.id = l.bid_line_id
      where l.award_id = a.award_id and l.supplier_id = a.supplier_id))
  from public.bids b where b.id = a.bid_id
$$;

create function private.place_order(r public.rounds, a public.award_suppliers) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made constant uuid := gen_random_uuid();
  paper record;
  printed jsonb;
begin
  select * into paper from private.next_cluster_number(r.cluster_id, 'purchase_order');
  printed := private.order_snapshot(r, a, 'PO-' || paper.year || '-' || lpad(paper.number::text, 4, '0'));
  insert into public.purchase_orders (id, round_id, cluster_id, award_id, supplier_id, year, number, label, currency, goods_amount, freight_amount, total_amount, snapshot, sha256)
  select made, r.id, r.cluster_id, a.award_id, a.supplier_id, paper.year, paper.number, printed ->> 'label', a.currency, s.goods, s.freight, s.goods + s.freight,
    printed, encode(sha256(convert_to(printed::text, 'UTF8')), 'hex')
  from (select sum(l.bid_goods_amount)::bigint as goods, sum(l.bid_freight_amount)::bigint + a.bid_freight_fixed_amount as freight
    from public.award_lines l where l.award_id = a.award_id and l.supplier_id = a.supplier_id) s;
  insert into public.purchase_order_lines (purchase_order_id, position, lot_id, award_line_id, quantity, unit_amount, goods_amount, freight_amount)
  select made, row_number() over (order by o.position) - 1, l.lot_id, l.id, l.quantity, l.unit_amount, l.bid_goods_amount, l.bid_freight_amount
  from public.award_lines l join public.lots o on o.id = l.lot_id where l.award_id = a.award_id and l.supplier_id = a.supplier_id;
  return made;
end $$;

-- To every winner, once the standstill is over and every challenge is answered.
create function public.place_orders(p_round uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
  award constant uuid := (select x.id from public.awards x where x.round_id = p_round order by x.version desc limit 1);
  one public.award_suppliers;
  told record;
  made integer := 0;
begin
  if r.state <> 'awarded' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if now() < r.standstill_until then raise exception 'standstill_runs' using errcode = 'PT409'; end if;
  if exists (select 1 from public.round_challenges c where c.round_id = p_round and c.state = 'open') then
    raise exception 'challenge_open' using errcode = 'PT409';
  end if;
  if private.has_upheld_challenge(p_round) then raise exception 'award_again' using errcode = 'PT409'; end if;
  -- An award in which every lot failed has nothing to order: the round is cancelled instead.
  if not exists (select 1 from public.award_lines l where l.award_id = award) then raise exception 'nothing_awarded' using errcode = 'PT409'; end if;
  for one in select s.* from public.award_suppliers s where s.award_id = award order by s.supplier_id loop
    perform private.place_order(r, one);
    made := made + 1;
  end loop;
  perform private.move_round(p_round, 'order', 'coordinator', null, 'contract', jsonb_build_object('count', made));
  for told in select s.id, o.label, o.id as paper from public.purchase_orders o
    join public.round_suppliers s on s.round_id = o.round_id and s.supplier_id = o.supplier_id where o.award_id = award order by s.id loop
    perform private.tell_supplier(told.id, 'purchase_order_sent', jsonb_build_object('reference', told.label, 'purchaseOrderId', told.paper));
  end loop;
  return made;
end $$;
grant execute on function public.place_orders(uuid) to authenticated;

-- p_lines: [{id, confirmation: accepted | short | later | declined, quantity?, promisedOn?, note?}], every line once. Final: what changes
-- afterwards is agreed with the coordinators, who see it when it arrives.
create function public.answer_purchase_order(p_order uuid, p_lines jsonb, p_note text default null, p_key text default null) returns public.purchase_order_state
language plpgsql security definer set search_path = '' as $$
declare
  o public.purchase_orders;
  place public.round_suppliers;
  said public.purchase_order_state;
  facts jsonb;
begin
  select * into o from public.purchase_orders where id = p_order;
  if o.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  place := private.require_place(o.round_id, p_key);
  if place.supplier_id <> o.supplier_id then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into o from public.purchase_orders where id = p_order for update;
  if o.state <> 'sent' then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.purchase_order_lines l set confirmation = x.confirmation,
    confirmed_quantity = case x.confirmation when 'short' then x.quantity when 'declined' then 0 else l.quantity end,
    promised_on = case when x.confirmation <> 'declined' then x."promisedOn" end, note = btrim(coalesce(x.note, ''))
  from jsonb_to_recordset(p_lines) x (id uuid, confirmation public.line_confirmation, quantity bigint, "promisedOn" date, note text)
  where l.id = x.id and l.purchase_order_id = p_order;
  if exists (select 1 from public.purchase_order_lines l where l.purchase_order_id = p_order and (l.confirmation = 'open'
      or (l.confirmation = 'short' and coalesce(l.confirmed_quantity, 0) not between 1 and l.quantity - 1)
      or (l.confirmation = 'later' and l.promised_on is null))) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  select case when bool_and(l.confirmation = 'accepted') then 'confirmed' when bool_and(l.confirmation = 'declined') then 'declined' else 'changed' end
    into said from public.purchase_order_lines l where l.purchase_order_id = p_order;
  update public.purchase_orders set state = said, answered_at = now(), answer_note = nullif(btrim(p_note), '') where id = p_order;
  facts := jsonb_build_object('supplier', (select s.name from public.suppliers s where s.id = o.supplier_id), 'state', said);
  perform private.record_event('round', o.round_id, 'round.order_answered', 'sent', said::text, null, null, o.cluster_id, null,
    facts || jsonb_build_object('name', o.label));
  perform private.notify_round_coordinators(o.round_id, 'purchase_order_answered', facts || jsonb_build_object('reference', o.label));
  return said;
end $$;
comment on function public.answer_purchase_order is 'By the supplier, with an account or with the key of its tender. invalid_input: a line is missing, short of nothing, or later without a day.';
grant execute on function public.answer_purchase_order(uuid, jsonb, text, text) to anon, authenticated;
