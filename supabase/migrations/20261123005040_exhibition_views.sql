-- What every reader of an exhibition draws from: pages, IIIF, catalogue, kiosk. Whoever calls has asked
-- private.shown_exhibition; what is hidden within a shown exhibition (a booth not approved, a product withdrawn) is left out here.

create function private.exhibit_shows(x public.exhibits) returns boolean
language sql stable security definer set search_path = '' as $$
  select (x.booth_id is null or exists (select 1 from public.booths b join public.producers p on p.id = b.producer_id and p.state = 'active'
      where b.id = x.booth_id and b.state = 'approved'))
    and (x.product_id is null or private.product_is_public(x.product_id))
$$;
comment on function private.exhibit_shows is 'Its booth is approved, its producer active, its product published. A preview shows the same.';

-- Texts of a product in the form of an exhibition's texts: {"title": {"en": "…"}}.
create function private.product_title_texts(p_product uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(p.source_locale::text, p.title) || coalesce((select jsonb_object_agg(t.locale::text, t.text) from public.product_translations t
    where t.product_id = p.id and t.field = 'title' and t.status <> 'draft'), '{}')
  from public.products p where p.id = p_product
$$;

create function private.exhibit_title(x public.exhibits, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(private.text_in(x.texts, 'title', p_locale, p_source), case when x.product_id is not null then
    private.text_in(jsonb_build_object('title', private.product_title_texts(x.product_id)), 'title', p_locale, p_source) end)
$$;
comment on function private.exhibit_title is '{text, locale}: its own title, else the listing''s.';

-- Its own pictures in order, else the listing's. Only finished ones.
create function private.exhibit_pictures(x public.exhibits, p_locale public.locale, p_source public.locale, p_limit integer default 200) returns jsonb
language sql stable security definer set search_path = '' as $$
  with own as (
    select m.media_id, m.role, m.texts, m.position from public.exhibit_media m join public.media d on d.id = m.media_id and d.state = 'ready'
    where m.exhibit_id = x.id),
  used as (
    select * from own
    union all
    select m.media_id, 'view', '{}', m.position from public.product_media m join public.media d on d.id = m.media_id and d.state = 'ready'
    where x.product_id is not null and m.product_id = x.product_id and not exists (select 1 from own))
  select coalesce(jsonb_agg(to_jsonb(v.view) || jsonb_build_object('id', v.media_id, 'role', v.role, 'caption', private.text_in(v.texts, 'caption', p_locale, p_source),
      'deep', v.deep) order by v.position, v.media_id), '[]')
  from (select u.media_id, u.role, u.texts, u.position, d.tiled_at is not null and d.deep_zoom as deep,
      private.media_view(u.media_id, p_locale, p_source, private.exhibit_title(x, p_locale, p_source) ->> 'text') as view
    from used u join public.media d on d.id = u.media_id
    order by u.role <> 'view', u.position, u.media_id limit p_limit) v
$$;
comment on function private.exhibit_pictures is '[{code, sha8, width, height, colour, alt, avif, id, role, caption: {text, locale} or null, deep}], in the curator''s order.';

-- What a buyer wants to know of an object that can be bought; null for a work that stands alone.
create function private.exhibit_trade(x public.exhibits) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('product', p.slug, 'price', jsonb_build_object('amount', p.price_amount, 'currency', p.price_currency), 'unit', p.unit,
    'lowestAmount', (select min(t.unit_amount) from public.price_tiers t where t.product_id = p.id),
    'moq', p.moq, 'leadTimeDays', p.lead_time_days, 'sample', p.sample_available, 'sampleAmount', p.sample_price_amount, 'hsCode', p.hs_code)
  from public.products p where p.id = x.product_id
$$;

create function private.booth_title(b public.booths, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(private.text_in(b.texts, 'title', p_locale, p_source),
    (select jsonb_build_object('text', p.name, 'locale', p.source_locale) from public.producers p where p.id = b.producer_id))
$$;

create function private.exhibit_card(x public.exhibits, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', x.id, 'slug', x.slug, 'kind', x.kind, 'title', private.exhibit_title(x, p_locale, p_source),
    'cover', private.exhibit_pictures(x, p_locale, p_source, 1) -> 0, 'trade', private.exhibit_trade(x),
    'hall', (select h.slug from public.halls h where h.id = x.hall_id),
    'booth', (select jsonb_build_object('slug', b.slug, 'title', private.booth_title(b, p_locale, p_source)) from public.booths b where b.id = x.booth_id))
$$;
comment on function private.exhibit_card is '{id, slug, kind, title: {text, locale}, cover: a picture or null, trade: null for a work, hall: slug, booth: {slug, title} or null}.';

create function private.booth_card(b public.booths, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', b.id, 'slug', b.slug, 'title', private.booth_title(b, p_locale, p_source),
    'hall', (select h.slug from public.halls h where h.id = b.hall_id),
    'producer', (select jsonb_build_object('slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country, 'verified', p.verified_at is not null)
      from public.producers p where p.id = b.producer_id),
    'cover', coalesce(
      (select to_jsonb(private.media_view(b.media_id, p_locale, p_source, p.name)) from public.producers p
        where p.id = b.producer_id and exists (select 1 from public.media d where d.id = b.media_id and d.state = 'ready')),
      (select to_jsonb(private.media_view(m.media_id, p_locale, p.source_locale, p.name)) from public.producer_media m join public.producers p on p.id = m.producer_id
        where m.producer_id = b.producer_id and m.use = 'cover')),
    'exhibits', (select count(*) from public.exhibits x where x.booth_id = b.id and private.exhibit_shows(x)))
$$;

create function private.booth_shows(b public.booths) returns boolean
language sql stable security definer set search_path = '' as $$
  select b.state = 'approved' and private.producer_is_public(b.producer_id)
$$;

-- What stands above every page of an exhibition.
create function private.exhibition_frame(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'slug', e.slug, 'state', private.exhibition_state(e), 'now', now(),
    'title', private.text_in(e.texts, 'title', p_locale, e.source_locale), 'summary', private.text_in(e.texts, 'summary', p_locale, e.source_locale),
    'sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages), 'theme', e.theme, 'pattern', e.pattern, 'zone', e.zone,
    'opensAt', e.opens_at, 'closesAt', e.closes_at, 'publishedAt', e.published_at, 'updatedAt', e.updated_at,
    'hasGuestBook', e.has_guest_book, 'hasMeetings', e.has_meetings, 'hasCards', e.has_cards,
    'cluster', (select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', coalesce(t.text, c.name)) from public.clusters c
      left join public.cluster_translations t on t.cluster_id = c.id and t.locale = p_locale and t.field = 'name' and t.status <> 'draft'
      where c.id = e.cluster_id and c.state = 'active'),
    'hero', (select private.media_view(m.id, p_locale, e.source_locale, e.texts -> 'title' ->> e.source_locale::text)
      from public.media m where m.id = e.hero_media_id and m.state = 'ready'),
    'halls', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, e.source_locale))
      order by h.position), '[]') from public.halls h where h.exhibition_id = e.id),
    'tours', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'title', private.text_in(t.texts, 'title', p_locale, e.source_locale),
      'stops', (select count(*) from public.tour_stops s where s.tour_id = t.id)) order by t.position, t.id), '[]')
      from public.tours t where t.exhibition_id = e.id and exists (select 1 from public.tour_stops s where s.tour_id = t.id)))
$$;
comment on function private.exhibition_frame is 'Titles are {text, locale}. state by the database''s clock; now: that clock. Nothing of booths or objects.';

-- The stops that are shown, numbered from 1. One whose object is hidden (booth not approved, product withdrawn) or whose picture
-- is not finished is left out, and the others close up.
create function private.tour_walk(p_tour uuid) returns table (number bigint, stop_id uuid)
language sql stable security definer set search_path = '' as $$
  select row_number() over (order by s.position, s.id), s.id
  from public.tour_stops s join public.media m on m.id = s.media_id and m.state = 'ready' left join public.exhibits o on o.id = s.exhibit_id
  where s.tour_id = p_tour and (o.id is null or private.exhibit_shows(o))
$$;
