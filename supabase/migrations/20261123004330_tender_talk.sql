-- Papers of a bid; questions and answers that every supplier reads without names; changes of a tender that is out.

create function public.remove_bid_file(p_file uuid, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.bids;
begin
  select x.* into b from public.bids x join public.files f on f.room = 'bid' and f.room_id = x.id where f.id = p_file;
  if b.id is null or not private.may_add_file('bid', b.id, p_key) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform pg_advisory_xact_lock(hashtextextended('files bid' || b.id, 0));
  delete from public.files f where f.id = p_file
    and exists (select 1 from public.bids x where x.id = b.id and x.state = 'draft');
end $$;
comment on function public.remove_bid_file is 'From a draft; what was filed stays.';
grant execute on function public.remove_bid_file(uuid, text) to anon, authenticated;

create function public.ask_question(p_form uuid, p_round uuid, p_question text, p_lot uuid default null, p_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
  r constant public.rounds := private.require_bidding(p_round);
  q public.round_questions;
begin
  perform private.claim_id(p_form);
  select * into q from public.round_questions x where x.id = p_form;
  if q.id is not null then
    if q.round_supplier_id <> place.id then raise exception 'conflict' using errcode = 'PT409'; end if;
    return p_form;
  end if;
  if p_lot is not null and not exists (select 1 from public.lots l where l.id = p_lot and l.round_id = p_round) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if length(btrim(coalesce(p_question, ''))) not between 3 and 2000 then raise exception 'required' using errcode = 'PT400'; end if;
  if (select count(*) from public.round_questions x where x.round_supplier_id = place.id) >= 30 then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  insert into public.round_questions (id, round_id, round_supplier_id, lot_id, question) values (p_form, p_round, place.id, p_lot, btrim(p_question));
  -- Who asked is told to nobody, the coordinators included.
  perform private.notify_coordinators(r.cluster_id, 'tender_question', jsonb_build_object('roundId', r.id, 'title', r.title, 'reason', left(btrim(p_question), 300)));
  return p_form;
end $$;
grant execute on function public.ask_question(uuid, uuid, text, uuid, text) to anon, authenticated;

create function private.tell_invited(p_round uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place uuid;
begin
  for place in select s.id from public.round_suppliers s where s.round_id = p_round and s.state <> 'declined' and s.mailed_at is not null order by s.id loop
    perform private.tell_supplier(place, p_kind, p_data);
  end loop;
end $$;

create function public.answer_question(p_question uuid, p_answer text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  q public.round_questions;
  r public.rounds;
begin
  select * into q from public.round_questions where id = p_question;
  if q.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.require_round_coordinator(q.round_id);
  if r.state <> 'bidding' or (now() > r.bids_close_at and r.bids_short_at is null) then raise exception 'bidding_closed' using errcode = 'PT409'; end if;
  if length(btrim(coalesce(p_answer, ''))) not between 1 and 3000 then raise exception 'required' using errcode = 'PT400'; end if;
  update public.round_questions set answer = btrim(p_answer), answered_at = now(), answered_by = auth.uid() where id = p_question and answer is null;
  if not found then raise exception 'already_done' using errcode = 'PT409'; end if;
  perform private.record_event('round', r.id, 'round.question_answered', p_cluster => r.cluster_id, p_data => jsonb_build_object('name', r.title));
  perform private.tell_invited(q.round_id, 'tender_answered', jsonb_build_object('reason', left(btrim(p_answer), 300)));
end $$;
grant execute on function public.answer_question(uuid, text) to authenticated;

create function private.write_amendment(r public.rounds, p_text text, p_changes jsonb, p_closes timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.round_amendments (round_id, number, text, changes, made_by)
  values (r.id, r.amendment + 1, btrim(p_text), jsonb_strip_nulls(jsonb_build_object(
    'bidsClose', case when p_closes <> r.bids_close_at then jsonb_build_object('from', r.bids_close_at, 'to', p_closes) end,
    'deliveryPlace', case when p_changes ? 'deliveryPlace' then jsonb_build_object('from', r.delivery_place, 'to', btrim(p_changes ->> 'deliveryPlace')) end,
    'neededBy', case when p_changes ? 'neededBy' then jsonb_build_object('from', r.needed_by, 'to', p_changes ->> 'neededBy') end,
    'lots', (select jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'from', l.specification, 'to', btrim(x ->> 'specification')))
      from jsonb_array_elements(coalesce(p_changes -> 'lots', '[]')) x join public.lots l on l.id = (x ->> 'id')::uuid and l.round_id = r.id))), auth.uid());
  update public.rounds set amendment = r.amendment + 1, bids_close_at = p_closes, bids_short_at = null,
    delivery_place = case when p_changes ? 'deliveryPlace' then btrim(p_changes ->> 'deliveryPlace') else delivery_place end,
    needed_by = case when p_changes ? 'neededBy' then (p_changes ->> 'neededBy')::date else needed_by end
  where id = r.id;
  update public.lots l set specification = btrim(x ->> 'specification') from jsonb_array_elements(coalesce(p_changes -> 'lots', '[]')) x
  where l.id = (x ->> 'id')::uuid and l.round_id = r.id;
end $$;

create function public.amend_round(p_round uuid, p_text text, p_changes jsonb default '{}', p_bids_close text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
  closes timestamptz := coalesce(private.from_wall(p_bids_close, r.zone), r.bids_close_at);
begin
  if r.state <> 'bidding' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if now() > r.bids_close_at and r.bids_short_at is null then raise exception 'bidding_closed' using errcode = 'PT409'; end if;
  perform private.require_reason(p_text);
  if date_trunc('minute', closes) = date_trunc('minute', r.bids_close_at) then closes := r.bids_close_at; end if;
  if closes < r.bids_close_at then raise exception 'round_only_later' using errcode = 'PT409'; end if;
  -- Suppliers need time for what changed.
  if closes < now() + interval '1 day' then raise exception 'deadline_too_soon' using errcode = 'PT400'; end if;
  perform private.check_round_dates(r.pledges_close_at, closes, case when p_changes ? 'neededBy' then (p_changes ->> 'neededBy')::date else r.needed_by end, r.zone);
  perform private.write_amendment(r, p_text, p_changes, closes);
  perform private.record_event('round', p_round, 'round.amended', r.state::text, r.state::text, p_text, null, r.cluster_id, null, jsonb_build_object('name', r.title));
  perform private.append_release(p_round, 'tenderAmendment');
  perform private.wake_round_clock(p_round, closes) where closes <> r.bids_close_at;
  perform private.tell_invited(p_round, 'tender_changed',
    jsonb_build_object('reason', left(btrim(p_text), 1000), 'date', private.to_wall(closes, r.zone)));
end $$;
comment on function public.amend_round is
  'p_changes: {deliveryPlace?, neededBy?, lots?: [{id, specification}]}; p_bids_close as extend_round takes it. At least a day is left afterwards. Every supplier is told; bids that were filed still count.';
grant execute on function public.amend_round(uuid, text, jsonb, text) to authenticated;
