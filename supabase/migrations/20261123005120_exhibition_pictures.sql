-- Pictures of an exhibition: sent through the same door as all others, then put into their place here.

create function private.is_exhibition_picture(e public.exhibitions, p_media uuid, p_booth uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.media m where m.id = p_media and case when p_booth is null
    then m.producer_id is null and m.cluster_id is not distinct from e.cluster_id and not exists (select 1 from public.site_settings s where s.logo_media_id = m.id)
    else m.producer_id = (select b.producer_id from public.booths b where b.id = p_booth) end)
$$;
comment on function private.is_exhibition_picture is 'Of its cluster, or of the site when it has none; in a booth, of its producer. A producer''s pictures stay in its booth.';

-- The booth in which a place lies: booth itself, or object, a work that stands alone in it. Null for the curators' places.
create function private.booth_of_place(p_place text, p_place_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select case p_place when 'booth' then p_place_id
    when 'object' then (select x.booth_id from public.exhibits x where x.id = p_place_id and x.product_id is null) end
$$;

create function private.producer_of_place(p_place text, p_place_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select b.producer_id from public.booths b where b.id = private.booth_of_place(p_place, p_place_id)
$$;

-- The exhibition in which a place lies, locked. A booth's places are its producer's.
create function private.curated_place(p_place text, p_place_id uuid) returns public.exhibitions
language plpgsql security definer set search_path = '' as $$
declare
  booth uuid := private.booth_of_place(p_place, p_place_id);
  e public.exhibitions;
  found_in uuid := case p_place
    when 'hero' then p_place_id
    when 'hall' then (select h.exhibition_id from public.halls h where h.id = p_place_id)
    when 'work' then (select x.exhibition_id from public.exhibits x where x.id = p_place_id and x.booth_id is null)
    when 'section' then (select s.exhibition_id from public.sections s where s.id = p_place_id and s.kind in ('gallery', 'text', 'quote')) end;
begin
  if booth is not null then
    found_in := (private.require_open_booth(booth)).exhibition_id;
    select * into strict e from public.exhibitions x where x.id = found_in;
    return e;
  end if;
  if found_in is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return private.require_curator(found_in);
end $$;

create function public.place_exhibition_picture(p_place text, p_place_id uuid, p_media uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.curated_place(p_place, p_place_id);
  booth uuid := private.booth_of_place(p_place, p_place_id);
begin
  if not private.is_exhibition_picture(e, p_media, booth) then raise exception 'photo_unknown' using errcode = 'PT400'; end if;
  case p_place
    when 'hero' then update public.exhibitions set hero_media_id = p_media where id = e.id;
    when 'hall' then update public.halls set media_id = p_media where id = p_place_id;
    when 'booth' then update public.booths set media_id = p_media where id = p_place_id;
    when 'work', 'object' then
      if (select count(*) from public.exhibit_media m where m.exhibit_id = p_place_id and m.media_id <> p_media) >= 72 then
        raise exception 'too_many_photos' using errcode = 'PT400';
      end if;
      insert into public.exhibit_media (exhibit_id, media_id, position)
      select p_place_id, p_media, coalesce(max(m.position) + 1, 0) from public.exhibit_media m where m.exhibit_id = p_place_id
      on conflict do nothing;
      update public.exhibits set position = position where id = p_place_id;
    else
      if (select count(*) from public.section_media m where m.section_id = p_place_id and m.media_id <> p_media) >= 24 then
        raise exception 'too_many_photos' using errcode = 'PT400';
      end if;
      insert into public.section_media (section_id, media_id, position)
      select p_place_id, p_media, coalesce(max(m.position) + 1, 0) from public.section_media m where m.section_id = p_place_id
      on conflict do nothing;
      update public.sections set position = position where id = p_place_id;
  end case;
  perform private.record_exhibition(e, 'pictured', p_producer => private.producer_of_place(p_place, p_place_id));
end $$;
comment on function public.place_exhibition_picture is 'p_place: hero (p_place_id: the exhibition), hall, work or section; booth or object (a work in a booth) for its producer. Hero, hall and booth have one, works up to 72 (a turntable), sections up to 24.';
grant execute on function public.place_exhibition_picture(text, uuid, uuid) to authenticated;

-- The picture itself stays: an earlier version may show it.
create function public.remove_exhibition_picture(p_place text, p_place_id uuid, p_media uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.curated_place(p_place, p_place_id);
begin
  case p_place
    when 'hero' then update public.exhibitions set hero_media_id = null where id = e.id and hero_media_id = p_media;
    when 'hall' then update public.halls set media_id = null where id = p_place_id and media_id = p_media;
    when 'booth' then update public.booths set media_id = null where id = p_place_id and media_id = p_media;
    when 'work', 'object' then
      delete from public.exhibit_media where exhibit_id = p_place_id and media_id = p_media;
      update public.exhibits set position = position where id = p_place_id;
    else
      delete from public.section_media where section_id = p_place_id and media_id = p_media;
      update public.sections set position = position where id = p_place_id;
  end case;
  perform private.record_exhibition(e, 'pictured', p_producer => private.producer_of_place(p_place, p_place_id));
end $$;
grant execute on function public.remove_exhibition_picture(text, uuid, uuid) to authenticated;

create function private.write_alts(p_media uuid, p_alts jsonb) returns void
language sql security definer set search_path = '' as $$
  delete from public.media_alts a using jsonb_each_text(p_alts) t where a.media_id = p_media and a.locale::text = t.key and btrim(t.value) = '';
  insert into public.media_alts (media_id, locale, alt)
  select p_media, t.key::public.locale, btrim(t.value) from jsonb_each_text(p_alts) t where btrim(t.value) <> ''
  on conflict (media_id, locale) do update set alt = excluded.alt, drafted = false
$$;

create function public.describe_exhibition_picture(p_place text, p_place_id uuid, p_media uuid, p_picture jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.curated_place(p_place, p_place_id);
  caption jsonb := private.tidy_texts(jsonb_build_object('caption', coalesce(p_picture -> 'caption', '{}')));
begin
  if not exists (
    select 1 where p_place = 'hero' and e.hero_media_id = p_media
    union all select 1 from public.halls h where p_place = 'hall' and h.id = p_place_id and h.media_id = p_media
    union all select 1 from public.booths b where p_place = 'booth' and b.id = p_place_id and b.media_id = p_media
    union all select 1 from public.exhibit_media m where p_place in ('work', 'object') and m.exhibit_id = p_place_id and m.media_id = p_media
    union all select 1 from public.section_media m where p_place = 'section' and m.section_id = p_place_id and m.media_id = p_media) then
    raise exception 'photo_unknown' using errcode = 'PT400';
  end if;
  perform private.write_alts(p_media, coalesce(p_picture -> 'alts', '{}'));
  if p_picture ? 'deep' then
    update public.media set deep_zoom = (p_picture ->> 'deep')::boolean where id = p_media and deep_zoom <> (p_picture ->> 'deep')::boolean;
  end if;
  if p_place in ('work', 'object') then
    update public.exhibit_media set role = coalesce((p_picture ->> 'role')::public.picture_role, role), texts = caption
    where exhibit_id = p_place_id and media_id = p_media;
  elsif p_place = 'section' then
    update public.section_media set texts = caption where section_id = p_place_id and media_id = p_media;
  end if;
  update public.exhibitions set updated_at = now() where id = e.id;
  perform private.record_exhibition(e, 'pictured', p_producer => private.producer_of_place(p_place, p_place_id));
end $$;
comment on function public.describe_exhibition_picture is
  '{alts: {locale: text}, caption: {locale: text}, role, deep}: what stands for the picture where it is not seen, and beneath it. An empty alt removes that language''s. deep: make tiles of it.';
grant execute on function public.describe_exhibition_picture(text, uuid, uuid, jsonb) to authenticated;
