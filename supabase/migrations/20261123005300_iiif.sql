-- The exhibitions as other sites and viewers read them (IIIF Presentation 3). The same for everybody, whoever asks: only what stands
-- open to all, in every language there is. Nothing is stored; src/domain/exhibitions/iiif-*.ts draws the documents from this.

-- Until the exhibition opens or closes by its dates, in whole seconds; null when neither lies ahead.
create function private.seconds_to_turn(e public.exhibitions) returns integer
language sql stable set search_path = '' as $$
  select case when e.override is null and e.archived_at is null then
    (select ceil(extract(epoch from min(t) - now()))::integer from unnest(array[e.opens_at, e.closes_at]) t where t > now() and t < now() + interval '1 year') end
$$;

create function private.alts_of(p_media uuid, p_else jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((select jsonb_object_agg(a.locale, a.alt) from public.media_alts a where a.media_id = p_media), p_else)
$$;

create function private.iiif_picture(p_media uuid, p_else jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('code', m.code, 'sha8', m.sha8, 'width', m.width, 'height', m.height, 'alts', private.alts_of(m.id, p_else))
  from public.media m where m.id = p_media and m.state = 'ready'
$$;
comment on function private.iiif_picture is '{code, sha8, width, height, alts: {locale: text}}, or null before it is finished. p_else: what it is called without an alt text.';

create function private.exhibit_titles(x public.exhibits) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(x.texts -> 'title', private.product_title_texts(x.product_id))
$$;

create function private.booth_titles(b public.booths) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(b.texts -> 'title', (select jsonb_build_object('none', p.name) from public.producers p where p.id = b.producer_id))
$$;

create function private.iiif_pictures(x public.exhibits, p_source public.locale, p_limit integer default 200) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.iiif_picture((p.picture ->> 'id')::uuid, private.exhibit_titles(x)) || jsonb_build_object('role', p.picture ->> 'role',
    'caption', (select m.texts -> 'caption' from public.exhibit_media m where m.exhibit_id = x.id and m.media_id = (p.picture ->> 'id')::uuid)) order by p.place), '[]')
  from jsonb_array_elements(private.exhibit_pictures(x, p_source, p_source, p_limit)) with ordinality p (picture, place)
$$;

create function private.iiif_summary(e public.exhibitions) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.texts -> 'title', 'summary', e.texts -> 'summary', 'opensAt', e.opens_at, 'closesAt', e.closes_at,
    'hero', private.iiif_picture(e.hero_media_id, e.texts -> 'title'), 'turnsIn', private.seconds_to_turn(e),
    'cluster', (select jsonb_build_object('slug', c.slug, 'name', c.name) from public.clusters c where c.id = e.cluster_id and c.state = 'active'))
$$;

create function private.readable_exhibition(p_slug text) returns public.exhibitions
language sql stable security definer set search_path = '' as $$
  select e from public.exhibitions e where e.slug = p_slug and private.exhibition_is_readable(e.id)
$$;
comment on function private.readable_exhibition is 'Open to everybody; unlike private.shown_exhibition it knows no key and nobody''s rights, so its answer may be kept for all.';

create function public.iiif_exhibitions() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exhibitions', coalesce((select jsonb_agg(private.iiif_summary(e) order by e.opens_at desc, e.id) from public.exhibitions e
      where e.published_at is not null and private.exhibition_is_readable(e.id)), '[]'),
    'turnsIn', (select min(private.seconds_to_turn(e)) from public.exhibitions e where e.published_at is not null))
$$;
comment on function public.iiif_exhibitions is '{exhibitions: [summary], turnsIn}: all that everybody may read, the newest first. turnsIn: seconds until one opens or closes.';
grant execute on function public.iiif_exhibitions() to anon, authenticated;

create function private.iiif_hall(h public.halls, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('slug', h.slug, 'title', h.texts -> 'title', 'intro', h.texts -> 'intro', 'picture', private.iiif_picture(h.media_id, h.texts -> 'title'),
    'objects', coalesce((select jsonb_agg(jsonb_build_object('slug', x.slug, 'title', private.exhibit_titles(x), 'cover', private.iiif_pictures(x, p_source, 1) -> 0)
        order by b.position nulls first, x.position, x.id)
      from public.exhibits x left join public.booths b on b.id = x.booth_id where x.hall_id = h.id and private.exhibit_shows(x)), '[]'))
$$;

-- A stop on an object that is not shown (its booth not approved, its product withdrawn) is not shown either.
create function private.iiif_stops(p_tour uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'title', s.texts -> 'title', 'body', s.texts -> 'body', 'transcript', s.texts -> 'transcript',
      'picture', private.iiif_picture(s.media_id, s.texts -> 'title'), 'object', s.object,
      'region', case when s.x is not null then jsonb_build_object('x', s.x, 'y', s.y, 'width', s.width, 'height', s.height) end,
      'voices', (select coalesce(jsonb_agg(jsonb_build_object('locale', v.locale, 'code', a.code, 'contentType', a.content_type, 'milliseconds', a.milliseconds)
        order by v.locale), '[]') from public.stop_audio v join public.audio a on a.id = v.audio_id where v.stop_id = s.id)) order by s.number), '[]')
  from (select t.*, w.number, o.slug as object from private.tour_walk(p_tour) w
    join public.tour_stops t on t.id = w.stop_id left join public.exhibits o on o.id = t.exhibit_id) s
