-- Files: what people send each other beside pictures (a drawing, a size chart, a proof of payment, a bill of lading).
-- Content is looked at before a row exists; pictures are made anew, a PDF with anything active in it is refused.

create type public.file_room as enum ('rfq', 'inquiry', 'order', 'dispute', 'payment',
  'round', 'bid', 'delivery', 'supplier_invoice', 'round_payment', 'exhibition');

create table public.files (
  id uuid primary key default gen_random_uuid(),
  room public.file_room not null,
  room_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 160),
  content_type text not null check (content_type in ('application/pdf', 'image/jpeg')),
  bytes integer not null check (bytes between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  pages integer check (pages between 1 and 2000),
  uploaded_by uuid,
  kept_as uuid,
  created_at timestamptz not null default now()
);
comment on table public.files is
  'A file lies in one room (an RFQ, a conversation, an order …), and whoever may see the room may read it. The bytes are in the private bucket `files` under the id; under kept_as where another room''s file is kept in this one too.';
create index files_room on public.files (room, room_id, created_at, id);
create index files_uploader on public.files (uploaded_by) where uploaded_by is not null;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('files', 'files', false, 26214400, '{application/pdf,image/jpeg}')
on conflict (id) do update set public = excluded.public, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

alter table public.files enable row level security;
grant select (id, room, room_id, name, content_type, bytes, pages, created_at) on public.files to authenticated;
