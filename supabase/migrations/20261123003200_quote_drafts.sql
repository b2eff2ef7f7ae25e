-- Quotes, first part: reading a version, writing a producer's draft. Every line is priced again here and every sum that
-- came along must be right, so a sum on a screen is never another than the one that binds.

-- Moments as text that does not depend on the session, so that the same quote always has the same SHA-256.
create function private.iso(p_at timestamptz) returns text
language sql stable set search_path = '' as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- What was offered: all that stays as it is once the version is sent.
create function private.quote_content(p_quote uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', q.id, 'inquiryId', q.inquiry_id, 'producerId', q.producer_id, 'version', q.version, 'side', q.side,
    'currency', q.currency, 'incoterm', q.incoterm, 'incotermPlace', q.incoterm_place, 'leadTimeDays', q.lead_time_days,
    'paymentTerms', q.payment_terms, 'depositBp', q.deposit_bp, 'taxBp', q.tax_bp, 'goodsAmount', q.goods_amount,
    'discountAmount', q.discount_amount, 'freightAmount', q.freight_amount, 'taxAmount', q.tax_amount, 'totalAmount', q.total_amount,
    'depositAmount', q.deposit_amount, 'validUntil', private.iso(q.valid_until), 'notes', q.notes,
    'sentAt', private.iso(q.sent_at),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'rfqLineId', l.rfq_line_id,
        'productId', l.product_id, 'variantId', l.variant_id, 'description', l.description, 'sku', l.sku, 'hsCode', l.hs_code,
        'countryOfOrigin', l.country_of_origin, 'unit', l.unit, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'lineAmount', l.line_amount, 'moq', l.moq, 'moqWaived', l.moq_waived, 'weightGrams', l.weight_grams, 'sample', l.sample,
        'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
          from public.quote_line_tiers t where t.line_id = l.id), '[]')) order by l.position)
      from public.quote_lines l where l.quote_id = q.id), '[]'))
  from public.quotes q where q.id = p_quote
$$;

create function private.quote_json(p_quote uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.quote_content(q.id) || jsonb_build_object('state', q.state, 'reason', q.reason, 'createdAt', private.iso(q.created_at),
    'decidedAt', private.iso(q.decided_at), 'sha256', q.document_sha256)
  from public.quotes q where q.id = p_quote
$$;

-- The moves of one version; src/domain/quote.ts has the same table. Asks in the same order: never, not now.
create function private.quote_move(p_action text, p_from public.quote_state, p_role text) returns public.quote_state
language plpgsql immutable set search_path = '' as $$
declare
  target public.quote_state;
  may boolean;
begin
  select bool_or(true), max(m.target::public.quote_state) filter (where m.origin = p_from::text) into may, target
  from (values
    ('save', 'draft', 'draft', 'author'),
    ('send', 'draft', 'sent', 'author'),
    ('replace', 'sent', 'superseded', 'author'),
    ('withdraw', 'sent', 'withdrawn', 'author'),
    ('counter', 'sent', 'superseded', 'recipient'),
    ('request_change', 'sent', 'sent', 'recipient'),
    ('decline', 'sent', 'declined', 'recipient'),
    ('accept', 'sent', 'accepted', 'recipient'),
    ('expire', 'sent', 'expired', 'clock')) as m (action, origin, target, role)
  where m.action = p_action and m.role = p_role;
  if may is not true then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if target is null then
    if p_from = 'expired' and p_action in ('accept', 'counter') then raise exception 'quote_expired' using errcode = 'PT409'; end if;
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  return target;
end $$;

-- The inquiry of a quote, locked: whoever moves any version of it waits here for the one before.
create function private.lock_inquiry(p_inquiry uuid) returns public.inquiries
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
begin
  select * into i from public.inquiries where id = p_inquiry for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  return i;
end $$;

-- Whether there may be new versions at all.
create function private.require_quotable(i public.inquiries) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select 1 from public.orders o where o.inquiry_id = i.id) then raise exception 'already_ordered' using errcode = 'PT409'; end if;
  if i.state in ('unconfirmed', 'closed', 'blocked') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not private.producer_is_public(i.producer_id) then raise exception 'producer_suspended' using errcode = 'PT403'; end if;
end $$;

