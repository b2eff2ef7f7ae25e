-- What the pages of an award read, each in one answer.

create function private.current_award(p_round uuid) returns public.awards
language sql stable security definer set search_path = '' as $$
  select a.* from public.awards a where a.round_id = p_round order by a.version desc limit 1
$$;
create function private.newest_run(p_round uuid) returns public.allocation_runs
language sql stable security definer set search_path = '' as $$
  select a.* from public.allocation_runs a where a.round_id = p_round order by a.version desc limit 1
$$;

-- The award as it stands, who gets what of it, letters and challenges. For the coordinators.
create function public.award_desk(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  a constant public.awards := private.current_award(p_round);
  run constant public.allocation_runs := private.newest_run(p_round);
begin
  if a.id is null or not private.coordinates_round(p_round) then return null; end if;
  return jsonb_build_object('id', a.id, 'version', a.version, 'method', a.method, 'reason', a.reason, 'goodsAmount', a.goods_amount,
    'freightAmount', a.freight_amount, 'totalAmount', a.total_amount, 'optimumAmount', a.optimum_amount, 'decidedAt', a.decided_at,
    'by', (select p.display_name from public.profiles p where p.user_id = a.decided_by), 'basis', run.basis, 'allocatedAt', run.made_at,
    'mayDecideAgain', private.has_upheld_challenge(p_round),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object('supplierId', s.id, 'name', s.name, 'currency', w.currency,
        'bidFreightFixedAmount', w.bid_freight_fixed_amount, 'freightFixedAmount', w.freight_fixed_amount) order by s.name, s.id), '[]')
      from public.award_suppliers w join public.suppliers s on s.id = w.supplier_id where w.award_id = a.id),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'supplierId', l.supplier_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'bidGoodsAmount', l.bid_goods_amount, 'bidFreightAmount', l.bid_freight_amount, 'goodsAmount', l.goods_amount, 'freightAmount', l.freight_amount)
        order by o.position, l.supplier_id), '[]') from public.award_lines l join public.lots o on o.id = l.lot_id where l.award_id = a.id),
    'lots', (select jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'quantity', l.quantity, 'outcome', l.outcome, 'reason', l.reason) order by o.position)
      from public.award_lots l join public.lots o on o.id = l.lot_id where l.award_id = a.id),
    'allocations', (select coalesce(jsonb_agg(jsonb_build_object('lotId', x.lot_id, 'producerId', x.producer_id, 'name', p.name, 'firm', x.firm, 'tolerance', x.tolerance,
        'quantity', x.quantity, 'goodsAmount', x.goods_amount, 'freightAmount', x.freight_amount, 'reason', x.reason) order by p.name, p.id, o.position), '[]')
      from public.allocations x join public.producers p on p.id = x.producer_id join public.lots o on o.id = x.lot_id where x.run_id = run.id),
    'letters', (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'won', exists (select 1 from public.award_suppliers w
        where w.award_id = a.id and w.supplier_id = s.id), 'mailedAt', i.mailed_at) order by s.name, s.id), '[]')
      from public.round_suppliers i join public.suppliers s on s.id = i.supplier_id
      where i.round_id = p_round and exists (select 1 from public.bids b where b.round_supplier_id = i.id and b.state = 'submitted')),
    'challenges', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'supplier', s.name, 'text', c.text, 'state', c.state, 'answer', c.answer,
        'madeAt', c.made_at, 'answeredAt', c.answered_at) order by c.made_at, c.id), '[]')
      from public.round_challenges c join public.round_suppliers i on i.id = c.round_supplier_id join public.suppliers s on s.id = i.supplier_id
      where c.round_id = p_round));
end $$;
comment on function public.award_desk is 'The newest award with the newest allocation. Null before the award and for whoever does not coordinate.';
grant execute on function public.award_desk(uuid) to authenticated;

