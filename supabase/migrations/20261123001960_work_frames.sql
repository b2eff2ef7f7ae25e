-- What the frame of a work area needs, in one answer: who I am, which organisation this is, what I may do, what waits.

-- Those that a cluster's coordinators mediate; null: those that are the operator's. (In plpgsql, because that table is made by a
-- later migration.)
create function private.disputes_waiting(p_cluster uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from public.disputes d where d.cluster_id is not distinct from p_cluster and d.state in ('open', 'mediating'));
end $$;

create function public.studio_frame(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', public.my_account(),
    'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'state', p.state, 'suspendedReason', p.suspended_reason,
      'verified', p.verified_at is not null, 'sourceLocale', p.source_locale, 'country', p.country),
    'role', case when private.owns_producer(p.id) then 'owner' when private.is_producer_member(p.id) then 'editor'
      when private.coordinates_producer(p.id) then 'coordinator' else 'operator' end,
    'unread', (select count(*) from public.inquiries i where i.producer_id = p.id and i.state not in ('unconfirmed', 'blocked')
      and (i.producer_read_at is null or i.producer_read_at < i.last_message_at)),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.name)
      from public.memberships m join public.clusters c on c.id = m.cluster_id where m.producer_id = p.id and m.state = 'active'), '[]'))
  from public.producers p where p.slug = p_slug and private.can_edit_producer(p.id)
$$;
comment on function public.studio_frame is 'Null when there is no such producer or the caller may not work for it: the two look the same.';
grant execute on function public.studio_frame(text) to authenticated;

create function public.coordination_frame(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', public.my_account(),
    'cluster', jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'state', c.state, 'suspendedReason', c.suspended_reason,
      'approved', c.approved_at is not null, 'reviewsListings', c.reviews_listings, 'sourceLocale', c.source_locale, 'country', c.country),
    'acts', private.coordinates_cluster(c.id) or private.is_operator(),
    'waiting', (select count(*) from public.products x join public.memberships m on m.producer_id = x.producer_id
      where m.cluster_id = c.id and m.state = 'active' and x.state = 'in_review'),
    'disputes', private.disputes_waiting(c.id))
  from public.clusters c where c.slug = p_slug and private.reads_cluster(c.id)
$$;
comment on function public.coordination_frame is 'acts: may change things here; the coordinators of a suspended cluster only look.';
grant execute on function public.coordination_frame(text) to authenticated;
