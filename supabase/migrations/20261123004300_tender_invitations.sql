-- Suppliers are invited to a tender and hear of it: through their accounts, or by a link that is theirs alone.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('tender_invited', 'trade', false, true),
  ('tender_changed', 'trade', false, true),
  ('tender_answered', 'trade', true, false),
  ('tender_question', 'trade', true, false),
  ('bid_filed', 'trade', false, true),
  ('bids_short', 'trade', false, true),
  ('bids_opened', 'trade', false, true),
  ('bid_won', 'trade', false, true),
  ('bid_lost', 'trade', false, true),
  ('round_awarded', 'trade', false, true),
  ('award_challenged', 'trade', false, true),
  ('challenge_answered', 'trade', false, true),
  ('purchase_order_sent', 'trade', false, true),
  ('purchase_order_answered', 'trade', false, true);

-- Where links go. A coordinator may mend the address until the supplier has answered; afterwards it is fixed, or whoever
-- keeps the directory could have a bid's link sent to themselves.
create function private.settle_address(p_place uuid) returns public.round_suppliers
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers;
  address text;
begin
  select * into strict place from public.round_suppliers s where s.id = p_place for update;
  if place.email is not null and place.answered_at is not null then return place; end if;
  select c.email into address from public.supplier_contacts c where c.supplier_id = place.supplier_id;
  if address is not distinct from place.email then return place; end if;
  update public.round_suppliers set email = address, key_hashes = '{}' where id = p_place returning * into place;
  return place;
end $$;

