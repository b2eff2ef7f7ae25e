-- What things are: the category tree, and the fixed vocabularies (materials, techniques, certifications).

create table public.categories (
  id uuid primary key default gen_random_uuid(),
  key text not null unique check (private.is_slug(key)),
  parent_id uuid references public.categories (id) on delete restrict,
  hs_heading text check (hs_heading ~ '^[0-9]{4,6}$'),
  default_unit text references public.units (code),
  position integer not null default 0,
  hidden boolean not null default false,
  check (parent_id <> id)
);
comment on table public.categories is 'A tree; products hang on its leaves. hs_heading is a suggestion (HS 2022, 4 to 6 digits), not a ruling.';
create index categories_parent on public.categories (parent_id, position);

create table public.category_translations (
  category_id uuid not null references public.categories (id) on delete cascade,
  locale public.locale not null,
  name text not null check (length(name) between 1 and 120),
  primary key (category_id, locale)
);

create type public.term_kind as enum ('material', 'technique', 'certification');

create table public.terms (
  kind public.term_kind not null,
  key text not null check (private.is_slug(key)),
  position integer not null default 0,
  primary key (kind, key)
);
comment on table public.terms is 'Fixed vocabularies that products and producers choose from, so that facets count what people mean.';

create table public.term_translations (
  kind public.term_kind not null,
  key text not null,
  locale public.locale not null,
  name text not null check (length(name) between 1 and 120),
  primary key (kind, key, locale),
  foreign key (kind, key) references public.terms (kind, key) on delete cascade on update cascade
);

-- A category may not become its own ancestor.
create function private.refuse_category_loop() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    with recursive up as (
      select c.id, c.parent_id from public.categories c where c.id = new.parent_id
      union
      select c.id, c.parent_id from public.categories c join up on c.id = up.parent_id
    )
    select 1 from up where up.id = new.id
  ) then
    raise exception 'category_loop' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger categories_no_loop before insert or update of parent_id on public.categories
  for each row when (new.parent_id is not null) execute function private.refuse_category_loop();

-- Every key of an array must be a term of that kind.
create function private.are_terms(p_kind public.term_kind, p_keys text[]) returns boolean
language sql stable set search_path = '' as $$
  select not exists (
    select 1 from unnest(p_keys) as k
    where not exists (select 1 from public.terms t where t.kind = p_kind and t.key = k))
$$;

alter table public.categories enable row level security;
alter table public.category_translations enable row level security;
alter table public.terms enable row level security;
alter table public.term_translations enable row level security;
create policy "anyone reads categories" on public.categories for select to anon, authenticated using (true);
create policy "anyone reads category names" on public.category_translations for select to anon, authenticated using (true);
create policy "anyone reads terms" on public.terms for select to anon, authenticated using (true);
create policy "anyone reads term names" on public.term_translations for select to anon, authenticated using (true);
-- Written by functions that record it (the category desk) and by migrations (terms), by nobody directly.
grant select on public.categories, public.category_translations, public.terms, public.term_translations to anon, authenticated;

create function private.check_producer_terms() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.are_terms('technique', new.techniques) then
    raise exception 'unknown_technique' using errcode = 'PT400';
  end if;
  return new;
end $$;
create trigger producers_terms before insert or update of techniques on public.producers
  for each row execute function private.check_producer_terms();
