-- Notifications: what a person is told, how they want to be told, and where their browsers listen.

create type public.notice_group as enum ('trade', 'money', 'messages', 'cluster', 'market');
create type public.mail_pace as enum ('now', 'daily', 'off');

create table private.notice_kinds (
  kind text primary key check (kind ~ '^[a-z_]+$'),
  notice_group public.notice_group not null,
  chatty boolean not null default false,
  must boolean not null default false
);
comment on table private.notice_kinds is
  'What can be told. chatty: many in one thread are one unread notice and at most one mail in five minutes. must: the mail comes whatever was chosen, because it is about an agreement or money. src/domain/notices.ts has the same list.';
alter table private.notice_kinds enable row level security;

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('rfq_new', 'trade', false, false),
  ('rfq_cluster', 'cluster', false, false),
  ('rfq_held', 'cluster', false, false),
  ('rfq_refused', 'trade', false, false),
  ('inquiry_new', 'messages', false, false),
  ('inquiry_reply', 'messages', true, false),
  ('quote_sent', 'trade', true, false),
  ('quote_countered', 'trade', true, false),
  ('quote_declined', 'trade', false, false),
  ('quote_withdrawn', 'trade', false, false),
  ('quote_expiring', 'trade', false, false),
  ('quote_expired', 'trade', false, false),
  ('order_confirmed', 'trade', false, true),
  ('order_started', 'trade', false, false),
  ('order_milestone', 'trade', true, false),
  ('order_inspected', 'trade', false, false),
  ('order_ready', 'trade', false, false),
  ('order_shipped', 'trade', false, false),
  ('order_delivered', 'trade', false, false),
  ('order_closed', 'trade', false, false),
  ('order_cancelled', 'trade', false, true),
  ('change_proposed', 'trade', false, false),
  ('change_agreed', 'trade', false, false),
  ('change_refused', 'trade', false, false),
  ('dispute_opened', 'trade', false, true),
  ('dispute_message', 'messages', true, false),
  ('dispute_resolved', 'trade', false, true),
  ('review_new', 'trade', false, false),
  ('review_reply', 'trade', false, false),
  ('payment_announced', 'money', false, false),
  ('payment_confirmed', 'money', false, true),
  ('payment_rejected', 'money', false, true),
  ('payment_due', 'money', false, false),
  ('refund_made', 'money', false, true),
  ('payout_sent', 'money', false, true),
  ('payout_failed', 'money', false, true),
  ('document_issued', 'trade', true, false),
  ('saved_search_new', 'market', true, false),
  ('round_opened', 'trade', false, false),
  ('round_bidding', 'trade', false, false),
  ('round_extended', 'trade', false, false),
  ('round_cancelled', 'trade', false, true),
  ('tender_extended', 'trade', false, true),
  ('tender_cancelled', 'trade', false, true);

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  kind text not null references private.notice_kinds (kind),
  notice_group public.notice_group not null,
  thread text not null,
  chatty boolean not null,
  data jsonb not null check (jsonb_typeof(data) = 'object' and length(data::text) <= 20000),
  count integer not null default 1 check (count >= 1),
  created_at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  mailed_at timestamptz
);
comment on table public.notifications is
  'One thing a person is told. created_at is when it last happened; a chatty one that is still unread counts up instead of coming again.';
comment on column public.notifications.thread is 'What it is about, `order:<id>` or `inquiry:<id>`: reading that thing reads its notices.';
comment on column public.notifications.mailed_at is 'When a mail last said it; earlier than created_at means that the newest is not mailed yet.';
create index notifications_list on public.notifications (user_id, created_at desc, id desc);
create index notifications_unread on public.notifications (user_id, thread) where read_at is null;
create unique index notifications_one_unread on public.notifications (user_id, kind, thread) where read_at is null and chatty;
create index notifications_mailed on public.notifications (user_id, kind, thread, mailed_at) where mailed_at is not null and chatty;
create index notifications_unmailed on public.notifications (created_at) where read_at is null and (mailed_at is null or mailed_at < created_at);

