-- Printed codes: made once for a thing and a campaign, resolved for ever, counted by campaign and day.

-- One more of a day, in the exhibition's zone. Nobody is in it.
create function private.count_daily(p_exhibition uuid, p_subject text, p_subject_id uuid, p_metric text, p_channel text) returns void
language sql security definer set search_path = '' as $$
  insert into public.daily_counts as d (day, exhibition_id, subject, subject_id, metric, channel, count)
  select (now() at time zone e.zone)::date, e.id, p_subject, p_subject_id, p_metric, p_channel, 1 from public.exhibitions e where e.id = p_exhibition
  on conflict (exhibition_id, day, subject, subject_id, metric, channel) do update set count = d.count + 1
$$;

create function private.new_code() returns text
language plpgsql volatile set search_path = '' as $$
declare
  found_code text;
begin
  for i in 1..20 loop
    found_code := left(private.short_code(), 7);
    if not exists (select 1 from public.codes c where c.code = found_code) then return found_code; end if;
  end loop;
  raise exception 'conflict' using errcode = 'PT409';
end $$;

-- What may carry a code: the exhibition itself, its halls, approved booths, the objects that show and the stops of its tours.
create function private.code_targets(p_exhibition uuid) returns table (target public.code_target, target_id uuid)
language sql stable security definer set search_path = '' as $$
  select 'exhibition'::public.code_target, p_exhibition
  union all select 'hall', h.id from public.halls h where h.exhibition_id = p_exhibition
  union all select 'booth', b.id from public.booths b where b.exhibition_id = p_exhibition and private.booth_shows(b)
  union all select 'exhibit', x.id from public.exhibits x where x.exhibition_id = p_exhibition and private.exhibit_shows(x)
  union all select 'stop', s.id from public.tour_stops s where s.exhibition_id = p_exhibition
$$;

