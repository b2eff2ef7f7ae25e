-- The steps of a round that a coordinator or the clock takes until bids are opened; who is told.

-- Everybody who works for a member of the cluster. A member for whom nobody signs in gets a mail where an address is known;
-- the coordinators who keep it need not hear once for each.
create function private.notify_round_members(p_round uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody record;
  data jsonb;
begin
  select p_data || jsonb_build_object('roundId', r.id, 'title', r.title, 'cluster', k.name) into data
  from public.rounds r join public.clusters k on k.id = r.cluster_id where r.id = p_round;
  -- Always in the same order, so that two at once never wait for each other crosswise.
  for somebody in
    select m.user_id, min(p.slug) as slug from public.rounds r
    join public.memberships s on s.cluster_id = r.cluster_id and s.state = 'active'
    join public.producers p on p.id = s.producer_id and p.state <> 'suspended'
    join public.producer_members m on m.producer_id = p.id
    where r.id = p_round group by m.user_id order by m.user_id
  loop
    perform private.notify(somebody.user_id, p_kind, data || jsonb_build_object('side', 'producer', 'producerSlug', somebody.slug));
  end loop;
  for somebody in
    select c.email, p.source_locale as locale, p.slug from public.rounds r
    join public.memberships s on s.cluster_id = r.cluster_id and s.state = 'active'
    join public.producers p on p.id = s.producer_id and p.state <> 'suspended'
    join public.producer_contacts c on c.producer_id = p.id and c.email is not null
    where r.id = p_round and not exists (select 1 from public.producer_members m where m.producer_id = p.id)
      and not exists (select 1 from auth.users u where lower(u.email) = lower(c.email)) order by p.id
  loop
    perform private.mail_stranger(somebody.email, somebody.locale, p_kind, data || jsonb_build_object('side', 'producer', 'producerSlug', somebody.slug));
  end loop;
end $$;
comment on function private.notify_round_members is 'data: flat, as private.notify takes it; roundId, title, cluster and where it leads are added.';

create function private.notify_round_coordinators(p_round uuid, p_kind text, p_data jsonb) returns void
language sql security definer set search_path = '' as $$
  select private.notify_coordinators(r.cluster_id, p_kind, p_data || jsonb_build_object('roundId', r.id, 'title', r.title))
  from public.rounds r where r.id = p_round
$$;

-- Suppliers that were asked to bid. One that only stands on the list knows of nothing yet.
create function private.tell_round_suppliers(p_round uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.tell_invited(p_round, p_kind, p_data);
end $$;

-- The worker looks a moment after the grace; its sweep every minute is the net.
create function private.wake_round_clock(p_round uuid, p_at timestamptz) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue_at(p_at + interval '6 seconds', 'rounds.clock', '{}', 'rounds.clock:' || p_round || ':' || extract(epoch from p_at))
$$;

-- Dates have to lie ahead and in order; the same for opening and for extending.
create function private.check_round_dates(p_pledges timestamptz, p_bids timestamptz, p_needed date, p_zone text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if p_pledges is null or p_bids is null then raise exception 'round_needs_dates' using errcode = 'PT409'; end if;
  if p_bids <= p_pledges then raise exception 'round_dates_order' using errcode = 'PT409'; end if;
  if p_needed < (p_bids at time zone p_zone)::date then raise exception 'round_needed_too_soon' using errcode = 'PT409'; end if;
end $$;

create function public.open_pledging(p_round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  -- Sent twice, or by two coordinators: it is open.
  if r.state = 'pledging' then return; end if;
  if r.state <> 'draft' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not exists (select 1 from public.lots l where l.round_id = p_round) then raise exception 'round_needs_lots' using errcode = 'PT409'; end if;
  if r.delivery_place = '' then raise exception 'round_needs_place' using errcode = 'PT409'; end if;
  perform private.check_round_dates(r.pledges_close_at, r.bids_close_at, r.needed_by, r.zone);
  if r.pledges_close_at <= now() then raise exception 'date_past' using errcode = 'PT409'; end if;
  perform private.move_round(p_round, 'open_pledging', 'coordinator', p_tag => 'planning');
  perform private.wake_round_clock(p_round, r.pledges_close_at);
  perform private.notify_round_members(p_round, 'round_opened', jsonb_build_object('date', private.to_wall(r.pledges_close_at, r.zone)));
end $$;
grant execute on function public.open_pledging(uuid) to authenticated;

create function private.pledging_closed(p_round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = p_round;
  perform private.wake_round_clock(p_round, r.bids_close_at);
  perform private.invite_listed(p_round);
  perform private.notify_round_members(p_round, 'round_bidding', jsonb_build_object('date', private.to_wall(r.bids_close_at, r.zone)));
  perform private.notify_round_coordinators(p_round, 'round_bidding', jsonb_build_object('date', private.to_wall(r.bids_close_at, r.zone)));
  perform private.ask_deposits(p_round);
end $$;

create function public.close_pledging(p_round uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  if r.state = 'bidding' then return; end if;
  perform private.require_reason(p_reason);
  perform private.move_round(p_round, 'close_pledging', 'coordinator', p_reason, p_tag => 'tender');
  perform private.pledging_closed(p_round);
end $$;
comment on function public.close_pledging is 'Before its time, with a reason; at its time the clock does it. Pledges under way hold the round shared and are waited for.';
grant execute on function public.close_pledging(uuid, text) to authenticated;

create function private.extend_dates(p_round uuid, p_role text, p_pledges timestamptz, p_bids timestamptz, p_reason text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  told jsonb;
begin
  select * into strict r from public.rounds where id = p_round;
  update public.rounds set pledges_close_at = p_pledges, bids_close_at = p_bids, bids_short_at = null,
    clock_extended_at = case when p_role = 'clock' then now() else clock_extended_at end,
    amendment = amendment + (r.state = 'bidding')::integer
  where id = p_round;
  if r.state = 'bidding' then
    insert into public.round_amendments (round_id, number, text, changes, made_by)
    values (p_round, r.amendment + 1, btrim(p_reason), jsonb_build_object('bidsClose', jsonb_build_object('from', r.bids_close_at, 'to', p_bids)), auth.uid());
  end if;
  perform private.move_round(p_round, 'extend', p_role, p_reason, case r.state when 'bidding' then 'tenderAmendment' else 'planning' end,
    jsonb_build_object('pledgesClose', p_pledges, 'bidsClose', p_bids) || p_data);
  perform private.wake_round_clock(p_round, case r.state when 'pledging' then p_pledges else p_bids end);
  told := jsonb_build_object('reason', btrim(p_reason), 'date', private.to_wall(case r.state when 'pledging' then p_pledges else p_bids end, r.zone));
  perform private.notify_round_members(p_round, 'round_extended', told);
  perform private.notify_round_coordinators(p_round, 'round_extended', told);
  perform private.tell_round_suppliers(p_round, 'tender_extended', jsonb_build_object('reason', btrim(p_reason), 'date', private.to_wall(p_bids, r.zone)));
end $$;

-- A deadline moves later, never sooner: what was promised holds.
create function public.extend_round(p_round uuid, p_pledges_close text, p_bids_close text, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
  pledges timestamptz := coalesce(private.from_wall(p_pledges_close, r.zone), r.pledges_close_at);
  bids timestamptz := coalesce(private.from_wall(p_bids_close, r.zone), r.bids_close_at);
begin
  if r.state not in ('pledging', 'bidding') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_reason(p_reason);
  if r.state = 'bidding' then pledges := r.pledges_close_at; end if;
  -- Wall clocks have no seconds; a deadline that has some is not moved back by that.
  if date_trunc('minute', pledges) = date_trunc('minute', r.pledges_close_at) then pledges := r.pledges_close_at; end if;
  if date_trunc('minute', bids) = date_trunc('minute', r.bids_close_at) then bids := r.bids_close_at; end if;
  perform private.check_round_dates(pledges, bids, r.needed_by, r.zone);
  if pledges = r.pledges_close_at and bids = r.bids_close_at then raise exception 'nothing_changed' using errcode = 'PT409'; end if;
  if pledges < r.pledges_close_at or bids < r.bids_close_at then raise exception 'round_only_later' using errcode = 'PT409'; end if;
  if (case r.state when 'pledging' then pledges else bids end) <= now() then raise exception 'date_past' using errcode = 'PT409'; end if;
  perform private.extend_dates(p_round, 'coordinator', pledges, bids, p_reason, '{}');
end $$;
comment on function public.extend_round is 'Wall clock of the round''s zone, YYYY-MM-DDTHH:MI; empty leaves a deadline. While suppliers bid it is an amendment of the tender.';
grant execute on function public.extend_round(uuid, text, text, text) to authenticated;

create function public.cancel_round(p_round uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  if r.state = 'cancelled' then return; end if;
  perform private.require_reason(p_reason);
  perform private.move_round(p_round, 'cancel', 'coordinator', p_reason, case when r.state <> 'draft' then 'tenderCancellation' end);
  -- What members wished for is still wanted.
  update public.wishes set closed_at = null, lot_id = null where lot_id in (select l.id from public.lots l where l.round_id = p_round);
  if r.state = 'draft' then return; end if;
  perform private.refund_round(p_round);
  perform private.notify_round_members(p_round, 'round_cancelled', jsonb_build_object('reason', btrim(p_reason)));
  perform private.notify_round_coordinators(p_round, 'round_cancelled', jsonb_build_object('reason', btrim(p_reason)));
  perform private.tell_round_suppliers(p_round, 'tender_cancelled', jsonb_build_object('reason', btrim(p_reason)));
end $$;
grant execute on function public.cancel_round(uuid, text) to authenticated;

-- The clock ---------------------------------------------------------------------------------------

-- Lots that members want, that ask for more time, and that as it stands could not be ordered at all.
create function private.lots_asking_for_time(p_round uuid) returns text[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select l.title from public.lots l cross join lateral private.lot_demand(l.id) d
    cross join lateral private.full_packs(d.firm, d.tolerance, l.pack, l.moq) f
    where l.round_id = p_round and l.when_short = 'extend' and d.firm > 0 and f.packs = 0 order by l.position);
end $$;

create function private.close_one_pledging(p_round uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  short text[];
  start timestamptz;
begin
  -- Waits for pledges under way, and for another clock: after that one the row no longer answers to this.
  select * into r from public.rounds where id = p_round and state = 'pledging' and pledges_close_at + interval '5 seconds' <= now() for update;
  if r.id is null then return false; end if;
  -- Late by an outage, the days count from now.
  start := case when now() - r.pledges_close_at > interval '10 minutes' then now() else r.pledges_close_at end;
  short := private.lots_asking_for_time(p_round);
  if r.clock_extended_at is null and short <> '{}' then
    perform private.extend_dates(p_round, 'clock', start + interval '3 days', r.bids_close_at + (start - r.pledges_close_at) + interval '3 days',
      left(array_to_string(short, ', '), 1000), jsonb_build_object('lots', to_jsonb(short)));
    return true;
  end if;
  -- And suppliers get the time that they were promised.
  update public.rounds set bids_close_at = start + (r.bids_close_at - r.pledges_close_at) where id = p_round and start > r.pledges_close_at;
  perform private.move_round(p_round, 'close_pledging', 'clock', p_tag => 'tender');
  perform private.pledging_closed(p_round);
  return true;
end $$;

create function public.close_due_pledging() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  due uuid;
  done integer := 0;
begin
  for due in select r.id from public.rounds r where r.state = 'pledging' and r.pledges_close_at + interval '5 seconds' <= now() order by r.pledges_close_at, r.id loop
    done := done + private.close_one_pledging(due)::integer;
  end loop;
  return done;
end $$;
comment on function public.close_due_pledging is
  'Five seconds of grace for pledges that began in time. Once in a round, three days are added when a lot that asks for it cannot be ordered. Answers how many rounds moved.';
grant execute on function public.close_due_pledging() to service_role;
