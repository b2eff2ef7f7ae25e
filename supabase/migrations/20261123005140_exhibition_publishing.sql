-- Before an exhibition is shown: what is missing. Then publishing it, the unlisted link, the override, and the archive.

-- Every text that has to stand in all languages of the exhibition, and those in which it does.
create function private.exhibition_texts(p_exhibition uuid) returns table (what text, id uuid, name text, field text, texts jsonb)
language sql stable security definer set search_path = '' as $$
  with e as (select * from public.exhibitions where id = p_exhibition)
  select 'exhibition', e.id, e.texts -> 'title' ->> e.source_locale::text, f, coalesce(e.texts -> f, '{}') from e cross join unnest('{title,summary}'::text[]) f
  union all select 'hall', h.id, h.texts -> 'title' ->> e.source_locale::text, f, coalesce(h.texts -> f, '{}')
    from e join public.halls h on h.exhibition_id = e.id cross join unnest('{title,intro}'::text[]) f
  union all select 'booth', b.id, p.name, 'story', coalesce(b.texts -> 'story', '{}')
    from e join public.booths b on b.exhibition_id = e.id and b.state = 'approved' join public.producers p on p.id = b.producer_id
  union all select 'work', x.id, x.texts -> 'title' ->> e.source_locale::text, f, coalesce(x.texts -> f, '{}')
    from e join public.exhibits x on x.exhibition_id = e.id and x.booth_id is null cross join unnest('{title,label}'::text[]) f
  union all select 'exhibit', x.id, p.title, f, case when f = 'title' then private.product_title_texts(p.id) else '{}' end || coalesce(x.texts -> f, '{}')
    from e join public.exhibits x on x.exhibition_id = e.id join public.booths b on b.id = x.booth_id and b.state = 'approved'
    join public.products p on p.id = x.product_id cross join unnest('{title,label}'::text[]) f
  union all select 'exhibit', x.id, x.texts -> 'title' ->> e.source_locale::text, f, coalesce(x.texts -> f, '{}')
    from e join public.exhibits x on x.exhibition_id = e.id and x.product_id is null join public.booths b on b.id = x.booth_id and b.state = 'approved'
    cross join unnest('{title,label}'::text[]) f
  union all select 'stop', s.id, s.texts -> 'title' ->> e.source_locale::text, f, coalesce(s.texts -> f, '{}')
    from e join public.tour_stops s on s.exhibition_id = e.id cross join unnest('{title,body}'::text[]) f
  -- The words of a voice have to stand in its language; languages without a voice count as done.
  union all select 'stop', s.id, s.texts -> 'title' ->> e.source_locale::text, 'transcript', coalesce(s.texts -> 'transcript', '{}')
      || (select coalesce(jsonb_object_agg(l, ''), '{}') from unnest(e.languages) l
        where not exists (select 1 from public.stop_audio v where v.stop_id = s.id and v.locale = l))
    from e join public.tour_stops s on s.exhibition_id = e.id where exists (select 1 from public.stop_audio v where v.stop_id = s.id)
$$;

-- Every picture that visitors will see, where it hangs, and the languages of its alt text.
create function private.exhibition_media(p_exhibition uuid) returns table (what text, id uuid, name text, media_id uuid, hall_id uuid, curated boolean)
language sql stable security definer set search_path = '' as $$
  with e as (select * from public.exhibitions where id = p_exhibition)
  select 'exhibition', e.id, e.texts -> 'title' ->> e.source_locale::text, e.hero_media_id, null::uuid, true from e where e.hero_media_id is not null
  union all select 'hall', h.id, h.texts -> 'title' ->> e.source_locale::text, h.media_id, h.id, true from e join public.halls h on h.exhibition_id = e.id and h.media_id is not null
  union all select 'booth', b.id, p.name, b.media_id, b.hall_id, false from e join public.booths b on b.exhibition_id = e.id and b.state = 'approved' and b.media_id is not null
    join public.producers p on p.id = b.producer_id
  union all select case when x.booth_id is null then 'work' else 'exhibit' end, x.id,
      coalesce(x.texts -> 'title' ->> e.source_locale::text, (select p.title from public.products p where p.id = x.product_id)), m.media_id, x.hall_id, x.booth_id is null
    from e join public.exhibits x on x.exhibition_id = e.id and private.exhibit_shows(x) join public.exhibit_media m on m.exhibit_id = x.id
  union all select 'section', s.id, coalesce(s.texts -> 'title' ->> e.source_locale::text, ''), m.media_id, s.hall_id, true
    from e join public.sections s on s.exhibition_id = e.id join public.section_media m on m.section_id = s.id
  union all select 'stop', s.id, s.texts -> 'title' ->> e.source_locale::text, s.media_id, null::uuid, false
    from e join public.tour_stops s on s.exhibition_id = e.id
