-- The rooms of an exhibition as a visitor walks through them: its first page, a hall, a booth, an object, the plan. One function
-- for each page; each asks private.shown_exhibition first and answers null to whom nothing may be shown.

-- What stands on the sections of a page, in the curator's order.
create function private.section_views(p_exhibition uuid, p_hall uuid, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind,
    'title', private.text_in(s.texts, 'title', p_locale, p_source), 'body', private.text_in(s.texts, 'body', p_locale, p_source),
    'attribution', private.text_in(s.texts, 'attribution', p_locale, p_source),
    'place', s.place, 'latitude', s.latitude, 'longitude', s.longitude,
    'tour', (select jsonb_build_object('slug', t.slug, 'title', private.text_in(t.texts, 'title', p_locale, p_source),
        'intro', private.text_in(t.texts, 'intro', p_locale, p_source), 'stops', (select count(*) from private.tour_walk(t.id)),
        'cover', private.media_view((array_agg(x.media_id order by x.position))[1], p_locale, p_source, private.text_in(t.texts, 'title', p_locale, p_source) ->> 'text'))
      from public.tours t join public.tour_stops x on x.tour_id = t.id where t.id = s.tour_id group by t.id),
    'pictures', (select coalesce(jsonb_agg(v.view::jsonb || jsonb_build_object('caption', private.text_in(v.texts, 'caption', p_locale, p_source), 'deep', v.deep)
        order by v.position, v.media_id), '[]')
      from (select m.media_id, m.texts, m.position, d.tiled_at is not null and d.deep_zoom as deep,
          private.media_view(m.media_id, p_locale, p_source, coalesce(private.text_in(s.texts, 'title', p_locale, p_source) ->> 'text', '')) as view
        from public.section_media m join public.media d on d.id = m.media_id and d.state = 'ready' where m.section_id = s.id) v),
    'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages)
        order by x.position, f.id), '[]')
      from public.section_files x join public.files f on f.id = x.file_id where x.section_id = s.id)) order by s.position, s.id), '[]')
  from public.sections s where s.exhibition_id = p_exhibition and s.hall_id is not distinct from p_hall
$$;

-- The way through the halls: what stands in a hall by itself first, then booth after booth.
create function private.exhibit_walk(p_exhibition uuid) returns table (place bigint, exhibit_id uuid, hall_id uuid, booth_id uuid)
language sql stable security definer set search_path = '' as $$
  select row_number() over (order by h.position, b.position nulls first, x.position, x.id), x.id, x.hall_id, x.booth_id
  from public.exhibits x join public.halls h on h.id = x.hall_id left join public.booths b on b.id = x.booth_id
  where x.exhibition_id = p_exhibition and private.exhibit_shows(x)
$$;

create function private.hall_booths(p_hall uuid) returns setof public.booths
language sql stable security definer set search_path = '' as $$
  select b.* from public.booths b where b.hall_id = p_hall and private.booth_shows(b) order by b.position, b.id
$$;

-- Cards of at most so many objects in the order of the walk.
create function private.exhibit_cards(p_ids uuid[], p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.exhibit_card(x, p_locale, p_source) order by w.place), '[]')
  from unnest(p_ids) with ordinality as w (id, place) join public.exhibits x on x.id = w.id
$$;

create function private.exhibition_counts(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('booths', (select count(*) from public.booths b where b.exhibition_id = p_exhibition and private.booth_shows(b)),
    'exhibits', (select count(*) from public.exhibits x where x.exhibition_id = p_exhibition and private.exhibit_shows(x)))
$$;

create function private.hall_view(h public.halls, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', h.id, 'slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, p_source),
    'intro', private.text_in(h.texts, 'intro', p_locale, p_source),
    'cover', (select private.media_view(m.id, p_locale, p_source, private.text_in(h.texts, 'title', p_locale, p_source) ->> 'text')
      from public.media m where m.id = h.media_id and m.state = 'ready'),
    'booths', (select coalesce(jsonb_agg(private.booth_card(b, p_locale, p_source) order by b.position, b.id), '[]') from private.hall_booths(h.id) b),
    'exhibits', (select count(*) from public.exhibits x where x.hall_id = h.id and private.exhibit_shows(x)))
$$;

