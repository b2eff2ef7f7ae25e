-- Paying by card. The processor (Stripe) is asked by the server; here stands what was asked for, so that a click that
-- comes twice asks once. Whatever the processor then says arrives through record_card_payment and its neighbours.

insert into private.notice_kinds (kind, notice_group, chatty, must) values ('card_alert', 'money', false, true);

-- The server begins to send a refund: from here on nobody calls it off.
alter table public.refunds add column claimed_at timestamptz;

create table private.card_checkouts (
  payment_id uuid not null references public.payments (id) on delete restrict,
  attempt integer not null check (attempt >= 1),
  opened_at timestamptz not null default clock_timestamp(),
  session_id text unique check (session_id ~ '^cs_[A-Za-z0-9_]+$'),
  asked_at timestamptz,
  closed_at timestamptz,
  primary key (payment_id, attempt)
);
comment on table private.card_checkouts is
  'Pages of the processor on which a payment may be made; an attempt is reserved before the processor is asked, and is its idempotency key. asked_at: when the processor was last asked about it.';
create index card_checkouts_open on private.card_checkouts (opened_at) where closed_at is null;
alter table private.card_checkouts enable row level security;

-- What may be paid by card now, in full: a deposit and all that is open, or a sample.
create function private.card_dues(o public.orders) returns table (purpose public.payment_purpose, amount bigint)
language sql stable security definer set search_path = '' as $$
  select d.purpose, d.amount from private.order_money(o.id) m, lateral (
    select 'deposit'::public.payment_purpose as purpose, least(m.deposit_outstanding, m.outstanding) as amount
      where m.deposit_outstanding > 0
    union all
    select case when (select bool_and((l ->> 'sample')::boolean) from public.order_revisions r, jsonb_array_elements(r.document -> 'lines') l
        where r.order_id = o.id and r.revision = o.revision) then 'sample' else 'balance' end::public.payment_purpose, m.outstanding
      where m.outstanding > 0 and m.outstanding > m.deposit_outstanding) d
$$;

-- The newest page of a payment that is still open.
create function private.card_session(p_payment uuid) returns text
language sql stable security definer set search_path = '' as $$
  select c.session_id from private.card_checkouts c where c.payment_id = p_payment and c.closed_at is null order by c.attempt desc limit 1
$$;

create function public.card_offer(p_order uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  o public.orders;
begin
  if private.require_order_side(p_order) <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  select * into o from public.orders where id = p_order;
  return jsonb_build_object('currency', o.currency, 'reference', o.reference,
    'dues', (select coalesce(jsonb_agg(jsonb_build_object('purpose', d.purpose, 'amount', d.amount) order by d.amount), '[]') from private.card_dues(o) d),
    'open', (select jsonb_build_object('payment', p.id, 'purpose', p.purpose, 'amount', p.amount, 'session', private.card_session(p.id))
      from public.payments p where p.order_id = o.id and p.method = 'card' and p.state = 'pending'
        and exists (select 1 from private.card_checkouts c where c.payment_id = p.id) order by p.created_at desc limit 1),
    'lastFailed', (select p.reason from public.payments p where p.order_id = o.id and p.method = 'card' and p.state = 'failed'
      and p.updated_at > now() - interval '1 day' and not exists (select 1 from public.payments q where q.order_id = o.id
        and q.method = 'card' and q.created_at > p.created_at) order by p.created_at desc limit 1));
end $$;
grant execute on function public.card_offer(uuid) to authenticated;

-- By the buyer. One card payment of an order is open at a time: the same again is the same payment, and another amount
-- takes the place of the old one, whose pages the answer names as stale. p_id comes from the form.
create function public.start_card_payment(p_id uuid, p_order uuid, p_purpose public.payment_purpose, p_amount bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  p public.payments;
  page private.card_checkouts;
  stale text[];
begin
  if private.require_order_side(p_order) <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.order_to_book(p_order);
  if not exists (select 1 from private.card_dues(o) d where d.purpose = p_purpose and d.amount = p_amount) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  select * into p from public.payments x where x.order_id = o.id and x.method = 'card' and x.state = 'pending' and x.purpose = p_purpose
    and x.amount = p_amount order by x.created_at limit 1;
  if p.id is null then
    if exists (select 1 from public.payments x where x.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
    if (select count(*) from public.payments x where x.order_id = o.id and x.method = 'card' and x.created_at > now() - interval '1 hour') >= 30 then
      raise exception 'rate_limited' using errcode = 'PT429';
    end if;
    insert into public.payments (id, order_id, purpose, method, reference, currency, amount, created_by)
    values (p_id, o.id, p_purpose, 'card', private.next_payment_reference(o), o.currency, p_amount, auth.uid()) returning * into p;
    perform private.record_payment_event(p.id, 'announced', null, 'buyer');
  end if;
  perform public.cancel_payment(x.id) from public.payments x where x.order_id = o.id and x.method = 'card' and x.state = 'pending' and x.id <> p.id;

  select * into page from private.card_checkouts c where c.payment_id = p.id and c.closed_at is null
    and c.opened_at > clock_timestamp() - interval '80 minutes' order by c.attempt desc limit 1;
  if page.attempt is null then
    insert into private.card_checkouts (payment_id, attempt)
    select p.id, coalesce(max(c.attempt), 0) + 1 from private.card_checkouts c where c.payment_id = p.id returning * into page;
  end if;
  select array_agg(c.session_id) into stale from private.card_checkouts c join public.payments x on x.id = c.payment_id
  where x.order_id = o.id and (c.payment_id, c.attempt) <> (page.payment_id, page.attempt) and c.closed_at is null and c.session_id is not null;
  return jsonb_build_object('payment', p.id, 'reference', p.reference, 'purpose', p.purpose, 'amount', p.amount, 'currency', p.currency,
    'orderReference', o.reference, 'producer', (select x.name from public.producers x where x.id = o.producer_id),
    'attempt', page.attempt, 'openedAt', floor(extract(epoch from page.opened_at)), 'session', page.session_id, 'stale', to_jsonb(coalesce(stale, '{}')));
end $$;
grant execute on function public.start_card_payment(uuid, uuid, public.payment_purpose, bigint) to authenticated;

create function public.keep_card_session(p_payment uuid, p_attempt integer, p_session text) returns void
language sql security definer set search_path = '' as $$
  update private.card_checkouts set session_id = p_session where payment_id = p_payment and attempt = p_attempt and session_id is null
$$;
-- Answers the page on which the same payment may still be made, if any.
create function public.close_card_session(p_session text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  update private.card_checkouts set closed_at = clock_timestamp() where session_id = p_session and closed_at is null;
  return (select private.card_session(c.payment_id) from private.card_checkouts c where c.session_id = p_session);
end $$;
grant execute on function public.keep_card_session(uuid, integer, text), public.close_card_session(text) to service_role;

-- The buyer came back and looks at the page: whether to ask the processor, which is asked at most once in three seconds.
create function public.ask_about_card(p_payment uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p public.payments;
begin
  select * into p from public.payments where id = p_payment;
  if private.require_order_side(p.order_id) <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if p.method <> 'card' or p.state <> 'pending' then return null; end if;
  update private.card_checkouts set asked_at = clock_timestamp()
  where payment_id = p_payment and session_id = private.card_session(p_payment) and (asked_at is null or asked_at < clock_timestamp() - interval '3 seconds');
  return case when found then private.card_session(p_payment) end;
end $$;
grant execute on function public.ask_about_card(uuid) to authenticated;
