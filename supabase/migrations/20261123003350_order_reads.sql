-- What the pages of orders show, each in one answer.

-- What happened to the order and whatever hangs on it. Sides, never accounts.
create function private.order_history(o public.orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'at', e.at, 'action', e.action, 'from', e.from_state, 'to', e.to_state, 'reason', e.reason,
    'side', e.data ->> 'side', 'onBehalf', e.on_behalf_of is not null, 'data', e.data - '{side}'::text[]) order by e.id desc), '[]')
  from public.events e
  where (e.subject_kind = 'order' and e.subject_id = o.id)
    or (e.subject_kind = 'review' and e.subject_id = o.id)
    or (e.subject_kind = 'dispute' and e.subject_id in (select d.id from public.disputes d where d.order_id = o.id))
    or (e.subject_kind = 'payment' and e.subject_id in (select p.id from public.payments p where p.order_id = o.id))
    or (e.subject_kind = 'refund' and e.subject_id in (select r.id from public.refunds r where r.order_id = o.id))
    or (e.subject_kind = 'document' and e.subject_id in (select x.id from public.documents x where x.order_id = o.id))
$$;

create function private.order_money_json(o public.orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('currency', o.currency, 'total', m.total, 'deposit', m.deposit, 'credited', o.credited_amount, 'paid', m.paid,
    'refunded', m.refunded, 'outstanding', m.outstanding, 'depositOutstanding', m.deposit_outstanding, 'held', private.order_held(o.id),
    'underway', exists (select 1 from public.payments p where p.order_id = o.id and p.state = 'proof_sent'),
    'refunding', coalesce((select sum(r.amount) from public.refunds r where r.order_id = o.id and r.state = 'pending'), 0))
  from private.order_money(o.id) m
$$;

-- The order as one side sees it, and marks it read. not_found for everybody else.
create function public.read_order(p_order uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders;
begin
  update public.orders set buyer_read_at = case when my_side = 'buyer' then clock_timestamp() else buyer_read_at end,
    producer_read_at = case when my_side = 'producer' then clock_timestamp() else producer_read_at end where id = p_order returning * into o;
  return jsonb_build_object(
    'id', o.id, 'reference', o.reference, 'state', o.state, 'side', my_side, 'revision', o.revision, 'inquiryId', o.inquiry_id, 'promisedOn', o.promised_on,
    'createdAt', o.created_at, 'deliveredAt', o.delivered_at, 'document', private.order_document(o.id), 'money', private.order_money_json(o),
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name) from public.producers p where p.id = o.producer_id),
    'buyer', (select jsonb_build_object('id', b.id, 'name', b.name, 'country', b.country) from public.buyers b where b.id = o.buyer_id),
    'revisions', (select jsonb_agg(jsonb_build_object('revision', r.revision, 'at', r.created_at, 'sha256', r.sha256, 'document', r.document,
      'reason', (select c.reason from public.order_changes c where c.id = r.change_id)) order by r.revision) from public.order_revisions r where r.order_id = o.id),
    'changes', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'state', c.state, 'side', c.side, 'reason', c.reason,
      'document', c.document, 'refundAmount', c.refund_amount, 'keptAmount', c.kept_amount, 'answer', c.answer, 'at', c.created_at, 'decidedAt', c.decided_at)
      order by c.created_at desc, c.id) from public.order_changes c where c.order_id = o.id), '[]'),
    'milestones', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'note', m.note, 'percent', m.percent, 'dueOn', m.due_on,
      'doneAt', m.done_at, 'files', private.files_json(array(select x.file_id from public.order_milestone_files x where x.milestone_id = m.id)))
      order by m.position, m.created_at, m.id) from public.order_milestones m where m.order_id = o.id), '[]'),
    'shipments', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'carrier', s.carrier, 'tracking', s.tracking, 'trackingUrl', s.tracking_url,
      'packages', s.packages, 'grossWeightGrams', s.gross_weight_grams, 'shippedOn', s.shipped_on, 'expectedOn', s.expected_on) order by s.created_at, s.id)
      from public.shipments s where s.order_id = o.id), '[]'),
    'files', private.files_json(array(select f.id from public.files f where f.room = 'order' and f.room_id = o.id
      and not exists (select 1 from public.order_milestone_files x where x.file_id = f.id))),
    'disputes', coalesce((select jsonb_agg(private.dispute_json(d) order by d.created_at desc) from public.disputes d where d.order_id = o.id), '[]'),
    'review', (select private.review_json(r) || jsonb_build_object('state', r.state) from public.reviews r where r.order_id = o.id),
    'mayReview', my_side = 'buyer' and not private.is_producer_member(o.producer_id) and not private.coordinates_producer(o.producer_id),
    'history', private.order_history(o));
