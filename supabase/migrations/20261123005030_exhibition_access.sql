-- Who may see and who may shape an exhibition, and in which state it is. Visitors read nothing from the tables: every public
-- page comes from a function that asks private.shown_exhibition first.

create function private.exhibition_state(e public.exhibitions) returns text
language sql stable set search_path = '' as $$
  select case
    when e.archived_at is not null then 'archived'
    when e.published_at is null then case when e.preview_hash is null then 'draft' else 'preview' end
    when e.override is not null then e.override
    when now() < e.opens_at then 'scheduled'
    when now() >= e.closes_at then 'closed'
    else 'open' end
$$;
comment on function private.exhibition_state is 'draft, preview (a draft with an unlisted link), scheduled, open, closed (readable) or archived (readable). src/domain/exhibition.ts has the same rule.';

create function private.curates_exhibition(p_exhibition uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.exhibitions e where e.id = p_exhibition
    and ((e.cluster_id is not null and private.coordinates_cluster(e.cluster_id)) or private.is_operator()))
$$;
comment on function private.curates_exhibition is 'The coordinators of its cluster and the operators.';

create function private.shows_in(p_exhibition uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.booths b where b.exhibition_id = p_exhibition and private.can_edit_producer(b.producer_id))
$$;
comment on function private.shows_in is 'Whether the caller acts for a producer that has, or was offered, a booth.';

-- Published, and not of a cluster that an operator closed. Its first page is for everybody.
create function private.exhibition_is_public(e public.exhibitions) returns boolean
language sql stable security definer set search_path = '' as $$
  select e.published_at is not null
    and (e.cluster_id is null or exists (select 1 from public.clusters c where c.id = e.cluster_id and c.state = 'active'))
$$;

-- What stands in the halls may be read: from the opening on.
create function private.exhibition_is_readable(p_exhibition uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.exhibitions e where e.id = p_exhibition and private.exhibition_is_public(e)
    and private.exhibition_state(e) in ('open', 'closed', 'archived'))
$$;

-- The exhibition that the caller may look into by this address, or nothing. p_key: of the unlisted link, for a draft and before the
-- opening. Curators and those who have a booth look into their own at any time.
create function private.shown_exhibition(p_slug text, p_key text default null) returns public.exhibitions
language sql stable security definer set search_path = '' as $$
  select e from public.exhibitions e where e.slug = p_slug
    and ((private.exhibition_is_public(e) and private.exhibition_state(e) in ('open', 'closed', 'archived'))
      or (p_key is not null and e.archived_at is null and e.preview_hash = private.hash_token(p_key))
      or private.curates_exhibition(e.id) or private.shows_in(e.id))
$$;
comment on function private.shown_exhibition is 'Halls, booths, objects and tours of it may be shown to the caller. A scheduled one is not: its first page says when it opens.';

-- For every write of a curator: locks the exhibition. A stranger learns nothing.
create function private.require_curator(p_exhibition uuid) returns public.exhibitions
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  perform private.require_active_user();
  if not private.curates_exhibition(p_exhibition) then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into strict e from public.exhibitions where id = p_exhibition for update;
  if e.archived_at is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  return e;
end $$;
comment on function private.require_curator is 'Locks the exhibition and gives it. not_found for a stranger, wrong_state once archived.';

-- For every write of a producer at its booth: locks the booth.
create function private.require_booth(p_booth uuid) returns public.booths
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths;
begin
  perform private.require_active_user();
  select * into b from public.booths where id = p_booth for update;
  if b.id is null or not private.can_edit_producer(b.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.exhibitions e where e.id = b.exhibition_id and e.archived_at is not null) then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  return b;
end $$;

create function private.record_exhibition(e public.exhibitions, p_action text, p_reason text default null, p_producer uuid default null,
  p_data jsonb default '{}') returns void
language sql security definer set search_path = '' as $$
  select private.record_event('exhibition', e.id, 'exhibition.' || p_action, null, private.exhibition_state(e), p_reason, p_producer, e.cluster_id, null,
    jsonb_build_object('name', e.texts -> 'title' ->> e.source_locale::text) || p_data)
$$;

