-- The conversation: messages with files, who has seen what, the step over to WhatsApp, and senders that are not heard.

alter table public.inquiry_messages add column kind text not null default 'text' check (kind in ('text', 'whatsapp'));
comment on column public.inquiry_messages.kind is 'whatsapp: the body is a wa.me link with the producer''s own number, given by its own act.';
grant select (kind) on public.inquiry_messages to authenticated;

create or replace function private.inquiry_side_of(p_inquiry uuid, p_key text) returns public.inquiry_side
language sql stable security definer set search_path = '' as $$
  select case
    when p_key is not null and private.key_opens_inquiry(p_inquiry, array[p_key]) then 'buyer'
    when private.sees_inquiry_as_buyer(p_inquiry) then 'buyer'
    when private.sees_inquiry_as_producer(p_inquiry) then 'producer' end::public.inquiry_side
$$;

-- Tells the producer. The mail carries the words and the reference, never the buyer's address.
create or replace function private.deliver_inquiry(p_inquiry uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
begin
  select * into i from public.inquiries where id = p_inquiry;
  if i.producer_id in (select private.blocked_by(i.user_id, i.buyer_id,
      (select c.email from public.inquiry_contacts c where c.inquiry_id = i.id))) then
    update public.inquiries set withheld = true where id = p_inquiry;
    return;
  end if;
  perform private.notify_producer(i.producer_id, 'inquiry_new', jsonb_strip_nulls(jsonb_build_object(
    'inquiryId', i.id, 'reference', i.reference, 'product', i.product_title, 'quantity', i.quantity, 'unit', i.unit,
    'neededBy', i.needed_by, 'country', i.country, 'organisation', i.organisation,
    'message', (select m.body from public.inquiry_messages m where m.inquiry_id = i.id order by m.created_at limit 1))));
end $$;

drop function public.reply_inquiry(uuid, uuid, text, text);
-- `p_id` is the message's id, made by the form; `p_files` are stored already (private.attach_files).
create function public.reply_inquiry(p_inquiry uuid, p_id uuid, p_body text, p_key text default null, p_files jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  side public.inquiry_side := private.side_to_write(p_inquiry, p_id, p_key);
begin
  if side is null then return; end if;
  insert into public.inquiry_messages (id, inquiry_id, side, author, body) values (p_id, p_inquiry, side, auth.uid(), btrim(p_body));
  perform private.attach_files('inquiry', p_inquiry, p_files, p_id);
  perform private.after_message(p_inquiry, p_id);
end $$;
grant execute on function public.reply_inquiry(uuid, uuid, text, text, jsonb) to anon, authenticated;

-- Which side writes, with the thread locked. Null: this message is in it already.
create function private.side_to_write(p_inquiry uuid, p_id uuid, p_key text) returns public.inquiry_side
language plpgsql volatile security definer set search_path = '' as $$
declare
  side public.inquiry_side := private.inquiry_side_of(p_inquiry, p_key);
  i public.inquiries;
begin
  if side is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_key is null then perform private.require_active_user(); end if;
  select * into i from public.inquiries where id = p_inquiry for update;
  if exists (select 1 from public.inquiry_messages m where m.id = p_id and m.inquiry_id = p_inquiry) then return null; end if;
  if exists (select 1 from public.inquiry_messages m where m.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if i.state in ('closed', 'blocked', 'unconfirmed') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (select count(*) from public.inquiry_messages m where m.inquiry_id = p_inquiry and m.created_at > now() - interval '1 hour') >= 30 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  return side;
end $$;

-- What a message changes: whose turn it is, who has read, the record, and the other side is told.
create function private.after_message(p_inquiry uuid, p_message uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  m public.inquiry_messages;
  told jsonb;
begin
  select * into m from public.inquiry_messages where id = p_message;
  select * into i from public.inquiries where id = p_inquiry;
  update public.inquiries set last_message_at = clock_timestamp(),
    state = case when m.side = 'producer' then 'answered' else 'open' end::public.inquiry_state,
    buyer_read_at = case when m.side = 'buyer' then clock_timestamp() else buyer_read_at end,
    producer_read_at = case when m.side = 'producer' then clock_timestamp() else producer_read_at end
  where id = p_inquiry;
  perform private.record_event('inquiry', p_inquiry, 'inquiry.replied', i.state::text,
    case when m.side = 'producer' then 'answered' else 'open' end, p_producer => i.producer_id, p_buyer => i.buyer_id,
    p_data => jsonb_build_object('side', m.side));
  told := jsonb_build_object('inquiryId', i.id, 'reference', i.reference, 'product', i.product_title, 'message', m.body, 'side', m.side);
  if m.side = 'producer' then
    perform private.notify_inquiry_buyer(i.id, 'inquiry_reply', told);
  elsif not i.withheld then
    perform private.notify_producer(i.producer_id, 'inquiry_reply', told);
  end if;
end $$;

-- The producer's side gives its own number, and only by pressing the button; the buyer's is asked from nobody.
create function public.offer_whatsapp(p_inquiry uuid, p_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  side public.inquiry_side := private.side_to_write(p_inquiry, p_id, null);
  number text;
begin
  if side is null then return; end if;
  if side <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  select c.whatsapp into number from public.producer_contacts c join public.inquiries i on i.producer_id = c.producer_id where i.id = p_inquiry;
  if number is null then raise exception 'no_whatsapp' using errcode = 'PT409'; end if;
  insert into public.inquiry_messages (id, inquiry_id, side, author, kind, body)
  select p_id, i.id, side, auth.uid(), 'whatsapp', 'https://wa.me/' || substr(number, 2) || '?text=' || i.reference
  from public.inquiries i where i.id = p_inquiry;
  perform private.after_message(p_inquiry, p_id);
end $$;
grant execute on function public.offer_whatsapp(uuid, uuid) to authenticated;

create function private.file_json(f public.files) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages, 'at', f.created_at)
$$;

-- The thread as one side sees it. `p_key` is a visitor's key; without it the caller's own rights count.
create or replace function public.read_inquiry(p_inquiry uuid, p_key text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  side public.inquiry_side := private.inquiry_side_of(p_inquiry, p_key);
begin
  if side is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if side = 'buyer' then update public.inquiries set buyer_read_at = now() where id = p_inquiry;
  else update public.inquiries set producer_read_at = now() where id = p_inquiry; end if;
  select * into i from public.inquiries where id = p_inquiry;
  return jsonb_build_object(
    'id', i.id, 'reference', i.reference, 'state', i.state, 'side', side, 'createdAt', i.created_at,
    'seenAt', case when side = 'buyer' then i.producer_read_at else i.buyer_read_at end,
    'product', jsonb_build_object('id', i.product_id, 'title', i.product_title, 'slug', (select p.slug from public.products p where p.id = i.product_id and p.state = 'published'),
      'priceAmount', i.product_price_amount, 'priceCurrency', i.product_price_currency),
    'producer', (select jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug) from public.producers p where p.id = i.producer_id),
    'quantity', i.quantity, 'unit', i.unit, 'neededBy', i.needed_by, 'country', i.country,
    'organisation', coalesce(nullif(i.organisation, ''), (select b.name from public.buyers b where b.id = i.buyer_id), ''),
    'buyerName', (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id),
    'whatsapp', side = 'producer' and exists (select 1 from public.producer_contacts c where c.producer_id = i.producer_id and c.whatsapp is not null),
    'blockable', side = 'producer' and not exists (select 1 from public.orders o where o.inquiry_id = i.id),
    'orderId', (select o.id from public.orders o where o.inquiry_id = i.id),
    -- The whole request is its buyer's alone: a mail about one conversation may be handed on to whoever answers there.
    'rfq', (select private.rfq_json(r, case when side = 'producer' or not (private.sees_rfq_as_buyer(r.id) or private.key_opens_rfq(r.id, array[p_key]))
      then i.producer_id end) from public.rfqs r where r.id = i.rfq_id),
    'files', coalesce((select jsonb_agg(private.file_json(f) order by f.created_at, f.id) from public.files f
      where f.room = 'inquiry' and f.room_id = i.id and f.message_id is null), '[]'),
    'messages', (select jsonb_agg(jsonb_build_object('id', m.id, 'side', m.side, 'kind', m.kind, 'body', m.body, 'at', m.created_at,
        'files', coalesce((select jsonb_agg(private.file_json(f) order by f.created_at, f.id) from public.files f where f.message_id = m.id), '[]'))
        order by m.created_at, m.id)
      from public.inquiry_messages m where m.inquiry_id = i.id));
end $$;

-- Inboxes: newest word first, keyset on (last_message_at, id).
create or replace function public.list_inquiries(p_side public.inquiry_side, p_producer uuid default null, p_before timestamptz default null,
  p_before_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  if p_side = 'producer' and not (private.is_producer_member(p_producer) or private.coordinates_producer(p_producer)) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  return coalesce((select jsonb_agg(row order by at desc, id desc) from (
    select i.id, i.last_message_at as at, jsonb_build_object('id', i.id, 'reference', i.reference, 'state', i.state, 'at', i.last_message_at,
      'product', i.product_title, 'producer', p.name, 'quantity', i.quantity, 'unit', i.unit, 'country', i.country, 'rfq', i.rfq_id is not null,
      'organisation', coalesce(nullif(i.organisation, ''), b.name, ''),
      'from', case when p_side = 'producer' then (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id) end,
      'unread', case when p_side = 'producer' then i.producer_read_at is null or i.producer_read_at < i.last_message_at
        else i.buyer_read_at is null or i.buyer_read_at < i.last_message_at end,
      'excerpt', (select left(m.body, 160) from public.inquiry_messages m where m.inquiry_id = i.id order by m.created_at desc limit 1)) as row
    from public.inquiries i join public.producers p on p.id = i.producer_id left join public.buyers b on b.id = i.buyer_id
    where (case when p_side = 'producer' then i.producer_id = p_producer and i.state not in ('unconfirmed', 'blocked') and not i.withheld
        else (i.user_id = me and i.buyer_id is null) or i.buyer_id in (select m.buyer_id from public.buyer_members m where m.user_id = me) end)
      and (p_before is null or (i.last_message_at, i.id) < (p_before, p_before_id))
    order by i.last_message_at desc, i.id desc limit least(greatest(p_limit, 1), 100)) s), '[]');
end $$;
