-- Disputes: the two sides before somebody who has no part in the order. A coordinator of the producer's cluster mediates;
-- where no coordinator is free of the order, an operator does.

-- Whoever works for a side or did since the order was made, opened the dispute or spoke for a side in it.
create function private.is_party(p_user uuid, d public.disputes) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_user = d.opened_by
    or exists (select 1 from public.orders o join public.producer_members m on m.producer_id = o.producer_id where o.id = d.order_id and m.user_id = p_user)
    or exists (select 1 from public.orders o join public.buyer_members m on m.buyer_id = o.buyer_id where o.id = d.order_id and m.user_id = p_user)
    or exists (select 1 from public.orders o join public.events e on e.subject_kind = 'member' and e.subject_id = p_user and e.action = 'member.removed'
      and e.at >= o.created_at and (e.producer_id = o.producer_id or e.buyer_id = o.buyer_id) where o.id = d.order_id)
    or exists (select 1 from public.dispute_messages x where x.dispute_id = d.id and x.author = p_user and x.party <> 'mediator')
$$;

create function private.mediators_of(d public.disputes) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select c.user_id from public.cluster_coordinators c
  join public.clusters k on k.id = c.cluster_id and k.state = 'active' and k.approved_at is not null
  join public.profiles p on p.user_id = c.user_id and p.suspended_at is null
  where c.cluster_id = d.cluster_id and not private.is_party(c.user_id, d);
  if found then return; end if;
  return query
  select o.user_id from public.operators o join public.profiles p on p.user_id = o.user_id and p.suspended_at is null
  where not private.is_party(o.user_id, d);
end $$;
comment on function private.mediators_of is 'Asked each time: a coordinator who leaves or takes a side hands the dispute to the others, at last to the operators.';

create or replace function private.mediates(p_dispute uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.disputes d where d.id = p_dispute and private.active_user() in (select private.mediators_of(d)))
$$;

