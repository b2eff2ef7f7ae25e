-- Foundation: the two schemas, what every later migration leans on, and the reference lists.
--   public   the API: tables under row-level security, views with security_invoker, callable functions
--   private  helpers, queue and counters; PostgREST never exposes it

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gin with schema extensions;

create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

-- A new table or function is closed to everybody until its own migration opens it.
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke execute on functions from anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;

create type public.locale as enum ('en', 'fr', 'rw', 'sw');
create type public.translation_status as enum ('draft', 'machine', 'reviewed');

-- Reference lists ---------------------------------------------------------------------------------

create table public.currencies (
  code text primary key check (code ~ '^[A-Z]{3}$'),
  minor_units smallint not null check (minor_units between 0 and 4)
);
comment on table public.currencies is 'ISO 4217: active currency codes and the number of decimals of their minor unit.';

create table public.countries (
  code text primary key check (code ~ '^[A-Z]{2}$')
);
comment on table public.countries is 'ISO 3166-1 alpha-2 country codes; names come from the reader''s language.';

create table public.units (
  code text primary key check (code ~ '^[A-Z0-9]{2,3}$'),
  decimals smallint not null default 0 check (decimals between 0 and 3)
);
comment on table public.units is 'UN/ECE Recommendation 20 unit codes that this market trades in.';

alter table public.currencies enable row level security;
alter table public.countries enable row level security;
alter table public.units enable row level security;
create policy "anyone reads currencies" on public.currencies for select to anon, authenticated using (true);
create policy "anyone reads countries" on public.countries for select to anon, authenticated using (true);
create policy "anyone reads units" on public.units for select to anon, authenticated using (true);
grant select (code, minor_units) on public.currencies to anon, authenticated;
grant select on public.countries, public.units to anon, authenticated;

insert into public.currencies (code, minor_units)
select code, 2 from unnest(string_to_array(
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP '
  'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES '
  'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK '
  'NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB '
  'TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG', ' ')) as code
union all
select code, 0 from unnest(string_to_array('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', ' ')) as code
union all
select code, 3 from unnest(string_to_array('BHD IQD JOD KWD LYD OMR TND', ' ')) as code;

insert into public.countries (code)
select unnest(string_to_array(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA '
  'CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA '
  'GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP '
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS '
  'MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS '
  'RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW '
  'TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW', ' '));

insert into public.units (code, decimals) values
  ('PR', 0), ('H87', 0), ('SET', 0), ('DZN', 0), ('KGM', 3), ('GRM', 0),
  ('MTR', 2), ('MTK', 2), ('FTK', 2), ('LTR', 3), ('MLT', 0), ('XBX', 0), ('XRO', 0);

-- Small shared functions --------------------------------------------------------------------------

create function private.touch_updated_at() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end $$;

-- Lower case without accents, immutable so that it can be indexed (unaccent itself is only stable).
create function private.fold(t text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select lower(extensions.unaccent('extensions.unaccent'::regdictionary, t))
$$;

create function private.is_slug(t text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select t ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(t) between 2 and 80
$$;

-- Ten characters of Crockford's base 32: 50 bits, never guessed twice, short enough for a URL.
create function private.short_code() returns text
language plpgsql volatile set search_path = '' as $$
declare
  alphabet constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  bytes bytea := extensions.gen_random_bytes(10);
  code text := '';
begin
  for i in 0..9 loop
    code := code || substr(alphabet, (get_byte(bytes, i) & 31) + 1, 1);
  end loop;
  return code;
end $$;

-- Words that are a page of their own under a noun, so never a thing's address. src/domain/slug.ts has the same list.
create function private.is_reserved_slug(t text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select t = any (string_to_array(
    'about account admin api archive assets auth cluster clusters coordination create delete edit en export feed fr '
    'healthz help iiif import index inquiries inquiry invitations login logout me media new null og operator page '
    'preview producer producers product products profile report robots rss rw search settings sign-in sign-out '
    'sign-up site sitemap studio sw undefined upload welcome', ' '))
$$;

-- The readable part of an address: the text without accents, a hyphen for everything else. Empty for another script.
create function private.slug_base(wanted text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select trim(both '-' from left(trim(both '-' from
    regexp_replace(private.fold(coalesce(wanted, '')), '[^a-z0-9]+', '-', 'g')), 60))
$$;

-- A slug nobody has in `taken_in` yet: the text itself, then with -2, -3 … behind it.
create function private.free_slug(wanted text, taken_in regclass) returns text
language plpgsql volatile set search_path = '' as $$
declare
  base text := private.slug_base(wanted);
  slug text;
  taken boolean;
begin
  if length(base) < 2 then base := 'item-' || private.short_code(); end if;
  if private.is_reserved_slug(base) then base := base || '-1'; end if;
  slug := base;
  -- Writers of one name wait for each other here instead of colliding on the unique index. The numbers behind it do not
  -- count: the second `boot` and the first `boot 2` both want boot-2.
  perform pg_advisory_xact_lock(hashtextextended(taken_in::text || regexp_replace(base, '(-[0-9]+)+$', ''), 0));
  for n in 2..50 loop
    execute format('select exists (select 1 from %s where slug = $1)', taken_in) into taken using slug;
    if not taken then return slug; end if;
    slug := base || '-' || n;
  end loop;
  return base || '-' || private.short_code();
end $$;

-- Ids come from the form. Whoever sends the same one again while the first is still under way waits for it here.
create function private.claim_id(p_id uuid) returns void
language sql volatile set search_path = '' as $$
  select pg_advisory_xact_lock(hashtextextended('id' || p_id, 0))
$$;

-- Single-use tokens leave the database once, in clear; only their SHA-256 stays.
create function private.new_token() returns text
language sql volatile set search_path = '' as $$
  select translate(encode(extensions.gen_random_bytes(24), 'base64'), '+/=', '-_')
$$;

create function private.hash_token(token text) returns bytea
language sql immutable strict set search_path = '' as $$
  select sha256(convert_to(token, 'UTF8'))
$$;
-- Called by checks and indexes, which run as whoever writes.
grant execute on function private.fold(text), private.is_slug(text) to anon, authenticated, service_role;
