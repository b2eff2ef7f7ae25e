-- Accounts: making organisations, inviting and joining, leaving with one's data.

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
    'producers', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'state', x.state, 'role', m.role) order by x.name)
      from public.producer_members m join public.producers x on x.id = m.producer_id where m.user_id = p.user_id), '[]'),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'name', x.name, 'state', x.state) order by x.name)
      from public.cluster_coordinators c join public.clusters x on x.id = c.cluster_id where c.user_id = p.user_id), '[]'),
    'buyers', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'state', x.state, 'role', m.role) order by x.name)
      from public.buyer_members m join public.buyers x on x.id = m.buyer_id where m.user_id = p.user_id), '[]'))
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

-- The person who makes a producer owns it. `p_id` comes from the form, so sending it twice makes one.
create function public.create_producer(p_id uuid, p_name text, p_kind public.producer_kind, p_country text, p_place text, p_locale public.locale)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  made_slug text;
begin
  select p.slug into made_slug from public.producers p where p.id = p_id and p.created_by = me;
  if found then return made_slug; end if;
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
  if not (private.coordinates_cluster(p_cluster) or private.is_operator()) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  select p.slug into made_slug from public.producers p where p.id = p_id and p.created_by = me;
  if found then return made_slug; end if;
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
  if exists (select 1 from public.buyers b where b.id = p_id and b.created_by = me) then return p_id; end if;
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
  select c.slug into made_slug from public.clusters c
  join public.cluster_coordinators k on k.cluster_id = c.id and k.user_id = me where c.id = p_id;
  if found then return made_slug; end if;
  if (select count(*) from public.cluster_coordinators k where k.user_id = me and k.created_at > now() - interval '1 day') >= 5 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  made_slug := private.free_slug(p_name, 'public.clusters');
  insert into public.clusters (id, slug, name, country, place, source_locale)
  values (p_id, made_slug, btrim(p_name), p_country, btrim(p_place), p_locale);
  insert into public.cluster_coordinators (cluster_id, user_id) values (p_id, me);
  perform private.record_event('cluster', p_id, 'cluster.created', p_to => 'active', p_cluster => p_id);
  return made_slug;
end $$;
grant execute on function public.create_cluster(uuid, text, text, text, public.locale) to authenticated;

-- Invitations ---------------------------------------------------------------------------------------

-- Answers the token, once. With an e-mail address a mail is sent as well (the outbox holds the token until then).
create function public.create_invitation(p_kind public.invitation_kind, p_target uuid, p_role public.member_role, p_email text, p_locale public.locale)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  token text := private.new_token();
  address text := nullif(lower(btrim(p_email)), '');
  target_name text;
begin
  if not private.may_invite(p_kind, p_target) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if (select count(*) from public.invitations i where i.created_by = me and i.created_at > now() - interval '1 day') >= 100 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.invitations (kind, producer_id, buyer_id, cluster_id, role, email, token_hash, created_by)
  values (p_kind,
    case when p_kind = 'producer_member' then p_target end,
    case when p_kind = 'buyer_member' then p_target end,
    case when p_kind in ('cluster_coordinator', 'cluster_producer') then p_target end,
    case when p_kind in ('producer_member', 'buyer_member') then coalesce(p_role, 'editor') end,
    address, private.hash_token(token), me);
  target_name := case p_kind
    when 'producer_member' then (select p.name from public.producers p where p.id = p_target)
    when 'buyer_member' then (select b.name from public.buyers b where b.id = p_target)
    else (select c.name from public.clusters c where c.id = p_target) end;
  if address is not null then
    perform public.enqueue_mail(address, 'invitation', p_locale,
      jsonb_build_object('kind', p_kind, 'organisation', target_name, 'token', token));
  end if;
  perform private.record_event('invitation', p_target, 'invitation.created', p_data => jsonb_build_object('kind', p_kind, 'mailed', address is not null),
    p_producer => case when p_kind = 'producer_member' then p_target end,
    p_buyer => case when p_kind = 'buyer_member' then p_target end,
    p_cluster => case when p_kind in ('cluster_coordinator', 'cluster_producer') then p_target end);
  return token;
