-- Issuing: the next number of a series is taken in the transaction that writes the document. Whoever comes next waits for
-- that transaction's end, and a number that was rolled back is the next one's.

create function private.document_prefix(p_kind public.document_kind) returns text
language sql immutable set search_path = '' as $$
  select case p_kind when 'pro_forma' then 'PF' when 'commercial_invoice' then 'INV' when 'packing_list' then 'PL' when 'receipt' then 'RC' else 'CN' end
$$;

create function private.take_document_number(p_producer uuid, p_kind public.document_kind, p_year integer) returns integer
language sql security definer set search_path = '' as $$
  insert into private.document_series as s (producer_id, kind, year, last_number) values (p_producer, p_kind, p_year, 1)
  on conflict (producer_id, kind, year) do update set last_number = s.last_number + 1
  returning s.last_number
$$;

-- The newest of its kind: the one that nothing replaced.
create function private.standing_document(p_order uuid, p_kind public.document_kind) returns public.documents
language sql stable security definer set search_path = '' as $$
  select d.* from public.documents d where d.order_id = p_order and d.kind = p_kind
    and not exists (select 1 from public.documents n where n.replaces = d.id)
  order by d.number desc limit 1
$$;

create function private.paper_accounts(o public.orders) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.payment_account_view(a) - '{id,active,since}'::text[] order by a.created_at, a.id), '[]')
  from public.payment_accounts a where a.producer_id = o.producer_id and a.currency = o.currency and a.active
$$;

create function private.paper_shipments(p_order uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('carrier', s.carrier, 'tracking', s.tracking, 'packages', s.packages,
    'grossWeightGrams', s.gross_weight_grams, 'shippedOn', s.shipped_on, 'expectedOn', s.expected_on) order by s.created_at, s.id), '[]')
  from public.shipments s where s.order_id = p_order
$$;

