-- Another site's manifests and collections within an exhibition: what the server has read of them, kept by a curator.

-- The same address again is read anew and keeps its place.
create function public.keep_iiif_import(p_id uuid, p_exhibition uuid, p_hall uuid, p_import jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  kept uuid;
begin
  if p_hall is not null and not exists (select 1 from public.halls h where h.id = p_hall and h.exhibition_id = e.id) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if exists (select 1 from public.iiif_imports i where i.id = p_id and i.exhibition_id <> e.id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (select count(*) from public.iiif_imports i where i.exhibition_id = e.id and i.url <> p_import ->> 'url') >= 100 then
    raise exception 'exhibition_full' using errcode = 'PT400';
  end if;
  -- The form sent twice: the second time it finds what the first one kept.
  select i.id into kept from public.iiif_imports i where i.id = p_id and i.url <> p_import ->> 'url';
  if kept is not null then return kept; end if;
  insert into public.iiif_imports as i (id, exhibition_id, hall_id, position, url, kind, label, thumbnail, homepage, attribution, rights, items, sha256, created_by)
  select p_id, e.id, p_hall, (select coalesce(max(o.position) + 1, 0) from public.iiif_imports o where o.exhibition_id = e.id), p_import ->> 'url', p_import ->> 'kind',
    p_import -> 'label', p_import ->> 'thumbnail', p_import ->> 'homepage', coalesce(p_import ->> 'attribution', ''), p_import ->> 'rights',
    coalesce((p_import ->> 'items')::integer, 0), p_import ->> 'sha256', auth.uid()
  on conflict (exhibition_id, url) do update set hall_id = excluded.hall_id, kind = excluded.kind, label = excluded.label, thumbnail = excluded.thumbnail,
    homepage = excluded.homepage, attribution = excluded.attribution, rights = excluded.rights, items = excluded.items, sha256 = excluded.sha256, fetched_at = now()
  returning i.id into kept;
  perform private.record_exhibition(e, 'imported', null, null, jsonb_build_object('url', p_import ->> 'url'));
  return kept;
end $$;
comment on function public.keep_iiif_import is 'p_import: {url, kind, label, thumbnail, homepage, attribution, rights, items, sha256} as src/server/iiif reads it. Answers the id under which it is kept.';
grant execute on function public.keep_iiif_import(uuid, uuid, uuid, jsonb) to authenticated;

create function private.curated_import(p_import uuid) returns public.iiif_imports
language plpgsql security definer set search_path = '' as $$
declare
  i public.iiif_imports;
begin
  select * into i from public.iiif_imports o where o.id = p_import;
  if i.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(i.exhibition_id);
  return i;
end $$;

create function public.remove_iiif_import(p_import uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.iiif_imports := private.curated_import(p_import);
  e public.exhibitions;
begin
  delete from public.iiif_imports where id = i.id;
  select * into e from public.exhibitions where id = i.exhibition_id;
  perform private.record_exhibition(e, 'import_removed', null, null, jsonb_build_object('url', i.url));
end $$;
grant execute on function public.remove_iiif_import(uuid) to authenticated;

create function public.move_iiif_import(p_import uuid, p_step integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.iiif_imports := private.curated_import(p_import);
begin
  with ranked as (
    select o.id, row_number() over (order by o.position, o.id) + case when o.id = i.id then sign(p_step) * 1.5 else 0 end as place
    from public.iiif_imports o where o.exhibition_id = i.exhibition_id),
  ordered as (select r.id, row_number() over (order by r.place) - 1 as place from ranked r)
  update public.iiif_imports o set position = n.place from ordered n where n.id = o.id and o.position <> n.place;
end $$;
comment on function public.move_iiif_import is 'One place up (-1) or down (1) among the imports of its exhibition.';
grant execute on function public.move_iiif_import(uuid, integer) to authenticated;