end $$;
grant execute on function public.create_invitation(public.invitation_kind, uuid, public.member_role, text, public.locale) to authenticated;

-- What the holder of a link may know before signing in. A used, revoked, expired or unknown link all answer null.
create function public.read_invitation(p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', i.kind, 'role', i.role, 'expiresAt', i.expires_at,
    'organisation', coalesce(p.name, b.name, c.name))
  from public.invitations i
  left join public.producers p on p.id = i.producer_id
  left join public.buyers b on b.id = i.buyer_id
  left join public.clusters c on c.id = i.cluster_id
  where i.token_hash = private.hash_token(p_token)
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;
grant execute on function public.read_invitation(text) to anon, authenticated;

-- `p_producer` names the acceptor's own producer when a cluster invites a producer.
create function public.accept_invitation(p_token text, p_producer uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  i public.invitations;
begin
  select * into i from public.invitations where token_hash = private.hash_token(p_token) for update;
  if not found or i.revoked_at is not null or i.expires_at <= now() then raise exception 'invitation_gone' using errcode = 'PT410'; end if;
  if i.accepted_at is not null then
    if i.accepted_by = me then return jsonb_build_object('kind', i.kind, 'producerId', coalesce(i.producer_id, p_producer), 'buyerId', i.buyer_id, 'clusterId', i.cluster_id); end if;
    raise exception 'invitation_gone' using errcode = 'PT410';
  end if;
  if i.kind = 'producer_member' then
    insert into public.producer_members (producer_id, user_id, role) values (i.producer_id, me, i.role) on conflict do nothing;
  elsif i.kind = 'buyer_member' then
    insert into public.buyer_members (buyer_id, user_id, role) values (i.buyer_id, me, i.role) on conflict do nothing;
  elsif i.kind = 'cluster_coordinator' then
    insert into public.cluster_coordinators (cluster_id, user_id) values (i.cluster_id, me) on conflict do nothing;
  else
    if p_producer is null or not private.owns_producer(p_producer) then raise exception 'choose_producer' using errcode = 'PT400'; end if;
    insert into public.memberships (cluster_id, producer_id) values (i.cluster_id, p_producer)
    on conflict (cluster_id, producer_id) do update set state = 'active', left_at = null;
  end if;
  update public.invitations set accepted_at = now(), accepted_by = me where id = i.id;
  perform private.record_event('invitation', i.id, 'invitation.accepted', p_producer => coalesce(i.producer_id, p_producer), p_buyer => i.buyer_id,
    p_cluster => i.cluster_id, p_data => jsonb_build_object('kind', i.kind));
  return jsonb_build_object('kind', i.kind, 'producerId', coalesce(i.producer_id, p_producer), 'buyerId', i.buyer_id, 'clusterId', i.cluster_id);
end $$;
grant execute on function public.accept_invitation(text, uuid) to authenticated;

create function public.revoke_invitation(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.invitations;
begin
  perform private.require_active_user();
  select * into i from public.invitations where id = p_id for update;
  if not found or not private.may_invite(i.kind, coalesce(i.producer_id, i.buyer_id, i.cluster_id)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  update public.invitations set revoked_at = now() where id = p_id and accepted_at is null and revoked_at is null;
  perform private.record_event('invitation', p_id, 'invitation.revoked', p_producer => i.producer_id, p_buyer => i.buyer_id, p_cluster => i.cluster_id);
end $$;
grant execute on function public.revoke_invitation(uuid) to authenticated;

-- Members -------------------------------------------------------------------------------------------

create function public.list_members(p_kind text, p_target uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not (case p_kind
    when 'producer' then private.can_edit_producer(p_target)
    when 'buyer' then private.is_buyer_member(p_target) or private.is_operator()
    when 'cluster' then private.coordinates_cluster(p_target) or private.is_operator()
    else false end)
  then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object('userId', m.user_id, 'role', m.role, 'name', pr.display_name, 'since', m.created_at) order by m.created_at)
    from (
      select x.user_id, x.role::text as role, x.created_at from public.producer_members x where p_kind = 'producer' and x.producer_id = p_target
      union all select x.user_id, x.role::text, x.created_at from public.buyer_members x where p_kind = 'buyer' and x.buyer_id = p_target
      union all select x.user_id, 'coordinator', x.created_at from public.cluster_coordinators x where p_kind = 'cluster' and x.cluster_id = p_target
    ) m join public.profiles pr on pr.user_id = m.user_id), '[]');
end $$;
grant execute on function public.list_members(text, uuid) to authenticated;

-- Leaving, or being removed by an owner. An organisation never loses its last owner or coordinator this way.
create function public.remove_member(p_kind text, p_target uuid, p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  perform pg_advisory_xact_lock(hashtextextended('members' || p_target, 0));
  if p_kind = 'producer' then
    if p_user <> me and not (private.owns_producer(p_target) or private.is_operator()) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
    if not exists (select 1 from public.producer_members where producer_id = p_target and user_id <> p_user and role = 'owner') then
      raise exception 'last_owner' using errcode = 'PT409'; end if;
    delete from public.producer_members where producer_id = p_target and user_id = p_user;
  elsif p_kind = 'buyer' then
    if p_user <> me and not (private.owns_buyer(p_target) or private.is_operator()) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
    if not exists (select 1 from public.buyer_members where buyer_id = p_target and user_id <> p_user and role = 'owner') then
      raise exception 'last_owner' using errcode = 'PT409'; end if;
    delete from public.buyer_members where buyer_id = p_target and user_id = p_user;
  elsif p_kind = 'cluster' then
    if p_user <> me and not (private.coordinates_cluster(p_target) or private.is_operator()) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
    if not exists (select 1 from public.cluster_coordinators where cluster_id = p_target and user_id <> p_user) then
      raise exception 'last_owner' using errcode = 'PT409'; end if;
    delete from public.cluster_coordinators where cluster_id = p_target and user_id = p_user;
  else
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  perform private.record_event('member', p_user, 'member.removed',
    p_producer => case when p_kind = 'producer' then p_target end, p_buyer => case when p_kind = 'buyer' then p_target end,
    p_cluster => case when p_kind = 'cluster' then p_target end);
end $$;
grant execute on function public.remove_member(text, uuid, uuid) to authenticated;

create function public.leave_cluster(p_cluster uuid, p_producer uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not (private.owns_producer(p_producer) or private.coordinates_cluster(p_cluster) or private.is_operator()) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  -- Whoever takes a member out says why; a member may just go.
  if not private.owns_producer(p_producer) and length(btrim(coalesce(p_reason, ''))) < 3 then
    raise exception 'reason_required' using errcode = 'PT400';
  end if;
  update public.memberships set state = 'left', left_at = now() where cluster_id = p_cluster and producer_id = p_producer and state = 'active';
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('membership', p_producer, 'membership.left', 'active', 'left', p_reason, p_producer => p_producer, p_cluster => p_cluster);
end $$;
grant execute on function public.leave_cluster(uuid, uuid, text) to authenticated;

-- Taking one's data along, and going ------------------------------------------------------------------

create function public.export_my_data() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exportedAt', now(),
    'account', (select jsonb_build_object('id', u.id, 'email', u.email) from auth.users u where u.id = auth.uid()),
    'profile', (select to_jsonb(p) - 'user_id' from public.profiles p where p.user_id = auth.uid()),
    'producers', coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'since', m.created_at, 'producer', to_jsonb(p) - 'created_by',
        'contact', (select to_jsonb(c) from public.producer_contacts c where c.producer_id = p.id),
        'products', (select coalesce(jsonb_agg(to_jsonb(x) - 'created_by'), '[]') from public.products x where x.producer_id = p.id)))
      from public.producer_members m join public.producers p on p.id = m.producer_id where m.user_id = auth.uid()), '[]'),
    'buyers', coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'since', m.created_at, 'buyer', to_jsonb(b) - 'created_by'))
      from public.buyer_members m join public.buyers b on b.id = m.buyer_id where m.user_id = auth.uid()), '[]'),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('since', k.created_at, 'cluster', c.name))
      from public.cluster_coordinators k join public.clusters c on c.id = k.cluster_id where k.user_id = auth.uid()), '[]'),
    'inquiries', coalesce((select jsonb_agg(to_jsonb(i) || jsonb_build_object(
        'contact', (select jsonb_build_object('name', c.name, 'email', c.email) from public.inquiry_contacts c where c.inquiry_id = i.id),
        'messages', (select jsonb_agg(jsonb_build_object('side', x.side, 'at', x.created_at, 'body', x.body) order by x.created_at)
          from public.inquiry_messages x where x.inquiry_id = i.id)))
      from public.inquiries i where i.user_id = auth.uid()), '[]'),
    'events', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'subject', e.subject_kind, 'reason', e.reason) order by e.id)
      from public.events e where e.actor = auth.uid()), '[]'))
