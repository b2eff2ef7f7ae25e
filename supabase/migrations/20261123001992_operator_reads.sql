-- What the operator's desk shows. Every function refuses whoever does not operate the site.

create function public.operator_overview() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'account', public.my_account(),
    'users', (select count(*) from public.profiles),
    'newUsers', (select count(*) from public.profiles p where p.created_at > now() - interval '7 days'),
    'producers', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select p.state, count(*) as n from public.producers p group by p.state) s),
    'clusters', (select count(*) from public.clusters c where c.state = 'active'),
    'published', (select count(*) from public.products p where p.state = 'published'),
    'inquiries', (select count(*) from public.inquiries i where i.created_at > now() - interval '7 days' and i.state <> 'unconfirmed'),
    'reports', (select count(*) from public.reports r where r.state = 'open'),
    'deadJobs', (public.list_jobs('dead', null, null, 1) ->> 'dead')::integer,
    'events', coalesce((select jsonb_agg(private.event_json(e) order by e.id desc) from (
      select * from public.events e order by e.id desc limit 12) e), '[]'));
end $$;
grant execute on function public.operator_overview() to authenticated;

-- What waits where, for the frame of every page of the desk. Null for everybody else.
create function public.operator_frame() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('account', public.my_account(),
    'pending', (select count(*) from public.producers p where p.state = 'pending'),
    'unapproved', (select count(*) from public.clusters c where c.state = 'active' and c.approved_at is null),
    'reports', (select count(*) from public.reports r where r.state = 'open'),
    'deadJobs', (public.list_jobs('dead', null, null, 1) ->> 'dead')::integer)
  where private.is_operator()
$$;
grant execute on function public.operator_frame() to authenticated;

create function public.operator_settings() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return (select to_jsonb(s) - 'only_row' - 'updated_at' - 'logo_media_id' || jsonb_build_object(
      'logo', (select private.media_json(m, s.name) from public.media m where m.id = s.logo_media_id))
    from public.site_settings s);
end $$;
grant execute on function public.operator_settings() to authenticated;

-- The picture that was the logo goes: nothing else can point at a picture without an owner.
create function public.set_site_logo(p_media uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before uuid;
begin
  perform private.require_operator();
  if p_media is not null and not exists (
    select 1 from public.media m where m.id = p_media and m.producer_id is null and m.cluster_id is null) then
    raise exception 'photo_unknown' using errcode = 'PT400';
  end if;
  select s.logo_media_id into before from public.site_settings s for update;
  if before is not distinct from p_media then return; end if;
  update public.site_settings set logo_media_id = p_media;
  delete from public.media m where m.id = before;
end $$;
comment on function public.set_site_logo is 'Null takes the logo away.';
grant execute on function public.set_site_logo(uuid) to authenticated;

-- The logo is drawn once the worker has made it, on every page.
create trigger media_logo_stale after update of state, avif on public.media
  for each row when (new.producer_id is null and new.cluster_id is null) execute function private.stale_site();

-- Organisations: newest first, keyset on (created_at, id); counts are of all, whatever is searched for.
create function public.operator_producers(p_query text default '', p_state public.producer_state default null,
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'counts', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select p.state, count(*) as n from public.producers p group by p.state) s),
    'rows', coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
      select p.id, p.created_at, jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'state', p.state, 'suspendedReason', p.suspended_reason,
        'kind', p.kind, 'country', p.country, 'place', p.place, 'createdAt', p.created_at, 'verifiedAt', p.verified_at,
        'published', (select count(*) from public.products x where x.producer_id = p.id and x.state = 'published'),
        'members', (select count(*) from public.producer_members m where m.producer_id = p.id),
        'clusters', (select coalesce(jsonb_agg(c.name order by c.name), '[]') from public.memberships m
          join public.clusters c on c.id = m.cluster_id where m.producer_id = p.id and m.state = 'active')) as row
      from public.producers p
      where (p_state is null or p.state = p_state)
        and (p_query = '' or position(private.fold(p_query) in private.fold(p.name || ' ' || p.place)) > 0)
        and (p_before is null or (p.created_at, p.id) < (p_before, p_before_id))
      order by p.created_at desc, p.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
grant execute on function public.operator_producers(text, public.producer_state, timestamptz, uuid, integer) to authenticated;

-- Where a cluster stands with the operator: active is approved, too.
create function private.cluster_standing(c public.clusters) returns text
language sql immutable set search_path = '' as $$
  select case when c.state = 'suspended' then 'suspended' when c.approved_at is null then 'unapproved' else 'active' end
$$;

