-- After the award: letters, and a standstill in which every supplier that bid may challenge it once.

-- To those who won; to the others, with a word of thanks; to every member, its allocation.
create function private.tell_award(p_round uuid, p_award uuid, p_run uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  one record;
begin
  select * into strict r from public.rounds where id = p_round;
  for one in select s.id, exists (select 1 from public.award_suppliers a where a.award_id = p_award and a.supplier_id = s.supplier_id) as won
    from public.round_suppliers s where s.round_id = p_round
      and exists (select 1 from public.bids b where b.round_supplier_id = s.id and b.state = 'submitted') order by s.id
  loop
    perform private.tell_supplier(one.id, case when one.won then 'bid_won' else 'bid_lost' end,
      jsonb_build_object('date', private.to_wall(r.standstill_until, r.zone)));
  end loop;
  for one in select x.producer_id, sum(x.goods_amount + x.freight_amount)::bigint as amount, count(*) filter (where x.quantity > 0) as lots
    from public.allocations x where x.run_id = p_run group by x.producer_id order by x.producer_id
  loop
    perform private.notify_producer(one.producer_id, 'round_awarded', jsonb_build_object('roundId', r.id, 'title', r.title, 'amount', one.amount,
      'currency', r.currency, 'count', one.lots));
  end loop;
end $$;

-- One challenge per supplier that bid, while the standstill lasts.
create function public.challenge_award(p_form uuid, p_round uuid, p_text text, p_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
  r public.rounds;
begin
  if not exists (select 1 from public.bids b where b.round_supplier_id = place.id and b.state = 'submitted') then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  select * into strict r from public.rounds where id = p_round;
  -- Sent twice by the same form: it stands.
  if exists (select 1 from public.round_challenges c where c.id = p_form and c.round_supplier_id = place.id) then return p_form; end if;
  if r.state <> 'awarded' or now() > r.standstill_until then raise exception 'standstill_over' using errcode = 'PT409'; end if;
  if exists (select 1 from public.round_challenges c where c.round_supplier_id = place.id) then raise exception 'already_done' using errcode = 'PT409'; end if;
  insert into public.round_challenges (id, round_id, round_supplier_id, text) values (p_form, p_round, place.id, btrim(p_text));
  perform private.record_event('round', p_round, 'round.challenged', 'awarded', 'awarded', null, null, r.cluster_id, null,
    jsonb_build_object('name', r.title, 'supplier', (select s.name from public.suppliers s where s.id = place.supplier_id)));
  perform private.notify_round_coordinators(p_round, 'award_challenged', jsonb_build_object('reason', left(btrim(p_text), 300)));
  return p_form;
end $$;
grant execute on function public.challenge_award(uuid, uuid, text, text) to anon, authenticated;

create function public.answer_challenge(p_challenge uuid, p_upheld boolean, p_answer text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  c public.round_challenges;
  r public.rounds;
begin
  select * into c from public.round_challenges where id = p_challenge;
  if c.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.require_round_coordinator(c.round_id);
  if r.state <> 'awarded' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_reason(p_answer);
  update public.round_challenges set state = case when p_upheld then 'upheld' else 'dismissed' end::public.challenge_state, answer = btrim(p_answer),
    answered_by = auth.uid(), answered_at = clock_timestamp() where id = p_challenge and state = 'open';
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('round', r.id, 'round.challenge_answered', 'awarded', 'awarded', p_answer, null, r.cluster_id, null,
    jsonb_build_object('name', r.title, 'upheld', p_upheld));
  perform private.tell_supplier(c.round_supplier_id, 'challenge_answered', jsonb_build_object('reason', left(btrim(p_answer), 300)));
  return r.id;
end $$;
comment on function public.answer_challenge is 'Upheld: the award is decided again before anything is ordered.';
grant execute on function public.answer_challenge(uuid, boolean, text) to authenticated;
