-- A bid: written as a draft, filed whole, replaced or withdrawn until the deadline. Nothing in here writes where anybody but
-- the bid's supplier reads.

-- Currencies that the opening will be able to convert.
create function private.is_convertible(p_currency text, p_to text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(exists (select 1 from public.currencies c where c.code = p_currency) and (p_currency = p_to
    or ((select x.per_eur from private.rate_for_reading(p_currency) x) is not null
      and (select x.per_eur from private.rate_for_reading(p_to) x) is not null)), false)
$$;

create function private.write_bid_line(p_bid uuid, p_round uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  line uuid;
begin
  if not exists (select 1 from public.lots l where l.id = (p ->> 'lotId')::uuid and l.round_id = p_round) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  if jsonb_array_length(coalesce(p -> 'tiers', '[]')) > 12 then raise exception 'too_many_tiers' using errcode = 'PT400'; end if;
  insert into public.bid_lines (bid_id, lot_id, pack, moq, capacity, freight_unit_amount, lead_time_days, article_number, quality_answers, note)
  values (p_bid, (p ->> 'lotId')::uuid, (p ->> 'pack')::bigint, coalesce((p ->> 'moq')::bigint, 0), (p ->> 'capacity')::bigint,
    coalesce((p ->> 'freightUnitAmount')::bigint, 0), (p ->> 'leadTimeDays')::integer, btrim(coalesce(p ->> 'articleNumber', '')),
    -- Only answers to what was asked, and only yes or no.
    coalesce((select jsonb_object_agg(c ->> 'id', p -> 'qualityAnswers' -> (c ->> 'id')) from public.lots l, jsonb_array_elements(l.quality_criteria) c
      where l.id = (p ->> 'lotId')::uuid and jsonb_typeof(p -> 'qualityAnswers' -> (c ->> 'id')) = 'boolean'), '{}'),
    btrim(coalesce(p ->> 'note', ''))) returning id into line;
  insert into public.bid_tiers (line_id, min_quantity, unit_amount)
  select line, (x ->> 'minQuantity')::bigint, (x ->> 'unitAmount')::bigint from jsonb_array_elements(coalesce(p -> 'tiers', '[]')) x;
end $$;

create function private.write_bid(p_place public.round_suppliers, p jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  draft uuid;
  versions integer;
begin
  select b.id into draft from public.bids b where b.round_supplier_id = p_place.id and b.state = 'draft';
  if draft is null then
    select coalesce(max(b.version), 0) into versions from public.bids b where b.round_supplier_id = p_place.id;
    if versions >= 99 then raise exception 'too_many_versions' using errcode = 'PT409'; end if;
    insert into public.bids (round_id, round_supplier_id, supplier_id, version, currency, lead_time_days, valid_until, payment_terms)
    values (p_place.round_id, p_place.id, p_place.supplier_id, versions + 1, p ->> 'currency', (p ->> 'leadTimeDays')::integer,
      (p ->> 'validUntil')::date, (p ->> 'paymentTerms')::public.payment_terms) returning id into draft;
    -- The papers of the bid that it will replace come along, each to be taken out of the draft.
    insert into public.files (room, room_id, name, content_type, bytes, sha256, pages, uploaded_by, kept_as, created_at)
    select 'bid', draft, f.name, f.content_type, f.bytes, f.sha256, f.pages, f.uploaded_by, coalesce(f.kept_as, f.id), f.created_at
    from public.files f join public.bids b on b.id = f.room_id
    where f.room = 'bid' and b.round_supplier_id = p_place.id and b.state = 'submitted';
  end if;
  update public.bids set currency = p ->> 'currency', freight_fixed_amount = coalesce((p ->> 'freightFixedAmount')::bigint, 0),
    lead_time_days = (p ->> 'leadTimeDays')::integer, valid_until = (p ->> 'validUntil')::date,
    payment_terms = (p ->> 'paymentTerms')::public.payment_terms, notes = btrim(coalesce(p ->> 'notes', ''))
  where id = draft;
  delete from public.bid_lines where bid_id = draft;
  perform private.write_bid_line(draft, p_place.round_id, l) from jsonb_array_elements(coalesce(p -> 'lines', '[]')) l;
  return draft;
end $$;

create function public.save_bid(p_round uuid, p_input jsonb, p_key text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
  r constant public.rounds := private.require_bidding(p_round);
begin
  if not private.is_convertible(p_input ->> 'currency', r.currency) then raise exception 'currency_without_rate' using errcode = 'PT400'; end if;
  return private.write_bid(place, p_input);
exception
  -- PostgreSQL would name the values that it refuses, and a server's log would keep them.
  when data_exception or integrity_constraint_violation then
    raise exception 'invalid_input' using errcode = 'PT400';
end $$;
comment on function public.save_bid is
  'p_input: {currency, freightFixedAmount, leadTimeDays, validUntil, paymentTerms, notes, lines: [{lotId, pack, moq, capacity, freightUnitAmount, leadTimeDays, articleNumber, qualityAnswers: {criterion: boolean}, note, tiers: [{minQuantity, unitAmount}]}]}; steps of the lot''s unit, minor units of the bid''s currency. Replaces the draft.';
grant execute on function public.save_bid(uuid, jsonb, text) to anon, authenticated;

-- Everything that was filed, in one shape: what is hashed, and what the opening reads out.
create function private.bid_content(b public.bids) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('bid', b.id, 'round', b.round_id, 'supplier', b.supplier_id, 'version', b.version, 'currency', b.currency,
    'freightFixedAmount', b.freight_fixed_amount, 'leadTimeDays', b.lead_time_days, 'validUntil', b.valid_until, 'paymentTerms', b.payment_terms,
    'notes', b.notes, 'lines', coalesce((select jsonb_agg(jsonb_build_object('line', l.id, 'lotId', l.lot_id, 'pack', l.pack, 'moq', l.moq,
        'capacity', l.capacity, 'freightUnitAmount', l.freight_unit_amount, 'leadTimeDays', l.lead_time_days, 'articleNumber', l.article_number,
        'qualityAnswers', l.quality_answers, 'note', l.note,
        'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
          from public.bid_tiers t where t.line_id = l.id), '[]')) order by o.position)
      from public.bid_lines l join public.lots o on o.id = l.lot_id where l.bid_id = b.id), '[]'),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'sha256', f.sha256) order by f.created_at, f.id)
      from public.files f where f.room = 'bid' and f.room_id = b.id), '[]'))
