-- Verification: a checklist for each producer. The badge says what was checked, never who looked at which paper.

create type public.check_item as enum ('identity', 'registration', 'workshop_visit', 'capacity', 'samples', 'payee_name');
create type public.check_state as enum ('open', 'passed', 'failed');

create table public.verification_checks (
  producer_id uuid not null references public.producers (id) on delete cascade,
  item public.check_item not null,
  state public.check_state not null default 'open',
  note text not null default '' check (length(note) <= 2000),
  checked_by uuid,
  checked_at timestamptz,
  primary key (producer_id, item),
  check ((state = 'open') = (checked_at is null))
);
comment on table public.verification_checks is
  'identity, registration, workshop_visit are required for the badge; the others add to what it says. note and checked_by are not public.';

-- producers.verified_at follows the checklist, whoever changes it.
create function private.follow_verification() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  producer uuid := coalesce(new.producer_id, old.producer_id);
  passed integer;
  last_check timestamptz;
begin
  select count(*), max(c.checked_at) into passed, last_check
  from public.verification_checks c
  where c.producer_id = producer and c.state = 'passed' and c.item in ('identity', 'registration', 'workshop_visit');
  update public.producers p
  set verified_at = case when passed = 3 then last_check end
  where p.id = producer and p.verified_at is distinct from case when passed = 3 then last_check end;
  return null;
end $$;
create trigger verification_followed after insert or update or delete on public.verification_checks
  for each row execute function private.follow_verification();

alter table public.verification_checks enable row level security;
create policy "anyone reads the passed checks of active producers" on public.verification_checks for select to anon, authenticated
  using (state = 'passed' and private.producer_is_public(producer_id));
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

create function public.check_producer(p_producer uuid, p_item public.check_item, p_state public.check_state, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before public.check_state;
begin
  if not (private.is_operator() or private.coordinates_producer(p_producer)) or private.is_producer_member(p_producer) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  select c.state into before from public.verification_checks c
  where c.producer_id = p_producer and c.item = p_item for update;
  insert into public.verification_checks as c (producer_id, item, state, note, checked_by, checked_at)
  values (p_producer, p_item, p_state, coalesce(p_note, ''), auth.uid(), case when p_state <> 'open' then now() end)
  on conflict (producer_id, item) do update
    set state = excluded.state, note = excluded.note, checked_by = excluded.checked_by, checked_at = excluded.checked_at;
  -- Without the note: the producer reads its own events.
  perform private.record_event('verification', p_producer, 'verification.checked', coalesce(before, 'open')::text, p_state::text,
    p_producer => p_producer, p_data => jsonb_build_object('item', p_item));
end $$;
comment on function public.check_producer is 'Nobody verifies a producer they are a member of.';
grant execute on function public.check_producer(uuid, public.check_item, public.check_state, text) to authenticated;