$$;
grant execute on function public.export_my_data() to authenticated;

-- Kept: the events (with the bare account id) and the threads other people took part in, without name and address.
create function public.delete_my_account() returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  if me is null then raise exception 'not_signed_in' using errcode = 'PT401'; end if;
  if exists (
    select 1 from public.producer_members m where m.user_id = me and m.role = 'owner'
      and exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> me)
      and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> me and o.role = 'owner')
    union all
    select 1 from public.buyer_members m where m.user_id = me and m.role = 'owner'
      and exists (select 1 from public.buyer_members o where o.buyer_id = m.buyer_id and o.user_id <> me)
      and not exists (select 1 from public.buyer_members o where o.buyer_id = m.buyer_id and o.user_id <> me and o.role = 'owner')
    union all
    select 1 from public.cluster_coordinators k where k.user_id = me
      and exists (select 1 from public.memberships s where s.cluster_id = k.cluster_id and s.state = 'active')
      and not exists (select 1 from public.cluster_coordinators o where o.cluster_id = k.cluster_id and o.user_id <> me)
    union all
    select 1 from public.operators o where o.user_id = me and not exists (select 1 from public.operators x where x.user_id <> me)
  ) then
    raise exception 'hand_over_first' using errcode = 'PT409';
  end if;
  -- Organisations that were this person alone go off the market; their listings are archived, not erased.
  update public.products p set state = 'archived'
  where p.state <> 'archived' and p.producer_id in (
    select m.producer_id from public.producer_members m where m.user_id = me
      and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> me));
  update public.producers p set state = 'suspended', suspended_reason = 'account_deleted'
  where p.id in (
    select m.producer_id from public.producer_members m where m.user_id = me
      and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> me)
      and not exists (select 1 from public.memberships s where s.producer_id = m.producer_id and s.state = 'active'));
  delete from public.producer_contacts c where c.producer_id in (
    select m.producer_id from public.producer_members m where m.user_id = me
      and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> me));
  delete from public.inquiry_contacts c using public.inquiries i where i.id = c.inquiry_id and i.user_id = me;
  delete from public.invitations i where i.created_by = me and i.accepted_at is null;
  perform private.record_event('account', me, 'account.deleted');
  delete from auth.users u where u.id = me;
end $$;
comment on function public.delete_my_account is 'Refuses while others depend on this person as the only owner or coordinator (hand_over_first).';
grant execute on function public.delete_my_account() to authenticated;