create table public.notification_preferences (
  user_id uuid not null references auth.users (id) on delete cascade,
  notice_group public.notice_group not null,
  mail public.mail_pace not null,
  push boolean not null,
  sms boolean not null,
  updated_at timestamptz not null default now(),
  primary key (user_id, notice_group)
);
comment on table public.notification_preferences is 'Without a row: mail now (market news daily), push where a browser listens, no SMS.';

create table public.notification_settings (
  user_id uuid primary key references auth.users (id) on delete cascade,
  time_zone text,
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to smallint check (quiet_to between 0 and 23),
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);
comment on table public.notification_settings is
  'time_zone: an IANA name, null = the site''s. Between the quiet hours no push and no SMS goes out; they come afterwards.';

create table public.push_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  endpoint text not null unique check (endpoint ~ '^https?://' and length(endpoint) <= 1000),
  p256dh text not null check (p256dh ~ '^[A-Za-z0-9_-]{80,100}={0,2}$'),
  auth text not null check (auth ~ '^[A-Za-z0-9_-]{20,30}={0,2}$'),
  device text not null default '' check (length(device) <= 80),
  created_at timestamptz not null default now(),
  worked_at timestamptz
);
comment on table public.push_subscriptions is 'A browser that wants to be woken. The endpoint is a secret of that browser; only the worker reads it.';
create index push_subscriptions_user on public.push_subscriptions (user_id, created_at);

create table public.profile_phones (
  user_id uuid primary key references auth.users (id) on delete cascade,
  phone text check (phone ~ '^\+[0-9]{7,15}$'),
  confirmed_at timestamptz,
  pending_phone text check (pending_phone ~ '^\+[0-9]{7,15}$'),
  code_hash bytea,
  code_until timestamptz,
  tries integer not null default 0,
  check ((phone is null) = (confirmed_at is null)),
  check (num_nulls(pending_phone, code_hash, code_until) in (0, 3))
);
comment on table public.profile_phones is 'A person''s own number, for SMS alone. phone is confirmed; pending_phone waits for the code of which only the hash is kept.';

create table private.mail_refusals (
  address_hash bytea not null,
  notice_group public.notice_group not null,
  at timestamptz not null default now(),
  primary key (address_hash, notice_group)
);
comment on table private.mail_refusals is 'People without an account who unsubscribed: SHA-256 of the lower-case address, so that no list of addresses is kept.';
alter table private.mail_refusals enable row level security;

alter table public.site_settings add column time_zone text not null default 'Africa/Kigali';
comment on column public.site_settings.time_zone is 'IANA name; the daily mail goes by it where a person has not said their own.';

alter table public.notifications enable row level security;
create policy "a person reads what they are told" on public.notifications for select to authenticated
  using (user_id = (select private.active_user()));
grant select (id, user_id, kind, notice_group, thread, data, count, created_at, read_at) on public.notifications to authenticated;

alter table public.notification_preferences enable row level security;
create policy "a person reads their own wishes" on public.notification_preferences for select to authenticated
  using (user_id = (select private.active_user()));
grant select on public.notification_preferences to authenticated;

alter table public.notification_settings enable row level security;
create policy "a person reads their own settings" on public.notification_settings for select to authenticated
  using (user_id = (select private.active_user()));
grant select on public.notification_settings to authenticated;

alter table public.push_subscriptions enable row level security;
create policy "a person sees which browsers listen" on public.push_subscriptions for select to authenticated
  using (user_id = (select private.active_user()));
-- endpoint and keys stay in here: with them one can wake that browser.
grant select (id, user_id, device, created_at, worked_at) on public.push_subscriptions to authenticated;

alter table public.profile_phones enable row level security;
create policy "a person reads their own number" on public.profile_phones for select to authenticated
  using (user_id = (select private.active_user()));
grant select (user_id, phone, confirmed_at, pending_phone, code_until) on public.profile_phones to authenticated;
