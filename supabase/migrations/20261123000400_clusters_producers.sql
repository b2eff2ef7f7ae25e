-- Producers, the clusters they form, and who may act for either.

create type public.member_role as enum ('owner', 'editor');
create type public.producer_state as enum ('pending', 'active', 'suspended');
create type public.producer_kind as enum ('cooperative', 'company', 'workshop', 'association', 'individual');
create type public.cluster_state as enum ('active', 'suspended');
create type public.membership_state as enum ('active', 'left');

create table public.clusters (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (private.is_slug(slug)),
  state public.cluster_state not null default 'active',
  name text not null check (length(name) between 2 and 120),
  summary text not null default '' check (length(summary) <= 300),
  story text not null default '' check (length(story) <= 6000),
  source_locale public.locale not null default 'en',
  country text not null references public.countries (code),
  place text not null default '' check (length(place) <= 120),
  latitude numeric(5, 2) check (latitude between -90 and 90),
  longitude numeric(5, 2) check (longitude between -180 and 180),
  reviews_listings boolean not null default false,
  suspended_reason text check (length(suspended_reason) <= 2000),
  approved_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null)),
  check (state <> 'suspended' or suspended_reason is not null),
  check (state <> 'suspended' or approved_at is null)
);
comment on table public.clusters is 'A group of producers of one trade and place, with coordinators. Names, place and story are public.';
comment on column public.clusters.latitude is 'Degrees, two decimals (about 1 km): a place on a map, not an address.';
comment on column public.clusters.approved_at is
  'When an operator vouched for its coordinators; null = their checks of members wait and are not public. A suspension takes it away.';
comment on column public.clusters.reviews_listings is 'When true, a member''s listing waits for a coordinator before it is public.';

create table public.cluster_translations (
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  locale public.locale not null,
  field text not null check (field in ('name', 'summary', 'story')),
  text text not null check (length(text) between 1 and 6000),
  status public.translation_status not null default 'draft',
  updated_at timestamptz not null default now(),
  primary key (cluster_id, locale, field)
);

create table public.producers (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (private.is_slug(slug)),
  state public.producer_state not null default 'pending',
  name text not null check (length(name) between 2 and 120),
  kind public.producer_kind not null default 'workshop',
  tagline text not null default '' check (length(tagline) <= 200),
  story text not null default '' check (length(story) <= 6000),
  source_locale public.locale not null default 'en',
  country text not null references public.countries (code),
  place text not null default '' check (length(place) <= 120),
  latitude numeric(5, 2) check (latitude between -90 and 90),
  longitude numeric(5, 2) check (longitude between -180 and 180),
  founded_year smallint check (founded_year between 1800 and 2200),
  people_count integer check (people_count between 1 and 100000),
  women_count integer check (women_count >= 0),
  youth_count integer check (youth_count >= 0),
  capacity_note text not null default '' check (length(capacity_note) <= 300),
  techniques text[] not null default '{}',
  languages public.locale[] not null default '{}',
  verified_at timestamptz,
  suspended_reason text check (length(suspended_reason) <= 2000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null)),
  check (women_count <= people_count and youth_count <= people_count),
  check (state <> 'suspended' or suspended_reason is not null)
);
comment on table public.producers is 'A selling organisation: SME, workshop or cooperative. Everything here is public once the producer is active, but for created_by and the reason of a suspension.';
comment on column public.producers.verified_at is 'When the last required verification check passed; null = not verified. Kept by a trigger.';
create index producers_name on public.producers using gin (private.fold(name) extensions.gin_trgm_ops);
create index producers_active on public.producers (name, id) where state = 'active';

create table public.producer_translations (
  producer_id uuid not null references public.producers (id) on delete cascade,
  locale public.locale not null,
  field text not null check (field in ('tagline', 'story', 'capacity_note')),
  text text not null check (length(text) between 1 and 6000),
  status public.translation_status not null default 'draft',
  updated_at timestamptz not null default now(),
  primary key (producer_id, locale, field)
);

create table public.producer_contacts (
  producer_id uuid primary key references public.producers (id) on delete cascade,
  email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  whatsapp text check (whatsapp ~ '^\+[0-9]{7,15}$'),
  address text check (length(address) <= 500),
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  updated_at timestamptz not null default now()
);
comment on table public.producer_contacts is 'Private: where the workshop really is and how to reach it. Never on a public page.';