create function private.next_version(p_inquiry uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
declare
  sent integer;
begin
  select coalesce(max(q.version), 0) into sent from public.quotes q where q.inquiry_id = p_inquiry and q.state <> 'draft';
  if sent >= 97 then raise exception 'too_many_versions' using errcode = 'PT409'; end if;
  return sent + 1;
end $$;

-- The prices a line holds for other quantities: they rise in quantity, never in price, and agree with the line's own.
create function private.check_held_prices(p_line jsonb) returns void
language plpgsql immutable set search_path = '' as $$
declare
  tier record;
  before_quantity integer := 0;
  before_amount bigint;
  held bigint := (p_line ->> 'unitAmount')::bigint;
begin
  if jsonb_array_length(coalesce(p_line -> 'tiers', '[]')) > 12 then raise exception 'too_many_tiers' using errcode = 'PT400'; end if;
  for tier in select (t.value ->> 'minQuantity')::integer as min_quantity, (t.value ->> 'unitAmount')::bigint as unit_amount
      from jsonb_array_elements(coalesce(p_line -> 'tiers', '[]')) with ordinality as t (value, n) order by t.n loop
    if tier.min_quantity = before_quantity then raise exception 'tier_twice' using errcode = 'PT400'; end if;
    if tier.min_quantity < before_quantity then raise exception 'tier_not_ascending' using errcode = 'PT400'; end if;
    if tier.unit_amount > coalesce(before_amount, tier.unit_amount) then
      raise exception 'tier_price_rises' using errcode = 'PT400';
    end if;
    if before_amount is null and tier.min_quantity > (p_line ->> 'quantity')::integer and tier.unit_amount > held then
      raise exception 'tier_price_rises' using errcode = 'PT400';
    end if;
    if tier.min_quantity <= (p_line ->> 'quantity')::integer then held := tier.unit_amount; end if;
    before_quantity := tier.min_quantity;
    before_amount := tier.unit_amount;
  end loop;
  if held is distinct from (p_line ->> 'unitAmount')::bigint then raise exception 'tier_price_differs' using errcode = 'PT400'; end if;
end $$;

-- One line of a draft: its product is this producer's, its RFQ line this RFQ's.
create function private.store_quote_line(p_quote uuid, i public.inquiries, p_position integer, p_line jsonb, p_waives boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  line uuid := gen_random_uuid();
  off boolean;
begin
  if p_line ->> 'productId' is not null then
    select * into product from public.products p where p.id = (p_line ->> 'productId')::uuid and p.producer_id = i.producer_id;
    if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  end if;
  if p_line ->> 'variantId' is not null and not exists (select 1 from public.variants v
      where v.id = (p_line ->> 'variantId')::uuid and v.product_id = product.id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_line ->> 'rfqLineId' is not null and not exists (select 1 from public.rfq_lines r
      where r.id = (p_line ->> 'rfqLineId')::uuid and r.rfq_id = i.rfq_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.check_held_prices(p_line);
  off := private.is_off_listing(product, (p_line ->> 'quantity')::integer, coalesce((p_line ->> 'sample')::boolean, false));
  insert into public.quote_lines (id, quote_id, position, rfq_line_id, product_id, variant_id, description, sku, hs_code, country_of_origin,
    unit, quantity, unit_amount, line_amount, moq, moq_waived, weight_grams, sample)
  values (line, p_quote, p_position, (p_line ->> 'rfqLineId')::uuid, product.id, (p_line ->> 'variantId')::uuid, btrim(p_line ->> 'description'),
    nullif(btrim(p_line ->> 'sku'), ''), nullif(p_line ->> 'hsCode', ''), nullif(p_line ->> 'countryOfOrigin', ''), p_line ->> 'unit',
    (p_line ->> 'quantity')::integer, (p_line ->> 'unitAmount')::bigint, (p_line ->> 'quantity')::bigint * (p_line ->> 'unitAmount')::bigint,
    product.moq, off and (p_waives or coalesce((p_line ->> 'moqWaived')::boolean, false)), (p_line ->> 'weightGrams')::integer,
    coalesce((p_line ->> 'sample')::boolean, false));
  insert into public.quote_line_tiers (line_id, min_quantity, unit_amount)
  select line, (t ->> 'minQuantity')::integer, (t ->> 'unitAmount')::bigint from jsonb_array_elements(coalesce(p_line -> 'tiers', '[]')) t;
end $$;

-- Under the MOQ or off the multiple of the listing; a sample is neither.
create function private.is_off_listing(product public.products, p_quantity integer, p_sample boolean) returns boolean
language sql immutable set search_path = '' as $$
  select product.id is not null and not p_sample
    and (p_quantity < coalesce(product.moq, 1) or p_quantity % coalesce(product.order_multiple, 1) <> 0)
$$;

-- Writes a whole version, head and lines, and compares every sum with what came along.
create function private.store_quote(p_id uuid, i public.inquiries, p_side public.inquiry_side, p_version integer, d jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  goods bigint := 0;
  taxable bigint;
  tax bigint;
  line record;
begin
  if jsonb_typeof(d -> 'lines') is distinct from 'array' or jsonb_array_length(d -> 'lines') > 50 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  select coalesce(sum((l ->> 'quantity')::bigint * (l ->> 'unitAmount')::bigint), 0) into goods from jsonb_array_elements(d -> 'lines') l;
  if goods > 1000000000000000 then raise exception 'amount_too_large' using errcode = 'PT400'; end if;
  if (d ->> 'discountAmount')::bigint > goods then raise exception 'discount_too_large' using errcode = 'PT400'; end if;
  taxable := goods - (d ->> 'discountAmount')::bigint + (d ->> 'freightAmount')::bigint;
  tax := private.share_bp(taxable, (d ->> 'taxBp')::integer);
  if (d ->> 'goodsAmount')::bigint is distinct from goods or (d ->> 'taxAmount')::bigint is distinct from tax
    or (d ->> 'totalAmount')::bigint is distinct from taxable + tax
    or (d ->> 'depositAmount')::bigint is distinct from private.share_bp(taxable + tax, (d ->> 'depositBp')::integer)
    or exists (select 1 from jsonb_array_elements(d -> 'lines') l
      where (l ->> 'lineAmount')::bigint is distinct from (l ->> 'quantity')::bigint * (l ->> 'unitAmount')::bigint) then
    raise exception 'sums_differ' using errcode = 'PT400';
  end if;
  delete from public.quote_lines l where l.quote_id = p_id;
  insert into public.quotes as q (id, inquiry_id, producer_id, version, side, currency, incoterm, incoterm_place, lead_time_days, payment_terms,
    deposit_bp, tax_bp, goods_amount, discount_amount, freight_amount, tax_amount, total_amount, deposit_amount, valid_until, notes, created_by)
  values (p_id, i.id, i.producer_id, p_version, p_side, d ->> 'currency', (d ->> 'incoterm')::public.incoterm, btrim(d ->> 'incotermPlace'),
    (d ->> 'leadTimeDays')::integer, (d ->> 'paymentTerms')::public.payment_terms, (d ->> 'depositBp')::integer, (d ->> 'taxBp')::integer,
    goods, (d ->> 'discountAmount')::bigint, (d ->> 'freightAmount')::bigint, tax, taxable + tax,
    private.share_bp(taxable + tax, (d ->> 'depositBp')::integer), (d ->> 'validUntil')::timestamptz, btrim(coalesce(d ->> 'notes', '')), auth.uid())
  on conflict (id) do update set currency = excluded.currency, incoterm = excluded.incoterm, incoterm_place = excluded.incoterm_place,
    lead_time_days = excluded.lead_time_days, payment_terms = excluded.payment_terms, deposit_bp = excluded.deposit_bp, tax_bp = excluded.tax_bp,
    goods_amount = excluded.goods_amount, discount_amount = excluded.discount_amount, freight_amount = excluded.freight_amount,
    tax_amount = excluded.tax_amount, total_amount = excluded.total_amount, deposit_amount = excluded.deposit_amount,
    valid_until = excluded.valid_until, notes = excluded.notes, version = excluded.version;
  for line in select l.value, l.n from jsonb_array_elements(d -> 'lines') with ordinality as l (value, n) loop
    perform private.store_quote_line(p_id, i, coalesce((line.value ->> 'position')::integer, line.n::integer - 1), line.value, p_side = 'buyer');
  end loop;
end $$;

-- The producer's draft, whole. `p_id` comes from the form; saving again replaces it. One draft for each conversation.
create function public.save_quote_draft(p_id uuid, p_inquiry uuid, p_draft jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  q public.quotes;
begin
  perform private.require_active_user();
  perform private.claim_id(p_id);
  if private.inquiry_side_of(p_inquiry, null) is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if private.inquiry_side_of(p_inquiry, null) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  i := private.lock_inquiry(p_inquiry);
  select * into q from public.quotes where id = p_id;
  if found and (q.inquiry_id <> p_inquiry or q.side <> 'producer') then raise exception 'conflict' using errcode = 'PT409'; end if;
  if found then perform private.quote_move('save', q.state, 'author'); end if;
  perform private.require_quotable(i);
  if exists (select 1 from public.quotes x where x.inquiry_id = p_inquiry and x.side = 'producer' and x.state = 'draft' and x.id <> p_id) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  perform private.store_quote(p_id, i, 'producer', private.next_version(p_inquiry), p_draft);
  if q.id is null then
    perform private.record_event('quote', p_id, 'quote.drafted', p_to => 'draft', p_producer => i.producer_id);
  end if;
  return p_id;
end $$;
comment on function public.save_quote_draft is
  'p_draft: camelCase as private.quote_content gives it, amounts in minor units, each line with its lineAmount, and all sums.';
grant execute on function public.save_quote_draft(uuid, uuid, jsonb) to authenticated;

-- Throws a draft away; what was sent stays for ever.
create function public.discard_quote_draft(p_quote uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  q public.quotes;
begin
  perform private.require_active_user();
  select * into q from public.quotes where id = p_quote;
  if not found or private.inquiry_side_of(q.inquiry_id, null) is distinct from q.side then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.lock_inquiry(q.inquiry_id);
  delete from public.quotes x where x.id = p_quote and x.state = 'draft';
  if not found then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.record_event('quote', p_quote, 'quote.discarded', 'draft', p_producer => q.producer_id);
end $$;
grant execute on function public.discard_quote_draft(uuid) to authenticated;
