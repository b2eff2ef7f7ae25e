-- Files: who may add them and who may open them. The server checks and stores the bytes; these rows make them exist.

comment on table public.files is
  'A file lies in one room (an RFQ, a conversation, an order …), and whoever may see the room may read it. The bytes are in the private bucket `files` under rooms/<id>/<sha256>, which only the server reads.';
alter table public.files add column message_id uuid references public.inquiry_messages (id) on delete cascade;
create index files_message on public.files (message_id) where message_id is not null;
grant select (message_id) on public.files to authenticated;

-- A visitor's keys: the one of the conversation itself, or the one of the RFQ it came from.
create function private.key_opens_inquiry(p_inquiry uuid, p_keys text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.inquiries i
    left join public.inquiry_contacts c on c.inquiry_id = i.id
    left join public.rfq_contacts r on r.rfq_id = i.rfq_id
    where i.id = p_inquiry and i.state <> 'blocked' and exists (
      select 1 from unnest(p_keys) k where private.hash_token(k) = any (c.token_hashes) or private.hash_token(k) = any (r.key_hashes)))
$$;
-- An RFQ is opened by its own key only: a mail about one conversation may be handed on to somebody who answers there.
create function private.key_opens_rfq(p_rfq uuid, p_keys text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.rfq_contacts r
    where r.rfq_id = p_rfq and exists (select 1 from unnest(p_keys) k where private.hash_token(k) = any (r.key_hashes)))
$$;

-- In plpgsql: bids are made by a later migration.
create function private.key_opens_room(p_room public.file_room, p_room_id uuid, p_keys text[]) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return case p_room
    when 'inquiry' then private.key_opens_inquiry(p_room_id, p_keys)
    -- A conversation's key shows what its producer is shown of the request; a withheld one must not be told from another.
    when 'rfq' then private.key_opens_rfq(p_room_id, p_keys) or exists (
      select 1 from public.inquiries i join public.rfqs r on r.id = i.rfq_id
      where i.rfq_id = p_room_id and r.state in ('open', 'closed') and i.state not in ('unconfirmed', 'blocked')
        and private.key_opens_inquiry(i.id, p_keys))
    when 'round' then exists (select 1 from public.round_suppliers s join public.rounds r on r.id = s.round_id and r.state <> 'draft'
      where s.round_id = p_room_id and exists (select 1 from unnest(p_keys) k where private.hash_token(k) = any (s.key_hashes)))
    when 'bid' then exists (select 1 from public.round_suppliers s join public.bids b on b.round_supplier_id = s.id
      where b.id = p_room_id and exists (select 1 from unnest(p_keys) k where private.hash_token(k) = any (s.key_hashes)))
    else false end;
end $$;

create function private.may_add_file(p_room public.file_room, p_room_id uuid, p_key text default null) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return case p_room
    when 'rfq' then exists (select 1 from public.rfqs r where r.id = p_room_id and r.state in ('unconfirmed', 'held', 'open'))
      and (private.sees_rfq_as_buyer(p_room_id) or private.key_opens_rfq(p_room_id, array[p_key]))
    when 'inquiry' then exists (select 1 from public.inquiries i where i.id = p_room_id and i.state in ('open', 'answered', 'declined'))
      and (private.sees_inquiry_as_buyer(p_room_id) or private.sees_inquiry_as_producer(p_room_id)
        or private.key_opens_inquiry(p_room_id, array[p_key]))
    -- Once suppliers bid, papers of a tender change by an amendment alone.
    when 'round' then exists (select 1 from public.rounds r where r.id = p_room_id and r.state in ('draft', 'pledging')
      and private.coordinates_cluster(r.cluster_id))
    -- Papers of a bid come before it is filed, by its own supplier.
    when 'bid' then exists (select 1 from public.bids b join public.rounds r on r.id = b.round_id
      where b.id = p_room_id and b.state = 'draft' and r.state = 'bidding' and now() <= r.bids_close_at
        and b.round_supplier_id = private.round_supplier_by_key(b.round_id, p_key))
    else private.sees_file(p_room, p_room_id) end;
