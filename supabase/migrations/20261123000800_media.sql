-- Media: one stored picture with its derivatives. The original lies in a private bucket; the derivatives are a
-- IIIF Image API 3 level-0 service under iiif/3/{code}-{sha8}/… and are made by the worker alone.

create type public.media_state as enum ('uploaded', 'ready', 'failed');

create table public.media (
  id uuid primary key default gen_random_uuid(),
  code text not null unique default private.short_code() check (code ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  producer_id uuid references public.producers (id) on delete cascade,
  cluster_id uuid references public.clusters (id) on delete cascade,
  state public.media_state not null default 'uploaded',
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes bigint not null check (bytes between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sha8 text not null check (sha8 ~ '^[0-9a-f]{8}$'),
  width integer not null check (width between 1 and 60000),
  height integer not null check (height between 1 and 60000),
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  avif boolean not null default false,
  verdict jsonb,
  failure text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(producer_id, cluster_id) <= 1),
  check (state <> 'ready' or colour is not null),
  check ((state = 'failed') = (failure is not null)),
  check (width::bigint * height <= 60000000)
);
comment on table public.media is 'width and height: pixels of the upright picture as uploaded until ready, then of the largest derivative. No owner = the site''s own picture.';
comment on column public.media.code is 'Ten characters of Crockford base 32: the public name of the picture.';
comment on column public.media.sha8 is 'First eight hex digits of SHA-256 over the original and the pipeline''s version; makes each URL immutable.';
create index media_producer on public.media (producer_id) where producer_id is not null;
create index media_cluster on public.media (cluster_id) where cluster_id is not null;
create index media_unfinished on public.media (created_at) where state <> 'ready' or not avif;

create table public.media_alts (
  media_id uuid not null references public.media (id) on delete cascade,
  locale public.locale not null,
  alt text not null check (length(btrim(alt)) between 1 and 300),
  drafted boolean not null default false,
  updated_at timestamptz not null default now(),
  primary key (media_id, locale)
);
comment on column public.media_alts.drafted is 'True while it is the draft made from the facts and nobody has looked at it.';

create trigger media_touch before update on public.media for each row execute function private.touch_updated_at();
create trigger media_alts_touch before update on public.media_alts for each row execute function private.touch_updated_at();

create function private.can_edit_media(p_media uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.media m
    where m.id = p_media
      and (private.is_operator()
        or (m.producer_id is not null and private.can_edit_producer(m.producer_id))
        or (m.cluster_id is not null and private.coordinates_cluster(m.cluster_id))))
$$;
grant execute on function private.can_edit_media(uuid) to anon, authenticated, service_role;

-- Shown on a public page. A finished picture of a draft is nobody's business: the list of all would say what comes next.
create function private.media_is_public(p_media uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from public.product_media x where x.media_id = p_media and private.product_is_public(x.product_id))
    or exists (select 1 from public.producer_media x where x.media_id = p_media and private.producer_is_public(x.producer_id))
    or exists (select 1 from public.cluster_media x join public.clusters c on c.id = x.cluster_id
      where x.media_id = p_media and c.state = 'active')
    or exists (select 1 from public.site_settings s where s.logo_media_id = p_media);
end $$;
grant execute on function private.media_is_public(uuid) to anon, authenticated, service_role;

alter table public.media enable row level security;
create policy "anyone reads finished pictures of public pages" on public.media for select to anon, authenticated
  using (state = 'ready' and private.media_is_public(id));
create policy "editors read their pictures" on public.media for select to authenticated
  using ((select private.is_operator())
    or (producer_id is not null and private.can_edit_producer(producer_id))
    or (cluster_id is not null and private.reads_cluster(cluster_id)));
grant select (id, code, state, sha8, width, height, colour, avif) on public.media to anon;
grant select (id, code, producer_id, cluster_id, state, content_type, bytes, sha8, width, height, colour, avif, verdict, failure,
  created_at, updated_at) on public.media to authenticated;

alter table public.media_alts enable row level security;
create policy "anyone reads alt texts" on public.media_alts for select to anon, authenticated
  using (exists (select 1 from public.media m where m.id = media_id));
create policy "editors add alt texts" on public.media_alts for insert to authenticated with check (private.can_edit_media(media_id));
create policy "editors change alt texts" on public.media_alts for update to authenticated
  using (private.can_edit_media(media_id)) with check (private.can_edit_media(media_id));
create policy "editors remove alt texts" on public.media_alts for delete to authenticated using (private.can_edit_media(media_id));
grant select (media_id, locale, alt) on public.media_alts to anon;
grant select, insert, update, delete on public.media_alts to authenticated;

create table public.producer_media (
  producer_id uuid not null references public.producers (id) on delete cascade,
  media_id uuid not null references public.media (id) on delete cascade,
  use text not null check (use in ('cover', 'workshop', 'logo')),
  position integer not null default 0 check (position >= 0),
  primary key (producer_id, media_id)
);
create index producer_media_media on public.producer_media (media_id);
create unique index producer_media_single on public.producer_media (producer_id, use) where use in ('cover', 'logo');

create table public.cluster_media (
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  media_id uuid not null references public.media (id) on delete cascade,
  use text not null check (use in ('cover', 'gallery')),
  position integer not null default 0 check (position >= 0),
  primary key (cluster_id, media_id)
);
create index cluster_media_media on public.cluster_media (media_id);
create unique index cluster_media_single on public.cluster_media (cluster_id, use) where use = 'cover';

alter table public.producer_media enable row level security;
create policy "anyone reads pictures of visible producers" on public.producer_media for select to anon, authenticated
  using (exists (select 1 from public.producers p where p.id = producer_id));
create policy "editors add pictures" on public.producer_media for insert to authenticated
  with check (private.can_edit_producer(producer_id) and private.can_edit_media(media_id));
create policy "editors change pictures" on public.producer_media for update to authenticated
  using (private.can_edit_producer(producer_id)) with check (private.can_edit_producer(producer_id) and private.can_edit_media(media_id));
create policy "editors remove pictures" on public.producer_media for delete to authenticated using (private.can_edit_producer(producer_id));
grant select on public.producer_media to anon;
grant select, insert, update, delete on public.producer_media to authenticated;

alter table public.cluster_media enable row level security;
create policy "anyone reads pictures of visible clusters" on public.cluster_media for select to anon, authenticated
  using (exists (select 1 from public.clusters c where c.id = cluster_id));
create policy "coordinators add pictures" on public.cluster_media for insert to authenticated
  with check (((select private.is_operator()) or private.coordinates_cluster(cluster_id)) and private.can_edit_media(media_id));
create policy "coordinators change pictures" on public.cluster_media for update to authenticated
  using ((select private.is_operator()) or private.coordinates_cluster(cluster_id))
  with check (((select private.is_operator()) or private.coordinates_cluster(cluster_id)) and private.can_edit_media(media_id));
create policy "coordinators remove pictures" on public.cluster_media for delete to authenticated
  using ((select private.is_operator()) or private.coordinates_cluster(cluster_id));
grant select on public.cluster_media to anon;
grant select, insert, update, delete on public.cluster_media to authenticated;

-- Buckets. Nobody but the server's own key touches either: originals keep their metadata, derivatives are served by our route.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('originals', 'originals', false, 26214400, array['image/jpeg', 'image/png', 'image/webp']),
  ('media', 'media', false, 26214400, array['image/jpeg', 'image/avif', 'application/json'])
on conflict (id) do nothing;
