-- Exhibitions: curated halls with booths (a producer each) and exhibits (a product or a work with its pictures and label).
-- Texts of an exhibition are one object per row: {"title": {"en": "…", "fr": "…"}, …}; they are curated together, in the
-- languages that the exhibition names, and a version takes them as they stand.

create type public.booth_state as enum ('offered', 'accepted', 'submitted', 'approved', 'declined');
create type public.exhibit_kind as enum ('product', 'work', 'tool', 'step');
create type public.section_kind as enum ('text', 'gallery', 'quote', 'map', 'documents', 'tour');
create type public.picture_role as enum ('view', 'detail', 'before', 'after', 'step', 'turn');

-- Only the fields named, each in known languages, none empty; titles and labels are shorter than stories.
create function private.are_texts(p_texts jsonb, p_fields text[]) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select jsonb_typeof(p_texts) = 'object' and not exists (
    select 1 from jsonb_each(p_texts) f
    where not f.key = any (p_fields) or jsonb_typeof(f.value) <> 'object' or exists (
      select 1 from jsonb_each(case when jsonb_typeof(f.value) = 'object' then f.value else '{}' end) t
      where t.key not in ('en', 'fr', 'rw', 'sw') or jsonb_typeof(t.value) <> 'string'
        or length(btrim(t.value #>> '{}')) not between 1 and
          case when f.key in ('title', 'attribution', 'maker', 'made', 'dimensions', 'credit', 'caption') then 300 else 8000 end))
$$;
comment on function private.are_texts is 'Whether it is {field: {locale: text}} with these fields. 300 characters for titles and the like, 8000 for the rest.';

-- In the reader's language, else in the one it was written in, else in any: {text, locale}, or null.
create function private.text_in(p_texts jsonb, p_field text, p_locale public.locale, p_source public.locale) returns jsonb
language sql immutable parallel safe set search_path = '' as $$
  select jsonb_build_object('text', t.value, 'locale', t.key)
  from jsonb_each_text(case when jsonb_typeof(p_texts -> p_field) = 'object' then p_texts -> p_field else '{}' end) t
  order by t.key = p_locale::text desc, t.key = p_source::text desc, t.key limit 1
$$;

create table public.exhibitions (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (private.is_slug(slug)),
  cluster_id uuid references public.clusters (id) on delete restrict,
  texts jsonb not null check (private.are_texts(texts, '{title,summary,welcome,closing,next}') and texts ? 'title'),
  source_locale public.locale not null default 'en',
  languages public.locale[] not null check (cardinality(languages) between 1 and 4 and source_locale = any (languages)),
  hero_media_id uuid references public.media (id) on delete set null,
  theme text not null default 'ochre' check (theme in ('ochre', 'red', 'ink', 'forest', 'indigo', 'clay')),
  pattern text not null default 'zigzag' check (pattern in ('zigzag', 'lozenge', 'hooks', 'teeth', 'panel')),
  zone text not null check (private.is_zone(zone)),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  override text check (override in ('open', 'closed')),
  published_at timestamptz,
  archived_at timestamptz,
  preview_hash bytea,
  has_guest_book boolean not null default true,
  has_meetings boolean not null default true,
  has_cards boolean not null default true,
  version integer not null default 0,
  cloned_from uuid references public.exhibitions (id) on delete set null,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (closes_at > opens_at)
);
comment on table public.exhibitions is
  'No cluster: the operator''s own. Draft until published_at; preview_hash: SHA-256 of the key of an unlisted link. The state is never stored: private.exhibition_state says it from the dates, the database''s clock and the override. languages: those in which every label has to stand before it is published.';
create index exhibitions_cluster on public.exhibitions (cluster_id, created_at desc) where cluster_id is not null;
create index exhibitions_hero on public.exhibitions (hero_media_id) where hero_media_id is not null;
create index exhibitions_cloned_from on public.exhibitions (cloned_from) where cloned_from is not null;
create index exhibitions_shown on public.exhibitions (opens_at desc, id) where published_at is not null;

create table public.halls (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  position integer not null check (position between 0 and 99),
  slug text not null check (private.is_slug(slug)),
  texts jsonb not null check (private.are_texts(texts, '{title,intro}') and texts ? 'title'),
  media_id uuid references public.media (id) on delete set null,
  unique (exhibition_id, slug),
  unique (exhibition_id, position) deferrable initially deferred,
  unique (id, exhibition_id)
);
create index halls_media on public.halls (media_id) where media_id is not null;

create table public.booths (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  hall_id uuid not null,
  position integer not null check (position between 0 and 999),
  producer_id uuid not null references public.producers (id) on delete restrict,
  slug text not null check (private.is_slug(slug)),
  state public.booth_state not null default 'offered',
  texts jsonb not null default '{}' check (private.are_texts(texts, '{title,story}')),
  media_id uuid references public.media (id) on delete set null,
  note text not null default '' check (length(note) <= 2000),
  offered_at timestamptz not null default now(),
  answered_at timestamptz,
  approved_at timestamptz,
  updated_at timestamptz not null default now(),
  foreign key (hall_id, exhibition_id) references public.halls (id, exhibition_id) on delete cascade,
  unique (exhibition_id, producer_id),
  unique (exhibition_id, slug),
  unique (hall_id, position) deferrable initially deferred,
  unique (id, exhibition_id),
  check ((state = 'offered') = (answered_at is null)),
  check ((state = 'approved') = (approved_at is not null))
);
comment on table public.booths is 'title: what stands over the booth, else the producer''s name. note: why it was declined or handed back. Only an approved booth is public.';
create index booths_producer on public.booths (producer_id, offered_at desc);
create index booths_media on public.booths (media_id) where media_id is not null;

create table public.exhibits (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  hall_id uuid not null,
  booth_id uuid,
  position integer not null check (position between 0 and 9999),
  slug text not null check (private.is_slug(slug)),
  kind public.exhibit_kind not null,
  product_id uuid references public.products (id) on delete cascade,
  texts jsonb not null default '{}' check (private.are_texts(texts, '{title,label,maker,made,material,dimensions,credit}')),
  rights text check (rights in ('http://rightsstatements.org/vocab/InC/1.0/', 'http://rightsstatements.org/vocab/NKC/1.0/',
    'http://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by-sa/4.0/',
    'http://creativecommons.org/licenses/by-nc/4.0/', 'http://creativecommons.org/publicdomain/zero/1.0/')),
  updated_at timestamptz not null default now(),
  foreign key (hall_id, exhibition_id) references public.halls (id, exhibition_id) on delete cascade,
  foreign key (booth_id, exhibition_id) references public.booths (id, exhibition_id) on delete cascade,
  unique (exhibition_id, slug),
  unique (id, exhibition_id),
  check ((kind = 'product') = (product_id is not null)),
  check (product_id is not null or texts ? 'title'),
  check (product_id is null or booth_id is not null)
);
comment on table public.exhibits is
  'A product of the booth''s producer, or a work that stands alone (a museum piece, a tool, a step of the process). A product''s title and pictures are the listing''s unless the exhibit has its own. No booth: it stands in the hall.';
create index exhibits_hall on public.exhibits (hall_id, position, id);
create index exhibits_booth on public.exhibits (booth_id, position, id) where booth_id is not null;
create index exhibits_product on public.exhibits (product_id) where product_id is not null;
create unique index exhibits_once on public.exhibits (booth_id, product_id) where product_id is not null;

create table public.exhibit_media (
  exhibit_id uuid not null references public.exhibits (id) on delete cascade,
  media_id uuid not null references public.media (id) on delete cascade,
  position integer not null check (position between 0 and 199),
  role public.picture_role not null default 'view',
  texts jsonb not null default '{}' check (private.are_texts(texts, '{caption}')),
  primary key (exhibit_id, media_id)
);
comment on table public.exhibit_media is 'before and after stand side by side; step: one of a process, in order; turn: one of a turntable, in order. The first view is the cover. Alt texts are the picture''s (media_alts).';
create index exhibit_media_media on public.exhibit_media (media_id);

-- A picture from which tiles are made, so that a viewer may look into it as deep as the original goes.
alter table public.media add column deep_zoom boolean not null default false, add column tiled_at timestamptz;
comment on column public.media.deep_zoom is 'Asked for by a curator; tiled_at: when the tiles were finished.';
grant select (deep_zoom, tiled_at) on public.media to anon, authenticated;

create table public.exhibition_versions (
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  number integer not null check (number >= 1),
  note text not null default '' check (length(note) <= 300),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (exhibition_id, number)
);
comment on table public.exhibition_versions is 'The curated content as it stood: one when published, one before each restore, and whenever a curator keeps one.';
