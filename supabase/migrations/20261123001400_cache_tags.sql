-- A write tells every node which cached pages it made stale (LISTEN isoko_cache). Statement-level, so a bulk load says it once.

create function private.stale_catalogue() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_cache(array['catalogue']);
  return null;
end $$;

-- Row-level for the pages that show one thing; above 50 rows in a statement only the common tag is sent.
create function private.stale_things() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  noun text := tg_argv[0];
  key_column text := tg_argv[1];
  keys text[];
begin
  if tg_op = 'DELETE' then
    execute format('select array_agg(distinct %I::text) from (select %I from old_rows limit 51) s', key_column, key_column) into keys;
  else
    execute format('select array_agg(distinct %I::text) from (select %I from new_rows limit 51) s', key_column, key_column) into keys;
  end if;
  if keys is null then return null; end if;
  perform private.tell_cache(case when cardinality(keys) > 50
    then array[noun]
    else (select array_agg(noun || ':' || k) from unnest(keys) k) end || array['catalogue']);
  return null;
end $$;

do $$
declare
  spec record;
begin
  for spec in select * from (values
    ('products', 'product', 'id'), ('product_translations', 'product', 'product_id'), ('variants', 'product', 'product_id'),
    ('price_tiers', 'product', 'product_id'), ('product_media', 'product', 'product_id'),
    ('producers', 'producer', 'id'), ('producer_translations', 'producer', 'producer_id'), ('producer_media', 'producer', 'producer_id'),
    ('memberships', 'producer', 'producer_id'), ('certifications', 'producer', 'producer_id'), ('verification_checks', 'producer', 'producer_id'),
    ('clusters', 'cluster', 'id'), ('cluster_translations', 'cluster', 'cluster_id'), ('cluster_media', 'cluster', 'cluster_id')
  ) as t (tab, noun, key_column)
  loop
    execute format('create trigger %I_stale_insert after insert on public.%I referencing new table as new_rows for each statement execute function private.stale_things(%L, %L)',
      spec.tab, spec.tab, spec.noun, spec.key_column);
    execute format('create trigger %I_stale_update after update on public.%I referencing new table as new_rows for each statement execute function private.stale_things(%L, %L)',
      spec.tab, spec.tab, spec.noun, spec.key_column);
    execute format('create trigger %I_stale_delete after delete on public.%I referencing old table as old_rows for each statement execute function private.stale_things(%L, %L)',
      spec.tab, spec.tab, spec.noun, spec.key_column);
  end loop;
end $$;

-- Not on `avif`: a page with the JPEGs alone is right, only heavier, and lives five minutes. The demo finishes hundreds
-- of pictures one after the other, and each would drop every page.
create trigger media_stale after update of state on public.media
  for each statement execute function private.stale_catalogue();
create trigger categories_stale after insert or update or delete on public.categories
  for each statement execute function private.stale_catalogue();
create trigger category_translations_stale after insert or update or delete on public.category_translations
  for each statement execute function private.stale_catalogue();

create function private.stale_site() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_cache(array['site']);
  return null;
end $$;
create trigger site_settings_stale after update on public.site_settings
  for each statement execute function private.stale_site();
