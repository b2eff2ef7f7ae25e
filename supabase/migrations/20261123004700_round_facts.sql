-- What everybody may know of a round, and when it is written down. Before the opening there is nothing of bids in it,
-- and at no time a member's pledge, a ceiling, a contact, an address or an account.

-- What people write may hold a number or an address that is nobody else's business.
create function private.without_contacts(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(p_text,
    '[^@[:space:]<>(),;:"]+@[^@[:space:]<>(),;:"]+', '[…]', 'g'),
    '\m[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?\M', '[…]', 'g'),
    '\+[0-9]([ ().-]?[0-9]){6,14}', '[…]', 'g'),
    '\m0[1-9][0-9]{1,2}([ .-]?[0-9]{2,4}){2,3}\M', '[…]', 'g')
$$;
comment on function private.without_contacts is 'E-mail addresses, phone and bank account numbers become […].';

create function private.lot_facts(l public.lots, p_opened boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', l.id, 'position', l.position, 'title', private.without_contacts(l.title),
    'specification', private.without_contacts(l.specification), 'unit', l.unit, 'decimals', l.decimals, 'pack', l.pack, 'hsCode', l.hs_code,
    'firm', d.firm, 'tolerance', d.tolerance,
    'criteria', (select coalesce(jsonb_agg(jsonb_build_object('id', c ->> 'id', 'question', private.without_contacts(c ->> 'question'),
      'weightBp', (c ->> 'weightBp')::integer) order by n), '[]') from jsonb_array_elements(l.quality_criteria) with ordinality x (c, n)),
    -- What members pay in a shop would tell suppliers how high they may bid.
    'referenceAmount', case when p_opened then l.reference_amount end)
  from (select coalesce(sum(p.firm), 0)::bigint as firm, coalesce(sum(p.tolerance), 0)::bigint as tolerance from public.pledges p where p.lot_id = l.id) d
$$;
comment on function private.lot_facts is 'firm, tolerance: of all members together, in steps of the unit; pack likewise.';

create function private.bid_facts(b public.bids) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', b.id, 'supplier', b.supplier_id, 'sha256', b.sha256, 'submittedAt', b.submitted_at, 'currency', b.currency,
    'freightFixed', b.freight_fixed_amount, 'leadTimeDays', b.lead_time_days, 'validUntil', b.valid_until, 'paymentTerms', b.payment_terms,
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lot', l.lot_id, 'pack', l.pack, 'moq', l.moq, 'capacity', l.capacity,
        'freightUnit', l.freight_unit_amount, 'leadTimeDays', coalesce(l.lead_time_days, b.lead_time_days),
        'answers', (select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each(l.quality_answers) a where jsonb_typeof(a.value) = 'boolean'),
        'tiers', (select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
          from public.bid_tiers t where t.line_id = l.id)) order by o.position), '[]')
      from public.bid_lines l join public.lots o on o.id = l.lot_id where l.bid_id = b.id))
$$;
comment on function private.bid_facts is 'Amounts in the bid''s own currency. Only for a round that was opened: private.opened_facts asks.';

create function private.award_facts(a public.awards, p_current boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'version', a.version, 'current', p_current, 'method', a.method, 'reason', private.without_contacts(a.reason),
    'goods', a.goods_amount, 'freight', a.freight_amount, 'total', a.total_amount, 'optimum', a.optimum_amount, 'decidedAt', a.decided_at,
    'lots', (select coalesce(jsonb_agg(jsonb_build_object('lot', x.lot_id, 'quantity', x.quantity, 'outcome', x.outcome) order by o.position), '[]')
      from public.award_lots x join public.lots o on o.id = x.lot_id where x.award_id = a.id),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object('supplier', s.supplier_id, 'bid', s.bid_id, 'currency', s.currency,
        'bidFreightFixed', s.bid_freight_fixed_amount, 'freightFixed', s.freight_fixed_amount,
        'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lot', l.lot_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
            'bidGoods', l.bid_goods_amount, 'bidFreight', l.bid_freight_amount, 'goods', l.goods_amount, 'freight', l.freight_amount) order by o.position), '[]')
          from public.award_lines l join public.lots o on o.id = l.lot_id where l.award_id = a.id and l.supplier_id = s.supplier_id)) order by s.supplier_id), '[]')
      from public.award_suppliers s where s.award_id = a.id))
