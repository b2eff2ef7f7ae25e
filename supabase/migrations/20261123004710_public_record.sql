-- The public record as everybody reads it: the rounds, one of them, its releases, and the feed of all releases.

create function private.round_card(r public.rounds) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'title', private.without_contacts(r.title), 'state', r.state, 'zone', r.zone, 'currency', r.currency,
    'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'createdAt', r.created_at,
    'cluster', (select jsonb_build_object('slug', k.slug, 'name', k.name) from public.clusters k where k.id = r.cluster_id),
    'lots', (select coalesce(jsonb_agg(private.without_contacts(l.title) order by l.position), '[]') from public.lots l where l.round_id = r.id),
    'saved', case when r.settled_at is not null then private.settlement_facts(r.id) -> 'saved' end,
    'releases', (select jsonb_build_object('count', count(*), 'last', max(x.at)) from public.round_releases x where x.round_id = r.id))
$$;

create function private.is_public_round(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.round_releases x where x.round_id = p_round)
$$;

-- Where a visitor looks for it: may still take part, goes on, is over.
create function private.round_group(p_state public.round_state) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when p_state in ('pledging', 'bidding') then 'open' when p_state in ('settled', 'cancelled') then 'over' else 'running' end
$$;

create function public.public_rounds(p_group text default null, p_cluster text default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 30) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.round_card(r) order by r.created_at desc, r.id desc), '[]') from (
    select r.* from public.rounds r
    where r.state <> 'draft' and private.is_public_round(r.id)
      and (p_group is null or private.round_group(r.state) = p_group)
      and (p_cluster is null or r.cluster_id = (select k.id from public.clusters k where k.slug = p_cluster))
      and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id))
    order by r.created_at desc, r.id desc limit least(greatest(p_limit, 1), 100)) r
$$;
comment on function public.public_rounds is 'p_group: open, running or over. Newest first, keyset on (createdAt, id). Nothing of a draft.';
grant execute on function public.public_rounds(text, text, timestamptz, uuid, integer) to anon, authenticated;

create function public.public_round(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('facts', private.round_facts(r.id), 'now', now(),
    'clusterIsOpen', (select k.state = 'active' from public.clusters k where k.id = r.cluster_id),
    'releases', (select jsonb_agg(jsonb_build_object('id', x.id, 'tag', x.tag, 'at', x.at, 'state', x.facts ->> 'state') order by x.id)
      from public.round_releases x where x.round_id = r.id))
  from public.rounds r where r.slug = p_slug and r.state <> 'draft' and private.is_public_round(r.id)
$$;
comment on function public.public_round is 'The facts as they are now and the steps until now. Null for a draft and for what was never public.';
grant execute on function public.public_round(text) to anon, authenticated;

create function public.ocds_releases(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'releases', jsonb_agg(jsonb_build_object('id', x.id, 'tag', x.tag, 'at', x.at, 'facts', x.facts) order by x.id))
  from public.rounds r join public.round_releases x on x.round_id = r.id where r.slug = p_slug group by r.id
$$;
grant execute on function public.ocds_releases(text) to anon, authenticated;

-- Only what no open transaction can still slip in front of: everything below the oldest one that runs. What was restored
-- from another server lies in an era that is closed, or closes with the next release.
create function public.ocds_feed(p_era integer default 0, p_xid text default '0', p_id bigint default 0, p_limit integer default 100) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'era', x.era, 'xid', x.xid::text, 'tag', x.tag, 'at', x.at, 'facts', x.facts)
    order by x.era, x.xid, x.id), '[]')
  from (
    select x.* from public.round_releases x
    where (x.era, x.xid, x.id) > (p_era, p_xid::xid8, p_id)
      and (x.era < private.release_era() or x.xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by x.era, x.xid, x.id limit least(greatest(p_limit, 1), 200)) x
$$;
comment on function public.ocds_feed is 'Releases of all rounds after a cursor of era, transaction and id, in an order that never changes. xid is text: it may be too large for a number of JSON.';
grant execute on function public.ocds_feed(integer, text, bigint, integer) to anon, authenticated;

create function public.operator_rounds(p_query text default '', p_state text default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'counts', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select r.state, count(*) as n from public.rounds r group by 1) s),
    'rows', coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
      select r.id, r.created_at, jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'state', r.state, 'zone', r.zone, 'createdAt', r.created_at,
        'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'isPublic', private.is_public_round(r.id),
        'cluster', k.name, 'clusterSlug', k.slug, 'reason', case when r.state = 'cancelled' then r.reason end,
        'lots', (select count(*) from public.lots l where l.round_id = r.id),
        'members', (select count(distinct p.producer_id) from public.pledges p where p.round_id = r.id and p.firm + p.tolerance > 0)) as row
      from public.rounds r join public.clusters k on k.id = r.cluster_id
      where (p_state is null or r.state::text = p_state)
        and (p_query = '' or position(private.fold(p_query) in private.fold(r.title || ' ' || k.name)) > 0)
        and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id))
      order by r.created_at desc, r.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
comment on function public.operator_rounds is 'Rounds of all clusters, drafts included, to read only. Nothing of bids.';
grant execute on function public.operator_rounds(text, text, timestamptz, uuid, integer) to authenticated;