-- The frame of an exhibition whose halls are not open yet: what it is, and when.
create function private.exhibition_announced(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.exhibition_frame(e, p_locale) || '{"halls": [], "tours": []}'
$$;

create function public.exhibition_page(p_slug text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null then
    select * into e from public.exhibitions x where x.slug = p_slug and private.exhibition_is_public(x);
    if e.id is null then return null; end if;
    return jsonb_build_object('frame', private.exhibition_announced(e, p_locale), 'shown', false);
  end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'shown', true,
    'welcome', private.text_in(e.texts, 'welcome', p_locale, e.source_locale), 'closing', private.text_in(e.texts, 'closing', p_locale, e.source_locale),
    'next', private.text_in(e.texts, 'next', p_locale, e.source_locale), 'counts', private.exhibition_counts(e.id),
    'halls', (select coalesce(jsonb_agg(private.hall_view(h, p_locale, e.source_locale) order by h.position), '[]') from public.halls h where h.exhibition_id = e.id),
    'sections', private.section_views(e.id, null, p_locale, e.source_locale),
    -- One object of each booth, so that the first page shows as many hands as it can.
    'highlights', private.exhibit_cards(array(
      select f.exhibit_id from (select distinct on (w.booth_id) w.exhibit_id, w.place from private.exhibit_walk(e.id) w order by w.booth_id, w.place) f
      order by f.place limit 6), p_locale, e.source_locale));
end $$;
comment on function public.exhibition_page is
  'Null when there is nothing public of this address. shown false: it has not opened (or only its key opens it), and nothing of its halls is told.';

create function public.exhibition_hall(p_slug text, p_hall text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  h public.halls;
begin
  select * into h from public.halls x where x.exhibition_id = e.id and x.slug = p_hall;
  if h.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'hall', private.hall_view(h, p_locale, e.source_locale),
    'number', (select count(*) from public.halls o where o.exhibition_id = e.id and o.position <= h.position),
    'sections', private.section_views(e.id, h.id, p_locale, e.source_locale),
    'exhibits', private.exhibit_cards(array(select w.exhibit_id from private.exhibit_walk(e.id) w where w.hall_id = h.id order by w.place limit 120), p_locale, e.source_locale));
end $$;
comment on function public.exhibition_hall is 'exhibits: cards of all that stands in the hall, those without a booth first; a card names its booth.';

-- The neighbours of a booth over the whole exhibition.
create function private.booth_neighbours(b public.booths, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  with row_of as (
    select o.id, o.slug, private.booth_title(o, p_locale, p_source) as title, row_number() over (order by h.position, o.position, o.id) as place
    from public.booths o join public.halls h on h.id = o.hall_id where o.exhibition_id = b.exhibition_id and private.booth_shows(o)),
  here as (select place from row_of where id = b.id)
  select jsonb_build_object(
    'previous', (select jsonb_build_object('slug', r.slug, 'title', r.title) from row_of r, here where r.place = here.place - 1),
    'next', (select jsonb_build_object('slug', r.slug, 'title', r.title) from row_of r, here where r.place = here.place + 1))
$$;

-- A booth that is not approved yet, as visitors will see it: for whoever furnishes or curates it.
create function private.previews_booth(b public.booths) returns boolean
language sql stable security definer set search_path = '' as $$
  select not private.booth_shows(b) and b.state in ('accepted', 'submitted', 'approved')
    and (private.can_edit_producer(b.producer_id) or private.curates_exhibition(b.exhibition_id))
$$;

-- The objects of a booth in order, or what will be shown of it.
create function private.booth_objects(b public.booths) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select x.id from public.exhibits x where x.booth_id = b.id and (private.exhibit_shows(x)
      or (private.previews_booth(b) and (x.product_id is null or private.product_is_public(x.product_id))))
    order by x.position, x.id limit 60)
$$;

create function public.exhibition_booth(p_slug text, p_booth text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  b public.booths;
begin
  select * into b from public.booths x where x.exhibition_id = e.id and x.slug = p_booth and (private.booth_shows(x) or private.previews_booth(x));
  if b.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'booth', private.booth_card(b, p_locale, e.source_locale),
    'hallTitle', (select private.text_in(h.texts, 'title', p_locale, e.source_locale) from public.halls h where h.id = b.hall_id),
    -- Its own story for this fair, else what the producer tells of itself.
    'story', coalesce(private.text_in(b.texts, 'story', p_locale, e.source_locale), (
      select to_jsonb(private.text_view(p.story, p.source_locale, private.producer_texts(p.id, p_locale), 'story', p_locale)) from public.producers p where p.id = b.producer_id)),
    'producer', (select jsonb_build_object('id', p.id, 'foundedYear', p.founded_year, 'people', p.people_count) from public.producers p where p.id = b.producer_id),
    'meets', private.takes_meetings(b, e) and exists (select 1 from private.free_slots(b.id)),
    'workshop', (select coalesce(jsonb_agg(private.media_view(m.media_id, p_locale, p.source_locale, p.name) order by m.position, m.media_id), '[]')
      from public.producer_media m join public.producers p on p.id = m.producer_id join public.media d on d.id = m.media_id and d.state = 'ready'
      where m.producer_id = b.producer_id and m.use = 'workshop'),
    'exhibits', private.exhibit_cards(private.booth_objects(b), p_locale, e.source_locale), 'early', not private.booth_shows(b))
    || private.booth_neighbours(b, p_locale, e.source_locale);
end $$;
comment on function public.exhibition_booth is 'early: it is not approved yet, and shown to whoever furnishes or curates it alone.';

create function public.exhibition_object(p_slug text, p_exhibit text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  x public.exhibits;
  at bigint;
  shows boolean;
begin
  select * into x from public.exhibits o where o.exhibition_id = e.id and o.slug = p_exhibit;
  shows := private.exhibit_shows(x);
  if x.id is null or not (shows or exists (select 1 from public.booths b where b.id = x.booth_id and x.id = any (private.booth_objects(b)))) then return null; end if;
  select w.place into at from private.exhibit_walk(e.id) w where w.exhibit_id = x.id;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'exhibit', private.exhibit_card(x, p_locale, e.source_locale) || jsonb_build_object(
      'label', private.text_in(x.texts, 'label', p_locale, e.source_locale), 'maker', private.text_in(x.texts, 'maker', p_locale, e.source_locale),
      'made', private.text_in(x.texts, 'made', p_locale, e.source_locale), 'material', private.text_in(x.texts, 'material', p_locale, e.source_locale),
      'dimensions', private.text_in(x.texts, 'dimensions', p_locale, e.source_locale), 'credit', private.text_in(x.texts, 'credit', p_locale, e.source_locale),
      'rights', x.rights, 'updatedAt', x.updated_at, 'pictures', private.exhibit_pictures(x, p_locale, e.source_locale)),
    'productId', x.product_id, 'hallTitle', (select private.text_in(h.texts, 'title', p_locale, e.source_locale) from public.halls h where h.id = x.hall_id),
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country, 'verified', p.verified_at is not null)
      from public.booths b join public.producers p on p.id = b.producer_id where b.id = x.booth_id),
    'place', at, 'early', not shows, 'of', (select count(*) from private.exhibit_walk(e.id)),
    'previous', private.exhibit_cards(array(select w.exhibit_id from private.exhibit_walk(e.id) w where w.place = at - 1), p_locale, e.source_locale) -> 0,
    'next', private.exhibit_cards(array(select w.exhibit_id from private.exhibit_walk(e.id) w where w.place = at + 1), p_locale, e.source_locale) -> 0,
    'tours', (select coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'title', private.text_in(t.texts, 'title', p_locale, e.source_locale), 'stop', w.number)
        order by t.position, w.number), '[]')
      from public.tours t cross join lateral private.tour_walk(t.id) w join public.tour_stops s on s.id = w.stop_id
      where s.exhibit_id = x.id and t.exhibition_id = e.id));
