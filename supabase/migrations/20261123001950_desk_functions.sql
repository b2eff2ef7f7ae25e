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
  perform private.record_event('producer', p_producer, case when p_state = 'suspended' then 'producer.suspended'
    when before = 'pending' then 'producer.approved' else 'producer.restored' end,
    before::text, p_state::text, p_reason, p_producer => p_producer);
  perform private.notify_producer(p_producer, case p_state when 'suspended' then 'producer_suspended' else 'producer_approved' end,
    jsonb_build_object('reason', nullif(btrim(coalesce(p_reason, '')), '')));
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
    approved_at = case when p_state = 'active' then approved_at end,
    suspended_reason = case when p_state = 'suspended' then private.require_reason(p_reason) end where id = p_cluster;
  perform private.record_event('cluster', p_cluster, case p_state when 'suspended' then 'cluster.suspended' else 'cluster.restored' end,
    before::text, p_state::text, p_reason, p_cluster => p_cluster);
end $$;
comment on function public.set_cluster_state is 'A suspension takes the approval away; whoever restores the cluster decides on it anew.';
grant execute on function public.set_cluster_state(uuid, public.cluster_state, text) to authenticated;

-- Two operators who turn on each other at once: the second waits here and then finds that it no longer is one.
create function private.lock_operators() returns void
language plpgsql volatile set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('operators', 0));
  perform private.require_operator();
end $$;

