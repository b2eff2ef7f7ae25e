-- A cluster's own page on its desk: words in every language, and photos.

create function public.coordination_profile(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'cluster', to_jsonb(c) - 'suspended_reason',
    'texts', coalesce((select jsonb_agg(jsonb_build_object('locale', t.locale, 'field', t.field, 'text', t.text))
      from public.cluster_translations t where t.cluster_id = c.id), '[]'),
    'photos', coalesce((select jsonb_agg(private.media_json(m, null) || jsonb_build_object('use', x.use) order by x.use, x.position)
      from public.cluster_media x join public.media m on m.id = x.media_id where x.cluster_id = c.id), '[]'))
  from public.clusters c where c.id = private.desk_cluster(p_slug)
$$;
grant execute on function public.coordination_profile(text) to authenticated;

-- Refuses whoever may not change this cluster now: its coordinators while it is active, the operators always.
create function private.require_cluster(p_cluster uuid) returns public.clusters
language plpgsql stable security definer set search_path = '' as $$
declare
  cluster public.clusters;
begin
  perform private.require_active_user();
  select * into cluster from public.clusters c where c.id = p_cluster;
  if not found or not private.reads_cluster(p_cluster) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if cluster.state <> 'active' and not private.is_operator() then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  return cluster;
end $$;

-- An empty text removes the translation of that field.
create function public.set_cluster_texts(p_cluster uuid, p_locale public.locale, p_texts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  cluster public.clusters := private.require_cluster(p_cluster);
  entry record;
begin
  if cluster.source_locale = p_locale then raise exception 'source_language' using errcode = 'PT400'; end if;
  for entry in select e.key as field, btrim(e.value) as text from jsonb_each_text(p_texts) e loop
    if entry.text = '' then
      delete from public.cluster_translations t where t.cluster_id = p_cluster and t.locale = p_locale and t.field = entry.field;
    else
      insert into public.cluster_translations (cluster_id, locale, field, text, status) values (p_cluster, p_locale, entry.field, entry.text, 'reviewed')
      on conflict (cluster_id, locale, field) do update set text = excluded.text, status = excluded.status;
    end if;
  end loop;
  perform private.record_event('cluster', p_cluster, 'cluster.translated', p_cluster => p_cluster, p_data => jsonb_build_object('locale', p_locale));
end $$;
grant execute on function public.set_cluster_texts(uuid, public.locale, jsonb) to authenticated;

-- `remove` takes the picture off the page and deletes it. The first picture becomes the cover by itself.
create function public.place_cluster_media(p_cluster uuid, p_media uuid, p_use text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  use_as text := p_use;
begin
  perform private.require_cluster(p_cluster);
  if not exists (select 1 from public.media m where m.id = p_media and m.cluster_id = p_cluster) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('cluster_media' || p_cluster, 0));
  delete from public.cluster_media x where x.cluster_id = p_cluster and x.media_id = p_media;
  if p_use = 'remove' then
    delete from public.media m where m.id = p_media;
  elsif p_use in ('cover', 'gallery') then
    if (select count(*) from public.cluster_media x where x.cluster_id = p_cluster) >= 12 then
      raise exception 'too_many_photos' using errcode = 'PT400';
    end if;
    if p_use = 'cover' then
      update public.cluster_media set use = 'gallery' where cluster_id = p_cluster and use = 'cover';
    elsif not exists (select 1 from public.cluster_media x where x.cluster_id = p_cluster and x.use = 'cover') then
      use_as := 'cover';
    end if;
    insert into public.cluster_media (cluster_id, media_id, use, position)
    select p_cluster, p_media, use_as, case when use_as = 'cover' then 0 else coalesce(max(x.position) + 1, 0) end
    from public.cluster_media x where x.cluster_id = p_cluster;
  else
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  perform private.record_event('cluster', p_cluster, 'cluster.pictured', p_cluster => p_cluster, p_data => jsonb_build_object('use', p_use));
end $$;
grant execute on function public.place_cluster_media(uuid, uuid, text) to authenticated;
