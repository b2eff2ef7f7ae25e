-- The operator's desk: approvals, suspensions, people, reports, jobs. Each records who did it and why.

create function private.require_operator() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  if not private.is_operator() then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  return auth.uid();
end $$;

create function private.require_reason(p_reason text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  return btrim(p_reason);
end $$;

create function public.set_producer_state(p_producer uuid, p_state public.producer_state, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before public.producer_state;
begin
  perform private.require_operator();
  select p.state into before from public.producers p where p.id = p_producer for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if before = p_state then raise exception 'already_done' using errcode = 'PT409'; end if;
  if p_state = 'pending' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.producers set state = p_state,
    suspended_reason = case when p_state = 'suspended' then private.require_reason(p_reason) end where id = p_producer;
  perform private.record_event('producer', p_producer, case p_state when 'suspended' then 'producer.suspended' else 'producer.approved' end,
    before::text, p_state::text, p_reason, p_producer => p_producer);
  perform private.tell_members(p_producer, case p_state when 'suspended' then 'producer_suspended' else 'producer_approved' end,
    jsonb_build_object('reason', btrim(coalesce(p_reason, ''))));
end $$;
grant execute on function public.set_producer_state(uuid, public.producer_state, text) to authenticated;

create function public.set_cluster_state(p_cluster uuid, p_state public.cluster_state, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  before public.cluster_state;
begin
  perform private.require_operator();
  select c.state into before from public.clusters c where c.id = p_cluster for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if before = p_state then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.clusters set state = p_state,
    suspended_reason = case when p_state = 'suspended' then private.require_reason(p_reason) end where id = p_cluster;
  perform private.record_event('cluster', p_cluster, case p_state when 'suspended' then 'cluster.suspended' else 'cluster.restored' end,
    before::text, p_state::text, p_reason, p_cluster => p_cluster);
end $$;
grant execute on function public.set_cluster_state(uuid, public.cluster_state, text) to authenticated;

create function public.set_user_suspended(p_user uuid, p_suspended boolean, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_operator();
  was boolean;
begin
  if p_user = me then raise exception 'not_yourself' using errcode = 'PT409'; end if;
  select pr.suspended_at is not null into was from public.profiles pr where pr.user_id = p_user for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if was = p_suspended then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.profiles set
    suspended_at = case when p_suspended then now() end,
    suspended_reason = case when p_suspended then private.require_reason(p_reason) end
  where user_id = p_user;
  perform private.record_event('user', p_user, case when p_suspended then 'user.suspended' else 'user.restored' end,
    case when was then 'suspended' else 'active' end, case when p_suspended then 'suspended' else 'active' end, p_reason);
end $$;
grant execute on function public.set_user_suspended(uuid, boolean, text) to authenticated;

create function public.set_operator(p_user uuid, p_operator boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_operator();
begin
  perform pg_advisory_xact_lock(hashtextextended('operators', 0));
  if p_operator then
    insert into public.operators (user_id, granted_by) values (p_user, me) on conflict do nothing;
  else
    if not exists (select 1 from public.operators o where o.user_id <> p_user) then raise exception 'last_owner' using errcode = 'PT409'; end if;
    delete from public.operators where user_id = p_user;
  end if;
  perform private.record_event('user', p_user, case when p_operator then 'operator.granted' else 'operator.revoked' end);
end $$;
grant execute on function public.set_operator(uuid, boolean) to authenticated;

create function public.list_users(p_query text default '', p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return coalesce((select jsonb_agg(row order by at desc, id desc) from (
    select pr.user_id as id, pr.created_at as at, jsonb_build_object('id', pr.user_id, 'name', pr.display_name, 'email', u.email, 'locale', pr.locale,
      'intent', pr.intent, 'createdAt', pr.created_at, 'suspendedAt', pr.suspended_at, 'suspendedReason', pr.suspended_reason,
      'operator', exists (select 1 from public.operators o where o.user_id = pr.user_id),
      'organisations', (select coalesce(jsonb_agg(x.name), '[]') from (
        select p.name from public.producer_members m join public.producers p on p.id = m.producer_id where m.user_id = pr.user_id
        union all select b.name from public.buyer_members m join public.buyers b on b.id = m.buyer_id where m.user_id = pr.user_id
        union all select c.name from public.cluster_coordinators k join public.clusters c on c.id = k.cluster_id where k.user_id = pr.user_id) x)) as row
    from public.profiles pr join auth.users u on u.id = pr.user_id
    where (p_query = '' or position(lower(p_query) in lower(u.email)) > 0 or position(private.fold(p_query) in private.fold(pr.display_name)) > 0)
      and (p_before is null or (pr.created_at, pr.user_id) < (p_before, p_before_id))
    order by pr.created_at desc, pr.user_id desc limit least(greatest(p_limit, 1), 200)) s), '[]');
end $$;
grant execute on function public.list_users(text, timestamptz, uuid, integer) to authenticated;

create function public.resolve_report(p_report uuid, p_state public.report_state, p_resolution text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_operator();
begin
  if p_state = 'open' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  update public.reports set state = p_state, resolution = private.require_reason(p_resolution), resolved_by = me, resolved_at = now()
  where id = p_report and state = 'open';
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('report', p_report, 'report.resolved', 'open', p_state::text, p_resolution);
end $$;
grant execute on function public.resolve_report(uuid, public.report_state, text) to authenticated;

-- The queue belongs to the worker's own schema, which exists once the worker ran.
create function public.list_jobs(p_state text default 'dead', p_limit integer default 100) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  perform private.require_operator();
  if to_regclass('graphile_worker.jobs') is null then return '{"waiting":0,"dead":0,"running":0,"unrelayed":0,"jobs":[]}'; end if;
  execute $q$
    select jsonb_build_object(
      'waiting', count(*) filter (where attempts < max_attempts and locked_at is null),
      'running', count(*) filter (where locked_at is not null),
      'dead', count(*) filter (where attempts >= max_attempts and locked_at is null),
      'unrelayed', (select count(*) from private.outbox))
    from graphile_worker.jobs $q$ into answer;
  execute $q$
    select $1 || jsonb_build_object('jobs', coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', task_identifier, 'attempts', attempts,
      'maxAttempts', max_attempts, 'error', left(last_error, 500), 'runAt', run_at, 'createdAt', created_at, 'running', locked_at is not null) order by run_at), '[]'))
    from (select * from graphile_worker.jobs
      where case $2 when 'dead' then attempts >= max_attempts and locked_at is null when 'running' then locked_at is not null
        else attempts < max_attempts and locked_at is null end
      order by run_at limit least(greatest($3, 1), 500)) j $q$ into answer using answer, p_state, p_limit;
  return answer;
end $$;
grant execute on function public.list_jobs(text, integer) to authenticated;

create function public.retry_job(p_job bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_operator();
  execute 'select graphile_worker.reschedule_jobs(array[$1], run_at => now(), attempts => 0)' using p_job;
  perform private.record_event('job', null, 'job.retried', p_data => jsonb_build_object('job', p_job));
end $$;
create function public.drop_job(p_job bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_operator();
  execute 'select graphile_worker.complete_jobs(array[$1])' using p_job;
  perform private.record_event('job', null, 'job.dropped', p_data => jsonb_build_object('job', p_job));
end $$;
grant execute on function public.retry_job(bigint), public.drop_job(bigint) to authenticated;
