-- A guided tour as a visitor takes it: its first page, and a page for each stop.

-- The picture of a stop: what is cut out of it, and whether the cut exists as files.
create function private.stop_picture(s public.tour_stops, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'picture', private.media_view(s.media_id, p_locale, p_source, private.text_in(s.texts, 'title', p_locale, p_source) ->> 'text'),
    'region', case when s.x is not null and s.x + s.width <= m.width and s.y + s.height <= m.height
      then jsonb_build_object('x', s.x, 'y', s.y, 'width', s.width, 'height', s.height) end,
    'cut', (select jsonb_build_object('avif', c.avif) from public.media_crops c
      where (c.media_id, c.x, c.y, c.width, c.height) = (s.media_id, s.x, s.y, s.width, s.height)))
  from public.media m where m.id = s.media_id
$$;
comment on function private.stop_picture is '{picture, region: {x, y, width, height} in pixels of it or null for the whole, cut: {avif} once the region exists as files}.';

create function private.stop_card(s public.tour_stops, p_number bigint, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('number', p_number, 'title', private.text_in(s.texts, 'title', p_locale, p_source),
    'milliseconds', (select sum(a.milliseconds) from (select distinct on (v.stop_id) v.audio_id from public.stop_audio v where v.stop_id = s.id
      order by v.stop_id, v.locale = p_locale desc, v.locale = p_source desc, v.locale) w join public.audio a on a.id = w.audio_id),
    'spoken', exists (select 1 from public.stop_audio v where v.stop_id = s.id))
    || private.stop_picture(s, p_locale, p_source)
$$;
comment on function private.stop_card is '{number, title: {text, locale}, spoken, milliseconds: of its voice or null, picture, region, cut}.';

-- The voice for a reader: in the reader's language, else in the one it was written in, else in any; and what it says.
create function private.stop_voice(s public.tour_stops, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('code', a.code, 'locale', v.locale, 'contentType', a.content_type, 'milliseconds', a.milliseconds, 'bytes', a.bytes,
    'transcript', case when s.texts -> 'transcript' ->> v.locale::text is not null
      then jsonb_build_object('text', s.texts -> 'transcript' ->> v.locale::text, 'locale', v.locale) end)
  from public.stop_audio v join public.audio a on a.id = v.audio_id where v.stop_id = s.id
  order by v.locale = p_locale desc, v.locale = p_source desc, v.locale limit 1
$$;

create function public.exhibition_tour(p_slug text, p_tour text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  t public.tours;
begin
  if e.id is null then return null; end if;
  select * into t from public.tours o where o.exhibition_id = e.id and o.slug = p_tour;
  if t.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'slug', t.slug,
    'title', private.text_in(t.texts, 'title', p_locale, e.source_locale), 'intro', private.text_in(t.texts, 'intro', p_locale, e.source_locale),
    'stops', (select coalesce(jsonb_agg(private.stop_card(s, w.number, p_locale, e.source_locale) order by w.number), '[]')
      from private.tour_walk(t.id) w join public.tour_stops s on s.id = w.stop_id));
end $$;
comment on function public.exhibition_tour is 'Null before the opening and for whoever may not look in. Stops are cards: private.stop_card.';
revoke execute on function public.exhibition_tour(text, text, public.locale, text) from public;
grant execute on function public.exhibition_tour(text, text, public.locale, text) to anon, authenticated;

create function public.exhibition_stop(p_slug text, p_tour text, p_number integer, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  t public.tours;
  s public.tour_stops;
begin
  if e.id is null then return null; end if;
  select * into t from public.tours o where o.exhibition_id = e.id and o.slug = p_tour;
  select o.* into s from private.tour_walk(t.id) w join public.tour_stops o on o.id = w.stop_id where w.number = p_number;
  if s.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'tour', jsonb_build_object('slug', t.slug, 'title', private.text_in(t.texts, 'title', p_locale, e.source_locale)),
    'of', (select count(*) from private.tour_walk(t.id)), 'id', s.id,
    'stop', private.stop_card(s, p_number, p_locale, e.source_locale), 'body', private.text_in(s.texts, 'body', p_locale, e.source_locale),
    'transcript', private.text_in(s.texts, 'transcript', p_locale, e.source_locale),
    'voice', private.stop_voice(s, p_locale, e.source_locale),
    'object', (select jsonb_build_object('slug', x.slug, 'title', private.exhibit_title(x, p_locale, e.source_locale), 'product', x.product_id,
        'booth', (select private.booth_title(b, p_locale, e.source_locale) from public.booths b where b.id = x.booth_id))
      from public.exhibits x where x.id = s.exhibit_id),
    'previous', (select private.stop_card(o, w.number, p_locale, e.source_locale)
      from private.tour_walk(t.id) w join public.tour_stops o on o.id = w.stop_id where w.number = p_number - 1),
    'next', (select private.stop_card(o, w.number, p_locale, e.source_locale)
      from private.tour_walk(t.id) w join public.tour_stops o on o.id = w.stop_id where w.number = p_number + 1));
end $$;
comment on function public.exhibition_stop is 'voice: {code, locale, contentType, milliseconds, bytes, transcript} or null; transcript besides: what is written for a stop without a voice.';
revoke execute on function public.exhibition_stop(text, text, integer, public.locale, text) from public;
grant execute on function public.exhibition_stop(text, text, integer, public.locale, text) to anon, authenticated;
