-- Inviting and joining. A link is used once, holds for two weeks, and only its hash is kept.

-- Answers the token, once. With an e-mail address a mail is sent as well (the outbox holds the token until then).
create function public.create_invitation(p_kind public.invitation_kind, p_target uuid, p_role public.member_role, p_email text, p_locale public.locale)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  token text := private.new_token();
  address text := nullif(lower(btrim(p_email)), '');
  target_name text := case p_kind
    when 'producer_member' then (select p.name from public.producers p where p.id = p_target)
    when 'buyer_member' then (select b.name from public.buyers b where b.id = p_target)
    else (select c.name from public.clusters c where c.id = p_target) end;
  made_id uuid;
begin
  if target_name is null or not private.may_invite(p_kind, p_target) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if (select count(*) from public.invitations i where i.created_by = me and i.created_at > now() - interval '1 day') >= 100 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.invitations (kind, producer_id, buyer_id, cluster_id, role, email, token_hash, created_by)
  values (p_kind,
    case when p_kind = 'producer_member' then p_target end,
    case when p_kind = 'buyer_member' then p_target end,
    case when p_kind in ('cluster_coordinator', 'cluster_producer') then p_target end,
    case when p_kind in ('producer_member', 'buyer_member') then coalesce(p_role, 'editor') end,
    address, private.hash_token(token), me) returning id into made_id;
  if address is not null then
    perform public.enqueue_mail(address, 'invitation', p_locale,
      jsonb_build_object('kind', p_kind, 'organisation', target_name, 'token', token));
  end if;
  perform private.record_event('invitation', made_id, 'invitation.created', p_data => jsonb_build_object('kind', p_kind, 'mailed', address is not null),
    p_producer => case when p_kind = 'producer_member' then p_target end,
    p_buyer => case when p_kind = 'buyer_member' then p_target end,
    p_cluster => case when p_kind in ('cluster_coordinator', 'cluster_producer') then p_target end);
  return token;
end $$;
grant execute on function public.create_invitation(public.invitation_kind, uuid, public.member_role, text, public.locale) to authenticated;

-- What the holder of a link may know before signing in. A used, revoked, expired or unknown link, and one whose
-- maker may no longer invite, all answer null.
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
    and private.person_may_invite(i.created_by, i.kind, coalesce(i.producer_id, i.buyer_id, i.cluster_id))
$$;
grant execute on function public.read_invitation(text) to anon, authenticated;

-- `p_producer` names the acceptor's own producer when a cluster invites a producer. A link that would change nothing
-- (its maker tries it, say) is not spent.
create function public.accept_invitation(p_token text, p_producer uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  i public.invitations;
begin
  select * into i from public.invitations where token_hash = private.hash_token(p_token) for update;
  if not found or i.revoked_at is not null or i.expires_at <= now() then raise exception 'invitation_gone' using errcode = 'PT410'; end if;
  if i.accepted_by = me then return private.joined(i, p_producer); end if;
  if i.accepted_at is not null or not private.person_may_invite(i.created_by, i.kind, coalesce(i.producer_id, i.buyer_id, i.cluster_id)) then
    raise exception 'invitation_gone' using errcode = 'PT410';
  end if;
  if i.kind = 'cluster_producer' and (p_producer is null or not private.owns_producer(p_producer)) then
    raise exception 'choose_producer' using errcode = 'PT400';
  end if;
  if not private.take_seat(i, me, p_producer) then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.invitations set accepted_at = now(), accepted_by = me where id = i.id;
  perform private.record_event('invitation', i.id, 'invitation.accepted', p_producer => coalesce(i.producer_id, p_producer), p_buyer => i.buyer_id,
    p_cluster => i.cluster_id, p_data => jsonb_build_object('kind', i.kind));
  perform private.tell_inviter(i, p_producer);
  return private.joined(i, p_producer);
end $$;
grant execute on function public.accept_invitation(text, uuid) to authenticated;

-- Whoever made the link hears that somebody came by it. `name` is the workshop that joined a cluster, or what was joined.
create function private.tell_inviter(i public.invitations, p_producer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  o record;
begin
  select p.slug as producer_slug, c.slug as cluster_slug, coalesce(j.name, p.name, b.name, c.name) as name into o
  from (values (1)) one
  left join public.producers p on p.id = i.producer_id
  left join public.buyers b on b.id = i.buyer_id
  left join public.clusters c on c.id = i.cluster_id
  left join public.producers j on j.id = p_producer and i.kind = 'cluster_producer';
  perform private.notify(i.created_by, 'invitation_accepted', jsonb_build_object('invitationId', i.id, 'title', o.name,
    'producerSlug', o.producer_slug, 'clusterSlug', o.cluster_slug, 'buyerId', i.buyer_id,
    'side', case when i.cluster_id is not null then 'coordinator' when i.producer_id is not null then 'producer' else 'buyer' end));
end $$;

-- Whether the seat is new: an editor may become an owner, never the other way round.
create function private.take_seat(i public.invitations, p_user uuid, p_producer uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if i.kind = 'producer_member' then
    insert into public.producer_members as m (producer_id, user_id, role) values (i.producer_id, p_user, i.role)
    on conflict (producer_id, user_id) do update set role = 'owner' where m.role = 'editor' and excluded.role = 'owner';
  elsif i.kind = 'buyer_member' then
    insert into public.buyer_members as m (buyer_id, user_id, role) values (i.buyer_id, p_user, i.role)
    on conflict (buyer_id, user_id) do update set role = 'owner' where m.role = 'editor' and excluded.role = 'owner';
  elsif i.kind = 'cluster_coordinator' then
    insert into public.cluster_coordinators (cluster_id, user_id) values (i.cluster_id, p_user) on conflict do nothing;
  else
    insert into public.memberships as s (cluster_id, producer_id) values (i.cluster_id, p_producer)
    on conflict (cluster_id, producer_id) do update set state = 'active', joined_at = now(), left_at = null where s.state = 'left';
  end if;
  return found;
end $$;

-- What was joined. The same person may send a spent link again; only a producer that really joined is named.
create function private.joined(i public.invitations, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', i.kind, 'buyerId', i.buyer_id, 'clusterId', i.cluster_id,
    'producerId', coalesce(i.producer_id, (select s.producer_id from public.memberships s
      where i.kind = 'cluster_producer' and s.cluster_id = i.cluster_id and s.producer_id = p_producer and s.state = 'active')))
$$;

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