create function private.add_codes(e public.exhibitions, p_campaigns text[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  made integer;
begin
  insert into public.codes (code, exhibition_id, target, target_id, campaign, destination, created_by)
  select private.new_code(), e.id, t.target, t.target_id, c.campaign, '/exhibitions/' || e.slug, auth.uid()
  from private.code_targets(e.id) t cross join unnest(p_campaigns) c (campaign)
  on conflict (exhibition_id, target, target_id, campaign) do nothing;
  get diagnostics made = row_count;
  return made;
end $$;

-- What is printed first has its codes from publication on.
create function private.codes_on_publication() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.add_codes(new, '{poster,label,catalogue}');
  return null;
end $$;
create trigger exhibitions_codes after update of published_at on public.exhibitions for each row
  when (old.published_at is null and new.published_at is not null) execute function private.codes_on_publication();

create function public.make_codes(p_exhibition uuid, p_campaign text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  e constant public.exhibitions := private.require_curator(p_exhibition);
  made integer;
begin
  if coalesce(p_campaign, '') !~ '^[a-z][a-z0-9-]{0,39}$' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  made := private.add_codes(e, array[p_campaign]);
  if made > 0 then perform private.record_exhibition(e, 'codes_made', null, null, jsonb_build_object('campaign', p_campaign, 'count', made)); end if;
  return made;
end $$;
comment on function public.make_codes is 'A code for each hall, booth, object and stop that has none in this campaign; how many were made. Again changes nothing.';
grant execute on function public.make_codes(uuid, text) to authenticated;

-- Where a code leads: {target, exhibition, slug, stop, campaign} while its target shows, else {destination}; null for no code of ours.
create function public.resolve_code(p_code text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.codes;
  place jsonb;
begin
  select * into c from public.codes where code = p_code;
  if c.code is null then return null; end if;
  if c.exhibition_id is not null and (select private.exhibition_is_public(e) from public.exhibitions e where e.id = c.exhibition_id) then
    place := private.code_place(c);
    if c.target in ('exhibition', 'hall', 'booth', 'exhibit', 'stop') then
      perform private.count_daily(c.exhibition_id, c.target::text, c.target_id, 'code', 'code:' || c.campaign);
    end if;
  end if;
  return coalesce(place || jsonb_build_object('campaign', c.campaign), jsonb_build_object('destination', c.destination));
end $$;
comment on function public.resolve_code is 'Counts the campaign, not the person. Before the opening every code leads to the exhibition''s first page.';

create function private.code_place(c public.codes) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case when private.exhibition_is_readable(e.id) then case c.target
      when 'hall' then (select jsonb_build_object('target', 'hall', 'exhibition', e.slug, 'slug', h.slug) from public.halls h where h.id = c.target_id)
      when 'booth' then (select jsonb_build_object('target', 'booth', 'exhibition', e.slug, 'slug', b.slug) from public.booths b
        where b.id = c.target_id and private.booth_shows(b))
      when 'exhibit' then (select jsonb_build_object('target', 'exhibit', 'exhibition', e.slug, 'slug', x.slug) from public.exhibits x
        where x.id = c.target_id and private.exhibit_shows(x))
      when 'stop' then (select jsonb_build_object('target', 'stop', 'exhibition', e.slug, 'slug', t.slug,
          'stop', w.number)
        from public.tour_stops s join public.tours t on t.id = s.tour_id cross join lateral private.tour_walk(t.id) w
        where s.id = c.target_id and w.stop_id = s.id)
    end end
  from public.exhibitions e where e.id = c.exhibition_id
$$;
grant execute on function public.resolve_code(text) to anon, authenticated;

-- What the curator's printer needs, in page order: each thing with its code in the campaign.
create function public.exhibition_codes(p_exhibition uuid, p_campaign text, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  if not private.curates_exhibition(p_exhibition) then return null; end if;
  select * into strict e from public.exhibitions where id = p_exhibition;
  return jsonb_build_object('exhibition', private.exhibition_frame(e, p_locale), 'campaign', p_campaign,
    'campaigns', (select coalesce(jsonb_agg(s.campaign order by s.campaign), '[]') from (select distinct c.campaign from public.codes c where c.exhibition_id = e.id) s),
    'missing', (select count(*) from private.code_targets(e.id) t where not exists (select 1 from public.codes c
      where c.exhibition_id = e.id and c.campaign = p_campaign and c.target = t.target and c.target_id = t.target_id)),
    'booths', (select coalesce(jsonb_agg(private.booth_card(b, p_locale, e.source_locale) || jsonb_build_object('code', c.code,
        'story', private.text_in(b.texts, 'story', p_locale, e.source_locale)) order by h.position, b.position), '[]')
      from public.booths b join public.halls h on h.id = b.hall_id
      join public.codes c on c.exhibition_id = e.id and c.target = 'booth' and c.target_id = b.id and c.campaign = p_campaign
      where b.exhibition_id = e.id and private.booth_shows(b)),
    'exhibits', (select coalesce(jsonb_agg(private.exhibit_card(x, p_locale, e.source_locale) || jsonb_build_object('code', c.code,
        'label', private.text_in(x.texts, 'label', p_locale, e.source_locale), 'maker', private.text_in(x.texts, 'maker', p_locale, e.source_locale),
        'material', private.text_in(x.texts, 'material', p_locale, e.source_locale)) order by h.position, b.position nulls first, x.position, x.id), '[]')
      from public.exhibits x join public.halls h on h.id = x.hall_id left join public.booths b on b.id = x.booth_id
      join public.codes c on c.exhibition_id = e.id and c.target = 'exhibit' and c.target_id = x.id and c.campaign = p_campaign
      where x.exhibition_id = e.id and private.exhibit_shows(x)),
    'stops', (select coalesce(jsonb_agg(jsonb_build_object('title', private.text_in(s.texts, 'title', p_locale, e.source_locale),
        'tour', private.text_in(t.texts, 'title', p_locale, e.source_locale), 'number', w.number,
        'code', c.code) order by t.position, w.number), '[]')
      from public.tours t cross join lateral private.tour_walk(t.id) w join public.tour_stops s on s.id = w.stop_id
      join public.codes c on c.exhibition_id = e.id and c.target = 'stop' and c.target_id = s.id and c.campaign = p_campaign
      where s.exhibition_id = e.id),
    'scans', (select coalesce(sum(d.count), 0) from public.daily_counts d where d.exhibition_id = e.id and d.metric = 'code' and d.channel = 'code:' || p_campaign));
end $$;
comment on function public.exhibition_codes is 'For its curators; null for everybody else.';
grant execute on function public.exhibition_codes(uuid, text, public.locale) to authenticated;

-- The whole exhibition in page order, as the printed catalogue has it.
create function private.catalogue_entry(x public.exhibits, p_locale public.locale, p_source public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.exhibit_card(x, p_locale, p_source) || jsonb_build_object(
    'label', private.text_in(x.texts, 'label', p_locale, p_source), 'maker', private.text_in(x.texts, 'maker', p_locale, p_source),
    'made', private.text_in(x.texts, 'made', p_locale, p_source), 'material', private.text_in(x.texts, 'material', p_locale, p_source),
    'dimensions', private.text_in(x.texts, 'dimensions', p_locale, p_source), 'credit', private.text_in(x.texts, 'credit', p_locale, p_source),
    'code', (select c.code from public.codes c where c.exhibition_id = x.exhibition_id and c.target = 'exhibit' and c.target_id = x.id
      order by c.campaign = 'catalogue' desc, c.campaign = 'label' desc, c.created_at, c.code limit 1))
$$;

create function public.exhibition_catalogue(p_slug text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'welcome', private.text_in(e.texts, 'welcome', p_locale, e.source_locale),
    'halls', (select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, e.source_locale),
        'intro', private.text_in(h.texts, 'intro', p_locale, e.source_locale),
        'works', (select coalesce(jsonb_agg(private.catalogue_entry(x, p_locale, e.source_locale) order by x.position, x.id), '[]')
          from public.exhibits x where x.hall_id = h.id and x.booth_id is null and private.exhibit_shows(x)),
        'booths', (select coalesce(jsonb_agg(private.booth_card(b, p_locale, e.source_locale) || jsonb_build_object(
            'story', private.text_in(b.texts, 'story', p_locale, e.source_locale),
            'objects', (select coalesce(jsonb_agg(private.catalogue_entry(x, p_locale, e.source_locale) order by x.position, x.id), '[]')
              from public.exhibits x where x.booth_id = b.id and private.exhibit_shows(x))) order by b.position, b.id), '[]')
          from public.booths b where b.hall_id = h.id and private.booth_shows(b))) order by h.position), '[]')
      from public.halls h where h.exhibition_id = e.id));
end $$;
comment on function public.exhibition_catalogue is 'Halls with works, booths and their objects, each with the code that print carries. Null when the caller may not look into it.';
grant execute on function public.exhibition_catalogue(text, public.locale, text) to anon, authenticated;
