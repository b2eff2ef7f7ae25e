-- A supplier's place in a tender: who stands there, by key or by account, and what one does before a bid.

-- Also one that was declined, so that a supplier can change its mind.
create function private.place_of(p_round uuid, p_key text) returns uuid
language sql stable security definer set search_path = '' as $$
  select s.id from public.round_suppliers s
  where s.round_id = p_round
    and ((p_key is not null and private.hash_token(p_key) = any (s.key_hashes)) or private.is_supplier_member(s.supplier_id))
  order by p_key is not null and private.hash_token(p_key) = any (s.key_hashes) desc, s.id limit 1
$$;

-- The place, held against the opening and against the same supplier's other window, not against other suppliers. A stranger
-- is told not_found, whatever the state of the tender.
create function private.require_place(p_round uuid, p_key text) returns public.round_suppliers
language plpgsql security definer set search_path = '' as $$
declare
  place public.round_suppliers;
begin
  if p_key is null then perform private.require_active_user(); end if;
  perform 1 from public.rounds r where r.id = p_round and r.state <> 'draft' for share;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into place from public.round_suppliers s where s.id = private.round_supplier_by_key(p_round, p_key) for update;
  if place.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Who acts has the link. Written once, before there is a bid: filing one moves nothing here.
  if place.state = 'invited' then
    update public.round_suppliers set state = 'confirmed', answered_at = now() where id = place.id returning * into place;
  end if;
  return place;
end $$;

create function private.require_bidding(p_round uuid) returns public.rounds
language plpgsql volatile security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into strict r from public.rounds where id = p_round;
  if r.state <> 'bidding' or now() > r.bids_close_at then raise exception 'bidding_closed' using errcode = 'PT409'; end if;
  return r;
end $$;

-- The link was opened, so the address is real. It says nothing about a bid.
create function public.confirm_tender(p_slug text, p_key text default null, p_again boolean default false) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  round_id constant uuid := (select r.id from public.rounds r where r.slug = p_slug and r.state <> 'draft');
  place constant uuid := private.place_of(round_id, p_key);
begin
  if p_again and place is not null then perform private.require_bidding(round_id); end if;
  update public.round_suppliers set state = 'confirmed', answered_at = now(), decline_reason = null
  where id = place and (state = 'invited' or (p_again and state = 'declined'));
  return place is not null;
end $$;
comment on function public.confirm_tender is 'False for a stranger. p_again: who declined takes part after all.';
grant execute on function public.confirm_tender(text, text, boolean) to anon, authenticated;

create function public.decline_tender(p_round uuid, p_reason text default null, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place constant public.round_suppliers := private.require_place(p_round, p_key);
begin
  perform private.require_bidding(p_round);
  if exists (select 1 from public.bids b where b.round_supplier_id = place.id and b.state = 'submitted') then
    raise exception 'wrong_state' using errcode = 'PT409';
  end if;
  update public.round_suppliers set state = 'declined', answered_at = now(), decline_reason = left(nullif(btrim(p_reason), ''), 1000) where id = place.id;
end $$;
grant execute on function public.decline_tender(uuid, text, text) to anon, authenticated;

-- A supplier that found the open tender by itself -----------------------------------------------------

create function private.open_tender(p_slug text) returns public.rounds
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select x.* into r from public.rounds x where x.slug = p_slug and x.open_to_directory
    and (x.state = 'pledging' or (x.state = 'bidding' and now() <= x.bids_close_at));
  return r;
end $$;

create function public.tender_door(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'state', r.state, 'zone', r.zone, 'bidsCloseAt', r.bids_close_at,
    'cluster', (select k.name from public.clusters k where k.id = r.cluster_id),
    'suppliers', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name, s.id) from public.suppliers s
      where private.is_supplier_member(s.id)), '[]'))
  from private.open_tender(p_slug) r where r.id is not null
$$;
comment on function public.tender_door is 'What a stranger sees of a tender that is open to every supplier; null otherwise. suppliers: those of the person who asks.';
grant execute on function public.tender_door(text) to anon, authenticated;

-- The same answer whether the address is known, unknown or invited already; what follows is in the mail.
create function public.ask_for_tender(p_slug text, p_name text, p_country text, p_email text, p_locale public.locale) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.open_tender(p_slug);
  mailed_to constant text := btrim(p_email);
  supplier uuid;
  place public.round_suppliers;
begin
  if r.id is null then raise exception 'bidding_closed' using errcode = 'PT409'; end if;
  select * into r from public.rounds x where x.id = r.id for update;
  select s.* into place from public.round_suppliers s where s.round_id = r.id and lower(s.email) = lower(mailed_to) order by s.id limit 1;
  if place.id is not null then
    if r.state = 'bidding' and coalesce(place.mailed_at < now() - interval '5 minutes', true) then perform private.invite_to_bid(place.id); end if;
    return;
  end if;
  select s.id into supplier from public.suppliers s join public.supplier_contacts c on c.supplier_id = s.id
  where s.cluster_id = r.cluster_id and lower(c.email) = lower(mailed_to)
    and not exists (select 1 from public.round_suppliers x where x.round_id = r.id and x.supplier_id = s.id) order by s.id limit 1;
  if supplier is null then
    insert into public.suppliers (name, country, locale, cluster_id) values (btrim(p_name), p_country, p_locale, r.cluster_id) returning id into supplier;
    insert into public.supplier_contacts (supplier_id, email) values (supplier, mailed_to);
  end if;
  perform private.list_supplier(r, supplier, p_locale, null);
end $$;
comment on function public.ask_for_tender is 'The mail with the link comes at once, or when bidding begins.';
grant execute on function public.ask_for_tender(text, text, text, text, public.locale) to service_role;

create function public.join_tender(p_slug text, p_supplier uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  perform private.require_active_user();
  if not private.is_supplier_member(p_supplier) then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.open_tender(p_slug);
  if r.id is null then raise exception 'bidding_closed' using errcode = 'PT409'; end if;
  select * into r from public.rounds x where x.id = r.id for update;
  perform private.list_supplier(r, p_supplier, (select s.locale from public.suppliers s where s.id = p_supplier), auth.uid());
end $$;
comment on function public.join_tender is 'A supplier with an account takes part in an open tender.';
grant execute on function public.join_tender(text, uuid) to authenticated;
