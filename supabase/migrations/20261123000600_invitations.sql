-- Invitations: a link, used once, that lets a person join a producer, a buyer, a cluster's coordinators,
-- or lets a producer join a cluster. Only the hash of the token is stored.

create type public.invitation_kind as enum ('producer_member', 'buyer_member', 'cluster_coordinator', 'cluster_producer');

create table public.invitations (
  id uuid primary key default gen_random_uuid(),
  kind public.invitation_kind not null,
  producer_id uuid references public.producers (id) on delete cascade,
  buyer_id uuid references public.buyers (id) on delete cascade,
  cluster_id uuid references public.clusters (id) on delete cascade,
  role public.member_role,
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  token_hash bytea not null unique,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  check (case kind
    when 'producer_member' then producer_id is not null and role is not null and buyer_id is null and cluster_id is null
    when 'buyer_member' then buyer_id is not null and role is not null and producer_id is null and cluster_id is null
    else cluster_id is not null and producer_id is null and buyer_id is null and role is null end),
  check ((accepted_at is null) = (accepted_by is null))
);
create index invitations_producer on public.invitations (producer_id) where producer_id is not null;
create index invitations_buyer on public.invitations (buyer_id) where buyer_id is not null;
create index invitations_cluster on public.invitations (cluster_id) where cluster_id is not null;

-- Asked when a link is made and again when it is used: a link is worth no more than whoever made it still is.
create function private.person_may_invite(p_user uuid, p_kind public.invitation_kind, p_target uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.profiles p where p.user_id = p_user and p.suspended_at is null) and (
    exists (select 1 from public.operators o where o.user_id = p_user)
    or case p_kind
      when 'producer_member' then
        exists (select 1 from public.producer_members m where m.producer_id = p_target and m.role = 'owner' and m.user_id = p_user)
        -- A coordinator finds people for a member that nobody owns yet, but seats nobody beside its owner.
        or not exists (select 1 from public.producer_members m where m.producer_id = p_target and m.role = 'owner')
          and exists (select 1 from public.memberships s
            join public.clusters c on c.id = s.cluster_id and c.state = 'active'
            join public.cluster_coordinators k on k.cluster_id = c.id and k.user_id = p_user
            where s.producer_id = p_target and s.state = 'active')
      when 'buyer_member' then
        exists (select 1 from public.buyer_members m where m.buyer_id = p_target and m.role = 'owner' and m.user_id = p_user)
      else exists (select 1 from public.cluster_coordinators k join public.clusters c on c.id = k.cluster_id and c.state = 'active'
        where k.cluster_id = p_target and k.user_id = p_user) end)
$$;

create function private.may_invite(p_kind public.invitation_kind, p_target uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.person_may_invite(auth.uid(), p_kind, p_target)
$$;
grant execute on function private.may_invite(public.invitation_kind, uuid) to authenticated;

alter table public.invitations enable row level security;
create policy "those who may invite see the open invitations" on public.invitations for select to authenticated
  using (private.may_invite(kind, coalesce(producer_id, buyer_id, cluster_id)));
grant select (id, kind, producer_id, buyer_id, cluster_id, role, email, created_by, created_at, expires_at, accepted_at, revoked_at)
  on public.invitations to authenticated;