create function public.operator_clusters(p_query text default '', p_state text default null,
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'counts', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (select private.cluster_standing(c) as state, count(*) as n
      from public.clusters c group by 1) s),
    'rows', coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
      select c.id, c.created_at, jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'state', c.state, 'suspendedReason', c.suspended_reason,
        'approvedAt', c.approved_at, 'country', c.country, 'place', c.place, 'createdAt', c.created_at, 'reviews', c.reviews_listings,
        'members', (select count(*) from public.memberships m where m.cluster_id = c.id and m.state = 'active'),
        'coordinators', (select coalesce(jsonb_agg(pr.display_name order by k.created_at), '[]') from public.cluster_coordinators k
          join public.profiles pr on pr.user_id = k.user_id where k.cluster_id = c.id)) as row
      from public.clusters c
      where (p_state is null or private.cluster_standing(c) = p_state)
        and (p_query = '' or position(private.fold(p_query) in private.fold(c.name || ' ' || c.place)) > 0)
        and (p_before is null or (c.created_at, c.id) < (p_before, p_before_id))
      order by c.created_at desc, c.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
comment on function public.operator_clusters is 'p_state: unapproved, active, suspended.';
grant execute on function public.operator_clusters(text, text, timestamptz, uuid, integer) to authenticated;

-- Reports, newest first, keyset on (created_at, id). The messages of a thread are there because somebody in it asked us to look.
create function public.operator_reports(p_open boolean default true, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'open', (select count(*) from public.reports r where r.state = 'open'),
    'closed', (select count(*) from public.reports r where r.state <> 'open'),
    'rows', coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
      select r.id, r.created_at, jsonb_build_object('id', r.id, 'subject', r.subject, 'reason', r.reason, 'details', r.details, 'createdAt', r.created_at,
        'state', r.state, 'resolution', r.resolution, 'resolvedAt', r.resolved_at,
        'resolvedBy', (select pr.display_name from public.profiles pr where pr.user_id = r.resolved_by),
        'reporter', coalesce((select u.email from auth.users u where u.id = r.reporter), r.reporter_email),
        'others', (select count(*) from public.reports o where o.subject = r.subject and o.subject_id = r.subject_id and o.id <> r.id),
        'thing', private.reported_name(r.subject, r.subject_id),
        'product', (select jsonb_build_object('slug', p.slug, 'state', p.state, 'id', p.id) from public.products p where r.subject = 'product' and p.id = r.subject_id),
        'inquiry', (select jsonb_build_object('state', i.state, 'messages', (select coalesce(jsonb_agg(jsonb_build_object('side', m.side, 'body', m.body,
            'at', m.created_at) order by m.created_at, m.id), '[]') from (select * from public.inquiry_messages x where x.inquiry_id = i.id
            order by x.created_at desc limit 20) m))
          from public.inquiries i where r.subject = 'inquiry' and i.id = r.subject_id),
        'review', (select private.review_json(v) || jsonb_build_object('state', v.state) from public.reviews v
          where r.subject = 'review' and v.id = r.subject_id),
        'producer', (select jsonb_build_object('slug', p.slug, 'name', p.name, 'state', p.state) from public.producers p
          where p.id = private.reported_producer(r.subject, r.subject_id))) as row
      from public.reports r
      where (r.state = 'open') = p_open and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id))
      order by r.created_at desc, r.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
grant execute on function public.operator_reports(boolean, timestamptz, uuid, integer) to authenticated;

-- The record, newest first, keyset on id. p_actor: an id, or part of a name or address; `system` is nobody. p_producer: slug or part of a name.
create function public.operator_events(p_kind text default '', p_actor text default '', p_producer text default '',
  p_before bigint default null, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  actors uuid[];
  makers uuid[];
begin
  perform private.require_operator();
  if p_actor not in ('', 'system') then
    actors := array(select u.id from auth.users u join public.profiles pr on pr.user_id = u.id
        where u.id::text = p_actor or position(lower(p_actor) in lower(u.email)) > 0
          or position(private.fold(p_actor) in private.fold(pr.display_name)) > 0 limit 500)
      || array(select e.actor from public.events e where e.actor::text = p_actor limit 1);
  end if;
  if p_producer <> '' then
    makers := array(select p.id from public.producers p
      where p.slug = p_producer or position(private.fold(p_producer) in private.fold(p.name)) > 0 limit 500);
  end if;
  return coalesce((select jsonb_agg(private.event_json(e) order by e.id desc) from (
    select * from public.events e
    where (p_kind = '' or e.subject_kind = p_kind)
      and (p_actor = '' or (p_actor = 'system' and e.actor is null) or e.actor = any (actors))
      and (p_producer = '' or e.producer_id = any (makers))
      and (p_before is null or e.id < p_before)
    order by e.id desc limit least(greatest(p_limit, 1), 1000)) e), '[]');
end $$;
grant execute on function public.operator_events(text, text, text, bigint, integer) to authenticated;
