-- What an organisation is called on papers. Whoever works for it may write it; the record says which fields, not what.

create function private.keeps_details(p_producer uuid, p_buyer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select num_nonnulls(p_producer, p_buyer) = 1 and (private.is_buyer_member(p_buyer)
    or private.is_producer_member(p_producer) or private.coordinates_producer(p_producer)) is true
$$;

create function private.details_json(d public.organisation_details) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('legalName', d.legal_name, 'address', d.address, 'country', d.country, 'taxNumber', d.tax_number,
    'registration', d.registration, 'email', coalesce(d.email, ''), 'phone', coalesce(d.phone, ''))
$$;

create function public.save_organisation_details(p_producer uuid, p_buyer uuid, p_input jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  d public.organisation_details;
  before jsonb;
  fields text[];
begin
  perform private.require_active_user();
  if not private.keeps_details(p_producer, p_buyer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  select private.details_json(x) into before from public.organisation_details x where x.producer_id = p_producer or x.buyer_id = p_buyer;
  insert into public.organisation_details (producer_id, buyer_id, legal_name, address, country, tax_number, registration, email, phone)
  values (p_producer, p_buyer, btrim(p_input ->> 'legalName'), btrim(p_input ->> 'address'), p_input ->> 'country',
    btrim(coalesce(p_input ->> 'taxNumber', '')), btrim(coalesce(p_input ->> 'registration', '')),
    nullif(btrim(p_input ->> 'email'), ''), nullif(btrim(p_input ->> 'phone'), ''))
  on conflict do nothing returning * into d;
  if d.id is null then
    update public.organisation_details set legal_name = btrim(p_input ->> 'legalName'), address = btrim(p_input ->> 'address'),
      country = p_input ->> 'country', tax_number = btrim(coalesce(p_input ->> 'taxNumber', '')),
      registration = btrim(coalesce(p_input ->> 'registration', '')), email = nullif(btrim(p_input ->> 'email'), ''),
      phone = nullif(btrim(p_input ->> 'phone'), '')
    where producer_id = p_producer or buyer_id = p_buyer returning * into strict d;
  end if;
  select array_agg(n.key order by n.key) into fields from jsonb_each(private.details_json(d)) n
  where n.value is distinct from before -> n.key and n.value <> '""';
  if fields is null then return; end if;
  perform private.record_event(case when p_producer is null then 'buyer' else 'producer' end, coalesce(p_producer, p_buyer),
    case when p_producer is null then 'buyer' else 'producer' end || '.details_saved', p_producer => p_producer, p_buyer => p_buyer,
    p_data => jsonb_build_object('fields', fields));
end $$;
comment on function public.save_organisation_details is 'One of p_producer and p_buyer is null. Papers that were issued before stay as they are.';
grant execute on function public.save_organisation_details(uuid, uuid, jsonb) to authenticated;

-- A party as it stands on a paper of today: its own details, else what the agreement says.
create function private.paper_party(p_party jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select p_party || '{"email": "", "phone": ""}' || coalesce((select private.details_json(d) from public.organisation_details d
    where (p_party ->> 'id')::uuid in (d.producer_id, d.buyer_id)), '{}')
$$;

-- Both parties as a quote's paper names them. `p_key` is a visitor's. Whoever asks to be quoted has agreed to nothing yet: until
-- there is an order the producer reads the buyer's name and country alone. Whoever quotes says who they are.
create function public.quote_parties(p_quote uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.inquiries;
  q public.quotes;
  side public.inquiry_side;
begin
  select * into q from public.quotes where id = p_quote;
  select * into i from public.inquiries where id = q.inquiry_id;
  side := private.inquiry_side_of(i.id, p_key);
  if side is null or (q.state = 'draft' and side <> q.side) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return jsonb_build_object('producer', private.paper_party(private.producer_party(i.producer_id)),
    'buyer', case when i.buyer_id is null then null
      when side = 'buyer' or exists (select 1 from public.orders o where o.inquiry_id = i.id) then private.paper_party(private.buyer_party(i.buyer_id))
      else (select jsonb_build_object('id', b.id, 'name', b.name, 'legalName', b.name, 'address', '', 'country', b.country, 'taxNumber', '',
        'registration', '', 'email', '', 'phone', '') from public.buyers b where b.id = i.buyer_id) end);
end $$;
grant execute on function public.quote_parties(uuid, text) to anon, authenticated;
