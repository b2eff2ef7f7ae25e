-- Suppliers sell materials to clusters. One may bid by link without ever having an account.

create table public.suppliers (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(btrim(name)) between 2 and 120),
  country text not null references public.countries (code),
  place text not null default '' check (length(place) <= 120),
  materials text not null default '' check (length(materials) <= 500),
  locale public.locale not null default 'en',
  cluster_id uuid references public.clusters (id) on delete set null,
  listed boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.suppliers is 'cluster_id: whose coordinators added it; listed: it agreed to stand in the directory that coordinators of every cluster see.';
create index suppliers_cluster on public.suppliers (cluster_id, name) where cluster_id is not null;
create index suppliers_listed on public.suppliers (name, id) where listed;

create table public.supplier_contacts (
  supplier_id uuid primary key references public.suppliers (id) on delete cascade,
  email text not null check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  person text not null default '' check (length(person) <= 120),
  address text not null default '' check (length(address) <= 500),
  tax_number text not null default '' check (length(tax_number) <= 60),
  updated_at timestamptz not null default now()
);
comment on table public.supplier_contacts is 'Private: never on a public page, in a feed or in a release.';
create index supplier_contacts_email on public.supplier_contacts (lower(email));

create table public.supplier_members (
  supplier_id uuid not null references public.suppliers (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (supplier_id, user_id)
);
create index supplier_members_user on public.supplier_members (user_id);

create trigger suppliers_touch before update on public.suppliers for each row execute function private.touch_updated_at();
create trigger supplier_contacts_touch before update on public.supplier_contacts for each row execute function private.touch_updated_at();

create function private.is_supplier_member(p_supplier uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.supplier_members m where m.supplier_id = p_supplier and m.user_id = private.active_user())
$$;

create function private.coordinates_any() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.cluster_coordinators c join public.clusters k on k.id = c.cluster_id and k.state = 'active'
    where c.user_id = private.active_user())
$$;
grant execute on function private.is_supplier_member(uuid), private.coordinates_any() to anon, authenticated, service_role;

alter table public.suppliers enable row level security;
create policy "its people, coordinators who added it or see it listed" on public.suppliers for select to authenticated
  using (private.is_supplier_member(id) or (cluster_id is not null and private.coordinates_cluster(cluster_id))
    or (listed and (select private.coordinates_any())) or (select private.is_operator()));
grant select (id, name, country, place, materials, locale, cluster_id, listed, created_at, updated_at) on public.suppliers to authenticated;

alter table public.supplier_contacts enable row level security;
create policy "its people and the coordinators who added it" on public.supplier_contacts for select to authenticated
  using (private.is_supplier_member(supplier_id) or exists (
    select 1 from public.suppliers s where s.id = supplier_id and s.cluster_id is not null and private.coordinates_cluster(s.cluster_id)));
grant select on public.supplier_contacts to authenticated;

alter table public.supplier_members enable row level security;
create policy "people see who is in their supplier" on public.supplier_members for select to authenticated
  using (user_id = (select auth.uid()) or private.is_supplier_member(supplier_id));
grant select on public.supplier_members to authenticated;
