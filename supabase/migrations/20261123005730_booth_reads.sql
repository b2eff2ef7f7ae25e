-- What the studio shows of exhibitions: the list of a producer's booths, and one booth with everything its writer needs.

create function public.producer_booths(p_slug text, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  who uuid := (select p.id from public.producers p where p.slug = p_slug);
begin
  if who is null or not private.can_edit_producer(who) then return null; end if;
  return coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'slug', b.slug, 'state', b.state, 'note', b.note, 'offeredAt', b.offered_at,
      'objects', (select count(*) from public.exhibits x where x.booth_id = b.id), 'dueAt', (private.booth_template(e.id)).due_at,
      'exhibition', private.producer_exhibition(e, p_locale),
      'hero', (select private.media_view(m.id, p_locale, e.source_locale, '') from public.media m where m.id = e.hero_media_id and m.state = 'ready'))
      order by private.exhibition_state(e) in ('closed', 'archived'), b.state = 'declined', b.state not in ('offered', 'accepted'), e.opens_at, b.id)
    from public.booths b join public.exhibitions e on e.id = b.exhibition_id where b.producer_id = who), '[]');
end $$;
comment on function public.producer_booths is 'Of exhibitions that are not over first, and of those what waits for the producer. Null for whoever does not work for it.';
grant execute on function public.producer_booths(text, public.locale) to authenticated;

-- Pictures that a booth may take as its own: what the producer shows of its workshop and its published products.
create function private.booth_picture_choices(p_producer uuid, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(to_jsonb(private.media_view(c.media_id, p_locale, p_locale, '')) || jsonb_build_object('id', c.media_id) order by c.turn, c.place, c.media_id), '[]')
  from (select distinct on (u.media_id) u.* from (
      select m.media_id, case m.use when 'cover' then 0 else 1 end as turn, m.position as place from public.producer_media m where m.producer_id = p_producer
      union all select m.media_id, 2, (row_number() over (order by p.published_at desc, p.id))::integer from public.products p
        join public.product_media m on m.product_id = p.id and m.position = 0 where p.producer_id = p_producer and p.state = 'published') u
    join public.media d on d.id = u.media_id and d.state = 'ready' and d.producer_id = p_producer order by u.media_id, u.turn, u.place limit 60) c
$$;

create function private.workbench_object(x public.exhibits, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', x.id, 'slug', x.slug, 'kind', x.kind, 'product', x.product_id, 'texts', x.texts, 'rights', x.rights,
    'title', private.exhibit_title(x, p_locale, p_source), 'names', coalesce(private.product_title_texts(x.product_id), '{}'),
    'shows', x.product_id is null or private.product_is_public(x.product_id), 'cover', private.exhibit_pictures(x, p_locale, p_source, 1) -> 0,
    'pictures', case when x.product_id is null then coalesce((select jsonb_agg(private.desk_picture(m.media_id, m.role::text, m.texts) order by m.position, m.media_id)
      from public.exhibit_media m where m.exhibit_id = x.id), '[]') else '[]' end)
$$;

create function public.booth_workbench(p_booth uuid, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('texts', b.texts, 'photo', private.desk_picture(b.media_id),
    'objects', coalesce((select jsonb_agg(private.workbench_object(x, p_locale, e.source_locale) order by x.position, x.id) from public.exhibits x where x.booth_id = b.id), '[]'),
    'products', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', private.text_in(jsonb_build_object('title', private.product_title_texts(p.id)), 'title', p_locale, p.source_locale),
        'cover', (select private.media_view(m.media_id, p_locale, p.source_locale, p.title) from public.product_media m where m.product_id = p.id order by m.position limit 1))
        order by p.published_at desc, p.id)
      from public.products p where p.producer_id = b.producer_id and private.product_is_public(p.id)
        and not exists (select 1 from public.exhibits x where x.booth_id = b.id and x.product_id = p.id)), '[]'),
    'choices', private.booth_picture_choices(b.producer_id, p_locale))
  from public.booths b join public.exhibitions e on e.id = b.exhibition_id
  where b.id = p_booth and private.can_edit_producer(b.producer_id)
$$;
comment on function public.booth_workbench is
  'texts in all languages; objects in order, names: the listing''s title in its languages; products: published, and not in the booth yet; choices: pictures the producer has. Null for whoever does not work for the producer.';
grant execute on function public.booth_workbench(uuid, public.locale) to authenticated;

-- Whether the studio's navigation has exhibitions, and how many booths wait for the producer.
create or replace function public.studio_frame(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', public.my_account(),
    'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'state', p.state, 'suspendedReason', p.suspended_reason,
      'verified', p.verified_at is not null, 'sourceLocale', p.source_locale, 'country', p.country),
    'role', case when private.owns_producer(p.id) then 'owner' when private.is_producer_member(p.id) then 'editor'
      when private.coordinates_producer(p.id) then 'coordinator' else 'operator' end,
    'unread', (select count(*) from public.inquiries i where i.producer_id = p.id and i.state not in ('unconfirmed', 'blocked') and not i.withheld
      and (i.producer_read_at is null or i.producer_read_at < i.last_message_at)),
    'orders', private.orders_waiting('producer', p.id),
    'money', private.payments_waiting(p.id),
    'booths', (select jsonb_build_object('all', count(*), 'waiting', count(*) filter (where e.archived_at is null and e.closes_at > now()
        and (b.state = 'offered' or (b.state = 'accepted' and b.note <> '')))) from public.booths b join public.exhibitions e on e.id = b.exhibition_id where b.producer_id = p.id),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.name)
      from public.memberships m join public.clusters c on c.id = m.cluster_id where m.producer_id = p.id and m.state = 'active'), '[]'))
  from public.producers p where p.slug = p_slug and private.can_edit_producer(p.id)
$$;
comment on function public.studio_frame is 'Null when there is no such producer or the caller may not work for it: the two look the same. booths.waiting: offers, and booths that curators handed back.';
