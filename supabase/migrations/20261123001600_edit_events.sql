-- Edits made straight on a row are recorded too: which fields, by whom, and for whom. The values themselves are not kept.

create function private.record_edit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed text[];
begin
  select array_agg(n.key order by n.key) into changed
  from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o on o.key = n.key
  where n.value is distinct from o.value and n.key not in ('updated_at', 'verified_at', 'state', 'suspended_reason', 'approved_at');
  if changed is null or auth.uid() is null then return null; end if;
  perform private.record_event(tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::uuid, tg_argv[0] || '.edited',
    p_producer => case when tg_argv[0] in ('producer', 'contact') then (to_jsonb(new) ->> tg_argv[1])::uuid end,
    p_cluster => case when tg_argv[0] = 'cluster' then (to_jsonb(new) ->> tg_argv[1])::uuid end,
    p_buyer => case when tg_argv[0] = 'buyer' then (to_jsonb(new) ->> tg_argv[1])::uuid end,
    p_data => jsonb_build_object('fields', changed));
  return null;
end $$;

create trigger producers_edits after update on public.producers for each row execute function private.record_edit('producer', 'id');
create trigger producer_contacts_edits after update on public.producer_contacts for each row execute function private.record_edit('contact', 'producer_id');
create trigger clusters_edits after update on public.clusters for each row execute function private.record_edit('cluster', 'id');
create trigger buyers_edits after update on public.buyers for each row execute function private.record_edit('buyer', 'id');

create function private.record_settings_edit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  changed text[];
begin
  select array_agg(n.key order by n.key) into changed
  from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o on o.key = n.key
  where n.value is distinct from o.value and n.key <> 'updated_at';
  if changed is null or auth.uid() is null then return null; end if;
  perform private.record_event('settings', null, 'settings.edited', p_data => jsonb_build_object('fields', changed));
  return null;
end $$;
create trigger site_settings_edits after update on public.site_settings for each row execute function private.record_settings_edit();
