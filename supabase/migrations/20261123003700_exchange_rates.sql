-- Rates of exchange, for reading only: a buyer sees about what a price is in their own money. No quote, order or payment
-- ever uses one. Kept as the European Central Bank states them: so many units for one euro.

create table public.exchange_rates (
  currency text not null references public.currencies (code) check (currency <> 'EUR'),
  day date not null,
  per_eur numeric(18, 8) not null check (per_eur > 0),
  source text not null check (source in ('typed', 'csv', 'ecb')),
  entered_at timestamptz not null default now(),
  primary key (currency, day)
);
comment on table public.exchange_rates is 'Units of the currency for one euro on a day. The newest day that is not in the future counts.';
create index exchange_rates_newest on public.exchange_rates (currency, day desc) include (per_eur);

alter table public.exchange_rates enable row level security;
create policy "anyone reads exchange rates" on public.exchange_rates for select to anon, authenticated using (true);
grant select on public.exchange_rates to anon, authenticated;

-- Every page that shows a price may show it in another currency, and the nodes keep the rates beside the site's settings.
create trigger exchange_rates_stale after insert or update or delete on public.exchange_rates
  for each statement execute function private.stale_site();

create function private.rate_for_reading(p_currency text, out per_eur numeric, out day date)
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_currency = 'EUR' then per_eur := 1; return; end if;
  select r.per_eur, r.day into per_eur, day from public.exchange_rates r
  where r.currency = p_currency and r.day <= (now() at time zone 'UTC')::date order by r.day desc limit 1;
end $$;

-- Exact until one rounding to the minor unit, halves away from zero; amount null when a rate is missing. The day is that
-- of the older rate. src/domain/exchange.ts is its twin.
create function private.convert_for_reading(p_amount bigint, p_from text, p_to text, out amount bigint, out day date)
language plpgsql stable security definer set search_path = '' as $$
declare
  here record;
  there record;
  top numeric;
  bottom numeric;
  whole numeric;
begin
  if p_from = p_to then amount := p_amount; return; end if;
  select r.*, c.minor_units into here from private.rate_for_reading(p_from) r left join public.currencies c on c.code = p_from;
  select r.*, c.minor_units into there from private.rate_for_reading(p_to) r left join public.currencies c on c.code = p_to;
  if here.per_eur is null or there.per_eur is null or here.minor_units is null or there.minor_units is null then return; end if;
  top := abs(p_amount::numeric) * there.per_eur * (10::numeric ^ there.minor_units::integer);
  bottom := here.per_eur * (10::numeric ^ here.minor_units::integer);
  whole := sign(p_amount::numeric) * div(2 * top + bottom, 2 * bottom);
  if abs(whole) > 9007199254740991 then return; end if;
  amount := whole;
  day := least(here.day, there.day);
end $$;

create function public.reading_rates() returns json
language sql stable set search_path = '' as $$
  select coalesce(json_agg(json_build_object('currency', r.currency, 'perEur', r.per_eur::text, 'day', r.day) order by r.currency), '[]')
  from (select distinct on (x.currency) x.currency, x.per_eur, x.day from public.exchange_rates x
    where x.day <= (now() at time zone 'UTC')::date order by x.currency, x.day desc) r
$$;
comment on function public.reading_rates is 'The newest rate of every currency, as exact decimals.';
grant execute on function public.reading_rates() to anon, authenticated;

-- All or nothing. The same rates again change nothing.
create function public.save_exchange_rates(p_rates jsonb, p_source text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  n integer;
begin
  perform private.require_operator();
  if jsonb_typeof(p_rates) <> 'array' or jsonb_array_length(p_rates) not between 1 and 20000 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from jsonb_to_recordset(p_rates) as r (currency text, day date, "perEur" numeric)
    where r.currency = 'EUR' or r.day is null or r."perEur" is null or r."perEur" <= 0 or r."perEur" >= 10000000000
      or scale(r."perEur") > 8 or r.day < '1999-01-01' or not exists (select 1 from public.currencies c where c.code = r.currency)) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if exists (select 1 from jsonb_to_recordset(p_rates) as r (day date) where r.day > (now() at time zone 'UTC')::date) then
    raise exception 'date_unreadable' using errcode = 'PT400';
  end if;
  insert into public.exchange_rates as old (currency, day, per_eur, source)
  select distinct on (r.currency, r.day) r.currency, r.day, r."perEur", p_source
  from jsonb_to_recordset(p_rates) as r (currency text, day date, "perEur" numeric) order by r.currency, r.day
  on conflict (currency, day) do update set per_eur = excluded.per_eur, source = excluded.source, entered_at = now()
    where old.per_eur <> excluded.per_eur;
  get diagnostics n = row_count;
  if n > 0 then
    perform private.record_event('site', null, 'rates.saved', null, null, p_data => jsonb_build_object('count', n, 'source', p_source,
      'day', (select max(r.day) from jsonb_to_recordset(p_rates) as r (day date))));
  end if;
  return n;
end $$;
grant execute on function public.save_exchange_rates(jsonb, text) to authenticated;

create function public.delete_exchange_rate(p_currency text, p_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_operator();
  delete from public.exchange_rates where currency = p_currency and day = p_day;
  if found then
    perform private.record_event('site', null, 'rates.deleted', null, null,
      p_data => jsonb_build_object('currency', p_currency, 'day', p_day));
  end if;
end $$;
grant execute on function public.delete_exchange_rate(text, date) to authenticated;

-- The desk: the newest rate of each currency, and which currencies of the market have none.
create function public.operator_rates() returns json
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.is_operator() then return null; end if;
  return json_build_object(
    'rates', (select coalesce(json_agg(json_build_object('currency', r.currency, 'perEur', trim_scale(r.per_eur)::text, 'day', r.day, 'source', r.source,
        'age', (now() at time zone 'UTC')::date - r.day, 'days', r.days) order by r.currency), '[]')
      from (select distinct on (x.currency) x.*, (select count(*) from public.exchange_rates y where y.currency = x.currency) as days
        from public.exchange_rates x where x.day <= (now() at time zone 'UTC')::date order by x.currency, x.day desc) r),
    'missing', (select coalesce(json_agg(m.code order by m.code), '[]') from (
      select unnest(s.currencies) as code from public.site_settings s
      union select distinct l.price_currency from private.listings l) m
      where m.code <> 'EUR' and not exists (select 1 from public.exchange_rates x where x.currency = m.code)));
end $$;
grant execute on function public.operator_rates() to authenticated;
