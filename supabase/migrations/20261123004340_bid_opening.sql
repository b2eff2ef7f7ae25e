-- The opening: by the clock alone, once, of everything that was filed in time.

-- Minor units of the round's currency for one minor unit of the bid's, as a fraction without a rest.
create function private.freeze_rate(r public.rounds, p_currency text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  here record;
  there record;
  top numeric;
  bottom numeric;
  common numeric;
begin
  if p_currency = r.currency then
    insert into public.round_rates (round_id, currency, numerator, denominator) values (r.id, p_currency, 1, 1);
    return;
  end if;
  select * into here from private.rate_for_reading(p_currency);
  select * into there from private.rate_for_reading(r.currency);
  -- Rates have eight decimals.
  top := trunc(there.per_eur * 100000000 * power(10::numeric, (select c.minor_units from public.currencies c where c.code = r.currency)));
  bottom := trunc(here.per_eur * 100000000 * power(10::numeric, (select c.minor_units from public.currencies c where c.code = p_currency)));
  common := gcd(top, bottom);
  insert into public.round_rates (round_id, currency, numerator, denominator, day)
  values (r.id, p_currency, (top / common)::bigint, (bottom / common)::bigint, least(here.day, there.day));
end $$;

create function private.opening_record(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('bid', b.id, 'supplier', s.name, 'supplierId', s.id, 'country', s.country, 'version', b.version,
      'sha256', b.sha256, 'submittedAt', b.submitted_at, 'currency', b.currency, 'lots', (select count(*) from public.bid_lines l where l.bid_id = b.id))
    order by b.submitted_at, b.id), '[]')
  from public.bids b join public.suppliers s on s.id = b.supplier_id where b.round_id = p_round and b.state = 'submitted'
$$;

-- What happened to bids becomes part of the record, at the times at which it happened.
create function private.publish_bid_events(p_round uuid) returns void
language sql security definer set search_path = '' as $$
  insert into public.events (at, actor, subject_kind, subject_id, action, cluster_id, data)
  select e.at, e.actor, 'round', p_round, e.action, r.cluster_id, jsonb_build_object('name', r.title, 'supplier', s.name, 'version', b.version, 'sha256', b.sha256)
  from private.bid_events e join public.bids b on b.id = e.bid_id join public.suppliers s on s.id = b.supplier_id join public.rounds r on r.id = b.round_id
  where b.round_id = p_round order by e.id
$$;

create function private.bids_are_short(r public.rounds) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.rounds set bids_short_at = now() where id = r.id;
  perform private.record_event('round', r.id, 'round.bids_short', r.state::text, r.state::text, p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'count', r.minimum_bids));
  perform private.notify_round_coordinators(r.id, 'bids_short', jsonb_build_object('count', r.minimum_bids));
end $$;

create function private.open_round(p_round uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  filed integer;
  one text;
begin
  -- Waits for bids that are being filed; what another clock has opened meanwhile no longer answers to this.
  select * into r from public.rounds x where x.id = p_round and x.state = 'bidding' and x.bids_short_at is null
    and x.bids_close_at + interval '5 seconds' <= now() for update;
  if r.id is null then return false; end if;
  select count(*) into filed from public.bids b where b.round_id = p_round and b.state = 'submitted';
  if filed < r.minimum_bids then
    perform private.bids_are_short(r);
    return true;
  end if;
  for one in select distinct b.currency from public.bids b where b.round_id = p_round and b.state = 'submitted' order by 1 loop
    perform private.freeze_rate(r, one);
  end loop;
  insert into public.round_openings (round_id, due_at, bid_count, record) values (p_round, r.bids_close_at, filed, private.opening_record(p_round));
  perform private.publish_bid_events(p_round);
  perform private.move_round(p_round, 'open_bids', 'clock', p_tag => 'tenderUpdate', p_data => jsonb_build_object('count', filed));
  perform private.notify_round_coordinators(p_round, 'bids_opened', jsonb_build_object('count', filed));
  perform private.tell_invited(p_round, 'bids_opened', jsonb_build_object('count', filed));
  return true;
end $$;

create function public.open_due_bids() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  due uuid;
  moved integer := 0;
begin
  for due in select r.id from public.rounds r where r.state = 'bidding' and r.bids_short_at is null
      and r.bids_close_at + interval '5 seconds' <= now() order by r.bids_close_at, r.id loop
    moved := moved + private.open_round(due)::integer;
  end loop;
  return moved;
end $$;
comment on function public.open_due_bids is
  'Five seconds of grace for bids whose filing began in time. With fewer bids than the round asks for nothing is opened: a coordinator extends or cancels. Answers how many rounds moved.';
grant execute on function public.open_due_bids() to service_role;
