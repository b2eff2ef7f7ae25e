-- A member pays its cluster, by the same rules as a buyer pays an order: announced and proved by the member, confirmed or
-- rejected by a coordinator with the amount that arrived. Only what was confirmed counts.

create function private.next_round_reference(p_round uuid, p_producer uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  stem text;
  nth integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('round payment ' || p_round || p_producer, 0));
  select regexp_replace(p.reference, '-[0-9]+$', ''), count(*) over () into stem, nth from public.round_payments p
  where p.round_id = p_round and p.producer_id = p_producer limit 1;
  if stem is not null then return stem || '-' || nth + 1; end if;
  loop
    stem := 'JP-' || upper(left(private.short_code(), 5));
    exit when not exists (select 1 from public.round_payments p where p.reference like stem || '-%');
  end loop;
  return stem || '-1';
end $$;
comment on function private.next_round_reference is 'JP-7K2MA-1: the letters are the member''s in this round, then which payment it is.';

create function private.round_purpose(r public.rounds) returns public.payment_purpose
language sql immutable set search_path = '' as $$
  select case when r.state = 'settled' then 'balance' else 'deposit' end::public.payment_purpose
$$;

create function private.tell_round_payment(p_payment uuid, p_kind text) returns void
language sql security definer set search_path = '' as $$
  select private.tell_round_member(p.round_id, p.producer_id, p_kind, jsonb_build_object('reference', p.reference, 'amount', coalesce(p.confirmed_amount, p.amount),
    'date', p.paid_on, 'reason', p.reason)) from public.round_payments p where p.id = p_payment
$$;

create function private.record_round_payment_event(p_payment uuid, p_action text) returns void
language sql security definer set search_path = '' as $$
  select private.record_round_money(r, 'round.payment_' || p_action, coalesce(p.confirmed_amount, p.amount), p.reason, p.producer_id)
  from public.round_payments p join public.rounds r on r.id = p.round_id where p.id = p_payment
$$;

