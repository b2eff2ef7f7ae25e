-- Receiving: what arrived is counted; who gets how much is worked out again on what arrived good. The shares come from
-- src/domain/procurement/reallocation.ts and are held against every sum and bound here before they count.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('goods_arrived', 'trade', true, false),
  ('allocation_changed', 'trade', false, true),
  ('goods_handed', 'trade', false, false);

-- What members take beyond their pledges, and what went back of each line: of every figure the newest.
create function private.over_takers(p_round uuid) returns table (lot_id uuid, producer_id uuid, quantity bigint)
language sql stable security definer set search_path = '' as $$
  select distinct on (o.lot_id, o.producer_id) o.lot_id, o.producer_id, o.quantity from public.over_placings o
  where o.round_id = p_round and o.producer_id is not null order by o.lot_id, o.producer_id, o.seq desc
$$;
create function private.line_returned(p_line uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce((select o.quantity from public.over_placings o where o.order_line_id = p_line order by o.seq desc limit 1), 0)
$$;

-- Each line of the round's orders with what came of it so far. good: came whole and did not go back. expected: what the supplier agreed to. supply: what there is
-- to share, which is the expected quantity as long as the rest may still come.
create function private.lines_received(p_round uuid)
returns table (line_id uuid, order_id uuid, lot_id uuid, supplier_id uuid, award_line_id uuid, nth bigint, ordered bigint, expected bigint,
  counted bigint, damaged bigint, returned bigint, good bigint, closed boolean, supply bigint)
language sql stable security definer set search_path = '' as $$
  select x.*, case when x.closed then x.good else greatest(x.expected, x.good) end
  from (
    select l.id, o.id, l.lot_id, o.supplier_id, l.award_line_id, row_number() over (order by o.number, o.id, l.position), l.quantity, e.expected, c.counted, c.damaged, b.returned,
      c.counted - c.damaged - b.returned as good, (c.complete or e.expected = 0) as closed
    from public.purchase_orders o
    join public.purchase_order_lines l on l.purchase_order_id = o.id
    cross join lateral (select case when o.state in ('declined', 'cancelled') or l.confirmation = 'declined' then 0
      else coalesce(l.confirmed_quantity, l.quantity) end as expected) e
    cross join lateral (
      select coalesce(sum(d.counted), 0)::bigint as counted, coalesce(sum(d.damaged), 0)::bigint as damaged, coalesce(bool_or(d.complete), false) as complete
      from public.delivery_lines d where d.order_line_id = l.id
        and not exists (select 1 from public.deliveries n where n.replaces_id = d.delivery_id)) c
    cross join lateral (select private.line_returned(l.id) as returned) b
    where o.round_id = p_round and o.award_id = (select a.id from public.awards a where a.round_id = p_round order by a.version desc limit 1)
  ) x (line_id, order_id, lot_id, supplier_id, award_line_id, nth, ordered, expected, counted, damaged, returned, good, closed)
$$;

-- What a member was handed of a lot, corrections taken into account.
create function private.handed_out(p_round uuid) returns table (producer_id uuid, lot_id uuid, quantity bigint)
language sql stable security definer set search_path = '' as $$
  select h.producer_id, l.lot_id, sum(l.quantity)::bigint from public.handovers h join public.handover_lines l on l.handover_id = h.id
  where h.round_id = p_round and not exists (select 1 from public.handovers n where n.replaces_id = h.id)
  group by h.producer_id, l.lot_id
$$;

-- The shares that the award gave, from which every later sharing starts again.
create function private.awarded_run(p_round uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select a.id from public.allocation_runs a where a.round_id = p_round and a.basis = 'award' order by a.version desc limit 1
$$;
create function private.current_run(p_round uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select a.id from public.allocation_runs a where a.round_id = p_round order by a.version desc limit 1
$$;

-- What is paid for of each line: first what was ordered of every line, then what came beyond it as far as members take it.
-- Amounts are the awarded ones in proportion, halves up; in the round's currency.
create function private.lines_taken(p_round uuid)
returns table (line_id uuid, lot_id uuid, supplier_id uuid, taken bigint, goods_amount bigint, freight_amount bigint)
language sql stable security definer set search_path = '' as $$
  with cap as (
    select x.lot_id, sum(x.firm + x.tolerance + coalesce(o.quantity, 0))::bigint as most from public.allocations x
    left join private.over_takers(p_round) o on o.lot_id = x.lot_id and o.producer_id = x.producer_id
    where x.run_id = private.awarded_run(p_round) and x.reason ->> 'code' is distinct from 'ceiling_left' group by x.lot_id),
  lines as (
    select r.*, coalesce(c.most, 0) as most, least(r.supply, r.ordered) as own, greatest(r.supply - r.ordered, 0) as beyond
    from private.lines_received(p_round) r left join cap c on c.lot_id = r.lot_id),
  first as (
    select n.*, least(n.own, greatest(0, n.most - coalesce(sum(n.own) over (partition by n.lot_id order by n.nth rows between unbounded preceding and 1 preceding), 0))) as took,
      n.most - sum(n.own) over (partition by n.lot_id) as room,
      coalesce(sum(n.beyond) over (partition by n.lot_id order by n.nth rows between unbounded preceding and 1 preceding), 0) as beyond_before
    from lines n),
  both_parts as (select f.*, (f.took + least(f.beyond, greatest(0, f.room - f.beyond_before)))::bigint as taken from first f)
  select b.line_id, b.lot_id, b.supplier_id, b.taken, div(w.goods_amount::numeric * b.taken * 2 + w.quantity, w.quantity::numeric * 2)::bigint,
    div(w.freight_amount::numeric * b.taken * 2 + w.quantity, w.quantity::numeric * 2)::bigint
  from both_parts b join public.award_lines w on w.id = b.award_line_id
$$;

-- The lots of the round as they are to be shared now. share + over = supply.
create function private.lots_received(p_round uuid)
returns table (lot_id uuid, ordered bigint, counted bigint, damaged bigint, returned bigint, good bigint, closed boolean, supply bigint, share bigint, over bigint,
  goods_amount bigint, freight_amount bigint)
language sql stable security definer set search_path = '' as $$
  select l.id, coalesce(sum(r.ordered), 0)::bigint, coalesce(sum(r.counted), 0)::bigint, coalesce(sum(r.damaged), 0)::bigint, coalesce(sum(r.returned), 0)::bigint, coalesce(sum(r.good), 0)::bigint,
    coalesce(bool_and(r.closed or r.good >= r.expected), true), coalesce(sum(r.supply), 0)::bigint, coalesce(sum(t.taken), 0)::bigint,
    coalesce(sum(r.supply - t.taken), 0)::bigint, coalesce(sum(t.goods_amount), 0)::bigint, coalesce(sum(t.freight_amount), 0)::bigint
  from public.lots l
  left join (private.lines_received(p_round) r join private.lines_taken(p_round) t on t.line_id = r.line_id) on r.lot_id = l.id
  where l.round_id = p_round group by l.id
$$;

-- Fixed freight of the suppliers of whom something is taken, and freight by quantity.
create function private.freight_received(p_round uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce((select sum(t.freight_amount) from private.lines_taken(p_round) t), 0)::bigint + coalesce((
    select sum(s.freight_fixed_amount) from public.award_suppliers s
    where s.award_id = (select a.award_id from public.allocation_runs a where a.id = private.awarded_run(p_round))
      and exists (select 1 from private.lines_taken(p_round) t where t.supplier_id = s.supplier_id and t.taken > 0)), 0)::bigint
$$;

-- Whether the shares that stand still add up to what there is.
create function private.shares_stale(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from private.lots_received(p_round) l
      left join lateral (select sum(x.quantity) as quantity, sum(x.goods_amount) as goods from public.allocations x
        where x.run_id = private.current_run(p_round) and x.lot_id = l.lot_id) a on true
      where coalesce(a.quantity, 0) <> l.share or coalesce(a.goods, 0) <> l.goods_amount)
    or private.freight_received(p_round) <> coalesce((select sum(x.freight_amount) from public.allocations x where x.run_id = private.current_run(p_round)), 0)
$$;

-- p_lines: [{orderLineId, counted, damaged, qualityOk, complete, note}]. p_after: the newest delivery of this order that the
-- sender knew of; where there is a newer one, two phones may be counting the same truck, and the second is asked.
create function public.record_delivery(p_id uuid, p_order uuid, p_day date, p_receiver text, p_lines jsonb, p_signature jsonb default null, p_note text default '',
  p_files jsonb default '[]', p_after uuid default null, p_replaces uuid default null, p_reason text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(private.round_of_order(p_order));
  o public.purchase_orders;
  seen public.deliveries;
  replaced public.deliveries;
begin
  select * into o from public.purchase_orders where id = p_order;
  select * into seen from public.deliveries where id = p_id;
  if seen.id is not null then
    if seen.purchase_order_id <> p_order or seen.replaces_id is distinct from p_replaces then raise exception 'conflict' using errcode = 'PT409'; end if;
    return p_id;
  end if;
  if r.state not in ('ordered', 'receiving') or o.state = 'cancelled' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_replaces is null then
    if p_after is distinct from private.newest_delivery(p_order) then raise exception 'delivery_meanwhile' using errcode = 'PT409'; end if;
  else
    select * into replaced from public.deliveries where id = p_replaces and purchase_order_id = p_order;
    if replaced.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
    if exists (select 1 from public.deliveries n where n.replaces_id = p_replaces) then raise exception 'already_done' using errcode = 'PT409'; end if;
    perform private.require_reason(p_reason);
  end if;
  -- A day ahead of UTC is today for somebody.
  if p_day is null or p_day > current_date + 1 or p_day < o.sent_at::date - 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if length(btrim(coalesce(p_receiver, ''))) not between 2 and 120 or (p_signature is not null and private.is_signature(p_signature) is not true)
     or jsonb_typeof(p_lines) is distinct from 'array' or length(p_note) > 2000 or length(p_reason) > 1000 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from jsonb_array_elements(p_lines) x where coalesce((x ->> 'counted')::numeric, -1) not between 0 and 100000000000
      or coalesce((x ->> 'damaged')::numeric, 0) not between 0 and (x ->> 'counted')::numeric) then
    raise exception 'out_of_range' using errcode = 'PT400';
  end if;
  insert into public.deliveries (id, round_id, purchase_order_id, delivered_on, receiver, signature, note, replaces_id, reason, received_by)
  values (p_id, r.id, p_order, p_day, btrim(p_receiver), p_signature, btrim(coalesce(p_note, '')), p_replaces, case when p_replaces is not null then btrim(p_reason) end, auth.uid());
  insert into public.delivery_lines (delivery_id, order_line_id, counted, damaged, quality_ok, complete, note)
  select p_id, l.id, (x ->> 'counted')::bigint, coalesce((x ->> 'damaged')::bigint, 0), (x ->> 'qualityOk')::boolean, coalesce((x ->> 'complete')::boolean, false),
    left(btrim(coalesce(x ->> 'note', '')), 1000)
  from jsonb_array_elements(p_lines) x join public.purchase_order_lines l on l.id = (x ->> 'orderLineId')::uuid and l.purchase_order_id = p_order;
  if (select count(*) from public.delivery_lines l where l.delivery_id = p_id) <> jsonb_array_length(p_lines) then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Nothing came and nothing is said: that is no delivery. A correction may well say that nothing came.
  if p_replaces is null and not exists (select 1 from public.delivery_lines l where l.delivery_id = p_id and (l.counted > 0 or l.complete)) then
    raise exception 'nothing_counted' using errcode = 'PT400';
  end if;
  if exists (select 1 from private.lots_received(r.id) g join (select h.lot_id, sum(h.quantity) as out from private.handed_out(r.id) h group by h.lot_id) h on h.lot_id = g.lot_id
    where h.out > least(g.good, g.share)) then
    raise exception 'handed_out_already' using errcode = 'PT409';
  end if;
  if exists (select 1 from private.lines_received(r.id) g where g.good < 0) then raise exception 'returned_already' using errcode = 'PT409'; end if;
  perform private.attach_files('delivery', p_id, p_files);
  if r.state = 'ordered' then perform private.move_round(r.id, 'receive', 'coordinator', null, 'implementation'); end if;
  perform private.record_event('round', r.id, case when p_replaces is null then 'round.delivery' else 'round.delivery_corrected' end, 'receiving', 'receiving', p_reason, null,
    r.cluster_id, null, jsonb_build_object('name', r.title, 'order', o.label, 'delivery', p_id));
  if p_replaces is null then perform private.tell_arrived(r, p_id); end if;
  return p_id;
end $$;
comment on function public.record_delivery is
  'The same form sent again changes nothing. Counts of part deliveries add up. p_replaces: the delivery whose count was wrong; it stays on record. The shares are worked out afterwards, see apply_allocation.';
grant execute on function public.record_delivery(uuid, uuid, date, text, jsonb, jsonb, text, jsonb, uuid, uuid, text) to authenticated;

-- Each member to whom something of what came is owed still.
create function private.tell_arrived(r public.rounds, p_delivery uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  one record;
begin
  for one in select distinct x.producer_id from public.delivery_lines d join public.purchase_order_lines l on l.id = d.order_line_id
    join public.allocations x on x.run_id = private.current_run(r.id) and x.lot_id = l.lot_id
    left join private.handed_out(r.id) h on h.lot_id = x.lot_id and h.producer_id = x.producer_id
    where d.delivery_id = p_delivery and d.counted > d.damaged and x.quantity > coalesce(h.quantity, 0) order by x.producer_id
  loop
    perform private.notify_producer(one.producer_id, 'goods_arrived', jsonb_build_object('roundId', r.id, 'round', r.title, 'title', r.title));
  end loop;
end $$;

create function private.newest_delivery(p_order uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select d.id from public.deliveries d where d.purchase_order_id = p_order order by d.received_at desc, d.id limit 1
$$;

-- Everything that the shares are worked out from, of one moment.
create function public.allocation_input(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
  awarded constant uuid := private.awarded_run(p_round);
begin
  if not private.coordinates_round(p_round) or awarded is null then return null; end if;
  select * into r from public.rounds where id = p_round;
  return jsonb_build_object('stale', private.shares_stale(p_round), 'shareRule', r.share_rule, 'freightAmount', private.freight_received(p_round),
    'lots', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'decimals', l.decimals, 'gramsPerUnit', l.weight_grams, 'share', g.share, 'goodsAmount', g.goods_amount,
        'freightAmount', g.freight_amount, 'awarded', coalesce(a.quantity, 0), 'awardedAmount', coalesce(a.goods, 0),
        'members', coalesce((select jsonb_agg(jsonb_build_object('id', x.producer_id, 'firm', x.firm, 'tolerance', x.tolerance + coalesce(o.quantity, 0), 'awarded', x.quantity,
            'left', x.reason ->> 'code' is not distinct from 'ceiling_left', 'reason', x.reason, 'handed', coalesce(h.quantity, 0), 'committedAt', p.committed_at, 'queue', p.queue) order by x.producer_id)
          from public.allocations x
          left join public.pledges p on p.lot_id = x.lot_id and p.producer_id = x.producer_id
          left join private.handed_out(p_round) h on h.lot_id = x.lot_id and h.producer_id = x.producer_id
          left join private.over_takers(p_round) o on o.lot_id = x.lot_id and o.producer_id = x.producer_id
          where x.run_id = awarded and x.lot_id = l.id), '[]')) order by l.position)
      from public.lots l join private.lots_received(p_round) g on g.lot_id = l.id
      left join lateral (select sum(x.quantity) as quantity, sum(x.goods_amount) as goods from public.allocations x where x.run_id = awarded and x.lot_id = l.id) a on true
      where l.round_id = p_round), '[]'),
    'fixedFreight', coalesce((select jsonb_agg(jsonb_build_object('supplierId', s.supplier_id, 'amount', s.freight_fixed_amount,
        'lotIds', (select jsonb_agg(distinct t.lot_id) from private.lines_taken(p_round) t where t.supplier_id = s.supplier_id and t.taken > 0)) order by s.supplier_id)
      from public.award_suppliers s where s.award_id = (select a.award_id from public.allocation_runs a where a.id = awarded)
        and exists (select 1 from private.lines_taken(p_round) t where t.supplier_id = s.supplier_id and t.taken > 0)), '[]'));
end $$;
comment on function public.allocation_input is 'Null for a stranger and before the award. stale: the shares that stand do not add up to what there is.';
grant execute on function public.allocation_input(uuid) to authenticated;

-- p_payload: [{lotId, producerId, quantity, goodsAmount, freightAmount, reason: {code, …}}], a line for each that the award had.
create function public.apply_allocation(p_round uuid, p_payload jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
  awarded constant uuid := private.awarded_run(p_round);
  before constant uuid := private.current_run(p_round);
  run constant uuid := gen_random_uuid();
begin
  if r.state not in ('ordered', 'receiving') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not private.shares_stale(p_round) then return false; end if;
  if exists (select 1 from jsonb_array_elements(p_payload) x join public.allocations a on a.run_id = awarded and a.lot_id = (x ->> 'lotId')::uuid
      and a.producer_id = (x ->> 'producerId')::uuid
    left join private.over_takers(p_round) o on o.lot_id = a.lot_id and o.producer_id = a.producer_id
    where coalesce((x ->> 'quantity')::bigint, -1) not between 0 and a.firm + a.tolerance + coalesce(o.quantity, 0) or coalesce((x ->> 'goodsAmount')::bigint, -1) < 0
      or coalesce((x ->> 'freightAmount')::bigint, -1) < 0 or jsonb_typeof(x -> 'reason') is distinct from 'object') then
    raise exception 'allocation_differs' using errcode = 'PT409';
  end if;
  insert into public.allocation_runs (id, round_id, award_id, basis, version, made_by)
  select run, p_round, a.award_id, 'delivery', (select max(x.version) + 1 from public.allocation_runs x where x.round_id = p_round), auth.uid()
  from public.allocation_runs a where a.id = awarded;
  insert into public.allocations (run_id, lot_id, producer_id, firm, tolerance, quantity, goods_amount, freight_amount, reason)
  select run, a.lot_id, a.producer_id, a.firm, a.tolerance + coalesce(o.quantity, 0), (x ->> 'quantity')::bigint, (x ->> 'goodsAmount')::bigint, (x ->> 'freightAmount')::bigint, x -> 'reason'
  from jsonb_array_elements(p_payload) x join public.allocations a on a.run_id = awarded and a.lot_id = (x ->> 'lotId')::uuid and a.producer_id = (x ->> 'producerId')::uuid
  left join private.over_takers(p_round) o on o.lot_id = a.lot_id and o.producer_id = a.producer_id;
  perform private.check_shares(p_round, run);
  perform private.record_event('round', p_round, 'round.shared_again', r.state::text, r.state::text, null, null, r.cluster_id, null, jsonb_build_object('name', r.title));
  perform private.tell_shares(p_round, before, run);
  return true;
end $$;
comment on function public.apply_allocation is 'False when the shares were right already. allocation_differs: something was counted or handed out meanwhile; read again.';
grant execute on function public.apply_allocation(uuid, jsonb) to authenticated;

-- Whatever worked the shares out, this has the last word (design §3 and §4.4).
create function private.check_shares(p_round uuid, p_run uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  awarded constant uuid := private.awarded_run(p_round);
begin
  -- Every line of the award again, once; and the sums.
  if exists (select 1 from public.allocations a where a.run_id = awarded and not exists (
      select 1 from public.allocations x where x.run_id = p_run and x.lot_id = a.lot_id and x.producer_id = a.producer_id))
    or private.shares_stale(p_round) then
    raise exception 'allocation_differs' using errcode = 'PT409';
  end if;
  -- Who left over the price stays out. Nobody falls under what was handed out; under the firm pledge only where there is not
  -- enough for all of them, and above it only where there is.
  if exists (
    select 1 from (
      select x.lot_id, x.quantity, x.firm, coalesce(h.quantity, 0) as handed, b.reason ->> 'code' is not distinct from 'ceiling_left' as gone,
        sum(greatest(x.firm, coalesce(h.quantity, 0))) filter (where b.reason ->> 'code' is distinct from 'ceiling_left') over (partition by x.lot_id) as wanted
      from public.allocations x
      join public.allocations b on b.run_id = awarded and b.lot_id = x.lot_id and b.producer_id = x.producer_id
      left join private.handed_out(p_round) h on h.lot_id = x.lot_id and h.producer_id = x.producer_id
      where x.run_id = p_run) s
    join private.lots_received(p_round) g on g.lot_id = s.lot_id
    where (s.gone and s.quantity > 0) or (not s.gone and (s.quantity < s.handed
      or (g.share >= s.wanted and s.quantity < s.firm) or (g.share <= s.wanted and s.quantity > greatest(s.firm, s.handed))))) then
    raise exception 'allocation_differs' using errcode = 'PT409';
  end if;
end $$;

-- Each member whose share of a lot changed, with what it was and why.
create function private.tell_shares(p_round uuid, p_before uuid, p_run uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  one record;
begin
  for one in
    select x.producer_id, x.quantity, b.quantity as was, l.title, l.unit, l.decimals, g.*, r.title as round
    from public.allocations x
    join public.allocations b on b.run_id = p_before and b.lot_id = x.lot_id and b.producer_id = x.producer_id and b.quantity <> x.quantity
    join public.lots l on l.id = x.lot_id join public.rounds r on r.id = p_round join private.lots_received(p_round) g on g.lot_id = x.lot_id
    where x.run_id = p_run order by x.producer_id, l.position
  loop
    perform private.notify_producer(one.producer_id, 'allocation_changed', jsonb_build_object('roundId', p_round, 'round', one.round, 'title', one.title, 'unit', one.unit,
      'decimals', one.decimals, 'was', one.was, 'now', one.quantity, 'ordered', one.ordered, 'counted', one.counted, 'damaged', one.damaged, 'good', one.good,
      'share', one.share, 'closed', one.closed));
  end loop;
end $$;
