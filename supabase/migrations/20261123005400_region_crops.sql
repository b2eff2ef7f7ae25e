-- Regions of pictures that are cut out as files of their own, and tiles of those that may be looked into deeply. The worker makes
-- both; what exists stands here, because a level-0 service must not promise a file that is not there.

create table public.media_crops (
  media_id uuid not null references public.media (id) on delete cascade,
  x integer not null check (x >= 0),
  y integer not null check (y >= 0),
  width integer not null check (width between 32 and 60000),
  height integer not null check (height between 32 and 60000),
  avif boolean not null default false,
  made_at timestamptz not null default now(),
  primary key (media_id, x, y, width, height)
);
comment on table public.media_crops is
  'Pixels of the picture''s largest derivative. The JPEGs of this region exist; avif: the AVIFs too. A region that no stop shows any more stays until the picture goes.';
alter table public.media_crops enable row level security;

create function private.order_crop(s public.tour_stops) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if s.x is null or not exists (select 1 from public.media m where m.id = s.media_id and m.state = 'ready'
      and s.x + s.width <= m.width and s.y + s.height <= m.height)
    or exists (select 1 from public.media_crops c where (c.media_id, c.x, c.y, c.width, c.height) = (s.media_id, s.x, s.y, s.width, s.height) and c.avif) then
    return;
  end if;
  perform private.enqueue('media.crop', jsonb_build_object('id', s.media_id, 'x', s.x, 'y', s.y, 'width', s.width, 'height', s.height),
    concat('media.crop:', s.media_id, ':', concat_ws(',', s.x, s.y, s.width, s.height)));
end $$;
comment on function private.order_crop is 'Nothing for a whole picture, for one that is not finished yet (its trigger comes back), and for a region that leaves it.';

create function private.crop_stop() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.order_crop(new);
  return null;
end $$;
create trigger tour_stops_crop after insert or update of media_id, x, y, width, height on public.tour_stops
  for each row execute function private.crop_stop();

create function private.picture_finished() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.deep_zoom and new.tiled_at is null then
    perform private.enqueue('media.tile', jsonb_build_object('id', new.id), 'media.tile:' || new.id);
  end if;
  if tg_op = 'UPDATE' and old.state <> 'ready' then
    perform private.order_crop(s) from public.tour_stops s where s.media_id = new.id;
  end if;
  return null;
end $$;
create trigger media_finished after insert or update of state, deep_zoom on public.media
  for each row when (new.state = 'ready') execute function private.picture_finished();

-- A page shows the whole picture until its cut or its tiles are there.
create function private.stale_cut() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  tags text[];
begin
  select array_agg(distinct 'exhibition:' || s.exhibition_id) into tags from public.tour_stops s
  where (s.media_id, s.x, s.y, s.width, s.height) = (new.media_id, new.x, new.y, new.width, new.height);
  if tags is not null then perform private.tell_cache(tags); end if;
  return null;
end $$;
create trigger media_crops_stale after insert or update on public.media_crops for each row execute function private.stale_cut();

create function private.stale_tiles() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  tags text[];
begin
  select array_agg(distinct 'exhibition:' || u.exhibition_id) into tags from (
    select x.exhibition_id from public.exhibit_media m join public.exhibits x on x.id = m.exhibit_id where m.media_id = new.id
    union all select x.exhibition_id from public.product_media m join public.exhibits x on x.product_id = m.product_id where m.media_id = new.id
    union all select s.exhibition_id from public.section_media m join public.sections s on s.id = m.section_id where m.media_id = new.id
    union all select s.exhibition_id from public.tour_stops s where s.media_id = new.id) u;
  if tags is not null then perform private.tell_cache(tags); end if;
  return null;
end $$;
create trigger media_tiles_stale after update of tiled_at, deep_zoom on public.media for each row execute function private.stale_tiles();
