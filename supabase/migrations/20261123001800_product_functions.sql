-- Writing a listing. The client makes the id, so a form sent twice from a weak link makes one product.

-- One product with its variants and tiers, whole. `p_input` has the columns' names; a missing key clears the field.
create function public.save_product(p_id uuid, p_producer uuid, p_input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  old public.products;
  input public.products;
  is_new boolean;
begin
  if not private.can_edit_producer(p_producer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if exists (select 1 from public.producers p where p.id = p_producer and p.state = 'suspended') then
    raise exception 'producer_suspended' using errcode = 'PT403';
  end if;
  select * into old from public.products p where p.id = p_id for update;
  is_new := not found;
  if not is_new and old.producer_id <> p_producer then raise exception 'not_found' using errcode = 'PT404'; end if;
  if not is_new and old.state = 'archived' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  input := jsonb_populate_record(null::public.products, p_input);
  if old.state in ('published', 'in_review') and (length(btrim(coalesce(input.title, ''))) < 3 or input.category_id is null
    or input.price_amount is null or input.unit is null or input.moq is null or input.lead_time_days is null) then
    raise exception 'not_enough_to_publish' using errcode = 'PT409';
  end if;

  if is_new then
    insert into public.products (id, producer_id, slug, source_locale, created_by)
    values (p_id, p_producer, private.free_slug(coalesce(nullif(btrim(input.title), ''), 'product'), 'public.products'),
      coalesce(input.source_locale, 'en'), me);
  elsif old.published_at is null and btrim(coalesce(input.title, '')) <> '' and btrim(input.title) is distinct from old.title then
    -- Until it was public once, the address follows the title.
    update public.products set slug = private.free_slug(input.title, 'public.products') where id = p_id;
  end if;

  set constraints all deferred;
  update public.products p set
    category_id = input.category_id,
    source_locale = coalesce(input.source_locale, p.source_locale),
    title = btrim(coalesce(input.title, '')),
    description = btrim(coalesce(input.description, '')),
    care = btrim(coalesce(input.care, '')),
    unit = input.unit,
    price_amount = input.price_amount,
    price_currency = case when input.price_amount is not null then input.price_currency end,
    moq = input.moq,
    order_multiple = coalesce(input.order_multiple, 1),
    lead_time_days = input.lead_time_days,
    capacity_per_month = input.capacity_per_month,
    hs_code = nullif(input.hs_code, ''),
    country_of_origin = input.country_of_origin,
    incoterm = input.incoterm,
    incoterm_place = nullif(btrim(input.incoterm_place), ''),
    materials = coalesce(input.materials, '{}'),
    techniques = coalesce(input.techniques, '{}'),
    sample_available = coalesce(input.sample_available, false),
    sample_price_amount = case when input.sample_available then input.sample_price_amount end,
    customisation = btrim(coalesce(input.customisation, '')),
    weight_grams = input.weight_grams,
    length_mm = input.length_mm, width_mm = input.width_mm, height_mm = input.height_mm
  where p.id = p_id;

  perform private.replace_tiers(p_id, coalesce(p_input -> 'tiers', '[]'));
  perform private.replace_variants(p_id, coalesce(p_input -> 'variants', '[]'));
  set constraints all immediate;
  perform private.record_event('product', p_id, case when is_new then 'product.created' else 'product.edited' end,
    p_to => case when is_new then 'draft' end, p_producer => p_producer);
  return (select jsonb_build_object('id', p.id, 'slug', p.slug, 'state', p.state) from public.products p where p.id = p_id);
end $$;
grant execute on function public.save_product(uuid, uuid, jsonb) to authenticated;

create function private.replace_tiers(p_product uuid, p_tiers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if jsonb_array_length(p_tiers) > 12 then raise exception 'too_many_tiers' using errcode = 'PT400'; end if;
  delete from public.price_tiers where product_id = p_product;
  insert into public.price_tiers (product_id, min_quantity, unit_amount)
  select p_product, t.min_quantity, t.unit_amount
  from jsonb_to_recordset(p_tiers) as t (min_quantity integer, unit_amount bigint);
exception when unique_violation then
  raise exception 'tier_twice' using errcode = 'PT400';
end $$;

-- Variants keep their ids where the name is the same: later quotes point at them.
create function private.replace_variants(p_product uuid, p_variants jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if jsonb_array_length(p_variants) > 200 then raise exception 'too_many_variants' using errcode = 'PT400'; end if;
  if exists (select 1 from jsonb_to_recordset(p_variants) as v (name text) group by btrim(v.name) having count(*) > 1) then
    raise exception 'variant_twice' using errcode = 'PT400';
  end if;
  delete from public.variants v where v.product_id = p_product
    and v.name not in (select btrim(x.name) from jsonb_to_recordset(p_variants) as x (name text));
  insert into public.variants as v (product_id, position, name, sku, size, colour, price_amount, available)
  select p_product, (x.ord - 1)::integer, btrim(x.v ->> 'name'), nullif(x.v ->> 'sku', ''), nullif(x.v ->> 'size', ''), nullif(x.v ->> 'colour', ''),
    (x.v ->> 'price_amount')::bigint, coalesce((x.v ->> 'available')::boolean, true)
  from jsonb_array_elements(p_variants) with ordinality as x (v, ord)
  on conflict (product_id, name) do update set position = excluded.position, sku = excluded.sku, size = excluded.size,
    colour = excluded.colour, price_amount = excluded.price_amount, available = excluded.available;
end $$;

-- The pictures of a product in their order; the first is the cover. Pictures must belong to the same producer.
create function public.set_product_media(p_product uuid, p_media uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  producer uuid;
begin
  perform private.require_active_user();
  select p.producer_id into producer from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(producer) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if cardinality(p_media) > 12 then raise exception 'too_many_photos' using errcode = 'PT400'; end if;
  if cardinality(p_media) <> (select count(distinct m.id) from public.media m where m.id = any (p_media) and m.producer_id = producer) then
    raise exception 'photo_unknown' using errcode = 'PT400';
  end if;
  if cardinality(p_media) = 0 and exists (select 1 from public.products p where p.id = p_product and p.state = 'published') then
    raise exception 'last_photo' using errcode = 'PT409';
  end if;
  delete from public.product_media where product_id = p_product;
  insert into public.product_media (product_id, media_id, position)
  select p_product, m, (o - 1)::integer from unnest(p_media) with ordinality as x (m, o);
  update public.products set updated_at = now() where id = p_product;
end $$;
grant execute on function public.set_product_media(uuid, uuid[]) to authenticated;

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

-- States. The same table of moves is in src/domain/listing-states.ts; tests/db/moves.test.ts holds the two together.
create function public.move_product(p_product uuid, p_action text, p_reason text default null) returns public.product_state
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  target public.product_state;
  editor boolean;
  reviewer boolean;
  waits boolean;
begin
  perform private.require_active_user();
  select * into product from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  editor := private.is_producer_member(product.producer_id);
  reviewer := private.coordinates_producer(product.producer_id) or private.is_operator();
  waits := not reviewer and exists (
    select 1 from public.memberships m join public.clusters c on c.id = m.cluster_id
    where m.producer_id = product.producer_id and m.state = 'active' and c.reviews_listings);
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
  if p_action = 'publish' then perform private.require_publishable(product); end if;
  update public.products p set
    state = target,
    published_at = case when target = 'published' then coalesce(p.published_at, now()) else p.published_at end,
    returned_reason = case when p_action = 'send_back' then btrim(p_reason) when target in ('published', 'in_review') then null else p.returned_reason end
  where p.id = p_product;
  perform private.record_event('product', p_product, 'product.' || p_action, product.state::text, target::text, p_reason, p_producer => product.producer_id);
  if p_action = 'send_back' then perform private.tell_members(product.producer_id, 'listing_sent_back',
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
  if exists (select 1 from public.producers p where p.id = product.producer_id and p.state = 'suspended') then
    raise exception 'producer_suspended' using errcode = 'PT403';
  end if;
end $$;

-- A mail to each member of a producer, in their own language; a producer without members is told through its contact address.
create function private.tell_members(p_producer uuid, p_template text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody record;
  data jsonb := p_data || (select jsonb_build_object('producer', p.name, 'producerSlug', p.slug) from public.producers p where p.id = p_producer);
begin
  for somebody in
    select u.email, pr.locale from public.producer_members m
    join auth.users u on u.id = m.user_id join public.profiles pr on pr.user_id = m.user_id
    where m.producer_id = p_producer and u.email is not null and pr.suspended_at is null
    union
    select c.email, p.source_locale from public.producer_contacts c join public.producers p on p.id = c.producer_id
    where c.producer_id = p_producer and c.email is not null
      and not exists (select 1 from public.producer_members m where m.producer_id = p_producer)
  loop
    perform public.enqueue_mail(somebody.email, p_template, somebody.locale, data);
  end loop;
end $$;

create function public.duplicate_product(p_product uuid, p_new_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  product public.products;
begin
  select * into product from public.products p where p.id = p_product;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.products p where p.id = p_new_id and p.producer_id = product.producer_id) then return p_new_id; end if;
  insert into public.products (id, producer_id, slug, state, category_id, source_locale, title, description, care, unit, price_amount, price_currency,
    moq, order_multiple, lead_time_days, capacity_per_month, hs_code, country_of_origin, incoterm, incoterm_place, materials, techniques,
    sample_available, sample_price_amount, customisation, weight_grams, length_mm, width_mm, height_mm, created_by)
  values (p_new_id, product.producer_id, private.free_slug(product.title, 'public.products'), 'draft', product.category_id, product.source_locale,
    product.title, product.description, product.care, product.unit, product.price_amount, product.price_currency, product.moq, product.order_multiple,
    product.lead_time_days, product.capacity_per_month, product.hs_code, product.country_of_origin, product.incoterm, product.incoterm_place,
    product.materials, product.techniques, product.sample_available, product.sample_price_amount, product.customisation, product.weight_grams,
    product.length_mm, product.width_mm, product.height_mm, me);
  insert into public.price_tiers (product_id, min_quantity, unit_amount) select p_new_id, t.min_quantity, t.unit_amount from public.price_tiers t where t.product_id = p_product;
  insert into public.variants (product_id, position, name, sku, size, colour, price_amount, available)
    select p_new_id, v.position, v.name, v.sku, v.size, v.colour, v.price_amount, v.available from public.variants v where v.product_id = p_product;
  insert into public.product_translations (product_id, locale, field, text, status)
    select p_new_id, t.locale, t.field, t.text, t.status from public.product_translations t where t.product_id = p_product;
  insert into public.product_media (product_id, media_id, position) select p_new_id, x.media_id, x.position from public.product_media x where x.product_id = p_product;
  perform private.record_event('product', p_new_id, 'product.created', p_to => 'draft', p_producer => product.producer_id,
    p_data => jsonb_build_object('copyOf', p_product));
  return p_new_id;
end $$;
grant execute on function public.duplicate_product(uuid, uuid) to authenticated;

-- A draft nobody ever saw may be thrown away; anything that was public is archived instead.
create function public.delete_draft(p_product uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
begin
  perform private.require_active_user();
  select * into product from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if product.published_at is not null or product.state not in ('draft', 'archived') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  delete from public.products where id = p_product;
  perform private.record_event('product', p_product, 'product.deleted', product.state::text, null, null, p_producer => product.producer_id);
end $$;
grant execute on function public.delete_draft(uuid) to authenticated;

-- Texts in another language; an empty text removes the translation of that field.
create function public.set_product_translations(p_product uuid, p_locale public.locale, p_texts jsonb, p_status public.translation_status) returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  entry record;
begin
  perform private.require_active_user();
  select * into product from public.products p where p.id = p_product for update;
  if not found or not private.can_edit_producer(product.producer_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_locale = product.source_locale then raise exception 'source_language' using errcode = 'PT400'; end if;
  for entry in select e.key as field, btrim(e.value) as text from jsonb_each_text(p_texts) e loop
    if entry.text = '' then
      delete from public.product_translations t where t.product_id = p_product and t.locale = p_locale and t.field = entry.field;
    else
      insert into public.product_translations (product_id, locale, field, text, status) values (p_product, p_locale, entry.field, entry.text, p_status)
      on conflict (product_id, locale, field) do update set text = excluded.text, status = excluded.status;
    end if;
  end loop;
  perform private.record_event('product', p_product, 'product.translated', p_producer => product.producer_id, p_data => jsonb_build_object('locale', p_locale));
end $$;
grant execute on function public.set_product_translations(uuid, public.locale, jsonb, public.translation_status) to authenticated;
