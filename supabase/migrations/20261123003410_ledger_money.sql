-- What money that moves books: payments, refunds, payouts and what is settled between a producer and the operator.

-- Whoever takes from what the operator holds for a producer waits for the others here; whoever adds to it does not.
create function private.lock_held(p_producer uuid, p_currency text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  account constant uuid := private.ledger_account(p_producer, null, null, 'with_operator', p_currency);
begin
  perform 1 from public.ledger_accounts a where a.id = account for no key update;
  return private.balance_of(p_producer, null, null, 'with_operator', p_currency);
end $$;

-- Call it in the transaction that confirms the payment.
create function private.book_payment(p_payment uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
  o public.orders;
  step record;
  x bigint;
begin
  select * into strict p from public.payments where id = p_payment;
  if p.state <> 'confirmed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  o := private.order_to_book(p.order_id);
  if private.journal_of('payment:' || p.id) is not null then return private.journal_of('payment:' || p.id); end if;
  select * into step from private.commission_step(o);
  x := p.confirmed_amount;
  return private.post_journal('payment', 'payment:' || p.id, o.currency, jsonb_build_array(
      private.ledger_line('producer', o.producer_id, case when p.held_by_operator then 'with_operator' else 'bank' end, x),
      private.ledger_line('producer', o.producer_id, 'receivable', -x),
      private.ledger_line('buyer', o.buyer_id, 'payable', x),
      private.ledger_line('buyer', o.buyer_id, 'bank', -x))
    || case when p.held_by_operator then jsonb_build_array(
      private.ledger_line('operator', null, 'card_processor', x),
      private.ledger_line('operator', null, 'held_for_producers', -x),
      private.ledger_line('operator', null, 'processing_fees', p.fee_amount),
      private.ledger_line('operator', null, 'card_processor', -p.fee_amount))
    else jsonb_build_array(
      private.ledger_line('producer', o.producer_id, 'processing_fees', p.fee_amount),
      private.ledger_line('producer', o.producer_id, 'bank', -p.fee_amount)) end
    || private.commission_lines(o.producer_id, step.amount, step.tax,
      case when p.held_by_operator then least(step.amount + step.tax, x) else 0 end), o.id, p.reference);
end $$;

-- Call it in the transaction that settles the refund. What the operator no longer holds becomes the producer's debt.
create function private.book_refund(p_refund uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds;
  p public.payments;
  o public.orders;
  step record;
  back bigint;
  short bigint := 0;
begin
  select * into strict r from public.refunds where id = p_refund;
  if r.state <> 'succeeded' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  select * into strict p from public.payments where id = r.payment_id;
  o := private.order_to_book(r.order_id);
  if private.journal_of('refund:' || r.id) is not null then return private.journal_of('refund:' || r.id); end if;
  select * into step from private.commission_step(o);
  back := -(step.amount + step.tax);
  if p.held_by_operator then short := greatest(0, r.amount - back - private.lock_held(o.producer_id, o.currency)); end if;
  return private.post_journal('refund', 'refund:' || r.id, o.currency, jsonb_build_array(
      private.ledger_line('producer', o.producer_id, 'receivable', r.amount),
      private.ledger_line('producer', o.producer_id, case when p.held_by_operator then 'with_operator' else 'bank' end, short - r.amount),
      private.ledger_line('producer', o.producer_id, 'owed_to_operator', -short),
      private.ledger_line('buyer', o.buyer_id, 'bank', r.amount),
      private.ledger_line('buyer', o.buyer_id, 'payable', -r.amount))
    || case when p.held_by_operator then jsonb_build_array(
      private.ledger_line('operator', null, 'held_for_producers', r.amount - short),
      private.ledger_line('operator', null, 'owed_by_producers', short),
      private.ledger_line('operator', null, 'card_processor', -r.amount)) else '[]' end
    || private.commission_lines(o.producer_id, step.amount, step.tax, case when p.held_by_operator then -back else 0 end), o.id, p.reference);
end $$;

-- A refund that the bank sent back: the books stand as before it, and the commission as what is paid now.
create function private.unbook_refund(p_refund uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  made := private.reverse_journal(private.journal_of('refund:' || p_refund), 'refund_failed');
  perform private.adjust_commission((select r.order_id from public.refunds r where r.id = p_refund));
  return made;
end $$;

-- Payouts -------------------------------------------------------------------------------------------

-- Debts between the two are settled out of what is held, before anything is paid out. Answers what is left to pay out.
create function private.net_debts(p_producer uuid, p_currency text) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  held bigint := private.lock_held(p_producer, p_currency);
  debt bigint := least(held, -private.balance_of(p_producer, null, null, 'owed_to_operator', p_currency));
  commission bigint := least(held - debt, -private.balance_of(p_producer, null, null, 'commission_payable', p_currency));
begin
  perform private.post_journal('netting', 'netting:' || gen_random_uuid(), p_currency, jsonb_build_array(
    private.ledger_line('producer', p_producer, 'owed_to_operator', debt),
    private.ledger_line('producer', p_producer, 'commission_payable', commission),
    private.ledger_line('producer', p_producer, 'with_operator', -(debt + commission)),
    private.ledger_line('operator', null, 'held_for_producers', debt + commission),
    private.ledger_line('operator', null, 'owed_by_producers', -debt),
    private.ledger_line('operator', null, 'commission_receivable', -commission)));
  return held - debt - commission;
end $$;

-- Never above what is held at that moment.
create function private.book_payout(p_payout uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p public.payouts;
  held bigint;
begin
  select * into strict p from public.payouts where id = p_payout;
  held := private.lock_held(p.producer_id, p.currency);
  if private.journal_of('payout:' || p.id) is not null then return private.journal_of('payout:' || p.id); end if;
  if p.amount > held then raise exception 'payout_too_much' using errcode = 'PT409'; end if;
  return private.post_journal('payout', 'payout:' || p.id, p.currency, jsonb_build_array(
    private.ledger_line('producer', p.producer_id, 'bank', p.amount),
    private.ledger_line('producer', p.producer_id, 'with_operator', -p.amount),
    private.ledger_line('operator', null, 'held_for_producers', p.amount),
    private.ledger_line('operator', null, 'card_processor', -p.amount)));
end $$;

-- What cardholders dispute at this moment; the processor may take it back. 3810 says it, where disputes are kept.
create function private.disputed_money(p_producer uuid, p_currency text) returns bigint
language sql stable set search_path = '' as $$ select 0::bigint $$;

-- What is on its way back to buyers out of what is held.
create function private.promised_back(p_producer uuid, p_currency text) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(r.amount), 0)::bigint from public.refunds r join public.payments p on p.id = r.payment_id join public.orders o on o.id = r.order_id
  where o.producer_id = p_producer and o.currency = p_currency and r.state = 'pending' and p.held_by_operator
$$;

-- Everything available of one producer in one currency, booked at once. p_id comes from the caller; null when there is nothing.
create function private.make_payout(p_id uuid, p_producer uuid, p_currency text, p_method public.payment_method, p_account uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  available bigint;
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.payouts p where p.id = p_id) then return p_id; end if;
  available := private.net_debts(p_producer, p_currency) - private.promised_back(p_producer, p_currency)
    - private.disputed_money(p_producer, p_currency);
  if available <= 0 then return null; end if;
  insert into public.payouts (id, producer_id, method, currency, amount, account_id, created_by)
  values (p_id, p_producer, p_method, p_currency, available, p_account, auth.uid());
  update public.payouts set journal_id = private.book_payout(p_id) where id = p_id;
  perform private.record_event('payout', p_id, 'payout.made', p_to => 'pending', p_producer => p_producer,
    p_data => jsonb_build_object('amount', available, 'currency', p_currency));
  return p_id;
end $$;

-- pending → sent → paid; a bank may send back even what was paid. Failed stays failed, and the money is available again.
create function private.move_payout(p_payout uuid, p_to public.payout_state, p_reason text default null, p_provider_ref text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payouts;
begin
  select * into p from public.payouts where id = p_payout for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p.state = p_to then return; end if;
  if p.state = 'failed' or p_to = 'pending' or (p.state = 'paid' and p_to = 'sent') then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  if p_to = 'failed' and length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  update public.payouts set state = p_to, reason = coalesce(nullif(btrim(p_reason), ''), reason), provider_ref = coalesce(p_provider_ref, provider_ref),
    settled_at = case when p_to in ('paid', 'failed') then now() end where id = p_payout;
  if p_to = 'failed' then perform private.reverse_journal(p.journal_id, 'payout_failed', left(coalesce(p_reason, ''), 300)); end if;
  perform private.record_event('payout', p_payout, 'payout.' || p_to, p.state::text, p_to::text, p_reason, p_producer => p.producer_id,
    p_data => jsonb_build_object('amount', p.amount, 'currency', p.currency));
  if p_to in ('sent', 'failed') or (p_to = 'paid' and p.state = 'pending') then
    perform private.notify_producer(p.producer_id, case when p_to = 'failed' then 'payout_failed' else 'payout_sent' end,
      jsonb_build_object('payoutId', p.id, 'amount', p.amount, 'currency', p.currency, 'reason', p_reason,
        'producer', (select x.name from public.producers x where x.id = p.producer_id)));
  end if;
end $$;

create function private.fail_payout(p_payout uuid, p_reason text) returns void
language sql security definer set search_path = '' as $$
  select private.move_payout(p_payout, 'failed', p_reason)
$$;

-- Who paid whom how much never changes; nor does a failure.
create function private.keep_payout() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state = 'failed' and new.state <> 'failed' or (old.producer_id, old.currency, old.amount) is distinct from (new.producer_id, new.currency, new.amount)
    or (old.journal_id is not null and new.journal_id is distinct from old.journal_id) then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger payouts_keep before update on public.payouts for each row execute function private.keep_payout();

create function private.keep_refund() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state = 'failed' and new.state <> 'failed' or (old.payment_id, old.order_id, old.amount) is distinct from (new.payment_id, new.order_id, new.amount)
    or (old.state = 'succeeded' and new.state = 'pending') then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger refunds_keep before update on public.refunds for each row execute function private.keep_refund();
