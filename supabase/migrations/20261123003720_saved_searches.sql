-- Saved searches: a question to the catalogue that is asked again by itself; its owner is told what is new.

create table public.saved_searches (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 80),
  query jsonb not null check (jsonb_typeof(query) = 'object' and length(query::text) <= 6000),
  locale public.locale not null default 'en',
  paused_at timestamptz,
  -- Everything published up to here was looked at, but for the last day: see private.saved_search_told.
  seen_key bigint not null,
  looked_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
comment on column public.saved_searches.query is 'A CatalogueState without cursors, as search_catalogue takes it.';
create index saved_searches_user on public.saved_searches (user_id, created_at);
create index saved_searches_due on public.saved_searches (looked_at) where paused_at is null;

alter table public.saved_searches enable row level security;
create policy "people read their searches" on public.saved_searches for select to authenticated
  using (user_id = (select private.active_user()));
grant select (id, name, query, locale, paused_at, looked_at, created_at) on public.saved_searches to authenticated;

-- A listing's time is when its transaction began, so one that took longer may appear behind another that was told already.
-- Hence the last day is always looked at again, and this says what of it is known.
create table private.saved_search_told (
  search_id uuid not null references public.saved_searches (id) on delete cascade,
  product_id uuid not null,
  published_key bigint not null,
  primary key (search_id, product_id)
);
alter table private.saved_search_told enable row level security;

create function private.key_of(p_at timestamptz) returns bigint
language sql immutable set search_path = '' as $$ select (extract(epoch from p_at) * 1000000)::bigint $$;

-- What fits and was published after a moment, by the same sets as a page of the catalogue.
create function private.found_since(p jsonb, p_locale public.locale, p_key bigint) returns table (product_id uuid, published_key bigint)
language plpgsql stable security definer set search_path = '' set jit = off as $$
declare
  hits bit varying := private.everything();
  nothing constant bit varying := hits # hits;
  chosen constant bit varying[] := private.chosen_sets(p, nothing);
  found private.text_match;
begin
  if not exists (select 1 from private.listings l where l.published_key > p_key) then return; end if;
  if p ->> 'q' <> '' then
    found := private.match_text(p ->> 'q', p_locale, nothing);
    select coalesce(bit_or(c), nothing) & hits into hits from unnest(found.classes) c;
  end if;
  for kind in 1..10 loop
    if chosen[kind] is not null then hits := hits & chosen[kind]; end if;
  end loop;
  return query select l.product_id, l.published_key from private.listings l
    where l.published_key > p_key and l.ord < length(hits) and get_bit(hits, l.ord) = 1 order by l.published_key, l.product_id;
end $$;

-- Only the fields that a search has, so that nothing else is kept.
create function private.clean_query(p jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_object_agg(k.key, p -> k.key), '{}') from unnest('{q,category,cluster,country,material,technique,certification,priceMin,
    priceMax,currency,moqMax,leadMax,sample,sort}'::text[]) as k (key) where p ? k.key and jsonb_typeof(p -> k.key) <> 'null'
$$;

create function public.save_search(p_id uuid, p_name text, p_query jsonb, p_locale public.locale) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  asked constant jsonb := private.clean_query(p_query);
  since constant bigint := private.key_of(now());
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.saved_searches s where s.id = p_id) then
    if exists (select 1 from public.saved_searches s where s.id = p_id and s.user_id = me) then return p_id; end if;
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('searches' || me, 0));
  if (select count(*) from public.saved_searches s where s.user_id = me) >= 50 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  insert into public.saved_searches (id, user_id, name, query, locale, seen_key) values (p_id, me, btrim(p_name), asked, p_locale, since);
  -- What is there now is no news. A question that cannot be asked is refused here and not found out by the worker.
  insert into private.saved_search_told (search_id, product_id, published_key)
  select p_id, f.product_id, f.published_key from private.found_since(asked, p_locale, since - 86400000000) f;
  return p_id;
end $$;
grant execute on function public.save_search(uuid, text, jsonb, public.locale) to authenticated;

create function private.require_search(p_search uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  perform 1 from public.saved_searches s where s.id = p_search and s.user_id = private.active_user() for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
end $$;

create function public.rename_search(p_search uuid, p_name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_search(p_search);
  update public.saved_searches set name = btrim(p_name) where id = p_search;
end $$;
grant execute on function public.rename_search(uuid, text) to authenticated;

-- After a pause only what comes from then on is news.
create function public.pause_search(p_search uuid, p_paused boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.saved_searches;
begin
  perform private.require_search(p_search);
  select * into s from public.saved_searches x where x.id = p_search;
  if p_paused = (s.paused_at is not null) then return; end if;
  if p_paused then
    update public.saved_searches set paused_at = now() where id = p_search;
    return;
  end if;
  update public.saved_searches set paused_at = null, looked_at = now(), seen_key = private.key_of(now()) where id = p_search;
  delete from private.saved_search_told where search_id = p_search;
  insert into private.saved_search_told (search_id, product_id, published_key)
  select p_search, f.product_id, f.published_key from private.found_since(s.query, s.locale, private.key_of(now()) - 86400000000) f;
end $$;
grant execute on function public.pause_search(uuid, boolean) to authenticated;

create function public.delete_search(p_search uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_search(p_search);
  delete from public.saved_searches where id = p_search;
end $$;
grant execute on function public.delete_search(uuid) to authenticated;

-- Takes one search whose turn it is, looks, tells, and remembers, all in one transaction: killed anywhere it has either
-- told once or not at all. Null when none is due. Run it as often as wanted, on as many machines.
create function private.look_for_next_search(p_every interval default '1 hour') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  s public.saved_searches;
  ids uuid[];
  newest bigint;
begin
  select x.* into s from public.saved_searches x join public.profiles p on p.user_id = x.user_id and p.suspended_at is null
  where x.paused_at is null and x.looked_at <= now() - p_every
  order by x.looked_at, x.id limit 1 for update of x skip locked;
  if not found then return null; end if;
  begin
    with fresh as (
      insert into private.saved_search_told (search_id, product_id, published_key)
      select s.id, f.product_id, f.published_key from private.found_since(s.query, s.locale, s.seen_key - 86400000000) f
      on conflict do nothing returning product_id, published_key
    )
    select array_agg(f.product_id order by f.published_key desc, f.product_id), max(f.published_key) into ids, newest from fresh f;
    if ids is not null then
      perform private.notify(s.user_id, 'saved_search_new', jsonb_build_object('searchId', s.id, 'name', s.name, 'title', s.name,
        'count', cardinality(ids), 'query', s.query,
        'products', (select coalesce(jsonb_agg(c.card ->> 'title' order by c.place), '[]') from private.card_rows(ids[1:5], s.locale) c)));
    end if;
  exception when data_exception or invalid_parameter_value then
    -- A question that no longer makes sense must not stand before all others for ever.
    ids := null;
  end;
  update public.saved_searches set looked_at = now(), seen_key = greatest(seen_key, newest) where id = s.id;
  delete from private.saved_search_told t where t.search_id = s.id and t.published_key < greatest(s.seen_key, newest) - 86400000000;
  return s.id;
end $$;
