-- What a card processor tells the server, once, whatever order and however often it comes. Only the server calls these.

-- p_payment: the payment that the checkout was opened for. A second intent paid for the same one is money all the same: it
-- gets a payment of its own, and is the buyer's credit. Answers the payment that holds the money.
create function public.record_card_payment(p_payment uuid, p_provider_ref text, p_amount bigint, p_fee bigint, p_held boolean) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
  o public.orders;
  target uuid := p_payment;
begin
  select * into p from public.payments where id = p_payment;
  if not found or p.method <> 'card' then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_amount is null or p_amount < 1 or coalesce(p_provider_ref, '') = '' then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  o := private.order_to_book(p.order_id);
  select * into strict p from public.payments where id = p_payment for update;
  if exists (select 1 from public.payments x where x.provider_ref = p_provider_ref and x.state = 'confirmed') then
    return (select x.id from public.payments x where x.provider_ref = p_provider_ref);
  end if;
  if exists (select 1 from public.payments x where x.provider_ref = p_provider_ref and x.id <> p_payment) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  if p.state = 'confirmed' then
    target := gen_random_uuid();
    insert into public.payments (id, order_id, purpose, method, reference, currency, amount, created_by)
    values (target, o.id, p.purpose, 'card', private.next_payment_reference(o), o.currency, p_amount, p.created_by);
  end if;
  -- One statement: what was failed or cancelled may only become confirmed, with all that belongs to it.
  update public.payments set state = 'confirmed', confirmed_amount = p_amount, confirmed_at = clock_timestamp(), paid_on = coalesce(paid_on, current_date),
    reason = null, provider_ref = p_provider_ref, fee_amount = coalesce(p_fee, 0), held_by_operator = p_held where id = target;
  perform private.book_payment(target);
  -- Nobody's word but the processor's: the record must not read as if the payer had confirmed it.
  perform private.record_payment_event(target, 'confirmed', case when target = p_payment then p.state end, null);
  perform private.issue_document(o.id, 'receipt', target);
  perform private.tell_payment(target, 'buyer', 'payment_confirmed');
  perform private.tell_payment(target, 'producer', 'payment_confirmed');
  return target;
end $$;
grant execute on function public.record_card_payment(uuid, text, bigint, bigint, boolean) to service_role;

-- A confirmed payment stays so: the failure was of an attempt before.
create function public.fail_card_payment(p_payment uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
begin
  select * into p from public.payments where id = p_payment and method = 'card';
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.order_to_book(p.order_id);
  select * into strict p from public.payments where id = p_payment for update;
  if p.state not in ('pending', 'proof_sent') then return; end if;
  update public.payments set state = 'failed', reason = left(p_reason, 1000) where id = p_payment;
  perform private.record_payment_event(p_payment, 'failed', p.state, 'buyer');
end $$;
grant execute on function public.fail_card_payment(uuid, text) to service_role;

-- The processor's reference of a refund that somebody asked for here, as soon as it is known.
create function public.start_card_refund(p_refund uuid, p_provider_ref text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds := private.refund_to_settle(p_refund);
begin
  if r.provider_ref is not null and r.provider_ref <> p_provider_ref then raise exception 'conflict' using errcode = 'PT409'; end if;
  update public.refunds set provider_ref = p_provider_ref where id = p_refund and provider_ref is null;
end $$;
grant execute on function public.start_card_refund(uuid, text) to service_role;

-- p_refund: the request that it answers, null for one made at the processor (its desk, a chargeback). Refused with
-- `wrong_state` while the payment is not recorded; ask again later. Answers the refund.
create function public.record_card_refund(p_payment uuid, p_provider_ref text, p_amount bigint, p_reason text, p_refund uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
  r public.refunds;
begin
  select * into p from public.payments where id = p_payment and method = 'card';
  if not found or coalesce(p_provider_ref, '') = '' then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.order_to_book(p.order_id);
  select * into strict p from public.payments where id = p_payment;
  if p.state <> 'confirmed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  select * into r from public.refunds x where x.provider_ref = p_provider_ref for update;
  if not found and p_refund is not null then
    select * into r from public.refunds x where x.id = p_refund and x.payment_id = p_payment and x.provider_ref is null for update;
  end if;
  if r.id is null and p_refund is null then
    select * into r from public.refunds x where x.payment_id = p_payment and x.state = 'pending' and x.provider_ref is null and x.amount = p_amount
    order by x.created_at limit 1 for update;
  end if;
  if r.id is null then
    -- The money is gone already: what was only promised and fits no more gives way.
    if private.refundable(p_payment) < p_amount then
      update public.refunds set state = 'failed', settled_at = clock_timestamp()
      where payment_id = p_payment and state = 'pending' and provider_ref is null and claimed_at is null;
    end if;
    insert into public.refunds (payment_id, order_id, amount, reason, provider_ref)
    values (p_payment, p.order_id, p_amount, left(coalesce(nullif(btrim(p_reason), ''), 'processor'), 1000), p_provider_ref) returning * into r;
  end if;
  if r.state = 'succeeded' then return r.id; end if;
  if r.state = 'failed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if r.amount <> p_amount then raise exception 'sums_differ' using errcode = 'PT409'; end if;
  perform private.settle_refund_row(r, p_provider_ref, null, 'buyer');
  return r.id;
end $$;
grant execute on function public.record_card_refund(uuid, text, bigint, text, uuid) to service_role;

-- Also after it had succeeded: the money came back, so it counts as paid again.
create function public.fail_card_refund(p_refund uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds := private.refund_to_settle(p_refund);
begin
  if r.state = 'failed' then return; end if;
  update public.refunds set state = 'failed', settled_at = clock_timestamp() where id = p_refund;
  if r.state = 'succeeded' then perform private.unbook_refund(p_refund); end if;
  perform private.record_event('refund', r.id, 'refund.failed', r.state::text, 'failed', left(p_reason, 2000), p_producer => o.producer_id,
    p_buyer => o.buyer_id, p_data => jsonb_build_object('amount', r.amount, 'currency', o.currency, 'side', 'buyer'))
  from public.orders o where o.id = r.order_id;
end $$;
grant execute on function public.fail_card_refund(uuid, text) to service_role;

-- For the server's own payouts (transfers): the same acts as the operator's, by whoever holds the secret key.
create function public.record_payout(p_payout uuid, p_state public.payout_state, p_provider_ref text default null, p_reason text default null) returns void
language sql security definer set search_path = '' as $$
  select private.move_payout(p_payout, p_state, p_reason, p_provider_ref)
$$;
grant execute on function public.record_payout(uuid, public.payout_state, text, text) to service_role;
-- Answers the amount, null when nothing is available. p_id is the transfer's idempotency key.
create function public.make_card_payout(p_id uuid, p_producer uuid, p_currency text) returns bigint
language plpgsql security definer set search_path = '' as $$
begin
  perform private.make_payout(p_id, p_producer, p_currency, 'card', null);
  return (select x.amount from public.payouts x where x.id = p_id);
end $$;
grant execute on function public.make_card_payout(uuid, uuid, text) to service_role;
