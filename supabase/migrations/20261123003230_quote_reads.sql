-- Quotes, fourth part: what the pages read, one round trip each.

-- Where a conversation stands, for the head of every page about quotes. The caller has checked who asks.
create function private.quote_thread(p_inquiry uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'reference', i.reference, 'state', i.state, 'title', private.inquiry_title(i), 'rfqId', i.rfq_id,
    'buyerId', i.buyer_id, 'neededBy', coalesce(r.needed_by, i.needed_by),
    'buyer', coalesce((select b.name from public.buyers b where b.id = i.buyer_id), nullif(i.organisation, ''),
      (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id), ''),
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'country', p.country) from public.producers p where p.id = i.producer_id),
    'order', (select jsonb_build_object('id', o.id, 'reference', o.reference, 'quoteId', o.quote_id) from public.orders o where o.inquiry_id = i.id))
  from public.inquiries i left join public.rfqs r on r.id = i.rfq_id where i.id = p_inquiry
$$;

-- All versions that the caller may read, newest first. `p_key` is a visitor's.
create function public.read_quotes(p_inquiry uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  mine public.inquiry_side := private.inquiry_side_of(p_inquiry, p_key);
begin
  if mine is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return private.quote_thread(p_inquiry) || jsonb_build_object('side', mine, 'quotes', coalesce((
    select jsonb_agg(private.quote_json(q.id) order by q.version desc) from public.quotes q
    where q.inquiry_id = p_inquiry and (q.state <> 'draft' or q.side = mine)), '[]'));
end $$;
grant execute on function public.read_quotes(uuid, text) to anon, authenticated;

-- The same, found by one of its versions.
create function public.read_quote(p_quote uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  q public.quotes;
begin
  select * into q from public.quotes where id = p_quote;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  return public.read_quotes(q.inquiry_id, p_key);
end $$;
grant execute on function public.read_quote(uuid, text) to anon, authenticated;

-- A product as far as a quote leans on it.
create function private.quotable_product(p_product uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'title', p.title, 'unit', p.unit, 'moq', p.moq, 'orderMultiple', p.order_multiple, 'leadTimeDays', p.lead_time_days,
    'hsCode', p.hs_code, 'countryOfOrigin', p.country_of_origin, 'incoterm', p.incoterm, 'incotermPlace', p.incoterm_place,
    'weightGrams', p.weight_grams, 'currency', p.price_currency, 'unitAmount', p.price_amount, 'sampleAmount', p.sample_price_amount,
    'variants', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'sku', v.sku, 'unitAmount', v.price_amount) order by v.position)
      from public.variants v where v.product_id = p.id), '[]'),
    'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
      from public.price_tiers t where t.product_id = p.id), '[]'))
  from public.products p where p.id = p_product
$$;

-- Everything the producer's editor begins with: what was asked, what the listing says, what was offered before.
create function public.quote_editor(p_inquiry uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.inquiries;
begin
  perform private.require_active_user();
  if private.inquiry_side_of(p_inquiry, null) is distinct from 'producer' then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into i from public.inquiries where id = p_inquiry;
  return public.read_quotes(p_inquiry) || jsonb_build_object(
    'asked', jsonb_build_object('productId', i.product_id, 'quantity', i.quantity, 'unit', i.unit, 'neededBy', i.needed_by, 'title', i.product_title),
    'rfq', (select jsonb_build_object('incoterm', r.incoterm, 'incotermPlace', r.incoterm_place, 'neededBy', r.needed_by, 'answersBy', r.answers_by,
        'destination', r.destination, 'paymentPreference', r.payment_preference, 'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id,
          'position', l.position, 'productId', own.id, 'variantId', case when own.id is not null then l.variant_id end, 'description', l.description,
          'quantity', l.quantity, 'unit', l.unit, 'targetAmount', l.target_amount, 'targetCurrency', l.target_currency,
          'customisation', l.customisation, 'sampleWanted', l.sample_wanted,
          'sizes', coalesce((select jsonb_agg(jsonb_build_object('size', s.size, 'quantity', s.quantity) order by s.size)
            from public.rfq_line_sizes s where s.line_id = l.id), '[]')) order by l.position), '[]')
          from public.rfq_lines l left join public.products own on own.id = l.product_id and own.producer_id = i.producer_id
          where l.rfq_id = r.id and private.line_is_for(r, l.product_id, i.producer_id)))
      from public.rfqs r where r.id = i.rfq_id),
    'products', coalesce((select jsonb_agg(private.quotable_product(p.id)) from public.products p where p.producer_id = i.producer_id and (
      p.id = i.product_id
      or p.id in (select l.product_id from public.rfq_lines l where l.rfq_id = i.rfq_id)
      or p.id in (select l.product_id from public.quote_lines l join public.quotes q on q.id = l.quote_id where q.inquiry_id = p_inquiry))), '[]'));
end $$;
grant execute on function public.quote_editor(uuid) to authenticated;

create function private.sees_rfq_with(p_rfq uuid, p_key text) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.sees_rfq_as_buyer(p_rfq) or (p_key is not null and exists (
    select 1 from public.rfq_contacts c where c.rfq_id = p_rfq and private.hash_token(p_key) = any (c.key_hashes)))
$$;

-- Side by side: of every producer that was asked the newest version that was sent, and what is known of the maker.
create function public.compare_quotes(p_rfq uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.sees_rfq_with(p_rfq, p_key) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return (select jsonb_build_object('id', r.id, 'reference', r.reference, 'title', r.title, 'neededBy', r.needed_by, 'destination', r.destination,
    'lines', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'description', l.description, 'quantity', l.quantity,
        'unit', l.unit, 'targetAmount', l.target_amount, 'targetCurrency', l.target_currency) order by l.position)
      from public.rfq_lines l where l.rfq_id = r.id), '[]'),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('inquiryId', i.id, 'inquiryState', i.state,
        'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'country', p.country, 'verified', p.verified_at is not null),
        'rating', (select jsonb_build_object('average', round(avg(v.rating), 1), 'count', count(*)) from public.reviews v
          where v.producer_id = p.id and v.state = 'published'),
        'orderId', (select o.id from public.orders o where o.inquiry_id = i.id),
        'quote', (select private.quote_json(q.id) from public.quotes q where q.inquiry_id = i.id and q.state <> 'draft' order by q.version desc limit 1))
        order by p.name, i.id)
      from public.inquiries i join public.producers p on p.id = i.producer_id where i.rfq_id = r.id), '[]'))
    from public.rfqs r where r.id = p_rfq);
end $$;
grant execute on function public.compare_quotes(uuid, text) to anon, authenticated;
