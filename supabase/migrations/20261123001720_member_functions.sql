-- The people of an organisation: who they are, and how they leave.

create function public.list_members(p_kind text, p_target uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not (case p_kind
    when 'producer' then private.can_edit_producer(p_target)
    when 'buyer' then private.is_buyer_member(p_target) or private.is_operator()
    when 'cluster' then private.reads_cluster(p_target)
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

-- Two who leave at once, by whatever door: the second waits here and then sees that it is the last.
create function private.lock_members(p_target uuid) returns void
language sql volatile set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('members' || p_target, 0))
$$;

-- The seat of a person in an organisation, null when there is none. A coordinator holds a cluster as an owner does.
create function private.seat_of(p_kind text, p_target uuid, p_user uuid) returns public.member_role
language sql stable security definer set search_path = '' as $$
  select case p_kind
    when 'producer' then (select m.role from public.producer_members m where m.producer_id = p_target and m.user_id = p_user)
    when 'buyer' then (select m.role from public.buyer_members m where m.buyer_id = p_target and m.user_id = p_user)
    when 'cluster' then (select 'owner'::public.member_role from public.cluster_coordinators k where k.cluster_id = p_target and k.user_id = p_user) end
$$;

create function private.has_other_owner(p_kind text, p_target uuid, p_user uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_kind
    when 'producer' then exists (select 1 from public.producer_members m where m.producer_id = p_target and m.user_id <> p_user and m.role = 'owner')
    when 'buyer' then exists (select 1 from public.buyer_members m where m.buyer_id = p_target and m.user_id <> p_user and m.role = 'owner')
    when 'cluster' then exists (select 1 from public.cluster_coordinators k where k.cluster_id = p_target and k.user_id <> p_user) end
$$;

-- Leaving, or being removed by an owner. An organisation never loses its last owner or coordinator this way.
create function public.remove_member(p_kind text, p_target uuid, p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  seat public.member_role;
begin
  perform private.lock_members(p_target);
  if p_user <> me and not private.is_operator() and (private.seat_of(p_kind, p_target, me) is distinct from 'owner'
    or (p_kind = 'cluster' and not private.coordinates_cluster(p_target))) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  seat := private.seat_of(p_kind, p_target, p_user);
  if seat is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if seat = 'owner' and not private.has_other_owner(p_kind, p_target, p_user) then
    raise exception 'last_owner' using errcode = 'PT409';
  end if;
  delete from public.producer_members where p_kind = 'producer' and producer_id = p_target and user_id = p_user;
  delete from public.buyer_members where p_kind = 'buyer' and buyer_id = p_target and user_id = p_user;
  delete from public.cluster_coordinators where p_kind = 'cluster' and cluster_id = p_target and user_id = p_user;
  perform private.record_event('member', p_user, 'member.removed',
    p_producer => case when p_kind = 'producer' then p_target end, p_buyer => case when p_kind = 'buyer' then p_target end,
    p_cluster => case when p_kind = 'cluster' then p_target end);
end $$;
comment on function public.remove_member is 'p_kind: producer, buyer or cluster. Somebody who was removed meanwhile removes nobody (not_allowed).';
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
