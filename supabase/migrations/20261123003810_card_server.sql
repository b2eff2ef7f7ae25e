-- What only the server does with cards: messages of the processor, refunds on their way, and what waits by its state.

alter table private.stripe_events add column attempts integer not null default 0, add column given_up_at timestamptz;
comment on column private.stripe_events.payload is
  'Only which object the message is about ({object, id, account}): what became of it is asked again, and a card''s owner is not ours to keep.';

create function private.card_payment_view(p public.payments) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'orderId', p.order_id, 'state', p.state, 'currency', p.currency, 'amount', p.amount,
    'confirmedAmount', p.confirmed_amount, 'intent', p.provider_ref)
$$;
create function public.card_payment(p_payment uuid default null, p_intent text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.card_payment_view(p) from public.payments p
  where p.method = 'card' and case when p_intent is not null then p.provider_ref = p_intent else p.id = p_payment end
$$;
create function private.card_refund_view(p_refund uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'paymentId', r.payment_id, 'state', r.state, 'amount', r.amount, 'currency', p.currency,
    'intent', p.provider_ref, 'ref', r.provider_ref, 'reason', r.reason)
  from public.refunds r join public.payments p on p.id = r.payment_id where r.id = p_refund and p.method = 'card'
$$;
create function public.card_refund(p_refund uuid default null, p_ref text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.card_refund_view(r.id) from public.refunds r where case when p_ref is not null then r.provider_ref = p_ref else r.id = p_refund end
$$;
-- From here on the refund is the processor's; null when it was called off, is done, or waits for an operator.
create function public.claim_card_refund(p_refund uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  r public.refunds := private.refund_to_settle(p_refund);
begin
  if r.state <> 'pending' or not private.weigh_refund(p_refund) then return null; end if;
  update public.refunds set claimed_at = coalesce(claimed_at, clock_timestamp()) where id = r.id;
  return private.card_refund_view(r.id);
end $$;
create function public.card_payout(p_payout uuid default null, p_ref text default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p.id, 'state', p.state, 'amount', p.amount, 'currency', p.currency, 'ref', p.provider_ref,
    'producerId', p.producer_id, 'account', a.account_id)
  from public.payouts p left join public.stripe_accounts a on a.producer_id = p.producer_id
  where p.method = 'card' and case when p_ref is not null then p.provider_ref = p_ref else p.id = p_payout end
$$;
grant execute on function public.card_payment(uuid, text), public.card_refund(uuid, text), public.claim_card_refund(uuid), public.card_payout(uuid, text)
  to service_role;

-- Whoever plans a refund of a card payment need not know how it goes back.
create function private.send_card_refund() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.payments p where p.id = new.payment_id and p.method = 'card') then
    perform private.enqueue('stripe.refund', jsonb_build_object('refund', new.id), 'stripe.refund:' || new.id);
  end if;
  return null;
end $$;
create trigger refunds_by_card after insert on public.refunds for each row
  when (new.state = 'pending' and new.provider_ref is null) execute function private.send_card_refund();

-- A promise that the processor is keeping already is not called off by anybody here.
create function private.keep_claimed_refund() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(current_setting('request.jwt.claim.sub', true), '') <> '' or coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb ? 'sub' then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger refunds_claimed before update on public.refunds for each row
  when (old.state = 'pending' and old.claimed_at is not null and new.state = 'failed') execute function private.keep_claimed_refund();

-- Messages ------------------------------------------------------------------------------------------

-- Whether it is to be worked on: the first time, and again while it has failed.
create function public.take_stripe_event(p_id text, p_type text, p_created timestamptz, p_payload jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.stripe_events (id, type, created, payload) values (p_id, p_type, p_created, p_payload) on conflict (id) do nothing;
  return (select e.processed_at is null from private.stripe_events e where e.id = p_id);
end $$;
-- p_failure: why not; after thirty attempts an operator is told and it rests.
create function public.settle_stripe_event(p_id text, p_failure text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e private.stripe_events;
begin
  update private.stripe_events set processed_at = case when p_failure is null then clock_timestamp() end, failure = left(p_failure, 1000), attempts = attempts + 1,
    given_up_at = case when p_failure is not null and attempts >= 29 then clock_timestamp() end
  where id = p_id and processed_at is null returning * into e;
  if e.given_up_at is not null then
    perform public.alert_operators('event:' || e.id, 'event', jsonb_build_object('ref', e.id, 'detail', e.type || ': ' || e.failure));
  end if;
end $$;
grant execute on function public.take_stripe_event(text, text, timestamptz, jsonb), public.settle_stripe_event(text, text) to service_role;

-- What an operator has to look at, each thing once.
create table private.card_alerts (
  key text primary key check (length(key) between 3 and 200),
  kind text not null check (kind in ('dispute', 'difference', 'mismatch', 'event', 'payout', 'refund')),
  data jsonb not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid
);
create index card_alerts_open on private.card_alerts (created_at) where settled_at is null;
alter table private.card_alerts enable row level security;

-- Flat facts: ref, detail, orderId, reference, amount (minor units), currency. Answers whether it is new.
create function public.alert_operators(p_key text, p_kind text, p_data jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.card_alerts (key, kind, data) values (p_key, p_kind, p_data) on conflict (key) do nothing;
  if not found then return false; end if;
  perform private.notify_operators('card_alert', jsonb_build_object('reason', p_data ->> 'detail', 'amount', p_data -> 'amount',
    'currency', p_data ->> 'currency', 'reference', p_data ->> 'reference', 'alert', p_kind));
  return true;
end $$;
-- Money that a cardholder disputes is not paid out meanwhile.
create table private.card_disputes (
  ref text primary key check (length(ref) between 3 and 200),
  payment_id uuid not null references public.payments (id) on delete restrict,
  amount bigint not null check (amount >= 0),
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz
);
create index card_disputes_open on private.card_disputes (payment_id) where closed_at is null;
alter table private.card_disputes enable row level security;
create or replace function private.disputed_money(p_producer uuid, p_currency text) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(d.amount), 0)::bigint from private.card_disputes d join public.payments p on p.id = d.payment_id join public.orders o on o.id = p.order_id
  where d.closed_at is null and o.producer_id = p_producer and o.currency = p_currency and p.held_by_operator
$$;

-- A chargeback, as often as it is heard of: noted on the payment once, and operators are told. p_open: not decided yet.
create function public.note_card_dispute(p_intent text, p_ref text, p_amount bigint, p_reason text, p_open boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
  o public.orders;
begin
  select * into p from public.payments where method = 'card' and provider_ref = p_intent;
  if not found then return; end if;
  select * into o from public.orders where id = p.order_id;
  perform private.lock_held(o.producer_id, o.currency);
  insert into private.card_disputes as d (ref, payment_id, amount, closed_at) values (p_ref, p.id, p_amount, case when not p_open then clock_timestamp() end)
  on conflict (ref) do update set amount = excluded.amount, closed_at = case when not p_open then coalesce(d.closed_at, clock_timestamp()) end;
  if public.alert_operators('dispute:' || p_ref, 'dispute', jsonb_build_object('ref', p_ref, 'detail', p_reason, 'orderId', o.id,
      'reference', o.reference, 'amount', p_amount, 'currency', o.currency)) then
    perform private.record_event('payment', p.id, 'payment.disputed', p.state::text, p.state::text, left(p_reason, 2000), p_producer => o.producer_id,
      p_buyer => o.buyer_id, p_data => jsonb_build_object('orderId', o.id, 'amount', p_amount, 'currency', o.currency, 'ref', p_ref));
  end if;
end $$;
grant execute on function public.alert_operators(text, text, jsonb), public.note_card_dispute(text, text, bigint, text, boolean) to service_role;

-- By state, so that it may run late, twice or on two machines: what the processor is to be asked about.
create function public.card_work(p_older_seconds integer default 120) returns jsonb
language sql stable security definer set search_path = '' as $$
  with old as (select now() - make_interval(secs => p_older_seconds) as before)
  select jsonb_build_object(
    'sessions', (select coalesce(jsonb_agg(x.session_id), '[]') from (select c.session_id from private.card_checkouts c, old
      where c.closed_at is null and c.session_id is not null and c.opened_at <= old.before order by c.opened_at limit 200) x),
    'abandoned', (select coalesce(jsonb_agg(x.id), '[]') from (select p.id from public.payments p, old where p.method = 'card' and p.state = 'pending'
      and p.created_at <= old.before - interval '1 day' and private.card_session(p.id) is null order by p.created_at limit 200) x),
    'refunds', (select coalesce(jsonb_agg(x.id), '[]') from (select r.id from public.refunds r join public.payments p on p.id = r.payment_id, old
      where r.state = 'pending' and p.method = 'card' and p.state = 'confirmed' and r.created_at <= old.before
      -- Those that wait for cover come last, so that they never keep the others.
      order by r.waits_since is not null and r.released_at is null, r.created_at limit 200) x),
    'disputes', (select coalesce(jsonb_agg(x.ref), '[]') from (select d.ref from private.card_disputes d, old
      where d.closed_at is null and d.opened_at <= old.before order by d.opened_at limit 200) x),
    'payouts', (select coalesce(jsonb_agg(x.id), '[]') from (select p.id from public.payouts p, old
      where p.method = 'card' and (p.state = 'pending' or (p.state = 'sent' and p.created_at > now() - interval '40 days')) and p.created_at <= old.before
      order by p.created_at limit 200) x),
    'events', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'type', x.type, 'payload', x.payload)), '[]')
      from (select e.* from private.stripe_events e, old where e.processed_at is null and e.given_up_at is null and e.received_at <= old.before
        order by e.created limit 200) x))
$$;
grant execute on function public.card_work(integer) to service_role;
