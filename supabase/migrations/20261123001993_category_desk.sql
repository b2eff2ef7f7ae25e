-- The operator's category tree: read whole, changed one act at a time, each recorded.

create function public.operator_categories() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'parentId', c.parent_id, 'hsHeading', c.hs_heading,
      'unit', c.default_unit, 'hidden', c.hidden,
      'names', (select coalesce(jsonb_object_agg(n.locale, n.name), '{}') from public.category_translations n where n.category_id = c.id),
      'products', (select count(*) from public.products p where p.category_id = c.id)) order by c.position, c.key)
    from public.categories c), '[]');
end $$;
grant execute on function public.operator_categories() to authenticated;

-- A key nobody has: the name, then -2, -3 … behind it.
create function private.free_category_key(p_name text) returns text
language plpgsql volatile set search_path = '' as $$
declare
  base text := trim(both '-' from left(regexp_replace(private.fold(coalesce(p_name, '')), '[^a-z0-9]+', '-', 'g'), 60));
begin
  if length(base) < 2 then base := 'category-' || private.short_code(); end if;
  if not exists (select 1 from public.categories c where c.key = base) then return base; end if;
  return (select base || '-' || n from generate_series(2, 1000) n
    where not exists (select 1 from public.categories c where c.key = base || '-' || n) order by n limit 1);
end $$;

-- Makes or changes one; a new one, or one that moves, goes to the end of its new row. `p_id` comes from the form.
create function public.save_category(p_id uuid, p_parent uuid, p_hs_heading text, p_unit text, p_hidden boolean, p_names jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before public.categories;
  last_position integer;
  name_en text := btrim(coalesce(p_names ->> 'en', ''));
begin
  perform private.require_operator();
  if name_en = '' then raise exception 'required' using errcode = 'PT400'; end if;
  perform pg_advisory_xact_lock(hashtextextended('categories', 0));
  select * into before from public.categories c where c.id = p_id;
  select coalesce(max(c.position) + 1, 0) into last_position from public.categories c where c.parent_id is not distinct from p_parent;
  if before.id is null then
    insert into public.categories (id, key, parent_id, hs_heading, default_unit, hidden, position)
    values (p_id, private.free_category_key(name_en), p_parent, nullif(p_hs_heading, ''), nullif(p_unit, ''), p_hidden, last_position);
  else
    update public.categories set parent_id = p_parent, hs_heading = nullif(p_hs_heading, ''), default_unit = nullif(p_unit, ''), hidden = p_hidden,
      position = case when before.parent_id is not distinct from p_parent then before.position else last_position end
    where id = p_id;
  end if;
  delete from public.category_translations n where n.category_id = p_id and btrim(coalesce(p_names ->> n.locale::text, '')) = '';
  insert into public.category_translations (category_id, locale, name)
  select p_id, e.key::public.locale, btrim(e.value) from jsonb_each_text(p_names) e where btrim(e.value) <> ''
  on conflict (category_id, locale) do update set name = excluded.name;
  perform private.record_event('category', p_id, case when before.id is null then 'category.created' else 'category.edited' end,
    p_data => jsonb_build_object('name', name_en));
end $$;
grant execute on function public.save_category(uuid, uuid, text, text, boolean, jsonb) to authenticated;

-- One place up or down among its neighbours; at the end of the row nothing happens.
create function public.move_category(p_id uuid, p_up boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  parent uuid;
  row_ids uuid[];
  at integer;
  other integer;
begin
  perform private.require_operator();
  perform pg_advisory_xact_lock(hashtextextended('categories', 0));
  select c.parent_id into parent from public.categories c where c.id = p_id;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  row_ids := array(select c.id from public.categories c where c.parent_id is not distinct from parent order by c.position, c.key);
  at := array_position(row_ids, p_id);
  other := at + case when p_up then -1 else 1 end;
  if other < 1 or other > cardinality(row_ids) then return; end if;
  row_ids[at] := row_ids[other];
  row_ids[other] := p_id;
  update public.categories c set position = o.n - 1 from unnest(row_ids) with ordinality as o (id, n)
  where c.id = o.id and c.position <> o.n - 1;
  perform private.record_event('category', p_id, 'category.moved', p_data => jsonb_build_object('name',
    (select n.name from public.category_translations n where n.category_id = p_id and n.locale = 'en')));
end $$;
grant execute on function public.move_category(uuid, boolean) to authenticated;

create function public.delete_category(p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  name_en text;
begin
  perform private.require_operator();
  perform pg_advisory_xact_lock(hashtextextended('categories', 0));
  if not exists (select 1 from public.categories c where c.id = p_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.categories c where c.parent_id = p_id) or exists (select 1 from public.products p where p.category_id = p_id) then
    raise exception 'category_in_use' using errcode = 'PT409';
  end if;
  select n.name into name_en from public.category_translations n where n.category_id = p_id and n.locale = 'en';
  delete from public.categories where id = p_id;
  perform private.record_event('category', p_id, 'category.deleted', p_data => jsonb_build_object('name', name_en));
end $$;
grant execute on function public.delete_category(uuid) to authenticated;
