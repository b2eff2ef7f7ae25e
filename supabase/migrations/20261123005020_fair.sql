-- At the fair: printed codes, kiosks, visitors' cards, the guest book, meetings, and daily counts without anybody in them.

-- The 37 signs of Crockford's check character; the value is the code read as a number, modulo 37.
create function private.crockford_check(p_code text) returns text
language plpgsql immutable strict parallel safe set search_path = '' as $$
declare
  digits constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  rest integer := 0;
begin
  for i in 1..length(p_code) loop
    rest := (rest * 32 + strpos(digits, substr(p_code, i, 1)) - 1) % 37;
  end loop;
  return substr(digits || '*~$=u', rest + 1, 1);
end $$;

create type public.code_target as enum ('exhibition', 'hall', 'booth', 'exhibit', 'stop', 'producer', 'product');

create table public.codes (
  code text primary key check (code ~ '^[0-9a-hjkmnp-tv-z]{7}$'),
  exhibition_id uuid references public.exhibitions (id) on delete set null,
  target public.code_target not null,
  target_id uuid not null,
  campaign text not null check (campaign ~ '^[a-z][a-z0-9-]{0,39}$'),
  destination text not null check (destination ~ '^/' and length(destination) <= 400),
  created_by uuid,
  created_at timestamptz not null default now(),
  unique nulls not distinct (exhibition_id, target, target_id, campaign)
);
comment on table public.codes is
  'What a printed QR code carries: seven signs, and the check character in print. Never deleted and never given twice; destination is where it leads when its target is gone. campaign: poster, label, catalogue, kiosk …';
create index codes_target on public.codes (target_id);
create trigger codes_keep before delete on public.codes for each row execute function private.refuse_change();

create table public.daily_counts (
  day date not null,
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  subject text not null check (subject in ('exhibition', 'hall', 'booth', 'exhibit', 'stop')),
  subject_id uuid not null,
  metric text not null check (metric in ('view', 'zoom', 'listen', 'save', 'code', 'card', 'inquiry', 'rfq', 'order')),
  channel text not null check (channel ~ '^(web|embed|kiosk:[0-9a-f-]{36}|code:[a-z][a-z0-9-]{0,39})$'),
  count bigint not null check (count >= 0),
  primary key (exhibition_id, day, subject, subject_id, metric, channel)
);
comment on table public.daily_counts is 'Totals of a day (in the exhibition''s zone). No row knows a visitor.';

create table public.kiosks (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 80),
  start_path text not null default '' check (start_path = '' or (start_path ~ '^/' and length(start_path) <= 400)),
  locale public.locale not null default 'en',
  idle_seconds smallint not null default 60 check (idle_seconds between 20 and 900),
  pairing_hash bytea unique,
  pairing_until timestamptz,
  token_hash bytea unique,
  paired_at timestamptz,
  last_seen_at timestamptz,
  bundle text check (length(bundle) <= 80),
  newest text check (length(newest) <= 80),
  waiting integer not null default 0 check (waiting between 0 and 100000),
  revoked_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  check ((pairing_hash is null) = (pairing_until is null)),
  check ((token_hash is null) = (paired_at is null))
);
comment on table public.kiosks is 'A screen at the fair. pairing_hash: of the code that a person types once on the device. bundle: what the device shows; newest: what it knows of by now. waiting: cards that it says it has not sent yet. start_path: a place within the exhibition (/halls/…), empty its entrance.';
create index kiosks_exhibition on public.kiosks (exhibition_id, created_at);

create table public.visitor_cards (
  id uuid primary key,
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120),
  company text not null default '' check (length(company) <= 160),
  email text check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  country text references public.countries (code),
  note text not null default '' check (length(note) <= 2000),
  locale public.locale not null default 'en',
  kiosk_id uuid references public.kiosks (id) on delete set null,
  user_id uuid,
  consent_text text not null check (length(consent_text) between 10 and 2000),
  consented_at timestamptz not null,
  retained_until date not null,
  key_hash bytea not null unique,
  token_hashes bytea[] not null default '{}' check (cardinality(token_hashes) <= 10),
  created_at timestamptz not null default now(),
  check (num_nonnulls(email, phone) >= 1)
);
comment on table public.visitor_cards is
  'What a visitor leaves at booths. Nobody at a booth reads it before the booth said yes too; it is deleted after retained_until, or when the visitor takes it back with the key of which key_hash is the SHA-256, or one of those that later mails carried (token_hashes). id is made on the device, so a card that is sent twice is one.';
create index visitor_cards_exhibition on public.visitor_cards (exhibition_id, created_at desc, id);
create index visitor_cards_retention on public.visitor_cards (retained_until);
create index visitor_cards_kiosk on public.visitor_cards (kiosk_id) where kiosk_id is not null;

create table public.card_booths (
  card_id uuid not null references public.visitor_cards (id) on delete cascade,
  booth_id uuid not null references public.booths (id) on delete cascade,
  answer text check (answer in ('shared', 'declined')),
  answered_at timestamptz,
  answered_by uuid,
  followed_up_at timestamptz,
  primary key (card_id, booth_id),
  check ((answer is null) = (answered_at is null))
);
comment on table public.card_booths is 'shared: both said yes, the contact passes both ways.';
create index card_booths_booth on public.card_booths (booth_id);

create table public.guest_book_entries (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null references public.exhibitions (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 80),
  place text not null default '' check (length(place) <= 80),
  text text not null check (length(btrim(text)) between 2 and 1000),
  locale public.locale not null default 'en',
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden')),
  kiosk_id uuid references public.kiosks (id) on delete set null,
  moderated_by uuid,
  moderated_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'waiting') = (moderated_at is null))
);
create index guest_book_entries_exhibition on public.guest_book_entries (exhibition_id, state, created_at desc, id desc);
create index guest_book_entries_kiosk on public.guest_book_entries (kiosk_id) where kiosk_id is not null;

create table public.meeting_slots (
  id uuid primary key default gen_random_uuid(),
  exhibition_id uuid not null,
  booth_id uuid not null,
  starts_at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 240),
  place text not null default '' check (length(place) <= 300),
  created_by uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  foreign key (booth_id, exhibition_id) references public.booths (id, exhibition_id) on delete cascade
);
comment on table public.meeting_slots is 'place: a table number or a link; it is told to who booked, and to nobody else. removed_at: offered no more, kept for the visitor whose cancelled booking it was.';
create unique index meeting_slots_once on public.meeting_slots (booth_id, starts_at) where removed_at is null;
create index meeting_slots_exhibition on public.meeting_slots (exhibition_id, starts_at);

create table public.meetings (
  id uuid primary key,
  slot_id uuid not null references public.meeting_slots (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120),
  company text not null default '' check (length(company) <= 160),
  email text not null check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  zone text not null check (private.is_zone(zone)),
  note text not null default '' check (length(note) <= 1000),
  locale public.locale not null default 'en',
  user_id uuid,
  key_hash bytea not null unique,
  booked_at timestamptz not null default now(),
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('visitor', 'booth')),
  reason text check (length(reason) <= 500),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create unique index meetings_once on public.meetings (slot_id) where cancelled_at is null;
comment on table public.meetings is 'A slot has one standing booking; a cancelled one frees it.';
