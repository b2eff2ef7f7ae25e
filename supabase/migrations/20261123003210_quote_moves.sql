-- Quotes, second part: sending, taking back, saying no, countering, running out.

-- A version and the caller's part in it, with the inquiry locked. A draft is its author's alone.
create function private.quote_as(p_quote uuid, p_key text, out q public.quotes, out i public.inquiries, out side public.inquiry_side, out part text)
language plpgsql security definer set search_path = '' as $$
begin
  if p_key is null then perform private.require_active_user(); end if;
  select * into q from public.quotes x where x.id = p_quote;
  side := private.inquiry_side_of(q.inquiry_id, p_key);
  if q.id is null or side is null or (q.state = 'draft' and side <> q.side) then raise exception 'not_found' using errcode = 'PT404'; end if;
  i := private.lock_inquiry(q.inquiry_id);
  -- As it is now that nobody else can move it.
  select * into q from public.quotes x where x.id = p_quote;
  if q.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  part := case when side = q.side then 'author' else 'recipient' end;
end $$;

create function private.inquiry_title(i public.inquiries) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(nullif(i.product_title, ''), (select r.title from public.rfqs r where r.id = i.rfq_id), '')
$$;

-- Tells one side about a version; `p_to` null tells both.
create function private.tell_quote(q public.quotes, i public.inquiries, p_to public.inquiry_side, p_kind text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  told jsonb := jsonb_build_object('reference', i.reference, 'inquiryId', i.id, 'quoteId', q.id, 'rfqId', i.rfq_id,
    'producer', (select p.name from public.producers p where p.id = i.producer_id),
    'buyer', coalesce((select b.name from public.buyers b where b.id = i.buyer_id), nullif(i.organisation, ''),
      (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id), ''),
    'title', private.inquiry_title(i), 'amount', q.total_amount, 'currency', q.currency,
    'date', private.iso(q.valid_until), 'reason', p_reason, 'version', q.version);
begin
  -- A producer that blocked the sender hears none of their words, in whatever form they come.
  if p_to is distinct from 'buyer' and not i.withheld then
    perform private.notify_producer(i.producer_id, p_kind, told || jsonb_build_object('side', 'producer'));
  end if;
  if p_to is distinct from 'producer' then
    perform private.notify_inquiry_buyer(i.id, p_kind, told || jsonb_build_object('side', 'buyer'));
  end if;
end $$;

create function private.record_quote(q public.quotes, i public.inquiries, p_action text, p_to public.quote_state, p_actor public.inquiry_side,
  p_reason text default null) returns void
language sql security definer set search_path = '' as $$
  select private.record_event('quote', q.id, p_action, q.state::text, p_to::text, p_reason, p_producer => i.producer_id, p_buyer => i.buyer_id,
    p_data => jsonb_build_object('side', p_actor, 'version', q.version, 'inquiryId', i.id, 'total', q.total_amount, 'currency', q.currency))
$$;

-- Ends a standing version.
create function private.end_quote(q public.quotes, i public.inquiries, p_action text, p_to public.quote_state, p_actor public.inquiry_side,
  p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.quotes x set state = p_to, decided_at = now(), reason = nullif(btrim(p_reason), '') where x.id = q.id;
  perform private.record_quote(q, i, p_action, p_to, p_actor, p_reason);
end $$;

-- A new version is the last word in the conversation. What stood until now is superseded, whichever side wrote it.
create function private.put_forward(p_quote uuid, i public.inquiries, p_side public.inquiry_side) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  old public.quotes;
  q public.quotes;
  woken public.inquiry_state := case p_side when 'producer' then 'answered' else 'open' end;
begin
  select * into old from public.quotes x where x.inquiry_id = i.id and x.state = 'sent';
  if found then
    perform private.end_quote(old, i, case when old.side = p_side then 'quote.replaced' else 'quote.countered' end,
      private.quote_move(case when old.side = p_side then 'replace' else 'counter' end, old.state,
        case when old.side = p_side then 'author' else 'recipient' end), p_side);
  end if;
  -- The other side's draft takes a later number; its author will send it as a newer version.
  update public.quotes x set version = private.next_version(i.id) + 1 where x.inquiry_id = i.id and x.state = 'draft' and x.id <> p_quote;
  update public.quotes x set version = private.next_version(i.id) where x.id = p_quote;
  select * into q from public.quotes x where x.id = p_quote;
  update public.quotes x set state = 'sent', sent_at = now() where x.id = p_quote;
  update public.quotes x set document_sha256 = encode(sha256(convert_to(private.quote_content(p_quote)::text, 'UTF8')), 'hex') where x.id = p_quote;
  perform private.record_quote(q, i, 'quote.sent', 'sent', p_side);
  update public.inquiries x set state = woken, last_message_at = clock_timestamp(),
    buyer_read_at = case when p_side = 'buyer' then clock_timestamp() else x.buyer_read_at end,
    producer_read_at = case when p_side = 'producer' then clock_timestamp() else x.producer_read_at end
  where x.id = i.id;
  perform private.record_event('inquiry', i.id, 'inquiry.replied', i.state::text, woken::text, p_producer => i.producer_id, p_buyer => i.buyer_id,
    p_data => jsonb_build_object('side', p_side, 'quote', p_quote));
  perform private.tell_quote(q, i, case p_side when 'producer' then 'buyer' else 'producer' end::public.inquiry_side,
    case p_side when 'producer' then 'quote_sent' else 'quote_countered' end);
  return q.version;
end $$;

-- What must hold before somebody is bound by it.
create function private.check_before_sending(q public.quotes) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.quote_lines l where l.quote_id = q.id) then raise exception 'quote_empty' using errcode = 'PT400'; end if;
  if q.valid_until <= now() then raise exception 'date_past' using errcode = 'PT400'; end if;
  if q.valid_until > now() + interval '366 days' then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if exists (select 1 from public.quote_lines l join public.products p on p.id = l.product_id
      where l.quote_id = q.id and not l.moq_waived and private.is_off_listing(p, l.quantity, l.sample)) then
    raise exception 'moq_not_waived' using errcode = 'PT400';
  end if;
end $$;

-- Sends the producer's draft; answers its number. Sending it again answers the same.
create function public.send_quote(p_quote uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  a record;
begin
  select * into a from private.quote_as(p_quote, null);
  if a.part = 'author' and (a.q).state = 'sent' then return (a.q).version; end if;
  perform private.quote_move('send', (a.q).state, a.part);
  perform private.require_quotable(a.i);
  perform private.check_before_sending(a.q);
  return private.put_forward(p_quote, a.i, a.side);
end $$;
grant execute on function public.send_quote(uuid) to authenticated;

create function public.withdraw_quote(p_quote uuid, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a record;
begin
  select * into a from private.quote_as(p_quote, null);
  perform private.end_quote(a.q, a.i, 'quote.withdrawn', private.quote_move('withdraw', (a.q).state, a.part), a.side, p_reason);
  perform private.tell_quote(a.q, a.i, case a.side when 'producer' then 'buyer' else 'producer' end::public.inquiry_side, 'quote_withdrawn', p_reason);
end $$;
grant execute on function public.withdraw_quote(uuid, text) to authenticated;

-- `p_key` is a visitor's: who asked without an account can say no without one.
create function public.decline_quote(p_quote uuid, p_reason text, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a record;
  target public.quote_state;
begin
  select * into a from private.quote_as(p_quote, p_key);
  target := private.quote_move('decline', (a.q).state, a.part);
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  perform private.end_quote(a.q, a.i, 'quote.declined', target, a.side, p_reason);
  perform private.tell_quote(a.q, a.i, (a.q).side, 'quote_declined', btrim(p_reason));
end $$;
grant execute on function public.decline_quote(uuid, text, text) to anon, authenticated;

-- Asks the author for something else: a message in the thread, while the version stands. `p_message` is the message's id.
create function public.request_quote_change(p_quote uuid, p_message uuid, p_body text, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a record;
begin
  select * into a from private.quote_as(p_quote, p_key);
  perform private.quote_move('request_change', (a.q).state, a.part);
  if length(btrim(coalesce(p_body, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  if exists (select 1 from public.inquiry_messages m where m.id = p_message and m.inquiry_id = (a.i).id) then return; end if;
  perform public.reply_inquiry((a.i).id, p_message, p_body, p_key);
  perform private.record_quote(a.q, a.i, 'quote.change_requested', (a.q).state, a.side);
end $$;
grant execute on function public.request_quote_change(uuid, uuid, text, text) to anon, authenticated;

-- The organisation that buys. Whoever asked may name one of theirs once; from then on its members act for it.
create function private.settle_buyer(i public.inquiries, p_buyer uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  chosen uuid := coalesce(i.buyer_id, p_buyer);
begin
  if i.buyer_id is not null and p_buyer is not null and p_buyer <> i.buyer_id then raise exception 'conflict' using errcode = 'PT409'; end if;
  if chosen is null then
    select case when count(*) = 1 then min(b.id::text)::uuid end into chosen
    from public.buyer_members m join public.buyers b on b.id = m.buyer_id and b.state = 'active' where m.user_id = private.active_user();
  end if;
  if chosen is null then raise exception 'buyer_needed' using errcode = 'PT409'; end if;
  if not private.is_buyer_member(chosen) or not exists (select 1 from public.buyers b where b.id = chosen and b.state = 'active') then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  if i.buyer_id is null then
    update public.inquiries x set buyer_id = chosen where x.id = i.id;
    update public.rfqs r set buyer_id = chosen where r.id = i.rfq_id and r.buyer_id is null;
  end if;
  return chosen;
end $$;

-- The buyer's lines over the producer's: quantity and price are theirs, what is sold stays. Without a price the one that
-- was quoted holds, by tier at the new quantity; quantity 0 leaves the line out. Sums must come along and be right.
create function private.counter_lines(p_quote uuid, p_lines jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(base.line || jsonb_build_object('quantity', c.quantity, 'unitAmount', p.unit_amount,
      'lineAmount', c.quantity * p.unit_amount, 'moqWaived', true, 'tiers', case when p.unit_amount = p.held then base.line -> 'tiers' else '[]' end)
    order by (base.line ->> 'position')::integer), '[]')
  from jsonb_array_elements(private.quote_content(p_quote) -> 'lines') as base (line)
  join lateral (select (x ->> 'quantity')::bigint as quantity, (x ->> 'unitAmount')::bigint as unit_amount
    from jsonb_array_elements(p_lines) x where (x ->> 'position')::integer = (base.line ->> 'position')::integer limit 1) c on c.quantity > 0
  cross join lateral (select coalesce((select (t ->> 'unitAmount')::bigint from jsonb_array_elements(base.line -> 'tiers') t
    where (t ->> 'minQuantity')::integer <= c.quantity order by (t ->> 'minQuantity')::integer desc limit 1),
    -- Below the first tier, never less than a larger quantity costs.
    greatest((base.line ->> 'unitAmount')::bigint, (base.line -> 'tiers' -> 0 ->> 'unitAmount')::bigint)) as held) h
  cross join lateral (select h.held, coalesce(c.unit_amount, h.held) as unit_amount) p
$$;

-- The buyer's own version on the same lines. It binds the buyer, so it needs an organisation; it supersedes what stands.
create function public.counter_quote(p_id uuid, p_quote uuid, p_counter jsonb, p_buyer uuid default null) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  a record;
  i public.inquiries;
  made public.quotes;
begin
  perform private.claim_id(p_id);
  select * into a from private.quote_as(p_quote, null);
  select * into made from public.quotes x where x.id = p_id;
  if found and (made.inquiry_id <> (a.i).id or made.side <> a.side) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if found then return made.version; end if;
  perform private.require_quotable(a.i);
  perform private.quote_move('counter', (a.q).state, a.part);
  if (a.q).valid_until <= now() then raise exception 'quote_expired' using errcode = 'PT409'; end if;
  -- A producer answers a counter with a quote of its own, through the editor.
  if a.side <> 'buyer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.settle_buyer(a.i, p_buyer);
  select * into i from public.inquiries x where x.id = (a.i).id;
  -- 99 is no version's number: it only keeps clear of the producer's draft until this one gets its own.
  perform private.store_quote(p_id, i, 'buyer', 99, p_counter || jsonb_build_object(
    'lines', private.counter_lines(p_quote, p_counter -> 'lines'), 'currency', (a.q).currency, 'taxBp', (a.q).tax_bp));
  select * into made from public.quotes x where x.id = p_id;
  perform private.check_before_sending(made);
  return private.put_forward(p_id, i, 'buyer');
end $$;
grant execute on function public.counter_quote(uuid, uuid, jsonb, uuid) to authenticated;

-- For the worker, found by state: what ran out ends, and the other side hears once when two days are left.
create function private.expire_quotes() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  due record;
  q public.quotes;
  i public.inquiries;
  ended integer := 0;
begin
  for due in select x.id, x.inquiry_id from public.quotes x
      where x.state = 'sent' and x.valid_until <= now() + interval '2 days' order by x.valid_until limit 1000 loop
    -- Somebody is deciding at this moment; the next run looks again.
    select * into i from public.inquiries x where x.id = due.inquiry_id for update skip locked;
    continue when not found;
    select * into q from public.quotes x where x.id = due.id and x.state = 'sent';
    continue when not found;
    if q.valid_until <= now() then
      perform private.end_quote(q, i, 'quote.expired', private.quote_move('expire', q.state, 'clock'), null);
      perform private.tell_quote(q, i, null, 'quote_expired');
      ended := ended + 1;
    elsif q.sent_at + interval '2 days' < q.valid_until and not exists (select 1 from public.events e
        where e.subject_kind = 'quote' and e.subject_id = q.id and e.action = 'quote.expiring') then
      perform private.record_quote(q, i, 'quote.expiring', 'sent', null);
      perform private.tell_quote(q, i, case q.side when 'producer' then 'buyer' else 'producer' end::public.inquiry_side, 'quote_expiring');
    end if;
  end loop;
  return ended;
end $$;
