-- The directory of suppliers as coordinators keep it.

create function public.save_supplier(p_id uuid, p_cluster uuid, p_supplier jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  s public.suppliers;
begin
  perform private.require_coordinator_of(p_cluster);
  perform private.claim_id(p_id);
  select * into s from public.suppliers where id = p_id for update;
  if s.id is not null and s.cluster_id is distinct from p_cluster then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- One with an account says by itself who it is.
  if exists (select 1 from public.supplier_members m where m.supplier_id = p_id) then raise exception 'supplier_own' using errcode = 'PT409'; end if;
  if s.id is null and (select count(*) from public.suppliers x where x.cluster_id = p_cluster) >= 500 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  if exists (select 1 from public.suppliers x join public.supplier_contacts c on c.supplier_id = x.id
      where x.cluster_id = p_cluster and x.id <> p_id and lower(c.email) = lower(btrim(p_supplier ->> 'email'))) then
    raise exception 'supplier_twice' using errcode = 'PT409';
  end if;
  insert into public.suppliers as x (id, name, country, place, materials, locale, cluster_id, listed, created_by)
  values (p_id, btrim(p_supplier ->> 'name'), p_supplier ->> 'country', btrim(coalesce(p_supplier ->> 'place', '')),
    btrim(coalesce(p_supplier ->> 'materials', '')), (p_supplier ->> 'locale')::public.locale, p_cluster,
    coalesce((p_supplier ->> 'listed')::boolean, false), auth.uid())
  on conflict (id) do update set name = excluded.name, country = excluded.country, place = excluded.place, materials = excluded.materials,
    locale = excluded.locale, listed = excluded.listed;
  insert into public.supplier_contacts (supplier_id, email, phone, person)
  values (p_id, btrim(p_supplier ->> 'email'), nullif(p_supplier ->> 'phone', ''), btrim(coalesce(p_supplier ->> 'person', '')))
  on conflict (supplier_id) do update set email = excluded.email, phone = excluded.phone, person = excluded.person;
  perform private.record_event('supplier', p_id, case when s.id is null then 'supplier.created' else 'supplier.edited' end, p_cluster => p_cluster,
    p_data => jsonb_build_object('name', btrim(p_supplier ->> 'name')));
  return p_id;
end $$;
comment on function public.save_supplier is 'Adds to the cluster''s directory, or changes what stands there. listed: it agreed that coordinators of other clusters find it, without its contact.';
grant execute on function public.save_supplier(uuid, uuid, jsonb) to authenticated;

create function public.remove_supplier(p_supplier uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.suppliers;
begin
  perform private.require_active_user();
  select * into s from public.suppliers where id = p_supplier for update;
  if s.id is null or s.cluster_id is null or not private.coordinates_cluster(s.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.supplier_members m where m.supplier_id = p_supplier) then raise exception 'supplier_own' using errcode = 'PT409'; end if;
  -- What was bought from whom stays known.
  if exists (select 1 from public.round_suppliers x where x.supplier_id = p_supplier) then raise exception 'supplier_in_use' using errcode = 'PT409'; end if;
  delete from public.suppliers where id = p_supplier;
  perform private.record_event('supplier', p_supplier, 'supplier.removed', p_cluster => s.cluster_id, p_data => jsonb_build_object('name', s.name));
end $$;
grant execute on function public.remove_supplier(uuid) to authenticated;

create function public.coordination_suppliers(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'own', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country, 'place', s.place, 'materials', s.materials,
        'locale', s.locale, 'listed', s.listed, 'account', exists (select 1 from public.supplier_members m where m.supplier_id = s.id),
        'rounds', (select count(*) from public.round_suppliers x where x.supplier_id = s.id),
        'email', c.email, 'phone', c.phone, 'person', c.person) order by s.name, s.id)
      from public.suppliers s left join public.supplier_contacts c on c.supplier_id = s.id where s.cluster_id = k.id), '[]'),
    'listed', coalesce((select jsonb_agg(x.line order by x.name, x.id) from (
      select s.id, s.name, jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country, 'place', s.place, 'materials', s.materials, 'locale', s.locale) as line
      from public.suppliers s where s.listed and s.cluster_id is distinct from k.id order by s.name, s.id limit 500) x), '[]'))
  from public.clusters k where k.slug = p_slug and private.reads_cluster(k.id)
$$;
comment on function public.coordination_suppliers is 'own: with contact, for the coordinators who added them and the operator; listed: what others listed, without contact. Null for a stranger.';
grant execute on function public.coordination_suppliers(text) to authenticated;
