-- Kiosks on their curators' desk: made, named, paired by a code, sent elsewhere, revoked.

-- A place within an exhibition that a kiosk can open with; empty is the entrance. A place that is gone later is the entrance too.
create function private.is_kiosk_start(p_path text) returns boolean
language sql immutable strict set search_path = '' as $$
  select p_path ~ '^(/(halls|booths|objects|tours)/[a-z0-9-]{1,100}|/card|/guest-book)?$'
$$;

-- For what a curator does with one kiosk: locks it. A stranger learns nothing.
create function private.require_kiosk(p_kiosk uuid) returns public.kiosks
language plpgsql security definer set search_path = '' as $$
declare
  k public.kiosks;
begin
  perform private.require_active_user();
  select * into k from public.kiosks where id = p_kiosk for update;
  if k.id is null or not private.curates_exhibition(k.exhibition_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return k;
end $$;

create function private.record_kiosk(k public.kiosks, p_action text) returns void
language sql security definer set search_path = '' as $$
  select private.record_exhibition(e, p_action, null, null, jsonb_build_object('kiosk', k.name)) from public.exhibitions e where e.id = k.exhibition_id
$$;

create function public.save_kiosk(p_id uuid, p_exhibition uuid, p_kiosk jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e constant public.exhibitions := private.require_curator(p_exhibition);
  k public.kiosks;
  was public.kiosks;
begin
  select * into was from public.kiosks where id = p_id for update;
  if was.id is not null and was.exhibition_id <> e.id then raise exception 'not_found' using errcode = 'PT404'; end if;
  if was.id is null and (select count(*) from public.kiosks where exhibition_id = e.id) >= 60 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  if not private.is_kiosk_start(coalesce(p_kiosk ->> 'start', '')) or not (p_kiosk ->> 'locale')::public.locale = any (e.languages) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  insert into public.kiosks as o (id, exhibition_id, name, start_path, locale, idle_seconds, created_by)
  values (p_id, e.id, btrim(p_kiosk ->> 'name'), coalesce(p_kiosk ->> 'start', ''), (p_kiosk ->> 'locale')::public.locale,
    coalesce((p_kiosk ->> 'idleSeconds')::smallint, 60), auth.uid())
  on conflict (id) do update set name = excluded.name, start_path = excluded.start_path, locale = excluded.locale, idle_seconds = excluded.idle_seconds
  returning * into k;
  if was.id is null then perform private.record_kiosk(k, 'kiosk_made');
  elsif (was.name, was.start_path, was.locale, was.idle_seconds) is distinct from (k.name, k.start_path, k.locale, k.idle_seconds) then
    perform private.record_kiosk(k, 'kiosk_changed');
  end if;
  return k.id;
end $$;
comment on function public.save_kiosk is 'p_kiosk: {name, start, locale, idleSeconds}; locale is one of the exhibition''s. The device hears of a change within a minute.';
grant execute on function public.save_kiosk(uuid, uuid, jsonb) to authenticated;

create function public.make_pairing_code(p_kiosk uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  k public.kiosks := private.require_kiosk(p_kiosk);
  code text;
begin
  perform private.require_curator(k.exhibition_id);
  -- One check character in nine lies deep in a screen's keyboard.
  loop
    code := left(private.short_code(), 7);
    exit when private.crockford_check(code) ~ '[0-9a-z]';
  end loop;
  update public.kiosks set pairing_hash = private.hash_token(code), pairing_until = now() + interval '15 minutes' where id = k.id returning * into k;
  perform private.record_kiosk(k, 'kiosk_code');
  return code;
end $$;
comment on function public.make_pairing_code is
  'Seven signs, this once: only their hash is kept, for fifteen minutes and one device. The code before it no longer works; a device that is paired stays so until another one is.';
grant execute on function public.make_pairing_code(uuid) to authenticated;

create function public.revoke_kiosk(p_kiosk uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  k public.kiosks := private.require_kiosk(p_kiosk);
begin
  if k.revoked_at is not null and k.pairing_hash is null then return; end if;
  update public.kiosks set revoked_at = coalesce(revoked_at, now()), pairing_hash = null, pairing_until = null where id = k.id returning * into k;
  perform private.record_kiosk(k, 'kiosk_revoked');
end $$;
comment on function public.revoke_kiosk is 'The device clears itself when it next asks. It can be paired again with a new code.';
grant execute on function public.revoke_kiosk(uuid) to authenticated;

-- Places that a kiosk can open with, in the order of the walk.
create function private.kiosk_places(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('path', p.path, 'kind', p.kind, 'title', p.title) order by p.rank, p.place, p.more), '[]')
  from (
    select 1 as rank, h.position::bigint as place, 0::bigint as more, 'hall' as kind, '/halls/' || h.slug as path, private.text_in(h.texts, 'title', p_locale, e.source_locale) as title
    from public.halls h where h.exhibition_id = e.id
    union all select 2, t.position, 0, 'tour', '/tours/' || t.slug, private.text_in(t.texts, 'title', p_locale, e.source_locale)
    from public.tours t where t.exhibition_id = e.id and exists (select 1 from public.tour_stops s where s.tour_id = t.id)
    union all select 3, h.position, b.position, 'booth', '/booths/' || b.slug, private.booth_title(b, p_locale, e.source_locale)
    from public.booths b join public.halls h on h.id = b.hall_id where b.exhibition_id = e.id and private.booth_shows(b)) p
$$;

create function public.exhibition_kiosks(p_exhibition uuid, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  if not private.curates_exhibition(p_exhibition) then return null; end if;
  select * into strict e from public.exhibitions where id = p_exhibition;
  return jsonb_build_object('now', now(), 'languages', to_jsonb(e.languages), 'hasCards', e.has_cards, 'hasGuestBook', e.has_guest_book,
    'places', private.kiosk_places(e, p_locale),
    'kiosks', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'start', k.start_path, 'locale', k.locale, 'idleSeconds', k.idle_seconds,
        'codeUntil', case when k.pairing_until > now() then k.pairing_until end, 'pairedAt', k.paired_at, 'lastSeenAt', k.last_seen_at, 'bundle', k.bundle,
        'newest', k.newest, 'waiting', k.waiting, 'revokedAt', k.revoked_at) order by k.created_at, k.id), '[]')
      from public.kiosks k where k.exhibition_id = e.id));
end $$;
comment on function public.exhibition_kiosks is 'For its curators; null for everybody else. bundle equals newest: the device shows what stands in the halls.';
grant execute on function public.exhibition_kiosks(uuid, public.locale) to authenticated;