-- A picture that an exhibition shows is public while the exhibition's halls are; its hero from publication on.
create function private.media_is_exhibited(p_media uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.exhibitions e where e.hero_media_id = p_media and private.exhibition_is_public(e))
    or exists (
      select 1 from (
        select h.exhibition_id from public.halls h where h.media_id = p_media
        union all select b.exhibition_id from public.booths b where b.media_id = p_media and b.state = 'approved'
        union all select x.exhibition_id from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id
          left join public.booths b on b.id = x.booth_id where m.media_id = p_media and (b.id is null or b.state = 'approved')
        union all select s.exhibition_id from public.tour_stops s where s.media_id = p_media
        union all select s.exhibition_id from public.section_media m join public.sections s on s.id = m.section_id where m.media_id = p_media) used
      where private.exhibition_is_readable(used.exhibition_id))
$$;

create or replace function private.media_is_public(p_media uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from public.product_media x where x.media_id = p_media and private.product_is_public(x.product_id))
    or exists (select 1 from public.producer_media x where x.media_id = p_media and private.producer_is_public(x.producer_id))
    or exists (select 1 from public.cluster_media x join public.clusters c on c.id = x.cluster_id
      where x.media_id = p_media and c.state = 'active')
    or exists (select 1 from public.site_settings s where s.logo_media_id = p_media)
    or private.media_is_exhibited(p_media);
end $$;

