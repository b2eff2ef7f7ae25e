-- Pledging: a member, or a coordinator for a member without a phone, writes one line of the log; what holds now follows
-- from it in the same transaction. src/domain/procurement/{pledge-queue,late-pledge}.ts are the twins of the rules here.

-- A queue grown or shrunk to a quantity: an increase is a new slice, a decrease takes from the newest.
create function private.resize_queue(p_queue jsonb, p_quantity bigint, p_at timestamptz) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  queue jsonb := p_queue;
  more bigint := p_quantity - coalesce((select sum((s ->> 'quantity')::bigint) from jsonb_array_elements(p_queue) s), 0);
  newest jsonb;
begin
  if more > 0 then
    return queue || jsonb_build_array(jsonb_build_object('at', p_at, 'quantity', more));
  end if;
  while more < 0 loop
    newest := queue -> -1;
    queue := queue - -1;
    more := more + (newest ->> 'quantity')::bigint;
    if more > 0 then queue := queue || jsonb_build_array(newest || jsonb_build_object('quantity', more)); end if;
  end loop;
  return queue;
end $$;

-- Who may pledge for this member: its people, and the coordinators of the cluster.
create function private.may_pledge(p_cluster uuid, p_producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.memberships m join public.producers p on p.id = m.producer_id and p.state <> 'suspended'
      where m.cluster_id = p_cluster and m.producer_id = p_producer and m.state = 'active')
    and (private.is_producer_member(p_producer) or private.coordinates_cluster(p_cluster))
$$;

-- What members pledge for a lot, all together. No counter is kept: 500 rows are summed in less than a millisecond, and no
-- row is fought over in the last minute.
create function private.lot_demand(p_lot uuid, out firm bigint, out tolerance bigint, out members bigint)
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(p.firm), 0)::bigint, coalesce(sum(p.tolerance), 0)::bigint, count(*) filter (where p.firm + p.tolerance > 0)
  from public.pledges p where p.lot_id = p_lot
$$;

-- The fewest packs that would be ordered, whatever the policy, and what is missing to cover every firm pledge.
create function private.full_packs(p_firm bigint, p_tolerance bigint, p_pack bigint, p_moq bigint, out packs bigint, out missing bigint)
language plpgsql immutable set search_path = '' as $$
begin
  packs := greatest((p_firm + p_pack - 1) / p_pack, (p_moq + p_pack - 1) / p_pack);
  missing := greatest(0, packs * p_pack - p_firm - p_tolerance);
  if missing > 0 then
    packs := case when p_firm - p_firm % p_pack < p_moq then 0 else p_firm / p_pack end;
  end if;
end $$;

