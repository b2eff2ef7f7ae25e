-- Hand-over: what a member fetches from the store, signed for.

-- p_lines: [{lotId, quantity}] in steps. p_replaces with p_reason: what was written down wrongly; then p_lines may be empty.
create function public.hand_over(p_id uuid, p_round uuid, p_producer uuid, p_receiver text, p_lines jsonb, p_signature jsonb default null, p_note text default '',
  p_replaces uuid default null, p_reason text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
  seen public.handovers;
begin
  select * into seen from public.handovers where id = p_id;
  if seen.id is not null then
    if seen.round_id <> p_round or seen.producer_id <> p_producer then raise exception 'conflict' using errcode = 'PT409'; end if;
    return p_id;
  end if;
  if r.state not in ('receiving', 'settled') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not exists (select 1 from public.allocations a where a.run_id = private.current_run(p_round) and a.producer_id = p_producer) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if r.state = 'receiving' and private.shares_stale(p_round) then raise exception 'allocation_stale' using errcode = 'PT409'; end if;
  if p_replaces is not null then
    if not exists (select 1 from public.handovers h where h.id = p_replaces and h.round_id = p_round and h.producer_id = p_producer) then
      raise exception 'not_found' using errcode = 'PT404';
    end if;
    if exists (select 1 from public.handovers n where n.replaces_id = p_replaces) then raise exception 'already_done' using errcode = 'PT409'; end if;
    perform private.require_reason(p_reason);
  end if;
  if length(btrim(coalesce(p_receiver, ''))) not between 2 and 120 or (p_signature is not null and private.is_signature(p_signature) is not true)
     or jsonb_typeof(p_lines) is distinct from 'array' or length(p_note) > 1000 or length(p_reason) > 1000 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from jsonb_array_elements(p_lines) x where coalesce((x ->> 'quantity')::numeric, 0) not between 1 and 100000000000) then
    raise exception 'out_of_range' using errcode = 'PT400';
  end if;
  if p_replaces is null and p_lines = '[]' then raise exception 'nothing_counted' using errcode = 'PT400'; end if;
  insert into public.handovers (id, round_id, producer_id, receiver, signature, note, replaces_id, reason, handed_by)
  values (p_id, p_round, p_producer, btrim(p_receiver), p_signature, btrim(coalesce(p_note, '')), p_replaces, case when p_replaces is not null then btrim(p_reason) end, auth.uid());
  insert into public.handover_lines (handover_id, lot_id, quantity)
  select p_id, l.id, (x ->> 'quantity')::bigint from jsonb_array_elements(p_lines) x join public.lots l on l.id = (x ->> 'lotId')::uuid and l.round_id = p_round;
  if (select count(*) from public.handover_lines l where l.handover_id = p_id) <> jsonb_array_length(p_lines) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from private.handed_out(p_round) h left join public.allocations a on a.run_id = private.current_run(p_round) and a.lot_id = h.lot_id and a.producer_id = h.producer_id
    where h.producer_id = p_producer and h.quantity > coalesce(a.quantity, 0)) then
    raise exception 'more_than_share' using errcode = 'PT409';
  end if;
  if exists (select 1 from private.lots_received(p_round) g join (select h.lot_id, sum(h.quantity) as out from private.handed_out(p_round) h group by h.lot_id) h on h.lot_id = g.lot_id
    where h.out > g.good) then
    raise exception 'more_than_in_store' using errcode = 'PT409';
  end if;
  perform private.record_event('round', p_round, case when p_replaces is null then 'round.handed_over' else 'round.handover_corrected' end, r.state::text, r.state::text,
    p_reason, p_producer, r.cluster_id, null, jsonb_build_object('name', r.title, 'handover', p_id));
  perform private.notify_producer(p_producer, 'goods_handed', jsonb_build_object('roundId', p_round, 'round', r.title, 'receiver', btrim(p_receiver), 'reason',
    case when p_replaces is not null then btrim(p_reason) end));
  return p_id;
end $$;
comment on function public.hand_over is
  'Never more than the member''s share, never more than came good. The same form sent again changes nothing. allocation_stale: the shares have to be worked out first.';
grant execute on function public.hand_over(uuid, uuid, uuid, text, jsonb, jsonb, text, uuid, text) to authenticated;
