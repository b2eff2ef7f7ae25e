-- Versions of what curators made: kept, listed, restored; and an exhibition made from last year's. Producers' booths, printed codes,
-- cards and counts are no part of a version: of a booth it keeps only where it stood.

create function private.exhibition_content(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exhibition', jsonb_build_object('texts', e.texts, 'sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages), 'hero', e.hero_media_id,
      'theme', e.theme, 'pattern', e.pattern, 'hasGuestBook', e.has_guest_book, 'hasMeetings', e.has_meetings, 'hasCards', e.has_cards),
    'halls', coalesce((select jsonb_agg(to_jsonb(h) order by h.position) from public.halls h where h.exhibition_id = e.id), '[]'),
    'booths', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'hall', b.hall_id, 'position', b.position) order by b.position, b.id)
      from public.booths b where b.exhibition_id = e.id), '[]'),
    'works', coalesce((select jsonb_agg(to_jsonb(x) - 'updated_at' order by x.position, x.id) from public.exhibits x where x.exhibition_id = e.id and x.booth_id is null), '[]'),
    'workMedia', coalesce((select jsonb_agg(to_jsonb(m) order by m.exhibit_id, m.position) from public.exhibit_media m
      join public.exhibits x on x.id = m.exhibit_id where x.exhibition_id = e.id and x.booth_id is null), '[]'),
    'tours', coalesce((select jsonb_agg(to_jsonb(t) order by t.position, t.id) from public.tours t where t.exhibition_id = e.id), '[]'),
    'stops', coalesce((select jsonb_agg(to_jsonb(s) order by s.tour_id, s.position) from public.tour_stops s where s.exhibition_id = e.id), '[]'),
    'voices', coalesce((select jsonb_agg(to_jsonb(v)) from public.stop_audio v join public.tour_stops s on s.id = v.stop_id where s.exhibition_id = e.id), '[]'),
    'sections', coalesce((select jsonb_agg(to_jsonb(s) order by s.position, s.id) from public.sections s where s.exhibition_id = e.id), '[]'),
    'sectionMedia', coalesce((select jsonb_agg(to_jsonb(m)) from public.section_media m join public.sections s on s.id = m.section_id where s.exhibition_id = e.id), '[]'),
    'sectionFiles', coalesce((select jsonb_agg(to_jsonb(m)) from public.section_files m join public.sections s on s.id = m.section_id where s.exhibition_id = e.id), '[]'))
  from public.exhibitions e where e.id = p_exhibition
$$;
comment on function private.exhibition_content is 'Everything that curators made, as rows with their ids; its dates, its state and what producers wrote are not in it.';

create function private.keep_version(p_exhibition uuid, p_note text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  made integer;
begin
  update public.exhibitions set version = version + 1 where id = p_exhibition returning version into made;
  insert into public.exhibition_versions (exhibition_id, number, note, content, made_by)
  values (p_exhibition, made, left(btrim(coalesce(p_note, '')), 300), private.exhibition_content(p_exhibition), auth.uid());
  return made;
end $$;

create function public.keep_exhibition_version(p_exhibition uuid, p_note text default '') returns integer
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
begin
  -- Sent twice, nothing has changed: one version is enough.
  if exists (select 1 from public.exhibition_versions v where v.exhibition_id = p_exhibition and v.number = e.version
      and v.content = private.exhibition_content(p_exhibition) and v.note = left(btrim(coalesce(p_note, '')), 300)) then return e.version; end if;
  if (select count(*) from public.exhibition_versions v where v.exhibition_id = p_exhibition) >= 200 then raise exception 'too_many_versions' using errcode = 'PT409'; end if;
  perform private.record_exhibition(e, 'version_kept');
  return private.keep_version(p_exhibition, p_note);
end $$;
grant execute on function public.keep_exhibition_version(uuid, text) to authenticated;

create function public.list_exhibition_versions(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'note', v.note, 'at', v.made_at,
      'by', (select p.display_name from public.profiles p where p.user_id = v.made_by), 'title', v.content -> 'exhibition' -> 'texts' -> 'title' ->> (v.content -> 'exhibition' ->> 'sourceLocale'),
      'halls', jsonb_array_length(v.content -> 'halls'), 'works', jsonb_array_length(v.content -> 'works'),
      'sections', jsonb_array_length(v.content -> 'sections'), 'stops', jsonb_array_length(v.content -> 'stops')) order by v.number desc), '[]')
  from public.exhibition_versions v where v.exhibition_id = p_exhibition and private.curates_exhibition(p_exhibition)
$$;
grant execute on function public.list_exhibition_versions(uuid) to authenticated;

-- A slug is given anew when something made since has it.
create function private.kept_slug(p_table regclass, p_exhibition uuid, p_id uuid, p_slug text) returns text
language plpgsql volatile set search_path = '' as $$
declare
  taken boolean;
