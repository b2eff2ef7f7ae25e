-- Sections of an exhibition's or a hall's page, and the tour: ordered stops, each a region of a picture with words and a voice.

create table public.tours (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  position integer not null check (position between 0 and 99),
  slug text not null check (private.is_slug(slug)),
  texts jsonb not null check (private.are_texts(texts, '{title,intro}') and texts ? 'title'),
  unique (exhibition_id, slug),
  unique (id, exhibition_id)
);

create table public.tour_stops (
  id uuid primary key default gen_random_uuid(),
  tour_id uuid not null,
  exhibition_id uuid not null,
  position integer not null check (position between 0 and 199),
  exhibit_id uuid,
  media_id uuid not null references public.media (id) on delete cascade,
  x integer check (x >= 0),
  y integer check (y >= 0),
  width integer check (width between 32 and 60000),
  height integer check (height between 32 and 60000),
  texts jsonb not null check (private.are_texts(texts, '{title,body,transcript}') and texts ? 'title'),
  foreign key (tour_id, exhibition_id) references public.tours (id, exhibition_id) on delete cascade,
  foreign key (exhibit_id, exhibition_id) references public.exhibits (id, exhibition_id) on delete set null (exhibit_id),
  unique (tour_id, position) deferrable initially deferred,
  check (num_nonnulls(x, y, width, height) in (0, 4))
);
comment on table public.tour_stops is 'The region in pixels of the picture''s largest derivative; none: the whole picture. The region is cut as a file of its own.';
create index tour_stops_exhibition on public.tour_stops (exhibition_id);
create index tour_stops_exhibit on public.tour_stops (exhibit_id) where exhibit_id is not null;
create index tour_stops_media on public.tour_stops (media_id);

create table public.audio (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  code text not null unique default private.short_code() check (code ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  content_type text not null check (content_type in ('audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm')),
  bytes integer not null check (bytes between 1 and 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  milliseconds integer check (milliseconds between 1 and 3600000),
  created_by uuid,
  created_at timestamptz not null default now()
);
comment on table public.audio is 'A narration. The bytes are in the private bucket `audio` under {id}/{sha256}; milliseconds as the file itself says, else null.';
create index audio_exhibition on public.audio (exhibition_id);
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('audio', 'audio', false, 20971520, '{audio/mpeg,audio/mp4,audio/ogg,audio/webm}')
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create table public.stop_audio (
  stop_id uuid not null references public.tour_stops (id) on delete cascade,
  locale public.locale not null,
  audio_id uuid not null references public.audio (id) on delete cascade,
  primary key (stop_id, locale)
);
comment on table public.stop_audio is 'A voice has a transcript in its language: the texts of the stop.';
create index stop_audio_audio on public.stop_audio (audio_id);

create table public.sections (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  hall_id uuid,
  position integer not null check (position between 0 and 99),
  kind public.section_kind not null,
  texts jsonb not null default '{}' check (private.are_texts(texts, '{title,body,attribution}')),
  place text not null default '' check (length(place) <= 160),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  tour_id uuid,
  foreign key (hall_id, exhibition_id) references public.halls (id, exhibition_id) on delete cascade,
  foreign key (tour_id, exhibition_id) references public.tours (id, exhibition_id) on delete cascade,
  check ((kind = 'tour') = (tour_id is not null)),
  check (num_nonnulls(latitude, longitude) in (0, 2)),
  check ((kind = 'map') = (latitude is not null))
);
comment on table public.sections is 'No hall: on the exhibition''s first page. map: a place in degrees (WGS 84) that the curator chose to show; never a private address by itself.';
create index sections_exhibition on public.sections (exhibition_id, position);
create index sections_hall on public.sections (hall_id) where hall_id is not null;
create index sections_tour on public.sections (tour_id) where tour_id is not null;

create table public.section_media (
  section_id uuid not null references public.sections (id) on delete cascade,
  media_id uuid not null references public.media (id) on delete cascade,
  position integer not null check (position between 0 and 99),
  texts jsonb not null default '{}' check (private.are_texts(texts, '{caption}')),
  primary key (section_id, media_id)
);
create index section_media_media on public.section_media (media_id);

create table public.section_files (
  section_id uuid not null references public.sections (id) on delete cascade,
  file_id uuid not null references public.files (id) on delete cascade,
  position integer not null check (position between 0 and 99),
  primary key (section_id, file_id)
);
comment on table public.section_files is 'Papers that anybody may take along; the file lies in the room `exhibition`.';
create index section_files_file on public.section_files (file_id);

create table public.iiif_imports (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  hall_id uuid,
  position integer not null check (position between 0 and 999),
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  kind text not null check (kind in ('Manifest', 'Collection')),
  label jsonb not null check (jsonb_typeof(label) = 'object'),
  thumbnail text check (thumbnail ~ '^https://' and length(thumbnail) <= 2000),
  homepage text check (homepage ~ '^https?://' and length(homepage) <= 2000),
  attribution text not null default '' check (length(attribution) <= 600),
  rights text check (rights ~ '^https?://' and length(rights) <= 300),
  items integer not null default 0 check (items >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  fetched_at timestamptz not null default now(),
  created_by uuid,
  foreign key (hall_id, exhibition_id) references public.halls (id, exhibition_id) on delete cascade,
  unique (exhibition_id, url)
);
comment on table public.iiif_imports is 'Another site''s manifest or collection, looked at once by the server; what is kept is what a card needs. label: {language: [text, …]} as IIIF has it.';
create index iiif_imports_hall on public.iiif_imports (hall_id) where hall_id is not null;
