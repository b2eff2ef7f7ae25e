-- The life of an order after acceptance. One table says who may do what and when; every move goes through one function
-- that asks the table, then money, proposals and disputes, and leaves an event. src/domain/order-states.ts has the same.

create function private.order_steps() returns table (action text, from_state public.order_state, to_state public.order_state, role text)
language sql immutable set search_path = '' as $$
  values ('start', 'confirmed'::public.order_state, 'in_production'::public.order_state, 'producer'),
    ('inspect', 'in_production', 'inspected', 'producer'),
    ('ready', 'inspected', 'ready', 'producer'),
    ('ship', 'ready', 'shipped', 'producer'),
    ('deliver', 'shipped', 'delivered', 'buyer'),
    ('close', 'delivered', 'closed', 'buyer'),
    ('close', 'delivered', 'closed', 'clock'),
    ('cancel', 'confirmed', 'cancelled', 'buyer'),
    ('cancel', 'confirmed', 'cancelled', 'both'),
    ('cancel', 'in_production', 'cancelled', 'both'),
    ('cancel', 'inspected', 'cancelled', 'both'),
    ('cancel', 'ready', 'cancelled', 'both'),
    ('cancel', 'confirmed', 'cancelled', 'mediator'),
    ('cancel', 'in_production', 'cancelled', 'mediator'),
    ('cancel', 'inspected', 'cancelled', 'mediator'),
    ('cancel', 'ready', 'cancelled', 'mediator')
$$;
comment on function private.order_steps is 'role: a side of the order, both (one proposed, the other agreed), a dispute''s mediator, or the clock.';

create function private.order_step(p_state public.order_state, p_action text, p_role text) returns public.order_state
language plpgsql immutable set search_path = '' as $$
declare
  target public.order_state;
begin
  select s.to_state into target from private.order_steps() s where s.action = p_action and s.role = p_role and s.from_state = p_state;
  if target is not null then return target; end if;
  if exists (select 1 from private.order_steps() s where s.action = p_action and s.role = p_role) then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  raise exception 'not_allowed' using errcode = 'PT403';
end $$;

-- Days after delivery when a paid, undisputed order closes by itself.
create function private.order_closes_after() returns interval
language sql immutable set search_path = '' as $$ select interval '14 days' $$;

create function private.order_is_before_shipping(p_state public.order_state) returns boolean
language sql immutable set search_path = '' as $$ select p_state in ('confirmed', 'in_production', 'inspected', 'ready') $$;

-- The caller's side, or not_found: who has no part in an order cannot tell it from none.
create function private.require_order_side(p_order uuid) returns public.inquiry_side
language plpgsql stable security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.order_side_of(p_order);
begin
  perform private.require_active_user();
  if my_side is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return my_side;
end $$;

-- Writers of one order wait for each other on its row, payments and cancellations too.
create function private.lock_order(p_order uuid) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
begin
  select * into strict o from public.orders where id = p_order for update;
  return o;
end $$;

create function private.other_side(p_side public.inquiry_side) returns public.inquiry_side
language sql immutable set search_path = '' as $$
  select case p_side when 'buyer' then 'producer' else 'buyer' end::public.inquiry_side
$$;

