-- Site settings: one row. What the operator chooses for the whole site.

create table public.site_settings (
  only_row boolean primary key default true check (only_row),
  name text not null default 'Isoko' check (length(btrim(name)) between 1 and 60),
  tagline text not null default '' check (length(tagline) <= 160),
  logo_media_id uuid references public.media (id) on delete set null,
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  locales public.locale[] not null default '{en,fr,rw,sw}' check (cardinality(locales) >= 1),
  currencies text[] not null default '{RWF,USD,EUR}' check (cardinality(currencies) >= 1),
  approves_producers boolean not null default false,
  mail_from_name text not null default 'Isoko' check (length(btrim(mail_from_name)) between 1 and 120),
  mail_from_address text not null default 'no-reply@isoko.test' check (mail_from_address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  contact_email text check (contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  demo_loaded_at timestamptz,
  updated_at timestamptz not null default now()
);
comment on column public.site_settings.approves_producers is 'When true, a new producer is invisible until an operator approves it.';
insert into public.site_settings default values;

create trigger site_settings_touch before update on public.site_settings for each row execute function private.touch_updated_at();

create function private.check_site_currencies() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from unnest(new.currencies) c where not exists (select 1 from public.currencies k where k.code = c)) then
    raise exception 'unknown_currency' using errcode = 'PT400';
  end if;
  return new;
end $$;
create trigger site_settings_currencies before insert or update of currencies on public.site_settings
  for each row execute function private.check_site_currencies();

alter table public.site_settings enable row level security;
create policy "anyone reads the site's settings" on public.site_settings for select to anon, authenticated using (true);
create policy "operators change the site's settings" on public.site_settings for update to authenticated
  using ((select private.is_operator())) with check ((select private.is_operator()));
grant select (only_row, name, tagline, logo_media_id, accent, locales, currencies, approves_producers, demo_loaded_at)
  on public.site_settings to anon, authenticated;
grant update (name, tagline, logo_media_id, accent, locales, currencies, approves_producers, mail_from_name, mail_from_address, contact_email)
  on public.site_settings to authenticated;
