-- Bids: sealed until the opening. Until then a bid's rows are its supplier's alone: no event, count, log or job names it.

create type public.bid_state as enum ('draft', 'submitted', 'replaced', 'withdrawn');
create type public.supplier_invitation_state as enum ('invited', 'confirmed', 'declined');

create table public.round_suppliers (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete cascade,
  supplier_id uuid not null references public.suppliers (id) on delete restrict,
  state public.supplier_invitation_state not null default 'invited',
  locale public.locale not null default 'en',
  email text,
  key_hashes bytea[] not null default '{}',
  invited_by uuid,
  invited_at timestamptz not null default now(),
  mailed_at timestamptz,
  answered_at timestamptz,
  decline_reason text check (length(decline_reason) <= 1000),
  unique (round_id, supplier_id)
);
comment on table public.round_suppliers is 'A supplier in a tender. email: where its links go, fixed once it answered. key_hashes: of the links that were mailed; a link is the supplier''s key.';
create index round_suppliers_supplier on public.round_suppliers (supplier_id, invited_at desc);

create table public.bids (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete restrict,
  round_supplier_id uuid not null references public.round_suppliers (id) on delete restrict,
  supplier_id uuid not null references public.suppliers (id) on delete restrict,
  version smallint not null check (version between 1 and 99),
  state public.bid_state not null default 'draft',
  currency text not null references public.currencies (code),
  freight_fixed_amount bigint not null default 0 check (freight_fixed_amount between 0 and 1000000000000),
  lead_time_days integer not null check (lead_time_days between 0 and 730),
  valid_until date not null,
  payment_terms public.payment_terms not null,
  notes text not null default '' check (length(notes) <= 3000),
  content jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  ended_at timestamptz,
  unique (round_supplier_id, version),
  check ((state = 'draft') = (submitted_at is null)),
  check ((submitted_at is null) = (content is null) and (content is null) = (sha256 is null)),
  check (sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex'))
);
comment on table public.bids is 'content: everything that was filed, as it was filed; sha256 of its text, which is the receipt. Amounts in minor units of the bid''s own currency.';
create unique index bids_one_draft on public.bids (round_supplier_id) where state = 'draft';
create unique index bids_one_filed on public.bids (round_supplier_id) where state = 'submitted';
create index bids_round on public.bids (round_id, state);
create index bids_supplier on public.bids (supplier_id, created_at desc);

create table public.bid_lines (
  id uuid primary key default gen_random_uuid(),
  bid_id uuid not null references public.bids (id) on delete cascade,
  lot_id uuid not null references public.lots (id) on delete restrict,
  pack bigint not null check (pack between 1 and 100000000000),
  moq bigint not null default 0 check (moq between 0 and 100000000000),
  capacity bigint check (capacity between 1 and 100000000000),
  freight_unit_amount bigint not null default 0 check (freight_unit_amount between 0 and 1000000000000),
  lead_time_days integer check (lead_time_days between 0 and 730),
  article_number text not null default '' check (length(article_number) <= 60),
  quality_answers jsonb not null default '{}' check (jsonb_typeof(quality_answers) = 'object'),
  note text not null default '' check (length(note) <= 1000),
  unique (bid_id, lot_id)
);
comment on table public.bid_lines is 'pack, moq, capacity in steps of the lot''s unit; freight_unit_amount for one whole unit. lead_time_days null: the bid''s.';
create index bid_lines_lot on public.bid_lines (lot_id);

create table public.bid_tiers (
  line_id uuid not null references public.bid_lines (id) on delete cascade,
  min_quantity bigint not null check (min_quantity between 1 and 100000000000),
  unit_amount bigint not null check (unit_amount between 1 and 1000000000000),
  primary key (line_id, min_quantity)
);

create table private.bid_events (
  id bigint generated always as identity primary key,
  bid_id uuid not null references public.bids (id) on delete restrict,
  action text not null,
  actor uuid,
  at timestamptz not null default clock_timestamp()
);
comment on table private.bid_events is 'What happened to a bid. Copied into the public record of events by the opening, never before.';
create index bid_events_bid on private.bid_events (bid_id);
alter table private.bid_events enable row level security;
create trigger bid_events_append_only before update or delete on private.bid_events for each row execute function private.refuse_change();

create table public.round_openings (
  round_id uuid primary key references public.rounds (id) on delete restrict,
  opened_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null,
  bid_count integer not null check (bid_count >= 0),
  record jsonb not null
);
comment on table public.round_openings is 'record: each bid''s supplier, SHA-256, time of filing and totals, as read out at the opening.';
create trigger round_openings_append_only before update or delete on public.round_openings for each row execute function private.refuse_change();

create table public.round_rates (
  round_id uuid not null references public.rounds (id) on delete restrict,
  currency text not null references public.currencies (code),
  numerator bigint not null check (numerator > 0),
  denominator bigint not null check (denominator > 0),
  day date,
  primary key (round_id, currency)
);
comment on table public.round_rates is 'Frozen at the opening: minor units of the round''s currency = minor units of this one × numerator / denominator, halves up.';

create table public.round_questions (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references public.rounds (id) on delete cascade,
  round_supplier_id uuid not null references public.round_suppliers (id) on delete restrict,
  lot_id uuid references public.lots (id) on delete set null,
  question text not null check (length(btrim(question)) between 3 and 2000),
  asked_at timestamptz not null default now(),
  answer text check (length(btrim(answer)) between 1 and 3000),
  answered_by uuid,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
comment on table public.round_questions is 'Every supplier reads question and answer, nobody reads who asked: round_supplier_id is granted to no role.';
create index round_questions_round on public.round_questions (round_id, asked_at, id);
create index round_questions_lot on public.round_questions (lot_id) where lot_id is not null;

create trigger bids_touch before update on public.bids for each row execute function private.touch_updated_at();

-- A bid that was filed never changes; it is replaced or withdrawn.
create function private.keep_filed_bid() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.state <> 'draft' and (to_jsonb(new) - '{state,ended_at,updated_at}'::text[]) is distinct from (to_jsonb(old) - '{state,ended_at,updated_at}'::text[]) then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return new;
end $$;
create trigger bids_keep before update on public.bids for each row execute function private.keep_filed_bid();

create function private.keep_filed_lines() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.bids b where b.id = coalesce(old.bid_id, new.bid_id) and b.state <> 'draft') then
    raise exception 'append_only' using errcode = 'PT409';
  end if;
  return coalesce(new, old);
end $$;
create trigger bid_lines_keep before insert or update or delete on public.bid_lines for each row execute function private.keep_filed_lines();

-- The only question by which a bid is ever readable.
create function private.sees_bid(p_round uuid, p_supplier uuid, p_state public.bid_state) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.is_supplier_member(p_supplier)
    or (p_state = 'submitted' and private.round_is_opened(p_round) and private.sees_round(p_round))
$$;
create function private.is_round_supplier(p_round uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.round_suppliers s where s.round_id = p_round and private.is_supplier_member(s.supplier_id))
$$;
grant execute on function private.sees_bid(uuid, uuid, public.bid_state), private.is_round_supplier(uuid) to anon, authenticated, service_role;

alter table public.round_suppliers enable row level security;
create policy "coordinators see whom they invited, a supplier itself" on public.round_suppliers for select to authenticated
  using (private.coordinates_round(round_id) or private.is_supplier_member(supplier_id));
grant select (id, round_id, supplier_id, state, locale, invited_at, mailed_at, answered_at, decline_reason) on public.round_suppliers to authenticated;

-- Read through functions alone. With a grant, an API that estimates how many rows a query has would tell how many bids there
-- are, whatever the policies say.
alter table public.bids enable row level security;
alter table public.bid_lines enable row level security;
alter table public.bid_tiers enable row level security;

alter table public.round_openings enable row level security;
create policy "who sees the round sees its opening" on public.round_openings for select to authenticated using (private.sees_round(round_id));
grant select on public.round_openings to authenticated;

alter table public.round_rates enable row level security;
create policy "who sees the round sees its rates" on public.round_rates for select to authenticated using (private.sees_round(round_id));
grant select on public.round_rates to authenticated;

alter table public.round_questions enable row level security;
create policy "coordinators read the questions" on public.round_questions for select to authenticated using (private.coordinates_round(round_id));
grant select (id, round_id, lot_id, question, asked_at, answer, answered_at) on public.round_questions to authenticated;
