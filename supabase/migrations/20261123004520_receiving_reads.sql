-- What the store room and the members read of deliveries and hand-overs.

create function private.delivery_json(d public.deliveries) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', d.id, 'orderId', o.id, 'label', o.label, 'supplier', s.name, 'deliveredOn', d.delivered_on, 'receiver', d.receiver,
    'signature', d.signature, 'note', d.note, 'reason', d.reason, 'replacesId', d.replaces_id, 'receivedAt', d.received_at,
    'replacedById', (select n.id from public.deliveries n where n.replaces_id = d.id),
    'by', (select p.display_name from public.profiles p where p.user_id = d.received_by),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('orderLineId', x.order_line_id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals, 'ordered', ol.quantity,
        'counted', x.counted, 'damaged', x.damaged, 'qualityOk', x.quality_ok, 'complete', x.complete, 'note', x.note) order by ol.position), '[]')
      from public.delivery_lines x join public.purchase_order_lines ol on ol.id = x.order_line_id join public.lots l on l.id = ol.lot_id where x.delivery_id = d.id),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages) order by f.created_at, f.id), '[]')
      from public.files f where f.room = 'delivery' and f.room_id = d.id))
  from public.purchase_orders o join public.suppliers s on s.id = o.supplier_id where o.id = d.purchase_order_id
$$;

create function private.handover_json(h public.handovers) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', h.id, 'receiver', h.receiver, 'signature', h.signature, 'note', h.note, 'reason', h.reason, 'replacesId', h.replaces_id, 'handedAt', h.handed_at,
    'replacedById', (select n.id from public.handovers n where n.replaces_id = h.id),
    'by', (select p.display_name from public.profiles p where p.user_id = h.handed_by),
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('lotId', l.id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals, 'quantity', x.quantity) order by l.position), '[]')
      from public.handover_lines x join public.lots l on l.id = x.lot_id where x.handover_id = h.id))
$$;

-- Each member's share of each lot that it has one of: what it got so far and what of the rest lies in the store.
create function private.fetch_lines(p_round uuid)
returns table (producer_id uuid, lot_id uuid, firm bigint, awarded bigint, quantity bigint, reason jsonb, handed bigint, ready bigint)
language sql stable security definer set search_path = '' as $$
  select a.producer_id, a.lot_id, a.firm, b.quantity, a.quantity, a.reason, coalesce(h.quantity, 0), greatest(0, least(a.quantity - coalesce(h.quantity, 0), g.good - g.out))::bigint
  from public.allocations a
  join public.allocations b on b.run_id = private.awarded_run(p_round) and b.lot_id = a.lot_id and b.producer_id = a.producer_id
  join (select l.lot_id, l.good, coalesce(sum(x.quantity), 0) as out from private.lots_received(p_round) l left join private.handed_out(p_round) x on x.lot_id = l.lot_id
    group by l.lot_id, l.good) g on g.lot_id = a.lot_id
  left join private.handed_out(p_round) h on h.lot_id = a.lot_id and h.producer_id = a.producer_id
  where a.run_id = private.current_run(p_round) and a.quantity + b.quantity + a.firm > 0
$$;