create function private.check_cluster_account(r public.rounds, p_method public.payment_method, p_account uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_method = 'card' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if p_account is not null and not exists (select 1 from public.payment_accounts a where a.id = p_account and a.cluster_id = r.cluster_id
      and a.method = p_method and a.currency = r.currency and a.active) then
    raise exception 'account_gone' using errcode = 'PT409';
  end if;
end $$;

-- By the member; the answer is the reference to write on the transfer. p_id comes from the form.
create function public.announce_round_payment(p_id uuid, p_round uuid, p_producer uuid, p_method public.payment_method, p_amount bigint,
  p_account uuid default null, p_note text default '') returns text
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  known public.round_payments;
begin
  perform private.require_active_user();
  if not private.is_producer_member(p_producer) or not exists (select 1 from private.round_members(p_round) m where m.producer_id = p_producer) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  r := private.share_round(p_round);
  perform private.claim_id(p_id);
  select * into known from public.round_payments where id = p_id;
  if found then
    if known.round_id <> p_round or known.producer_id <> p_producer then raise exception 'conflict' using errcode = 'PT409'; end if;
    return known.reference;
  end if;
  if r.state in ('draft', 'pledging', 'cancelled') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (select count(*) from public.round_payments p where p.round_id = p_round and p.producer_id = p_producer and (p.state in ('pending', 'proof_sent')
      or p.created_at > now() - interval '1 hour')) >= 20 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  if p_amount is null or p_amount < 1 or p_amount > 1000000000000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.check_cluster_account(r, p_method, p_account);
  insert into public.round_payments (id, round_id, producer_id, purpose, method, reference, currency, amount, account_id, note, created_by)
  values (p_id, p_round, p_producer, private.round_purpose(r), p_method, private.next_round_reference(p_round, p_producer), r.currency, p_amount, p_account,
    btrim(coalesce(p_note, '')), auth.uid());
  perform private.record_round_payment_event(p_id, 'announced');
  return (select p.reference from public.round_payments p where p.id = p_id);
end $$;
grant execute on function public.announce_round_payment(uuid, uuid, uuid, public.payment_method, bigint, uuid, text) to authenticated;

-- The payment under its lock, for the member or for a coordinator. Who sees it from the other side only is told so.
create function private.round_payment_for(p_payment uuid, p_side text) returns public.round_payments
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments;
  mine boolean;
  desk boolean;
begin
  perform private.require_active_user();
  select * into p from public.round_payments where id = p_payment;
  mine := private.is_producer_member(p.producer_id);
  desk := private.coordinates_round(p.round_id);
  if p.id is null or not (mine or desk) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_side = 'coordinator' and desk then perform private.require_not_own(p.producer_id); end if;
  if not (case p_side when 'member' then mine else desk end) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.share_round(p.round_id);
  select * into strict p from public.round_payments where id = p_payment for update;
  return p;
end $$;

create function public.prove_round_payment(p_payment uuid, p_paid_on date, p_note text default '', p_files jsonb default '[]') returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments := private.round_payment_for(p_payment, 'member');
  ids uuid[];
begin
  if p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.check_paid_on(p_paid_on);
  ids := private.attach_files('round_payment', p.id, p_files);
  update public.round_payments set state = 'proof_sent', paid_on = coalesce(p_paid_on, paid_on, current_date), proof_file_id = coalesce(ids[1], proof_file_id),
    note = coalesce(nullif(btrim(p_note), ''), note) where id = p.id;
  if p.state = 'proof_sent' then return; end if;
  perform private.record_round_payment_event(p.id, 'proved');
  perform private.notify_round_coordinators(p.round_id, 'round_paid', jsonb_build_object('amount', p.amount, 'currency', p.currency, 'reference', p.reference,
    'producer', (select x.name from public.producers x where x.id = p.producer_id)));
end $$;
grant execute on function public.prove_round_payment(uuid, date, text, jsonb) to authenticated;

create function public.cancel_round_payment(p_payment uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments := private.round_payment_for(p_payment, 'member');
begin
  if p.state = 'cancelled' then return; end if;
  if p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.round_payments set state = 'cancelled' where id = p.id;
  perform private.record_round_payment_event(p.id, 'cancelled');
end $$;
grant execute on function public.cancel_round_payment(uuid) to authenticated;

-- The money is there: it counts, is booked, and the member knows. In a cancelled round it goes back at once.
create function private.settle_round_payment(p_payment uuid, p_amount bigint, p_paid_on date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments;
  r public.rounds;
begin
  update public.round_payments set state = 'confirmed', confirmed_amount = p_amount, confirmed_at = clock_timestamp(),
    paid_on = coalesce(p_paid_on, paid_on, current_date), reason = null where id = p_payment returning * into strict p;
  select * into strict r from public.rounds where id = p.round_id;
  perform private.post_journal('round_payment', 'round_payment:' || p.id, r.currency, private.member_lines(r, p.producer_id, p_amount, 'bank', 'bank'),
    p_memo => r.title || ' · ' || p.reference, p_round => r.id);
  perform private.record_round_payment_event(p.id, 'confirmed');
  perform private.tell_round_payment(p.id, 'round_payment_confirmed');
  if r.state = 'cancelled' then
    perform private.add_round_refund(gen_random_uuid(), r, p.producer_id, x, r.reason) from private.round_free_credit(r.id, p.producer_id) x where x > 0;
  end if;
end $$;

-- With what arrived. The same again is harmless, another amount is too late.
create function public.confirm_round_payment(p_payment uuid, p_amount bigint, p_paid_on date default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments := private.round_payment_for(p_payment, 'coordinator');
begin
  if p.state = 'confirmed' and p.confirmed_amount = p_amount then return; end if;
  if p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_amount is null or p_amount < 1 or p_amount > 1000000000000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.check_paid_on(p_paid_on);
  perform private.settle_round_payment(p.id, p_amount, p_paid_on);
end $$;
grant execute on function public.confirm_round_payment(uuid, bigint, date) to authenticated;

create function public.reject_round_payment(p_payment uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.round_payments := private.round_payment_for(p_payment, 'coordinator');
begin
  if p.state = 'rejected' then return; end if;
  if p.state not in ('pending', 'proof_sent') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.require_reason(p_reason);
  update public.round_payments set state = 'rejected', reason = btrim(p_reason) where id = p.id;
  perform private.record_round_payment_event(p.id, 'rejected');
  perform private.tell_round_payment(p.id, 'round_payment_rejected');
end $$;
grant execute on function public.reject_round_payment(uuid, text) to authenticated;

-- Money that came without a word, or over the table: by a coordinator, once for one p_id.
create function public.record_round_payment(p_id uuid, p_round uuid, p_producer uuid, p_method public.payment_method, p_amount bigint,
  p_paid_on date default null, p_note text default '') returns text
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  known public.round_payments;
begin
  perform private.require_active_user();
  if not private.coordinates_round(p_round) or not exists (select 1 from private.round_members(p_round) m where m.producer_id = p_producer) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform private.require_not_own(p_producer);
  r := private.share_round(p_round);
  perform private.claim_id(p_id);
  select * into known from public.round_payments where id = p_id;
  if found then
    if known.round_id <> p_round or known.producer_id <> p_producer then raise exception 'conflict' using errcode = 'PT409'; end if;
    return known.reference;
  end if;
  if r.state in ('draft', 'pledging') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_amount is null or p_amount < 1 or p_amount > 1000000000000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.check_cluster_account(r, p_method, null);
  perform private.check_paid_on(p_paid_on);
  insert into public.round_payments (id, round_id, producer_id, purpose, method, reference, currency, amount, note, created_by)
  values (p_id, p_round, p_producer, private.round_purpose(r), p_method, private.next_round_reference(p_round, p_producer), r.currency, p_amount,
    btrim(coalesce(p_note, '')), auth.uid());
  perform private.settle_round_payment(p_id, p_amount, p_paid_on);
  return (select p.reference from public.round_payments p where p.id = p_id);
end $$;
grant execute on function public.record_round_payment(uuid, uuid, uuid, public.payment_method, bigint, date, text) to authenticated;
