-- A curator's exhibition: made, changed, thrown away. Every write below locks the exhibition first (private.require_curator).

-- Trimmed, and without what is empty: forms send every field in every language.
create function private.tidy_texts(p_texts jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(f.key, f.kept) filter (where f.kept <> '{}'), '{}')
  from (select x.key, (select coalesce(jsonb_object_agg(t.key, btrim(t.value)) filter (where btrim(coalesce(t.value, '')) <> ''), '{}')
      from jsonb_each_text(case jsonb_typeof(x.value) when 'object' then x.value else '{}' end) t) as kept
    from jsonb_each(case jsonb_typeof(p_texts) when 'object' then p_texts else '{}' end) x) f
$$;

-- Texts that must have a title in the language they are written in.
create function private.titled_texts(p_texts jsonb, p_source public.locale) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  texts jsonb := private.tidy_texts(p_texts);
begin
  if texts -> 'title' ->> p_source::text is null then raise exception 'required' using errcode = 'PT400'; end if;
  return texts;
end $$;

-- A part of an address that nothing else of this kind in the exhibition has.
create function private.free_slug_in(p_wanted text, p_table regclass, p_exhibition uuid) returns text
language plpgsql volatile set search_path = '' as $$
declare
  base text := private.slug_base(p_wanted);
  slug text;
  taken boolean;
begin
  if length(base) < 2 then base := 'item-' || private.short_code(); end if;
  if private.is_reserved_slug(base) then base := base || '-1'; end if;
  slug := base;
  for n in 2..50 loop
    execute format('select exists (select 1 from %s where exhibition_id = $1 and slug = $2)', p_table) into taken using p_exhibition, slug;
    if not taken then return slug; end if;
    slug := base || '-' || n;
  end loop;
  return base || '-' || private.short_code();
end $$;
comment on function private.free_slug_in is 'Whoever calls holds the exhibition locked.';

create function private.require_host(p_cluster uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not (private.is_operator() or (p_cluster is not null and private.coordinates_cluster(p_cluster))) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
end $$;
comment on function private.require_host is 'Who may make exhibitions of this cluster, or (null) of the site.';

create function private.check_exhibition_dates(p_opens timestamptz, p_closes timestamptz) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_opens is null or p_closes is null then raise exception 'required' using errcode = 'PT400'; end if;
  if p_closes <= p_opens then raise exception 'exhibition_dates_order' using errcode = 'PT400'; end if;
end $$;

create function private.write_exhibition(p_id uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  source public.locale := (p ->> 'sourceLocale')::public.locale;
  opens timestamptz := private.from_wall(p ->> 'opens', p ->> 'zone');
  closes timestamptz := private.from_wall(p ->> 'closes', p ->> 'zone');
begin
  perform private.check_exhibition_dates(opens, closes);
  update public.exhibitions e set
    texts = private.titled_texts(p -> 'texts', source), source_locale = source,
    languages = array(select distinct l from unnest(array_append(array(
      select (x #>> '{}')::public.locale from jsonb_array_elements(coalesce(p -> 'languages', '[]')) x), source)) l order by l),
    theme = coalesce(p ->> 'theme', e.theme), pattern = coalesce(p ->> 'pattern', e.pattern), zone = p ->> 'zone',
    opens_at = opens, closes_at = closes, has_guest_book = coalesce((p ->> 'hasGuestBook')::boolean, e.has_guest_book),
    has_meetings = coalesce((p ->> 'hasMeetings')::boolean, e.has_meetings), has_cards = coalesce((p ->> 'hasCards')::boolean, e.has_cards)
  where e.id = p_id;
end $$;

create function private.insert_exhibition(p_id uuid, p_cluster uuid, p jsonb, p_from uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  source public.locale := (p ->> 'sourceLocale')::public.locale;
  opens timestamptz := private.from_wall(p ->> 'opens', p ->> 'zone');
  closes timestamptz := private.from_wall(p ->> 'closes', p ->> 'zone');
  texts jsonb := private.titled_texts(p -> 'texts', source);
begin
  perform private.check_exhibition_dates(opens, closes);
  insert into public.exhibitions (id, slug, cluster_id, texts, source_locale, languages, zone, opens_at, closes_at, cloned_from, created_by)
  values (p_id, private.free_slug(texts -> 'title' ->> source::text, 'public.exhibitions'), p_cluster, texts, source, array[source], p ->> 'zone',
    opens, closes, p_from, auth.uid());
  perform private.write_exhibition(p_id, p);
end $$;

-- The form's id makes sending it again harmless; true when it was there already.
create function private.claim_exhibition(p_id uuid, p_cluster uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  made_for uuid;
begin
  perform private.claim_id(p_id);
  select e.cluster_id into made_for from public.exhibitions e where e.id = p_id;
  if not found then return false; end if;
  if made_for is distinct from p_cluster then raise exception 'conflict' using errcode = 'PT409'; end if;
  return true;
end $$;

create function public.save_exhibition(p_id uuid, p_cluster uuid, p_exhibition jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  perform private.require_host(p_cluster);
  if private.claim_exhibition(p_id, p_cluster) then
    e := private.require_curator(p_id);
    perform private.write_exhibition(p_id, p_exhibition);
    select * into e from public.exhibitions where id = p_id;
    perform private.record_exhibition(e, 'edited');
    return p_id;
  end if;
  perform private.insert_exhibition(p_id, p_cluster, p_exhibition);
  select * into e from public.exhibitions where id = p_id;
  perform private.record_exhibition(e, 'created');
  return p_id;
end $$;
comment on function public.save_exhibition is
  'Makes a draft, or changes an exhibition. p_cluster null: the site''s own. texts: {field: {locale: text}}; opens, closes: wall clock of zone, YYYY-MM-DDTHH:MI. Its address stays what it was.';
grant execute on function public.save_exhibition(uuid, uuid, jsonb) to authenticated;

-- Only what nobody has seen: a published one is archived.
create function public.delete_exhibition(p_exhibition uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  -- Sent twice: it is gone.
  if not exists (select 1 from public.exhibitions x where x.id = p_exhibition) then perform private.require_active_user(); return; end if;
  e := private.require_curator(p_exhibition);
  if e.published_at is not null or exists (select 1 from public.visitor_cards c where c.exhibition_id = p_exhibition)
    or exists (select 1 from public.codes c where c.exhibition_id = p_exhibition) then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  perform private.record_exhibition(e, 'deleted');
  delete from public.exhibitions where id = p_exhibition;
end $$;
comment on function public.delete_exhibition is 'A draft without printed codes and cards; everything in it goes along.';
grant execute on function public.delete_exhibition(uuid) to authenticated;