-- In the last minutes of a lot that says so, a change has to help the others.
create function private.require_helpful(l public.lots, p_old public.pledges, p_firm bigint, p_tolerance bigint, p_ceiling bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  more_firm constant bigint := p_firm - coalesce(p_old.firm, 0);
  more_tolerance constant bigint := p_tolerance - coalesce(p_old.tolerance, 0);
  pooled record;
  before record;
  after record;
begin
  -- A lower ceiling could take the whole pledge out again. Who pledged nothing takes nothing out.
  if coalesce(p_old.firm + p_old.tolerance, 0) > 0 and p_ceiling is not null
     and (p_old.ceiling_amount is null or p_ceiling < p_old.ceiling_amount) then
    raise exception 'late_ceiling' using errcode = 'PT409';
  end if;
  if more_firm >= 0 and more_firm + more_tolerance >= 0 then return; end if;
  select * into pooled from private.lot_demand(l.id);
  select * into before from private.full_packs(pooled.firm, pooled.tolerance, l.pack, l.moq);
  select * into after from private.full_packs(pooled.firm + more_firm, pooled.tolerance + more_tolerance, l.pack, l.moq);
  if after.missing >= before.missing or after.packs < before.packs then raise exception 'late_pledge' using errcode = 'PT409'; end if;
end $$;

create function public.pledge(p_form uuid, p_lot uuid, p_producer uuid, p_firm bigint, p_tolerance bigint, p_ceiling bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  l public.lots;
  r public.rounds;
  old public.pledges;
  seen public.pledge_entries;
  entry bigint;
  moment timestamptz;
  firm_queue jsonb;
  spare_queue jsonb;
begin
  select * into l from public.lots where id = p_lot;
  if l.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Shared by all who pledge; whoever moves the round takes it alone.
  select * into r from public.rounds where id = l.round_id for share;
  if not private.may_pledge(r.cluster_id, p_producer) or r.state = 'draft' then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Two phones of one member: the second waits here and builds on what the first left.
  perform pg_advisory_xact_lock(hashtextextended('pledge ' || p_lot || p_producer, 0));
  select * into seen from public.pledge_entries e where e.form_id = p_form;
  if seen.id is not null then
    if seen.lot_id <> p_lot or seen.producer_id <> p_producer then raise exception 'conflict' using errcode = 'PT409'; end if;
    return jsonb_build_object('firm', seen.firm, 'tolerance', seen.tolerance, 'ceiling', seen.ceiling_amount);
  end if;
  if r.state <> 'pledging' or now() > r.pledges_close_at then raise exception 'pledging_closed' using errcode = 'PT409'; end if;
  if p_firm is null or p_tolerance is null or p_firm < 0 or p_tolerance < 0 or p_firm + p_tolerance > 100000000000
     or p_ceiling <= 0 or p_ceiling > 1000000000000 then
    raise exception 'out_of_range' using errcode = 'PT400';
  end if;
  select * into old from public.pledges p where p.lot_id = p_lot and p.producer_id = p_producer;
  if l.late_minutes > 0 and now() > r.pledges_close_at - make_interval(mins => l.late_minutes) then
    -- Held against the totals, so one after the other.
    perform 1 from public.lots where id = p_lot for no key update;
    perform private.require_helpful(l, old, p_firm, p_tolerance, p_ceiling);
  end if;
  insert into public.pledge_entries (lot_id, round_id, producer_id, firm, tolerance, ceiling_amount, form_id, actor, on_behalf)
  values (p_lot, l.round_id, p_producer, p_firm, p_tolerance, p_ceiling, p_form, me, not private.is_producer_member(p_producer))
  returning id, at into entry, moment;
  firm_queue := private.resize_queue(coalesce(old.queue, '[]'), p_firm, moment);
  spare_queue := private.resize_queue(coalesce(old.tolerance_queue, '[]'), p_tolerance, moment);
  insert into public.pledges as p (lot_id, round_id, producer_id, firm, tolerance, ceiling_amount, queue, tolerance_queue, committed_at, last_entry)
  values (p_lot, l.round_id, p_producer, p_firm, p_tolerance, p_ceiling, firm_queue, spare_queue,
    coalesce(firm_queue -> -1 ->> 'at', spare_queue -> -1 ->> 'at', moment::text)::timestamptz, entry)
  on conflict (lot_id, producer_id) do update set firm = excluded.firm, tolerance = excluded.tolerance, ceiling_amount = excluded.ceiling_amount,
    queue = excluded.queue, tolerance_queue = excluded.tolerance_queue, committed_at = excluded.committed_at, last_entry = excluded.last_entry;
  return jsonb_build_object('firm', p_firm, 'tolerance', p_tolerance, 'ceiling', p_ceiling);
end $$;
comment on function public.pledge is
  'firm and tolerance replace what the member pledged for the lot; 0 and 0 withdraws. The same form sent again changes nothing. In time is what now() says.';
grant execute on function public.pledge(uuid, uuid, uuid, bigint, bigint, bigint) to authenticated;

create function private.lot_json(l public.lots) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', l.id, 'position', l.position, 'title', l.title, 'specification', l.specification, 'unit', l.unit,
    'decimals', l.decimals, 'pack', l.pack, 'moq', l.moq, 'policy', l.policy, 'whenShort', l.when_short, 'lateMinutes', l.late_minutes,
    'referenceAmount', l.reference_amount, 'hsCode', l.hs_code, 'weightGrams', l.weight_grams, 'freightNote', l.freight_note,
    'qualityCriteria', l.quality_criteria,
    'photo', (select private.media_json(m, null) from public.media m where m.id = l.media_id and m.state = 'ready'),
    'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
      from public.lot_tiers t where t.lot_id = l.id), '[]'))
$$;

-- The pooled totals of a round, small enough to be asked for every few seconds.
create function public.round_live(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.sees_round(p_round) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return (select jsonb_build_object('state', r.state, 'now', now(), 'pledgesCloseAt', r.pledges_close_at,
    'lots', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'firm', d.firm, 'tolerance', d.tolerance, 'members', d.members) order by l.position)
      from public.lots l cross join lateral private.lot_demand(l.id) d where l.round_id = r.id), '[]'))
    from public.rounds r where r.id = p_round);
end $$;
grant execute on function public.round_live(uuid) to authenticated;

create function private.round_head(r public.rounds) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'state', r.state, 'title', r.title, 'summary', r.summary, 'currency', r.currency, 'zone', r.zone,
    'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'neededBy', r.needed_by, 'deliveryPlace', r.delivery_place,
    'depositBp', r.deposit_bp, 'shareRule', r.share_rule, 'openedAt', r.opened_at, 'awardedAt', r.awarded_at, 'settledAt', r.settled_at,
    'reason', r.reason, 'now', now(),
    'cluster', (select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) from public.clusters c where c.id = r.cluster_id))
$$;

