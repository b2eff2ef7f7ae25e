-- What both agreed can be changed by both alone: one side proposes the whole agreement as it would be, the other agrees,
-- and a new revision is frozen beside the old one. There is no other way to touch a price.

-- Parties, currency, origin and the facts of each line stay; quantities and prices may change, a line may go, none comes.
create function private.check_new_terms(p_old jsonb, p_new jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  k text;
  whole constant text[] := '{discountAmount,freightAmount,taxBp,depositBp,goodsAmount,taxAmount,totalAmount,depositAmount}';
begin
  if jsonb_typeof(p_new) is distinct from 'object'
      or array(select jsonb_object_keys(p_new) order by 1) <> array(select jsonb_object_keys(p_old) order by 1) then
    raise exception 'terms_fixed' using errcode = 'PT400';
  end if;
  if p_new = p_old then raise exception 'nothing_changed' using errcode = 'PT400'; end if;
  foreach k in array '{reference,orderedAt,currency,minorUnits,locale,producer,buyer,inquiry,rfq,quote,leadTimeDays}'::text[] loop
    if p_new -> k is distinct from p_old -> k then raise exception 'terms_fixed' using errcode = 'PT400'; end if;
  end loop;
  if jsonb_typeof(p_new -> 'lines') <> 'array' or jsonb_array_length(p_new -> 'lines') = 0 then raise exception 'no_lines_left' using errcode = 'PT400'; end if;
  if (select count(distinct l ->> 'position') from jsonb_array_elements(p_new -> 'lines') l) <> jsonb_array_length(p_new -> 'lines')
      or exists (select 1 from jsonb_array_elements(p_new -> 'lines') l where not exists (
        select 1 from jsonb_array_elements(p_old -> 'lines') m where l - '{quantity,unitAmount,lineAmount}'::text[] = m - '{quantity,unitAmount,lineAmount}'::text[])) then
    raise exception 'terms_fixed' using errcode = 'PT400';
  end if;
  foreach k in array whole loop
    -- As in a quote, and no more than every reader counts exactly.
    if (p_new ->> k) !~ '^[0-9]{1,16}$' or jsonb_typeof(p_new -> k) <> 'number' or (p_new ->> k)::bigint > 9007199254740991
        or (k = 'goodsAmount' and (p_new ->> k)::bigint > 1000000000000000) or (k = 'freightAmount' and (p_new ->> k)::bigint > 1000000000000) then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  end loop;
  if exists (select 1 from jsonb_array_elements(p_new -> 'lines') l where jsonb_typeof(l -> 'quantity') <> 'number' or jsonb_typeof(l -> 'unitAmount') <> 'number'
      or (l ->> 'quantity') !~ '^[1-9][0-9]{0,8}$' or (l ->> 'unitAmount') !~ '^[0-9]{1,13}$'
      or (l ->> 'quantity')::bigint > 100000000 or (l ->> 'unitAmount')::bigint > 1000000000000) then
    raise exception 'out_of_range' using errcode = 'PT400';
  end if;
  perform private.check_new_words(p_old, p_new);
  perform private.order_document_sums(p_new);
end $$;

create function private.check_new_words(p_old jsonb, p_new jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  k text;
begin
  foreach k in array '{incoterm,incotermPlace,promisedOn,paymentTerms,destination,notes}'::text[] loop
    if jsonb_typeof(p_new -> k) is distinct from 'string' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  end loop;
  perform (p_new ->> 'incoterm')::public.incoterm, (p_new ->> 'paymentTerms')::public.payment_terms;
  if (p_new ->> 'taxBp')::integer > 10000 or (p_new ->> 'depositBp')::integer > 10000 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if length(btrim(p_new ->> 'incotermPlace')) not between 1 and 120 or length(p_new ->> 'destination') > 120 or length(p_new ->> 'notes') > 3000 then
    raise exception 'too_long' using errcode = 'PT400';
  end if;
  if (p_new ->> 'promisedOn') !~ '^\d{4}-\d\d-\d\d$' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if p_new ->> 'promisedOn' <> p_old ->> 'promisedOn' and (p_new ->> 'promisedOn')::date < current_date then
    raise exception 'date_past' using errcode = 'PT400';
  end if;
end $$;

-- p_kind and one of: the document, or what happens to the money that came. The second proposal waits for the first's answer.
create function private.propose(p_order uuid, p_id uuid, p_kind public.change_kind, p_reason text, p_document jsonb, p_refund bigint, p_kept bigint)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
begin
  if exists (select 1 from public.order_changes c where c.id = p_id and c.order_id = p_order and c.side = my_side and c.kind = p_kind) then return; end if;
  if exists (select 1 from public.order_changes c where c.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if not private.order_is_before_shipping(o.state) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if exists (select 1 from public.order_changes c where c.order_id = p_order and c.state = 'proposed') then
    raise exception 'change_open' using errcode = 'PT409';
  end if;
  if (select count(*) from public.order_changes c where c.order_id = p_order and c.side = my_side
      and c.created_at > now() - interval '1 day') >= 40 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  if p_kind = 'terms' then perform private.check_new_terms(private.order_document(p_order), p_document);
  else perform private.check_ending(o, p_refund, p_kept); end if;
  insert into public.order_changes (id, order_id, kind, side, proposed_by, reason, document, refund_amount, kept_amount)
  values (p_id, p_order, p_kind, my_side, auth.uid(), btrim(p_reason), p_document, p_refund, p_kept);
  perform private.record_order(o, 'change_proposed', my_side::text, p_reason => p_reason, p_data => jsonb_build_object('change', p_id, 'kind', p_kind));
  perform private.tell_order(o, private.other_side(my_side), 'change_proposed', jsonb_build_object('changeId', p_id, 'change', p_kind, 'reason', btrim(p_reason),
    'amount', case when p_kind = 'terms' then (p_document ->> 'totalAmount')::bigint else p_refund end));
end $$;

-- All money that came is either given back or kept, to the last unit.
create function private.check_ending(o public.orders, p_refund bigint, p_kept bigint) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_refund is null or p_kept is null or p_refund < 0 or p_kept < 0 or p_kept > o.total_amount then
    raise exception 'out_of_range' using errcode = 'PT400';
  end if;
  if p_refund + p_kept <> private.order_held(o.id) then raise exception 'sums_differ' using errcode = 'PT400'; end if;
end $$;

-- p_revision is the agreement that the proposal was written from.
create function public.propose_change(p_order uuid, p_id uuid, p_reason text, p_document jsonb, p_revision integer) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_order_side(p_order);
  if p_document is null then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if not exists (select 1 from public.order_changes c where c.id = p_id)
      and (private.lock_order(p_order)).revision is distinct from p_revision then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  perform private.propose(p_order, p_id, 'terms', p_reason, p_document, null, null);
end $$;
grant execute on function public.propose_change(uuid, uuid, text, jsonb, integer) to authenticated;

create function public.propose_cancellation(p_order uuid, p_id uuid, p_reason text, p_refund bigint, p_kept bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.propose(p_order, p_id, 'cancel', p_reason, null, p_refund, p_kept);
end $$;
grant execute on function public.propose_cancellation(uuid, uuid, text, bigint, bigint) to authenticated;

create function private.freeze_revision(o public.orders, c public.order_changes) returns void
language plpgsql security definer set search_path = '' as $$
declare
  doc constant jsonb := c.document;
begin
  perform private.check_new_terms(private.order_document(o.id), doc);
  insert into public.order_revisions (order_id, revision, document, sha256, total_amount, deposit_amount, change_id)
  values (o.id, o.revision + 1, doc, encode(sha256(convert_to(doc::text, 'UTF8')), 'hex'), (doc ->> 'totalAmount')::bigint,
    (doc ->> 'depositAmount')::bigint, c.id);
  update public.orders set revision = o.revision + 1, total_amount = (doc ->> 'totalAmount')::bigint, deposit_amount = (doc ->> 'depositAmount')::bigint,
    promised_on = (doc ->> 'promisedOn')::date where id = o.id;
  if o.total_amount <> (doc ->> 'totalAmount')::bigint then perform private.book_change(o.id, o.total_amount, (doc ->> 'totalAmount')::bigint); end if;
  perform private.issue_document(o.id, 'pro_forma');
end $$;

-- The other side agrees or refuses; the same answer twice is one answer.
create function public.answer_change(p_change uuid, p_agree boolean, p_answer text default null) returns public.change_state
language plpgsql security definer set search_path = '' as $$
declare
  c public.order_changes;
  o public.orders;
  my_side public.inquiry_side;
  target constant public.change_state := case when p_agree then 'agreed' else 'refused' end;
begin
  select * into c from public.order_changes where id = p_change;
  my_side := private.require_order_side(c.order_id);
  if my_side = c.side then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.lock_order(c.order_id);
  select * into c from public.order_changes where id = p_change;
  if c.state = target then return target; end if;
  if c.state <> 'proposed' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  -- Decided first: an order that ends withdraws what is still proposed.
  update public.order_changes set state = target, answer = nullif(btrim(p_answer), ''), decided_at = now() where id = p_change;
  if p_agree and c.kind = 'terms' then perform private.freeze_revision(o, c); end if;
  perform private.record_order(o, 'change_' || target, my_side::text, p_reason => p_answer, p_data => jsonb_build_object('change', c.id, 'kind', c.kind));
  if p_agree and c.kind = 'cancel' then
    if c.refund_amount + c.kept_amount <> private.order_held(o.id) then raise exception 'change_stale' using errcode = 'PT409'; end if;
    perform private.end_order(o, 'both', c.reason, c.refund_amount, c.kept_amount);
    perform private.tell_order(o, c.side, 'order_cancelled', jsonb_build_object('changeId', c.id, 'reason', c.reason, 'amount', c.refund_amount));
  else
    perform private.tell_order(o, c.side, 'change_' || target, jsonb_build_object('changeId', c.id, 'change', c.kind, 'reason', nullif(btrim(p_answer), ''),
      'amount', coalesce((c.document ->> 'totalAmount')::bigint, c.refund_amount)));
  end if;
  return target;
end $$;
grant execute on function public.answer_change(uuid, boolean, text) to authenticated;

create function public.withdraw_change(p_change uuid) returns public.change_state
language plpgsql security definer set search_path = '' as $$
declare
  c public.order_changes;
  o public.orders;
begin
  select * into c from public.order_changes where id = p_change;
  if private.require_order_side(c.order_id) <> c.side then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.lock_order(c.order_id);
  update public.order_changes set state = 'withdrawn', decided_at = now() where id = p_change and state = 'proposed';
  if found then
    perform private.record_order(o, 'change_withdrawn', c.side::text, p_data => jsonb_build_object('change', c.id, 'kind', c.kind));
    return 'withdrawn';
  end if;
  select * into c from public.order_changes where id = p_change;
  if c.state <> 'withdrawn' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  return c.state;
end $$;
grant execute on function public.withdraw_change(uuid) to authenticated;
