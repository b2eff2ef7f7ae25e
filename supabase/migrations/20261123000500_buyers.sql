-- Buyers: buying organisations. They are never public; a producer sees the one who wrote to them.

create type public.buyer_kind as enum ('importer', 'retailer', 'designer', 'hospitality', 'institution', 'individual');
create type public.buyer_state as enum ('active', 'suspended');

create table public.buyers (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 2 and 120),
  kind public.buyer_kind not null default 'retailer',
  country text not null references public.countries (code),
  website text check (website ~ '^https?://' and length(website) <= 300),
  state public.buyer_state not null default 'active',
  suspended_reason text check (length(suspended_reason) <= 2000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (state <> 'suspended' or suspended_reason is not null)
);
comment on table public.buyers is 'A buying organisation: importer, retailer, designer, hotel, or one person.';

create table public.buyer_members (
  buyer_id uuid not null references public.buyers (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role public.member_role not null,
  created_at timestamptz not null default now(),
  primary key (buyer_id, user_id)
);
create index buyer_members_user on public.buyer_members (user_id);

create trigger buyers_touch before update on public.buyers for each row execute function private.touch_updated_at();

create function private.is_buyer_member(buyer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.buyer_members m
    where m.buyer_id = buyer and m.user_id = private.active_user())
$$;

create function private.owns_buyer(buyer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.buyer_members m
    where m.buyer_id = buyer and m.user_id = private.active_user() and m.role = 'owner')
$$;
grant execute on function private.is_buyer_member(uuid), private.owns_buyer(uuid) to anon, authenticated, service_role;

alter table public.buyers enable row level security;
create policy "members and operators read their buyer" on public.buyers for select to authenticated
  using ((select private.is_operator()) or private.is_buyer_member(id));
create policy "members change their buyer" on public.buyers for update to authenticated
  using (state = 'active' and private.is_buyer_member(id)) with check (state = 'active' and private.is_buyer_member(id));
grant select (id, name, kind, country, website, state, created_at, updated_at) on public.buyers to authenticated;
grant update (name, kind, country, website) on public.buyers to authenticated;

alter table public.buyer_members enable row level security;
create policy "members see who is in their buyer" on public.buyer_members for select to authenticated
  using (user_id = (select auth.uid()) or private.is_buyer_member(buyer_id) or (select private.is_operator()));
grant select on public.buyer_members to authenticated;

create policy "buyers read the events that concern them" on public.events for select to authenticated
  using (buyer_id is not null and private.is_buyer_member(buyer_id));
