-- A closed exhibition written out as a site of files in one zip, for a shelf that outlives this server.

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('archives', 'archives', false, 2147483648, '{application/zip}')
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create table public.exhibition_archives (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  failed_at timestamptz,
  bytes bigint check (bytes > 0),
  pages integer check (pages > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  check (num_nonnulls(finished_at, failed_at) <= 1),
  check ((finished_at is null) = (num_nulls(bytes, pages, sha256) = 3) and num_nulls(bytes, pages, sha256) in (0, 3))
);
comment on table public.exhibition_archives is 'The zip lies in the private bucket `archives` under the id. Neither finished nor failed: the worker has it still before it.';
create index exhibition_archives_exhibition on public.exhibition_archives (exhibition_id, asked_at desc);

alter table public.exhibition_archives enable row level security;
create policy "curators read the archives of their exhibition" on public.exhibition_archives for select to authenticated
  using (private.curates_exhibition(exhibition_id));
grant select on public.exhibition_archives to authenticated;

create function private.begin_archive(p_id uuid, p_exhibition uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
  waiting uuid;
begin
  select * into e from public.exhibitions x where x.id = p_exhibition for update;
  if e.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if not private.exhibition_is_readable(e.id) or private.exhibition_state(e) = 'open' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  select a.id into waiting from public.exhibition_archives a where a.exhibition_id = e.id and a.finished_at is null and a.failed_at is null;
  if waiting is not null then return waiting; end if;
  insert into public.exhibition_archives (id, exhibition_id, asked_by) values (p_id, e.id, auth.uid()) on conflict (id) do nothing;
  if not found then return p_id; end if;
  perform private.record_exhibition(e, 'archive_asked');
  return p_id;
end $$;

create function public.ask_exhibition_archive(p_id uuid, p_exhibition uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  asked uuid;
begin
  perform private.require_active_user();
  if not private.curates_exhibition(p_exhibition) then raise exception 'not_found' using errcode = 'PT404'; end if;
  asked := private.begin_archive(p_id, p_exhibition);
  if asked = p_id then perform private.enqueue('archive.make', jsonb_build_object('id', asked), 'archive.make ' || asked); end if;
  return asked;
end $$;
comment on function public.ask_exhibition_archive is 'For a curator of a closed or archived exhibition. One that is waiting already is answered instead of a second.';
grant execute on function public.ask_exhibition_archive(uuid, uuid) to authenticated;

create function public.finish_exhibition_archive(p_id uuid, p_bytes bigint, p_pages integer, p_sha256 text) returns void
language sql security definer set search_path = '' as $$
  update public.exhibition_archives set finished_at = now(), failed_at = null, bytes = p_bytes, pages = p_pages, sha256 = p_sha256 where id = p_id and finished_at is null
$$;
grant execute on function public.finish_exhibition_archive(uuid, bigint, integer, text) to service_role;

create function public.fail_exhibition_archive(p_id uuid) returns void
language sql security definer set search_path = '' as $$
  update public.exhibition_archives set failed_at = now() where id = p_id and finished_at is null
$$;
grant execute on function public.fail_exhibition_archive(uuid) to service_role;
