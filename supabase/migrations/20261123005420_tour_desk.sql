-- Tours on their curators' desk: a tour, its stops, the part of a picture that each shows, and their order.

create function private.curated_tour(p_tour uuid) returns public.tours
language plpgsql security definer set search_path = '' as $$
declare
  t public.tours;
begin
  select * into t from public.tours where id = p_tour;
  if t.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(t.exhibition_id);
  return t;
end $$;

create function private.curated_stop(p_stop uuid) returns public.tour_stops
language plpgsql security definer set search_path = '' as $$
declare
  s public.tour_stops;
begin
  select * into s from public.tour_stops where id = p_stop;
  if s.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(s.exhibition_id);
  return s;
end $$;

-- What hangs in the exhibition: its own pictures, and those of booths that are shown.
create function private.tour_pictures(e public.exhibitions) returns table (media_id uuid, exhibit_id uuid, place bigint)
language sql stable security definer set search_path = '' as $$
  select u.media_id, (array_agg(u.exhibit_id order by u.place, u.exhibit_id))[1], min(u.place) from (
    select e.hero_media_id as media_id, null::uuid as exhibit_id, 0::bigint as place
    union all select h.media_id, null, h.position from public.halls h where h.exhibition_id = e.id
    union all select (p ->> 'id')::uuid, x.id, 100 + w.place from private.exhibit_walk(e.id) w join public.exhibits x on x.id = w.exhibit_id
      cross join lateral jsonb_array_elements(private.exhibit_pictures(x, e.source_locale, e.source_locale)) p
    union all select m.media_id, null, 2000 + s.position from public.section_media m join public.sections s on s.id = m.section_id where s.exhibition_id = e.id
    union all select s.media_id, s.exhibit_id, 3000 + s.position from public.tour_stops s where s.exhibition_id = e.id) u
  join public.media m on m.id = u.media_id and m.state = 'ready' group by u.media_id
$$;
comment on function private.tour_pictures is 'Each picture once, with the object it belongs to where it does, in the order of the walk.';

