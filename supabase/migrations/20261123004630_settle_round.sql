-- The settlement: what there is to share, the check of a sharing that came from outside, and the step itself.

-- The allocation that counts: of what arrived where something was counted anew, else of the award.
create function private.final_run(p_round uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select a.id from public.allocation_runs a where a.round_id = p_round order by a.basis = 'delivery' desc, a.version desc limit 1
$$;
create function private.award_run(p_round uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select a.id from public.allocation_runs a where a.round_id = p_round and a.basis = 'award' order by a.version desc limit 1
$$;

-- What each invoice comes to in the round's currency, converted once and split exactly over its lines, freight and tax (position null).
create function private.invoice_parts(p_round uuid) returns table (invoice_id uuid, part text, lot_id uuid, amount bigint)
language sql stable security definer set search_path = '' as $$
  with counted as (
    select i.id, i.freight_amount, i.tax_amount, private.in_round_currency(i.round_id, i.total_amount, i.currency) as total
    from public.supplier_invoices i where i.round_id = p_round and i.state in ('matched', 'accepted')),
  pieces as (
    select c.id, 'goods' as part, o.lot_id, l.line_amount as weight, o.position::integer as place from counted c
      join public.supplier_invoice_lines l on l.invoice_id = c.id join public.purchase_order_lines o on o.id = l.order_line_id
    union all select c.id, 'freight', null, c.freight_amount, 1000 from counted c
    union all select c.id, 'tax', null, c.tax_amount, 1001 from counted c),
  lists as (
    select p.id, array_agg(p.part order by p.place) as parts, array_agg(p.lot_id order by p.place) as lots,
      array_agg(p.weight::numeric order by p.place) as weights from pieces p group by p.id)
  select c.id, l.parts[n], l.lots[n], s.share
  from counted c join lists l on l.id = c.id
    cross join lateral unnest(private.split_amount(c.total, l.weights)) with ordinality as s (share, n)
$$;

-- What is to be shared among whom, all in the round's currency. weight of a member in a lot: what it got; what it pledged for certain
-- where nobody got anything of a lot that still has to be paid.
create function private.settlement_basis(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with parts as materialized (select * from private.invoice_parts(p_round)),
  lots as (select l.*, coalesce((select sum(x.amount) from parts x where x.lot_id = l.id), 0)::bigint as goods from public.lots l where l.round_id = p_round),
  got as (select a.*, sum(a.quantity) over (partition by a.lot_id) as all_got from public.allocations a where a.run_id = private.final_run(p_round)),
  members as (
    select g.lot_id, g.producer_id, g.quantity, g.firm, case when g.all_got > 0 then g.quantity when l.goods > 0 then g.firm else 0 end as weight,
      coalesce(w.quantity, 0) as awarded, coalesce(w.goods_amount, 0) as awarded_amount
    from got g join lots l on l.id = g.lot_id
      left join public.allocations w on w.run_id = private.award_run(p_round) and w.lot_id = g.lot_id and w.producer_id = g.producer_id)
  select jsonb_build_object('currency', r.currency, 'shareRule', r.share_rule,
    'lots', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'unit', l.unit, 'decimals', l.decimals, 'gramsPerUnit', l.weight_grams,
      'referenceAmount', l.reference_amount, 'goodsAmount', l.goods) order by l.position), '[]') from lots l),
    'members', (select coalesce(jsonb_agg(jsonb_build_object('producerId', m.producer_id, 'lotId', m.lot_id, 'quantity', m.quantity, 'firm', m.firm,
      'weight', m.weight, 'awardedQuantity', m.awarded, 'awardedAmount', m.awarded_amount) order by m.lot_id, m.producer_id), '[]')
      from members m where m.weight > 0),
    'costs', (select coalesce(jsonb_agg(c.cost order by c.key), '[]') from (
      select x.id::text as key, jsonb_build_object('id', x.id::text, 'kind', x.kind, 'note', x.note, 'amount', x.amount, 'basis', r.share_rule, 'lotIds', null) as cost
      from public.round_costs x where x.round_id = p_round and x.voided_at is null
      union all
      select x.part || ':' || x.invoice_id, jsonb_build_object('id', x.part || ':' || x.invoice_id, 'kind', case x.part when 'tax' then 'tax' else 'freight' end,
        'note', (select s.name || ' · ' || i.invoice_number from public.supplier_invoices i join public.purchase_orders o on o.id = i.purchase_order_id
          join public.suppliers s on s.id = o.supplier_id where i.id = x.invoice_id),
        'amount', x.amount, 'basis', case x.part when 'tax' then 'value' else r.share_rule::text end,
        'lotIds', (select jsonb_agg(distinct y.lot_id) from parts y where y.invoice_id = x.invoice_id and y.lot_id is not null))
      from parts x where x.part <> 'goods' and x.amount > 0) c),
    'invoicesAmount', (select coalesce(sum(x.amount), 0) from parts x),
    'costsAmount', (select coalesce(sum(c.amount), 0) from public.round_costs c where c.round_id = p_round and c.voided_at is null))
  from public.rounds r where r.id = p_round