$$;

create function public.iiif_exhibition(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.readable_exhibition(p_slug);
begin
  if e.id is null then return null; end if;
  return private.iiif_summary(e) || jsonb_build_object(
    'halls', (select coalesce(jsonb_agg(private.iiif_hall(h, e.source_locale) order by h.position), '[]') from public.halls h where h.exhibition_id = e.id),
    'tours', (select coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'title', t.texts -> 'title', 'intro', t.texts -> 'intro',
        'cover', private.iiif_stops(t.id) -> 0 -> 'picture') order by t.position, t.id), '[]')
      from public.tours t where t.exhibition_id = e.id and jsonb_array_length(private.iiif_stops(t.id)) > 0),
    'imports', (select coalesce(jsonb_agg(jsonb_build_object('url', i.url, 'kind', i.kind, 'label', i.label, 'thumbnail', i.thumbnail, 'homepage', i.homepage,
        'attribution', i.attribution, 'rights', i.rights, 'hall', (select h.slug from public.halls h where h.id = i.hall_id)) order by i.position, i.id), '[]')
      from public.iiif_imports i where i.exhibition_id = e.id));
end $$;
comment on function public.iiif_exhibition is 'One exhibition with its halls, objects, tours and imports; null for a draft, before the opening and for what is not there.';
grant execute on function public.iiif_exhibition(text) to anon, authenticated;

create function public.iiif_object(p_slug text, p_object text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.readable_exhibition(p_slug);
  x public.exhibits;
  pictures jsonb;
begin
  if e.id is null then return null; end if;
  select * into x from public.exhibits o where o.exhibition_id = e.id and o.slug = p_object;
  if x.id is null or not private.exhibit_shows(x) then return null; end if;
  pictures := private.iiif_pictures(x, e.source_locale);
  if pictures = '[]' then return null; end if;
  return jsonb_build_object('exhibition', private.iiif_summary(e), 'slug', x.slug, 'kind', x.kind, 'title', private.exhibit_titles(x), 'texts', x.texts - 'title',
    'rights', x.rights, 'pictures', pictures, 'product', (select jsonb_build_object('id', p.id, 'slug', p.slug) from public.products p where p.id = x.product_id),
    'hall', (select jsonb_build_object('slug', h.slug, 'title', h.texts -> 'title') from public.halls h where h.id = x.hall_id),
    'booth', (select jsonb_build_object('slug', b.slug, 'title', private.booth_titles(b),
        'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country))
      from public.booths b join public.producers p on p.id = b.producer_id where b.id = x.booth_id));
end $$;
comment on function public.iiif_object is 'One object with all its pictures, texts in every language; null when it is not shown to everybody or has no picture.';
grant execute on function public.iiif_object(text, text) to anon, authenticated;

create function public.iiif_tour(p_slug text, p_tour text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.readable_exhibition(p_slug);
  t public.tours;
  stops jsonb;
begin
  if e.id is null then return null; end if;
  select * into t from public.tours o where o.exhibition_id = e.id and o.slug = p_tour;
  if t.id is null then return null; end if;
  stops := private.iiif_stops(t.id);
  if stops = '[]' then return null; end if;
  return jsonb_build_object('exhibition', private.iiif_summary(e), 'slug', t.slug, 'title', t.texts -> 'title', 'intro', t.texts -> 'intro', 'stops', stops);
end $$;
comment on function public.iiif_tour is 'A tour with its stops: region in pixels of the picture, or null for the whole of it; voices by language.';
grant execute on function public.iiif_tour(text, text) to anon, authenticated;

-- A booth on somebody else's page: its first objects.
create function public.embedded_booth(p_slug text, p_booth text, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.readable_exhibition(p_slug);
  b public.booths;
begin
  if e.id is null then return null; end if;
  select * into b from public.booths o where o.exhibition_id = e.id and o.slug = p_booth;
  if b.id is null or not private.booth_shows(b) then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale) - 'halls' - 'tours', 'turnsIn', private.seconds_to_turn(e),
    'booth', private.booth_card(b, p_locale, e.source_locale), 'producerId', b.producer_id,
    'story', private.text_in(b.texts, 'story', p_locale, e.source_locale),
    'objects', (select coalesce(jsonb_agg(private.exhibit_card(s.x, p_locale, e.source_locale) order by (s.x).position, (s.x).id), '[]')
      from (select x from public.exhibits x where x.booth_id = b.id and private.exhibit_shows(x) order by x.position, x.id limit 6) s));
end $$;
comment on function public.embedded_booth is '{frame, booth: card, story: {text, locale} or null, objects: at most six cards, turnsIn, producerId}; null when the booth is not open to everybody.';
grant execute on function public.embedded_booth(text, text, public.locale) to anon, authenticated;
