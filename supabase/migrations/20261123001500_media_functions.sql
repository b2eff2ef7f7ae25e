-- The one way a picture comes into being, called by the server after it looked inside the file and stored the original.

create function public.create_media(
  p_id uuid, p_producer uuid, p_cluster uuid, p_type text, p_bytes bigint, p_sha256 text, p_sha8 text, p_width integer, p_height integer
) returns public.media
language plpgsql security definer set search_path = '' as $$
declare
  made public.media;
begin
  if not (
    (p_producer is not null and private.can_edit_producer(p_producer))
    or (p_cluster is not null and (private.coordinates_cluster(p_cluster) or private.is_operator()))
    or (p_producer is null and p_cluster is null and private.is_operator())
  ) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  select * into made from public.media m where m.id = p_id;
  if found then
    -- The same photo sent again after a lost answer is the same photo; another one under its id is refused.
    if made.sha256 = p_sha256 and made.producer_id is not distinct from p_producer and made.cluster_id is not distinct from p_cluster then
      return made;
    end if;
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  insert into public.media (id, producer_id, cluster_id, content_type, bytes, sha256, sha8, width, height, created_by)
  values (p_id, p_producer, p_cluster, p_type, p_bytes, p_sha256, p_sha8, p_width, p_height, auth.uid())
  returning * into made;
  perform private.enqueue('media.derive', jsonb_build_object('id', made.id), 'media.derive:' || made.id);
  return made;
end $$;
comment on function public.create_media is 'Idempotent by p_id, which the phone makes. Enqueues the derivatives in the same transaction.';
grant execute on function public.create_media(uuid, uuid, uuid, text, bigint, text, text, integer, integer) to authenticated;

-- A picture's files go when its row goes, however that happens; the worker removes them.
create function private.remove_media_files() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue('media.remove',
    jsonb_build_object('code', old.code, 'sha8', old.sha8, 'original', old.id || '/' || old.sha256), 'media.remove:' || old.id);
  return null;
end $$;
create trigger media_files_removed after delete on public.media for each row execute function private.remove_media_files();
