-- Meetings at a booth, the visitor's side: booking without an account, coming back by a key, cancelling; and the booth that cancels.

create function public.booth_meetings(p_slug text, p_booth text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  b public.booths;
begin
  select * into b from public.booths x where x.exhibition_id = e.id and x.slug = p_booth and private.booth_shows(x);
  if b.id is null or not e.has_meetings then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'booth', private.booth_card(b, p_locale, e.source_locale),
    'slots', case when private.takes_meetings(b, e) then (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'minutes', s.minutes)
      order by s.starts_at, s.id), '[]') from (select f.* from private.free_slots(b.id) f order by f.starts_at limit 200) s) else '[]' end);
end $$;
comment on function public.booth_meetings is 'Free times to come, without their place: that is told to who books. Null where nothing may be booked.';
grant execute on function public.booth_meetings(text, text, public.locale, text) to anon, authenticated;

-- What a visitor's mail needs. Everything of the fair, nothing of who else comes.
create function private.meeting_facts(m public.meetings) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'name', m.name, 'startsAt', s.starts_at, 'minutes', s.minutes, 'place', s.place, 'zone', e.zone, 'visitorZone', m.zone,
    'exhibition', private.text_in(e.texts, 'title', m.locale, e.source_locale) ->> 'text', 'exhibitionSlug', e.slug,
    'booth', private.booth_title(b, m.locale, e.source_locale) ->> 'text', 'boothSlug', b.slug, 'sequence', case when m.cancelled_at is null then 0 else 1 end)
  from public.meeting_slots s join public.booths b on b.id = s.booth_id join public.exhibitions e on e.id = b.exhibition_id where s.id = m.slot_id
$$;

-- What the booth is told: who comes, not how to reach them; that stands in its own room.
create function private.tell_meeting(m public.meetings, p_kind text) returns void
language sql security definer set search_path = '' as $$
  select private.notify_producer(b.producer_id, p_kind, private.booth_facts(b) || jsonb_build_object('meetingId', m.id, 'startsAt', s.starts_at, 'zone', e.zone,
    'organisation', case when m.company = '' then m.name else m.name || ' (' || m.company || ')' end,
    'message', nullif(case when p_kind = 'meeting_booked' then m.note else coalesce(m.reason, '') end, '')))
  from public.meeting_slots s join public.booths b on b.id = s.booth_id join public.exhibitions e on e.id = b.exhibition_id where s.id = m.slot_id
$$;

-- The booth's page offers meetings only while there are free times: it is drawn anew when the last goes or the first comes back.
create function private.slots_changed(p_booth uuid, p_few integer) returns void
language sql security definer set search_path = '' as $$
  select private.tell_cache(array['exhibition:' || b.exhibition_id]) from public.booths b
  where b.id = p_booth and (select count(*) from private.free_slots(p_booth)) <= p_few
$$;

