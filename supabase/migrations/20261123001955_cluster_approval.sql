-- An operator vouches for a cluster. From now on what its coordinators check counts for the badge, what they checked before included.
create function public.approve_cluster(p_cluster uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.clusters;
begin
  perform private.require_operator();
  select * into c from public.clusters x where x.id = p_cluster for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if c.state <> 'active' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if c.approved_at is not null then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.clusters set approved_at = now() where id = p_cluster;
  perform private.record_event('cluster', p_cluster, 'cluster.approved', p_cluster => p_cluster);
  perform private.notify_coordinators(p_cluster, 'cluster_approved', '{}');
end $$;
grant execute on function public.approve_cluster(uuid) to authenticated;
