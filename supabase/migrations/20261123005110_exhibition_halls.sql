-- What stands in an exhibition: halls, works that stand alone, sections, their pictures and papers, and the order of all.

create function private.curated_hall(p_hall uuid) returns public.halls
language plpgsql security definer set search_path = '' as $$
declare
  h public.halls;
begin
  select * into h from public.halls where id = p_hall;
  if h.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(h.exhibition_id);
  return h;
end $$;

create function public.save_hall(p_id uuid, p_exhibition uuid, p_hall jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
<<save_hall>>
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  texts jsonb := private.titled_texts(p_hall -> 'texts', e.source_locale);
  made_for uuid;
  place integer;
begin
  select h.exhibition_id into made_for from public.halls h where h.id = p_id;
  if made_for is not null and made_for <> p_exhibition then raise exception 'conflict' using errcode = 'PT409'; end if;
  if made_for is null then
    select coalesce(max(h.position) + 1, 0) into place from public.halls h where h.exhibition_id = p_exhibition;
    if place > 29 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.halls (id, exhibition_id, position, slug, texts)
    values (p_id, p_exhibition, place, private.free_slug_in(texts -> 'title' ->> e.source_locale::text, 'public.halls', p_exhibition), texts);
  else update public.halls h set texts = save_hall.texts where h.id = p_id;
  end if;
  perform private.record_exhibition(e, 'hall_saved');
  return p_id;
end $$;
grant execute on function public.save_hall(uuid, uuid, jsonb) to authenticated;

-- Works and sections go with it; a booth is somebody's, so it has to be moved or withdrawn first.
create function public.remove_hall(p_hall uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  h public.halls := private.curated_hall(p_hall);
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = h.exhibition_id;
  if exists (select 1 from public.booths b where b.hall_id = p_hall) then raise exception 'hall_has_booths' using errcode = 'PT409'; end if;
  delete from public.halls where id = p_hall;
  update public.halls x set position = n.place - 1
  from (select id, row_number() over (order by position) as place from public.halls where exhibition_id = h.exhibition_id) n where n.id = x.id;
  perform private.record_exhibition(e, 'hall_removed');
end $$;
grant execute on function public.remove_hall(uuid) to authenticated;

-- Works -------------------------------------------------------------------------------------------

create function public.save_work(p_id uuid, p_hall uuid, p_work jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
<<save_work>>
declare
  h public.halls := private.curated_hall(p_hall);
  e public.exhibitions;
  x public.exhibits;
  texts jsonb;
  place integer;
begin
  select * into e from public.exhibitions where id = h.exhibition_id;
  texts := private.titled_texts(p_work -> 'texts', e.source_locale);
  if coalesce(p_work ->> 'kind', '') not in ('work', 'tool', 'step') then raise exception 'not_a_choice' using errcode = 'PT400'; end if;
  select * into x from public.exhibits where id = p_id;
  if x.id is not null and (x.exhibition_id <> e.id or x.booth_id is not null) then raise exception 'conflict' using errcode = 'PT409'; end if;
  select coalesce(max(o.position) + 1, 0) into place from public.exhibits o where o.hall_id = p_hall and o.booth_id is null;
  if x.id is null then
    if (select count(*) from public.exhibits o where o.exhibition_id = e.id) >= 1000 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.exhibits (id, exhibition_id, hall_id, position, slug, kind, texts, rights)
    values (p_id, e.id, p_hall, place, private.free_slug_in(texts -> 'title' ->> e.source_locale::text, 'public.exhibits', e.id),
      (p_work ->> 'kind')::public.exhibit_kind, texts, nullif(p_work ->> 'rights', ''));
  else
    update public.exhibits o set kind = (p_work ->> 'kind')::public.exhibit_kind, texts = save_work.texts, rights = nullif(p_work ->> 'rights', ''),
      position = case when o.hall_id = p_hall then o.position else place end, hall_id = p_hall
    where o.id = p_id;
  end if;
  perform private.record_exhibition(e, 'work_saved');
  return p_id;
end $$;
comment on function public.save_work is 'Something that stands in a hall by itself: kind work, tool or step. Another hall moves it to that one''s end.';
grant execute on function public.save_work(uuid, uuid, jsonb) to authenticated;

create function public.remove_work(p_work uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  x public.exhibits;
  e public.exhibitions;
begin
  select * into x from public.exhibits where id = p_work;
  if x.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  e := private.require_curator(x.exhibition_id);
  if x.booth_id is not null then raise exception 'not_found' using errcode = 'PT404'; end if;
  delete from public.exhibits where id = p_work;
  perform private.record_exhibition(e, 'work_removed');
end $$;
comment on function public.remove_work is 'What stands in a booth is its producer''s.';
grant execute on function public.remove_work(uuid) to authenticated;

-- Sections ----------------------------------------------------------------------------------------

create function public.save_section(p_id uuid, p_exhibition uuid, p_section jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
<<save_section>>
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  hall uuid := nullif(p_section ->> 'hall', '')::uuid;
  tour uuid := nullif(p_section ->> 'tour', '')::uuid;
  what public.section_kind := (p_section ->> 'kind')::public.section_kind;
  texts jsonb := private.tidy_texts(p_section -> 'texts');
  s public.sections;
  place integer;
begin
  select * into s from public.sections where id = p_id;
  if s.id is not null and (s.exhibition_id <> p_exhibition or s.kind <> what) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if what in ('text', 'quote') and texts -> 'body' ->> e.source_locale::text is null then raise exception 'required' using errcode = 'PT400'; end if;
  if what = 'map' and (p_section ->> 'latitude') is null then raise exception 'required' using errcode = 'PT400'; end if;
  if what = 'tour' and tour is null then raise exception 'required' using errcode = 'PT400'; end if;
  if hall is not null and not exists (select 1 from public.halls h where h.id = hall and h.exhibition_id = p_exhibition) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if s.id is null then
    select coalesce(max(x.position) + 1, 0) into place from public.sections x where x.exhibition_id = p_exhibition and x.hall_id is not distinct from hall;
    if place > 59 then raise exception 'exhibition_full' using errcode = 'PT409'; end if;
    insert into public.sections (id, exhibition_id, hall_id, position, kind, texts, place, latitude, longitude, tour_id)
    values (p_id, p_exhibition, hall, place, what, texts, btrim(coalesce(p_section ->> 'place', '')),
      case when what = 'map' then (p_section ->> 'latitude')::double precision end,
      case when what = 'map' then (p_section ->> 'longitude')::double precision end, case when what = 'tour' then tour end);
  else
    update public.sections x set texts = save_section.texts, place = btrim(coalesce(p_section ->> 'place', '')),
      latitude = case when what = 'map' then (p_section ->> 'latitude')::double precision end,
      longitude = case when what = 'map' then (p_section ->> 'longitude')::double precision end, tour_id = case when what = 'tour' then tour end
    where x.id = p_id;
  end if;
  perform private.record_exhibition(e, 'section_saved');
  return p_id;
end $$;
comment on function public.save_section is 'hall: empty for the first page; hall and kind stay what they were. latitude, longitude: degrees (WGS 84), for a map.';
grant execute on function public.save_section(uuid, uuid, jsonb) to authenticated;

create function private.curated_section(p_section uuid) returns public.sections
language plpgsql security definer set search_path = '' as $$
declare
  s public.sections;
begin
  select * into s from public.sections where id = p_section;
  if s.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(s.exhibition_id);
  return s;
end $$;

create function public.remove_section(p_section uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.sections := private.curated_section(p_section);
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = s.exhibition_id;
  delete from public.sections where id = p_section;
  perform private.record_exhibition(e, 'section_removed');
end $$;
grant execute on function public.remove_section(uuid) to authenticated;

-- Papers that were put into the exhibition's room of files and may be taken along from this section.
create function public.set_section_files(p_section uuid, p_files uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.sections := private.curated_section(p_section);
begin
  if s.kind <> 'documents' or cardinality(p_files) > 20 then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  -- A clone shows papers that lie in the room of the one it was made from.
  if exists (select 1 from unnest(p_files) f where not exists (select 1 from public.files x where x.id = f and x.room = 'exhibition' and x.room_id = s.exhibition_id)
      and not exists (select 1 from public.section_files o where o.file_id = f and o.section_id = p_section)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  delete from public.section_files where section_id = p_section;
  insert into public.section_files (section_id, file_id, position)
  select p_section, f, min(n) - 1 from unnest(p_files) with ordinality u (f, n) group by f;
  update public.sections set position = position where id = p_section;
end $$;
comment on function public.set_section_files is 'All papers of the section, in order.';
grant execute on function public.set_section_files(uuid, uuid[]) to authenticated;

-- Order -------------------------------------------------------------------------------------------

-- The ids of one list, as they lie now.
create function private.arranged(p_exhibition uuid, p_what text, p_within uuid) returns table (id uuid, place integer)
language sql stable security definer set search_path = '' as $$
  select h.id, h.position from public.halls h where p_what = 'halls' and h.exhibition_id = p_exhibition
  union all select b.id, b.position from public.booths b where p_what = 'booths' and b.exhibition_id = p_exhibition and b.hall_id = p_within
  union all select x.id, x.position from public.exhibits x where p_what = 'works' and x.exhibition_id = p_exhibition and x.hall_id = p_within and x.booth_id is null
  union all select s.id, s.position from public.sections s where p_what = 'sections' and s.exhibition_id = p_exhibition and s.hall_id is not distinct from p_within
  union all select t.id, t.position from public.tours t where p_what = 'tours' and t.exhibition_id = p_exhibition
  union all select m.media_id, m.position from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id
    where p_what = 'work_pictures' and x.exhibition_id = p_exhibition and x.booth_id is null and x.id = p_within
  union all select m.media_id, m.position from public.section_media m join public.sections s on s.id = m.section_id
    where p_what = 'section_pictures' and s.exhibition_id = p_exhibition and s.id = p_within
$$;

create function public.arrange_exhibition(p_exhibition uuid, p_what text, p_within uuid, p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  ids uuid[];
begin
  if cardinality(p_ids) > 1000 or (select count(distinct i) from unnest(p_ids) i) <> cardinality(p_ids) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from unnest(p_ids) i where not exists (select 1 from private.arranged(p_exhibition, p_what, p_within) a where a.id = i)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  -- What came meanwhile, and is not named, stands behind.
  ids := p_ids || array(select a.id from private.arranged(p_exhibition, p_what, p_within) a where a.id <> all (p_ids) order by a.place, a.id);
  case p_what
    when 'halls' then update public.halls x set position = array_position(ids, x.id) - 1 where x.id = any (ids);
    when 'booths' then update public.booths x set position = array_position(ids, x.id) - 1 where x.id = any (ids);
    when 'works' then update public.exhibits x set position = array_position(ids, x.id) - 1 where x.id = any (ids);
    when 'sections' then update public.sections x set position = array_position(ids, x.id) - 1 where x.id = any (ids);
    when 'tours' then update public.tours x set position = array_position(ids, x.id) - 1 where x.id = any (ids);
    when 'work_pictures' then
      update public.exhibit_media x set position = array_position(ids, x.media_id) - 1 where x.exhibit_id = p_within;
      update public.exhibits x set position = x.position where x.id = p_within;
    when 'section_pictures' then
      update public.section_media x set position = array_position(ids, x.media_id) - 1 where x.section_id = p_within;
      update public.sections x set position = x.position where x.id = p_within;
    else raise exception 'invalid_input' using errcode = 'PT400';
  end case;
  perform private.record_exhibition(e, 'arranged');
end $$;
comment on function public.arrange_exhibition is
  'p_what: halls, booths, works (p_within: a hall), sections (p_within: a hall, or null for the first page), tours, work_pictures, section_pictures. not_found when one of the ids does not belong there.';
grant execute on function public.arrange_exhibition(uuid, text, uuid, uuid[]) to authenticated;