end $$;
grant execute on function private.may_add_file(public.file_room, uuid, text) to anon, authenticated, service_role;

-- Rows for files whose bytes are stored; inside the transaction that makes the room or the message. `p_files`: an array
-- of {id, name, contentType, bytes, sha256, pages}. The same again changes nothing. Whoever calls has said who may.
create function private.attach_files(p_room public.file_room, p_room_id uuid, p_files jsonb, p_message uuid default null) returns uuid[]
language plpgsql security definer set search_path = '' as $$
declare
  files jsonb := coalesce(p_files, '[]');
  ids uuid[];
begin
  if jsonb_typeof(files) <> 'array' then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if jsonb_array_length(files) > 10 then raise exception 'too_many_files' using errcode = 'PT400'; end if;
  if files = '[]' then return '{}'; end if;
  ids := array(select (f ->> 'id')::uuid from jsonb_array_elements(files) f);
  -- One after the other: otherwise two forms at once would each see room for theirs.
  perform pg_advisory_xact_lock(hashtextextended('files ' || p_room || p_room_id, 0));
  if exists (select 1 from public.files f where f.id = any (ids) and (f.room <> p_room or f.room_id <> p_room_id)) then
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  insert into public.files (id, room, room_id, name, content_type, bytes, sha256, pages, message_id, uploaded_by)
  select (f ->> 'id')::uuid, p_room, p_room_id, f ->> 'name', f ->> 'contentType', (f ->> 'bytes')::integer, f ->> 'sha256',
    (f ->> 'pages')::integer, p_message, auth.uid()
  from jsonb_array_elements(files) f
  on conflict (id) do nothing;
  if (select count(*) from public.files f where f.room = p_room and f.room_id = p_room_id) > 200 then
    raise exception 'too_many_files' using errcode = 'PT400';
  end if;
  return ids;
end $$;

-- Called as the visitor by the server, which has the bytes in the store by now. An empty list asks whether one may.
create function public.add_files(p_room public.file_room, p_room_id uuid, p_files jsonb, p_key text default null) returns uuid[]
language plpgsql security definer set search_path = '' as $$
begin
  if p_key is null then perform private.require_active_user(); end if;
  if not private.may_add_file(p_room, p_room_id, p_key) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return private.attach_files(p_room, p_room_id, p_files);
end $$;
grant execute on function public.add_files(public.file_room, uuid, jsonb, text) to anon, authenticated;

create function public.open_file(p_file uuid, p_keys text[] default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  f public.files;
begin
  select * into f from public.files where id = p_file;
  if not found or not (private.sees_file(f.room, f.room_id) or private.key_opens_room(f.room, f.room_id, p_keys[1:20])) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  return jsonb_build_object('name', f.name, 'contentType', f.content_type, 'sha256', f.sha256, 'storedAs', coalesce(f.kept_as, f.id));
end $$;
grant execute on function public.open_file(uuid, text[]) to anon, authenticated;

-- For the worker: rows whose room is gone, and then bytes without a row, a day after they came.
create function private.forget_lost_files() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  gone integer;
begin
  with lost as (
    delete from public.files f where case f.room
      when 'rfq' then not exists (select 1 from public.rfqs r where r.id = f.room_id)
      when 'inquiry' then not exists (select 1 from public.inquiries i where i.id = f.room_id)
      when 'order' then not exists (select 1 from public.orders o where o.id = f.room_id)
      when 'dispute' then not exists (select 1 from public.disputes d where d.id = f.room_id)
      when 'payment' then not exists (select 1 from public.payments p where p.id = f.room_id)
      when 'round' then not exists (select 1 from public.rounds r where r.id = f.room_id)
      -- A clone may show a paper of the exhibition that it was made from.
      when 'exhibition' then not exists (select 1 from public.exhibitions e where e.id = f.room_id)
        and not exists (select 1 from public.section_files s where s.file_id = f.id) end
    returning 1)
  select count(*) into gone from lost;
  return gone;
end $$;