$$;

create function private.require_whole_bid(b public.bids) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.bid_lines l where l.bid_id = b.id) then raise exception 'bid_without_lines' using errcode = 'PT400'; end if;
  if exists (select 1 from public.bid_lines l where l.bid_id = b.id and not exists (select 1 from public.bid_tiers t where t.line_id = l.id)) then
    raise exception 'bid_without_price' using errcode = 'PT400';
  end if;
  if exists (select 1 from (
      select t.unit_amount > lag(t.unit_amount) over (partition by t.line_id order by t.min_quantity) as rises
      from public.bid_tiers t join public.bid_lines l on l.id = t.line_id where l.bid_id = b.id) x where x.rises) then
    raise exception 'tier_price_rises' using errcode = 'PT400';
  end if;
  -- An offer has to hold when it is opened.
  if b.valid_until < (select (r.bids_close_at at time zone r.zone)::date from public.rounds r where r.id = b.round_id) then
    raise exception 'bid_ends_too_soon' using errcode = 'PT400';
  end if;
end $$;

create function private.receipt_of(b public.bids) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('bid', b.id, 'version', b.version, 'sha256', b.sha256, 'at', b.submitted_at)
$$;

create function public.submit_bid(p_round uuid, p_bid uuid, p_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
  b public.bids;
  filed jsonb;
begin
  select * into b from public.bids x where x.id = p_bid and x.round_supplier_id = place.id;
  if b.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Pressed twice, or the first answer was lost on the way: the receipt again.
  if b.state <> 'draft' then return private.receipt_of(b); end if;
  perform private.require_bidding(p_round);
  perform private.require_whole_bid(b);
  -- Files come under the same lock that adding one takes.
  perform pg_advisory_xact_lock(hashtextextended('files bid' || p_bid, 0));
  update public.bids set state = 'replaced', ended_at = clock_timestamp() where round_supplier_id = place.id and state = 'submitted';
  filed := private.bid_content(b);
  update public.bids set state = 'submitted', submitted_at = clock_timestamp(), content = filed,
    sha256 = encode(sha256(convert_to(filed::text, 'UTF8')), 'hex') where id = b.id returning * into b;
  insert into private.bid_events (bid_id, action, actor) values (b.id, 'bid.submitted', auth.uid());
  perform private.mail_receipt(place.id, jsonb_build_object('sha256', b.sha256));
  return private.receipt_of(b);
end $$;
comment on function public.submit_bid is 'Files the draft; a bid that was filed before is replaced. Answers the receipt: sha256 of the content''s text, which the opening makes public.';
grant execute on function public.submit_bid(uuid, uuid, text) to anon, authenticated;

create function public.withdraw_bid(p_round uuid, p_bid uuid, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
  b public.bids;
begin
  select * into b from public.bids x where x.id = p_bid and x.round_supplier_id = place.id;
  if b.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if b.state = 'withdrawn' then return; end if;
  perform private.require_bidding(p_round);
  if b.state <> 'submitted' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.bids set state = 'withdrawn', ended_at = clock_timestamp() where id = b.id;
  insert into private.bid_events (bid_id, action, actor) values (b.id, 'bid.withdrawn', auth.uid());
end $$;
grant execute on function public.withdraw_bid(uuid, uuid, text) to anon, authenticated;
