-- The operator's desk for money: who is owed what, paying it out, and commission that producers pay back.

-- Where a producer is paid out: its oldest account in that currency.
create function private.payout_account(p_producer uuid, p_currency text) returns public.payment_accounts
language sql stable security definer set search_path = '' as $$
  select a from public.payment_accounts a where a.producer_id = p_producer and a.currency = p_currency and a.active
  order by a.method = 'mobile_money', a.created_at, a.id limit 1
$$;

-- One payout for each producer that has something and says where; the others are named with the reason. Two runs at the
-- same moment make one payout, because the second finds nothing left.
create function public.run_payouts(p_currency text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  waiting record;
  account public.payment_accounts;
  made uuid;
  answer jsonb := '[]';
begin
  perform private.require_operator();
  answer := private.run_card_payouts(p_currency);
  for waiting in
    select p.id, p.name, p.state, private.balance_of(p.id, null, null, 'with_operator', p_currency) as held
    from public.ledger_accounts a join public.producers p on p.id = a.producer_id
    where a.kind = 'with_operator' and a.currency = p_currency order by p.id
  loop
    continue when waiting.held <= 0;
    account := private.payout_account(waiting.id, p_currency);
    made := null;
    if waiting.state <> 'suspended' and account.id is not null then
      made := private.make_payout(gen_random_uuid(), waiting.id, p_currency, account.method, account.id);
      continue when made is null;
    end if;
    answer := answer || jsonb_build_object('producer', waiting.name, 'payoutId', made,
      'amount', coalesce((select x.amount from public.payouts x where x.id = made), waiting.held),
      'skipped', case when waiting.state = 'suspended' then 'producer_suspended' when account.id is null then 'account_gone' end);
  end loop;
  return answer;
end $$;
grant execute on function public.run_payouts(text) to authenticated;

create function public.set_payout(p_payout uuid, p_state public.payout_state, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_operator();
  if (select x.method from public.payouts x where x.id = p_payout) = 'card' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  perform private.move_payout(p_payout, p_state, p_reason);
end $$;
grant execute on function public.set_payout(uuid, public.payout_state, text) to authenticated;

-- A producer paid what it owed the operator (commission of payments that went to its own bank). Once for one p_id.
create function public.record_commission_paid(p_id uuid, p_producer uuid, p_currency text, p_amount bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare
  debt bigint;
  commission bigint;
  part bigint;
begin
  perform private.require_operator();
  perform private.lock_held(p_producer, p_currency);
  if private.journal_of('commission_paid:' || p_id) is not null then return; end if;
  debt := greatest(0, -private.balance_of(p_producer, null, null, 'owed_to_operator', p_currency));
  commission := greatest(0, -private.balance_of(p_producer, null, null, 'commission_payable', p_currency));
  if p_amount is null or p_amount < 1 or p_amount > debt + commission then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  part := least(p_amount, debt);
  perform private.post_journal('commission_paid', 'commission_paid:' || p_id, p_currency, jsonb_build_array(
    private.ledger_line('producer', p_producer, 'owed_to_operator', part),
    private.ledger_line('producer', p_producer, 'commission_payable', p_amount - part),
    private.ledger_line('producer', p_producer, 'bank', -p_amount),
    private.ledger_line('operator', null, 'bank', p_amount),
    private.ledger_line('operator', null, 'owed_by_producers', -part),
    private.ledger_line('operator', null, 'commission_receivable', part - p_amount)));
  perform private.record_event('producer', p_producer, 'producer.commission_paid', p_producer => p_producer,
    p_data => jsonb_build_object('amount', p_amount, 'currency', p_currency));
end $$;
grant execute on function public.record_commission_paid(uuid, uuid, text, bigint) to authenticated;

create function public.operator_money() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return jsonb_build_object(
    'commissionBp', (select s.commission_bp from public.site_settings s), 'commissionTaxBp', (select s.commission_tax_bp from public.site_settings s),
    'totals', (select coalesce(jsonb_agg(jsonb_build_object('currency', t.currency, 'account', t.kind, 'balance', t.balance) order by t.currency, t.position), '[]')
      from (select a.currency, a.kind, k.position, sum(e.amount)::bigint as balance
        from public.ledger_accounts a join public.ledger_account_kinds k on k.key = a.kind join public.ledger_entries e on e.account_id = a.id
        where num_nonnulls(a.producer_id, a.buyer_id, a.cluster_id) = 0 group by 1, 2, 3) t where t.balance <> 0),
    'producers', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'currency', t.currency, 'held', t.held, 'owed', t.owed,
        'hasAccount', (private.payout_account(t.id, t.currency)).id is not null, 'state', t.state) order by t.name, t.id, t.currency), '[]')
      from (select p.id, p.name, p.state, a.currency, coalesce(sum(e.amount) filter (where a.kind = 'with_operator'), 0)::bigint as held,
          coalesce(-sum(e.amount) filter (where a.kind <> 'with_operator'), 0)::bigint as owed
        from public.ledger_accounts a join public.producers p on p.id = a.producer_id join public.ledger_entries e on e.account_id = a.id
        where a.kind in ('with_operator', 'commission_payable', 'owed_to_operator') group by 1, 2, 3, 4) t where t.held <> 0 or t.owed <> 0),
    'payouts', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'producer', x.name, 'state', x.state, 'method', x.method, 'currency', x.currency,
        'amount', x.amount, 'reason', x.reason, 'createdAt', x.created_at, 'settledAt', x.settled_at,
        'account', (select private.payment_account_view(a) from public.payment_accounts a where a.id = x.account_id)) order by x.created_at desc, x.id), '[]')
      from (select y.*, p.name from public.payouts y join public.producers p on p.id = y.producer_id order by y.created_at desc limit 100) x));
end $$;
grant execute on function public.operator_money() to authenticated;
