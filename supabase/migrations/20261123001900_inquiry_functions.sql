-- Asking a producer, and answering. A visitor without an account confirms the e-mail address first.

-- `p_id` comes from the form: sending it twice asks once.
create function public.send_inquiry(p_id uuid, p_product uuid, p_message text, p_quantity integer, p_needed_by date, p_country text,
  p_organisation text, p_locale public.locale, p_buyer uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  product public.products;
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.inquiries i where i.id = p_id and i.user_id = me) then return p_id; end if;
  if exists (select 1 from public.inquiries i where i.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  product := private.product_to_ask_about(p_product);
  if p_buyer is not null and not private.is_buyer_member(p_buyer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if private.is_producer_member(product.producer_id) then raise exception 'own_product' using errcode = 'PT409'; end if;
  if (select count(*) from public.inquiries i where i.user_id = me and i.created_at > now() - interval '1 day') >= 40 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  perform private.make_inquiry(p_id, 'open', product, me, p_buyer, p_message, p_quantity, p_needed_by, p_country, p_organisation, p_locale);
  insert into public.inquiry_contacts (inquiry_id, name, email)
  -- Without a name the organisation stands in, never a part of the address.
  select p_id, coalesce(nullif(btrim(pr.display_name), ''), nullif(btrim(p_organisation), ''),
    (select b.name from public.buyers b where b.id = p_buyer), '–'), u.email
  from auth.users u join public.profiles pr on pr.user_id = u.id where u.id = me;
  perform private.deliver_inquiry(p_id);
  return p_id;
end $$;
grant execute on function public.send_inquiry(uuid, uuid, text, integer, date, text, text, public.locale, uuid) to authenticated;

-- Called by the server for a visitor (it has counted the address's budget); nothing reaches the producer yet.
create function public.send_visitor_inquiry(p_id uuid, p_product uuid, p_message text, p_quantity integer, p_needed_by date, p_country text,
  p_organisation text, p_name text, p_email text, p_locale public.locale) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  token text := private.new_token();
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.inquiries i where i.id = p_id) then return p_id; end if;
  product := private.product_to_ask_about(p_product);
  perform private.make_inquiry(p_id, 'unconfirmed', product, null, null, p_message, p_quantity, p_needed_by, p_country, p_organisation, p_locale);
  insert into public.inquiry_contacts (inquiry_id, name, email, confirm_hash)
  values (p_id, btrim(p_name), lower(btrim(p_email)), private.hash_token(token));
  perform public.enqueue_mail(lower(btrim(p_email)), 'inquiry_confirm', p_locale,
    jsonb_build_object('name', btrim(p_name), 'product', product.title, 'token', token));
  return p_id;
end $$;
grant execute on function public.send_visitor_inquiry(uuid, uuid, text, integer, date, text, text, text, text, public.locale) to service_role;

create function private.product_to_ask_about(p_product uuid) returns public.products
language plpgsql stable security definer set search_path = '' as $$
declare
  product public.products;
begin
  select * into product from public.products p where p.id = p_product;
  if not found or not private.product_is_public(p_product) then raise exception 'not_found' using errcode = 'PT404'; end if;
  return product;
end $$;

create function private.make_inquiry(p_id uuid, p_state public.inquiry_state, product public.products, p_user uuid, p_buyer uuid, p_message text,
  p_quantity integer, p_needed_by date, p_country text, p_organisation text, p_locale public.locale) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_needed_by is not null and p_needed_by < current_date then raise exception 'date_past' using errcode = 'PT400'; end if;
  insert into public.inquiries (id, state, producer_id, product_id, buyer_id, user_id, locale, country, quantity, unit, needed_by,
    product_title, product_price_amount, product_price_currency, organisation, buyer_read_at)
  values (p_id, p_state, product.producer_id, product.id, p_buyer, p_user, p_locale, p_country, p_quantity, product.unit, p_needed_by,
    product.title, product.price_amount, product.price_currency, btrim(coalesce(p_organisation, '')), now());
  insert into public.inquiry_messages (inquiry_id, side, author, body) values (p_id, 'buyer', p_user, btrim(p_message));
  perform private.record_event('inquiry', p_id, 'inquiry.created', p_to => p_state::text, p_producer => product.producer_id, p_buyer => p_buyer);
end $$;

-- Tells the producer. The mail carries the words and the reference, never the buyer's address.
create function private.deliver_inquiry(p_inquiry uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
begin
  select * into i from public.inquiries where id = p_inquiry;
  perform private.notify_producer(i.producer_id, 'inquiry_new', jsonb_build_object(
    'inquiryId', i.id, 'reference', i.reference, 'product', i.product_title, 'quantity', i.quantity, 'unit', i.unit,
    'neededBy', i.needed_by, 'country', i.country, 'organisation', i.organisation,
    'message', (select m.body from public.inquiry_messages m where m.inquiry_id = i.id order by m.created_at limit 1)));
end $$;

-- The link in the mail: opens the inquiry and answers the visitor's own key to the thread. Works once; a second click is told so.
create function public.confirm_inquiry(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  contact public.inquiry_contacts;
  key text := private.new_token();
begin
  select * into contact from public.inquiry_contacts c where c.confirm_hash = private.hash_token(p_token) for update;
  if not found or contact.created_at < now() - interval '7 days' then raise exception 'link_gone' using errcode = 'PT410'; end if;
  update public.inquiry_contacts set confirm_hash = null, token_hashes = array[private.hash_token(key)] where inquiry_id = contact.inquiry_id;
  update public.inquiries set state = 'open' where id = contact.inquiry_id and state = 'unconfirmed';
  if found then
    perform private.record_event('inquiry', contact.inquiry_id, 'inquiry.confirmed', 'unconfirmed', 'open',
      p_producer => (select i.producer_id from public.inquiries i where i.id = contact.inquiry_id));
    perform private.deliver_inquiry(contact.inquiry_id);
  end if;
  return jsonb_build_object('inquiryId', contact.inquiry_id, 'key', key);
end $$;
grant execute on function public.confirm_inquiry(text) to anon, authenticated;

-- The thread as one side sees it. `p_key` is a visitor's key; without it the caller's own rights count.
create function public.read_inquiry(p_inquiry uuid, p_key text default null) returns jsonb
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
    'product', jsonb_build_object('id', i.product_id, 'title', i.product_title, 'slug', (select p.slug from public.products p where p.id = i.product_id and p.state = 'published'),
      'priceAmount', i.product_price_amount, 'priceCurrency', i.product_price_currency),
    'producer', (select jsonb_build_object('id', p.id, 'name', p.name, 'slug', p.slug) from public.producers p where p.id = i.producer_id),
    'quantity', i.quantity, 'unit', i.unit, 'neededBy', i.needed_by, 'country', i.country,
    'organisation', coalesce(nullif(i.organisation, ''), (select b.name from public.buyers b where b.id = i.buyer_id), ''),
    'buyerName', (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id),
    'messages', (select jsonb_agg(jsonb_build_object('id', m.id, 'side', m.side, 'body', m.body, 'at', m.created_at) order by m.created_at, m.id)
      from public.inquiry_messages m where m.inquiry_id = i.id));
end $$;
grant execute on function public.read_inquiry(uuid, text) to anon, authenticated;

create function private.inquiry_side_of(p_inquiry uuid, p_key text) returns public.inquiry_side
language sql stable security definer set search_path = '' as $$
  select case
    when p_key is not null and exists (select 1 from public.inquiry_contacts c join public.inquiries i on i.id = c.inquiry_id
      where c.inquiry_id = p_inquiry and private.hash_token(p_key) = any (c.token_hashes) and i.state <> 'blocked') then 'buyer'
    when private.sees_inquiry_as_buyer(p_inquiry) then 'buyer'
    when private.sees_inquiry_as_producer(p_inquiry) then 'producer' end::public.inquiry_side
$$;

-- `p_id` is the message's id, made by the form.
create function public.reply_inquiry(p_inquiry uuid, p_id uuid, p_body text, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  side public.inquiry_side := private.inquiry_side_of(p_inquiry, p_key);
begin
  if side is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_key is null then perform private.require_active_user(); end if;
  select * into i from public.inquiries where id = p_inquiry for update;
  if exists (select 1 from public.inquiry_messages m where m.id = p_id and m.inquiry_id = p_inquiry) then return; end if;
  if exists (select 1 from public.inquiry_messages m where m.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if i.state in ('closed', 'blocked', 'unconfirmed') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if (select count(*) from public.inquiry_messages m where m.inquiry_id = p_inquiry and m.created_at > now() - interval '1 hour') >= 30 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.inquiry_messages (id, inquiry_id, side, author, body) values (p_id, p_inquiry, side, auth.uid(), btrim(p_body));
  update public.inquiries set last_message_at = clock_timestamp(),
    state = case when side = 'producer' then 'answered' else 'open' end::public.inquiry_state,
    buyer_read_at = case when side = 'buyer' then clock_timestamp() else buyer_read_at end,
    producer_read_at = case when side = 'producer' then clock_timestamp() else producer_read_at end
  where id = p_inquiry;
  perform private.record_event('inquiry', p_inquiry, 'inquiry.replied', i.state::text,
    case when side = 'producer' then 'answered' else 'open' end, p_producer => i.producer_id, p_buyer => i.buyer_id,
    p_data => jsonb_build_object('side', side));
  if side = 'buyer' then
    perform private.notify_producer(i.producer_id, 'inquiry_reply', jsonb_build_object('inquiryId', i.id, 'reference', i.reference,
      'product', i.product_title, 'message', btrim(p_body)));
  else
    perform private.notify_inquiry_buyer(i.id, 'inquiry_reply', jsonb_build_object('message', btrim(p_body)));
  end if;
end $$;
grant execute on function public.reply_inquiry(uuid, uuid, text, text) to anon, authenticated;

create function public.move_inquiry(p_inquiry uuid, p_action text, p_reason text default null) returns public.inquiry_state
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  side public.inquiry_side := private.inquiry_side_of(p_inquiry, null);
  target public.inquiry_state;
begin
  perform private.require_active_user();
  if side is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into i from public.inquiries where id = p_inquiry for update;
  target := case
    when p_action = 'decline' and side = 'producer' and i.state in ('open', 'answered') then 'declined'
    when p_action = 'close' and i.state in ('open', 'answered', 'declined') then 'closed'
    when p_action = 'reopen' and i.state in ('declined', 'closed') then 'open' end;
  if target is null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.inquiries set state = target where id = p_inquiry;
  perform private.record_event('inquiry', p_inquiry, 'inquiry.' || p_action, i.state::text, target::text, p_reason,
    p_producer => i.producer_id, p_buyer => i.buyer_id);
  return target;
end $$;
grant execute on function public.move_inquiry(uuid, text, text) to authenticated;

-- Inboxes: newest word first, keyset on (last_message_at, id).
create function public.list_inquiries(p_side public.inquiry_side, p_producer uuid default null, p_before timestamptz default null,
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
      'product', i.product_title, 'producer', p.name, 'quantity', i.quantity, 'unit', i.unit, 'country', i.country,
      'organisation', coalesce(nullif(i.organisation, ''), b.name, ''),
      'from', case when p_side = 'producer' then (select c.name from public.inquiry_contacts c where c.inquiry_id = i.id) end,
      'unread', case when p_side = 'producer' then i.producer_read_at is null or i.producer_read_at < i.last_message_at
        else i.buyer_read_at is null or i.buyer_read_at < i.last_message_at end,
      'excerpt', (select left(m.body, 160) from public.inquiry_messages m where m.inquiry_id = i.id order by m.created_at desc limit 1)) as row
    from public.inquiries i join public.producers p on p.id = i.producer_id left join public.buyers b on b.id = i.buyer_id
    where (case when p_side = 'producer' then i.producer_id = p_producer and i.state not in ('unconfirmed', 'blocked')
        else i.user_id = me or i.buyer_id in (select m.buyer_id from public.buyer_members m where m.user_id = me) end)
      and (p_before is null or (i.last_message_at, i.id) < (p_before, p_before_id))
    order by i.last_message_at desc, i.id desc limit least(greatest(p_limit, 1), 100)) s), '[]');
end $$;
grant execute on function public.list_inquiries(public.inquiry_side, uuid, timestamptz, uuid, integer) to authenticated;

-- Reports -------------------------------------------------------------------------------------------

create function public.report_abuse(p_subject public.report_subject, p_subject_id uuid, p_reason public.report_reason, p_details text,
  p_email text, p_reporter uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  if not (case p_subject
    when 'product' then private.product_is_public(p_subject_id)
    when 'producer' then private.producer_is_public(p_subject_id)
    when 'review' then private.review_is_public(p_subject_id)
    -- Only who takes part in a thread may point at it, and a stranger learns nothing about which ids exist.
    else exists (select 1 from public.inquiries i where i.id = p_subject_id and p_reporter is not null and (
      i.user_id = p_reporter
      or exists (select 1 from public.buyer_members m where m.buyer_id = i.buyer_id and m.user_id = p_reporter)
      or (i.state <> 'unconfirmed' and (
        exists (select 1 from public.producer_members m where m.producer_id = i.producer_id and m.user_id = p_reporter)
        or exists (select 1 from public.memberships s join public.cluster_coordinators k on k.cluster_id = s.cluster_id
          where s.producer_id = i.producer_id and s.state = 'active' and k.user_id = p_reporter))))) end) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  insert into public.reports (subject, subject_id, reason, details, reporter, reporter_email)
  values (p_subject, p_subject_id, p_reason, btrim(coalesce(p_details, '')), p_reporter, nullif(lower(btrim(p_email)), '')) returning id into made;
  perform private.record_event('report', made, 'report.created', p_to => 'open', p_data => jsonb_build_object('subject', p_subject, 'subjectId', p_subject_id));
  return made;
end $$;
comment on function public.report_abuse is 'Called by the server, which has counted the caller''s budget and knows who is signed in.';
grant execute on function public.report_abuse(public.report_subject, uuid, public.report_reason, text, text, uuid) to service_role;
