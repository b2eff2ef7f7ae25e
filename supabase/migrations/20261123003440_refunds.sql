-- Money on its way back: asked for, then settled with a proof or refused. A pending refund holds its part of the payment,
-- so that the same money is never promised twice; only a settled one changes what counts as paid.

create function private.refundable(p_payment uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select p.confirmed_amount - coalesce((select sum(r.amount) from public.refunds r where r.payment_id = p.id and r.state <> 'failed'), 0)::bigint
  from public.payments p where p.id = p_payment and p.state = 'confirmed'
$$;

-- What the buyer has too much and what is not promised back yet.
create function private.free_credit(p_order uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select greatest(0, -m.outstanding - coalesce((select sum(r.amount) from public.refunds r where r.order_id = p_order and r.state = 'pending'), 0)::bigint)
  from private.order_money(p_order) m
$$;

create function private.record_refund_event(p_refund uuid, p_action text, p_from public.refund_state, p_side text) returns void
language sql security definer set search_path = '' as $$
  select private.record_event('refund', r.id, 'refund.' || p_action, p_from::text, r.state::text, r.reason, p_producer => o.producer_id,
    p_buyer => o.buyer_id, p_data => jsonb_build_object('orderId', o.id, 'paymentId', r.payment_id, 'side', p_side, 'amount', r.amount,
      'currency', o.currency))
  from public.refunds r join public.orders o on o.id = r.order_id where r.id = p_refund
$$;

-- The payee may send back what arrived; the buyer may ask for what was paid too much. p_id comes from the form.
create function public.request_refund(p_id uuid, p_payment uuid, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
  o public.orders;
  side public.inquiry_side;
begin
  select * into p from public.payments where id = p_payment;
  side := private.require_order_side(p.order_id);
  o := private.order_to_book(p.order_id);
  if exists (select 1 from public.refunds r where r.id = p_id and r.payment_id = p_payment) then return; end if;
  if exists (select 1 from public.refunds r where r.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  if p_amount is null or p_amount < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if p_amount > coalesce(private.refundable(p_payment), 0) or (side = 'buyer' and p_amount > private.free_credit(o.id)) then
    raise exception 'refund_too_much' using errcode = 'PT409';
  end if;
  insert into public.refunds (id, payment_id, order_id, amount, reason, requested_by)
  values (p_id, p_payment, o.id, p_amount, btrim(p_reason), auth.uid());
  perform private.record_refund_event(p_id, 'requested', null, side::text);
end $$;
grant execute on function public.request_refund(uuid, uuid, bigint, text) to authenticated;

create function private.refund_to_settle(p_refund uuid) returns public.refunds
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds;
begin
  select * into r from public.refunds where id = p_refund;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.order_to_book(r.order_id);
  select * into strict r from public.refunds where id = p_refund for update;
  return r;
end $$;

-- The money has gone back.
create function private.settle_refund_row(r public.refunds, p_provider_ref text, p_proof uuid, p_side text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.refunds set state = 'succeeded', settled_at = clock_timestamp(), provider_ref = coalesce(p_provider_ref, provider_ref),
    proof_file_id = coalesce(p_proof, proof_file_id) where id = r.id;
  perform private.book_refund(r.id);
  perform private.record_refund_event(r.id, 'succeeded', r.state, p_side);
  perform private.issue_document(r.order_id, 'credit_note', null, r.id);
  perform private.tell_order(o, 'buyer', 'refund_made', jsonb_build_object('refundId', r.id, 'paymentId', r.payment_id, 'amount', r.amount,
    'reason', r.reason)) from public.orders o where o.id = r.order_id;
end $$;

-- By the payee, who has sent the money back. p_files: rows of stored files (the proof), in the room of the payment.
create function public.settle_refund(p_refund uuid, p_files jsonb default '[]') returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds;
  ids uuid[];
begin
  select * into r from public.refunds where id = p_refund;
  if private.require_order_side(r.order_id) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  r := private.refund_to_settle(p_refund);
  if r.state = 'succeeded' then return; end if;
  if r.state <> 'pending' or (select p.method from public.payments p where p.id = r.payment_id) = 'card' then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  ids := private.attach_files('payment', r.payment_id, p_files);
  perform private.settle_refund_row(r, null, ids[1], 'producer');
end $$;
grant execute on function public.settle_refund(uuid, jsonb) to authenticated;

-- The payee refuses, or whoever asked takes it back. What a cancellation agreed or a mediator decided cannot be refused.
create function public.drop_refund(p_refund uuid, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds;
  side public.inquiry_side;
begin
  select * into r from public.refunds where id = p_refund;
  side := private.require_order_side(r.order_id);
  r := private.refund_to_settle(p_refund);
  if r.state = 'failed' then return; end if;
  if r.state <> 'pending' or r.provider_ref is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if side = 'buyer' and r.requested_by is distinct from auth.uid() then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  -- A mediator's refunds are made in the transaction of the resolution, so both have its time.
  if (select o.state from public.orders o where o.id = r.order_id) = 'cancelled' or exists (select 1 from public.disputes d
      where d.order_id = r.order_id and d.state = 'resolved' and d.resolved_at = r.created_at) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if side = 'producer' and length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  update public.refunds set state = 'failed', settled_at = clock_timestamp() where id = r.id;
  perform private.record_event('refund', r.id, 'refund.dropped', 'pending', 'failed', p_reason, p_data => jsonb_build_object('side', side),
    p_producer => o.producer_id, p_buyer => o.buyer_id) from public.orders o where o.id = r.order_id;
end $$;
grant execute on function public.drop_refund(uuid, text) to authenticated;