$$;

create function public.settlement_basis(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.settlement_basis(p_round) where private.coordinates_round(p_round)
$$;
comment on function public.settlement_basis is 'What src/domain/procurement/settlement.ts shares; null for whoever does not coordinate the round.';
grant execute on function public.settlement_basis(uuid) to authenticated;

-- The credit for what was awarded and did not come, at the awarded price, halves up.
create function private.shortage_credit(p_awarded bigint, p_awarded_amount bigint, p_got bigint) returns bigint
language sql immutable parallel safe set search_path = '' as $$
  select case when p_got >= p_awarded then 0
    else div(p_awarded_amount::numeric * (p_awarded - p_got) * 2 + p_awarded, 2 * p_awarded::numeric)::bigint end
$$;

-- p_given: {members: [{producerId, lines: [{lotId, goodsAmount, creditAmount, shares: [{cost, amount}]}]}]}. Null when every sum and
-- every share holds: goods of a lot, each cost, and nobody more than one minor unit from the exact share, lot by lot and member by member.
create function private.settlement_problem(p_basis jsonb, p_given jsonb) returns text
language sql stable security definer set search_path = '' as $$
  with lots as (select (l ->> 'id') as lot, (l ->> 'goodsAmount')::numeric as goods, (l ->> 'decimals')::integer as decimals, (l ->> 'gramsPerUnit')::numeric as grams
    from jsonb_array_elements(p_basis -> 'lots') l),
  due as (select m ->> 'producerId' as member, m ->> 'lotId' as lot, (m ->> 'quantity')::bigint as quantity, (m ->> 'weight')::numeric as weight,
    (m ->> 'awardedQuantity')::bigint as awarded, (m ->> 'awardedAmount')::bigint as awarded_amount from jsonb_array_elements(p_basis -> 'members') m),
  given as (select m ->> 'producerId' as member, l ->> 'lotId' as lot, (l ->> 'goodsAmount')::numeric as goods, (l ->> 'creditAmount')::numeric as credit, l -> 'shares' as shares
    from jsonb_array_elements(p_given -> 'members') m cross join jsonb_array_elements(m -> 'lines') l),
  lines as (select d.*, g.goods, g.credit, l.decimals, l.grams, l.goods as lot_goods, sum(d.weight) over (partition by d.lot) as lot_weight,
      sum(g.goods) over (partition by d.lot) as lot_given
    from due d join given g on g.member = d.member and g.lot = d.lot join lots l on l.lot = d.lot),
  costs as (select c ->> 'id' as cost, (c ->> 'amount')::numeric as amount, c ->> 'basis' as basis, c -> 'lotIds' as lots from jsonb_array_elements(p_basis -> 'costs') c),
  shares as (select g.member, g.lot, s ->> 'cost' as cost, sum((s ->> 'amount')::numeric) as amount, count(*) as times
    from given g cross join jsonb_array_elements(g.shares) s group by 1, 2, 3),
  weighed as (select c.cost, c.amount, l.member, l.lot, coalesce(s.amount, 0) as share,
      l.weight * power(10::numeric, 3 - l.decimals) as plain,
      case c.basis when 'value' then l.goods when 'weight' then l.weight * power(10::numeric, 3 - l.decimals) * l.grams else l.weight * power(10::numeric, 3 - l.decimals) end as basis_weight
    from costs c join lines l on jsonb_typeof(c.lots) = 'null' or c.lots ? l.lot left join shares s on s.cost = c.cost and s.member = l.member and s.lot = l.lot),
  useful as (select *, sum(basis_weight) over (partition by cost) as useful from weighed),
  chosen as (select cost, amount, member, lot, share, case when useful > 0 then basis_weight else plain end as w from useful),
  parts as (select *, sum(w) over (partition by cost) as all_w, sum(w) over (partition by cost, lot) as lot_w, sum(share) over (partition by cost, lot) as lot_share,
    sum(share) over (partition by cost) as all_share from chosen)
  select case
    when (select count(*) from given) <> (select count(*) from due) or (select count(*) from lines) <> (select count(*) from due) then 'members'
    when exists (select 1 from given g where g.goods < 0 or g.credit < 0 or g.goods <> trunc(g.goods)) then 'amounts'
    when exists (select 1 from lots l where l.goods <> coalesce((select sum(x.goods) from lines x where x.lot = l.lot), 0)) then 'goods'
    when exists (select 1 from lines where abs(goods * lot_weight - lot_goods * weight) >= lot_weight) then 'goods shares'
    when exists (select 1 from lines where credit <> private.shortage_credit(awarded, awarded_amount, quantity)) then 'credit'
    when exists (select 1 from shares s where s.times > 1 or s.amount < 0 or s.amount <> trunc(s.amount)
      or not exists (select 1 from parts p where p.cost = s.cost and p.member = s.member and p.lot = s.lot)) then 'shares'
    when exists (select 1 from costs c where c.amount <> coalesce((select sum(p.share) from parts p where p.cost = c.cost), 0)) then 'costs'
    when exists (select 1 from parts where w is null or abs(lot_share * all_w - amount * lot_w) >= all_w
      or abs(share * lot_w - lot_share * w) >= greatest(lot_w, 1)) then 'cost shares'
  end
$$;

-- The lines as they are kept: everything that the member's sentence needs, frozen.
create function private.settlement_lines(p_basis jsonb, p_producer uuid, p_lines jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('lotId', l ->> 'lotId', 'title', t ->> 'title', 'unit', t ->> 'unit', 'decimals', (t ->> 'decimals')::integer,
    'quantity', (m ->> 'quantity')::bigint, 'firm', (m ->> 'firm')::bigint, 'awardedQuantity', (m ->> 'awardedQuantity')::bigint,
    'goodsAmount', (l ->> 'goodsAmount')::bigint, 'creditAmount', (l ->> 'creditAmount')::bigint,
    'lotQuantity', (select sum((x ->> 'quantity')::bigint) from jsonb_array_elements(p_basis -> 'members') x where x ->> 'lotId' = l ->> 'lotId'),
    'lotGoodsAmount', (t ->> 'goodsAmount')::bigint,
    'referenceAmount', private.lot_amount((m ->> 'quantity')::bigint, (t ->> 'referenceAmount')::bigint, (t ->> 'decimals')::integer),
    'shares', (select coalesce(jsonb_agg(jsonb_build_object('cost', s ->> 'cost', 'kind', c ->> 'kind', 'note', c ->> 'note', 'of', (c ->> 'amount')::bigint,
        'basis', c ->> 'basis', 'amount', (s ->> 'amount')::bigint) order by c ->> 'id'), '[]')
      from jsonb_array_elements(l -> 'shares') s join jsonb_array_elements(p_basis -> 'costs') c on c ->> 'id' = s ->> 'cost')) order by n)
  from jsonb_array_elements(p_lines) with ordinality as g (l, n)
    join jsonb_array_elements(p_basis -> 'lots') t on t ->> 'id' = l ->> 'lotId'
    join jsonb_array_elements(p_basis -> 'members') m on m ->> 'lotId' = l ->> 'lotId' and m ->> 'producerId' = p_producer::text
$$;

create function private.require_settleable(r public.rounds) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select 1 from public.supplier_invoices i where i.round_id = r.id and i.state in ('differs', 'disputed')) then
    raise exception 'invoices_open' using errcode = 'PT409';
  end if;
  if exists (select 1 from public.supplier_invoices i where i.round_id = r.id and i.state = 'matched' and not private.invoice_agrees(i.id)) then
    raise exception 'invoice_differs' using errcode = 'PT409';
  end if;
  if exists (select 1 from public.purchase_order_lines l join public.purchase_orders o on o.id = l.purchase_order_id
      where o.round_id = r.id and private.good_received(l.id) > 0 and not exists (select 1 from public.supplier_invoices i
        where i.purchase_order_id = o.id and i.state in ('matched', 'accepted'))) then
    raise exception 'invoice_missing' using errcode = 'PT409';
  end if;