create or replace function private.sees_file(p_room public.file_room, p_room_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case p_room
    when 'rfq' then private.sees_rfq_as_buyer(p_room_id) or private.sees_rfq_as_producer(p_room_id)
    when 'inquiry' then private.sees_inquiry_as_buyer(p_room_id) or private.sees_inquiry_as_producer(p_room_id)
    when 'order' then private.sees_order_as_buyer(p_room_id) or private.sees_order_as_producer(p_room_id)
    when 'payment' then exists (select 1 from public.payments p where p.id = p_room_id
      and (private.sees_order_as_buyer(p.order_id) or private.sees_order_as_producer(p.order_id)))
    when 'dispute' then private.mediates(p_room_id) or exists (select 1 from public.disputes d where d.id = p_room_id
      and (private.sees_order_as_buyer(d.order_id) or private.sees_order_as_producer(d.order_id)))
    when 'round' then private.sees_round(p_room_id) or (private.is_round_supplier(p_room_id)
      and exists (select 1 from public.rounds r where r.id = p_room_id and r.state <> 'draft'))
    when 'bid' then exists (select 1 from public.bids b where b.id = p_room_id and private.sees_bid(b.round_id, b.supplier_id, b.state))
    when 'delivery' then exists (select 1 from public.deliveries d where d.id = p_room_id and private.coordinates_round(d.round_id))
    when 'supplier_invoice' then exists (select 1 from public.supplier_invoices i where i.id = p_room_id and private.coordinates_round(i.round_id))
    when 'round_payment' then exists (select 1 from public.round_payments p where p.id = p_room_id
      and (private.is_producer_member(p.producer_id) or private.coordinates_round(p.round_id)))
    -- Adding is for curators alone: private.may_add_file. Anybody reads them once the halls are open, by the page's own route.
    when 'exhibition' then private.curates_exhibition(p_room_id) end
$$;

-- A write tells every node which cached pages it made stale: all of the exhibition's, and the list of exhibitions.
create function private.stale_exhibition() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  keys text[];
begin
  if tg_table_name = 'exhibitions' then
    if tg_op = 'DELETE' then execute 'select array_agg(distinct id::text) from old_rows' into keys;
    else execute 'select array_agg(distinct id::text) from new_rows' into keys; end if;
  elsif tg_op = 'DELETE' then execute 'select array_agg(distinct exhibition_id::text) from old_rows' into keys;
  else execute 'select array_agg(distinct exhibition_id::text) from new_rows' into keys; end if;
  if keys is null then return null; end if;
  perform private.tell_cache((select array_agg('exhibition:' || k) from unnest(keys[1:50]) k) || array['exhibitions']);
  return null;
end $$;

do $$
declare
  tab text;
begin
  foreach tab in array array['exhibitions', 'halls', 'booths', 'exhibits', 'tours', 'tour_stops', 'sections', 'iiif_imports'] loop
    execute format('create trigger %I_stale_insert after insert on public.%I referencing new table as new_rows for each statement execute function private.stale_exhibition()', tab, tab);
    execute format('create trigger %I_stale_update after update on public.%I referencing new table as new_rows for each statement execute function private.stale_exhibition()', tab, tab);
    execute format('create trigger %I_stale_delete after delete on public.%I referencing old table as old_rows for each statement execute function private.stale_exhibition()', tab, tab);
  end loop;
  foreach tab in array array['exhibitions', 'exhibits'] loop
    execute format('create trigger %I_touch before update on public.%I for each row execute function private.touch_updated_at()', tab, tab);
  end loop;
end $$;
create trigger booths_touch before update on public.booths for each row execute function private.touch_updated_at();

grant execute on function private.curates_exhibition(uuid), private.shows_in(uuid), private.exhibition_is_readable(uuid), private.media_is_exhibited(uuid)
  to anon, authenticated, service_role;

alter table public.exhibitions enable row level security;
create policy "curators and exhibitors read their exhibitions" on public.exhibitions for select to authenticated
  using (private.curates_exhibition(id) or private.shows_in(id));
grant select (id, slug, cluster_id, texts, source_locale, languages, hero_media_id, theme, pattern, zone, opens_at, closes_at, override, published_at,
  archived_at, has_guest_book, has_meetings, has_cards, version, cloned_from, created_at, updated_at) on public.exhibitions to authenticated;

do $$
declare
  tab text;
begin
  foreach tab in array array['halls', 'tours', 'tour_stops', 'sections', 'iiif_imports', 'audio'] loop
    execute format('alter table public.%I enable row level security', tab);
    execute format('create policy "who sees the exhibition sees its %s" on public.%I for select to authenticated using (private.curates_exhibition(exhibition_id) or private.shows_in(exhibition_id))',
      replace(tab, '_', ' '), tab);
    execute format('grant select on public.%I to authenticated', tab);
  end loop;
  foreach tab in array array['exhibition_versions', 'kiosks', 'daily_counts'] loop
    execute format('alter table public.%I enable row level security', tab);
    execute format('create policy "curators read %s" on public.%I for select to authenticated using (private.curates_exhibition(exhibition_id))',
      replace(tab, '_', ' '), tab);
  end loop;
end $$;
grant select (exhibition_id, number, note, made_at) on public.exhibition_versions to authenticated;
grant select (id, exhibition_id, name, start_path, locale, idle_seconds, pairing_until, paired_at, last_seen_at, bundle, newest, waiting, revoked_at, created_at)
  on public.kiosks to authenticated;
grant select on public.daily_counts to authenticated;

alter table public.booths enable row level security;
create policy "curators and its own producer read a booth" on public.booths for select to authenticated
  using (private.curates_exhibition(exhibition_id) or private.can_edit_producer(producer_id));
grant select on public.booths to authenticated;

alter table public.exhibits enable row level security;
create policy "curators read all exhibits, a producer those of its booth" on public.exhibits for select to authenticated
  using (private.curates_exhibition(exhibition_id)
    or exists (select 1 from public.booths b where b.id = booth_id and private.can_edit_producer(b.producer_id)));
grant select on public.exhibits to authenticated;

alter table public.exhibit_media enable row level security;
create policy "who reads the exhibit reads its pictures" on public.exhibit_media for select to authenticated
  using (exists (select 1 from public.exhibits x where x.id = exhibit_id));
grant select on public.exhibit_media to authenticated;

alter table public.stop_audio enable row level security;
create policy "who reads the stop reads its voices" on public.stop_audio for select to authenticated
  using (exists (select 1 from public.tour_stops s where s.id = stop_id));
grant select on public.stop_audio to authenticated;

alter table public.section_media enable row level security;
create policy "who reads the section reads its pictures" on public.section_media for select to authenticated
  using (exists (select 1 from public.sections s where s.id = section_id));
grant select on public.section_media to authenticated;

alter table public.section_files enable row level security;
create policy "who reads the section reads its papers" on public.section_files for select to authenticated
  using (exists (select 1 from public.sections s where s.id = section_id));
grant select on public.section_files to authenticated;

alter table public.codes enable row level security;
create policy "curators read the codes of their exhibition" on public.codes for select to authenticated
  using (exhibition_id is not null and private.curates_exhibition(exhibition_id));
grant select (code, exhibition_id, target, target_id, campaign, created_at) on public.codes to authenticated;

-- Contacts of visitors leave by functions alone, which look at both consents.
alter table public.visitor_cards enable row level security;
alter table public.card_booths enable row level security;
alter table public.guest_book_entries enable row level security;
alter table public.meetings enable row level security;
alter table public.meeting_slots enable row level security;