create function public.save_tour(p_id uuid, p_exhibition uuid, p_tour jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  words jsonb := private.titled_texts(p_tour -> 'texts', e.source_locale);
  made_for uuid;
  place integer;
begin
  select t.exhibition_id into made_for from public.tours t where t.id = p_id;
  if made_for is not null and made_for <> p_exhibition then raise exception 'conflict' using errcode = 'PT409'; end if;
  if made_for is null then
    select coalesce(max(t.position) + 1, 0) into place from public.tours t where t.exhibition_id = p_exhibition;
    if place > 29 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.tours (id, exhibition_id, position, slug, texts)
    values (p_id, p_exhibition, place, private.free_slug_in(words -> 'title' ->> e.source_locale::text, 'public.tours', p_exhibition), words);
  else update public.tours t set texts = words where t.id = p_id;
  end if;
  perform private.record_exhibition(e, 'tour_saved');
  return p_id;
end $$;
comment on function public.save_tour is 'p_tour: {texts: {title, intro}}. Its address is made of the first title and stays.';
grant execute on function public.save_tour(uuid, uuid, jsonb) to authenticated;

create function public.remove_tour(p_tour uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  t public.tours := private.curated_tour(p_tour);
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = t.exhibition_id;
  delete from public.tours where id = p_tour;
  perform private.record_exhibition(e, 'tour_removed');
end $$;
grant execute on function public.remove_tour(uuid) to authenticated;

-- The part of a picture that a stop shows; {} or null: the whole.
create function private.stop_region(p_region jsonb, p_media uuid) returns public.tour_stops
language plpgsql stable security definer set search_path = '' as $$
declare
  s public.tour_stops;
  m public.media;
begin
  s.media_id := p_media;
  if nullif(nullif(p_region, 'null'), '{}') is null then return s; end if;
  select * into m from public.media where id = p_media;
  s.x := (p_region ->> 'x')::integer;
  s.y := (p_region ->> 'y')::integer;
  s.width := (p_region ->> 'width')::integer;
  s.height := (p_region ->> 'height')::integer;
  if num_nulls(s.x, s.y, s.width, s.height) > 0 or s.x < 0 or s.y < 0 or s.width < 32 or s.height < 32
    or s.x::bigint + s.width > m.width or s.y::bigint + s.height > m.height then
    raise exception 'region_outside' using errcode = 'PT400';
  end if;
  return s;
exception when invalid_text_representation or numeric_value_out_of_range then raise exception 'region_outside' using errcode = 'PT400';
end $$;

create function public.save_stop(p_id uuid, p_tour uuid, p_stop jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  t public.tours := private.curated_tour(p_tour);
  e public.exhibitions;
  words jsonb;
  made_for uuid;
  place integer;
  shown record;
  part public.tour_stops;
begin
  select * into e from public.exhibitions where id = t.exhibition_id;
  words := private.titled_texts(p_stop -> 'texts', e.source_locale);
  select s.tour_id into made_for from public.tour_stops s where s.id = p_id;
  if made_for is not null and made_for <> p_tour then raise exception 'conflict' using errcode = 'PT409'; end if;
  select * into shown from private.tour_pictures(e) p where p.media_id = (p_stop ->> 'media')::uuid;
  if shown.media_id is null then raise exception 'photo_unknown' using errcode = 'PT400'; end if;
  part := private.stop_region(p_stop -> 'region', shown.media_id);
  if made_for is null then
    select coalesce(max(s.position) + 1, 0) into place from public.tour_stops s where s.tour_id = p_tour;
    if place > 99 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.tour_stops (id, tour_id, exhibition_id, position, exhibit_id, media_id, x, y, width, height, texts)
    values (p_id, p_tour, e.id, place, shown.exhibit_id, shown.media_id, part.x, part.y, part.width, part.height, words);
  else
    update public.tour_stops s set exhibit_id = shown.exhibit_id, media_id = shown.media_id, x = part.x, y = part.y, width = part.width, height = part.height,
      texts = words where s.id = p_id;
  end if;
  perform private.record_exhibition(e, 'stop_saved');
  return p_id;
end $$;
comment on function public.save_stop is
  'p_stop: {media, region: {x, y, width, height} or null, texts: {title, body, transcript}}. A picture of this exhibition; the region lies inside it, in its pixels, and is at least 32 wide and high.';
grant execute on function public.save_stop(uuid, uuid, jsonb) to authenticated;

create function public.remove_stop(p_stop uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.tour_stops := private.curated_stop(p_stop);
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = s.exhibition_id;
  delete from public.tour_stops where id = p_stop;
  perform private.record_exhibition(e, 'stop_removed');
end $$;
grant execute on function public.remove_stop(uuid) to authenticated;

create function public.arrange_stops(p_tour uuid, p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  t public.tours := private.curated_tour(p_tour);
  e public.exhibitions;
  ids uuid[];
begin
  select * into e from public.exhibitions where id = t.exhibition_id;
  if cardinality(p_ids) > 200 or (select count(distinct i) from unnest(p_ids) i) <> cardinality(p_ids) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from unnest(p_ids) i where not exists (select 1 from public.tour_stops s where s.id = i and s.tour_id = p_tour)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  -- What came meanwhile, and is not named, stands behind.
  ids := p_ids || array(select s.id from public.tour_stops s where s.tour_id = p_tour and s.id <> all (p_ids) order by s.position, s.id);
  update public.tour_stops s set position = array_position(ids, s.id) - 1 where s.tour_id = p_tour;
  perform private.record_exhibition(e, 'arranged');
end $$;
grant execute on function public.arrange_stops(uuid, uuid[]) to authenticated;

create function private.desk_stop(s public.tour_stops, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', s.id, 'texts', s.texts, 'media', s.media_id,
    'voices', coalesce((select jsonb_agg(jsonb_build_object('locale', v.locale, 'code', a.code, 'contentType', a.content_type, 'bytes', a.bytes,
        'milliseconds', a.milliseconds) order by v.locale) from public.stop_audio v join public.audio a on a.id = v.audio_id where v.stop_id = s.id), '[]'))
    || private.stop_picture(s, p_source, p_source)
$$;

create function public.curated_tours(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'tours', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'texts', t.texts,
        'stops', coalesce((select jsonb_agg(private.desk_stop(s, e.source_locale) order by s.position, s.id) from public.tour_stops s where s.tour_id = t.id), '[]'))
      order by t.position, t.id) from public.tours t where t.exhibition_id = e.id), '[]'),
    'pictures', coalesce((select jsonb_agg(jsonb_build_object('id', p.media_id,
        'object', (select private.exhibit_title(x, e.source_locale, e.source_locale) from public.exhibits x where x.id = p.exhibit_id))
        || private.media_view(p.media_id, e.source_locale, e.source_locale, '')::jsonb order by p.place, p.media_id) from private.tour_pictures(e) p), '[]'))
  from public.exhibitions e where e.id = p_exhibition and private.curates_exhibition(e.id)
$$;
comment on function public.curated_tours is 'All tours with their stops, and the pictures that a stop may show. Null for a stranger.';
grant execute on function public.curated_tours(uuid) to authenticated;

-- Voices ------------------------------------------------------------------------------------------

create function public.add_voice(p_id uuid, p_stop uuid, p_locale public.locale, p_voice jsonb default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  s public.tour_stops := private.curated_stop(p_stop);
  e public.exhibitions;
  a public.audio;
begin
  if p_voice is null then return null; end if;
  select * into e from public.exhibitions where id = s.exhibition_id;
  select * into a from public.audio where id = p_id;
  if a.id is not null and (a.exhibition_id <> e.id or a.sha256 <> p_voice ->> 'sha256') then raise exception 'conflict' using errcode = 'PT409'; end if;
  if a.id is null then
    if (select count(*) from public.audio x where x.exhibition_id = e.id) >= 400 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.audio (id, exhibition_id, content_type, bytes, sha256, milliseconds, created_by)
    values (p_id, e.id, p_voice ->> 'contentType', (p_voice ->> 'bytes')::integer, p_voice ->> 'sha256', (p_voice ->> 'milliseconds')::integer, auth.uid())
    returning * into a;
  end if;
  insert into public.stop_audio (stop_id, locale, audio_id) values (p_stop, p_locale, a.id)
  on conflict (stop_id, locale) do update set audio_id = excluded.audio_id;
  update public.tour_stops set position = position where id = p_stop;
  perform private.record_exhibition(e, 'voice_added');
  return a.code;
end $$;
comment on function public.add_voice is
  'p_voice: {contentType, bytes, sha256, milliseconds} of a recording that lies in the bucket under {id}/{sha256}; null only asks whether the caller may. In place of an earlier one in that language, whose bytes stay for earlier versions. Answers its public code.';
grant execute on function public.add_voice(uuid, uuid, public.locale, jsonb) to authenticated;

create function public.remove_voice(p_stop uuid, p_locale public.locale) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.tour_stops := private.curated_stop(p_stop);
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = s.exhibition_id;
  delete from public.stop_audio where stop_id = p_stop and locale = p_locale;
  update public.tour_stops set position = position where id = p_stop;
  perform private.record_exhibition(e, 'voice_removed');
end $$;
grant execute on function public.remove_voice(uuid, public.locale) to authenticated;

-- The bytes of a recording: for everybody while a stop that is shown has it in a readable exhibition; before that for who may look
-- into it: by the key of its unlisted link, and those who have a booth; and always for its curators.
create function public.audio_file(p_code text, p_keys text[] default '{}') returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'sha256', a.sha256, 'contentType', a.content_type, 'bytes', a.bytes, 'public', w.walked and r.readable)
  from public.audio a join public.exhibitions e on e.id = a.exhibition_id
  cross join lateral (select exists (select 1 from public.stop_audio v join public.tour_stops s on s.id = v.stop_id
    join private.tour_walk(s.tour_id) t on t.stop_id = s.id where v.audio_id = a.id) as walked) w
  cross join lateral (select private.exhibition_is_readable(e.id) as readable) r
  where a.code = p_code and (private.curates_exhibition(e.id) or (w.walked and (r.readable or private.shows_in(e.id)
    or (e.archived_at is null and e.preview_hash in (select private.hash_token(k) from unnest(p_keys[1:20]) k)))))
$$;
comment on function public.audio_file is
  'Where it lies, or null. p_keys: of unlisted links, of which twenty are looked at. public: whether a cache on the way may keep it.';
revoke execute on function public.audio_file(text, text[]) from public;
grant execute on function public.audio_file(text, text[]) to anon, authenticated;

-- The bytes go when the row goes, however that happens.
create function private.remove_audio_bytes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue('audio.remove', jsonb_build_object('key', old.id || '/' || old.sha256), 'audio.remove:' || old.id);
  return null;
end $$;
create trigger audio_removed after delete on public.audio for each row execute function private.remove_audio_bytes();

create function private.forget_lost_recordings() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from public.audio a where a.created_at < now() - interval '1 day'
    and not exists (select 1 from public.stop_audio v where v.audio_id = a.id)
    and not exists (select 1 from public.exhibition_versions v where v.exhibition_id = a.exhibition_id
      and v.content -> 'voices' @> jsonb_build_array(jsonb_build_object('audio_id', a.id)));
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function private.forget_lost_recordings is 'For the worker: those that no stop has and no kept version knows, a day after they came. Answers how many.';
