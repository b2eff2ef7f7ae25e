-- Which writes make which listings and names stale. One trigger a statement, so a bulk write says it once.

create function private.note_stale(p_kind integer, p_keys text[]) returns void
language sql volatile security definer set search_path = '' as $$
  insert into private.stale (kind, key)
  select p_kind, k.key from (select distinct u.key from unnest(p_keys) as u (key) where u.key is not null) k
  where coalesce(current_setting('isoko.catalogue', true), '') <> 'off'
  on conflict do nothing
$$;

create function private.note_stale_of_producers(p_producers uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
  select private.note_stale(0, array(
    select p.id::text from public.products p where p.producer_id = any (p_producers) and p.state = 'published'))
$$;

create function private.products_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.note_stale(0, array(select n.id::text from new_rows n where n.state = 'published'));
  elsif tg_op = 'DELETE' then
    perform private.note_stale(0, array(select o.id::text from old_rows o where o.state = 'published'));
  else
    perform private.note_stale(0, array(
      select n.id::text from new_rows n join old_rows o on o.id = n.id
      where 'published' in (n.state, o.state)
        and (o.state, o.producer_id, o.category_id, o.source_locale, o.title, o.description, o.customisation, o.price_amount,
          o.price_currency, o.moq, o.lead_time_days, o.country_of_origin, o.materials, o.techniques, o.sample_available, o.published_at)
        is distinct from (n.state, n.producer_id, n.category_id, n.source_locale, n.title, n.description, n.customisation, n.price_amount,
          n.price_currency, n.moq, n.lead_time_days, n.country_of_origin, n.materials, n.techniques, n.sample_available, n.published_at)));
  end if;
  return null;
end $$;

-- For the tables that hang on a product.
create function private.products_parts_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  touched uuid[];
begin
  if tg_op <> 'DELETE' then touched := array(select distinct n.product_id from new_rows n); end if;
  if tg_op <> 'INSERT' then touched := touched || array(select distinct o.product_id from old_rows o); end if;
  perform private.note_stale(0, array(
    select p.id::text from public.products p where p.id = any (touched) and p.state = 'published'));
  return null;
end $$;

-- For the tables that hang on a producer and say something about all it makes.
create function private.producers_parts_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  touched uuid[];
begin
  if tg_op <> 'DELETE' then touched := array(select distinct n.producer_id from new_rows n); end if;
  if tg_op <> 'INSERT' then touched := touched || array(select distinct o.producer_id from old_rows o); end if;
  perform private.note_stale_of_producers(touched);
  return null;
end $$;

-- A producer is born and dies without listings; the products' own triggers see theirs go.
create function private.producers_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_stale_of_producers(array(
    select n.id from new_rows n join old_rows o on o.id = n.id
    where (o.state, o.name, o.country) is distinct from (n.state, n.name, n.country)));
  return null;
end $$;
create trigger producers_listed after update on public.producers referencing old table as old_rows new table as new_rows
  for each statement execute function private.producers_are_stale();

create function private.clusters_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.note_stale(2, '{all}');
  if tg_op = 'UPDATE' then
    perform private.note_stale_of_producers(array(
      select m.producer_id from new_rows n join old_rows o on o.id = n.id join public.memberships m on m.cluster_id = n.id
      where o.state <> n.state));
  end if;
  return null;
end $$;

create function private.names_are_stale() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  kind integer;
begin
  foreach kind in array string_to_array(tg_argv[0], ',')::integer[] loop
    perform private.note_stale(kind, '{all}');
  end loop;
  return null;
end $$;

do $$
declare
  spec record;
  verb record;
begin
  for spec in select * from (values
    ('products', 'products_are_stale'), ('product_translations', 'products_parts_are_stale'), ('variants', 'products_parts_are_stale'),
    ('certifications', 'producers_parts_are_stale'), ('memberships', 'producers_parts_are_stale'),
    ('clusters', 'clusters_are_stale')) as t (tab, fn)
  loop
    for verb in select * from (values
      ('insert', 'referencing new table as new_rows'), ('delete', 'referencing old table as old_rows'),
      ('update', 'referencing old table as old_rows new table as new_rows')) as v (verb, tables)
    loop
      execute format('create trigger %I after %s on public.%I %s for each statement execute function private.%I()',
        spec.tab || '_listed_' || verb.verb, verb.verb, spec.tab, verb.tables, spec.fn);
    end loop;
  end loop;
end $$;
create trigger cluster_translations_listed after insert or update or delete on public.cluster_translations
  for each statement execute function private.names_are_stale('2');
create trigger categories_listed after insert or update or delete on public.categories
  for each statement execute function private.names_are_stale('1');
create trigger terms_listed after insert or update or delete on public.terms
  for each statement execute function private.names_are_stale('4,5,6');
create trigger category_translations_listed after insert or update or delete on public.category_translations
  for each statement execute function private.names_are_stale('1');
create trigger term_translations_listed after insert or update or delete on public.term_translations
  for each statement execute function private.names_are_stale('4,5,6');

-- What is already there when this migration runs.
do $$ begin perform private.rebuild_catalogue(); end $$;
