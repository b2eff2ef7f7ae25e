-- The award: worked out in TypeScript (src/domain/procurement, HiGHS), held against every rule again here before it counts.

-- Minor units of the round's currency for minor units of a bid's, at the rate that the opening froze, halves up.
create function private.in_round_currency(p_round uuid, p_amount bigint, p_currency text) returns bigint
language sql stable security definer set search_path = '' as $$
  select div(p_amount::numeric * x.numerator * 2 + x.denominator, x.denominator::numeric * 2)::bigint
  from public.round_rates x where x.round_id = p_round and x.currency = p_currency
$$;

-- Everything that the award is worked out from. Only after the opening, only for the coordinators.
create function public.award_input(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = p_round;
  if r.id is null or r.opened_at is null or not private.coordinates_round(p_round) then return null; end if;
  return jsonb_build_object('round', private.round_head(r) || jsonb_build_object('standstillDays', r.standstill_days, 'standstillUntil', r.standstill_until,
      'weights', jsonb_build_object('price', r.weight_price_bp, 'leadTime', r.weight_lead_bp, 'quality', r.weight_quality_bp)),
    'lots', coalesce((select jsonb_agg(private.lot_json(l) || jsonb_build_object('members', coalesce((
        select jsonb_agg(jsonb_build_object('id', p.producer_id, 'name', o.name, 'firm', p.firm, 'tolerance', p.tolerance, 'ceiling', p.ceiling_amount,
          'committedAt', p.committed_at, 'queue', p.queue) order by o.name, p.producer_id)
        from public.pledges p join public.producers o on o.id = p.producer_id where p.lot_id = l.id and p.firm + p.tolerance > 0), '[]')) order by l.position)
      from public.lots l where l.round_id = p_round), '[]'),
    'bids', coalesce((select jsonb_agg(b.content || jsonb_build_object('id', b.id, 'sha256', b.sha256, 'submittedAt', b.submitted_at,
        'supplierName', s.name, 'supplierCountry', s.country) order by b.submitted_at, b.id)
      from public.bids b join public.suppliers s on s.id = b.supplier_id where b.round_id = p_round and b.state = 'submitted'), '[]'),
    'opening', (select jsonb_build_object('openedAt', o.opened_at, 'dueAt', o.due_at, 'record', o.record) from public.round_openings o where o.round_id = p_round),
    'rates', coalesce((select jsonb_object_agg(x.currency, jsonb_build_object('numerator', x.numerator, 'denominator', x.denominator, 'day', x.day))
      from public.round_rates x where x.round_id = p_round), '{}'));
end $$;
comment on function public.award_input is 'Bids as they were filed, in their own currencies; pledges with ceilings. Null before the opening and for whoever does not coordinate.';
grant execute on function public.award_input(uuid) to authenticated;

-- The lines of an award with what they cost, worked out from the bids: [{bidLineId, quantity}] is all that is believed.
create function private.award_work(p_round uuid, p_lines jsonb) returns table (bid_line uuid, bid uuid, supplier uuid, lot uuid, quantity bigint,
  unit_amount bigint, bid_goods bigint, bid_freight bigint, goods bigint, freight bigint)
language sql stable security definer set search_path = '' as $$
  select w.id, w.bid_id, w.supplier_id, w.lot_id, w.quantity, w.unit_amount, m.goods, m.freight,
    private.in_round_currency(p_round, m.goods, w.currency), private.in_round_currency(p_round, m.freight, w.currency)
  from (select l.*, b.supplier_id, b.currency, o.decimals, x.quantity, (select t.unit_amount from public.bid_tiers t
      where t.line_id = l.id and t.min_quantity <= x.quantity order by t.min_quantity desc limit 1)
    from jsonb_to_recordset(p_lines) x ("bidLineId" uuid, quantity bigint)
    join public.bid_lines l on l.id = x."bidLineId"
    join public.bids b on b.id = l.bid_id and b.round_id = p_round and b.state = 'submitted'
    join public.lots o on o.id = l.lot_id
    where x.quantity > 0 and x.quantity % l.pack = 0 and x.quantity >= l.moq and x.quantity <= coalesce(l.capacity, x.quantity)) w
  cross join lateral (select private.lot_amount(w.quantity, w.unit_amount, w.decimals) as goods,
    private.lot_amount(w.quantity, w.freight_unit_amount, w.decimals) as freight) m
  where w.unit_amount is not null
$$;
comment on function private.award_work is 'Leaves out what its supplier does not sell: no whole packs, under the least or over the most, below the first tier.';

create function private.has_upheld_challenge(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.round_challenges c where c.round_id = p_round and c.state = 'upheld'
    and c.answered_at > (select max(a.decided_at) from public.awards a where a.round_id = p_round))
$$;

-- Sums and bounds of an award and its allocation (design §3): whatever worked them out, this has the last word.
create function private.check_award(p_award uuid, p_run uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  a public.awards;
begin
  select * into strict a from public.awards where id = p_award;
  -- Every lot of the round and no other; what is ordered is what suppliers sell and what members get, and so is its price.
  if exists (
    select 1 from (select l.id from public.lots l where l.round_id = a.round_id) l
    full join (select x.* from public.award_lots x where x.award_id = p_award) o on o.lot_id = l.id
    left join lateral (select coalesce(sum(x.quantity), 0) as quantity, coalesce(sum(x.goods_amount), 0) as goods
      from public.award_lines x where x.award_id = p_award and x.lot_id = l.id) sold on true
    left join lateral (select coalesce(sum(x.quantity), 0) as quantity, coalesce(sum(x.goods_amount), 0) as goods,
      coalesce(sum(x.firm) filter (where x.reason ->> 'code' <> 'ceiling_left'), 0) as firm
      from public.allocations x where x.run_id = p_run and x.lot_id = l.id) got on true
    where l.id is null or o.lot_id is null or o.quantity <> sold.quantity or o.quantity <> got.quantity or sold.goods <> got.goods
      or o.outcome <> case when o.quantity = 0 then 'failed' when o.quantity < got.firm then 'short' else 'awarded' end) then
    raise exception 'award_differs' using errcode = 'PT409';
  end if;
  -- Freight is shared to the last franc; the optimum costs what it was said to cost.
  if a.freight_amount <> coalesce((select sum(x.freight_amount) from public.allocations x where x.run_id = p_run), 0)
    or (a.method = 'optimum' and a.optimum_amount <> a.total_amount) then
    raise exception 'award_differs' using errcode = 'PT409';
  end if;
  -- Every pledge has its share: at least firm unless supply is short, then at most firm; nothing for whom the price was too high.
  if exists (
    select 1 from (select p.* from public.pledges p where p.round_id = a.round_id and p.firm + p.tolerance > 0) p
    full join (select x.* from public.allocations x where x.run_id = p_run) x on x.lot_id = p.lot_id and x.producer_id = p.producer_id
    left join public.award_lots o on o.award_id = p_award and o.lot_id = x.lot_id
    left join lateral (select sum(y.goods_amount) as goods from public.award_lines y where y.award_id = p_award and y.lot_id = x.lot_id) s on true
    where p.lot_id is null or x.lot_id is null
      or case when x.reason ->> 'code' = 'ceiling_left' then x.quantity <> 0 or coalesce((x.reason ->> 'price')::bigint <= p.ceiling_amount, true)
        when o.outcome = 'awarded' then x.quantity < x.firm else x.quantity > x.firm end
      -- Everybody in a lot pays the same price: its part of the goods, rounded down or up by largest remainder.
      or case when o.quantity = 0 then x.goods_amount <> 0 else
        x.goods_amount not between div(s.goods * x.quantity, o.quantity) and div(s.goods * x.quantity + o.quantity - 1, o.quantity) end
      or (x.quantity = 0 and x.freight_amount <> 0)
      or coalesce((x.reason ->> 'firm')::bigint, x.firm) <> x.firm
      or coalesce((x.reason ->> 'extra')::bigint, x.quantity - x.firm) <> x.quantity - x.firm) then
    raise exception 'award_differs' using errcode = 'PT409';
  end if;
end $$;

-- p_award: {method, reason, optimumAmount, model, lines: [{bidLineId, quantity}], lots: [{lotId, quantity, outcome, reason}],
-- allocations: [{lotId, producerId, quantity, goodsAmount, freightAmount, reason: {code, …}}]}. Prices, sums and bounds are worked out again.
create function public.decide_award(p_round uuid, p_award jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
  again constant boolean := r.state = 'awarded';
  made constant uuid := gen_random_uuid();
  run constant uuid := gen_random_uuid();
  how constant public.award_method := p_award ->> 'method';
  why constant text := nullif(btrim(p_award ->> 'reason'), '');
  freight bigint;
  goods bigint;
begin
  if r.state <> 'opened' and not (again and private.has_upheld_challenge(p_round)) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if how <> 'optimum' then perform private.require_reason(why); end if;
  if (select count(*) from private.award_work(p_round, p_award -> 'lines') w) <> jsonb_array_length(p_award -> 'lines')
    or (select count(distinct w.bid_line) from private.award_work(p_round, p_award -> 'lines') w) <> jsonb_array_length(p_award -> 'lines') then
    raise exception 'award_differs' using errcode = 'PT409';
  end if;
  select coalesce(sum(w.goods), 0), coalesce(sum(w.freight), 0) + coalesce((select sum(private.in_round_currency(p_round, b.freight_fixed_amount, b.currency))
      from public.bids b where b.id in (select x.bid from private.award_work(p_round, p_award -> 'lines') x)), 0)
    into goods, freight from private.award_work(p_round, p_award -> 'lines') w;
  insert into public.awards (id, round_id, version, method, reason, goods_amount, freight_amount, total_amount, optimum_amount, model, decided_by, decided_at)
  select made, p_round, coalesce(max(a.version), 0) + 1, how, why, goods, freight, goods + freight, (p_award ->> 'optimumAmount')::bigint,
    coalesce(p_award -> 'model', '{}'), auth.uid(), clock_timestamp() from public.awards a where a.round_id = p_round;
  insert into public.award_suppliers (award_id, supplier_id, bid_id, currency, bid_freight_fixed_amount, freight_fixed_amount)
  select made, b.supplier_id, b.id, b.currency, b.freight_fixed_amount, private.in_round_currency(p_round, b.freight_fixed_amount, b.currency)
  from public.bids b where b.id in (select w.bid from private.award_work(p_round, p_award -> 'lines') w);
  insert into public.award_lines (award_id, lot_id, supplier_id, bid_line_id, quantity, unit_amount, bid_goods_amount, bid_freight_amount, goods_amount, freight_amount)
  select made, w.lot, w.supplier, w.bid_line, w.quantity, w.unit_amount, w.bid_goods, w.bid_freight, w.goods, w.freight
  from private.award_work(p_round, p_award -> 'lines') w;
  insert into public.award_lots (award_id, lot_id, quantity, outcome, reason)
  select made, x."lotId", x.quantity, x.outcome, coalesce(x.reason, '{}')
  from jsonb_to_recordset(p_award -> 'lots') x ("lotId" uuid, quantity bigint, outcome text, reason jsonb);
  insert into public.allocation_runs (id, round_id, award_id, basis, version, made_by)
  select run, p_round, made, 'award', coalesce(max(a.version), 0) + 1, auth.uid() from public.allocation_runs a where a.round_id = p_round;
  insert into public.allocations (run_id, lot_id, producer_id, firm, tolerance, quantity, goods_amount, freight_amount, reason)
  select run, x."lotId", x."producerId", coalesce(p.firm, 0), coalesce(p.tolerance, 0), x.quantity, x."goodsAmount", x."freightAmount", x.reason
  from jsonb_to_recordset(p_award -> 'allocations') x ("lotId" uuid, "producerId" uuid, quantity bigint, "goodsAmount" bigint, "freightAmount" bigint, reason jsonb)
  left join public.pledges p on p.lot_id = x."lotId" and p.producer_id = x."producerId" and p.round_id = p_round;
  perform private.check_award(made, run);
  update public.rounds set standstill_until = clock_timestamp() + make_interval(days => r.standstill_days) where id = p_round;
  if again then
    perform private.record_event('round', p_round, 'round.award_changed', 'awarded', 'awarded', why, null, r.cluster_id, null,
      jsonb_build_object('name', r.title, 'method', how));
    perform private.append_release(p_round, 'awardUpdate');
  else
    perform private.move_round(p_round, 'award', 'coordinator', why, 'award', jsonb_build_object('method', how));
  end if;
  perform private.tell_award(p_round, made, run);
  return made;
end $$;
comment on function public.decide_award is 'Once, or again after a challenge was upheld. award_differs: a number is not what the bids and pledges make it; a bug of whoever worked it out.';
grant execute on function public.decide_award(uuid, jsonb) to authenticated;
