-- What the trade asks of somebody who goes: nobody is left with half an order, papers and books stay, the person does not.
-- In plpgsql, because the tables of the trade are made by later migrations.

create function private.sole_buyers(p_user uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.buyer_id from public.buyer_members m where m.user_id = p_user
    and not exists (select 1 from public.buyer_members o where o.buyer_id = m.buyer_id and o.user_id <> p_user)
$$;

-- Workshops that nobody carries on once this person is gone: a cluster carries on its own.
create function private.orphaned_producers(p_user uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.producer_id from public.producer_members m where m.user_id = p_user
    and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> p_user)
    and not exists (select 1 from public.memberships s join public.cluster_coordinators k on k.cluster_id = s.cluster_id and k.user_id <> p_user
      where s.producer_id = m.producer_id and s.state = 'active')
$$;

create function private.has_open_trade(p_user uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  shops constant uuid[] := array(select private.orphaned_producers(p_user));
  firms constant uuid[] := array(select private.sole_buyers(p_user));
begin
  return exists (
      select 1 from public.orders o where (o.producer_id = any (shops) or o.buyer_id = any (firms))
        and (o.state not in ('closed', 'cancelled')
          or exists (select 1 from public.payments p where p.order_id = o.id and p.state in ('pending', 'proof_sent'))
          or exists (select 1 from public.refunds r where r.order_id = o.id and r.state = 'pending')))
    or exists (
      select 1 from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id
      where a.producer_id = any (shops) and a.kind = 'with_operator' group by a.id having sum(e.amount) <> 0)
    or exists (select 1 from public.payouts p where p.producer_id = any (shops) and p.state in ('pending', 'sent'));
end $$;
comment on function private.has_open_trade is
  'Whether an order still runs, money is on its way or held for a workshop, and only this person could see it through.';

-- What stands on the table is taken off it; whoever had it is told by the conversation.
create function private.end_open_quotes(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  open record;
begin
  for open in
    select q, i, i.producer_id in (select private.orphaned_producers(p_user)) as ours
    from public.quotes q join public.inquiries i on i.id = q.inquiry_id
    where q.state in ('draft', 'sent') and not exists (select 1 from public.orders o where o.quote_id = q.id) and (i.producer_id in (select private.orphaned_producers(p_user))
      or i.buyer_id in (select private.sole_buyers(p_user)) or (i.user_id = p_user and i.buyer_id is null))
    order by (q).id for update of q
  loop
    if (open.q).state = 'draft' then
      delete from public.quotes x where x.id = (open.q).id and (x.side = 'producer') = open.ours;
    elsif ((open.q).side = 'producer') = open.ours then
      perform private.end_quote(open.q, open.i, 'quote.withdrawn', 'withdrawn', (open.q).side);
    else
      perform private.end_quote(open.q, open.i, 'quote.declined', 'declined', case when open.ours then 'producer' else 'buyer' end::public.inquiry_side);
    end if;
  end loop;
end $$;

-- Kept: orders, their papers and the books, because the law asks that of both sides. An organisation that has any of these stays as
-- their owner, closed; how to reach and to pay the person goes.
create function private.leave_trade(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  shops constant uuid[] := array(select private.orphaned_producers(p_user));
  firms constant uuid[] := array(select private.sole_buyers(p_user));
begin
  perform private.end_open_quotes(p_user);
  delete from public.payment_accounts a where a.producer_id = any (shops);
  delete from public.stripe_accounts a where a.producer_id = any (shops);
  delete from public.statement_lines l where l.producer_id = any (shops) and l.payment_id is null;
  delete from public.organisation_details d where d.producer_id = any (shops) or d.buyer_id = any (firms);
  update public.reviews r set buyer_name = '—' from public.orders o where o.id = r.order_id and o.buyer_id = any (firms);
  delete from public.shortlists s where s.buyer_id = any (firms);
  update public.buyers b set state = 'suspended', suspended_reason = 'account_deleted', website = null, created_by = null where b.id = any (firms);
  delete from public.buyers b where b.id = any (firms)
    and not exists (select 1 from public.orders o where o.buyer_id = b.id)
    and not exists (select 1 from public.ledger_accounts a where a.buyer_id = b.id);
end $$;

-- Taking it along ------------------------------------------------------------------------------------

create function private.export_quotes(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('inquiry', i.reference, 'version', q.version, 'side', q.side, 'state', q.state,
      'currency', q.currency, 'total', q.total_amount, 'deposit', q.deposit_amount, 'incoterm', q.incoterm, 'incotermPlace', q.incoterm_place,
      'leadTimeDays', q.lead_time_days, 'validUntil', q.valid_until, 'notes', q.notes, 'reason', q.reason, 'sentAt', q.sent_at, 'lines',
      (select jsonb_agg(jsonb_build_object('description', l.description, 'quantity', l.quantity, 'unit', l.unit, 'unitAmount', l.unit_amount,
        'lineAmount', l.line_amount) order by l.position) from public.quote_lines l where l.quote_id = q.id)) order by q.created_at, q.id)
    from public.quotes q join public.inquiries i on i.id = q.inquiry_id
    where q.created_by = p_user or (i.user_id = p_user and q.state <> 'draft' and (i.buyer_id is null
      or exists (select 1 from public.buyer_members m where m.buyer_id = i.buyer_id and m.user_id = p_user)))), '[]');
end $$;

create function private.export_orders(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('reference', o.reference, 'state', o.state, 'at', o.created_at, 'placedByMe', o.placed_by = p_user,
      'agreement', (select r.document from public.order_revisions r where r.order_id = o.id and r.revision = o.revision),
      'payments', (select coalesce(jsonb_agg(jsonb_build_object('reference', p.reference, 'purpose', p.purpose, 'method', p.method, 'state', p.state,
          'currency', p.currency, 'amount', p.amount, 'confirmed', p.confirmed_amount, 'paidOn', p.paid_on, 'note', p.note) order by p.created_at, p.id), '[]')
        from public.payments p where p.order_id = o.id),
      'refunds', (select coalesce(jsonb_agg(jsonb_build_object('amount', r.amount, 'state', r.state, 'reason', r.reason, 'at', r.created_at)
          order by r.created_at, r.id), '[]') from public.refunds r where r.order_id = o.id),
      'papers', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'number', d.label, 'at', d.issued_at) order by d.issued_at, d.id), '[]')
        from public.documents d where d.order_id = o.id),
      'review', (select jsonb_build_object('rating', r.rating, 'body', r.body, 'name', r.buyer_name, 'reply', r.reply) from public.reviews r where r.order_id = o.id))
      order by o.created_at, o.id)
    from public.orders o
    where exists (select 1 from public.buyer_members m where m.buyer_id = o.buyer_id and m.user_id = p_user)
      or exists (select 1 from public.producer_members m where m.producer_id = o.producer_id and m.user_id = p_user)), '[]');
