-- Payments that people tell of: announced and proved by the buyer, confirmed or rejected by the payee. Only what the payee
-- confirms counts, and with the amount that arrived.

-- ISK-7K2M-1: letters of the order's reference, and which payment of the order it is. Short, for it is written by hand.
create function private.next_payment_reference(o public.orders) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  letters constant text := regexp_replace(upper(o.reference), '[^A-Z0-9]', '', 'g');
  stem text := coalesce((select regexp_replace(p.reference, '-[0-9]+$', '') from public.payments p where p.order_id = o.id limit 1), '');
  nth integer;
begin
  if stem = '' then
    for size in 4..length(letters) loop
      stem := 'ISK-' || substr(letters, 2, size);
      perform pg_advisory_xact_lock(hashtextextended('payment ' || stem, 0));
      exit when not exists (select 1 from public.payments p where p.reference = stem || '-1');
    end loop;
  end if;
  select coalesce(max(substring(p.reference from '-([0-9]+)$')::integer), 0) + 1 into nth from public.payments p where p.order_id = o.id;
  return stem || '-' || nth;
end $$;

create function private.payment_purpose_now(o public.orders) returns public.payment_purpose
language sql stable security definer set search_path = '' as $$
  select case when m.deposit_outstanding > 0 then 'deposit' else 'balance' end::public.payment_purpose from private.order_money(o.id) m
$$;

create function private.tell_payment(p_payment uuid, p_to public.inquiry_side, p_kind text) returns void
language sql security definer set search_path = '' as $$
  select private.tell_order(o, p_to, p_kind, jsonb_strip_nulls(jsonb_build_object('paymentId', p.id, 'paymentReference', p.reference,
    'amount', coalesce(p.confirmed_amount, p.amount), 'date', p.paid_on, 'reason', p.reason, 'method', p.method)))
  from public.payments p join public.orders o on o.id = p.order_id where p.id = p_payment
$$;

create function private.record_payment_event(p_payment uuid, p_action text, p_from public.payment_state, p_side text) returns void
language sql security definer set search_path = '' as $$
  select private.record_event('payment', p.id, 'payment.' || p_action, p_from::text, p.state::text, p.reason, p_producer => o.producer_id,
    p_buyer => o.buyer_id, p_data => jsonb_build_object('orderId', o.id, 'reference', p.reference, 'side', p_side,
      'amount', coalesce(p.confirmed_amount, p.amount), 'currency', p.currency))
  from public.payments p join public.orders o on o.id = p.order_id where p.id = p_payment
$$;

