-- The numbers of an exhibition for its curators, and of one booth for its producer: totals by day and by thing. Of the trade only
-- what is known is counted: inquiries, requests and orders for the objects, made between opening and closing.

-- Of one booth: its own page and its objects. Of the exhibition (no booth): all, but of cards only how many there were in sum.
create function private.numbers_counted(p_exhibition uuid, p_booth uuid) returns setof public.daily_counts
language sql stable security definer set search_path = '' as $$
  select d.* from public.daily_counts d
  where d.exhibition_id = p_exhibition and d.metric in ('view', 'zoom', 'listen', 'save', 'code', 'card')
    and (d.metric <> 'card' or p_booth is not null or d.subject = 'exhibition')
    and (p_booth is null
    or (d.subject = 'booth' and d.subject_id = p_booth)
    or (d.subject = 'exhibit' and d.subject_id in (select x.id from public.exhibits x where x.booth_id = p_booth)))
$$;

-- One row for each inquiry, request for quotes and order; a request to several booths is one for the exhibition.
create function private.numbers_traded(e public.exhibitions, p_booth uuid) returns table (day date, metric text)
language sql stable security definer set search_path = '' as $$
  with shown as (
    select x.product_id, b.producer_id from public.exhibits x join public.booths b on b.id = x.booth_id
    where x.exhibition_id = e.id and b.state = 'approved' and x.product_id is not null and (p_booth is null or b.id = p_booth)),
  asked as (
    select i.* from public.inquiries i where i.created_at >= e.opens_at and i.created_at < e.closes_at
      and i.state not in ('unconfirmed', 'blocked') and not i.withheld)
  select (i.created_at at time zone e.zone)::date, 'inquiry' from asked i where i.rfq_id is null and i.product_id in (select s.product_id from shown s)
  union all
  select (min(i.created_at) at time zone e.zone)::date, 'rfq' from asked i where i.rfq_id is not null
    and exists (select 1 from public.rfq_lines l join shown s on s.product_id = l.product_id where l.rfq_id = i.rfq_id and s.producer_id = i.producer_id)
    group by i.rfq_id
  union all
  select (o.created_at at time zone e.zone)::date, 'order' from public.orders o where o.created_at >= e.opens_at and o.created_at < e.closes_at
    and exists (select 1 from public.quote_lines l join shown s on s.product_id = l.product_id where l.quote_id = o.quote_id and s.producer_id = o.producer_id)
$$;

-- The days looked at, by the exhibition's calendar: the last so many, or from the opening (or the first count) on; a year at most.
create function private.numbers_days(e public.exhibitions, p_booth uuid, p_days integer, out since date, out until date)
language plpgsql stable security definer set search_path = '' as $$
declare
  today constant date := (now() at time zone e.zone)::date;
begin
  if p_days is not null then
    until := today;
    since := today - least(greatest(p_days, 1), 366) + 1;
    return;
  end if;
  select min(c.day), max(c.day) into since, until from private.numbers_counted(e.id, p_booth) c;
  since := least(since, (e.opens_at at time zone e.zone)::date, today);
  until := greatest(until, least((e.closes_at at time zone e.zone)::date, today));
  since := greatest(since, until - 365);
end $$;