end $$;
grant execute on function public.read_order(uuid) to authenticated;

-- Whether the other side, the system or a mediator did something since this side looked.
create function private.order_is_news(o public.orders, p_side public.inquiry_side) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.events e where e.subject_kind = 'order' and e.subject_id = o.id and coalesce(e.data ->> 'side', '') <> p_side::text
    and e.at > coalesce(case p_side when 'buyer' then o.buyer_read_at else o.producer_read_at end, '-infinity'))
$$;

-- Newest first; keyset on (created_at, id). p_over: null all, false those that run, true those that are over.
create function public.list_orders(p_side public.inquiry_side, p_producer uuid default null, p_over boolean default null,
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  mine constant uuid[] := array(select m.buyer_id from public.buyer_members m where m.user_id = me);
begin
  if p_side = 'producer' and not (private.is_producer_member(p_producer) or private.coordinates_producer(p_producer)) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  return coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'reference', x.reference, 'state', x.state, 'at', x.created_at, 'promisedOn', x.promised_on,
      'title', private.order_document(x.id) #>> '{lines,0,description}', 'lines', jsonb_array_length(private.order_document(x.id) -> 'lines'),
      'producer', (select p.name from public.producers p where p.id = x.producer_id), 'buyer', (select b.name from public.buyers b where b.id = x.buyer_id),
      'currency', x.currency, 'totalAmount', x.total_amount, 'paymentTerms', private.order_document(x.id) ->> 'paymentTerms', 'money', private.order_money_json(x), 'unread', private.order_is_news(x, p_side),
      'proposedBy', (select c.side from public.order_changes c where c.order_id = x.id and c.state = 'proposed'),
      'disputed', exists (select 1 from public.disputes d where d.order_id = x.id and d.state in ('open', 'mediating'))) order by x.created_at desc, x.id desc)
    from (select o.* from public.orders o
      where case when p_side = 'producer' then o.producer_id = p_producer else o.buyer_id = any (mine) end
        and (p_over is null or (o.state in ('closed', 'cancelled')) = p_over)
        and (p_before is null or (o.created_at, o.id) < (p_before, p_before_id))
      order by o.created_at desc, o.id desc limit least(greatest(p_limit, 1), 100)) x), '[]');
end $$;
grant execute on function public.list_orders(public.inquiry_side, uuid, boolean, timestamptz, uuid, integer) to authenticated;

-- The record names an order, its disputes and its review by the order's reference.
create or replace function private.event_subject(e public.events) returns text
language sql stable security definer set search_path = '' as $$
  select nullif(case
    when e.subject_kind = 'product' then (select p.title from public.products p where p.id = e.subject_id)
    when e.subject_kind in ('producer', 'contact', 'verification', 'membership') then (select p.name from public.producers p where p.id = e.subject_id)
    when e.subject_kind = 'cluster' then (select c.name from public.clusters c where c.id = e.subject_id)
    when e.subject_kind = 'buyer' then (select b.name from public.buyers b where b.id = e.subject_id)
    when e.subject_kind = 'inquiry' then (select concat_ws(' · ', i.reference, nullif(i.product_title, '')) from public.inquiries i where i.id = e.subject_id)
    when e.subject_kind = 'invitation' then coalesce(
      (select p.name from public.producers p where p.id = e.producer_id and e.data ->> 'kind' = 'producer_member'),
      (select c.name from public.clusters c where c.id = e.cluster_id),
      (select b.name from public.buyers b where b.id = e.buyer_id),
      (select p.name from public.producers p where p.id = e.producer_id))
    when e.subject_kind in ('user', 'member', 'account') then (select pr.display_name from public.profiles pr where pr.user_id = e.subject_id)
    when e.subject_kind = 'report' then (select private.reported_name(r.subject, r.subject_id) from public.reports r where r.id = e.subject_id)
    when e.subject_kind in ('order', 'review') then (select o.reference from public.orders o where o.id = e.subject_id)
    when e.subject_kind = 'rfq' then (select concat_ws(' · ', r.reference, r.title) from public.rfqs r where r.id = e.subject_id)
    when e.subject_kind = 'dispute' then (select o.reference from public.disputes d join public.orders o on o.id = d.order_id where d.id = e.subject_id)
    when e.subject_kind in ('category', 'round', 'wish', 'supplier', 'exhibition') then e.data ->> 'name'
    when e.subject_kind = 'job' then coalesce(e.data ->> 'kind', e.data ->> 'job')
  end, '')
$$;