create function private.order_document(p_order uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select r.document from public.order_revisions r join public.orders o on o.id = r.order_id and o.revision = r.revision where o.id = p_order
$$;

-- What arrived and is not on its way back: what a cancellation can still give back or keep.
create function private.order_held(p_order uuid) returns bigint
language sql stable security definer set search_path = '' as $$
  select (coalesce((select sum(p.confirmed_amount) from public.payments p where p.order_id = p_order and p.state = 'confirmed'), 0)
    - coalesce((select sum(r.amount) from public.refunds r where r.order_id = p_order and r.state <> 'failed'), 0))::bigint
$$;

create function private.tell_order(o public.orders, p_to public.inquiry_side, p_kind text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  data constant jsonb := (select jsonb_build_object('orderId', o.id, 'reference', o.reference, 'producer', p.name, 'producerSlug', p.slug,
      'buyer', b.name, 'title', private.order_document(o.id) #>> '{lines,0,description}', 'amount', o.total_amount, 'currency', o.currency,
      'date', o.promised_on, 'side', p_to)
    from public.producers p, public.buyers b where p.id = o.producer_id and b.id = o.buyer_id) || p_data;
begin
  if p_to = 'buyer' then perform private.notify_buyer(o.buyer_id, p_kind, data);
  else perform private.notify_producer(o.producer_id, p_kind, data); end if;
end $$;

-- p_side: who did it, null for the system; the record never names the account to the other side.
create function private.record_order(o public.orders, p_action text, p_side text, p_from text default null, p_to text default null,
  p_reason text default null, p_data jsonb default '{}') returns void
language sql security definer set search_path = '' as $$
  select private.record_event('order', o.id, 'order.' || p_action, p_from, p_to, p_reason, p_producer => o.producer_id, p_buyer => o.buyer_id,
    p_data => jsonb_strip_nulls(jsonb_build_object('side', p_side)) || p_data)
$$;

-- The one place where an order's state changes. Callers hold the row's lock.
create function private.move_order(o public.orders, p_action text, p_role text, p_note text default null, p_data jsonb default '{}')
returns public.order_state
language plpgsql security definer set search_path = '' as $$
declare
  target constant public.order_state := private.order_step(o.state, p_action, p_role);
begin
  if p_action = 'ship' and exists (select 1 from public.order_changes c where c.order_id = o.id and c.state = 'proposed') then
    raise exception 'change_open' using errcode = 'PT409';
  end if;
  if p_action = 'close' and exists (select 1 from public.disputes d where d.order_id = o.id and d.state in ('open', 'mediating')) then
    raise exception 'dispute_open' using errcode = 'PT409';
  end if;
  if p_action = 'close' and (select m.outstanding from private.order_money(o.id) m) > 0 then
    raise exception 'order_unpaid' using errcode = 'PT409';
  end if;
  if p_action = 'cancel' and p_role = 'buyer' and ((select m.paid from private.order_money(o.id) m) > 0
      or exists (select 1 from public.payments p where p.order_id = o.id and p.state = 'proof_sent')) then
    raise exception 'order_paid' using errcode = 'PT409';
  end if;
  update public.orders set state = target,
    started_at = case when target = 'in_production' then now() else started_at end,
    shipped_at = case when target = 'shipped' then now() else shipped_at end,
    delivered_at = case when target = 'delivered' then now() else delivered_at end,
    closed_at = case when target = 'closed' then now() else closed_at end,
    cancelled_at = case when target = 'cancelled' then now() else cancelled_at end
  where id = o.id;
  perform private.record_order(o, p_action, case when p_role <> 'clock' then p_role end, o.state::text, target::text, p_note, p_data);
  return target;
end $$;

-- Whether a state lies at the target or behind it on the usual way: the act was done before, a second tap is harmless.
create function private.order_reached(p_state public.order_state, p_target public.order_state) returns boolean
language sql immutable set search_path = '' as $$
  select case when p_state = 'cancelled' or p_target = 'cancelled' then p_state = p_target else p_state >= p_target end
$$;

-- p_expected is the state that the person saw. The act is done once, however often it is tapped.
create function public.advance_order(p_order uuid, p_action text, p_expected public.order_state, p_note text default null)
returns public.order_state
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders;
  target public.order_state;
begin
  if coalesce(p_action, '') not in ('start', 'inspect', 'ready', 'close') then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  target := private.order_step(p_expected, p_action, my_side::text);
  o := private.lock_order(p_order);
  if o.state <> p_expected and private.order_reached(o.state, target) then return o.state; end if;
  perform private.move_order(o, p_action, my_side::text, p_note);
  perform private.tell_order(o, private.other_side(my_side), case p_action when 'start' then 'order_started' when 'inspect' then 'order_inspected'
    when 'ready' then 'order_ready' else 'order_closed' end, jsonb_build_object('reason', nullif(btrim(p_note), '')));
  return target;
end $$;
comment on function public.advance_order is 'start, inspect, ready by the producer, close by the buyer; shipping and delivery have functions of their own.';
grant execute on function public.advance_order(uuid, text, public.order_state, text) to authenticated;

-- Found by state, so it may run late or twice. Answers the orders that it closed.
create function private.close_finished_orders() returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
begin
  for o in
    select x.* from public.orders x
    where x.state = 'delivered' and x.delivered_at <= now() - private.order_closes_after()
      and not exists (select 1 from public.disputes d where d.order_id = x.id and d.state in ('open', 'mediating'))
      and (select m.outstanding from private.order_money(x.id) m) <= 0
    order by x.delivered_at limit 500 for update of x skip locked
  loop
    perform private.move_order(o, 'close', 'clock');
    perform private.tell_order(o, 'buyer', 'order_closed');
    perform private.tell_order(o, 'producer', 'order_closed');
    return next o.id;
  end loop;
end $$;

-- Money goes back from the newest payment first; each part waits as a refund until somebody has sent it.
create function private.pay_back(p_order uuid, p_amount bigint, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  payment record;
  remaining bigint := p_amount;
  part bigint;
begin
  for payment in
    select p.id, p.confirmed_amount - coalesce((select sum(r.amount) from public.refunds r where r.payment_id = p.id and r.state <> 'failed'), 0) as free
    from public.payments p where p.order_id = p_order and p.state = 'confirmed' order by p.confirmed_at desc, p.id
  loop
    part := least(remaining, payment.free);
    if part > 0 then
      insert into public.refunds (payment_id, order_id, amount, reason, requested_by) values (payment.id, p_order, part, p_reason, auth.uid());
      remaining := remaining - part;
    end if;
  end loop;
  if remaining > 0 then raise exception 'refund_too_much' using errcode = 'PT409'; end if;
end $$;

-- The end before shipping: what is kept is all that is still owed, the rest goes back.
create function private.end_order(o public.orders, p_role text, p_reason text, p_refund bigint, p_kept bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_kept > o.total_amount then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.move_order(o, 'cancel', p_role, p_reason, jsonb_build_object('refund', p_refund, 'kept', p_kept));
  update public.orders set credited_amount = total_amount - p_kept where id = o.id;
  update public.order_changes set state = 'withdrawn', decided_at = now() where order_id = o.id and state = 'proposed';
  -- Announced and not sent yet: nobody should pay for what was called off.
  update public.payments set state = 'cancelled' where order_id = o.id and state = 'pending';
  perform private.book_cancellation(o.id, p_refund, p_kept);
  if p_refund > 0 then perform private.pay_back(o.id, p_refund, p_reason); end if;
end $$;

-- The buyer alone, while nothing is paid and nothing is made.
create function public.cancel_order(p_order uuid, p_reason text) returns public.order_state
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
begin
  if my_side <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if o.state = 'cancelled' then return o.state; end if;
  perform private.order_step(o.state, 'cancel', 'buyer');
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  perform private.end_order(o, 'buyer', p_reason, 0, 0);
  perform private.tell_order(o, 'producer', 'order_cancelled', jsonb_build_object('reason', btrim(p_reason)));
  return 'cancelled';
end $$;
grant execute on function public.cancel_order(uuid, text) to authenticated;
