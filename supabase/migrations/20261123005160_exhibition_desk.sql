-- What the curators' desk reads: the list, the frame of one exhibition, and everything that is in it.

create function private.reads_exhibition(e public.exhibitions) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_operator() or (e.cluster_id is not null and private.reads_cluster(e.cluster_id))
$$;
comment on function private.reads_exhibition is 'Its desk: curators, and the coordinators of a cluster that an operator closed, who only look.';

create function private.exhibition_entry(e public.exhibitions) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'slug', e.slug, 'title', e.texts -> 'title' ->> e.source_locale::text, 'titleLocale', e.source_locale,
    'state', private.exhibition_state(e), 'zone', e.zone, 'opensAt', e.opens_at, 'closesAt', e.closes_at, 'createdAt', e.created_at,
    'theme', e.theme, 'pattern', e.pattern,
    'hero', (select private.media_json(m, '') from public.media m where m.id = e.hero_media_id),
    'cluster', (select jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name) from public.clusters k where k.id = e.cluster_id),
    'halls', (select count(*) from public.halls h where h.exhibition_id = e.id),
    'booths', (select count(*) from public.booths b where b.exhibition_id = e.id and b.state <> 'declined'),
    'waiting', (select count(*) from public.booths b where b.exhibition_id = e.id and b.state = 'submitted'),
    'objects', (select count(*) from public.exhibits x where x.exhibition_id = e.id))
$$;

create function public.curated_exhibitions(p_cluster text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  host uuid := (select k.id from public.clusters k where k.slug = p_cluster);
begin
  if p_cluster is null then perform private.require_operator();
  elsif host is null or not private.reads_cluster(host) then return null; end if;
  return jsonb_build_object(
    'zone', coalesce((select e.zone from public.exhibitions e where e.cluster_id is not distinct from host order by e.created_at desc limit 1),
      (select s.time_zone from public.site_settings s)),
    'exhibitions', coalesce((select jsonb_agg(private.exhibition_entry(e) order by private.exhibition_state(e) in ('closed', 'archived'), e.opens_at desc, e.id)
      from public.exhibitions e where p_cluster is null or e.cluster_id = host), '[]'));
end $$;
comment on function public.curated_exhibitions is 'Of a cluster, by its slug; null: all, for operators. zone: what a new one begins with. Null for a stranger.';
grant execute on function public.curated_exhibitions(text) to authenticated;

create function public.exhibition_desk(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.exhibition_entry(e) || jsonb_build_object('acts', private.curates_exhibition(e.id) and e.archived_at is null,
    'override', e.override, 'publishedAt', e.published_at, 'archivedAt', e.archived_at, 'hasPreview', e.preview_hash is not null, 'version', e.version,
    'sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages), 'hasGuestBook', e.has_guest_book, 'hasMeetings', e.has_meetings,
    'hasCards', e.has_cards, 'now', now(),
    'guestBookWaiting', (select count(*) from public.guest_book_entries g where g.exhibition_id = e.id and g.state = 'waiting'))
  from public.exhibitions e where e.id = p_exhibition and private.reads_exhibition(e)
$$;
comment on function public.exhibition_desk is 'The frame of every room of the desk. acts: may change things. Null for a stranger.';
grant execute on function public.exhibition_desk(uuid) to authenticated;

-- A picture with the words for it in every language.
create function private.desk_picture(p_media uuid, p_role text default null, p_texts jsonb default '{}') returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.media_json(m, null) || jsonb_build_object('deep', m.deep_zoom, 'role', p_role, 'caption', coalesce(p_texts -> 'caption', '{}'),
    'alts', (select coalesce(jsonb_object_agg(a.locale, a.alt), '{}') from public.media_alts a where a.media_id = m.id))
  from public.media m where m.id = p_media
$$;

create function private.desk_section(s public.sections) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', s.id, 'hall', s.hall_id, 'kind', s.kind, 'texts', s.texts, 'place', s.place, 'latitude', s.latitude, 'longitude', s.longitude,
    'tour', s.tour_id,
    'pictures', coalesce((select jsonb_agg(private.desk_picture(m.media_id, null, m.texts) order by m.position, m.media_id) from public.section_media m where m.section_id = s.id), '[]'),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages, 'at', f.created_at)
      order by m.position) from public.section_files m join public.files f on f.id = m.file_id where m.section_id = s.id), '[]'))
$$;

create function private.desk_booth(b public.booths, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', b.id, 'hall', b.hall_id, 'slug', b.slug, 'state', b.state, 'note', b.note, 'texts', b.texts, 'offeredAt', b.offered_at,
    'answeredAt', b.answered_at, 'updatedAt', b.updated_at,
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country, 'state', p.state)
      from public.producers p where p.id = b.producer_id),
    'photo', private.desk_picture(b.media_id),
    'exhibits', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'kind', x.kind, 'texts', x.texts, 'shows', x.product_id is null or private.product_is_public(x.product_id),
        'title', private.exhibit_title(x, p_source, p_source) ->> 'text', 'pictures', private.exhibit_pictures(x, p_source, p_source, 4)) order by x.position, x.id)
      from public.exhibits x where x.booth_id = b.id), '[]'))
$$;

create function public.curated_exhibition(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'rules', jsonb_build_object('texts', e.texts, 'sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages), 'theme', e.theme, 'pattern', e.pattern,
      'zone', e.zone, 'opens', private.to_wall(e.opens_at, e.zone), 'closes', private.to_wall(e.closes_at, e.zone), 'hasGuestBook', e.has_guest_book,
      'hasMeetings', e.has_meetings, 'hasCards', e.has_cards),
    'hero', private.desk_picture(e.hero_media_id),
    'clonedFrom', (select jsonb_build_object('id', c.id, 'title', c.texts -> 'title' ->> c.source_locale::text) from public.exhibitions c where c.id = e.cloned_from),
    'halls', coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'slug', h.slug, 'texts', h.texts, 'photo', private.desk_picture(h.media_id),
        'works', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'slug', x.slug, 'kind', x.kind, 'texts', x.texts, 'rights', x.rights,
            'pictures', coalesce((select jsonb_agg(private.desk_picture(m.media_id, m.role::text, m.texts) order by m.position, m.media_id)
              from public.exhibit_media m where m.exhibit_id = x.id), '[]')) order by x.position, x.id)
          from public.exhibits x where x.hall_id = h.id and x.booth_id is null), '[]'),
        'booths', coalesce((select jsonb_agg(private.desk_booth(b, e.source_locale) order by b.position) from public.booths b where b.hall_id = h.id), '[]')) order by h.position)
      from public.halls h where h.exhibition_id = e.id), '[]'),
    'sections', coalesce((select jsonb_agg(private.desk_section(s) order by s.hall_id nulls first, s.position, s.id) from public.sections s where s.exhibition_id = e.id), '[]'),
    'tours', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'title', t.texts -> 'title' ->> e.source_locale::text,
        'stops', (select count(*) from public.tour_stops s where s.tour_id = t.id)) order by t.position, t.id) from public.tours t where t.exhibition_id = e.id), '[]'))
  from public.exhibitions e where e.id = p_exhibition and private.reads_exhibition(e)
$$;
comment on function public.curated_exhibition is 'Everything that curators made and where booths stand, with texts in all languages. opens, closes: wall clock of its zone. Null for a stranger.';
grant execute on function public.curated_exhibition(uuid) to authenticated;
