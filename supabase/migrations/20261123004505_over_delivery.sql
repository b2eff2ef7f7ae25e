-- More came than the members take: a member has more of it, or it goes back to its supplier.

-- Whom a lot's rest can be given to: who has a share of the lot and did not leave over the price.
create function private.takes_part(p_round uuid, p_lot uuid, p_producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.allocations a where a.run_id = private.awarded_run(p_round) and a.lot_id = p_lot and a.producer_id = p_producer
    and a.reason ->> 'code' is distinct from 'ceiling_left')
$$;

-- What there is for this member or line to have: what is over now and what the same one had before.
create function private.over_room(p_round uuid, p_lot uuid, p_producer uuid, p_order_line uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select case when p_producer is not null
    then (select l.over from private.lots_received(p_round) l where l.lot_id = p_lot)
      + coalesce((select o.quantity from private.over_takers(p_round) o where o.lot_id = p_lot and o.producer_id = p_producer), 0)
    else (select least(r.supply - t.taken, r.good) + r.returned from private.lines_received(p_round) r join private.lines_taken(p_round) t on t.line_id = r.line_id
      where r.line_id = p_order_line and r.lot_id = p_lot) end
$$;

create function public.place_over(p_id uuid, p_lot uuid, p_quantity bigint, p_producer uuid default null, p_order_line uuid default null, p_note text default '') returns void
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator((select l.round_id from public.lots l where l.id = p_lot));
  seen public.over_placings;
begin
  perform private.claim_id(p_id);
  select * into seen from public.over_placings where id = p_id;
  if seen.id is not null then
    if seen.lot_id <> p_lot or seen.quantity is distinct from p_quantity then raise exception 'conflict' using errcode = 'PT409'; end if;
    return;
  end if;
  if r.state <> 'receiving' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (p_producer is null) = (p_order_line is null) or length(p_note) > 1000 then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if p_quantity is null or p_quantity not between 0 and 100000000000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if (p_producer is not null and not private.takes_part(r.id, p_lot, p_producer)) or private.over_room(r.id, p_lot, p_producer, p_order_line) is null then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if p_quantity > private.over_room(r.id, p_lot, p_producer, p_order_line) then raise exception 'more_than_over' using errcode = 'PT409'; end if;
  insert into public.over_placings (id, round_id, lot_id, producer_id, order_line_id, quantity, note, placed_by)
  values (p_id, r.id, p_lot, p_producer, p_order_line, p_quantity, btrim(coalesce(p_note, '')), auth.uid());
  -- What was fetched is not taken back by a smaller figure: neither the member's own, nor the lot's as a whole.
  if exists (select 1 from private.handed_out(r.id) h join public.allocations a on a.run_id = private.awarded_run(r.id) and a.lot_id = h.lot_id and a.producer_id = h.producer_id
      left join private.over_takers(r.id) o on o.lot_id = h.lot_id and o.producer_id = h.producer_id
      where h.lot_id = p_lot and h.quantity > a.firm + a.tolerance + coalesce(o.quantity, 0))
    or (select coalesce(sum(h.quantity), 0) from private.handed_out(r.id) h where h.lot_id = p_lot)
      > (select least(g.good, g.share) from private.lots_received(r.id) g where g.lot_id = p_lot) then
    raise exception 'handed_out_already' using errcode = 'PT409';
  end if;
  perform private.record_event('round', r.id, case when p_producer is null then 'round.over_returned' else 'round.over_taken' end, r.state::text, r.state::text,
    nullif(btrim(coalesce(p_note, '')), ''), p_producer, r.cluster_id, null, jsonb_build_object('name', r.title, 'placing', p_id));
end $$;
comment on function public.place_over is
  'Quantity in steps, whole each time, 0 takes it back: how much beyond its pledge a member takes (p_producer), or how much of a line went back (p_order_line). The shares are worked out afterwards, see apply_allocation. more_than_over: not that much is left.';
grant execute on function public.place_over(uuid, uuid, bigint, uuid, uuid, text) to authenticated;

-- Who could take what is over of a lot, and from which lines it can go back.
create function private.over_desk(p_round uuid, p_lot uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'takers', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'quantity', coalesce(o.quantity, 0)) order by p.name, p.id), '[]')
      from public.allocations a join public.producers p on p.id = a.producer_id
      left join private.over_takers(p_round) o on o.lot_id = a.lot_id and o.producer_id = a.producer_id
      where a.run_id = private.awarded_run(p_round) and a.lot_id = p_lot and a.reason ->> 'code' is distinct from 'ceiling_left'),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', r.line_id, 'label', o.label, 'supplier', s.name, 'room', private.over_room(p_round, p_lot, null, r.line_id),
        'returned', r.returned) order by r.nth), '[]')
      from private.lines_received(p_round) r join public.purchase_orders o on o.id = r.order_id join public.suppliers s on s.id = r.supplier_id where r.lot_id = p_lot))
$$;