$$;

-- The pictures on the page of a hall: its own, its sections', one of each booth, one of each object.
create function private.hall_pictures(p_hall uuid) returns table (width integer, height integer)
language sql stable security definer set search_path = '' as $$
  select m.width, m.height from public.media m where m.id in (
    select h.media_id from public.halls h where h.id = p_hall
    union all select y.media_id from public.section_media y join public.sections s on s.id = y.section_id where s.hall_id = p_hall)
  union all
  select coalesce(m.width, 1200), coalesce(m.height, 1200) from public.exhibits x
  left join lateral (select d.width, d.height from (
      select o.media_id, 0 as turn, o.position from public.exhibit_media o where o.exhibit_id = x.id
      union all select o.media_id, 1, o.position from public.product_media o where o.product_id = x.product_id) c
    join public.media d on d.id = c.media_id order by c.turn, c.position limit 1) m on true
  where x.hall_id = p_hall and private.exhibit_shows(x)
  union all
  select 1200, 800 from public.booths b where b.hall_id = p_hall and private.booth_shows(b)
$$;

create function private.exhibition_facts(e public.exhibitions) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages), 'theme', e.theme,
    'opensAt', e.opens_at, 'closesAt', e.closes_at, 'now', now(), 'hasHero', e.hero_media_id is not null,
    'texts', coalesce((select jsonb_agg(jsonb_build_object('what', t.what, 'id', t.id, 'name', t.name, 'field', t.field,
        'locales', array(select jsonb_object_keys(t.texts))))
      from private.exhibition_texts(e.id) t where exists (select 1 from unnest(e.languages) l where not t.texts ? l::text)), '[]'),
    'pictures', coalesce((select jsonb_agg(jsonb_build_object('what', p.what, 'id', p.id, 'name', p.name, 'media', p.media_id, 'curated', p.curated,
        'state', m.state, 'locales', array(select a.locale from public.media_alts a where a.media_id = p.media_id)))
      from private.exhibition_media(e.id) p join public.media m on m.id = p.media_id
      where m.state <> 'ready' or not exists (select 1 from public.media_alts a where a.media_id = p.media_id and a.locale = e.source_locale)), '[]'),
    'halls', coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.texts -> 'title' ->> e.source_locale::text,
        'objects', (select count(*) from public.exhibits x where x.hall_id = h.id and private.exhibit_shows(x)),
        'pictures', coalesce((select jsonb_agg(jsonb_build_array(p.width, p.height)) from private.hall_pictures(h.id) p), '[]')) order by h.position)
      from public.halls h where h.exhibition_id = e.id), '[]'),
    'booths', jsonb_build_object('waiting', (select count(*) from public.booths b where b.exhibition_id = e.id and b.state = 'submitted'),
      'open', (select count(*) from public.booths b where b.exhibition_id = e.id and b.state in ('offered', 'accepted'))))
$$;
comment on function private.exhibition_facts is
  'What src/domain/exhibitions/checklist.ts judges: only texts and pictures that lack a language, and all halls with the pixel sizes of the pictures on their page.';