-- What one member gets, why, and what it costs. Nobody else's share.
create function public.studio_allocation(p_slug text, p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer constant uuid := (select p.id from public.producers p where p.slug = p_slug);
  run constant public.allocation_runs := private.newest_run(p_round);
begin
  if producer is null or run.id is null or not private.can_edit_producer(producer) then return null; end if;
  return (select jsonb_build_object('currency', r.currency, 'basis', run.basis, 'at', run.made_at, 'standstillUntil', r.standstill_until,
      'shares', jsonb_agg(jsonb_build_object('lotId', x.lot_id, 'title', o.title, 'unit', o.unit, 'decimals', o.decimals, 'referenceAmount', o.reference_amount,
        'firm', x.firm, 'tolerance', x.tolerance, 'quantity', x.quantity, 'goodsAmount', x.goods_amount, 'freightAmount', x.freight_amount, 'reason', x.reason)
        order by o.position))
    from public.allocations x join public.lots o on o.id = x.lot_id join public.rounds r on r.id = o.round_id
    where x.run_id = run.id and x.producer_id = producer group by r.id);
end $$;
comment on function public.studio_allocation is 'Null before the award, and for a member that pledged nothing.';
grant execute on function public.studio_allocation(text, uuid) to authenticated;

create function private.order_json(o public.purchase_orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', o.id, 'label', o.label, 'state', o.state, 'currency', o.currency, 'goodsAmount', o.goods_amount, 'freightAmount', o.freight_amount,
    'totalAmount', o.total_amount, 'sentAt', o.sent_at, 'answeredAt', o.answered_at, 'answerNote', o.answer_note, 'sha256', o.sha256,
    'supplier', (select s.name from public.suppliers s where s.id = o.supplier_id),
    'lines', (select jsonb_agg(jsonb_build_object('id', l.id, 'lotId', l.lot_id, 'title', t.title, 'unit', t.unit, 'decimals', t.decimals, 'quantity', l.quantity,
        'unitAmount', l.unit_amount, 'goodsAmount', l.goods_amount, 'freightAmount', l.freight_amount, 'confirmation', l.confirmation,
        'confirmedQuantity', l.confirmed_quantity, 'promisedOn', l.promised_on, 'note', l.note) order by l.position)
      from public.purchase_order_lines l join public.lots t on t.id = l.lot_id where l.purchase_order_id = o.id))
$$;

create function public.round_orders(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.order_json(o) order by o.year, o.number), '[]') from public.purchase_orders o
  where o.round_id = p_round and private.coordinates_round(p_round)
$$;
grant execute on function public.round_orders(uuid) to authenticated;

-- One purchase order, for its supplier (by account or the key of the tender) and for the coordinators.
create function public.purchase_order(p_order uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  o public.purchase_orders;
  supplier uuid;
begin
  select * into o from public.purchase_orders where id = p_order;
  select s.supplier_id into supplier from public.round_suppliers s where s.id = private.round_supplier_by_key(o.round_id, p_key);
  if o.id is null or not (supplier is not distinct from o.supplier_id or private.coordinates_round(o.round_id)) then return null; end if;
  return private.order_json(o) || jsonb_build_object('side', case when supplier = o.supplier_id then 'supplier' else 'coordinator' end, 'printed', o.snapshot,
    'round', (select jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'state', r.state, 'zone', r.zone, 'cluster', c.slug)
      from public.rounds r join public.clusters c on c.id = r.cluster_id where r.id = o.round_id));
end $$;
grant execute on function public.purchase_order(uuid, text) to anon, authenticated;

-- What became of a supplier's bid: only once awarded, only for who filed one. Who won what is public by then.
create function public.tender_outcome(p_slug text, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
  place public.round_suppliers;
  a public.awards;
begin
  select * into r from public.rounds where slug = p_slug and awarded_at is not null;
  select * into place from public.round_suppliers s where s.id = private.round_supplier_by_key(r.id, p_key);
  if place.id is null or not exists (select 1 from public.bids b where b.round_supplier_id = place.id and b.state = 'submitted') then return null; end if;
  a := private.current_award(r.id);
  return jsonb_build_object('roundId', r.id, 'state', r.state, 'zone', r.zone, 'decidedAt', a.decided_at, 'standstillUntil', r.standstill_until, 'now', now(),
    'won', exists (select 1 from public.award_suppliers w where w.award_id = a.id and w.supplier_id = place.supplier_id),
    'lots', (select jsonb_agg(jsonb_build_object('title', o.title, 'unit', o.unit, 'decimals', o.decimals, 'quantity', x.quantity, 'outcome', x.outcome,
        'mine', (select jsonb_build_object('quantity', l.quantity, 'unitAmount', l.unit_amount, 'goodsAmount', l.bid_goods_amount, 'currency', w.currency)
          from public.award_lines l join public.award_suppliers w on w.award_id = l.award_id and w.supplier_id = l.supplier_id
          where l.award_id = a.id and l.lot_id = o.id and l.supplier_id = place.supplier_id),
        'winners', (select coalesce(jsonb_agg(s.name order by s.name, s.id), '[]') from public.award_lines l join public.suppliers s on s.id = l.supplier_id
          where l.award_id = a.id and l.lot_id = o.id)) order by o.position)
      from public.award_lots x join public.lots o on o.id = x.lot_id where x.award_id = a.id),
    'challenge', (select jsonb_build_object('text', c.text, 'state', c.state, 'answer', c.answer, 'madeAt', c.made_at)
      from public.round_challenges c where c.round_supplier_id = place.id),
    'orders', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'label', p.label, 'state', p.state) order by p.year, p.number), '[]')
      from public.purchase_orders p where p.round_id = r.id and p.supplier_id = place.supplier_id));
end $$;
comment on function public.tender_outcome is 'Null for a stranger, before the award, and for a supplier without a bid.';
grant execute on function public.tender_outcome(text, text) to anon, authenticated;