begin
  execute format('select exists (select 1 from %s where exhibition_id = $1 and slug = $2 and id <> $3)', p_table) into taken using p_exhibition, p_slug, p_id;
  return case when taken then private.free_slug_in(p_slug, p_table, p_exhibition) else p_slug end;
end $$;

create function private.existing_media(p_media uuid) returns uuid
language sql stable security definer set search_path = '' as $$ select m.id from public.media m where m.id = p_media $$;

create function private.restore_halls(p_exhibition uuid, c jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  h public.halls;
  kept uuid[] := array(select (x ->> 'id')::uuid from jsonb_array_elements(c -> 'halls') x);
begin
  -- Halls made since give their addresses and places up; those that are still needed get them anew below.
  update public.halls x set slug = 'gone-' || private.short_code(), position = 50 + n.place
  from (select id, row_number() over (order by position) as place from public.halls where exhibition_id = p_exhibition and id <> all (kept)) n where n.id = x.id;
  for h in select * from jsonb_populate_recordset(null::public.halls, c -> 'halls') loop
    insert into public.halls (id, exhibition_id, position, slug, texts, media_id)
    values (h.id, p_exhibition, h.position, private.kept_slug('public.halls', p_exhibition, h.id, h.slug), h.texts, private.existing_media(h.media_id))
    on conflict (id) do update set position = excluded.position, slug = excluded.slug, texts = excluded.texts, media_id = excluded.media_id;
  end loop;
  -- Booths go back to where they stood; one offered since, to the first hall. Imports of a hall that goes stand on the first page.
  update public.booths b set hall_id = n.hall_id, position = n.place from (
    select x.id, coalesce(o.hall, case when x.hall_id = any (kept) then x.hall_id end, kept[1], x.hall_id) as hall_id,
      row_number() over (partition by coalesce(o.hall, case when x.hall_id = any (kept) then x.hall_id end, kept[1], x.hall_id)
        order by o.position nulls last, x.position, x.id) - 1 as place
    from public.booths x left join (select (k ->> 'id')::uuid as id, (k ->> 'hall')::uuid as hall, (k ->> 'position')::integer as position
      from jsonb_array_elements(c -> 'booths') k) o on o.id = x.id where x.exhibition_id = p_exhibition) n where n.id = b.id;
  update public.exhibits x set hall_id = b.hall_id from public.booths b where b.id = x.booth_id and b.exhibition_id = p_exhibition and x.hall_id <> b.hall_id;
  update public.iiif_imports i set hall_id = null where i.exhibition_id = p_exhibition and i.hall_id <> all (kept);
end $$;

create function private.restore_works(p_exhibition uuid, c jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  x public.exhibits;
begin
  delete from public.exhibits o where o.exhibition_id = p_exhibition and o.booth_id is null
    and o.id not in (select (k ->> 'id')::uuid from jsonb_array_elements(c -> 'works') k);
  for x in select * from jsonb_populate_recordset(null::public.exhibits, c -> 'works') loop
    insert into public.exhibits (id, exhibition_id, hall_id, position, slug, kind, texts, rights)
    values (x.id, p_exhibition, x.hall_id, x.position, private.kept_slug('public.exhibits', p_exhibition, x.id, x.slug), x.kind, x.texts, x.rights)
    on conflict (id) do update set hall_id = excluded.hall_id, position = excluded.position, slug = excluded.slug, kind = excluded.kind,
      texts = excluded.texts, rights = excluded.rights;
  end loop;
  delete from public.exhibit_media m using public.exhibits o where o.id = m.exhibit_id and o.exhibition_id = p_exhibition and o.booth_id is null;
  insert into public.exhibit_media (exhibit_id, media_id, position, role, texts)
  select m.exhibit_id, m.media_id, m.position, m.role, m.texts from jsonb_populate_recordset(null::public.exhibit_media, c -> 'workMedia') m
  join public.media d on d.id = m.media_id;
end $$;

create function private.restore_tours(p_exhibition uuid, c jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  t public.tours;
begin
  delete from public.tours o where o.exhibition_id = p_exhibition and o.id not in (select (k ->> 'id')::uuid from jsonb_array_elements(c -> 'tours') k);
  for t in select * from jsonb_populate_recordset(null::public.tours, c -> 'tours') loop
    insert into public.tours (id, exhibition_id, position, slug, texts)
    values (t.id, p_exhibition, t.position, private.kept_slug('public.tours', p_exhibition, t.id, t.slug), t.texts)
    on conflict (id) do update set position = excluded.position, slug = excluded.slug, texts = excluded.texts;
  end loop;
  delete from public.tour_stops o where o.exhibition_id = p_exhibition and o.id not in (select (k ->> 'id')::uuid from jsonb_array_elements(c -> 'stops') k);
  insert into public.tour_stops (id, tour_id, exhibition_id, position, exhibit_id, media_id, x, y, width, height, texts)
  select s.id, s.tour_id, p_exhibition, s.position, (select o.id from public.exhibits o where o.id = s.exhibit_id and o.exhibition_id = p_exhibition),
    s.media_id, s.x, s.y, s.width, s.height, s.texts
  from jsonb_populate_recordset(null::public.tour_stops, c -> 'stops') s join public.media d on d.id = s.media_id
  on conflict (id) do update set tour_id = excluded.tour_id, position = excluded.position, exhibit_id = excluded.exhibit_id, media_id = excluded.media_id,
    x = excluded.x, y = excluded.y, width = excluded.width, height = excluded.height, texts = excluded.texts;
  delete from public.stop_audio v using public.tour_stops s where s.id = v.stop_id and s.exhibition_id = p_exhibition;
  insert into public.stop_audio (stop_id, locale, audio_id)
  select v.stop_id, v.locale, v.audio_id from jsonb_populate_recordset(null::public.stop_audio, c -> 'voices') v
  join public.tour_stops s on s.id = v.stop_id join public.audio a on a.id = v.audio_id;
end $$;

create function private.restore_sections(p_exhibition uuid, c jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.sections where exhibition_id = p_exhibition;
  insert into public.sections (id, exhibition_id, hall_id, position, kind, texts, place, latitude, longitude, tour_id)
  select s.id, p_exhibition, s.hall_id, s.position, s.kind, s.texts, s.place, s.latitude, s.longitude, s.tour_id
  from jsonb_populate_recordset(null::public.sections, c -> 'sections') s;
  insert into public.section_media (section_id, media_id, position, texts)
  select m.section_id, m.media_id, m.position, m.texts from jsonb_populate_recordset(null::public.section_media, c -> 'sectionMedia') m
  join public.media d on d.id = m.media_id;
  insert into public.section_files (section_id, file_id, position)
  select m.section_id, m.file_id, m.position from jsonb_populate_recordset(null::public.section_files, c -> 'sectionFiles') m
  join public.files f on f.id = m.file_id;
end $$;

create function public.restore_exhibition_version(p_exhibition uuid, p_number integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  c jsonb := (select v.content from public.exhibition_versions v where v.exhibition_id = p_exhibition and v.number = p_number);
  f jsonb := c -> 'exhibition';
  before integer;
begin
  if c is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Sent twice: it stands as that version says.
  if private.exhibition_content(p_exhibition) = c then return e.version; end if;
  before := private.keep_version(p_exhibition, '');
  perform private.restore_halls(p_exhibition, c);
  perform private.restore_works(p_exhibition, c);
  perform private.restore_tours(p_exhibition, c);
  perform private.restore_sections(p_exhibition, c);
  delete from public.halls h where h.exhibition_id = p_exhibition and h.id not in (select (k ->> 'id')::uuid from jsonb_array_elements(c -> 'halls') k)
    and not exists (select 1 from public.booths b where b.hall_id = h.id);
  update public.exhibitions x set texts = f -> 'texts', source_locale = (f ->> 'sourceLocale')::public.locale,
    languages = array(select (l #>> '{}')::public.locale from jsonb_array_elements(f -> 'languages') l), hero_media_id = private.existing_media((f ->> 'hero')::uuid),
    theme = f ->> 'theme', pattern = f ->> 'pattern', has_guest_book = (f ->> 'hasGuestBook')::boolean, has_meetings = (f ->> 'hasMeetings')::boolean,
    has_cards = (f ->> 'hasCards')::boolean
  where x.id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'version_restored', p_data => jsonb_build_object('version', p_number));
  return before;
end $$;
comment on function public.restore_exhibition_version is
  'Puts back what curators made as it stood, with the same ids; what stands now is kept as a version first, whose number it answers. Dates, state, booths'' contents, codes, cards and counts stay. A picture or paper that is gone meanwhile is left out.';
grant execute on function public.restore_exhibition_version(uuid, integer) to authenticated;

-- Made from another --------------------------------------------------------------------------------

create function private.clone_content(p_from uuid, p_to uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  ids jsonb;
begin
  -- Old id → new id, for all that is copied.
  select coalesce(jsonb_object_agg(o.id, gen_random_uuid()), '{}') into ids from (
    select id from public.halls where exhibition_id = p_from union all select id from public.exhibits where exhibition_id = p_from and booth_id is null
    union all select id from public.tours where exhibition_id = p_from union all select id from public.tour_stops where exhibition_id = p_from
    union all select id from public.sections where exhibition_id = p_from) o;
  insert into public.halls (id, exhibition_id, position, slug, texts, media_id)
  select (ids ->> h.id::text)::uuid, p_to, h.position, h.slug, h.texts, h.media_id from public.halls h where h.exhibition_id = p_from;
  insert into public.exhibits (id, exhibition_id, hall_id, position, slug, kind, texts, rights)
  select (ids ->> x.id::text)::uuid, p_to, (ids ->> x.hall_id::text)::uuid, x.position, x.slug, x.kind, x.texts, x.rights
  from public.exhibits x where x.exhibition_id = p_from and x.booth_id is null;
  insert into public.exhibit_media (exhibit_id, media_id, position, role, texts)
  select (ids ->> m.exhibit_id::text)::uuid, m.media_id, m.position, m.role, m.texts from public.exhibit_media m where ids ? m.exhibit_id::text;
  insert into public.tours (id, exhibition_id, position, slug, texts)
  select (ids ->> t.id::text)::uuid, p_to, t.position, t.slug, t.texts from public.tours t where t.exhibition_id = p_from;
  -- A stop about a producer's object keeps its picture only when the exhibition may show it by itself.
  insert into public.tour_stops (id, tour_id, exhibition_id, position, exhibit_id, media_id, x, y, width, height, texts)
  select (ids ->> s.id::text)::uuid, (ids ->> s.tour_id::text)::uuid, p_to, s.position, (ids ->> s.exhibit_id::text)::uuid, s.media_id, s.x, s.y, s.width, s.height, s.texts
  from public.tour_stops s join public.media m on m.id = s.media_id where s.exhibition_id = p_from and m.producer_id is null;
  insert into public.sections (id, exhibition_id, hall_id, position, kind, texts, place, latitude, longitude, tour_id)
  select (ids ->> s.id::text)::uuid, p_to, (ids ->> s.hall_id::text)::uuid, s.position, s.kind, s.texts, s.place, s.latitude, s.longitude, (ids ->> s.tour_id::text)::uuid
  from public.sections s where s.exhibition_id = p_from;
  insert into public.section_media (section_id, media_id, position, texts)
  select (ids ->> m.section_id::text)::uuid, m.media_id, m.position, m.texts from public.section_media m where ids ? m.section_id::text;
  insert into public.section_files (section_id, file_id, position)
  select (ids ->> m.section_id::text)::uuid, m.file_id, m.position from public.section_files m where ids ? m.section_id::text;
  perform private.offer_clone_booths(p_from, p_to, ids);
end $$;

create function private.offer_clone_booths(p_from uuid, p_to uuid, p_ids jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
  b public.booths;
begin
  select * into e from public.exhibitions where id = p_to;
  for b in select x.* from public.booths x join public.producers p on p.id = x.producer_id and p.state = 'active'
    where x.exhibition_id = p_from and x.state <> 'declined' order by x.hall_id, x.position, x.id loop
    perform private.offer_booth(e, (p_ids ->> b.hall_id::text)::uuid, b.producer_id);
  end loop;
end $$;

create function public.clone_exhibition(p_id uuid, p_from uuid, p_title text, p_opens text, p_closes text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  old public.exhibitions;
  e public.exhibitions;
begin
  perform private.require_active_user();
  if not private.curates_exhibition(p_from) then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into old from public.exhibitions where id = p_from;
  if private.claim_exhibition(p_id, old.cluster_id) then return p_id; end if;
  perform private.insert_exhibition(p_id, old.cluster_id, jsonb_build_object(
    -- What was said of last year's days is not true of this year's.
    'texts', jsonb_set(old.texts - '{closing,next}'::text[], array['title', old.source_locale::text], to_jsonb(btrim(coalesce(p_title, '')))),
    'sourceLocale', old.source_locale, 'languages', to_jsonb(old.languages), 'theme', old.theme, 'pattern', old.pattern, 'zone', old.zone,
    'opens', p_opens, 'closes', p_closes, 'hasGuestBook', old.has_guest_book, 'hasMeetings', old.has_meetings, 'hasCards', old.has_cards), p_from);
  update public.exhibitions set hero_media_id = old.hero_media_id where id = p_id returning * into e;
  insert into public.booth_templates (exhibition_id, texts, objects, label_length, has_works)
  select p_id, t.texts, t.objects, t.label_length, t.has_works from public.booth_templates t where t.exhibition_id = p_from;
  perform private.clone_content(p_from, p_id);
  perform private.record_exhibition(e, 'cloned', p_data => jsonb_build_object('from', p_from));
  return p_id;
end $$;
comment on function public.clone_exhibition is
  'A draft with the halls, works, sections and tours of another, and what it asked of booths, under new ids, with a title and dates of its own (wall clock of its zone). Booths are offered anew; voices, codes, cards and counts stay with the old one.';
grant execute on function public.clone_exhibition(uuid, uuid, text, text, text) to authenticated;