-- Newest first; what still takes pledges before everything else.
create function public.studio_rounds(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer uuid;
begin
  select p.id into producer from public.producers p where p.slug = p_slug;
  if producer is null or not private.can_edit_producer(producer) then return null; end if;
  return (select coalesce(jsonb_agg(private.round_head(r) || jsonb_build_object(
      'lots', (select count(*) from public.lots l where l.round_id = r.id),
      'pledged', (select count(*) from public.pledges p where p.round_id = r.id and p.producer_id = producer and p.firm + p.tolerance > 0),
      'settled', (select s.total_amount from public.settlements s where s.round_id = r.id and s.producer_id = producer),
      'owed', private.round_owed(r.id, producer), 'paid', private.round_paid(r.id, producer),
      'deposit', coalesce((select d.amount from public.round_deposits d where d.round_id = r.id and d.producer_id = producer), 0),
      'waiting', (select coalesce(sum(y.amount), 0) from public.round_payments y where y.round_id = r.id and y.producer_id = producer and y.state = 'proof_sent'),
      'ready', (r.state = 'receiving' or r.settled_at > now() - interval '90 days')
        and exists (select 1 from private.fetch_lines(r.id) f where f.producer_id = producer and f.ready > 0))
      order by r.state = 'pledging' desc, r.created_at desc, r.id), '[]')
    from (select r.* from public.rounds r join public.memberships m on m.cluster_id = r.cluster_id and m.producer_id = producer
      where r.state <> 'draft' and (m.state = 'active' or exists (select 1 from public.pledges p where p.round_id = r.id and p.producer_id = producer))
      order by r.state = 'pledging' desc, r.created_at desc, r.id limit 100) r);
end $$;
comment on function public.studio_rounds is
  'Null for a stranger. Amounts are the member''s own in minor units; owed below 0: paid ahead; waiting: said to be paid, not confirmed. ready: goods lie in the store.';
grant execute on function public.studio_rounds(text) to authenticated;

-- One round as one member sees it: every lot with the totals, and the member's own pledge and log. Nobody else's.
create function public.studio_round(p_slug text, p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  producer uuid;
  r public.rounds;
begin
  select p.id into producer from public.producers p where p.slug = p_slug;
  select * into r from public.rounds where id = p_round;
  if producer is null or r.id is null or r.state = 'draft' or not private.can_edit_producer(producer) then return null; end if;
  if not exists (select 1 from public.memberships m where m.cluster_id = r.cluster_id and m.producer_id = producer and m.state = 'active')
     and not exists (select 1 from public.pledges p where p.round_id = r.id and p.producer_id = producer) then return null; end if;
  return jsonb_build_object('round', private.round_head(r), 'mayPledge', private.may_pledge(r.cluster_id, producer),
    'lots', coalesce((select jsonb_agg(private.lot_json(l) || jsonb_build_object('firm', d.firm, 'tolerance', d.tolerance, 'members', d.members,
        'mine', (select jsonb_build_object('firm', p.firm, 'tolerance', p.tolerance, 'ceiling', p.ceiling_amount, 'committedAt', p.committed_at)
          from public.pledges p where p.lot_id = l.id and p.producer_id = producer)) order by l.position)
      from public.lots l cross join lateral private.lot_demand(l.id) d where l.round_id = r.id), '[]'),
    'log', coalesce((select jsonb_agg(jsonb_build_object('lot', e.lot_id, 'firm', e.firm, 'tolerance', e.tolerance, 'ceiling', e.ceiling_amount,
        'at', e.at, 'onBehalf', e.on_behalf, 'by', (select pr.display_name from public.profiles pr where pr.user_id = e.actor)) order by e.id desc)
      from (select * from public.pledge_entries e where e.round_id = r.id and e.producer_id = producer order by e.id desc limit 50) e), '[]'));
end $$;
grant execute on function public.studio_round(text, uuid) to authenticated;

-- Everything that members pledged, for the coordinators.
create function public.round_pledges(p_round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  if not private.coordinates_round(p_round) then return null; end if;
  select * into r from public.rounds where id = p_round;
  return jsonb_build_object('round', private.round_head(r),
    'lots', coalesce((select jsonb_agg(private.lot_json(l) || jsonb_build_object('firm', d.firm, 'tolerance', d.tolerance, 'members', d.members) order by l.position)
      from public.lots l cross join lateral private.lot_demand(l.id) d where l.round_id = r.id), '[]'),
    'members', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug,
        'hasPhone', exists (select 1 from public.producer_members x where x.producer_id = p.id),
        'pledges', coalesce((select jsonb_object_agg(g.lot_id, jsonb_build_object('firm', g.firm, 'tolerance', g.tolerance, 'ceiling', g.ceiling_amount,
          'committedAt', g.committed_at)) from public.pledges g where g.round_id = r.id and g.producer_id = p.id), '{}')) order by p.name, p.id)
      from public.producers p where exists (select 1 from public.memberships m where m.cluster_id = r.cluster_id and m.producer_id = p.id and m.state = 'active')
        or exists (select 1 from public.pledges g where g.round_id = r.id and g.producer_id = p.id)), '[]'),
    'log', coalesce((select jsonb_agg(jsonb_build_object('lot', e.lot_id, 'producer', (select p.name from public.producers p where p.id = e.producer_id),
        'firm', e.firm, 'tolerance', e.tolerance, 'ceiling', e.ceiling_amount, 'at', e.at, 'onBehalf', e.on_behalf,
        'by', (select pr.display_name from public.profiles pr where pr.user_id = e.actor)) order by e.id desc)
      from (select * from public.pledge_entries e where e.round_id = r.id order by e.id desc limit 100) e), '[]'));
end $$;
grant execute on function public.round_pledges(uuid) to authenticated;
