-- Quotes, third part: acceptance freezes everything into an order, once, whoever clicks first.

-- One party of the agreement as it stands on papers.
create function private.producer_party(p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'name', p.name, 'legalName', coalesce(d.legal_name, p.name), 'address', coalesce(d.address, p.place, ''),
    'country', coalesce(d.country, p.country), 'taxNumber', coalesce(d.tax_number, ''), 'registration', coalesce(d.registration, ''))
  from public.producers p left join public.organisation_details d on d.producer_id = p.id where p.id = p_producer
$$;
create function private.buyer_party(p_buyer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', b.id, 'name', b.name, 'legalName', coalesce(d.legal_name, b.name), 'address', coalesce(d.address, ''),
    'country', coalesce(d.country, b.country), 'taxNumber', coalesce(d.tax_number, ''), 'registration', coalesce(d.registration, ''))
  from public.buyers b left join public.organisation_details d on d.buyer_id = b.id where b.id = p_buyer
$$;

-- The agreement, frozen: parties, lines, terms, sums. Later edits of anything change no word of it.
create function private.agreement_of(q public.quotes, i public.inquiries, p_reference text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('reference', p_reference, 'orderedAt', private.iso(now()), 'currency', q.currency,
    'minorUnits', (select c.minor_units from public.currencies c where c.code = q.currency), 'locale', i.locale,
    'producer', private.producer_party(i.producer_id), 'buyer', private.buyer_party(i.buyer_id),
    'inquiry', i.reference, 'rfq', r.reference, 'quote', jsonb_build_object('id', q.id, 'version', q.version),
    'lines', (select jsonb_agg(jsonb_build_object('position', l.position, 'description', l.description, 'sku', l.sku, 'hsCode', l.hs_code,
        'countryOfOrigin', l.country_of_origin, 'unit', l.unit, 'quantity', l.quantity, 'unitAmount', l.unit_amount, 'lineAmount', l.line_amount,
        'weightGrams', l.weight_grams, 'moqWaived', l.moq_waived, 'sample', l.sample, 'productId', l.product_id, 'variantId', l.variant_id)
      order by l.position) from public.quote_lines l where l.quote_id = q.id),
    'goodsAmount', q.goods_amount, 'discountAmount', q.discount_amount, 'freightAmount', q.freight_amount, 'taxBp', q.tax_bp,
    'taxAmount', q.tax_amount, 'totalAmount', q.total_amount, 'depositBp', q.deposit_bp, 'depositAmount', q.deposit_amount,
    'incoterm', q.incoterm, 'incotermPlace', q.incoterm_place, 'leadTimeDays', q.lead_time_days,
    'promisedOn', (now() at time zone 'UTC')::date + q.lead_time_days, 'paymentTerms', q.payment_terms,
    'destination', coalesce(nullif(r.destination, ''), i.country, ''), 'notes', q.notes)
  from (select 1) one left join public.rfqs r on r.id = i.rfq_id
$$;

-- Every sum in an agreement is what its lines and terms give, or it is no agreement. Orders ask this for changes too.
create function private.order_document_sums(doc jsonb) returns void
language plpgsql immutable set search_path = '' as $$
declare
  goods bigint;
  taxable bigint;
  total bigint;
begin
  if jsonb_typeof(doc -> 'lines') is distinct from 'array' or jsonb_array_length(doc -> 'lines') = 0 then
    raise exception 'quote_empty' using errcode = 'PT400';
  end if;
  if exists (select 1 from jsonb_array_elements(doc -> 'lines') l where ((l ->> 'quantity')::bigint >= 1 and (l ->> 'unitAmount')::bigint >= 0
      and (l ->> 'lineAmount')::bigint = (l ->> 'quantity')::bigint * (l ->> 'unitAmount')::bigint) is not true) then
    raise exception 'sums_differ' using errcode = 'PT400';
  end if;
  select sum((l ->> 'lineAmount')::bigint) into goods from jsonb_array_elements(doc -> 'lines') l;
  taxable := goods - (doc ->> 'discountAmount')::bigint + (doc ->> 'freightAmount')::bigint;
  total := taxable + private.share_bp(taxable, (doc ->> 'taxBp')::integer);
  -- "is not true": a sum that is missing is a wrong one.
  if ((doc ->> 'discountAmount')::bigint between 0 and goods and (doc ->> 'freightAmount')::bigint >= 0
    and (doc ->> 'taxBp')::integer between 0 and 10000 and (doc ->> 'depositBp')::integer between 0 and 10000
    and goods = (doc ->> 'goodsAmount')::bigint
    and (doc ->> 'taxAmount')::bigint = total - taxable
    and total = (doc ->> 'totalAmount')::bigint
    and (doc ->> 'depositAmount')::bigint = private.share_bp(total, (doc ->> 'depositBp')::integer)) is not true then
    raise exception 'sums_differ' using errcode = 'PT400';
  end if;
end $$;

-- The order and its first revision, with the operator's terms as they are at this moment.
create function private.make_order(p_order uuid, q public.quotes, i public.inquiries) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  doc jsonb;
begin
  insert into public.orders (id, quote_id, inquiry_id, producer_id, buyer_id, placed_by, locale, currency, total_amount, deposit_amount,
    commission_bp, commission_tax_bp, promised_on)
  select p_order, q.id, i.id, i.producer_id, i.buyer_id, auth.uid(), i.locale, q.currency, q.total_amount, q.deposit_amount,
    s.commission_bp, s.commission_tax_bp, (now() at time zone 'UTC')::date + q.lead_time_days
  from public.site_settings s returning * into o;
  doc := private.agreement_of(q, i, o.reference);
  perform private.order_document_sums(doc);
  insert into public.order_revisions (order_id, revision, document, sha256, total_amount, deposit_amount)
  values (o.id, 1, doc, encode(sha256(convert_to(doc::text, 'UTF8')), 'hex'), o.total_amount, o.deposit_amount);
  return o;
end $$;

-- `p_order` comes from the form: sending it twice answers the same order. The buyer's side names its organisation with
-- `p_buyer` where the conversation has none yet. The MOQ and the order multiple are not asked here: an accepted quote overrides them.
create function public.accept_quote(p_quote uuid, p_order uuid, p_buyer uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  a record;
  i public.inquiries;
  o public.orders;
begin
  perform private.require_active_user();
  perform private.claim_id(p_order);
  select * into a from private.quote_as(p_quote, null);
  select * into o from public.orders x where x.id = p_order or x.inquiry_id = (a.i).id order by (x.id = p_order) desc limit 1;
  if found and o.id = p_order and o.quote_id = p_quote then return o.id; end if;
  if found and o.inquiry_id = (a.i).id then raise exception 'already_ordered' using errcode = 'PT409'; end if;
  if found then raise exception 'conflict' using errcode = 'PT409'; end if;
  perform private.quote_move('accept', (a.q).state, a.part);
  if (a.q).valid_until <= now() then raise exception 'quote_expired' using errcode = 'PT409'; end if;
  if (a.i).state in ('unconfirmed', 'blocked') or (a.i).withheld then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not private.producer_is_public((a.i).producer_id) then raise exception 'producer_suspended' using errcode = 'PT403'; end if;
  if a.side = 'buyer' then perform private.settle_buyer(a.i, p_buyer); end if;
  select * into i from public.inquiries x where x.id = (a.i).id;
  if i.buyer_id is null then raise exception 'buyer_needed' using errcode = 'PT409'; end if;
  delete from public.quotes x where x.inquiry_id = i.id and x.state = 'draft';
  perform private.end_quote(a.q, i, 'quote.accepted', 'accepted', a.side);
  o := private.make_order(p_order, a.q, i);
  perform private.record_event('order', o.id, 'order.confirmed', p_to => 'confirmed', p_producer => o.producer_id, p_buyer => o.buyer_id,
    p_data => jsonb_build_object('side', a.side, 'reference', o.reference, 'quoteId', p_quote, 'total', o.total_amount, 'currency', o.currency));
  perform private.book_sale(o.id);
  perform private.issue_document(o.id, 'pro_forma'::public.document_kind, null);
  perform private.tell_order_confirmed(o, i);
  return o.id;
end $$;
grant execute on function public.accept_quote(uuid, uuid, uuid) to authenticated;

-- Nobody is bound across a block: a producer that hears a sender no more has no offer standing with them, and of what an
-- operator blocked nothing stands on either side. The buyer reads an ordinary withdrawal without a reason, because an offer
-- ends only when its reader is told; who blocked whom stays unsaid.
create function private.end_blocked_quotes() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  q public.quotes;
begin
  for q in select * from public.quotes x where x.inquiry_id = new.id and x.state = 'sent' and (x.side = 'producer' or new.state = 'blocked') loop
    perform private.end_quote(q, new, 'quote.withdrawn', 'withdrawn', q.side);
    if q.side = 'producer' then perform private.tell_quote(q, new, 'buyer', 'quote_withdrawn'); end if;
  end loop;
  return null;
end $$;
create trigger inquiries_blocked after update of state, withheld on public.inquiries for each row
  when ((new.state = 'blocked' and old.state <> 'blocked') or (new.withheld and not old.withheld))
  execute function private.end_blocked_quotes();

create function private.tell_order_confirmed(o public.orders, i public.inquiries) returns void
language plpgsql security definer set search_path = '' as $$
declare
  told jsonb := jsonb_build_object('reference', o.reference, 'orderId', o.id, 'inquiryId', i.id, 'quoteId', o.quote_id, 'rfqId', i.rfq_id,
    'producer', (select p.name from public.producers p where p.id = o.producer_id), 'buyer', (select b.name from public.buyers b where b.id = o.buyer_id),
    'title', private.inquiry_title(i), 'amount', o.total_amount, 'currency', o.currency, 'date', o.promised_on);
begin
  perform private.notify_producer(o.producer_id, 'order_confirmed', told);
  perform private.notify_buyer(o.buyer_id, 'order_confirmed', told);
end $$;

-- What a visitor asked under an address belongs to the account that has confirmed the same address.
create index inquiry_contacts_email on public.inquiry_contacts (lower(email));
create index rfq_contacts_email on public.rfq_contacts (lower(email));
create function public.claim_my_inquiries() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  address text;
  mine record;
  claimed integer := 0;
begin
  select lower(u.email) into address from auth.users u where u.id = me and u.email_confirmed_at is not null;
  if address is null then return 0; end if;
  for mine in select i.id, i.state, i.producer_id from public.inquiries i join public.inquiry_contacts c on c.inquiry_id = i.id
      where lower(c.email) = address and i.user_id is null and i.state not in ('unconfirmed', 'blocked')
        and not private.is_producer_member(i.producer_id) order by i.id for update of i loop
    update public.inquiries set user_id = me where id = mine.id;
    perform private.record_event('inquiry', mine.id, 'inquiry.claimed', mine.state::text, mine.state::text, p_producer => mine.producer_id,
      p_data => jsonb_build_object('side', 'buyer'));
    claimed := claimed + 1;
  end loop;
  update public.rfqs r set user_id = me from public.rfq_contacts c
  where c.rfq_id = r.id and lower(c.email) = address and r.user_id is null and r.state in ('open', 'closed');
  return claimed;
end $$;
grant execute on function public.claim_my_inquiries() to authenticated;