-- {text, locale} of what a count is about; null when it is no longer there.
create function private.counted_title(e public.exhibitions, p_subject text, p_id uuid, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select case p_subject
    when 'exhibition' then private.text_in(e.texts, 'title', p_locale, e.source_locale)
    when 'hall' then (select private.text_in(h.texts, 'title', p_locale, e.source_locale) from public.halls h where h.id = p_id)
    when 'booth' then (select private.booth_title(b, p_locale, e.source_locale) from public.booths b where b.id = p_id)
    when 'exhibit' then (select private.exhibit_title(x, p_locale, e.source_locale) from public.exhibits x where x.id = p_id)
    when 'stop' then (select private.text_in(s.texts, 'title', p_locale, e.source_locale) from public.tour_stops s where s.id = p_id) end
$$;

create function private.numbers_of(e public.exhibitions, p_booth uuid, p_days integer, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  span record;
begin
  select * into span from private.numbers_days(e, p_booth, p_days);
  return (
    with counted as materialized (select c.* from private.numbers_counted(e.id, p_booth) c where c.day between span.since and span.until),
    traded as materialized (select t.* from private.numbers_traded(e, p_booth) t where t.day between span.since and span.until),
    by_day as (select c.day, c.metric, c.count from counted c union all select t.day, t.metric, 1 from traded t),
    places as (
      select c.subject, c.subject_id, sum(c.count) filter (where c.metric = 'view') as views, sum(c.count) filter (where c.metric = 'zoom') as zooms,
        sum(c.count) filter (where c.metric = 'listen') as listens, sum(c.count) filter (where c.metric = 'save') as saves,
        sum(c.count) filter (where c.metric = 'code') as scans
      from counted c where c.metric <> 'card' group by 1, 2)
    select jsonb_build_object('since', span.since, 'until', span.until, 'zone', e.zone,
      'totals', (select coalesce(jsonb_object_agg(d.metric, d.n), '{}') from (select y.metric, sum(y.count) as n from by_day y group by 1) d),
      'days', (select jsonb_agg(jsonb_build_object('day', g.day::date, 'views', coalesce(n.views, 0), 'saves', coalesce(n.saves, 0),
          'scans', coalesce(n.scans, 0), 'asked', coalesce(n.asked, 0), 'ordered', coalesce(n.ordered, 0)) order by g.day)
        from generate_series(span.since::timestamp, span.until::timestamp, interval '1 day') g (day) left join (
          select y.day, sum(y.count) filter (where y.metric = 'view') as views, sum(y.count) filter (where y.metric = 'save') as saves,
            sum(y.count) filter (where y.metric = 'code') as scans, sum(y.count) filter (where y.metric in ('inquiry', 'rfq')) as asked,
            sum(y.count) filter (where y.metric = 'order') as ordered
          from by_day y group by 1) n on n.day = g.day::date),
      'places', (select coalesce(jsonb_agg(jsonb_build_object('subject', p.subject, 'id', p.subject_id,
          'title', private.counted_title(e, p.subject, p.subject_id, p_locale), 'views', coalesce(p.views, 0), 'zooms', coalesce(p.zooms, 0),
          'listens', coalesce(p.listens, 0), 'saves', coalesce(p.saves, 0), 'scans', coalesce(p.scans, 0)) order by p.views desc nulls last, p.scans desc nulls last, p.subject_id), '[]')
        from (select * from places order by views desc nulls last, scans desc nulls last, subject_id limit 400) p),
      'codes', (select coalesce(jsonb_agg(jsonb_build_object('campaign', s.campaign, 'scans', s.n) order by s.n desc, s.campaign), '[]')
        from (select substr(c.channel, 6) as campaign, sum(c.count) as n from counted c where c.metric = 'code' and c.channel like 'code:%' group by 1) s),
      'channels', (select coalesce(jsonb_agg(jsonb_build_object('channel', v.channel, 'views', v.n) order by v.n desc, v.channel), '[]')
        from (select split_part(c.channel, ':', 1) as channel, sum(c.count) as n from counted c where c.metric = 'view' group by 1) v),
      'kiosks', case when p_booth is null then (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'views', k.n) order by k.n desc, k.name, k.id), '[]')
        from (select o.id, o.name, sum(c.count) as n from counted c join public.kiosks o on o.id::text = substr(c.channel, 7)
          where c.metric = 'view' and c.channel like 'kiosk:%' group by 1, 2) k) else '[]' end));
end $$;

create function public.exhibition_numbers(p_exhibition uuid, p_locale public.locale, p_days integer default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  if not private.curates_exhibition(p_exhibition) then return null; end if;
  select * into e from public.exhibitions where id = p_exhibition;
  return private.numbers_of(e, null, p_days, p_locale);
end $$;
comment on function public.exhibition_numbers is
  'For its curators; null for everybody else. p_days: the last so many, else all. Trade is told in sum alone: what one booth was asked and sold is its own business.';
grant execute on function public.exhibition_numbers(uuid, public.locale, integer) to authenticated;

create function public.booth_numbers(p_booth uuid, p_locale public.locale, p_days integer default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  b public.booths;
  e public.exhibitions;
begin
  select * into b from public.booths where id = p_booth;
  if b.id is null or not private.can_edit_producer(b.producer_id) then return null; end if;
  select * into e from public.exhibitions where id = b.exhibition_id;
  return private.numbers_of(e, b.id, p_days, p_locale);
end $$;
comment on function public.booth_numbers is 'For those who act for its producer: its own page and objects, nothing of another booth. Null for everybody else.';
grant execute on function public.booth_numbers(uuid, public.locale, integer) to authenticated;

-- The same as rows for a spreadsheet. Kiosks go by their names, things by their titles.
create function private.number_lines(e public.exhibitions, p_booth uuid, p_days integer, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('day', l.day, 'subject', l.subject, 'title', private.counted_title(e, l.subject, l.subject_id, p_locale) ->> 'text',
    'metric', l.metric, 'channel', l.channel, 'count', l.count) order by l.day, l.subject, l.subject_id, l.metric, l.channel), '[]')
  from private.numbers_days(e, p_booth, p_days) d cross join lateral (
    select x.* from (
      select c.day, c.subject, c.subject_id, c.metric, sum(c.count) as count,
        case when c.channel like 'kiosk:%' then coalesce('kiosk: ' || (select k.name from public.kiosks k where k.id::text = substr(c.channel, 7)), 'kiosk') else c.channel end as channel
      from private.numbers_counted(e.id, p_booth) c group by 1, 2, 3, 4, 6
      union all
      select t.day, case when p_booth is null then 'exhibition' else 'booth' end, coalesce(p_booth, e.id), t.metric, count(*), ''
      from private.numbers_traded(e, p_booth) t group by 1, 4) x
    where x.day between d.since and d.until order by x.day desc limit 50000) l
$$;

create function public.exhibition_number_lines(p_exhibition uuid, p_locale public.locale, p_days integer default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.number_lines(e, null, p_days, p_locale) from public.exhibitions e where e.id = p_exhibition and private.curates_exhibition(e.id)
$$;
grant execute on function public.exhibition_number_lines(uuid, public.locale, integer) to authenticated;

create function public.booth_number_lines(p_booth uuid, p_locale public.locale, p_days integer default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.number_lines(e, b.id, p_days, p_locale) from public.booths b join public.exhibitions e on e.id = b.exhibition_id
  where b.id = p_booth and private.can_edit_producer(b.producer_id)
$$;
grant execute on function public.booth_number_lines(uuid, public.locale, integer) to authenticated;