create function private.paper_payment(p_payment uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('reference', p.reference, 'method', p.method, 'purpose', p.purpose, 'amount', p.confirmed_amount, 'paidOn', p.paid_on)
  from public.payments p where p.id = p_payment and p.state = 'confirmed'
$$;

-- What the papers already credit: money that goes back for it needs no second note.
create function private.noted_credit(p_order uuid, p_cause text default null) returns bigint
language sql stable security definer set search_path = '' as $$
  select coalesce(sum((d.snapshot #>> '{credit,amount}')::bigint), 0)::bigint from public.documents d
  where d.order_id = p_order and d.kind = 'credit_note' and (p_cause is null or d.snapshot #>> '{credit,cause}' = p_cause)
$$;

-- The tax in it is the agreement's share of the sum, rounded half up as the agreement's was.
create function private.paper_credit(o public.orders, p_amount bigint, p_refund uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('amount', p_amount, 'cause', case when r.id is not null then 'refund' else 'credit' end,
    'cancelled', o.state = 'cancelled', 'reason', coalesce(r.reason, ''), 'payment', p.reference, 'method', p.method, 'settledAt', private.iso(r.settled_at),
    'taxBp', t.bp, 'taxAmount', round(p_amount::numeric * t.bp / (10000 + t.bp))::bigint,
    'invoice', (private.standing_document(o.id, 'commercial_invoice')).label)
  from (select (private.order_document(o.id) ->> 'taxBp')::integer as bp) t
    left join public.refunds r on r.id = p_refund left join public.payments p on p.id = r.payment_id
$$;

-- Everything that is printed.
create function private.paper_snapshot(o public.orders, p_kind public.document_kind, p_payment uuid, p_credit jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('kind', p_kind, 'locale', o.locale, 'order', o.reference, 'revision', o.revision,
    'agreement', doc.agreement, 'producer', private.paper_party(doc.agreement -> 'producer'), 'buyer', private.paper_party(doc.agreement -> 'buyer'),
    'money', (select to_jsonb(m) - '{deposit_outstanding}'::text[] || jsonb_build_object('credited', o.credited_amount, 'depositOutstanding', m.deposit_outstanding)
      from private.order_money(o.id) m),
    'payment', private.paper_payment(p_payment), 'credit', p_credit,
    'accounts', case when p_kind in ('pro_forma', 'commercial_invoice') then private.paper_accounts(o) else '[]' end,
    'shipments', case when p_kind in ('commercial_invoice', 'packing_list') then private.paper_shipments(o.id) else '[]' end)
  from (select private.order_document(o.id) as agreement) doc
$$;

create function private.write_document(o public.orders, p_kind public.document_kind, p_payment uuid, p_refund uuid, p_credit jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  id constant uuid := gen_random_uuid();
  old constant public.documents := case when p_kind in ('pro_forma', 'commercial_invoice', 'packing_list') then private.standing_document(o.id, p_kind) end;
  in_year constant integer := extract(year from now() at time zone 'UTC');
  next constant integer := private.take_document_number(o.producer_id, p_kind, in_year);
  named constant text := private.document_prefix(p_kind) || '-' || in_year || '-' || lpad(next::text, greatest(4, length(next::text)), '0');
  -- The clock after the lock: a higher number is never older. Who began in the old year and waited for its number over
  -- midnight still has a paper of that year, the last moment of it.
  at constant timestamptz := least(clock_timestamp(), make_timestamptz(in_year + 1, 1, 1, 0, 0, 0, 'UTC') - interval '1 microsecond');
  paper constant jsonb := private.paper_snapshot(o, p_kind, p_payment, p_credit)
    || jsonb_build_object('label', named, 'issuedAt', private.iso(at), 'replaces', old.label);
begin
  insert into public.documents (id, order_id, producer_id, kind, year, number, label, revision, payment_id, refund_id, replaces, snapshot, sha256,
    issued_at, issued_by)
  values (id, o.id, o.producer_id, p_kind, in_year, next, named, o.revision, p_payment, p_refund, old.id, paper,
    encode(sha256(convert_to(paper::text, 'UTF8')), 'hex'), at, auth.uid());
  perform private.record_event('document', id, 'document.issued', p_producer => o.producer_id, p_buyer => o.buyer_id,
    p_data => jsonb_build_object('orderId', o.id, 'kind', p_kind, 'title', named, 'replaces', old.label));
  return id;
end $$;

-- The contract of every other room. Asking again for the same answers what is there: one receipt for a payment, one credit
-- note for a refund, one paper of the others for a revision of the agreement (and of the parcels, on a packing list).
create function private.issue_document(p_order uuid, p_kind public.document_kind, p_payment uuid default null, p_refund uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  o constant public.orders := private.lock_order(p_order);
  old public.documents := private.standing_document(p_order, p_kind);
  refund public.refunds;
begin
  if p_kind = 'receipt' then
    select * into old from public.documents d where d.payment_id = p_payment and d.order_id = p_order and d.kind = 'receipt';
    if old.id is not null then return old.id; end if;
    if not exists (select 1 from public.payments p where p.id = p_payment and p.order_id = p_order and p.state = 'confirmed') then
      raise exception 'wrong_state' using errcode = 'PT409';
    end if;
    return private.write_document(o, p_kind, p_payment, null, null);
  elsif p_kind = 'credit_note' then
    select * into refund from public.refunds r where r.id = p_refund and r.order_id = p_order and r.state = 'succeeded';
    if not found then raise exception 'wrong_state' using errcode = 'PT409'; end if;
    return private.issue_refund_note(o, refund);
  end if;
  if old.revision = o.revision and (p_kind <> 'packing_list' or old.snapshot -> 'shipments' = private.paper_shipments(o.id)) then return old.id; end if;
  return private.write_document(o, p_kind, null, null, null);
end $$;

-- What a cancellation or a mediator credited is on a note already; then the money that goes back needs none of its own.
create function private.issue_refund_note(o public.orders, r public.refunds) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  there uuid := (select d.id from public.documents d where d.refund_id = r.id);
  rest bigint;
begin
  if there is not null then return there; end if;
  select least(r.amount, coalesce(sum(x.amount), 0)::bigint - private.noted_credit(o.id)) into rest
  from public.refunds x where x.order_id = o.id and x.state = 'succeeded';
  if rest <= 0 then return (private.standing_document(o.id, 'credit_note')).id; end if;
  return private.write_document(o, 'credit_note', null, r.id, private.paper_credit(o, rest, r.id));
end $$;

-- An invoice that went out is never taken back: what is credited after it gets a note, at the end of the transaction that credits it.
create function private.note_credit() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  rest bigint;
begin
  if (private.standing_document(new.id, 'commercial_invoice')).id is null then return null; end if;
  o := private.lock_order(new.id);
  rest := o.credited_amount - private.noted_credit(o.id, 'credit');
  if rest > 0 then perform private.write_document(o, 'credit_note', null, null, private.paper_credit(o, rest, null)); end if;
  return null;
end $$;
create constraint trigger orders_note_credit after update of credited_amount on public.orders
  deferrable initially deferred for each row when (new.credited_amount > old.credited_amount) execute function private.note_credit();

-- By the producer's hand: a paper ahead of its moment (customs want the invoice before the parcel leaves), or anew after
-- its own details, its accounts or the parcels changed. The same again answers the paper that stands.
create function public.issue_order_document(p_order uuid, p_kind public.document_kind) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o constant public.orders := private.lock_order(p_order);
  old constant public.documents := private.standing_document(p_order, p_kind);
  made uuid;
begin
  if my_side <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if p_kind in ('receipt', 'credit_note') then raise exception 'not_a_choice' using errcode = 'PT400'; end if;
  if o.state = 'cancelled' or (p_kind <> 'pro_forma' and o.state not in ('ready', 'shipped', 'delivered', 'closed')) then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  if not exists (select 1 from public.organisation_details d where d.producer_id = o.producer_id) then
    raise exception 'details_missing' using errcode = 'PT409';
  end if;
  if private.paper_facts(old.snapshot) = private.paper_facts(private.paper_snapshot(o, p_kind, null, null)) then return old.id; end if;
  made := private.write_document(o, p_kind, null, null, null);
  perform private.tell_order(o, 'buyer', 'document_issued', jsonb_build_object('documentId', made, 'document', d.label, 'kind', p_kind))
  from public.documents d where d.id = made;
  return made;
end $$;
comment on function public.issue_order_document is 'Papers of an acceptance, a payment or a shipment are issued by those acts, whose own notices tell of them.';
grant execute on function public.issue_order_document(uuid, public.document_kind) to authenticated;

-- What makes a paper another paper; what was paid meanwhile does not.
create function private.paper_facts(p_snapshot jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('revision', p_snapshot -> 'revision', 'producer', p_snapshot -> 'producer', 'buyer', p_snapshot -> 'buyer',
    'accounts', p_snapshot -> 'accounts', 'shipments', p_snapshot -> 'shipments') where p_snapshot is not null
$$;

-- The papers of an order for its page, newest first; the producer's side also learns what it could issue.
create function public.order_documents(p_order uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders;
begin
  select * into strict o from public.orders where id = p_order;
  return jsonb_build_object('side', my_side,
    'documents', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'label', d.label, 'issuedAt', d.issued_at, 'revision', d.revision,
        'replacedBy', (select n.label from public.documents n where n.replaces = d.id)) order by d.issued_at desc, d.id)
      from public.documents d where d.order_id = p_order), '[]'),
    'hasDetails', exists (select 1 from public.organisation_details d
      where case my_side when 'buyer' then d.buyer_id = o.buyer_id else d.producer_id = o.producer_id end),
    'issuable', case when my_side = 'producer' and o.state <> 'cancelled' then (
      select coalesce(jsonb_agg(k order by k), '[]') from unnest('{pro_forma,commercial_invoice,packing_list}'::public.document_kind[]) k
      where (k = 'pro_forma' and o.state not in ('shipped', 'delivered', 'closed') or k <> 'pro_forma' and o.state in ('ready', 'shipped', 'delivered', 'closed'))
        and private.paper_facts((private.standing_document(p_order, k)).snapshot)
          is distinct from private.paper_facts(private.paper_snapshot(o, k, null, null))) else '[]' end);
end $$;
grant execute on function public.order_documents(uuid) to authenticated;
