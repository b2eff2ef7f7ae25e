-- Accounts: who I am, and making organisations.

-- What the bell says. More than 99 is many. (In plpgsql, because notifications are made by a later migration.)
create function private.unread_notices(p_user uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from (select from public.notifications n where n.user_id = p_user and n.read_at is null limit 100) u);
end $$;

-- (In plpgsql for the same reason: suppliers are later.)
create function private.seats_at_suppliers(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.supplier_seats(p_user);
end $$;

-- Everything the frame of a signed-in page needs, in one answer.
create function public.my_account() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'userId', p.user_id,
    'displayName', p.display_name,
    'locale', p.locale,
    'intent', p.intent,
    'suspended', p.suspended_at is not null,
    'suspendedReason', p.suspended_reason,
    'operator', exists (select 1 from public.operators o where o.user_id = p.user_id),
    'unreadNotices', private.unread_notices(p.user_id),
    'producers', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'state', x.state, 'role', m.role) order by x.name)
      from public.producer_members m join public.producers x on x.id = m.producer_id where m.user_id = p.user_id), '[]'),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'state', x.state) order by x.name)
      from public.cluster_coordinators c join public.clusters x on x.id = c.cluster_id where c.user_id = p.user_id), '[]'),
    'buyers', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'state', x.state, 'role', m.role) order by x.name)
      from public.buyer_members m join public.buyers x on x.id = m.buyer_id where m.user_id = p.user_id), '[]'),
    'suppliers', private.seats_at_suppliers(p.user_id))
  from public.profiles p where p.user_id = auth.uid()
$$;
grant execute on function public.my_account() to authenticated;

create function private.require_active_user() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  if auth.uid() is null then raise exception 'not_signed_in' using errcode = 'PT401'; end if;
  if private.active_user() is null then raise exception 'account_suspended' using errcode = 'PT403'; end if;
  return auth.uid();
end $$;

create function private.first_producer_state() returns public.producer_state
language sql stable set search_path = '' as $$
  select case when s.approves_producers then 'pending' else 'active' end::public.producer_state from public.site_settings s
$$;

-- The slug of the producer that I made under this id, null when the id is free; somebody else's is a conflict.
create function private.my_producer(p_id uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  taken public.producers;
begin
  select * into taken from public.producers p where p.id = p_id;
  if not found then return null; end if;
  if taken.created_by is distinct from auth.uid() then raise exception 'conflict' using errcode = 'PT409'; end if;
  return taken.slug;
end $$;

-- The person who makes a producer owns it. `p_id` comes from the form, so sending it twice makes one.
create function public.create_producer(p_id uuid, p_name text, p_kind public.producer_kind, p_country text, p_place text, p_locale public.locale)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  made_slug text;
begin
  perform private.claim_id(p_id);
  made_slug := private.my_producer(p_id);
  if made_slug is not null then return made_slug; end if;
  if (select count(*) from public.producers p where p.created_by = me and p.created_at > now() - interval '1 day') >= 10 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  made_slug := private.free_slug(p_name, 'public.producers');
  insert into public.producers (id, slug, state, name, kind, country, place, source_locale, languages, created_by)
  values (p_id, made_slug, private.first_producer_state(), btrim(p_name), p_kind, p_country, btrim(p_place), p_locale, array[p_locale], me);
  insert into public.producer_members (producer_id, user_id, role) values (p_id, me, 'owner');
  insert into public.producer_contacts (producer_id, email) select p_id, u.email from auth.users u where u.id = me;
  perform private.record_event('producer', p_id, 'producer.created', p_to => private.first_producer_state()::text, p_producer => p_id);
  return made_slug;
end $$;
grant execute on function public.create_producer(uuid, text, public.producer_kind, text, text, public.locale) to authenticated;

-- For a member who has no e-mail: the coordinator keeps the producer's shop until somebody of theirs can.
create function public.create_managed_producer(p_id uuid, p_cluster uuid, p_name text, p_kind public.producer_kind, p_country text,
  p_place text, p_phone text, p_locale public.locale)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  -- Anyone may found a cluster, so a coordinator's producers wait for the operator like everybody's.
  first_state public.producer_state := case when private.is_operator() then 'active' else private.first_producer_state() end;
  made_slug text;
begin
  if not private.reads_cluster(p_cluster) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  perform private.claim_id(p_id);
  made_slug := private.my_producer(p_id);
  if made_slug is not null then return made_slug; end if;
  if not exists (select 1 from public.clusters c where c.id = p_cluster and c.state = 'active') then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  if (select count(*) from public.producers p where p.created_by = me and p.created_at > now() - interval '1 day') >= 60 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  made_slug := private.free_slug(p_name, 'public.producers');
  insert into public.producers (id, slug, state, name, kind, country, place, source_locale, languages, created_by)
  values (p_id, made_slug, first_state, btrim(p_name), p_kind, p_country, btrim(p_place), p_locale, array[p_locale], me);
  insert into public.producer_contacts (producer_id, phone) values (p_id, nullif(btrim(p_phone), ''));
  insert into public.memberships (cluster_id, producer_id) values (p_cluster, p_id);
  perform private.record_event('producer', p_id, 'producer.created', p_to => first_state::text, p_producer => p_id, p_cluster => p_cluster,
    p_data => jsonb_build_object('managed', true));
  return made_slug;
end $$;
grant execute on function public.create_managed_producer(uuid, uuid, text, public.producer_kind, text, text, text, public.locale) to authenticated;

create function public.create_buyer(p_id uuid, p_name text, p_kind public.buyer_kind, p_country text, p_website text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.buyers b where b.id = p_id and b.created_by = me) then return p_id; end if;
  if exists (select 1 from public.buyers b where b.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (select count(*) from public.buyers b where b.created_by = me and b.created_at > now() - interval '1 day') >= 10 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.buyers (id, name, kind, country, website, created_by)
  values (p_id, btrim(p_name), p_kind, p_country, nullif(btrim(p_website), ''), me);
  insert into public.buyer_members (buyer_id, user_id, role) values (p_id, me, 'owner');
  perform private.record_event('buyer', p_id, 'buyer.created', p_to => 'active', p_buyer => p_id);
  return p_id;
end $$;
grant execute on function public.create_buyer(uuid, text, public.buyer_kind, text, text) to authenticated;

create function public.create_cluster(p_id uuid, p_name text, p_country text, p_place text, p_locale public.locale) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  made_slug text;
begin
  perform private.claim_id(p_id);
  select c.slug into made_slug from public.clusters c
  join public.cluster_coordinators k on k.cluster_id = c.id and k.user_id = me where c.id = p_id;
  if found then return made_slug; end if;
  if exists (select 1 from public.clusters c where c.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (select count(*) from public.events e
    where e.actor = me and e.action = 'cluster.created' and e.at > now() - interval '1 day') >= 5 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  made_slug := private.free_slug(p_name, 'public.clusters');
  insert into public.clusters (id, slug, name, country, place, source_locale, approved_at)
  values (p_id, made_slug, btrim(p_name), p_country, btrim(p_place), p_locale, case when private.is_operator() then now() end);
  insert into public.cluster_coordinators (cluster_id, user_id) values (p_id, me);
  perform private.record_event('cluster', p_id, 'cluster.created', p_to => 'active', p_cluster => p_id);
  return made_slug;
end $$;
grant execute on function public.create_cluster(uuid, text, text, text, public.locale) to authenticated;
