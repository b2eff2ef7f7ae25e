-- Procurement rounds: one joint purchase of a cluster, with lots of one material each.
-- Quantities of a lot are whole steps of 10^-decimals of its unit; prices are minor units for one whole unit.

create type public.round_state as enum
  ('draft', 'pledging', 'bidding', 'opened', 'awarded', 'ordered', 'receiving', 'settled', 'cancelled');
create type public.share_rule as enum ('value', 'weight', 'quantity');
create type public.lot_policy as enum ('min_packs', 'max_tolerance', 'cheapest_total');
create type public.lot_shortfall as enum ('fail', 'extend');

-- Halves go up. src/domain/procurement/lot-amount.ts has the same rule.
create function private.lot_amount(p_quantity bigint, p_unit_amount bigint, p_decimals integer) returns bigint
language sql immutable parallel safe strict set search_path = '' as $$
  select div(p_quantity::numeric * p_unit_amount * 2 + power(10::numeric, p_decimals), 2 * power(10::numeric, p_decimals))::bigint
$$;
comment on function private.lot_amount is 'Minor units of a quantity in steps of 10^-decimals at a price per whole unit, halves rounded up.';

create table public.rounds (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (private.is_slug(slug)),
  cluster_id uuid not null references public.clusters (id) on delete restrict,
  state public.round_state not null default 'draft',
  title text not null check (length(btrim(title)) between 3 and 120),
  summary text not null default '' check (length(summary) <= 3000),
  source_locale public.locale not null default 'en',
  languages public.locale[] not null default '{en}' check (cardinality(languages) between 1 and 4),
  currency text not null references public.currencies (code),
  zone text not null check (private.is_zone(zone)),
  pledges_close_at timestamptz,
  bids_close_at timestamptz,
  needed_by date,
  delivery_place text not null default '' check (length(delivery_place) <= 200),
  share_rule public.share_rule not null default 'value',
  deposit_bp integer not null default 0 check (deposit_bp between 0 and 10000),
  minimum_bids smallint not null default 1 check (minimum_bids between 1 and 20),
  shows_bid_count boolean not null default false,
  open_to_directory boolean not null default false,
  standstill_days smallint not null default 0 check (standstill_days between 0 and 30),
  match_tolerance_bp integer not null default 200 check (match_tolerance_bp between 0 and 2000),
  weight_price_bp integer not null default 10000 check (weight_price_bp between 0 and 10000),
  weight_lead_bp integer not null default 0 check (weight_lead_bp between 0 and 10000),
  weight_quality_bp integer not null default 0 check (weight_quality_bp between 0 and 10000),
  cloned_from uuid references public.rounds (id) on delete set null,
  amendment smallint not null default 0,
  clock_extended_at timestamptz,
  bids_short_at timestamptz,
  opened_at timestamptz,
  awarded_at timestamptz,
  standstill_until timestamptz,
  settled_at timestamptz,
  reason text check (length(reason) <= 2000),
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (weight_price_bp + weight_lead_bp + weight_quality_bp = 10000),
  check (bids_close_at > pledges_close_at),
  check (state in ('draft', 'cancelled') or (pledges_close_at is not null and bids_close_at is not null)),
  check (state in ('draft', 'pledging', 'bidding', 'cancelled') or opened_at is not null),
  check (state <> 'cancelled' or reason is not null)
);
comment on table public.rounds is
  'A joint purchase. Deadlines are the database''s clock; zone is how they are shown. clock_extended_at: the clock added time for a lot that could not be ordered; it does so once. bids_short_at: bidding ended with fewer bids than minimum_bids, a coordinator has to extend or cancel. Weights of the score are fixed once bids may come.';
create index rounds_cluster on public.rounds (cluster_id, created_at desc, id);
create index rounds_pledges_due on public.rounds (pledges_close_at) where state = 'pledging';
create index rounds_cloned_from on public.rounds (cloned_from) where cloned_from is not null;
create index rounds_bids_due on public.rounds (bids_close_at) where state = 'bidding';