create function private.tell_dispute(d public.disputes, p_kind text, p_to text, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  data jsonb := jsonb_build_object('disputeId', d.id, 'reason', p_reason, 'amount', d.refund_amount);
  somebody uuid;
begin
  select * into o from public.orders where id = d.order_id;
  if p_to in ('buyer', 'producer') then perform private.tell_order(o, p_to::public.inquiry_side, p_kind, data); return; end if;
  data := data || (select jsonb_build_object('orderId', o.id, 'reference', o.reference, 'producer', p.name, 'producerSlug', p.slug, 'buyer', b.name,
      'currency', o.currency, 'side', 'mediator', 'clusterSlug', (select k.slug from public.clusters k where k.id = d.cluster_id))
    from public.producers p, public.buyers b where p.id = o.producer_id and b.id = o.buyer_id);
  for somebody in select m from private.mediators_of(d) m order by m loop
    perform private.notify(somebody, p_kind, data);
  end loop;
end $$;

create function public.open_dispute(p_order uuid, p_id uuid, p_reason text, p_details text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
  d public.disputes;
begin
  if exists (select 1 from public.disputes x where x.id = p_id and x.order_id = p_order and x.side = my_side) then return p_id; end if;
  if exists (select 1 from public.disputes x where x.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if o.state = 'closed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if exists (select 1 from public.disputes x where x.order_id = p_order and x.state in ('open', 'mediating')) then
    raise exception 'dispute_open' using errcode = 'PT409';
  end if;
  -- Each is a mail that nobody can turn off.
  if (select count(*) from public.disputes x where x.order_id = p_order and x.side = my_side
      and x.created_at > now() - interval '1 day') >= 5 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.disputes (id, order_id, side, opened_by, reason, details) values (p_id, p_order, my_side, auth.uid(), p_reason, btrim(p_details))
  returning * into d;
  -- The first of the producer's clusters that has somebody without a part in it.
  update public.disputes x set cluster_id = (
    select m.cluster_id from public.memberships m join public.clusters k on k.id = m.cluster_id and k.state = 'active' and k.approved_at is not null
    where m.producer_id = o.producer_id and m.state = 'active' and exists (
      select 1 from public.cluster_coordinators c join public.profiles p on p.user_id = c.user_id and p.suspended_at is null
      where c.cluster_id = m.cluster_id and not private.is_party(c.user_id, d))
    order by m.joined_at, m.cluster_id limit 1)
  where x.id = p_id returning * into d;
  perform private.record_event('dispute', p_id, 'dispute.opened', null, 'open', btrim(p_details), o.producer_id, d.cluster_id, o.buyer_id,
    jsonb_build_object('side', my_side, 'reason', p_reason, 'order', o.id));
  perform private.tell_dispute(d, 'dispute_opened', private.other_side(my_side)::text, btrim(p_details));
  perform private.tell_dispute(d, 'dispute_opened', 'mediator', btrim(p_details));
  return p_id;
end $$;
grant execute on function public.open_dispute(uuid, uuid, text, text) to authenticated;

-- buyer, producer or mediator; a coordinator who mediates never speaks for the producer.
create function private.dispute_party(p_dispute uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case when private.mediates(p_dispute) then 'mediator' else (select private.order_side_of(d.order_id)::text from public.disputes d where d.id = p_dispute) end
$$;

create function private.require_dispute_party(p_dispute uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  party constant text := private.dispute_party(p_dispute);
begin
  perform private.require_active_user();
  if party is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return party;
end $$;

-- The order first, then the dispute: everybody locks in this order.
create function private.lock_dispute(p_dispute uuid) returns public.disputes
language plpgsql security definer set search_path = '' as $$
declare
  d public.disputes;
begin
  perform 1 from public.orders o where o.id = (select x.order_id from public.disputes x where x.id = p_dispute) for update;
  select * into strict d from public.disputes where id = p_dispute for update;
  return d;
end $$;

create function public.write_in_dispute(p_dispute uuid, p_id uuid, p_body text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  party constant text := private.require_dispute_party(p_dispute);
  d public.disputes := private.lock_dispute(p_dispute);
  reader text;
begin
  if exists (select 1 from public.dispute_messages m where m.id = p_id and m.dispute_id = p_dispute and m.author = auth.uid()) then return; end if;
  if exists (select 1 from public.dispute_messages m where m.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if d.state not in ('open', 'mediating') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (select count(*) from public.dispute_messages m where m.dispute_id = p_dispute and m.created_at > now() - interval '1 hour') >= 40 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.dispute_messages (id, dispute_id, party, author, body) values (p_id, p_dispute, party, auth.uid(), btrim(p_body));
  if party = 'mediator' and d.state = 'open' then
    update public.disputes set state = 'mediating', mediator = auth.uid() where id = p_dispute;
    perform private.record_event('dispute', d.id, 'dispute.mediated', 'open', 'mediating', null, (select o.producer_id from public.orders o where o.id = d.order_id),
      d.cluster_id, (select o.buyer_id from public.orders o where o.id = d.order_id), jsonb_build_object('side', 'mediator', 'order', d.order_id));
  end if;
  foreach reader in array '{buyer,producer,mediator}'::text[] loop
    if reader <> party then perform private.tell_dispute(d, 'dispute_message', reader, left(btrim(p_body), 300)); end if;
  end loop;
end $$;
grant execute on function public.write_in_dispute(uuid, uuid, text) to authenticated;

-- p_refund is taken off what the buyer owes; what was paid beyond that goes back. p_cancel ends an order that has not
-- been shipped: p_refund goes back, the rest of what was paid is kept.
create function private.settle_dispute(o public.orders, p_resolution text, p_refund bigint, p_cancel boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  held bigint := private.order_held(o.id);
begin
  if p_cancel then
    if p_refund > held then raise exception 'refund_too_much' using errcode = 'PT409'; end if;
    perform private.end_order(o, 'mediator', p_resolution, p_refund, held - p_refund);
    return;
  end if;
  if p_refund = 0 then return; end if;
  if o.credited_amount + p_refund > o.total_amount then raise exception 'refund_too_much' using errcode = 'PT409'; end if;
  update public.orders set credited_amount = credited_amount + p_refund where id = o.id;
  perform private.book_credit(o.id);
  held := least(p_refund, greatest(0, held - (o.total_amount - o.credited_amount - p_refund)));
  if held > 0 then perform private.pay_back(o.id, held, p_resolution); end if;
end $$;

create function public.resolve_dispute(p_dispute uuid, p_resolution text, p_refund bigint default 0, p_cancel boolean default false)
returns public.dispute_state
language plpgsql security definer set search_path = '' as $$
declare
  party constant text := private.require_dispute_party(p_dispute);
  d public.disputes := private.lock_dispute(p_dispute);
  o public.orders := private.lock_order(d.order_id);
  words constant text := btrim(coalesce(p_resolution, ''));
begin
  if party <> 'mediator' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if d.state = 'resolved' and d.resolution = words then return d.state; end if;
  if d.state not in ('open', 'mediating') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if length(words) < 10 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  if p_refund is null or p_refund < 0 then raise exception 'amount_negative' using errcode = 'PT400'; end if;
  perform private.settle_dispute(o, left(words, 1000), p_refund, coalesce(p_cancel, false));
  update public.disputes set state = 'resolved', mediator = auth.uid(), resolution = words, refund_amount = p_refund, resolved_at = now()
  where id = p_dispute returning * into d;
  perform private.record_event('dispute', d.id, 'dispute.resolved', 'mediating', 'resolved', left(words, 2000), o.producer_id, d.cluster_id, o.buyer_id,
    jsonb_build_object('side', 'mediator', 'refund', p_refund, 'cancel', coalesce(p_cancel, false), 'order', o.id));
  perform private.tell_dispute(d, 'dispute_resolved', 'buyer', left(words, 300));
  perform private.tell_dispute(d, 'dispute_resolved', 'producer', left(words, 300));
  return d.state;
end $$;
grant execute on function public.resolve_dispute(uuid, text, bigint, boolean) to authenticated;

create function public.withdraw_dispute(p_dispute uuid, p_reason text default null) returns public.dispute_state
language plpgsql security definer set search_path = '' as $$
declare
  party constant text := private.require_dispute_party(p_dispute);
  d public.disputes := private.lock_dispute(p_dispute);
  o public.orders;
begin
  if party <> d.side::text then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if d.state = 'withdrawn' then return d.state; end if;
  if d.state not in ('open', 'mediating') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  select * into o from public.orders where id = d.order_id;
  update public.disputes set state = 'withdrawn', resolved_at = now() where id = p_dispute;
  perform private.record_event('dispute', d.id, 'dispute.withdrawn', d.state::text, 'withdrawn', p_reason, o.producer_id, d.cluster_id, o.buyer_id,
    jsonb_build_object('side', d.side, 'order', o.id));
  -- The other side reads it as the end of the matter.
  d.state := 'withdrawn';
  perform private.tell_dispute(d, 'dispute_resolved', private.other_side(d.side)::text, nullif(btrim(p_reason), ''));
  perform private.tell_dispute(d, 'dispute_resolved', 'mediator', nullif(btrim(p_reason), ''));
  return d.state;
end $$;
grant execute on function public.withdraw_dispute(uuid, text) to authenticated;

create function private.dispute_json(d public.disputes) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', d.id, 'side', d.side, 'state', d.state, 'reason', d.reason, 'details', d.details, 'resolution', d.resolution,
    'refundAmount', d.refund_amount, 'createdAt', d.created_at, 'resolvedAt', d.resolved_at,
    'cluster', (select jsonb_build_object('slug', k.slug, 'name', k.name) from public.clusters k where k.id = d.cluster_id))
$$;

create function private.files_json(p_ids uuid[]) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages, 'at', f.created_at)
    order by f.created_at, f.id), '[]') from public.files f where f.id = any (p_ids)
$$;

-- The dispute with its thread and as much of the order as a mediator needs; null for whoever has no part in it.
create function public.read_dispute(p_dispute uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.dispute_json(d) || jsonb_build_object(
    'party', private.dispute_party(d.id),
    'mine', private.order_side_of(d.order_id) = d.side and not private.mediates(d.id),
    'messages', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'party', m.party, 'body', m.body, 'at', m.created_at) order by m.created_at, m.id)
      from public.dispute_messages m where m.dispute_id = d.id), '[]'),
    'files', private.files_json(array(select f.id from public.files f where f.room = 'dispute' and f.room_id = d.id)),
    'order', (select jsonb_build_object('id', o.id, 'reference', o.reference, 'state', o.state, 'currency', o.currency, 'totalAmount', o.total_amount,
        'creditedAmount', o.credited_amount, 'promisedOn', o.promised_on, 'createdAt', o.created_at, 'shippedAt', o.shipped_at, 'deliveredAt', o.delivered_at,
        'producer', jsonb_build_object('slug', p.slug, 'name', p.name), 'buyer', b.name, 'held', private.order_held(o.id),
        'lines', private.order_document(o.id) -> 'lines')
      from public.orders o join public.producers p on p.id = o.producer_id join public.buyers b on b.id = o.buyer_id where o.id = d.order_id))
  from public.disputes d where d.id = p_dispute and private.active_user() is not null and private.dispute_party(d.id) is not null
$$;
grant execute on function public.read_dispute(uuid) to authenticated;

-- A cluster's disputes (p_cluster) or those that fall to the operators (null): what waits first, then the newest.
create function public.list_disputes(p_cluster text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  seat constant uuid := (select k.id from public.clusters k where k.slug = p_cluster);
begin
  perform private.require_active_user();
  if p_cluster is null and not private.is_operator() then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if p_cluster is not null and (seat is null or not (private.is_operator() or private.coordinates_cluster(seat))) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return coalesce((select jsonb_agg(private.dispute_json(x.d) || jsonb_build_object('mediates', x.mediates, 'reference', x.reference, 'producer', x.producer,
      'buyer', x.buyer, 'currency', x.currency, 'totalAmount', x.total_amount, 'words', x.words) order by x.running desc, (x.d).created_at desc, (x.d).id)
    from (
      select d, private.mediates(d.id) as mediates, o.reference, p.name as producer, b.name as buyer, o.currency, o.total_amount,
        d.state in ('open', 'mediating') as running, (select count(*) from public.dispute_messages m where m.dispute_id = d.id) as words
      from public.disputes d join public.orders o on o.id = d.order_id join public.producers p on p.id = o.producer_id join public.buyers b on b.id = o.buyer_id
      where case when p_cluster is null then private.mediates(d.id) or (d.cluster_id is null) else d.cluster_id = seat end
      order by d.created_at desc limit 200) x), '[]');
end $$;
grant execute on function public.list_disputes(text) to authenticated;