$$;

create function private.order_facts(o public.purchase_orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', o.id, 'award', o.award_id, 'supplier', o.supplier_id, 'label', o.label, 'state', o.state, 'currency', o.currency,
    'goods', o.goods_amount, 'freight', o.freight_amount, 'total', o.total_amount, 'sha256', o.sha256, 'sentAt', o.sent_at, 'answeredAt', o.answered_at,
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'lot', l.lot_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'confirmation', l.confirmation, 'confirmedQuantity', l.confirmed_quantity, 'promisedOn', l.promised_on,
        'counted', d.counted, 'damaged', d.damaged, 'lastOn', d.last_on) order by l.position), '[]')
      from public.purchase_order_lines l cross join lateral (
        select coalesce(sum(x.counted), 0)::bigint as counted, coalesce(sum(x.damaged), 0)::bigint as damaged, max(v.delivered_on) as last_on
        from public.delivery_lines x join public.deliveries v on v.id = x.delivery_id where x.order_line_id = l.id
          and not exists (select 1 from public.deliveries n where n.replaces_id = v.id)) d
      where l.purchase_order_id = o.id),
    'paid', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'amount', p.amount, 'currency', i.currency, 'on', p.paid_on) order by p.paid_on, p.id), '[]')
      from public.supplier_payments p join public.supplier_invoices i on i.id = p.invoice_id where i.purchase_order_id = o.id))
$$;
comment on function private.order_facts is 'Without contacts, notes and accounts. counted, damaged: all deliveries together, in steps.';

-- What all members together paid and saved; no member's own.
create function private.settlement_facts(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('members', count(*), 'goods', sum(s.goods_amount), 'costs', sum(s.costs_amount), 'total', sum(s.total_amount),
    'reference', case when bool_and(s.reference_amount is not null) then sum(s.reference_amount) end,
    'saved', case when bool_and(s.reference_amount is not null) then sum(s.reference_amount) - sum(s.total_amount) end,
    'costKinds', (select coalesce(jsonb_object_agg(c.kind, c.amount), '{}') from (
      select x.kind, sum(x.amount) as amount from public.round_costs x where x.round_id = p_round and x.voided_at is null group by x.kind) c))
  from public.settlements s where s.round_id = p_round having count(*) > 0
$$;

-- Everything that was sealed until the opening, or came of it.
create function private.opened_facts(r public.rounds) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'openedAt', r.opened_at, 'awardedAt', r.awarded_at, 'standstillUntil', r.standstill_until, 'settledAt', r.settled_at,
    'bidCount', (select count(*) from public.bids b where b.round_id = r.id and b.state = 'submitted'),
    'bids', (select coalesce(jsonb_agg(private.bid_facts(b) order by b.submitted_at, b.id), '[]') from public.bids b
      where b.round_id = r.id and b.state = 'submitted'),
    'suppliers', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', private.without_contacts(s.name), 'country', s.country) order by s.id), '[]')
      from public.suppliers s where s.id in (select b.supplier_id from public.bids b where b.round_id = r.id and b.state = 'submitted')),
    'rates', (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'numerator', x.numerator, 'denominator', x.denominator, 'day', x.day)
      order by x.currency), '[]') from public.round_rates x where x.round_id = r.id),
    'awards', (select coalesce(jsonb_agg(private.award_facts(a, a.version = m.newest) order by a.version), '[]')
      from public.awards a cross join (select max(y.version) as newest from public.awards y where y.round_id = r.id) m where a.round_id = r.id),
    'challenges', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'at', c.made_at, 'state', c.state, 'answeredAt', c.answered_at,
        'text', case when c.state <> 'open' then private.without_contacts(c.text) end, 'answer', private.without_contacts(c.answer)) order by c.made_at, c.id), '[]')
      from public.round_challenges c where c.round_id = r.id),
    'buyers', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'country', p.country) order by p.name, p.id), '[]')
      from public.producers p where p.id in (select x.producer_id from public.allocations x where x.quantity > 0 and x.run_id =
        (select y.id from public.allocation_runs y where y.round_id = r.id order by y.version desc limit 1))),
    'orders', (select coalesce(jsonb_agg(private.order_facts(o) order by o.sent_at, o.id), '[]') from public.purchase_orders o where o.round_id = r.id),
    'settlement', case when r.settled_at is not null then private.settlement_facts(r.id) end)