-- People with an account hear as people; without any, a mail with a key of its own goes to the address.
create function private.tell_supplier(p_place uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers := private.settle_address(p_place);
  data jsonb := p_data || (select jsonb_build_object('roundId', r.id, 'roundSlug', r.slug, 'title', r.title, 'cluster', k.name, 'side', 'supplier')
    from public.rounds r join public.clusters k on k.id = r.cluster_id where r.id = place.round_id);
  people uuid[] := array(select m.user_id from public.supplier_members m where m.supplier_id = place.supplier_id order by m.user_id);
  fresh_key text := private.new_token();
begin
  if people = '{}' and place.email is null then return; end if;
  update public.round_suppliers set mailed_at = now(),
    -- Only hashes are kept, so each mail carries a key of its own; the ten newest open the tender.
    key_hashes = case when people = '{}' then (private.hash_token(fresh_key) || key_hashes)[1:10] else key_hashes end
  where id = p_place;
  perform private.notify(somebody, p_kind, data) from unnest(people) somebody;
  if people = '{}' then perform private.mail_stranger(place.email, place.locale, p_kind, data || jsonb_build_object('key', fresh_key)); end if;
end $$;

-- A receipt leaves no trace that anybody else reads: no notice that is counted, no row that coordinators see is written to.
create function private.mail_receipt(p_place uuid, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers;
  data jsonb;
  somebody record;
begin
  select * into strict place from public.round_suppliers s where s.id = p_place;
  select p_data || jsonb_build_object('roundId', r.id, 'roundSlug', r.slug, 'title', r.title, 'side', 'supplier') into data
  from public.rounds r where r.id = place.round_id;
  for somebody in
    select u.email, pr.locale from public.supplier_members m join auth.users u on u.id = m.user_id
    join public.profiles pr on pr.user_id = m.user_id and pr.suspended_at is null where m.supplier_id = place.supplier_id
    union all
    select place.email, place.locale where not exists (select 1 from public.supplier_members m where m.supplier_id = place.supplier_id)
  loop
    continue when somebody.email is null;
    perform private.mail_stranger(somebody.email, somebody.locale, 'bid_filed', data);
  end loop;
end $$;

create function private.invite_to_bid(p_place uuid) returns void
language sql security definer set search_path = '' as $$
  select private.tell_supplier(s.id, 'tender_invited', jsonb_build_object('date', private.to_wall(r.bids_close_at, r.zone)))
  from public.round_suppliers s join public.rounds r on r.id = s.round_id where s.id = p_place
$$;

-- Bidding begins: everybody on the list is asked.
create function private.invite_listed(p_round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place uuid;
begin
  for place in select s.id from public.round_suppliers s where s.round_id = p_round and s.state <> 'declined' order by s.id loop
    perform private.invite_to_bid(place);
  end loop;
end $$;

-- The list of a tender --------------------------------------------------------------------------------

create function private.list_supplier(r public.rounds, p_supplier uuid, p_locale public.locale, p_by uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  place uuid;
begin
  if (select count(*) from public.round_suppliers s where s.round_id = r.id) >= 200 then raise exception 'too_many_kept' using errcode = 'PT409'; end if;
  insert into public.round_suppliers (round_id, supplier_id, locale, invited_by, email)
  values (r.id, p_supplier, p_locale, p_by, (select c.email from public.supplier_contacts c where c.supplier_id = p_supplier))
  on conflict (round_id, supplier_id) do nothing returning id into place;
  if place is null then return null; end if;
  perform private.record_event('round', r.id, 'round.supplier_invited', p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'supplier', (select s.name from public.suppliers s where s.id = p_supplier)));
  if r.state = 'bidding' then perform private.invite_to_bid(place); end if;
  return place;
end $$;

create function public.invite_supplier(p_round uuid, p_supplier uuid, p_locale public.locale) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
begin
  if r.state not in ('draft', 'pledging', 'bidding') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not exists (select 1 from public.suppliers s where s.id = p_supplier and (s.cluster_id = r.cluster_id or s.listed)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  return coalesce(private.list_supplier(r, p_supplier, p_locale, auth.uid()),
    (select s.id from public.round_suppliers s where s.round_id = p_round and s.supplier_id = p_supplier));
end $$;
comment on function public.invite_supplier is 'Puts a supplier of the cluster, or one that is listed, on the tender''s list. The mail goes out when bidding begins, or at once.';
grant execute on function public.invite_supplier(uuid, uuid, public.locale) to authenticated;

create function public.invite_new_supplier(p_id uuid, p_round uuid, p_supplier jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r constant public.rounds := private.require_round_coordinator(p_round);
begin
  if r.state not in ('draft', 'pledging', 'bidding') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if not exists (select 1 from public.round_suppliers s where s.round_id = p_round and s.supplier_id = p_id) then
    perform public.save_supplier(p_id, r.cluster_id, p_supplier);
  end if;
  return public.invite_supplier(p_round, p_id, (p_supplier ->> 'locale')::public.locale);
end $$;
comment on function public.invite_new_supplier is 'p_supplier as save_supplier takes it: into the cluster''s directory and onto the list in one step.';
grant execute on function public.invite_new_supplier(uuid, uuid, jsonb) to authenticated;

create function public.resend_invitation(p_place uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers;
  r public.rounds;
begin
  select * into place from public.round_suppliers s where s.id = p_place;
  if place.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.require_round_coordinator(place.round_id);
  perform private.require_bidding(r.id);
  if place.mailed_at > now() - interval '5 minutes' then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  perform private.invite_to_bid(p_place);
end $$;
grant execute on function public.resend_invitation(uuid) to authenticated;

create function public.uninvite_supplier(p_place uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers;
  r public.rounds;
begin
  select * into place from public.round_suppliers s where s.id = p_place;
  if place.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.require_round_coordinator(place.round_id);
  -- Who was asked may bid: nobody is taken off a tender that is out.
  if r.state not in ('draft', 'pledging') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  delete from public.round_suppliers where id = p_place;
  perform private.record_event('round', r.id, 'round.supplier_removed', p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'supplier', (select s.name from public.suppliers s where s.id = place.supplier_id)));
end $$;
grant execute on function public.uninvite_supplier(uuid) to authenticated;