create function public.receiving_desk(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.coordinates_round(p_round) then return null; end if;
  return jsonb_build_object('stale', private.current_run(p_round) is not null and private.shares_stale(p_round),
    'today', (select (now() at time zone r.zone)::date from public.rounds r where r.id = p_round),
    'orders', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'state', o.state, 'supplier', s.name, 'sentAt', o.sent_at,
        'newest', private.newest_delivery(o.id),
        'lines', (select jsonb_agg(jsonb_build_object('id', r.line_id, 'lotId', l.id, 'title', l.title, 'specification', l.specification, 'unit', l.unit, 'decimals', l.decimals,
            'pack', l.pack, 'ordered', r.ordered, 'expected', r.expected, 'counted', r.counted, 'damaged', r.damaged, 'good', r.good, 'closed', r.closed,
            'promisedOn', (select x.promised_on from public.purchase_order_lines x where x.id = r.line_id)) order by r.nth)
          from private.lines_received(p_round) r join public.lots l on l.id = r.lot_id where r.order_id = o.id)) order by o.number)
      from public.purchase_orders o join public.suppliers s on s.id = o.supplier_id where o.round_id = p_round and o.state <> 'cancelled'
        and exists (select 1 from private.lines_received(p_round) r where r.order_id = o.id)), '[]'),
    'lots', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals, 'ordered', g.ordered, 'counted', g.counted,
        'damaged', g.damaged, 'good', g.good, 'closed', g.closed, 'share', g.share, 'over', g.over, 'returned', g.returned,
        'placing', private.over_desk(p_round, l.id), 'handed', (select coalesce(sum(h.quantity), 0) from private.handed_out(p_round) h where h.lot_id = l.id)) order by l.position)
      from private.lots_received(p_round) g join public.lots l on l.id = g.lot_id where g.ordered > 0), '[]'),
    'deliveries', coalesce((select jsonb_agg(private.delivery_json(d) order by d.received_at desc, d.id) from public.deliveries d where d.round_id = p_round), '[]'),
    'members', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug, 'lots', f.lots) order by p.name, p.id)
      from (select x.producer_id, jsonb_agg(jsonb_build_object('lotId', x.lot_id, 'quantity', x.quantity, 'handed', x.handed, 'ready', x.ready) order by l.position) as lots
        from private.fetch_lines(p_round) x join public.lots l on l.id = x.lot_id where x.quantity + x.handed > 0 group by x.producer_id) f
      join public.producers p on p.id = f.producer_id), '[]'));
end $$;
comment on function public.receiving_desk is
  'Null for whoever does not coordinate the round. stale: the shares still have to be worked out on what arrived. lots: supply is shared as share, over is nobody''s. today: in the round''s zone.';
grant execute on function public.receiving_desk(uuid) to authenticated;

create function public.one_delivery(p_delivery uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.delivery_json(d) || jsonb_build_object('roundId', d.round_id,
    'before', (select private.delivery_json(b) from public.deliveries b where b.id = d.replaces_id))
  from public.deliveries d where d.id = p_delivery and private.coordinates_round(d.round_id)
$$;
grant execute on function public.one_delivery(uuid) to authenticated;

create function private.sheet_lots(p_round uuid, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals, 'firm', f.firm, 'awarded', f.awarded, 'quantity', f.quantity,
      'handed', f.handed, 'ready', f.ready, 'reason', f.reason, 'ordered', g.ordered, 'counted', g.counted, 'damaged', g.damaged, 'good', g.good, 'share', g.share,
      'closed', g.closed) order by l.position), '[]')
  from private.fetch_lines(p_round) f join public.lots l on l.id = f.lot_id join private.lots_received(p_round) g on g.lot_id = l.id where f.producer_id = p_producer
$$;
create function private.sheet_handovers(p_round uuid, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.handover_json(h) order by h.handed_at desc, h.id), '[]') from public.handovers h where h.round_id = p_round and h.producer_id = p_producer
$$;

create function public.handover_sheet(p_round uuid, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('stale', private.shares_stale(p_round), 'member', jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug),
    'lots', private.sheet_lots(p_round, p.id), 'handovers', private.sheet_handovers(p_round, p.id))
  from public.producers p where p.id = p_producer and private.coordinates_round(p_round)
    and exists (select 1 from public.allocations a where a.run_id = private.current_run(p_round) and a.producer_id = p.id)
$$;
grant execute on function public.handover_sheet(uuid, uuid) to authenticated;

-- A member's own goods: what it gets, why, what it fetched and what waits in the store. Nobody else's.
create function public.studio_goods(p_slug text, p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('lots', private.sheet_lots(r.id, p.id), 'handovers', private.sheet_handovers(r.id, p.id))
  from public.producers p join public.rounds r on r.id = p_round
  where p.slug = p_slug and private.can_edit_producer(p.id) and r.state in ('receiving', 'settled')
    and exists (select 1 from public.allocations a where a.run_id = private.current_run(r.id) and a.producer_id = p.id)
$$;
comment on function public.studio_goods is 'Null for a stranger and before anything arrived.';
grant execute on function public.studio_goods(text, uuid) to authenticated;
