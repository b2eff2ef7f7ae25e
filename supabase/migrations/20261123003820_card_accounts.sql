-- Producers who are paid out by the processor, and the operator's view of it all.

alter table public.stripe_accounts
  add column country text references public.countries (code),
  add column transfers_enabled boolean not null default false,
  add column details_submitted boolean not null default false,
  add column requirements_due integer not null default 0,
  add column disabled_reason text check (length(disabled_reason) <= 200);
create index stripe_accounts_country on public.stripe_accounts (country) where country is not null;
comment on table public.stripe_accounts is 'What the processor last said of a producer''s own account there. payouts go to it only while transfers_enabled.';

-- p_producer: whose it is when it was just opened; null for what is heard of it later. No arbiter: two at once may meet on
-- either key, and both then say the same.
create function public.save_stripe_account(p_producer uuid, p_account text, p_country text, p_facts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_producer is not null then
    insert into public.stripe_accounts (producer_id, account_id, country)
    select p.id, p_account, (select c.code from public.countries c where c.code = p_country) from public.producers p where p.id = p_producer
    on conflict do nothing;
  end if;
  update public.stripe_accounts set charges_enabled = (p_facts ->> 'charges')::boolean, payouts_enabled = (p_facts ->> 'payouts')::boolean,
    transfers_enabled = (p_facts ->> 'transfers')::boolean, details_submitted = (p_facts ->> 'submitted')::boolean,
    requirements_due = (p_facts ->> 'due')::integer, disabled_reason = left(p_facts ->> 'disabled', 200) where account_id = p_account;
end $$;
grant execute on function public.save_stripe_account(uuid, text, text, jsonb) to service_role;

-- `keeps`: may connect and change it; the other members see how it stands.
create function public.studio_card_account(p_producer uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.sees_book(p_producer, null, null) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return (select jsonb_build_object('producer', p.id, 'name', p.name, 'slug', p.slug, 'country', p.country,
    'keeps', private.keeps_payment_accounts(p.id),
    'account', (select jsonb_build_object('id', a.account_id, 'transfers', a.transfers_enabled, 'payouts', a.payouts_enabled,
      'submitted', a.details_submitted, 'due', a.requirements_due, 'disabled', a.disabled_reason, 'asOf', a.updated_at)
      from public.stripe_accounts a where a.producer_id = p.id)) from public.producers p where p.id = p_producer);
end $$;
grant execute on function public.studio_card_account(uuid) to authenticated;

-- Called by the operator's payout run before it looks for bank accounts.
create function private.run_card_payouts(p_currency text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  waiting record;
  made uuid;
  answer jsonb := '[]';
begin
  for waiting in
    select p.id, p.name from public.stripe_accounts a join public.producers p on p.id = a.producer_id
    where a.transfers_enabled and a.payouts_enabled and p.state <> 'suspended'
      and private.balance_of(p.id, null, null, 'with_operator', p_currency) > 0 order by p.id
  loop
    made := private.make_payout(gen_random_uuid(), waiting.id, p_currency, 'card', null);
    continue when made is null;
    perform private.enqueue('stripe.transfer', jsonb_build_object('payout', made), 'stripe.transfer:' || made);
    answer := answer || jsonb_build_object('producer', waiting.name, 'payoutId', made,
      'amount', (select x.amount from public.payouts x where x.id = made), 'skipped', null);
  end loop;
  return answer;
end $$;

-- What the books say moved at the processor, for the daily comparison: only what has a reference there.
create function public.card_bookings(p_from timestamptz, p_to timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(x) order by x.at), '[]') from (
    select 'payment' as kind, p.provider_ref as ref, p.currency, p.confirmed_amount as amount, p.fee_amount as fee, p.confirmed_at as at, p.order_id as "orderId"
    from public.payments p where p.method = 'card' and p.state = 'confirmed' and p.confirmed_at >= p_from and p.confirmed_at < p_to
    union all
    select 'refund', r.provider_ref, p.currency, -r.amount, 0, r.settled_at, r.order_id from public.refunds r join public.payments p on p.id = r.payment_id
    where p.method = 'card' and r.state = 'succeeded' and r.settled_at >= p_from and r.settled_at < p_to
    union all
    select 'transfer', y.provider_ref, y.currency, -y.amount, 0, y.created_at, null from public.payouts y
    where y.method = 'card' and y.state in ('sent', 'paid') and y.created_at >= p_from and y.created_at < p_to) x
$$;
grant execute on function public.card_bookings(timestamptz, timestamptz) to service_role;

create function public.card_desk() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'alerts', (select coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'kind', a.kind, 'data', a.data, 'at', a.created_at, 'settledAt', a.settled_at)
        order by a.settled_at is not null, a.created_at desc), '[]')
      from (select * from private.card_alerts x order by x.settled_at is not null, x.created_at desc limit 100) a),
    'waiting', jsonb_build_object(
      'events', (select count(*) from private.stripe_events e where e.processed_at is null),
      'payments', (select count(*) from public.payments p where p.method = 'card' and p.state = 'pending'),
      'refunds', (select count(*) from public.refunds r join public.payments p on p.id = r.payment_id where p.method = 'card' and r.state = 'pending'),
      'payouts', (select count(*) from public.payouts y where y.method = 'card' and y.state in ('pending', 'sent'))),
    'held', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'order', o.reference, 'producer', p.name, 'amount', r.amount, 'currency', o.currency,
        'since', r.waits_since, 'covered', greatest(0, private.balance_of(o.producer_id, null, null, 'with_operator', o.currency))) order by r.waits_since), '[]')
      from public.refunds r join public.orders o on o.id = r.order_id join public.producers p on p.id = o.producer_id
      where r.state = 'pending' and r.waits_since is not null and r.released_at is null),
    'accounts', (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'slug', p.slug, 'transfers', s.transfers_enabled, 'due', s.requirements_due)
        order by p.name), '[]') from public.stripe_accounts s join public.producers p on p.id = s.producer_id));
end $$;
create function public.settle_card_alert(p_key text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_operator();
  update private.card_alerts set settled_at = now(), settled_by = auth.uid() where key = p_key and settled_at is null;
  if found then perform private.record_event('card_alert', gen_random_uuid(), 'card_alert.settled', p_data => jsonb_build_object('key', p_key)); end if;
end $$;
grant execute on function public.card_desk(), public.settle_card_alert(text) to authenticated;
