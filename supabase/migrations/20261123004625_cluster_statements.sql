-- The statement of a cluster's bank: which line is which member's payment. Its lines come by import_statement.

create function public.cluster_statement_desk(p_cluster uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.reads_bank(null, p_cluster) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return jsonb_build_object(
    'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'bookedOn', l.booked_on, 'amount', l.amount, 'currency', l.currency,
        'counterparty', l.counterparty, 'remittance', l.remittance, 'bankReference', l.bank_reference) order by l.booked_on desc, l.id), '[]')
      from (select * from public.statement_lines x where x.cluster_id = p_cluster and x.round_payment_id is null and not x.ignored and x.amount > 0
        order by x.booked_on desc, x.id limit 100) l),
    'payments', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'reference', p.reference, 'member', m.name, 'round', r.title,
        'amount', coalesce(p.confirmed_amount, p.amount), 'currency', p.currency, 'paidOn', p.paid_on, 'createdAt', p.created_at) order by p.created_at, p.id), '[]')
      from public.round_payments p join public.rounds r on r.id = p.round_id join public.producers m on m.id = p.producer_id
      where r.cluster_id = p_cluster and not private.is_producer_member(p.producer_id) and (p.state in ('pending', 'proof_sent') or (p.state = 'confirmed'
        and p.confirmed_at > now() - interval '120 days' and not exists (select 1 from public.statement_lines y where y.round_payment_id = p.id)))),
    'dues', (select coalesce(jsonb_agg(jsonb_build_object('round', r.id, 'slug', r.slug, 'title', r.title, 'member', p.id, 'name', p.name, 'currency', r.currency,
        'stem', (select regexp_replace(x.reference, '-[0-9]+$', '') from public.round_payments x where x.round_id = r.id and x.producer_id = p.id limit 1),
        'owed', d.owed, 'deposit', d.deposit) order by r.created_at desc, r.id, p.name, p.id), '[]')
      from public.rounds r cross join lateral private.round_members(r.id) m join public.producers p on p.id = m.producer_id
      cross join lateral (select greatest(0, private.round_owed(r.id, p.id)) as owed,
        case when r.state in ('settled', 'cancelled') then 0 else greatest(0, coalesce((select x.amount from public.round_deposits x where x.round_id = r.id
          and x.producer_id = p.id), 0) - private.round_paid(r.id, p.id)) end as deposit) d
      where r.cluster_id = p_cluster and r.state not in ('draft', 'pledging') and d.owed + d.deposit > 0 and not private.is_producer_member(p.id)));
end $$;
comment on function public.cluster_statement_desk is
  'For the cluster''s coordinators: credits that nobody placed, and what members announced or owe. What concerns the caller''s own workshop is left out: another coordinator answers for that.';
grant execute on function public.cluster_statement_desk(uuid) to authenticated;

-- The line under its lock, of the same cluster and free. Comes after the payment's own lock, as everywhere.
create function private.cluster_line_for(p_line uuid, p_round uuid) returns public.statement_lines
language plpgsql security definer set search_path = '' as $$
declare
  l public.statement_lines := private.statement_line_for(p_line);
begin
  if l.cluster_id is distinct from (select r.cluster_id from public.rounds r where r.id = p_round) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if l.ignored or l.amount <= 0 then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if l.currency <> (select r.currency from public.rounds r where r.id = p_round) then raise exception 'currency_differs' using errcode = 'PT409'; end if;
  return l;
end $$;

-- The line is this payment: it is confirmed with the line's amount and day, once. One that was confirmed by hand with the
-- same amount is only tied to its line.
create function public.match_line_to_round_payment(p_line uuid, p_payment uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  p constant public.round_payments := private.round_payment_for(p_payment, 'coordinator');
  l constant public.statement_lines := private.cluster_line_for(p_line, p.round_id);
begin
  if l.round_payment_id = p.id then return; end if;
  if l.round_payment_id is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if exists (select 1 from public.statement_lines x where x.round_payment_id = p.id) then raise exception 'already_done' using errcode = 'PT409'; end if;
  if p.state in ('pending', 'proof_sent') then perform private.settle_round_payment(p.id, l.amount, l.booked_on);
  elsif p.state <> 'confirmed' or p.confirmed_amount <> l.amount then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.statement_lines set round_payment_id = p.id where id = l.id;
end $$;
grant execute on function public.match_line_to_round_payment(uuid, uuid) to authenticated;

-- Money that a member never announced.
create function public.match_line_to_member(p_line uuid, p_round uuid, p_producer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l constant public.statement_lines := private.cluster_line_for(p_line, p_round);
  made constant uuid := gen_random_uuid();
begin
  if l.round_payment_id is not null then
    if exists (select 1 from public.round_payments x where x.id = l.round_payment_id and x.round_id = p_round and x.producer_id = p_producer) then return; end if;
    raise exception 'already_done' using errcode = 'PT409';
  end if;
  perform public.record_round_payment(made, p_round, p_producer, 'bank_transfer', l.amount, l.booked_on, left(l.remittance, 1000));
  update public.statement_lines set round_payment_id = made where id = l.id;
end $$;
grant execute on function public.match_line_to_member(uuid, uuid, uuid) to authenticated;