create function public.exhibition_checks(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.exhibition_facts(e) from public.exhibitions e where e.id = p_exhibition and private.curates_exhibition(p_exhibition)
$$;
comment on function public.exhibition_checks is 'As private.exhibition_facts gives it. Null for a stranger.';
grant execute on function public.exhibition_checks(uuid) to authenticated;

-- What SQL can know of the list; contrast and weight are the page's.
create function private.exhibition_is_ready(e public.exhibitions) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  facts jsonb := private.exhibition_facts(e);
begin
  return e.closes_at > now() and facts -> 'pictures' = '[]'
    -- What stands in one language stands in all; a title, a summary and the label of a work have to stand.
    and not exists (select 1 from jsonb_array_elements(facts -> 'texts') t where t ->> 'field' in ('title', 'summary', 'transcript') or t ->> 'what' = 'work' or t -> 'locales' <> '[]')
    and exists (select 1 from jsonb_array_elements(facts -> 'halls') h where (h ->> 'objects')::integer > 0);
end $$;

create function public.publish_exhibition(p_exhibition uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
begin
  -- Sent twice, or by two curators: it is published.
  if e.published_at is not null then return; end if;
  if not private.exhibition_is_ready(e) then raise exception 'exhibition_not_ready' using errcode = 'PT409'; end if;
  update public.exhibitions set published_at = now() where id = p_exhibition returning * into e;
  perform private.keep_version(p_exhibition, '');
  perform private.record_exhibition(e, 'published');
end $$;
comment on function public.publish_exhibition is 'Refused with exhibition_not_ready while something of the list is missing. Keeps a version.';
grant execute on function public.publish_exhibition(uuid) to authenticated;

create function public.unpublish_exhibition(p_exhibition uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
begin
  if e.published_at is null then return; end if;
  perform private.require_reason(p_reason);
  update public.exhibitions set published_at = null, override = null where id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'unpublished', p_reason);
end $$;
comment on function public.unpublish_exhibition is 'A draft again; printed codes lead nowhere until it is published anew.';
grant execute on function public.unpublish_exhibition(uuid, text) to authenticated;

create function public.set_exhibition_override(p_exhibition uuid, p_override text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
begin
  if e.published_at is null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_override is not null and p_override not in ('open', 'closed') then raise exception 'not_a_choice' using errcode = 'PT400'; end if;
  if e.override is not distinct from p_override then return; end if;
  update public.exhibitions set override = p_override where id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'overridden', p_reason, p_data => jsonb_build_object('override', p_override));
end $$;
comment on function public.set_exhibition_override is 'open or closed whatever the dates say; null: the dates decide again.';
grant execute on function public.set_exhibition_override(uuid, text, text) to authenticated;

create function public.archive_exhibition(p_exhibition uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = p_exhibition;
  if e.archived_at is not null and private.curates_exhibition(p_exhibition) then return; end if;
  e := private.require_curator(p_exhibition);
  if private.exhibition_state(e) <> 'closed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.exhibitions set archived_at = now(), preview_hash = null where id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'archived');
end $$;
comment on function public.archive_exhibition is 'Only a closed one. It stays readable and is never changed again.';
grant execute on function public.archive_exhibition(uuid) to authenticated;

-- A new link ends the one before.
create function public.make_preview_link(p_exhibition uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  key text := private.new_token();
begin
  update public.exhibitions set preview_hash = private.hash_token(key) where id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'preview_made');
  return key;
end $$;
comment on function public.make_preview_link is 'The key, this once: only its hash is kept.';
grant execute on function public.make_preview_link(uuid) to authenticated;

create function public.revoke_preview_link(p_exhibition uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
begin
  if e.preview_hash is null then return; end if;
  update public.exhibitions set preview_hash = null where id = p_exhibition returning * into e;
  perform private.record_exhibition(e, 'preview_revoked');
end $$;
grant execute on function public.revoke_preview_link(uuid) to authenticated;
