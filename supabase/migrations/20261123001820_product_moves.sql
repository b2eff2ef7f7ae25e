-- The states of a listing, and who is told.

-- States. The same table of moves is in src/domain/listing-states.ts; tests/db/moves.test.ts holds the two together.
create function public.move_product(p_product uuid, p_action text, p_reason text default null) returns public.product_state
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  target public.product_state;
  reviewer boolean;
  waits boolean;
begin
  perform private.require_active_user();
  select * into product from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  reviewer := private.coordinates_producer(product.producer_id) or private.is_operator();
  waits := not reviewer and exists (
    select 1 from public.memberships m join public.clusters c on c.id = m.cluster_id
    where m.producer_id = product.producer_id and m.state = 'active' and c.state = 'active' and c.reviews_listings);
  target := case
    when p_action = 'publish' and product.state = 'draft' and waits then 'in_review'
    when p_action = 'publish' and product.state = 'draft' then 'published'
    when p_action = 'approve' and product.state = 'in_review' and reviewer then 'published'
    when p_action = 'send_back' and product.state in ('in_review', 'published') and reviewer then 'draft'
    when p_action = 'withdraw' and product.state in ('in_review', 'published') then 'draft'
    when p_action = 'archive' and product.state <> 'archived' then 'archived'
    when p_action = 'restore' and product.state = 'archived' then 'draft'
  end;
  if target is null then
    raise exception '%', case when p_action in ('approve', 'send_back') and not reviewer then 'not_allowed' else 'wrong_state' end
      using errcode = case when p_action in ('approve', 'send_back') and not reviewer then 'PT403' else 'PT409' end;
  end if;
  if p_action = 'send_back' and length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  if target in ('published', 'in_review') then perform private.require_publishable(product); end if;
  update public.products p set
    state = target,
    published_at = case when target = 'published' then coalesce(p.published_at, now()) else p.published_at end,
    returned_reason = case when p_action = 'send_back' then btrim(p_reason) when target in ('published', 'in_review') then null else p.returned_reason end
  where p.id = p_product;
  perform private.record_event('product', p_product, 'product.' || p_action, product.state::text, target::text, p_reason, p_producer => product.producer_id);
  if p_action = 'send_back' then perform private.notify_producer(product.producer_id, 'listing_sent_back',
    jsonb_build_object('productId', product.id, 'title', product.title, 'reason', btrim(p_reason))); end if;
  return target;
end $$;
grant execute on function public.move_product(uuid, text, text) to authenticated;

create function private.require_publishable(product public.products) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if length(btrim(product.title)) < 3 or product.category_id is null or product.price_amount is null or product.unit is null
    or product.moq is null or product.lead_time_days is null then
    raise exception 'not_enough_to_publish' using errcode = 'PT409';
  end if;
  if not exists (select 1 from public.product_media x where x.product_id = product.id) then
    raise exception 'photo_needed' using errcode = 'PT409';
  end if;
  if exists (select 1 from public.product_media x join public.media m on m.id = x.media_id where x.product_id = product.id and m.state = 'failed') then
    raise exception 'photo_failed' using errcode = 'PT409';
  end if;
  if exists (select 1 from public.product_media x where x.product_id = product.id
    and not exists (select 1 from public.media_alts a where a.media_id = x.media_id)) then
    raise exception 'alt_needed' using errcode = 'PT409';
  end if;
  perform private.refuse_suspended(product.producer_id);
end $$;

-- Who keeps the shop of a producer for which nobody signs in.
create function private.keepers_of(p_producer uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(
    select distinct k.user_id from public.memberships s
    join public.clusters c on c.id = s.cluster_id and c.state = 'active'
    join public.cluster_coordinators k on k.cluster_id = c.id
    join public.profiles pr on pr.user_id = k.user_id and pr.suspended_at is null
    where s.producer_id = p_producer and s.state = 'active')
$$;
