-- Meetings at a booth, its producer's side: times to offer, by the fair's own clock, and what was booked.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('meeting_booked', 'messages', false, false),
  ('meeting_cancelled', 'messages', false, false);

-- Real minutes after one another: where the clocks change in between, nobody waits an hour and no two meetings are at once.
create function private.slot_starts(p_day date, p_from time, p_to time, p_minutes integer, p_break integer, p_zone text) returns setof timestamptz
language sql stable set search_path = '' as $$
  select s.at from generate_series((p_day + p_from) at time zone p_zone, ((p_day + p_to) at time zone p_zone) - make_interval(mins => p_minutes),
    make_interval(mins => p_minutes + p_break)) s (at) order by s.at
$$;
comment on function private.slot_starts is 'The last meeting ends at p_to or before. A time that the clocks leave out is the same moment an hour later on the clock.';

create function private.slot_end(s public.meeting_slots) returns timestamptz
language sql stable set search_path = '' as $$
  select s.starts_at + make_interval(mins => s.minutes)
$$;

create function private.free_slots(p_booth uuid) returns setof public.meeting_slots
language sql stable security definer set search_path = '' as $$
  select s.* from public.meeting_slots s where s.booth_id = p_booth and s.removed_at is null and s.starts_at > now()
    and not exists (select 1 from public.meetings m where m.slot_id = s.id and m.cancelled_at is null)
$$;
comment on function private.free_slots is 'Not booked and not begun, by the database''s clock.';

create function private.takes_meetings(b public.booths, e public.exhibitions) returns boolean
language sql stable security definer set search_path = '' as $$
  select e.has_meetings and private.booth_shows(b) and private.exhibition_is_public(e) and private.exhibition_state(e) in ('open', 'closed')
$$;
comment on function private.takes_meetings is 'After the closing too, as long as the booth offers times.';

create function public.make_meeting_slots(p_booth uuid, p_plan jsonb) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  b constant public.booths := private.require_booth(p_booth);
  e public.exhibitions;
  lasts constant integer := (p_plan ->> 'minutes')::integer;
  gap constant integer := coalesce((p_plan ->> 'break')::integer, 0);
  place constant text := btrim(coalesce(p_plan ->> 'place', ''));
  starts timestamptz[];
  made integer;
begin
  select * into e from public.exhibitions where id = b.exhibition_id;
  if b.state <> 'approved' or not e.has_meetings then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if lasts is null or lasts not between 5 and 240 or gap not between 0 and 120 or length(place) > 300 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  starts := array(select private.slot_starts((p_plan ->> 'day')::date, (p_plan ->> 'from')::time, (p_plan ->> 'to')::time, lasts, gap, e.zone));
  if cardinality(starts) = 0 then raise exception 'meeting_times' using errcode = 'PT400'; end if;
  if starts[cardinality(starts)] <= now() then raise exception 'date_past' using errcode = 'PT400'; end if;
  if starts[1] > now() + interval '400 days' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if cardinality(starts) > 100 or cardinality(starts) + (select count(*) from public.meeting_slots s
    where s.booth_id = p_booth and s.removed_at is null and s.starts_at > now()) > 500 then
    raise exception 'too_many_slots' using errcode = 'PT409';
  end if;
  insert into public.meeting_slots (exhibition_id, booth_id, starts_at, minutes, place, created_by)
  select b.exhibition_id, b.id, t.at, lasts, place, auth.uid() from unnest(starts) t (at)
  where t.at > now() and not exists (select 1 from public.meeting_slots s where s.booth_id = p_booth and s.removed_at is null
    and tstzrange(s.starts_at, private.slot_end(s)) && tstzrange(t.at, t.at + make_interval(mins => lasts)));
  get diagnostics made = row_count;
  if made > 0 then
    perform private.record_exhibition(e, 'meetings_offered', null, b.producer_id, jsonb_build_object('count', made));
    perform private.tell_cache(array['exhibition:' || e.id]);
  end if;
  return made;
end $$;
comment on function public.make_meeting_slots is
  'p_plan: {day, from, to, minutes, break, place}, day and times by the fair''s clock. How many are new: what is past, or would lie over a time that is offered already, is left out, so the same plan again makes none.';
grant execute on function public.make_meeting_slots(uuid, jsonb) to authenticated;

-- One that was booked and cancelled stays for whoever holds its link, and is offered no more.
create function public.remove_meeting_slots(p_booth uuid, p_slots uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  b constant public.booths := private.require_booth(p_booth);
  gone integer;
  hidden integer;
begin
  -- Whoever books one at this moment is waited for, and then seen.
  perform 1 from public.meeting_slots s where s.booth_id = p_booth and s.id = any (p_slots) order by s.id for update;
  delete from public.meeting_slots s where s.booth_id = p_booth and s.id = any (p_slots)
    and not exists (select 1 from public.meetings m where m.slot_id = s.id);
  get diagnostics gone = row_count;
  update public.meeting_slots s set removed_at = now() where s.booth_id = p_booth and s.id = any (p_slots) and s.removed_at is null
    and not exists (select 1 from public.meetings m where m.slot_id = s.id and m.cancelled_at is null);
  get diagnostics hidden = row_count;
  if gone + hidden > 0 then
    perform private.record_exhibition(e, 'meetings_removed', null, b.producer_id, jsonb_build_object('count', gone + hidden))
    from public.exhibitions e where e.id = b.exhibition_id;
    perform private.tell_cache(array['exhibition:' || b.exhibition_id]);
  end if;
  return gone + hidden;
end $$;
comment on function public.remove_meeting_slots is 'Takes free times back; one that is booked stays. How many went.';
grant execute on function public.remove_meeting_slots(uuid, uuid[]) to authenticated;

create function private.booked_view(m public.meetings) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'name', m.name, 'company', m.company, 'email', m.email, 'zone', m.zone, 'note', m.note, 'locale', m.locale,
    'bookedAt', m.booked_at, 'cancelledAt', m.cancelled_at, 'cancelledBy', m.cancelled_by, 'reason', m.reason)
$$;

-- What a booth offers and who comes, for those who act for its producer.
create function public.studio_meetings(p_booth uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  b public.booths;
begin
  select * into b from public.booths where id = p_booth;
  if b.id is null or not private.can_edit_producer(b.producer_id) then return null; end if;
  return jsonb_build_object(
    'now', now(),
    'slots', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'minutes', s.minutes, 'place', s.place,
        'meeting', (select private.booked_view(m) from public.meetings m where m.slot_id = s.id and m.cancelled_at is null)) order by s.starts_at, s.id), '[]')
      from public.meeting_slots s where s.booth_id = p_booth and s.removed_at is null and private.slot_end(s) > now()),
    'past', (select coalesce(jsonb_agg(x.row order by x.at desc), '[]') from (
      select s.starts_at as at, jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'minutes', s.minutes, 'place', s.place, 'meeting', private.booked_view(m)) as row
      from public.meetings m join public.meeting_slots s on s.id = m.slot_id
      where s.booth_id = p_booth and (m.cancelled_at is not null or private.slot_end(s) <= now()) order by s.starts_at desc, m.id limit 50) x));
end $$;
comment on function public.studio_meetings is 'slots: to come, with their booking or null. past: held or cancelled, newest first, at most 50. Null for who does not act for the producer.';
grant execute on function public.studio_meetings(uuid) to authenticated;