create function public.set_user_suspended(p_user uuid, p_suspended boolean, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_operator();
  was boolean;
begin
  if p_user = me then raise exception 'not_yourself' using errcode = 'PT409'; end if;
  perform private.lock_operators();
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
  if p_user = me then raise exception 'not_yourself' using errcode = 'PT409'; end if;
  perform private.lock_operators();
  if not exists (select 1 from public.profiles pr where pr.user_id = p_user) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_operator then
    insert into public.operators (user_id, granted_by) values (p_user, me) on conflict do nothing;
  else
    delete from public.operators where user_id = p_user;
  end if;
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('user', p_user, case when p_operator then 'operator.granted' else 'operator.revoked' end);
end $$;
comment on function public.set_operator is 'Never oneself, so there is always an operator left.';
grant execute on function public.set_operator(uuid, boolean) to authenticated;

-- The first operator, and one when nobody can sign in any more: by the command line, which has the database's own login.
create function private.make_operator(p_email text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
begin
  select u.id into who from auth.users u where lower(u.email) = lower(btrim(p_email));
  if not found then return 'unknown'; end if;
  insert into public.operators (user_id) values (who) on conflict do nothing;
  if not found then return 'already'; end if;
  perform private.record_event('user', who, 'operator.granted', p_data => '{"by": "command line"}');
  return 'made';
end $$;

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

-- Hides a thread from the producer and stops both from writing. Only from a report on it: operators do not read threads otherwise.
create function public.block_inquiry(p_inquiry uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
begin
  perform private.require_operator();
  select * into i from public.inquiries where id = p_inquiry for update;
  if not found or not exists (select 1 from public.reports r where r.subject = 'inquiry' and r.subject_id = p_inquiry) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if i.state = 'blocked' then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.require_reason(p_reason);
  update public.inquiries set state = 'blocked' where id = p_inquiry;
  perform private.record_event('inquiry', p_inquiry, 'inquiry.block', i.state::text, 'blocked', p_reason,
    p_producer => i.producer_id, p_buyer => i.buyer_id);
end $$;
grant execute on function public.block_inquiry(uuid, text) to authenticated;

-- p_also does what an upheld report calls for, in the same transaction and with the same words as reason:
-- suspend_producer, send_back (a listing), block_inquiry or hide_review.
create function public.resolve_report(p_report uuid, p_state public.report_state, p_resolution text, p_also text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_operator();
  r public.reports;
begin
  if p_state = 'open' or (p_also is not null and p_state <> 'upheld') then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  update public.reports set state = p_state, resolution = private.require_reason(p_resolution), resolved_by = me, resolved_at = now()
  where id = p_report and state = 'open' returning * into r;
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('report', p_report, 'report.resolved', 'open', p_state::text, p_resolution);
  if r.reporter is not null then
    perform private.notify(r.reporter, 'report_answered', jsonb_build_object('reportId', r.id, 'reason', r.resolution));
  end if;
  if p_also is null then return; end if;
  if p_also = 'send_back' and r.subject = 'product' then
    perform public.move_product(r.subject_id, 'send_back', p_resolution);
  elsif p_also = 'block_inquiry' and r.subject = 'inquiry' then
    perform public.block_inquiry(r.subject_id, p_resolution);
  elsif p_also = 'hide_review' and r.subject = 'review' then
    perform private.hide_reported_review(r.subject_id, p_resolution);
  elsif p_also = 'suspend_producer' then
    perform public.set_producer_state(private.reported_producer(r.subject, r.subject_id), 'suspended', p_resolution);
  else
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
end $$;
grant execute on function public.resolve_report(uuid, public.report_state, text, text) to authenticated;

-- Whose listing, workshop or thread was reported.
create function private.reported_producer(p_subject public.report_subject, p_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select case p_subject
    when 'product' then (select p.producer_id from public.products p where p.id = p_id)
    when 'producer' then p_id
    when 'inquiry' then (select i.producer_id from public.inquiries i where i.id = p_id) end
$$;

-- The queue belongs to the worker's own schema, which exists once the worker ran.
create function public.list_jobs(p_state text default 'dead', p_after timestamptz default null, p_after_id bigint default null,
  p_limit integer default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  answer jsonb;
begin
  perform private.require_operator();
  if to_regclass('graphile_worker.jobs') is null then
    return jsonb_build_object('waiting', 0, 'running', 0, 'dead', 0, 'unrelayed', (select count(*) from private.outbox), 'jobs', '[]'::jsonb);
  end if;
  execute $q$
    select jsonb_build_object(
      'waiting', count(*) filter (where attempts < max_attempts and locked_at is null),
      'running', count(*) filter (where locked_at is not null),
      'dead', count(*) filter (where attempts >= max_attempts and locked_at is null),
      'unrelayed', (select count(*) from private.outbox))
    from graphile_worker.jobs $q$ into answer;
  execute $q$
    select $1 || jsonb_build_object('jobs', coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', task_identifier, 'attempts', attempts,
      'maxAttempts', max_attempts, 'error', left(last_error, 500), 'runAt', run_at, 'createdAt', created_at, 'running', locked_at is not null) order by run_at, id), '[]'))
    from (select * from graphile_worker.jobs
      where (case $2 when 'dead' then attempts >= max_attempts and locked_at is null when 'running' then locked_at is not null
        else attempts < max_attempts and locked_at is null end) and ($3 is null or (run_at, id) > ($3, $4))
      order by run_at, id limit least(greatest($5, 1), 200)) j $q$ into answer using answer, p_state, p_after, p_after_id, p_limit;
  return answer;
end $$;
comment on function public.list_jobs is 'p_state: dead (gave up), running, waiting; longest waiting first, keyset on (run_at, id).';
grant execute on function public.list_jobs(text, timestamptz, bigint, integer) to authenticated;

-- A job that is running right now can be neither retried nor dropped.
create function private.touch_job(p_job bigint, p_action text, p_call text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  job_kind text;
  touched integer;
begin
  perform private.require_operator();
  if to_regclass('graphile_worker.jobs') is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  execute 'select task_identifier from graphile_worker.jobs where id = $1' into job_kind using p_job;
  if job_kind is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  execute p_call into touched using p_job;
  if touched = 0 then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.record_event('job', null, p_action, p_data => jsonb_build_object('job', p_job, 'kind', job_kind));
end $$;

create function public.retry_job(p_job bigint) returns void
language sql security definer set search_path = '' as $$
  select private.touch_job(p_job, 'job.retried', 'select count(*) from graphile_worker.reschedule_jobs(array[$1], run_at => now(), attempts => 0)')
$$;
create function public.drop_job(p_job bigint) returns void
language sql security definer set search_path = '' as $$
  select private.touch_job(p_job, 'job.dropped', 'select count(*) from graphile_worker.complete_jobs(array[$1])')
$$;
grant execute on function public.retry_job(bigint), public.drop_job(bigint) to authenticated;
