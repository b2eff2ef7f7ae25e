-- Reports of abuse, from anyone, about anything public.

create type public.report_subject as enum ('product', 'producer', 'inquiry', 'review');
create type public.report_reason as enum ('counterfeit', 'stolen_picture', 'misleading', 'offensive', 'spam', 'other');
create type public.report_state as enum ('open', 'upheld', 'dismissed');

create table public.reports (
  id uuid primary key default gen_random_uuid(),
  subject public.report_subject not null,
  subject_id uuid not null,
  reason public.report_reason not null,
  details text not null default '' check (length(details) <= 3000),
  reporter uuid,
  reporter_email text check (reporter_email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(reporter_email) <= 254),
  state public.report_state not null default 'open',
  resolution text check (length(resolution) <= 2000),
  resolved_by uuid,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'open') = (resolved_at is null))
);
create index reports_open on public.reports (created_at desc, id) where state = 'open';
create index reports_subject on public.reports (subject, subject_id);

alter table public.reports enable row level security;
create policy "operators read reports" on public.reports for select to authenticated using ((select private.is_operator()));
grant select on public.reports to authenticated;
