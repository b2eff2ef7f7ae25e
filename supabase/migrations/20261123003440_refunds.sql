-- Money on its way back: asked for, then settled with a proof or refused. A pending refund holds its part of the payment,
-- so that the same money is never promised twice; only a settled one changes what counts as paid.

alter table public.refunds add column waits_since timestamptz, add column released_at timestamptz, add column released_by uuid;
comment on column public.refunds.waits_since is
  'The operator no longer holds this money, because it was paid out: the refund goes when new money covers it or an operator lets it go (released_at).';
grant select (waits_since, released_at) on public.refunds to authenticated;

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

-- The commission that comes back when p_amount of an order is refunded; below 0 when some is still to be booked.
create function private.commission_back(o public.orders, p_amount bigint) returns bigint
language plpgsql stable security definer set search_path = '' as $$
declare
  base bigint;
  due bigint;
begin
  select greatest(0, least(m.paid - p_amount, private.order_owed(o))) into base from private.order_money(o.id) m;
  due := private.share_bp(base, o.commission_bp);
  return -(due + private.order_balance(o.id, '{commission_income}') + private.share_bp(due, o.commission_tax_bp)
    + private.order_balance(o.id, '{commission_tax_due}'));
end $$;

-- What of the money that the operator holds for a producer is the producer's own: less its debt, and less what is disputed.
create function private.own_held(p_producer uuid, p_currency text) returns bigint
language plpgsql security definer set search_path = '' as $$
begin
  return private.lock_held(p_producer, p_currency)
    + least(0, private.balance_of(p_producer, null, null, 'owed_to_operator', p_currency))
    + greatest(0, private.balance_of(p_producer, null, null, 'commission_payable', p_currency))
    - private.disputed_money(p_producer, p_currency);
end $$;

-- Whether a refund may go. Of money that the operator holds, as far as it is there: once it was paid out, a producer and a
-- buyer who are of one mind would get it twice, and the operator would pay. Whoever planned it, it is asked here before it
-- goes, and again whenever the processor's work is looked at; what an operator let go, goes.
create function private.weigh_refund(p_refund uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds;
  o public.orders;
  need bigint;
  covered boolean;
begin
  select * into strict r from public.refunds where id = p_refund;
  select * into strict o from public.orders where id = r.order_id;
  if r.state <> 'pending' or r.released_at is not null or r.claimed_at is not null or r.provider_ref is not null
    or not (select p.held_by_operator from public.payments p where p.id = r.payment_id) then return true; end if;
  -- The lock first: what others promised before is seen then.
  perform private.lock_held(o.producer_id, o.currency);
  select sum(x.amount - private.commission_back((select y from public.orders y where y.id = x.order_id), x.amount)) into need from (
    select z.order_id, sum(z.amount)::bigint as amount from public.refunds z join public.payments p on p.id = z.payment_id
    join public.orders y on y.id = z.order_id
    where y.producer_id = o.producer_id and y.currency = o.currency and p.held_by_operator and z.state = 'pending'
      and (z.id = r.id or z.claimed_at is not null or z.released_at is not null
        or (z.waits_since is null and (z.created_at, z.id) < (r.created_at, r.id)))
    group by z.order_id) x;
  covered := need <= private.own_held(o.producer_id, o.currency);
  if covered = (r.waits_since is null) then return covered; end if;
  update public.refunds set waits_since = case when not covered then clock_timestamp() end where id = r.id;
  if not covered then
    perform private.record_refund_event(r.id, 'waits', 'pending', null);
    perform private.notify_operators('card_alert', jsonb_build_object('amount', r.amount, 'currency', o.currency, 'reference', o.reference));
  end if;
  return covered;
end $$;

-- An operator bears the debt until the producer's next payout. Not one who is a party: they would pay themselves.
create function public.release_refund(p_refund uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_operator();
  r public.refunds := private.refund_to_settle(p_refund);
  o public.orders;
begin
  select * into strict o from public.orders where id = r.order_id;
  if private.is_producer_member(o.producer_id) or private.is_buyer_member(o.buyer_id) or private.coordinates_producer(o.producer_id) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  perform private.require_reason(p_reason);
  if r.state <> 'pending' or r.waits_since is null or r.released_at is not null then raise exception 'already_done' using errcode = 'PT409'; end if;
  update public.refunds set released_at = clock_timestamp(), released_by = me where id = r.id;
  perform private.record_event('refund', r.id, 'refund.released', 'pending', 'pending', p_reason, p_producer => o.producer_id, p_buyer => o.buyer_id,
    p_data => jsonb_build_object('orderId', o.id, 'paymentId', r.payment_id, 'amount', r.amount, 'currency', o.currency));
  perform private.enqueue('stripe.refund', jsonb_build_object('refund', r.id), 'stripe.refund:' || r.id || ':released');
end $$;
grant execute on function public.release_refund(uuid, text) to authenticated;

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
  perform private.weigh_refund(p_id);
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