$$;

create or replace function private.round_facts(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'state', r.state, 'title', private.without_contacts(r.title),
    'summary', private.without_contacts(r.summary), 'sourceLocale', r.source_locale, 'languages', r.languages, 'currency', r.currency, 'zone', r.zone,
    'cluster', (select jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'country', k.country) from public.clusters k where k.id = r.cluster_id),
    'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'neededBy', r.needed_by,
    'weights', jsonb_build_object('price', r.weight_price_bp, 'leadTime', r.weight_lead_bp, 'quality', r.weight_quality_bp),
    'minimumBids', r.minimum_bids, 'standstillDays', r.standstill_days, 'shareRule', r.share_rule, 'openToDirectory', r.open_to_directory,
    'reason', case when r.state = 'cancelled' then private.without_contacts(r.reason) end,
    'lots', (select coalesce(jsonb_agg(private.lot_facts(l, r.opened_at is not null) order by l.position), '[]') from public.lots l where l.round_id = r.id),
    'amendments', (select coalesce(jsonb_agg(jsonb_build_object('number', m.number, 'at', m.made_at, 'text', private.without_contacts(m.text),
        'bidsClose', m.changes -> 'bidsClose') order by m.number), '[]') from public.round_amendments m where m.round_id = r.id),
    'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'lot', q.lot_id, 'question', private.without_contacts(q.question),
        'answer', private.without_contacts(q.answer), 'answeredAt', q.answered_at) order by q.answered_at, q.id), '[]')
      from public.round_questions q where q.round_id = r.id and q.answered_at is not null))
    || case when r.opened_at is not null then private.opened_facts(r)
      when r.shows_bid_count and r.state = 'bidding' then jsonb_build_object('bidCount',
        (select count(*) from public.bids b where b.round_id = r.id and b.state = 'submitted'))
      else '{}' end
  from public.rounds r where r.id = p_round
$$;
comment on function private.round_facts is
  'Amounts in minor units, quantities in steps of 10^-decimals of the lot''s unit, moments in ISO. bids, awards and what follows only once the round was opened; bidCount before that only where the round says so.';

-- Numbers of transactions start low again in another server. Then what was restored comes first, in an era of its own.
create function private.release_era() returns integer
language sql stable security definer set search_path = '' as $$
  with newest as (select coalesce(max(x.era), 1) as era from public.round_releases x)
  select n.era + exists (select 1 from public.round_releases x where x.era = n.era
    and x.xid >= pg_snapshot_xmax(pg_current_snapshot()) and x.xid <> coalesce(pg_current_xact_id_if_assigned(), '0'))::integer from newest n
$$;
comment on function private.release_era is 'No row can be seen whose transaction has not begun yet, except where it came from elsewhere.';

create or replace function private.append_release(p_round uuid, p_tag text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.round_releases (round_id, tag, era, facts) values (p_round, p_tag, private.release_era(), private.round_facts(p_round));
  perform private.tell_cache(array['rounds', 'round:' || p_round]);
end $$;

-- What changes between two steps: at the end of its transaction, once, and only when it changed what is public.
create function private.release_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  known jsonb;
begin
  select x.facts into known from public.round_releases x where x.round_id = new.round_id order by x.id desc limit 1;
  if known is not null and known is distinct from private.round_facts(new.round_id) then perform private.append_release(new.round_id, tg_argv[0]); end if;
  return null;
end $$;

create constraint trigger round_questions_public after update on public.round_questions deferrable initially deferred
  for each row when (old.answered_at is distinct from new.answered_at) execute function private.release_changes('tenderUpdate');
create constraint trigger round_challenges_public after insert or update on public.round_challenges deferrable initially deferred
  for each row execute function private.release_changes('awardUpdate');
create constraint trigger purchase_orders_public after update on public.purchase_orders deferrable initially deferred
  for each row when (old.state is distinct from new.state) execute function private.release_changes('contractUpdate');
create constraint trigger deliveries_public after insert on public.deliveries deferrable initially deferred
  for each row execute function private.release_changes('implementationUpdate');
create constraint trigger supplier_payments_public after insert on public.supplier_payments deferrable initially deferred
  for each row execute function private.release_changes('implementationUpdate');
