-- What was looked at, counted by the day. Pages say which of them was opened, the server gathers that for some seconds, and one
-- statement adds it up. Nobody is in it.

create function public.count_seen(p_seen jsonb) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  rows_counted integer;
begin
  with asked as (
    select x.exhibition, x.subject, x.slug, x.stop, x.metric, coalesce(x.channel, 'web') as channel, sum(least(x.count, 100000))::bigint as n
    from jsonb_to_recordset(p_seen) as x (exhibition text, subject text, slug text, stop integer, metric text, channel text, count integer)
    where x.count > 0 and x.metric in ('view', 'zoom', 'listen', 'save') group by 1, 2, 3, 4, 5, 6),
  placed as (
    select e.id, (now() at time zone e.zone)::date as day, a.subject, a.metric, a.n,
      case when a.channel in ('web', 'embed')
        or exists (select 1 from public.codes c where c.exhibition_id = e.id and 'code:' || c.campaign = a.channel) then a.channel else 'web' end as channel,
      case a.subject
        when 'exhibition' then e.id
        when 'hall' then (select h.id from public.halls h where h.exhibition_id = e.id and h.slug = a.slug)
        when 'booth' then (select b.id from public.booths b where b.exhibition_id = e.id and b.slug = a.slug and private.booth_shows(b))
        when 'exhibit' then (select x.id from public.exhibits x where x.exhibition_id = e.id and x.slug = a.slug and private.exhibit_shows(x))
        when 'stop' then (select w.stop_id from public.tours t cross join lateral private.tour_walk(t.id) w
          where t.exhibition_id = e.id and t.slug = a.slug and w.number = a.stop) end as subject_id
    from asked a join public.exhibitions e on e.slug = a.exhibition
    -- Before the opening there is the first page alone; of a draft nothing counts, whoever looks at it.
    where case when a.subject = 'exhibition' then private.exhibition_is_public(e) else private.exhibition_is_readable(e.id) end)
  insert into public.daily_counts as d (day, exhibition_id, subject, subject_id, metric, channel, count)
  select p.day, p.id, p.subject, p.subject_id, p.metric, p.channel, sum(p.n) from placed p where p.subject_id is not null
  group by 1, 2, 3, 4, 5, 6 order by 2, 1, 3, 4, 5, 6
  on conflict (exhibition_id, day, subject, subject_id, metric, channel) do update set count = d.count + excluded.count;
  get diagnostics rows_counted = row_count;
  return rows_counted;
end $$;
comment on function public.count_seen is
  'Called by the server with what it gathered: [{exhibition, subject, slug, stop, metric, channel, count}] by the slugs of addresses; stop: its number in the tour; channel: web, embed or the printed code by which a page was reached. What is not there, or not shown, is dropped. How many totals changed.';
grant execute on function public.count_seen(jsonb) to service_role;
