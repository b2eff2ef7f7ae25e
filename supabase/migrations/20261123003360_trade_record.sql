-- The record of the trade as an operator reads it: that something was offered, agreed, paid or refused, when and by whom.
-- For how much and why is the business of the two sides and of whoever mediates between them.

create function private.is_trade(p_kind text) returns boolean
language sql immutable set search_path = '' as $$
  select p_kind in ('inquiry', 'quote', 'order', 'payment', 'refund', 'document', 'dispute')
$$;
grant execute on function private.is_trade(text), private.mediates(uuid) to authenticated;

-- What an operator wrote (a thread blocked, a dispute settled) stays readable to operators; the sides write as a side.
create function private.sees_reason(e public.events) returns boolean
language sql stable security definer set search_path = '' as $$
  select not private.is_trade(e.subject_kind)
    or e.actor = private.active_user()
    or private.is_producer_member(e.producer_id) or private.coordinates_producer(e.producer_id) or private.is_buyer_member(e.buyer_id)
    or (e.subject_kind = 'dispute' and private.mediates(e.subject_id))
    or (coalesce(e.data ->> 'side', '') not in ('buyer', 'producer') and exists (select 1 from public.operators o where o.user_id = e.actor))
$$;

create or replace function private.event_json(e public.events) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'at', e.at, 'action', e.action, 'kind', e.subject_kind, 'subjectId', e.subject_id,
    'subject', private.event_subject(e), 'from', e.from_state, 'to', e.to_state, 'reason', case when private.sees_reason(e) then e.reason end,
    'actorId', case when private.is_operator() then e.actor end,
    'actor', case when e.actor is not null then coalesce(
      (select nullif(pr.display_name, '') from public.profiles pr where pr.user_id = e.actor), left(e.actor::text, 8)) end,
    'producer', (select jsonb_build_object('slug', p.slug, 'name', p.name) from public.producers p where p.id = e.producer_id),
    'cluster', (select jsonb_build_object('slug', c.slug, 'name', c.name) from public.clusters c where c.id = e.cluster_id),
    'onBehalf', e.on_behalf_of is not null, 'item', e.data ->> 'item')
$$;

-- The rows themselves carry sums, so an operator reads those of the trade through the functions above alone.
alter policy "people read the events that concern them" on public.events using (
  actor = (select private.active_user())
  or (not private.is_trade(subject_kind) and ((select private.is_operator()) or (cluster_id is not null and private.reads_cluster(cluster_id))))
  or (subject_kind = 'inquiry' and private.sees_inquiry_as_producer(subject_id))
  or (subject_kind <> 'inquiry' and producer_id is not null
    and (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id)))
  or (subject_kind = 'dispute' and (private.mediates(subject_id) or (cluster_id is not null and private.coordinates_cluster(cluster_id)))));