create function private.check_payment_account(o public.orders, p_method public.payment_method, p_account uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_account is not null and not exists (select 1 from public.payment_accounts a where a.id = p_account and a.producer_id = o.producer_id
      and a.method = p_method and a.currency = o.currency and a.active) then
    raise exception 'account_gone' using errcode = 'PT409';
  end if;
end $$;

create function private.check_paid_on(p_day date) returns void
language plpgsql stable set search_path = '' as $$
begin
  if p_day > current_date + 1 or p_day < date '2020-01-01' then raise exception 'day_not_yet' using errcode = 'PT400'; end if;
end $$;

-- By the buyer. Without p_paid_on it is an intention, and the answer is the reference to write on the transfer; with it the
-- payee is asked to look. p_id comes from the form.
create function public.announce_payment(p_id uuid, p_order uuid, p_purpose public.payment_purpose, p_method public.payment_method, p_amount bigint,
  p_account uuid default null, p_paid_on date default null, p_note text default '', p_files jsonb default '[]') returns text
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  known public.payments;
begin
  if private.require_order_side(p_order) <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.order_to_book(p_order);
  select * into known from public.payments where id = p_id;
  if found then
    if known.order_id <> p_order then raise exception 'conflict' using errcode = 'PT409'; end if;
    return known.reference;
  end if;
  if (select m.outstanding from private.order_money(o.id) m) <= 0 and o.state in ('cancelled', 'closed') then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  -- Each that is proved is a mail, also when it is called off at once.
  if (select count(*) from public.payments p where p.order_id = o.id and p.state in ('pending', 'proof_sent')) >= 20
      or (select count(*) from public.payments p where p.order_id = o.id and p.created_by = auth.uid()
        and p.created_at > now() - interval '1 hour') >= 40 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  if p_amount is null or p_amount < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.check_payment_account(o, p_method, p_account);
  perform private.check_paid_on(p_paid_on);
  insert into public.payments (id, order_id, purpose, method, reference, currency, amount, account_id, note, created_by)
  values (p_id, o.id, p_purpose, p_method, private.next_payment_reference(o), o.currency, p_amount, p_account, btrim(coalesce(p_note, '')), auth.uid());
  perform private.record_payment_event(p_id, 'announced', null, 'buyer');
  if p_paid_on is not null then perform public.prove_payment(p_id, p_paid_on, p_note, p_files); end if;
  return (select p.reference from public.payments p where p.id = p_id);
end $$;
grant execute on function public.announce_payment(uuid, uuid, public.payment_purpose, public.payment_method, bigint, uuid, date, text, jsonb) to authenticated;

-- The row under its order's lock, for one side of it; `not_found` for everybody else.
create function private.payment_for(p_payment uuid, p_side public.inquiry_side) returns public.payments
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
begin
  select * into p from public.payments where id = p_payment;
  if private.require_order_side(p.order_id) <> p_side then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.order_to_book(p.order_id);
  select * into strict p from public.payments where id = p_payment for update;
  return p;
end $$;

-- "I have paid": the day, and what proves it. p_files: rows of stored files, see private.attach_files.
create function public.prove_payment(p_payment uuid, p_paid_on date, p_note text default '', p_files jsonb default '[]') returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments := private.payment_for(p_payment, 'buyer');
  ids uuid[];
begin
  if p.method = 'card' or p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.check_paid_on(p_paid_on);
  ids := private.attach_files('payment', p.id, p_files);
  update public.payments set state = 'proof_sent', paid_on = coalesce(p_paid_on, paid_on, current_date), proof_file_id = coalesce(ids[1], proof_file_id),
    note = coalesce(nullif(btrim(p_note), ''), note) where id = p.id;
  if p.state = 'proof_sent' then return; end if;
  perform private.record_payment_event(p.id, 'proved', p.state, 'buyer');
  perform private.tell_payment(p.id, 'producer', 'payment_announced');
end $$;
grant execute on function public.prove_payment(uuid, date, text, jsonb) to authenticated;

-- The money is there. Everything that makes a payment count happens here, in one transaction.
create function private.settle_payment(p_payment uuid, p_amount bigint, p_paid_on date, p_side text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
begin
  select * into strict p from public.payments where id = p_payment;
  update public.payments set state = 'confirmed', confirmed_amount = p_amount, confirmed_at = clock_timestamp(),
    paid_on = coalesce(p_paid_on, paid_on, current_date), reason = null where id = p_payment;
  perform private.book_payment(p_payment);
  perform private.record_payment_event(p_payment, 'confirmed', p.state, p_side);
  perform private.issue_document(p.order_id, 'receipt', p_payment);
  perform private.tell_payment(p_payment, 'buyer', 'payment_confirmed');
end $$;

-- By the payee, with what arrived. The same again is harmless, another amount is too late: a refund puts that right.
create function public.confirm_payment(p_payment uuid, p_amount bigint, p_paid_on date default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments := private.payment_for(p_payment, 'producer');
begin
  if p.state = 'confirmed' and p.confirmed_amount = p_amount then return; end if;
  if p.method = 'card' or p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_amount is null or p_amount < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.check_paid_on(p_paid_on);
  perform private.settle_payment(p.id, p_amount, p_paid_on, 'producer');
end $$;
grant execute on function public.confirm_payment(uuid, bigint, date) to authenticated;

create function public.reject_payment(p_payment uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments := private.payment_for(p_payment, 'producer');
begin
  if p.state = 'rejected' then return; end if;
  if p.method = 'card' or p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  update public.payments set state = 'rejected', reason = btrim(p_reason) where id = p.id;
  perform private.record_payment_event(p.id, 'rejected', p.state, 'producer');
  perform private.tell_payment(p.id, 'buyer', 'payment_rejected');
end $$;
grant execute on function public.reject_payment(uuid, text) to authenticated;

create function public.cancel_payment(p_payment uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments := private.payment_for(p_payment, 'buyer');
begin
  if p.state = 'cancelled' then return; end if;
  if p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.payments set state = 'cancelled' where id = p.id;
  perform private.record_payment_event(p.id, 'cancelled', p.state, 'buyer');
end $$;
grant execute on function public.cancel_payment(uuid) to authenticated;

-- Money that arrived without a word: by the payee, once for one p_id.
create function private.add_payment(o public.orders, p_id uuid, p_method public.payment_method, p_amount bigint, p_account uuid, p_paid_on date,
  p_note text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if p_amount is null or p_amount < 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  insert into public.payments (id, order_id, purpose, method, reference, currency, amount, account_id, note, created_by)
  values (p_id, o.id, private.payment_purpose_now(o), p_method, private.next_payment_reference(o), o.currency, p_amount, p_account,
    btrim(coalesce(p_note, '')), auth.uid());
  perform private.settle_payment(p_id, p_amount, p_paid_on, 'producer');
  return (select p.reference from public.payments p where p.id = p_id);
end $$;

create function public.record_payment(p_id uuid, p_order uuid, p_method public.payment_method, p_amount bigint, p_account uuid default null,
  p_paid_on date default null, p_note text default '') returns text
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  known public.payments;
begin
  if private.require_order_side(p_order) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.order_to_book(p_order);
  select * into known from public.payments where id = p_id;
  if found then
    if known.order_id <> p_order then raise exception 'conflict' using errcode = 'PT409'; end if;
    return known.reference;
  end if;
  if p_method = 'card' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.check_payment_account(o, p_method, p_account);
  perform private.check_paid_on(p_paid_on);
  return private.add_payment(o, p_id, p_method, p_amount, p_account, p_paid_on, p_note);
end $$;
grant execute on function public.record_payment(uuid, uuid, public.payment_method, bigint, uuid, date, text) to authenticated;
