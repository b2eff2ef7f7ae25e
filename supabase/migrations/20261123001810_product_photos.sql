-- A listing's photographs: which, and in which order.

-- Pictures that nothing shows any more go for good, with the original and where it was taken in it.
create function private.drop_unused_media(p_media uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.media m where m.id = any (p_media)
    and not exists (select 1 from public.product_media x where x.media_id = m.id)
    and not exists (select 1 from public.producer_media x where x.media_id = m.id)
$$;

-- The pictures of a product in their order; the first is the cover. Pictures must belong to the same producer. Those that
-- neither list names stay behind the others: one may have arrived while the phone sent the order.
create function public.set_product_media(p_product uuid, p_media uuid[], p_removed uuid[] default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products := private.editable_product(p_product);
  named uuid[] := coalesce(p_media, '{}');
  wanted uuid[] := named || array(
    select x.media_id from public.product_media x
    where x.product_id = p_product and x.media_id <> all (named || coalesce(p_removed, '{}')) order by x.position);
begin
  if cardinality(wanted) > 12 then raise exception 'too_many_photos' using errcode = 'PT400'; end if;
  if cardinality(wanted) <> (select count(distinct m.id) from public.media m where m.id = any (wanted) and m.producer_id = product.producer_id) then
    raise exception 'photo_unknown' using errcode = 'PT400';
  end if;
  if cardinality(wanted) = 0 and product.state in ('published', 'in_review') then
    raise exception 'last_photo' using errcode = 'PT409';
  end if;
  delete from public.product_media where product_id = p_product;
  insert into public.product_media (product_id, media_id, position)
  select p_product, m, (o - 1)::integer from unnest(wanted) with ordinality as x (m, o);
  perform private.drop_unused_media(array(
    select m.id from public.media m where m.id = any (p_removed) and m.producer_id = product.producer_id));
  update public.products set updated_at = now() where id = p_product;
end $$;
grant execute on function public.set_product_media(uuid, uuid[], uuid[]) to authenticated;

-- Adds one at the end, as each upload arrives on its own and out of order. The first photo of a product that was not
-- saved yet starts its draft.
create function public.add_product_media(p_product uuid, p_media uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  producer uuid;
  owner uuid;
  next integer;
begin
  select m.producer_id into producer from public.media m where m.id = p_media;
  if producer is null or not private.can_edit_producer(producer) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.refuse_suspended(producer);
  perform private.claim_id(p_product);
  insert into public.products (id, producer_id, slug, created_by)
  select p_product, producer, private.free_slug('', 'public.products'), me
  where not exists (select 1 from public.products p where p.id = p_product)
  on conflict (id) do nothing;
  if found then perform private.record_event('product', p_product, 'product.created', p_to => 'draft', p_producer => producer); end if;
  select p.producer_id into owner from public.products p where p.id = p_product for update;
  if owner <> producer then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.product_media x where x.product_id = p_product and x.media_id = p_media) then return; end if;
  select coalesce(max(x.position) + 1, 0) into next from public.product_media x where x.product_id = p_product;
  if next > 11 then raise exception 'too_many_photos' using errcode = 'PT400'; end if;
  insert into public.product_media (product_id, media_id, position) values (p_product, p_media, next);
end $$;
grant execute on function public.add_product_media(uuid, uuid) to authenticated;
