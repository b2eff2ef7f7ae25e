-- Copies, drafts thrown away, texts in other languages.

create function public.duplicate_product(p_product uuid, p_new_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  product public.products := private.editable_product(p_product);
begin
  perform private.claim_id(p_new_id);
  if exists (select 1 from public.products p where p.id = p_new_id and p.producer_id = product.producer_id) then return p_new_id; end if;
  if exists (select 1 from public.products p where p.id = p_new_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  insert into public.products (id, producer_id, slug, state, category_id, source_locale, title, description, care, unit, price_amount, price_currency,
    moq, order_multiple, lead_time_days, capacity_per_month, hs_code, country_of_origin, incoterm, incoterm_place, materials, techniques,
    sample_available, sample_price_amount, customisation, weight_grams, length_mm, width_mm, height_mm, created_by)
  values (p_new_id, product.producer_id, private.free_slug(product.title, 'public.products'), 'draft', product.category_id, product.source_locale,
    product.title, product.description, product.care, product.unit, product.price_amount, product.price_currency, product.moq, product.order_multiple,
    product.lead_time_days, product.capacity_per_month, product.hs_code, product.country_of_origin, product.incoterm, product.incoterm_place,
    product.materials, product.techniques, product.sample_available, product.sample_price_amount, product.customisation, product.weight_grams,
    product.length_mm, product.width_mm, product.height_mm, auth.uid());
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
  product public.products := private.editable_product(p_product);
  pictures uuid[];
begin
  if product.published_at is not null or product.state not in ('draft', 'archived') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  pictures := array(select x.media_id from public.product_media x where x.product_id = p_product);
  delete from public.products where id = p_product;
  perform private.drop_unused_media(pictures);
  perform private.record_event('product', p_product, 'product.deleted', product.state::text, null, null, p_producer => product.producer_id);
end $$;
grant execute on function public.delete_draft(uuid) to authenticated;

-- Texts in another language; an empty text removes the translation of that field.
create function public.set_product_translations(p_product uuid, p_locale public.locale, p_texts jsonb, p_status public.translation_status) returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products := private.editable_product(p_product);
  entry record;
begin
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