create table public.lots (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete cascade,
  position smallint not null check (position between 0 and 199),
  title text not null check (length(btrim(title)) between 2 and 120),
  specification text not null default '' check (length(specification) <= 3000),
  media_id uuid references public.media (id) on delete set null,
  unit text not null references public.units (code),
  decimals smallint not null default 0 check (decimals between 0 and 3),
  pack bigint not null default 1 check (pack between 1 and 100000000000),
  moq bigint not null default 0 check (moq between 0 and 100000000000),
  policy public.lot_policy not null default 'cheapest_total',
  when_short public.lot_shortfall not null default 'fail',
  late_minutes smallint not null default 0 check (late_minutes between 0 and 120),
  reference_amount bigint check (reference_amount between 1 and 1000000000000),
  hs_code text check (hs_code ~ '^[0-9]{6,10}$'),
  weight_grams bigint check (weight_grams between 1 and 100000000),
  quality_criteria jsonb not null default '[]' check (jsonb_typeof(quality_criteria) = 'array'),
  freight_note text not null default '' check (length(freight_note) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (round_id, position) deferrable initially deferred,
  unique (id, round_id)
);
comment on table public.lots is
  'One material. pack and moq in steps of the unit. reference_amount: retail price of one whole unit, for the savings. weight_grams: of one whole unit. quality_criteria: [{id, question, weightBp}], answered yes or no in a bid. late_minutes: before pledges close, only changes that help others are taken.';
create index lots_media on public.lots (media_id) where media_id is not null;

create table public.lot_tiers (
  lot_id uuid not null references public.lots (id) on delete cascade,
  min_quantity bigint not null check (min_quantity between 1 and 100000000000),
  unit_amount bigint not null check (unit_amount between 1 and 1000000000000),
  primary key (lot_id, min_quantity)
);
comment on table public.lot_tiers is 'The indicative price curve while members pledge (last round''s, say). No bid.';

create table public.round_templates (
  id uuid primary key default gen_random_uuid(),
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  name text not null check (length(btrim(name)) between 2 and 120),
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_by uuid,
  created_at timestamptz not null default now()
);
create index round_templates_cluster on public.round_templates (cluster_id, name);

create table public.wishes (
  id uuid primary key default gen_random_uuid(),
  cluster_id uuid not null references public.clusters (id) on delete cascade,
  producer_id uuid not null references public.producers (id) on delete cascade,
  title text not null check (length(btrim(title)) between 2 and 120),
  note text not null default '' check (length(note) <= 1000),
  unit text not null references public.units (code),
  quantity integer check (quantity between 1 and 100000000),
  lot_id uuid references public.lots (id) on delete set null,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now()
);
comment on table public.wishes is 'What members would buy together, in whole units. lot_id: the lot that it became.';
create index wishes_cluster on public.wishes (cluster_id, created_at desc, id);
create index wishes_producer on public.wishes (producer_id);
create index wishes_lot on public.wishes (lot_id) where lot_id is not null;

create table public.wish_supports (
  wish_id uuid not null references public.wishes (id) on delete cascade,
  producer_id uuid not null references public.producers (id) on delete cascade,
  quantity integer check (quantity between 1 and 100000000),
  created_at timestamptz not null default now(),
  primary key (wish_id, producer_id)
);
comment on table public.wish_supports is '“Me too”, with how much.';
create index wish_supports_producer on public.wish_supports (producer_id);

create table public.round_amendments (
  round_id uuid not null references public.rounds (id) on delete cascade,
  number smallint not null check (number >= 1),
  text text not null check (length(btrim(text)) between 3 and 3000),
  changes jsonb not null default '{}',
  made_by uuid,
  made_at timestamptz not null default now(),
  primary key (round_id, number)
);
comment on table public.round_amendments is 'What was changed in a tender after it was published, and deadlines that were moved; every supplier is told.';

create trigger rounds_touch before update on public.rounds for each row execute function private.touch_updated_at();
create trigger lots_touch before update on public.lots for each row execute function private.touch_updated_at();
create trigger round_amendments_append_only before update or delete on public.round_amendments for each row execute function private.refuse_change();

-- Who stands where --------------------------------------------------------------------------------

create function private.coordinates_round(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rounds r where r.id = p_round and private.coordinates_cluster(r.cluster_id))
$$;

-- The person belongs to a producer that is a member of the round's cluster.
create function private.is_round_member(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rounds r
    join public.memberships m on m.cluster_id = r.cluster_id and m.state = 'active'
    join public.producer_members p on p.producer_id = m.producer_id
    where r.id = p_round and p.user_id = private.active_user())
$$;

create function private.sees_round(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rounds r where r.id = p_round and (
    private.reads_cluster(r.cluster_id) or (r.state <> 'draft' and private.is_round_member(r.id))))
$$;

create function private.round_is_opened(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rounds r where r.id = p_round and r.opened_at is not null)
$$;
grant execute on function private.coordinates_round(uuid), private.is_round_member(uuid), private.sees_round(uuid), private.round_is_opened(uuid)
  to anon, authenticated, service_role;

alter table public.rounds enable row level security;
create policy "members read published rounds, coordinators and operators all of theirs" on public.rounds for select to authenticated
  using (private.sees_round(id));
grant select (id, slug, cluster_id, state, title, summary, source_locale, languages, currency, zone, pledges_close_at, bids_close_at, needed_by,
  delivery_place, share_rule, deposit_bp, minimum_bids, shows_bid_count, open_to_directory, standstill_days, match_tolerance_bp, weight_price_bp,
  weight_lead_bp, weight_quality_bp, cloned_from, amendment, opened_at, awarded_at, standstill_until, settled_at, reason, created_at, updated_at)
  on public.rounds to authenticated;

alter table public.lots enable row level security;
create policy "who sees the round sees its lots" on public.lots for select to authenticated using (private.sees_round(round_id));
-- By columns, here and for currencies: system columns would show that a bid's line was written that points to the row.
grant select (id, round_id, position, title, specification, media_id, unit, decimals, pack, moq, policy, when_short, late_minutes, reference_amount,
  hs_code, weight_grams, quality_criteria, freight_note, created_at, updated_at) on public.lots to authenticated;

alter table public.lot_tiers enable row level security;
create policy "who sees the lot sees its tiers" on public.lot_tiers for select to authenticated
  using (exists (select 1 from public.lots l where l.id = lot_id));
grant select on public.lot_tiers to authenticated;

alter table public.round_templates enable row level security;
create policy "coordinators read their templates" on public.round_templates for select to authenticated
  using (private.coordinates_cluster(cluster_id));
grant select (id, cluster_id, name, content, created_at) on public.round_templates to authenticated;

create function private.is_cluster_member(p_cluster uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.memberships m join public.producer_members p on p.producer_id = m.producer_id
    where m.cluster_id = p_cluster and m.state = 'active' and p.user_id = private.active_user())
$$;
grant execute on function private.is_cluster_member(uuid) to anon, authenticated, service_role;

alter table public.wishes enable row level security;
create policy "members and coordinators read the wishes" on public.wishes for select to authenticated
  using (private.is_cluster_member(cluster_id) or private.reads_cluster(cluster_id));
grant select (id, cluster_id, producer_id, title, note, unit, quantity, lot_id, closed_at, created_at) on public.wishes to authenticated;

alter table public.wish_supports enable row level security;
create policy "who sees the wish sees who joined it" on public.wish_supports for select to authenticated
  using (exists (select 1 from public.wishes w where w.id = wish_id));
grant select on public.wish_supports to authenticated;

alter table public.round_amendments enable row level security;
create policy "who sees the round sees its amendments" on public.round_amendments for select to authenticated using (private.sees_round(round_id));
grant select (round_id, number, text, changes, made_at) on public.round_amendments to authenticated;
