-- Reading RFQs: what was asked, whom the buyer asked and what came back, what the form can offer.

-- `p_producer` is the producer that looks, null for the buyer and the operators: only they see what is not for it.
create function private.rfq_json(r public.rfqs, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'reference', r.reference, 'state', r.state, 'title', r.title, 'message', r.message,
    'organisation', coalesce(nullif(r.organisation, ''), (select b.name from public.buyers b where b.id = r.buyer_id), ''),
    'country', r.country, 'destination', r.destination, 'incoterm', r.incoterm, 'incotermPlace', r.incoterm_place, 'neededBy', r.needed_by,
    'answersBy', r.answers_by, 'paymentPreference', r.payment_preference, 'createdAt', r.created_at, 'sentAt', r.sent_at,
    'lines', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'description', l.description,
        'productSlug', p.slug, 'quantity', l.quantity, 'unit', l.unit, 'targetAmount', l.target_amount, 'targetCurrency', l.target_currency,
        'customisation', l.customisation, 'sampleWanted', l.sample_wanted,
        'sizes', coalesce((select jsonb_agg(jsonb_build_object('size', s.size, 'quantity', s.quantity) order by length(s.size), s.size)
          from public.rfq_line_sizes s where s.line_id = l.id), '[]')) order by l.position)
      from public.rfq_lines l left join public.products p on p.id = l.product_id and p.state = 'published'
        and (p_producer is null or p.producer_id = p_producer)
      where l.rfq_id = r.id and (p_producer is null or private.line_is_for(r, l.product_id, p_producer))), '[]'),
    'files', coalesce((select jsonb_agg(private.file_json(f) order by f.created_at, f.id) from public.files f
      where f.room = 'rfq' and f.room_id = r.id), '[]'))
$$;

-- Whom the buyer asked and how far each is. A producer that does not hear the buyer looks like one that has not answered.
create function private.rfq_asked(p_rfq uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('producer', jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug, 'place', p.place,
      'country', p.country, 'verified', p.verified_at is not null),
    'inquiryId', i.id, 'reference', i.reference, 'state', i.state, 'at', i.last_message_at,
    'unread', i.buyer_read_at is null or i.buyer_read_at < i.last_message_at,
    'seen', i.producer_read_at is not null,
    -- Whose the last word is since the producer first wrote, and whether its newest words ask something.
    'said', (select jsonb_build_object('side', (select m.side from public.inquiry_messages m where m.inquiry_id = i.id
          order by m.created_at desc, m.id desc limit 1), 'question', strpos(w.body, '?') > 0)
      from public.inquiry_messages w where w.inquiry_id = i.id and w.side = 'producer' and w.kind = 'text'
      order by w.created_at desc, w.id desc limit 1),
    'quote', (select jsonb_build_object('id', q.id, 'state', q.state, 'side', q.side, 'totalAmount', q.total_amount, 'currency', q.currency,
        'validUntil', q.valid_until)
      from public.quotes q where q.inquiry_id = i.id and q.state <> 'draft' order by q.version desc limit 1)) order by p.name, p.id), '[]')
  from public.rfq_producers a join public.producers p on p.id = a.producer_id
  left join public.inquiries i on i.rfq_id = a.rfq_id and i.producer_id = a.producer_id
  where a.rfq_id = p_rfq
$$;

create function public.read_rfq(p_rfq uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rfqs;
begin
  if not (private.sees_rfq_as_buyer(p_rfq) or private.key_opens_rfq(p_rfq, array[p_key])) then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into r from public.rfqs where id = p_rfq;
  return private.rfq_json(r, null) || jsonb_build_object('asked', private.rfq_asked(p_rfq), 'visibility', r.visibility,
    'cluster', (select jsonb_build_object('name', c.name, 'slug', c.slug) from public.clusters c where c.id = r.cluster_id),
    -- What an operator wrote to the buyer; why it was held is the machine's word and stays inside.
    'refusedReason', case when r.state = 'refused' then r.held_reason end);
end $$;
grant execute on function public.read_rfq(uuid, text) to anon, authenticated;

-- Newest first, keyset on (created_at, id).
create function public.list_rfqs(p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  return coalesce((select jsonb_agg(row order by created_at desc, id desc) from (
    select r.id, r.created_at, jsonb_build_object('id', r.id, 'reference', r.reference, 'state', r.state, 'title', r.title, 'createdAt', r.created_at,
      'answersBy', r.answers_by, 'cluster', (select c.name from public.clusters c where c.id = r.cluster_id),
      'asked', (select count(*) from public.rfq_producers a where a.rfq_id = r.id),
      'answered', (select count(*) from public.inquiries i where i.rfq_id = r.id and exists (
        select 1 from public.inquiry_messages m where m.inquiry_id = i.id and m.side = 'producer')),
      'quotes', (select count(*) from public.inquiries i where i.rfq_id = r.id and exists (
        select 1 from public.quotes q where q.inquiry_id = i.id and q.side = 'producer' and q.state <> 'draft')),
      'unread', exists (select 1 from public.inquiries i where i.rfq_id = r.id and i.buyer_read_at < i.last_message_at)) as row
    from public.rfqs r
    where ((r.user_id = me and r.buyer_id is null) or r.buyer_id in (select m.buyer_id from public.buyer_members m where m.user_id = me))
      and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id))
    order by r.created_at desc, r.id desc limit least(greatest(p_limit, 1), 100)) s), '[]');
