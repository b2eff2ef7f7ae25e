-- Verification: a checklist for each producer. The badge says what was checked, never who looked at which paper.

create type public.check_item as enum ('identity', 'registration', 'workshop_visit', 'capacity', 'samples', 'payee_name');
create type public.check_state as enum ('open', 'passed', 'failed');

create table public.verification_checks (
  producer_id uuid not null references public.producers (id) on delete cascade,
  item public.check_item not null,
  state public.check_state not null default 'open',
  note text not null default '' check (length(note) <= 2000),
  cluster_id uuid references public.clusters (id) on delete cascade,
  checked_by uuid,
  checked_at timestamptz,
  primary key (producer_id, item),
  check ((state = 'open') = (checked_at is null))
);
comment on table public.verification_checks is
  'identity, registration, workshop_visit are required for the badge; the others add to what it says. note and checked_by are not public.';
comment on column public.verification_checks.cluster_id is 'The cluster whose coordinator checked; null = an operator did.';
create index verification_checks_cluster on public.verification_checks (cluster_id) where cluster_id is not null;

-- Anyone may found a cluster, so what its coordinators check is public only once an operator approved the cluster.
create function private.check_counts(p_cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_cluster is null or exists (select 1 from public.clusters c where c.id = p_cluster and c.approved_at is not null)
$$;

create function private.check_is_public(p_producer uuid, p_item public.check_item) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from public.verification_checks c where c.producer_id = p_producer and c.item = p_item
    and c.state = 'passed' and private.check_counts(c.cluster_id));
end $$;
grant execute on function private.check_is_public(uuid, public.check_item) to anon, authenticated, service_role;

-- producers.verified_at follows the checklist, whoever changes it.
create function private.update_badges(p_producers uuid[]) returns void
language sql security definer set search_path = '' as $$
  update public.producers p set verified_at = b.at
  from (
    select k.id, case when count(*) filter (where c.item is not null) = 3 then max(c.checked_at) end as at
    from unnest(p_producers) k (id)
    left join public.verification_checks c on c.producer_id = k.id and c.state = 'passed'
      and c.item in ('identity', 'registration', 'workshop_visit') and private.check_counts(c.cluster_id)
    group by k.id) b
  where p.id = b.id and p.verified_at is distinct from b.at
$$;

create function private.follow_verification() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.update_badges(array[coalesce(new.producer_id, old.producer_id)]);
  return null;
end $$;
create trigger verification_followed after insert or update or delete on public.verification_checks
  for each row execute function private.follow_verification();

-- and the approval of the cluster that checked.
create function private.follow_approval() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.update_badges(array(select distinct c.producer_id from public.verification_checks c where c.cluster_id = new.id));
  -- Single checks are public without a badge, too.
  perform private.tell_cache(array['producer']);
  return null;
end $$;
create trigger clusters_approval_followed after update of approved_at on public.clusters
  for each row when (old.approved_at is distinct from new.approved_at) execute function private.follow_approval();

alter table public.verification_checks enable row level security;
create policy "anyone reads the passed checks of active producers" on public.verification_checks for select to anon, authenticated
  using (private.producer_is_public(producer_id) and private.check_is_public(producer_id, item));
create policy "editors read their checklist" on public.verification_checks for select to authenticated
  using (private.can_edit_producer(producer_id));
grant select (producer_id, item, state, checked_at) on public.verification_checks to anon, authenticated;

-- note is read through this function by the coordinators and operators who check, not by the producer.
create function public.verification_notes(p_producer uuid) returns table (item public.check_item, note text, checked_by uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not (private.is_operator() or private.coordinates_producer(p_producer)) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  return query select c.item, c.note, c.checked_by from public.verification_checks c where c.producer_id = p_producer;
end $$;
grant execute on function public.verification_notes(uuid) to authenticated;

-- In whose name the caller checks this producer: null as an operator, else a cluster of theirs, an approved one first.
create function private.checking_cluster(p_producer uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select k.id from public.memberships m
  join public.clusters k on k.id = m.cluster_id
  where m.producer_id = p_producer and m.state = 'active' and private.coordinates_cluster(k.id) and not private.is_operator()
  order by k.approved_at is null, k.created_at, k.id limit 1
$$;

create function public.check_producer(p_producer uuid, p_item public.check_item, p_state public.check_state, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before public.verification_checks;
  cluster uuid := private.checking_cluster(p_producer);
begin
  if not (private.is_operator() or private.coordinates_producer(p_producer)) or private.is_producer_member(p_producer) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  select * into before from public.verification_checks c
  where c.producer_id = p_producer and c.item = p_item for update;
  -- What counts is not undone by somebody whose word does not.
  if before.state <> 'open' and private.check_counts(before.cluster_id) and not private.check_counts(cluster) then
    raise exception 'cluster_not_approved' using errcode = 'PT409';
  end if;
  insert into public.verification_checks as c (producer_id, item, state, note, cluster_id, checked_by, checked_at)
  values (p_producer, p_item, p_state, coalesce(p_note, ''), cluster, auth.uid(), case when p_state <> 'open' then now() end)
  on conflict (producer_id, item) do update set state = excluded.state, note = excluded.note,
    cluster_id = excluded.cluster_id, checked_by = excluded.checked_by, checked_at = excluded.checked_at;
  -- Without the note: the producer reads its own events.
  perform private.record_event('verification', p_producer, 'verification.checked', coalesce(before.state, 'open')::text, p_state::text,
    p_producer => p_producer, p_data => jsonb_build_object('item', p_item));
  -- Only what counts for the badge; a check that is written again the same way is no news.
  if p_state in ('passed', 'failed') and coalesce(before.state, 'open') <> p_state and private.check_counts(cluster) then
    perform private.notify_producer(p_producer, 'verification_' || p_state, jsonb_build_object('item', p_item));
  end if;
end $$;
comment on function public.check_producer is 'Nobody verifies a producer they are a member of.';
grant execute on function public.check_producer(uuid, public.check_item, public.check_state, text) to authenticated;