end $$;

-- Lists, searches, words in disputes, files and details for papers.
create function private.export_trade(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'quotes', private.export_quotes(p_user),
    'orders', private.export_orders(p_user),
    'shortlists', coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'at', s.created_at, 'products', (select coalesce(jsonb_agg(
        jsonb_build_object('title', x.title, 'quantity', x.quantity, 'note', x.note) order by x.added_at, x.id), '[]')
        from public.shortlist_items x where x.shortlist_id = s.id)) order by s.created_at, s.id)
      from public.shortlists s where s.user_id = p_user
        or exists (select 1 from public.buyer_members m where m.buyer_id = s.buyer_id and m.user_id = p_user)), '[]'),
    'searches', coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'query', s.query, 'paused', s.paused_at is not null, 'at', s.created_at)
      order by s.created_at, s.id) from public.saved_searches s where s.user_id = p_user), '[]'),
    'inDisputes', coalesce((select jsonb_agg(jsonb_build_object('order', o.reference, 'at', x.created_at, 'body', x.body) order by x.created_at, x.id)
      from public.dispute_messages x join public.disputes d on d.id = x.dispute_id join public.orders o on o.id = d.order_id
      where x.author = p_user), '[]'),
    'files', coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'type', f.content_type, 'bytes', f.bytes, 'at', f.created_at)
      order by f.created_at, f.id) from public.files f where f.uploaded_by = p_user), '[]'),
    'details', coalesce((select jsonb_agg(to_jsonb(d) - '{id,producer_id,buyer_id}'::text[]) from public.organisation_details d
      where exists (select 1 from public.buyer_members m where m.buyer_id = d.buyer_id and m.user_id = p_user)
        or exists (select 1 from public.producer_members m where m.producer_id = d.producer_id and m.user_id = p_user)), '[]'),
    'paymentAccounts', coalesce((select jsonb_agg(to_jsonb(a) - '{id,producer_id}'::text[]) from public.payment_accounts a
      where exists (select 1 from public.producer_members m where m.producer_id = a.producer_id and m.user_id = p_user)), '[]'));
end $$;