end $$;

create function private.book_settlement(r public.rounds, p_basis jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  credits constant bigint := (select coalesce(sum((l ->> 'creditAmount')::bigint), 0)::bigint from public.settlements s
    cross join jsonb_array_elements(s.lines) l where s.round_id = r.id);
  costs constant bigint := (p_basis ->> 'costsAmount')::bigint;
  invoices constant bigint := (p_basis ->> 'invoicesAmount')::bigint;
begin
  -- First what was awarded, then the credit for what did not come: both stand in the member's book.
  perform private.post_journal('round_settlement', 'round_settlement:' || r.id, r.currency,
    (select jsonb_agg(line) from (
      select private.ledger_line('cluster', r.cluster_id, 'suppliers_payable', -invoices - credits) as line
      union all select private.ledger_line('cluster', r.cluster_id, 'round_costs_payable', -costs)
      union all select private.ledger_line('cluster', r.cluster_id, 'members_receivable', invoices + costs + credits)
      union all select unnest(array[private.ledger_line('producer', s.producer_id, 'materials', s.total_amount + x.credit),
        private.ledger_line('producer', s.producer_id, 'owed_to_cluster', -s.total_amount - x.credit)])
      from public.settlements s cross join lateral (select coalesce(sum((l ->> 'creditAmount')::bigint), 0)::bigint as credit from jsonb_array_elements(s.lines) l) x
      where s.round_id = r.id) lines), p_memo => r.title, p_round => r.id);
  perform private.post_journal('round_credit', 'round_credit:' || r.id, r.currency,
    (select jsonb_agg(line) from (
      select private.ledger_line('cluster', r.cluster_id, 'suppliers_payable', credits) as line
      union all select private.ledger_line('cluster', r.cluster_id, 'members_receivable', -credits)
      union all select unnest(array[private.ledger_line('producer', s.producer_id, 'materials', -x.credit),
        private.ledger_line('producer', s.producer_id, 'owed_to_cluster', x.credit)])
      from public.settlements s cross join lateral (select coalesce(sum((l ->> 'creditAmount')::bigint), 0)::bigint as credit from jsonb_array_elements(s.lines) l) x
      where s.round_id = r.id) lines), p_memo => r.title, p_round => r.id);
end $$;

-- p_settlement: see private.settlement_problem. Settles once; sent again it is settled already.
create function public.settle_round(p_round uuid, p_settlement jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
  basis jsonb;
  last_number integer;
  this_year constant integer := extract(year from now() at time zone r.zone);
  one record;
begin
  if r.state = 'settled' then return; end if;
  if r.state <> 'receiving' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_settleable(r);
  basis := private.settlement_basis(p_round);
  if basis -> 'members' = '[]' then raise exception 'nobody_to_bear' using errcode = 'PT409'; end if;
  if private.settlement_problem(basis, p_settlement) is not null then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  insert into private.cluster_series as s (cluster_id, kind, year, last_number)
  values (r.cluster_id, 'settlement', this_year, jsonb_array_length(p_settlement -> 'members'))
  on conflict (cluster_id, kind, year) do update set last_number = s.last_number + excluded.last_number returning s.last_number into last_number;
  insert into public.settlements (round_id, producer_id, goods_amount, costs_amount, total_amount, reference_amount, lines, year, number, label)
  select p_round, x.producer, x.goods, x.costs, x.goods + x.costs, x.reference, x.lines, this_year, x.number, 'S-' || this_year || '-' || lpad(x.number::text, 4, '0')
  from (select (m ->> 'producerId')::uuid as producer, f.lines,
      (select sum((l ->> 'goodsAmount')::bigint) from jsonb_array_elements(f.lines) l) as goods,
      (select coalesce(sum((h ->> 'amount')::bigint), 0) from jsonb_array_elements(f.lines) l cross join jsonb_array_elements(l -> 'shares') h) as costs,
      (select case when bool_and(l ->> 'referenceAmount' is not null) then sum((l ->> 'referenceAmount')::bigint) end from jsonb_array_elements(f.lines) l) as reference,
      last_number - jsonb_array_length(p_settlement -> 'members') + row_number() over (order by p.name, p.id) as number
    from jsonb_array_elements(p_settlement -> 'members') m join public.producers p on p.id = (m ->> 'producerId')::uuid
      cross join lateral (select private.settlement_lines(basis, p.id, m -> 'lines') as lines) f) x;
  if (select sum(s.total_amount) from public.settlements s where s.round_id = p_round)
      <> (basis ->> 'invoicesAmount')::bigint + (basis ->> 'costsAmount')::bigint then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  perform private.book_settlement(r, basis);
  perform private.move_round(p_round, 'settle', 'coordinator', p_tag => 'implementation');
  for one in select s.producer_id, s.total_amount, s.label from public.settlements s where s.round_id = p_round order by s.producer_id loop
    perform private.tell_round_member(p_round, one.producer_id, 'round_settled', jsonb_build_object('amount', one.total_amount, 'reference', one.label));
  end loop;
end $$;
grant execute on function public.settle_round(uuid, jsonb) to authenticated;

-- Write-offs --------------------------------------------------------------------------------------

create function public.propose_write_off(p_id uuid, p_round uuid, p_producer uuid, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.write_offs w where w.id = p_id and w.round_id = p_round and w.producer_id = p_producer) then return; end if;
  if exists (select 1 from public.write_offs w where w.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  perform private.require_not_own(p_producer);
  if r.state <> 'settled' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_reason(p_reason);
  if exists (select 1 from public.write_offs w where w.round_id = p_round and w.producer_id = p_producer and w.state = 'proposed') then
    raise exception 'already_done' using errcode = 'PT409';
  end if;
  if p_amount is null or p_amount < 1 or p_amount > private.round_owed(p_round, p_producer) then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  insert into public.write_offs (id, round_id, producer_id, amount, reason, proposed_by) values (p_id, p_round, p_producer, p_amount, btrim(p_reason), auth.uid());
  perform private.record_round_money(r, 'round.write_off_proposed', p_amount, p_reason, p_producer);
  perform private.notify_round_coordinators(p_round, 'write_off_proposed', jsonb_build_object('amount', p_amount, 'currency', r.currency, 'reason', btrim(p_reason),
    'producer', (select p.name from public.producers p where p.id = p_producer)));
end $$;
grant execute on function public.propose_write_off(uuid, uuid, uuid, bigint, text) to authenticated;

-- By another coordinator than the one who proposed it; neither belongs to the workshop that is let off.
create function public.decide_write_off(p_write_off uuid, p_approve boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  w public.write_offs;
  r public.rounds;
  wanted constant public.write_off_state := case when p_approve then 'approved' else 'declined' end;
begin
  select * into w from public.write_offs where id = p_write_off;
  r := private.require_round_coordinator(w.round_id);
  select * into strict w from public.write_offs where id = p_write_off for update;
  if w.state = wanted then return; end if;
  if w.state <> 'proposed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if w.proposed_by = auth.uid() then raise exception 'second_coordinator' using errcode = 'PT403'; end if;
  perform private.require_not_own(w.producer_id);
  if p_approve and w.amount > private.round_owed(w.round_id, w.producer_id) then raise exception 'out_of_range' using errcode = 'PT409'; end if;
  update public.write_offs set state = wanted, decided_by = auth.uid(), decided_at = clock_timestamp() where id = w.id;
  if p_approve then
    perform private.post_journal('write_off', 'write_off:' || w.id, r.currency, private.member_lines(r, w.producer_id, w.amount, 'materials', 'write_off'),
      p_memo => r.title, p_round => r.id);
  end if;
  perform private.record_round_money(r, 'round.write_off_' || wanted, w.amount, w.reason, w.producer_id);
end $$;
grant execute on function public.decide_write_off(uuid, boolean) to authenticated;