end $$;
grant execute on function public.list_rfqs(timestamptz, uuid, integer) to authenticated;

create function private.rfq_producer_json(p public.producers) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country, 'verified', p.verified_at is not null,
    'cluster', (select c.name from public.memberships m join public.clusters c on c.id = m.cluster_id and c.state = 'active'
      where m.producer_id = p.id and m.state = 'active' order by m.joined_at limit 1))
$$;

-- What the form begins with: products by slug or id, producers and a cluster by slug, and who else would fit: makers of the
-- same kind of thing first, then those of the same cluster, then checked ones; `p_words` looks for names.
create function public.rfq_start(p_products text[] default '{}', p_producers text[] default '{}', p_cluster text default null,
  p_words text default '', p_locale public.locale default 'en') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  products uuid[] := array(select p.id from public.products p join public.producers o on o.id = p.producer_id
    where (p.slug = any (p_products[1:50]) or p.id::text = any (p_products[1:50])) and p.state = 'published' and o.state = 'active');
  chosen uuid[] := array(select o.id from public.producers o where o.state = 'active' and (o.slug = any (p_producers[1:50]) or o.id::text = any (p_producers[1:50])
    or o.id in (select p.producer_id from public.products p where p.id = any (products))));
  kinds uuid[] := array(select distinct p.category_id from public.products p where p.id = any (products) and p.category_id is not null);
  words text := private.fold(btrim(coalesce(p_words, '')));
begin
  return jsonb_build_object(
    'products', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'unit', p.unit, 'moq', p.moq,
        'title', coalesce((select x.text from public.product_translations x where x.product_id = p.id and x.locale = p_locale and x.field = 'title'), p.title),
        'currency', p.price_currency, 'sample', p.sample_available, 'producer', o.name,
        'variants', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.position, v.name)
          from public.variants v where v.product_id = p.id and v.available), '[]')) order by array_position(p_products, p.slug::text), p.id)
      from public.products p join public.producers o on o.id = p.producer_id where p.id = any (products)), '[]'),
    'cluster', (select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'members', (select count(*) from public.memberships m
        join public.producers o on o.id = m.producer_id and o.state = 'active' where m.cluster_id = c.id and m.state = 'active'))
      from public.clusters c where c.slug = p_cluster and c.state = 'active'),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.name) from (
      select c.* from public.clusters c where c.state = 'active' and exists (select 1 from public.memberships m where m.cluster_id = c.id and m.state = 'active')
      order by c.name limit 100) c), '[]'),
    'chosen', coalesce((select jsonb_agg(private.rfq_producer_json(o) order by o.name, o.id) from public.producers o where o.id = any (chosen)), '[]'),
    'suggested', coalesce((select jsonb_agg(private.rfq_producer_json(s.maker) order by s.fit desc, s.name, s.id) from (
      select o as maker, o.name, o.id, f.fit from public.producers o, lateral (select
          (case when exists (select 1 from public.products p where p.producer_id = o.id and p.state = 'published' and p.category_id = any (kinds)) then 4 else 0 end)
          + (case when exists (select 1 from public.memberships m join public.memberships n on n.cluster_id = m.cluster_id and n.state = 'active'
              where m.producer_id = o.id and m.state = 'active' and n.producer_id = any (chosen)) then 2 else 0 end)
          + (case when o.verified_at is not null then 1 else 0 end) as fit) f
      where o.state = 'active' and o.id <> all (chosen)
        and case when words = '' then f.fit > 0 or cardinality(chosen) = 0 else private.fold(o.name) like '%' || replace(replace(words, '%', ''), '_', '') || '%' end
      order by f.fit desc, o.name, o.id limit 12) s), '[]'));
end $$;
grant execute on function public.rfq_start(text[], text[], text, text, public.locale) to anon, authenticated;

-- Somebody goes: what is still open ends, and the address goes with them.
create function private.leave_rfqs(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.end_rfq(r.id) from public.rfqs r where r.user_id = p_user and r.state in ('unconfirmed', 'held', 'open') order by r.id;
  delete from public.rfq_contacts c using public.rfqs r where r.id = c.rfq_id and r.user_id = p_user;
end $$;
