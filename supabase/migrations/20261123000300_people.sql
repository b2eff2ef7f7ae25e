-- People: one profile for each account, and the operators of the site.

create type public.intent as enum ('sell', 'buy', 'coordinate');

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null default '' check (length(display_name) <= 120),
  locale public.locale not null default 'en',
  intent public.intent,
  suspended_at timestamptz,
  suspended_reason text check (length(suspended_reason) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((suspended_at is null) = (suspended_reason is null))
);
comment on table public.profiles is 'What a person told us about themselves. Readable by that person and the operators alone.';

create table public.operators (
  user_id uuid primary key references auth.users (id) on delete cascade,
  granted_at timestamptz not null default now(),
  granted_by uuid
);
comment on table public.operators is 'Who runs this site. The first one is made by the command line.';

create trigger profiles_touch before update on public.profiles
  for each row execute function private.touch_updated_at();

create function private.profile_for_new_user() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  meta jsonb := coalesce(new.raw_user_meta_data, '{}');
begin
  insert into public.profiles (user_id, display_name, locale, intent)
  values (
    new.id,
    left(coalesce(meta ->> 'display_name', ''), 120),
    case when meta ->> 'locale' in ('en', 'fr', 'rw', 'sw') then (meta ->> 'locale')::public.locale else 'en' end,
    case when meta ->> 'intent' in ('sell', 'buy', 'coordinate') then (meta ->> 'intent')::public.intent end
  )
  on conflict (user_id) do nothing;
  return new;
end $$;
create trigger isoko_profile_for_new_user after insert on auth.users
  for each row execute function private.profile_for_new_user();

-- Who is asking. Every helper answers false for a suspended account, so one switch stops all writing.
create function private.active_user() returns uuid
language sql stable security definer set search_path = '' as $$
  select p.user_id from public.profiles p where p.user_id = auth.uid() and p.suspended_at is null
$$;

create function private.is_operator() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.operators o where o.user_id = private.active_user())
$$;
grant execute on function private.active_user(), private.is_operator() to anon, authenticated, service_role;

alter table public.profiles enable row level security;
create policy "a person reads their own profile" on public.profiles
  for select to authenticated using (user_id = (select auth.uid()) or (select private.is_operator()));
create policy "a person changes their own profile" on public.profiles
  for update to authenticated using (user_id = (select private.active_user()))
  with check (user_id = (select private.active_user()));
grant select (user_id, display_name, locale, intent, suspended_at, suspended_reason, created_at) on public.profiles to authenticated;
grant update (display_name, locale, intent) on public.profiles to authenticated;

alter table public.operators enable row level security;
create policy "operators see who operates" on public.operators
  for select to authenticated using (user_id = (select auth.uid()) or (select private.is_operator()));
grant select on public.operators to authenticated;
