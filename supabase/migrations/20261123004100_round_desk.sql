-- The frame of one round on its coordinators' desk: what it is, where it stands, what is in it.

create function public.round_desk(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'id', r.id, 'slug', r.slug, 'title', r.title, 'state', r.state, 'currency', r.currency, 'zone', r.zone,
    'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'bidsShortAt', r.bids_short_at, 'openedAt', r.opened_at,
    'awardedAt', r.awarded_at, 'standstillUntil', r.standstill_until, 'settledAt', r.settled_at, 'reason', r.reason,
    'cluster', jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name),
    'acts', private.coordinates_cluster(r.cluster_id),
    'lots', (select count(*) from public.lots l where l.round_id = r.id),
    'members', (select count(distinct p.producer_id) from public.pledges p where p.round_id = r.id and p.firm + p.tolerance > 0),
    'now', now())
  from public.rounds r join public.clusters k on k.id = r.cluster_id
  where r.id = p_round and private.reads_cluster(r.cluster_id)
$$;
comment on function public.round_desk is
  'Null for whoever does not coordinate the cluster or run the site. acts: may change things here. members: that pledged something. Nothing of bids.';
grant execute on function public.round_desk(uuid) to authenticated;
