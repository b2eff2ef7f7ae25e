-- Where a producer takes money. Private; the buyer of an order sees it with that order. Whoever could change it could
-- lead money astray, so it is the owner's alone; where nobody signs in for a member, its coordinator keeps it.

create function private.keeps_payment_accounts(p_producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.owns_producer(p_producer) or (private.coordinates_producer(p_producer)
    and not exists (select 1 from public.producer_members m where m.producer_id = p_producer))
$$;

-- An account never changes: p_replaces retires the old one, so that an old payment still shows where it went.
create function public.save_payment_account(p_id uuid, p_producer uuid, p_input jsonb, p_replaces uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.keeps_payment_accounts(p_producer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform private.claim_id(p_id);
  if exists (select 1 from public.payment_accounts a where a.id = p_id and a.producer_id = p_producer) then return p_id; end if;
  if exists (select 1 from public.payment_accounts a where a.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if (select count(*) from public.payment_accounts a where a.producer_id = p_producer and a.active) >= 20 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.payment_accounts (id, producer_id, method, currency, holder, bank, iban, account_number, bic, phone, network)
  values (p_id, p_producer, (p_input ->> 'method')::public.payment_method, p_input ->> 'currency', btrim(p_input ->> 'holder'),
    btrim(coalesce(p_input ->> 'bank', '')), nullif(upper(regexp_replace(p_input ->> 'iban', '\s', '', 'g')), ''),
    nullif(btrim(p_input ->> 'accountNumber'), ''), nullif(upper(btrim(p_input ->> 'bic')), ''), nullif(btrim(p_input ->> 'phone'), ''),
    btrim(coalesce(p_input ->> 'network', '')));
  if p_replaces is not null then
    update public.payment_accounts set active = false where id = p_replaces and producer_id = p_producer and active;
    if not found then raise exception 'conflict' using errcode = 'PT409'; end if;
  end if;
  perform private.record_event('producer', p_producer, 'producer.payment_account_saved', p_producer => p_producer,
    p_data => jsonb_build_object('method', p_input ->> 'method', 'currency', p_input ->> 'currency'));
  return p_id;
end $$;
grant execute on function public.save_payment_account(uuid, uuid, jsonb, uuid) to authenticated;

create function public.retire_payment_account(p_account uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  a public.payment_accounts;
begin
  perform private.require_active_user();
  select * into a from public.payment_accounts where id = p_account for update;
  if not found or not private.sees_book(a.producer_id, null, null) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if not private.keeps_payment_accounts(a.producer_id) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if not a.active then return; end if;
  update public.payment_accounts set active = false where id = p_account;
  perform private.record_event('producer', a.producer_id, 'producer.payment_account_retired', p_producer => a.producer_id,
    p_data => jsonb_build_object('method', a.method, 'currency', a.currency));
end $$;
grant execute on function public.retire_payment_account(uuid) to authenticated;

-- Only whether it is in use ever changes.
create function private.keep_payment_account() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (to_jsonb(new) - '{active,updated_at}'::text[]) is distinct from (to_jsonb(old) - '{active,updated_at}'::text[]) then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger payment_accounts_keep before update on public.payment_accounts for each row execute function private.keep_payment_account();

create function private.payment_account_view(a public.payment_accounts) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('id', a.id, 'method', a.method, 'currency', a.currency, 'holder', a.holder, 'bank', a.bank, 'iban', a.iban,
    'accountNumber', a.account_number, 'bic', a.bic, 'phone', a.phone, 'network', a.network, 'active', a.active, 'since', a.created_at)
$$;
