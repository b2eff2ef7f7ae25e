-- The moderation queue: RFQs that looked like abuse wait here until an operator lets them go or refuses them.

create function public.operator_rfqs(p_open boolean default true, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 15) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'held', (select count(*) from public.rfqs r where r.state = 'held'),
    'refused', (select count(*) from public.rfqs r where r.state = 'refused'),
    'rows', coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
      select r.id, r.created_at, private.rfq_json(r, null) || jsonb_build_object('reason', r.held_reason,
        'from', (select c.name from public.rfq_contacts c where c.rfq_id = r.id), 'account', r.user_id is not null,
        'accountDays', (select floor(extract(epoch from now() - p.created_at) / 86400) from public.profiles p where p.user_id = r.user_id),
        'asked', (select count(*) from public.rfq_producers a where a.rfq_id = r.id),
        'blockers', (select count(distinct b) from public.rfq_contacts c, lateral private.blocked_by(r.user_id, r.buyer_id, c.email) b where c.rfq_id = r.id),
        'cluster', (select c.name from public.clusters c where c.id = r.cluster_id)) as row
      from public.rfqs r
      where r.state = case when p_open then 'held' else 'refused' end::public.rfq_state
        and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id))
      order by r.created_at desc, r.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
grant execute on function public.operator_rfqs(boolean, timestamptz, uuid, integer) to authenticated;

-- Two operators at once: the first decides.
create function public.release_rfq(p_rfq uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rfqs;
begin
  perform private.require_operator();
  select * into r from public.rfqs where id = p_rfq for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if r.state <> 'held' then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.rfqs set held_reason = null where id = p_rfq;
  perform private.record_event('rfq', p_rfq, 'rfq.released', 'held', 'open', p_buyer => r.buyer_id);
  perform private.deliver_rfq(p_rfq);
end $$;
grant execute on function public.release_rfq(uuid) to authenticated;

create function public.refuse_rfq(p_rfq uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rfqs;
  reason text := left(private.require_reason(p_reason), 200);
  news jsonb;
  somebody uuid;
begin
  perform private.require_operator();
  select * into r from public.rfqs where id = p_rfq for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if r.state <> 'held' then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.rfqs set state = 'refused', held_reason = reason where id = p_rfq;
  perform private.record_event('rfq', p_rfq, 'rfq.refused', 'held', 'refused', reason, p_buyer => r.buyer_id);
  news := private.rfq_news(r) || jsonb_build_object('reason', reason, 'side', 'buyer');
  for somebody in select r.user_id where r.user_id is not null and r.buyer_id is null
    union select m.user_id from public.buyer_members m where m.buyer_id = r.buyer_id order by 1
  loop
    perform private.notify(somebody, 'rfq_refused', news);
  end loop;
  if not found then
    perform private.mail_stranger(c.email, r.locale, 'rfq_refused', news) from public.rfq_contacts c where c.rfq_id = p_rfq;
  end if;
end $$;
grant execute on function public.refuse_rfq(uuid, text) to authenticated;

create or replace function public.operator_frame() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('account', public.my_account(),
    'pending', (select count(*) from public.producers p where p.state = 'pending'),
    'unapproved', (select count(*) from public.clusters c where c.state = 'active' and c.approved_at is null),
    'reports', (select count(*) from public.reports r where r.state = 'open'),
    'held', (select count(*) from public.rfqs r where r.state = 'held'),
    'disputes', private.disputes_waiting(null),
    'deadJobs', (public.list_jobs('dead', null, null, 1) ->> 'dead')::integer)
  where private.is_operator()
$$;
