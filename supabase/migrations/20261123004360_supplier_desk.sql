-- Suppliers whose people have an account.

create function private.supplier_seats(p_user uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name, s.id), '[]')
  from public.supplier_members m join public.suppliers s on s.id = m.supplier_id where m.user_id = p_user
$$;

-- p_supplier: {name, country, place, materials, locale, listed, phone, person, address, taxNumber}.
create function private.write_own_supplier(p_id uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.suppliers set name = btrim(p ->> 'name'), country = p ->> 'country', place = btrim(coalesce(p ->> 'place', '')),
    materials = btrim(coalesce(p ->> 'materials', '')), locale = (p ->> 'locale')::public.locale, listed = coalesce((p ->> 'listed')::boolean, false)
  where id = p_id;
  insert into public.supplier_contacts (supplier_id, email, phone, person, address, tax_number)
  values (p_id, (select u.email from auth.users u where u.id = auth.uid()), nullif(p ->> 'phone', ''), btrim(coalesce(p ->> 'person', '')),
    btrim(coalesce(p ->> 'address', '')), btrim(coalesce(p ->> 'taxNumber', '')))
  on conflict (supplier_id) do update set phone = excluded.phone, person = excluded.person, address = excluded.address, tax_number = excluded.tax_number;
end $$;

create function public.save_own_supplier(p_id uuid, p_supplier jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  new_one boolean;
begin
  perform private.claim_id(p_id);
  new_one := not exists (select 1 from public.suppliers s where s.id = p_id);
  if not new_one and not private.is_supplier_member(p_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if new_one then
    if (select count(*) from public.supplier_members m where m.user_id = me) >= 20 then raise exception 'too_many_kept' using errcode = 'PT409'; end if;
    insert into public.suppliers (id, name, country, created_by) values (p_id, btrim(p_supplier ->> 'name'), p_supplier ->> 'country', me);
    insert into public.supplier_members (supplier_id, user_id) values (p_id, me);
  end if;
  perform private.write_own_supplier(p_id, p_supplier);
  perform private.record_event('supplier', p_id, case when new_one then 'supplier.created' else 'supplier.edited' end,
    p_data => jsonb_build_object('name', btrim(p_supplier ->> 'name')));
  return p_id;
end $$;
comment on function public.save_own_supplier is 'Makes the caller''s own supplier, or changes it. listed: coordinators of every cluster find it, without its contact.';
grant execute on function public.save_own_supplier(uuid, jsonb) to authenticated;

-- Who holds a link may put the supplier into their account. A link opens one tender, an account all of them: so only where
-- every other invitation went to the same address.
create function public.claim_supplier(p_slug text, p_key text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  place public.round_suppliers;
begin
  select s.* into place from public.round_suppliers s join public.rounds r on r.id = s.round_id
  where r.slug = p_slug and private.hash_token(p_key) = any (s.key_hashes);
  if place.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform 1 from public.suppliers s where s.id = place.supplier_id for update;
  if private.is_supplier_member(place.supplier_id) then return place.supplier_id; end if;
  if exists (select 1 from public.supplier_members m where m.supplier_id = place.supplier_id)
     or exists (select 1 from public.round_suppliers x where x.supplier_id = place.supplier_id and lower(x.email) is distinct from lower(place.email)) then
    raise exception 'supplier_own' using errcode = 'PT409';
  end if;
  insert into public.supplier_members (supplier_id, user_id) values (place.supplier_id, me);
  perform private.record_event('supplier', place.supplier_id, 'supplier.claimed',
    p_data => jsonb_build_object('name', (select s.name from public.suppliers s where s.id = place.supplier_id)));
  return place.supplier_id;
end $$;
comment on function public.claim_supplier is 'Refuses one that has people already: they take part for it.';
grant execute on function public.claim_supplier(text, text) to authenticated;

create function private.desk_tender(s public.round_suppliers, r public.rounds) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('slug', r.slug, 'title', r.title, 'state', r.state, 'zone', r.zone, 'bidsCloseAt', r.bids_close_at, 'supplierId', s.supplier_id,
    'place', s.state, 'cluster', (select k.name from public.clusters k where k.id = r.cluster_id),
    'lots', (select count(*) from public.lots l where l.round_id = r.id),
    'bid', (select jsonb_build_object('state', b.state, 'at', b.submitted_at) from public.bids b where b.round_supplier_id = s.id order by
      b.state = 'submitted' desc, b.version desc limit 1),
    'won', (select exists (select 1 from public.award_suppliers w where w.award_id = a.id and w.supplier_id = s.supplier_id)
      from public.awards a where a.round_id = r.id and r.awarded_at is not null order by a.version desc limit 1))
$$;

create function public.supplier_desk() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', public.my_account(),
    'suppliers', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country, 'place', s.place, 'materials', s.materials,
        'locale', s.locale, 'listed', s.listed, 'phone', c.phone, 'person', c.person, 'address', c.address, 'taxNumber', c.tax_number) order by s.name, s.id)
      from public.supplier_members m join public.suppliers s on s.id = m.supplier_id left join public.supplier_contacts c on c.supplier_id = s.id
      where m.user_id = private.active_user()), '[]'),
    'tenders', coalesce((select jsonb_agg(t.line order by t.at desc, t.id) from (
      select x.id, x.invited_at as at, private.desk_tender(x, r) as line from public.supplier_members m join public.round_suppliers x on x.supplier_id = m.supplier_id
      join public.rounds r on r.id = x.round_id and r.state <> 'draft' where m.user_id = private.active_user() order by x.invited_at desc, x.id limit 100) t), '[]'),
    'open', coalesce((select jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title, 'zone', r.zone, 'bidsCloseAt', r.bids_close_at, 'state', r.state,
        'cluster', (select k.name from public.clusters k where k.id = r.cluster_id)) order by r.bids_close_at, r.id)
      from public.rounds r where r.open_to_directory and (r.state = 'pledging' or (r.state = 'bidding' and now() <= r.bids_close_at))
        and not private.is_round_supplier(r.id)), '[]'))
  where private.active_user() is not null
$$;
comment on function public.supplier_desk is 'The suppliers of the person who asks, their tenders (newest first) and tenders that are open to every supplier.';
grant execute on function public.supplier_desk() to authenticated;
