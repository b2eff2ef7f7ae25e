-- What happened (events), what is still to be done about it (outbox), and how often someone may ask (rate limits).

create table public.events (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  subject_kind text not null,
  subject_id uuid,
  action text not null check (action ~ '^[a-z_.]+$'),
  from_state text,
  to_state text,
  reason text check (length(reason) <= 2000),
  producer_id uuid,
  cluster_id uuid,
  buyer_id uuid,
  on_behalf_of uuid,
  data jsonb not null default '{}'
);
comment on table public.events is
  'Append-only record of every state change: who did what to which thing, for whom, and why. Rows are never changed or removed.';
comment on column public.events.actor is 'auth.users id at that time, kept after the account is gone; null = the system.';
comment on column public.events.on_behalf_of is 'The producer for whom a coordinator acted.';

create index events_subject on public.events (subject_kind, subject_id, id desc);
create index events_producer on public.events (producer_id, id desc) where producer_id is not null;
create index events_cluster on public.events (cluster_id, id desc) where cluster_id is not null;
create index events_buyer on public.events (buyer_id, id desc) where buyer_id is not null;
create index events_actor on public.events (actor, id desc) where actor is not null;

alter table public.events enable row level security;
-- actor stays in here: the other side of a conversation must not learn which account it talks to. Functions give names.
grant select (id, at, subject_kind, subject_id, action, from_state, to_state, reason, producer_id, cluster_id, buyer_id, on_behalf_of, data)
  on public.events to authenticated;

create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'append_only' using errcode = 'PT409';
end $$;
create trigger events_append_only before update or delete on public.events
  for each row execute function private.refuse_change();
create trigger events_no_truncate before truncate on public.events
  for each statement execute function private.refuse_change();

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  payload jsonb not null,
  dedupe text,
  run_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
comment on table private.outbox is
  'Jobs born in a transaction. The worker moves them to its queue in one statement; a row here is a job not yet moved.';
create index outbox_order on private.outbox (created_at);
alter table private.outbox enable row level security;

create function private.enqueue(kind text, payload jsonb, dedupe text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.outbox (kind, payload, dedupe) values (kind, payload, dedupe);
  perform pg_notify('isoko_outbox', '');
end $$;
revoke execute on function private.enqueue(text, jsonb, text) from public;

create function public.enqueue_mail(p_to text, p_template text, p_locale public.locale, p_data jsonb) returns void
language sql security definer set search_path = '' as $$
  select private.enqueue('mail.send', jsonb_build_object(
    'to', p_to, 'template', p_template, 'locale', p_locale, 'data', p_data))
$$;
comment on function public.enqueue_mail is 'For the server''s own hooks (auth mails); users'' mails are enqueued by the functions they call.';
grant execute on function public.enqueue_mail(text, text, public.locale, jsonb) to service_role;

create table private.rate_limits (
  key bytea not null,
  window_start timestamptz not null,
  taken integer not null,
  primary key (key, window_start)
);
comment on table private.rate_limits is 'Fixed windows by hashed key; nothing in here names a person or an address.';
create index rate_limits_age on private.rate_limits (window_start);
alter table private.rate_limits enable row level security;

create function public.take_rate_limit(p_key text, p_limit integer, p_window_seconds integer) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  start timestamptz := to_timestamp(floor(extract(epoch from now()) / p_window_seconds) * p_window_seconds);
  used integer;
begin
  insert into private.rate_limits as r (key, window_start, taken)
  values (private.hash_token(p_key), start, 1)
  on conflict (key, window_start) do update set taken = r.taken + 1
  returning taken into used;
  return used <= p_limit;
end $$;
comment on function public.take_rate_limit is 'Takes one from the budget of this key and says whether it was still there. The server calls it; a visitor cannot spend another''s budget.';
grant execute on function public.take_rate_limit(text, integer, integer) to service_role;

-- Which cached pages a write made stale; every node listens.
create function private.tell_cache(tags text[]) returns void
language sql volatile set search_path = '' as $$
  select pg_notify('isoko_cache', array_to_string(tags, ','))
$$;