-- Called by the server for anybody (it has counted the address's budget). `p_id` and `p_key` come from the form: sent twice it is one booking.
create function public.book_meeting(p_id uuid, p_slot uuid, p_key text, p_meeting jsonb, p_user uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  s public.meeting_slots;
  b public.booths;
  e public.exhibitions;
  m public.meetings;
  address constant text := lower(btrim(coalesce(p_meeting ->> 'email', '')));
begin
  if coalesce(p_key, '') !~ '^[A-Za-z0-9_-]{32,100}$' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  perform private.claim_id(p_id);
  select * into m from public.meetings where id = p_id;
  if m.id is not null then
    if m.key_hash <> private.hash_token(p_key) then raise exception 'conflict' using errcode = 'PT409'; end if;
    return m.id;
  end if;
  if p_user is not null and exists (select 1 from public.profiles p where p.user_id = p_user and p.suspended_at is not null) then
    raise exception 'account_suspended' using errcode = 'PT403';
  end if;
  -- Everybody who wants this time waits here; the first one has it.
  select * into s from public.meeting_slots where id = p_slot for update;
  if s.id is null or s.removed_at is not null or s.starts_at <= now() then raise exception 'slot_gone' using errcode = 'PT410'; end if;
  select * into b from public.booths where id = s.booth_id;
  select * into e from public.exhibitions where id = s.exhibition_id;
  if not private.takes_meetings(b, e) then raise exception 'slot_gone' using errcode = 'PT410'; end if;
  if exists (select 1 from public.meetings x where x.slot_id = s.id and x.cancelled_at is null) then raise exception 'slot_taken' using errcode = 'PT409'; end if;
  perform pg_advisory_xact_lock(hashtextextended('meetings ' || b.id || address, 0));
  if (select count(*) from public.meetings x join public.meeting_slots o on o.id = x.slot_id
    where o.booth_id = b.id and x.email = address and x.cancelled_at is null and o.starts_at > now()) >= 2 then
    raise exception 'too_many_meetings' using errcode = 'PT409';
  end if;
  insert into public.meetings (id, slot_id, name, company, email, zone, note, locale, user_id, key_hash)
  values (p_id, s.id, btrim(p_meeting ->> 'name'), btrim(coalesce(p_meeting ->> 'company', '')), address,
    case when private.is_zone(p_meeting ->> 'zone') then p_meeting ->> 'zone' else e.zone end, btrim(coalesce(p_meeting ->> 'note', '')),
    (p_meeting ->> 'locale')::public.locale, p_user, private.hash_token(p_key))
  returning * into m;
  perform public.enqueue_mail(m.email, 'visitor_meeting', m.locale, private.meeting_facts(m) || jsonb_build_object('key', p_key));
  perform private.tell_meeting(m, 'meeting_booked');
  perform private.slots_changed(b.id, 0);
  return m.id;
end $$;
comment on function public.book_meeting is
  'p_meeting: {name, company, email, zone, note, locale}. slot_taken: somebody was faster. slot_gone: past, taken back, or the booth takes none. too_many_meetings: two at one booth for one address.';
grant execute on function public.book_meeting(uuid, uuid, text, jsonb, uuid) to service_role;

-- The visitor's own booking, by its key or as the account that booked.
create function private.own_meeting(p_id uuid, p_key text) returns public.meetings
language sql stable security definer set search_path = '' as $$
  select m from public.meetings m where m.id = p_id
    and (m.key_hash = private.hash_token(p_key) or (m.user_id is not null and m.user_id = private.active_user()))
$$;

create function public.read_meeting(p_id uuid, p_locale public.locale, p_key text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'now', now(),
    'state', case when m.cancelled_at is not null then 'cancelled' when private.slot_end(s) <= now() then 'over' when s.starts_at <= now() then 'running' else 'booked' end,
    'startsAt', s.starts_at, 'minutes', s.minutes, 'place', case when m.cancelled_at is null then s.place else '' end, 'zone', e.zone, 'visitorZone', m.zone,
    'name', m.name, 'note', m.note, 'cancelledBy', m.cancelled_by, 'reason', m.reason,
    'exhibition', jsonb_build_object('slug', e.slug, 'title', private.text_in(e.texts, 'title', p_locale, e.source_locale), 'theme', e.theme,
      'shown', private.exhibition_is_readable(e.id) and private.booth_shows(b)),
    'booth', jsonb_build_object('slug', b.slug, 'title', private.booth_title(b, p_locale, e.source_locale)))
  from private.own_meeting(p_id, p_key) m join public.meeting_slots s on s.id = m.slot_id
  join public.booths b on b.id = s.booth_id join public.exhibitions e on e.id = b.exhibition_id
$$;
comment on function public.read_meeting is 'Null without its key, as if there were none. place: told while it stands.';
grant execute on function public.read_meeting(uuid, public.locale, text) to anon, authenticated;

-- Frees the time. Whoever cancels, the visitor has a mail that says so, with the entry that takes it off a calendar.
create function private.end_meeting(p_meeting uuid, p_by text, p_reason text) returns public.meetings
language plpgsql security definer set search_path = '' as $$
declare
  m public.meetings;
  s public.meeting_slots;
begin
  select x.* into s from public.meetings y join public.meeting_slots x on x.id = y.slot_id where y.id = p_meeting for update of x;
  if s.starts_at <= now() then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.meetings set cancelled_at = now(), cancelled_by = p_by, reason = nullif(left(btrim(p_reason), 500), '')
  where id = p_meeting and cancelled_at is null returning * into m;
  if m.id is null then return null; end if;
  perform public.enqueue_mail(m.email, 'visitor_meeting_over', m.locale, private.meeting_facts(m) || jsonb_build_object('by', p_by, 'reason', m.reason));
  perform private.slots_changed(s.booth_id, 1);
  return m;
end $$;
comment on function private.end_meeting is 'Null when it was cancelled already; wrong_state once it has begun.';

create function public.cancel_meeting(p_id uuid, p_key text default null, p_reason text default '') returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.meetings := private.own_meeting(p_id, p_key);
begin
  if m.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  m := private.end_meeting(p_id, 'visitor', p_reason);
  if m.id is not null then perform private.tell_meeting(m, 'meeting_cancelled'); end if;
end $$;
comment on function public.cancel_meeting is 'By the visitor''s key, or as the account that booked. Again changes nothing.';
grant execute on function public.cancel_meeting(uuid, text, text) to anon, authenticated;

-- What an account booked, for whoever takes their data along; and what becomes of it when they go: booths hear of it.
create function private.export_meetings(p_user uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('exhibition', e.texts -> 'title' ->> e.source_locale::text, 'booth', p.name, 'startsAt', s.starts_at, 'minutes', s.minutes,
    'name', m.name, 'company', m.company, 'email', m.email, 'note', m.note, 'bookedAt', m.booked_at, 'cancelledAt', m.cancelled_at, 'reason', m.reason)
    order by m.booked_at, m.id), '[]')
  from public.meetings m join public.meeting_slots s on s.id = m.slot_id join public.booths b on b.id = s.booth_id
  join public.producers p on p.id = b.producer_id join public.exhibitions e on e.id = b.exhibition_id where m.user_id = p_user
$$;

create function private.leave_meetings(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  coming public.meetings;
begin
  for coming in select m.* from public.meetings m join public.meeting_slots s on s.id = m.slot_id
    where m.user_id = p_user and m.cancelled_at is null and s.starts_at > now() order by s.id loop
    coming := private.end_meeting(coming.id, 'visitor', '');
    if coming.id is not null then perform private.tell_meeting(coming, 'meeting_cancelled'); end if;
  end loop;
  delete from public.meetings m where m.user_id = p_user;
end $$;

create function public.call_off_meeting(p_meeting uuid, p_reason text, p_withdraw boolean default false) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.meeting_slots;
  b public.booths;
  m public.meetings;
begin
  select x.* into s from public.meetings y join public.meeting_slots x on x.id = y.slot_id where y.id = p_meeting;
  b := private.require_booth(s.booth_id);
  perform private.require_reason(p_reason);
  m := private.end_meeting(p_meeting, 'booth', p_reason);
  if m.id is null then return; end if;
  if p_withdraw then update public.meeting_slots set removed_at = now() where id = s.id and removed_at is null; end if;
  -- What the visitor is told stays between the two; the record says that it happened.
  perform private.record_exhibition(e, 'meeting_called_off', null, b.producer_id) from public.exhibitions e where e.id = b.exhibition_id;
end $$;
comment on function public.call_off_meeting is 'By the booth, with a reason that the visitor reads. p_withdraw: the time is offered no more.';
grant execute on function public.call_off_meeting(uuid, text, boolean) to authenticated;