end $$;

create function public.exhibition_plan(p_slug text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'halls', (select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, e.source_locale),
        'booths', (select coalesce(jsonb_agg(jsonb_build_object('slug', b.slug, 'title', private.booth_title(b, p_locale, e.source_locale),
            'place', (select p.place from public.producers p where p.id = b.producer_id),
            'exhibits', (select count(*) from public.exhibits x where x.booth_id = b.id and private.exhibit_shows(x))) order by b.position, b.id), '[]')
          from private.hall_booths(h.id) b),
        'works', (select count(*) from public.exhibits x where x.hall_id = h.id and x.booth_id is null and private.exhibit_shows(x))) order by h.position), '[]')
      from public.halls h where h.exhibition_id = e.id));
end $$;

create function public.exhibition_slides(p_slug text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'exhibits', private.exhibit_cards(array(select w.exhibit_id from private.exhibit_walk(e.id) w order by w.place limit 80), p_locale, e.source_locale));
end $$;

do $$
declare
  fn text;
begin
  foreach fn in array array['exhibition_page(text, public.locale, text)', 'exhibition_hall(text, text, public.locale, text)',
    'exhibition_booth(text, text, public.locale, text)', 'exhibition_object(text, text, public.locale, text)',
    'exhibition_plan(text, public.locale, text)', 'exhibition_slides(text, public.locale, text)'] loop
    execute format('revoke execute on function public.%s from public', fn);
    execute format('grant execute on function public.%s to anon, authenticated', fn);
  end loop;
end $$;

-- Pictures of an object and of a section say to which exhibition they belong only by what they hang on.
create function private.stale_exhibition_pictures() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  keys text[];
  source constant text := case when tg_op = 'DELETE' then 'old_rows' else 'new_rows' end;
begin
  if tg_table_name = 'exhibit_media' then
    execute format('select array_agg(distinct x.exhibition_id::text) from %I r join public.exhibits x on x.id = r.exhibit_id', source) into keys;
  else
    execute format('select array_agg(distinct s.exhibition_id::text) from %I r join public.sections s on s.id = r.section_id', source) into keys;
  end if;
  if keys is not null then perform private.tell_cache((select array_agg('exhibition:' || k) from unnest(keys[1:50]) k)); end if;
  return null;
end $$;

do $$
declare
  tab text;
begin
  foreach tab in array array['exhibit_media', 'section_media', 'section_files'] loop
    execute format('create trigger %I_stale_insert after insert on public.%I referencing new table as new_rows for each statement execute function private.stale_exhibition_pictures()', tab, tab);
    execute format('create trigger %I_stale_update after update on public.%I referencing new table as new_rows for each statement execute function private.stale_exhibition_pictures()', tab, tab);
    execute format('create trigger %I_stale_delete after delete on public.%I referencing old table as old_rows for each statement execute function private.stale_exhibition_pictures()', tab, tab);
  end loop;
end $$;