create table public.producer_members (
  producer_id uuid not null references public.producers (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.member_role not null,
  created_at timestamptz not null default now(),
  primary key (producer_id, user_id)
);
create index producer_members_user on public.producer_members (user_id);

create table public.cluster_coordinators (
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (cluster_id, user_id)
);
create index cluster_coordinators_user on public.cluster_coordinators (user_id);

create table public.memberships (
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  producer_id uuid not null references public.producers (id) on delete cascade,
  state public.membership_state not null default 'active',
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (cluster_id, producer_id),
  check ((state = 'left') = (left_at is not null))
);
comment on table public.memberships is 'A producer in a cluster.';
create index memberships_producer on public.memberships (producer_id);

create trigger clusters_touch before update on public.clusters for each row execute function private.touch_updated_at();
create trigger producers_touch before update on public.producers for each row execute function private.touch_updated_at();
create trigger cluster_translations_touch before update on public.cluster_translations for each row execute function private.touch_updated_at();
create trigger producer_translations_touch before update on public.producer_translations for each row execute function private.touch_updated_at();
create trigger producer_contacts_touch before update on public.producer_contacts for each row execute function private.touch_updated_at();

-- Membership questions, asked by every policy below and by later migrations -------------------------

-- To act: while the cluster is active. To look at it, the coordinators of a suspended one too, who must see why.
create function private.coordinates_cluster(cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.cluster_coordinators c
    join public.clusters k on k.id = c.cluster_id and k.state = 'active'
    where c.cluster_id = cluster and c.user_id = private.active_user())
$$;

create function private.reads_cluster(cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_operator() or exists (
    select 1 from public.cluster_coordinators c
    where c.cluster_id = cluster and c.user_id = private.active_user())
$$;
comment on function private.reads_cluster is 'For reading only: its coordinators, whatever its state, and the operators.';

create function private.coordinates_producer(producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.memberships m
    join public.clusters k on k.id = m.cluster_id and k.state = 'active'
    join public.cluster_coordinators c on c.cluster_id = m.cluster_id
    where m.producer_id = producer and m.state = 'active' and c.user_id = private.active_user())
$$;
comment on function private.coordinates_producer is 'The coordinators of a cluster that an operator closed act for none of its members.';

create function private.is_producer_member(producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.producer_members m
    where m.producer_id = producer and m.user_id = private.active_user())
$$;

create function private.owns_producer(producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.producer_members m
    where m.producer_id = producer and m.user_id = private.active_user() and m.role = 'owner')
$$;

create function private.can_edit_producer(producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_producer_member(producer) or private.coordinates_producer(producer) or private.is_operator()
$$;
comment on function private.can_edit_producer is 'Its members, the coordinators of its clusters (for a member without e-mail), and the operators.';

create function private.producer_is_public(producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.producers p where p.id = producer and p.state = 'active')
$$;
grant execute on function private.coordinates_cluster(uuid), private.reads_cluster(uuid), private.coordinates_producer(uuid), private.is_producer_member(uuid),
  private.owns_producer(uuid), private.can_edit_producer(uuid), private.producer_is_public(uuid) to anon, authenticated, service_role;

-- Policies ------------------------------------------------------------------------------------------

alter table public.clusters enable row level security;
create policy "anyone reads active clusters" on public.clusters for select to anon, authenticated using (state = 'active');
create policy "coordinators and operators read their clusters" on public.clusters
  for select to authenticated using (private.reads_cluster(id));
create policy "coordinators change their cluster" on public.clusters for update to authenticated
  using ((select private.is_operator()) or private.coordinates_cluster(id))
  with check ((select private.is_operator()) or private.coordinates_cluster(id));
grant select (id, slug, state, name, summary, story, source_locale, country, place, latitude, longitude, reviews_listings, created_at, updated_at)
  on public.clusters to anon, authenticated;
grant update (name, summary, story, source_locale, country, place, latitude, longitude, reviews_listings) on public.clusters to authenticated;

alter table public.cluster_translations enable row level security;
create policy "anyone reads reviewed translations of active clusters" on public.cluster_translations for select to anon, authenticated
  using (status <> 'draft' and exists (select 1 from public.clusters c where c.id = cluster_id));
create policy "coordinators read all translations" on public.cluster_translations for select to authenticated
  using (private.reads_cluster(cluster_id));
create policy "coordinators add translations" on public.cluster_translations for insert to authenticated
  with check ((select private.is_operator()) or private.coordinates_cluster(cluster_id));
create policy "coordinators change translations" on public.cluster_translations for update to authenticated
  using ((select private.is_operator()) or private.coordinates_cluster(cluster_id))
  with check ((select private.is_operator()) or private.coordinates_cluster(cluster_id));
create policy "coordinators remove translations" on public.cluster_translations for delete to authenticated
  using ((select private.is_operator()) or private.coordinates_cluster(cluster_id));
grant select (cluster_id, locale, field, text, status) on public.cluster_translations to anon;
grant select, insert, update, delete on public.cluster_translations to authenticated;

alter table public.producers enable row level security;
create policy "anyone reads active producers" on public.producers for select to anon, authenticated using (state = 'active');
create policy "members, coordinators and operators read their producers" on public.producers
  for select to authenticated using (private.can_edit_producer(id));
create policy "members and coordinators change their producer" on public.producers for update to authenticated
  using (state <> 'suspended' and private.can_edit_producer(id))
  with check (state <> 'suspended' and private.can_edit_producer(id));
grant select (id, slug, state, name, kind, tagline, story, source_locale, country, place, latitude, longitude, founded_year, people_count,
  women_count, youth_count, capacity_note, techniques, languages, verified_at, created_at, updated_at) on public.producers to anon, authenticated;
grant update (name, kind, tagline, story, source_locale, country, place, latitude, longitude, founded_year, people_count,
  women_count, youth_count, capacity_note, techniques, languages) on public.producers to authenticated;

alter table public.producer_translations enable row level security;
create policy "anyone reads reviewed translations of visible producers" on public.producer_translations for select to anon, authenticated
  using (status <> 'draft' and exists (select 1 from public.producers p where p.id = producer_id));
create policy "editors read all translations" on public.producer_translations for select to authenticated
  using (private.can_edit_producer(producer_id));
create policy "editors add translations" on public.producer_translations for insert to authenticated
  with check (private.can_edit_producer(producer_id));
create policy "editors change translations" on public.producer_translations for update to authenticated
  using (private.can_edit_producer(producer_id)) with check (private.can_edit_producer(producer_id));
create policy "editors remove translations" on public.producer_translations for delete to authenticated
  using (private.can_edit_producer(producer_id));
grant select (producer_id, locale, field, text, status) on public.producer_translations to anon;
grant select, insert, update, delete on public.producer_translations to authenticated;

alter table public.producer_contacts enable row level security;
create policy "editors read the private contact" on public.producer_contacts for select to authenticated
  using (private.can_edit_producer(producer_id));
create policy "editors add the private contact" on public.producer_contacts for insert to authenticated
  with check (private.can_edit_producer(producer_id));
create policy "editors change the private contact" on public.producer_contacts for update to authenticated
  using (private.can_edit_producer(producer_id)) with check (private.can_edit_producer(producer_id));
grant select, insert, update on public.producer_contacts to authenticated;

alter table public.producer_members enable row level security;
create policy "members see who is in their producer" on public.producer_members for select to authenticated
  using (user_id = (select auth.uid()) or private.can_edit_producer(producer_id));
grant select on public.producer_members to authenticated;

alter table public.cluster_coordinators enable row level security;
create policy "coordinators see each other" on public.cluster_coordinators for select to authenticated
  using (user_id = (select auth.uid()) or private.reads_cluster(cluster_id));
grant select on public.cluster_coordinators to authenticated;

alter table public.memberships enable row level security;
create policy "anyone reads memberships of active producers and clusters" on public.memberships for select to anon, authenticated
  using (state = 'active' and exists (select 1 from public.producers p where p.id = producer_id)
    and exists (select 1 from public.clusters c where c.id = cluster_id));
create policy "both sides read their memberships" on public.memberships for select to authenticated
  using (private.can_edit_producer(producer_id) or private.reads_cluster(cluster_id));
grant select on public.memberships to anon, authenticated;

create policy "people read the events that concern them" on public.events for select to authenticated
  using (
    (select private.is_operator())
    or actor = (select private.active_user())
    or (producer_id is not null and (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id)))
    or (cluster_id is not null and private.reads_cluster(cluster_id)));

-- Whether an act is work done for the producer by somebody who is not of it. Judging a producer is no such work, and a
-- buyer who writes to it acts for themselves.
create function private.acts_for_producer(p_producer uuid, p_action text, p_data jsonb) returns boolean
language sql stable security definer set search_path = '' as $$
  select p_producer is not null and auth.uid() is not null
    and p_action <> all ('{product.approve,product.send_back,producer.approved,producer.restored,producer.suspended,verification.checked,membership.left,inquiry.created,inquiry.block,invitation.accepted,exhibition.booths_offered,exhibition.booth_moved,exhibition.booth_withdrawn,exhibition.booth_approved,exhibition.booth_handed_back}')
    and coalesce(p_data ->> 'side', '') not in ('buyer', 'mediator', 'operator')
    and not private.is_producer_member(p_producer)
    and (private.coordinates_producer(p_producer) or private.is_operator())
$$;

-- One event, with the producer filled in as "on behalf of" when the actor worked for it without being one of its members.
create function private.record_event(
  p_subject_kind text, p_subject_id uuid, p_action text,
  p_from text default null, p_to text default null, p_reason text default null,
  p_producer uuid default null, p_cluster uuid default null, p_buyer uuid default null, p_data jsonb default '{}'
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.events (actor, subject_kind, subject_id, action, from_state, to_state, reason,
    producer_id, cluster_id, buyer_id, on_behalf_of, data)
  values (auth.uid(), p_subject_kind, p_subject_id, p_action, p_from, p_to, nullif(btrim(p_reason), ''),
    p_producer, p_cluster, p_buyer,
    case when private.acts_for_producer(p_producer, p_action, p_data) then p_producer end,
    p_data);
end $$;
