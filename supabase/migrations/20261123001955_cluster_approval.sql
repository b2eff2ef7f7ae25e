-- An operator vouches for a cluster. From now on what its coordinators check counts for the badge, what they checked before included.
create function public.approve_cluster(p_cluster uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.clusters;
  somebody record;
begin
  perform private.require_operator();
  select * into c from public.clusters x where x.id = p_cluster for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if c.state <> 'active' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if c.approved_at is not null then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.clusters set approved_at = now() where id = p_cluster;
  perform private.record_event('cluster', p_cluster, 'cluster.approved', p_cluster => p_cluster);
  for somebody in
    select u.email, pr.locale from public.cluster_coordinators k
    join public.profiles pr on pr.user_id = k.user_id and pr.suspended_at is null
    join auth.users u on u.id = k.user_id
    where k.cluster_id = p_cluster and u.email is not null
  loop
    perform public.enqueue_mail(somebody.email, 'cluster_approved', somebody.locale,
      jsonb_build_object('cluster', c.name, 'clusterSlug', c.slug));
  end loop;
end $$;
grant execute on function public.approve_cluster(uuid) to authenticated;
