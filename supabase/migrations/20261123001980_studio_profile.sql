-- The workshop's own page in the studio: facts, words in other languages, photos, checklist.

create function public.studio_profile(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'producer', to_jsonb(p) - 'created_by' - 'suspended_reason',
    'contact', (select to_jsonb(c) - 'producer_id' - 'updated_at' from public.producer_contacts c where c.producer_id = p.id),
    'texts', coalesce((select jsonb_agg(jsonb_build_object('locale', t.locale, 'field', t.field, 'text', t.text))
      from public.producer_translations t where t.producer_id = p.id), '[]'),
    'photos', coalesce((select jsonb_agg(private.media_json(m, null) || jsonb_build_object('use', x.use) order by x.use, x.position)
      from public.producer_media x join public.media m on m.id = x.media_id where x.producer_id = p.id), '[]'),
    'checks', coalesce((select jsonb_agg(jsonb_build_object('item', c.item, 'state', c.state, 'at', c.checked_at) order by c.item)
      from public.verification_checks c where c.producer_id = p.id), '[]'))
  from public.producers p where p.slug = p_slug and private.can_edit_producer(p.id)
$$;
grant execute on function public.studio_profile(text) to authenticated;

create function public.set_producer_texts(p_producer uuid, p_locale public.locale, p_texts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  entry record;
begin
  perform private.require_active_user();
  if not private.can_edit_producer(p_producer) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if exists (select 1 from public.producers p where p.id = p_producer and p.source_locale = p_locale) then
    raise exception 'source_language' using errcode = 'PT400';
  end if;
  for entry in select e.key as field, btrim(e.value) as text from jsonb_each_text(p_texts) e loop
    if entry.text = '' then
      delete from public.producer_translations t where t.producer_id = p_producer and t.locale = p_locale and t.field = entry.field;
    else
      insert into public.producer_translations (producer_id, locale, field, text, status) values (p_producer, p_locale, entry.field, entry.text, 'reviewed')
      on conflict (producer_id, locale, field) do update set text = excluded.text, status = excluded.status;
    end if;
  end loop;
  perform private.record_event('producer', p_producer, 'producer.translated', p_producer => p_producer, p_data => jsonb_build_object('locale', p_locale));
end $$;
grant execute on function public.set_producer_texts(uuid, public.locale, jsonb) to authenticated;

-- `remove` takes the picture off the page and deletes it, unless a product shows it.
create function public.place_producer_media(p_producer uuid, p_media uuid, p_use text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.can_edit_producer(p_producer)
    or not exists (select 1 from public.media m where m.id = p_media and m.producer_id = p_producer) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('producer_media' || p_producer, 0));
  delete from public.producer_media x where x.producer_id = p_producer and x.media_id = p_media;
  if p_use = 'remove' then
    delete from public.media m where m.id = p_media and not exists (select 1 from public.product_media x where x.media_id = p_media);
  elsif p_use = 'cover' then
    update public.producer_media set use = 'workshop', position = 0 where producer_id = p_producer and use = 'cover';
    insert into public.producer_media (producer_id, media_id, use, position) values (p_producer, p_media, 'cover', 0);
  elsif p_use = 'workshop' then
    if (select count(*) from public.producer_media x where x.producer_id = p_producer) >= 12 then
      raise exception 'too_many_photos' using errcode = 'PT400';
    end if;
    insert into public.producer_media (producer_id, media_id, use, position)
    select p_producer, p_media, 'workshop', coalesce(max(x.position) + 1, 0) from public.producer_media x where x.producer_id = p_producer;
  else
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
end $$;
grant execute on function public.place_producer_media(uuid, uuid, text) to authenticated;
