-- What a kiosk keeps of an exhibition, whole and in one language: the same things that visitors' pages show, by the same functions.

create function private.kiosk_code(p_target public.code_target, p_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.code from public.codes c where c.target = p_target and c.target_id = p_id order by c.campaign = 'kiosk' desc, c.created_at, c.code limit 1
$$;

create function private.kiosk_booth(b public.booths, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.booth_card(b, p_locale, p_source) || jsonb_build_object('code', private.kiosk_code('booth', b.id),
    'story', coalesce(private.text_in(b.texts, 'story', p_locale, p_source), (
      select to_jsonb(private.text_view(p.story, p.source_locale, private.producer_texts(p.id, p_locale), 'story', p_locale)) from public.producers p where p.id = b.producer_id)))
$$;

create function private.kiosk_object(x public.exhibits, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select (private.catalogue_entry(x, p_locale, p_source) - 'cover')
    || jsonb_build_object('code', private.kiosk_code('exhibit', x.id), 'pictures', private.exhibit_pictures(x, p_locale, p_source, 12))
$$;

create function private.kiosk_stop(s public.tour_stops, p_number bigint, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.stop_card(s, p_number, p_locale, p_source) || jsonb_build_object('id', s.id, 'code', private.kiosk_code('stop', s.id),
    'body', private.text_in(s.texts, 'body', p_locale, p_source), 'transcript', private.text_in(s.texts, 'transcript', p_locale, p_source),
    'voice', private.stop_voice(s, p_locale, p_source),
    'object', (select x.slug from public.exhibits x where x.id = s.exhibit_id and private.exhibit_shows(x)))
$$;

create function private.kiosk_content(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'shown', true, 'code', private.kiosk_code('exhibition', e.id),
    'takesCards', private.takes_cards(e), 'cardsUntil', private.card_retention(e), 'takesEntries', private.takes_entries(e),
    'welcome', private.text_in(e.texts, 'welcome', p_locale, e.source_locale),
    'halls', (select coalesce(jsonb_agg(private.hall_view(h, p_locale, e.source_locale) || jsonb_build_object('code', private.kiosk_code('hall', h.id),
        'booths', (select coalesce(jsonb_agg(private.kiosk_booth(b, p_locale, e.source_locale) order by b.position, b.id), '[]') from private.hall_booths(h.id) b))
        order by h.position), '[]')
      from public.halls h where h.exhibition_id = e.id),
    'objects', (select coalesce(jsonb_agg(private.kiosk_object(x, p_locale, e.source_locale) order by w.place), '[]')
      from private.exhibit_walk(e.id) w join public.exhibits x on x.id = w.exhibit_id where w.place <= 400),
    'tours', (select coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'title', private.text_in(t.texts, 'title', p_locale, e.source_locale),
        'intro', private.text_in(t.texts, 'intro', p_locale, e.source_locale),
        'stops', (select coalesce(jsonb_agg(private.kiosk_stop(s, w.number, p_locale, e.source_locale) order by w.number), '[]')
          from private.tour_walk(t.id) w join public.tour_stops s on s.id = w.stop_id)) order by t.position, t.id), '[]')
      from public.tours t where t.exhibition_id = e.id and exists (select 1 from private.tour_walk(t.id))),
    'guestBook', (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'place', g.place, 'text', jsonb_build_object('text', g.text, 'locale', g.locale))
        order by g.created_at desc, g.id), '[]')
      from (select * from public.guest_book_entries o where e.has_guest_book and o.exhibition_id = e.id and o.state = 'shown'
        order by o.created_at desc, o.id limit 40) g))
$$;

create function public.kiosk_bundle(p_token text, p_locale public.locale) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  k constant public.kiosks := private.kiosk_of(p_token);
  e public.exhibitions;
begin
  select * into strict e from public.exhibitions where id = k.exhibition_id;
  if not private.exhibition_is_readable(e.id) then
    return jsonb_build_object('frame', private.exhibition_announced(e, p_locale) - 'hero', 'shown', false);
  end if;
  -- What hangs since the last code was made gets its own.
  if exists (select 1 from private.code_targets(e.id) t where not exists (select 1 from public.codes c
      where c.exhibition_id = e.id and c.campaign = 'kiosk' and c.target = t.target and c.target_id = t.target_id)) then
    perform private.add_codes(e, '{kiosk}');
  end if;
  return private.kiosk_content(e, p_locale);
end $$;
comment on function public.kiosk_bundle is
  'The exhibition of the token''s kiosk in one language, each thing with the code that leads there. shown false: its doors are closed yet, and nothing of its halls is told, as on visitors'' pages.';
revoke execute on function public.kiosk_bundle(text, public.locale) from public;
grant execute on function public.kiosk_bundle(text, public.locale) to anon;
