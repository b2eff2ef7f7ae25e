-- Telling people. Everything goes through private.notify, in the transaction of what happened: the notice, and an outbox
-- row for each mail, push and SMS that the person's wishes ask for.

create function private.notice_thread(p_data jsonb) returns text
language sql immutable set search_path = '' as $$
  select coalesce('order:' || (p_data ->> 'orderId'), 'inquiry:' || (p_data ->> 'inquiryId'), 'rfq:' || (p_data ->> 'rfqId'), 'round:' || (p_data ->> 'roundId'), 'booth:' || (p_data ->> 'boothId'), 'exhibition:' || (p_data ->> 'exhibitionId'),
    'search:' || (p_data ->> 'searchId'), 'quote:' || (p_data ->> 'quoteId'), 'producer:' || (p_data ->> 'producerSlug'), 'site')
$$;

create function private.notice_wishes(p_user uuid, p_group public.notice_group, out mail public.mail_pace, out push boolean, out sms boolean)
language sql stable security definer set search_path = '' as $$
  select coalesce(w.mail, case p_group when 'market' then 'daily' else 'now' end::public.mail_pace), coalesce(w.push, true), coalesce(w.sms, false)
  from (values (1)) one left join public.notification_preferences w on w.user_id = p_user and w.notice_group = p_group
$$;

create function private.zone_of(p_user uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce((select n.time_zone from public.notification_settings n where n.user_id = p_user), (select s.time_zone from public.site_settings s))
$$;

-- When a person may be woken: now, or when their quiet hours end.
create function private.after_quiet(p_user uuid, p_now timestamptz default now()) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
declare
  quiet public.notification_settings;
  here timestamp := p_now at time zone private.zone_of(p_user);
  hour integer := extract(hour from here);
  quiet_now boolean;
begin
  select * into quiet from public.notification_settings n where n.user_id = p_user;
  if quiet.quiet_from is null then return p_now; end if;
  quiet_now := case when quiet.quiet_from < quiet.quiet_to then hour >= quiet.quiet_from and hour < quiet.quiet_to
    else hour >= quiet.quiet_from or hour < quiet.quiet_to end;
  if not quiet_now then return p_now; end if;
  return (date_trunc('day', here) + make_interval(hours => quiet.quiet_to::integer)
    + case when hour >= quiet.quiet_to then interval '1 day' else interval '0' end) at time zone private.zone_of(p_user);
end $$;

create function private.enqueue_at(p_at timestamptz, p_kind text, p_payload jsonb, p_dedupe text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.outbox (kind, payload, dedupe, run_at) values (p_kind, p_payload, p_dedupe, p_at);
  perform pg_notify('isoko_outbox', '');
end $$;

-- Orders the mail of a notice and remembers that. Nothing happens when the newest is mailed or read already.
create function private.mail_notice(p_notice uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  n public.notifications;
  about private.notice_kinds;
  person record;
begin
  select * into n from public.notifications x where x.id = p_notice for update;
  if not found or n.read_at is not null or n.mailed_at >= n.created_at then return false; end if;
  select * into about from private.notice_kinds k where k.kind = n.kind;
  if not about.must and (select w.mail from private.notice_wishes(n.user_id, n.notice_group) w) <> 'now' then return false; end if;
  select u.email, pr.locale into person from auth.users u join public.profiles pr on pr.user_id = u.id
  where u.id = n.user_id and pr.suspended_at is null;
  if person.email is null then return false; end if;
  perform private.enqueue('mail.send', jsonb_build_object('to', person.email, 'template', n.kind, 'locale', person.locale,
    'data', n.data || jsonb_build_object('times', n.count),
    'unsubscribe', case when not about.must then jsonb_build_object('user', n.user_id, 'group', n.notice_group) end));
  update public.notifications set mailed_at = clock_timestamp() where id = p_notice;
  return true;
end $$;

create function private.notify(p_user uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  about private.notice_kinds;
  wishes record;
  n public.notifications;
  clean jsonb := jsonb_strip_nulls(coalesce(p_data, '{}')) - '{key,email,phone,token}'::text[];
  last_mail timestamptz;
begin
  select * into about from private.notice_kinds k where k.kind = p_kind;
  if not found then raise exception 'there is no kind of notice named %', p_kind; end if;
  if not exists (select 1 from public.profiles p where p.user_id = p_user and p.suspended_at is null) then return; end if;
  insert into public.notifications as old (user_id, kind, notice_group, thread, chatty, data)
  values (p_user, p_kind, about.notice_group, private.notice_thread(clean), about.chatty, clean)
  on conflict (user_id, kind, thread) where read_at is null and chatty
    do update set data = excluded.data, count = old.count + 1, created_at = clock_timestamp()
  returning * into n;

  select * into wishes from private.notice_wishes(p_user, about.notice_group);
  if about.must or wishes.mail = 'now' then
    select max(x.mailed_at) into last_mail from public.notifications x
    where about.chatty and x.chatty and x.user_id = p_user and x.kind = p_kind and x.thread = n.thread
      and x.mailed_at > clock_timestamp() - interval '5 minutes';
    if last_mail is null then perform private.mail_notice(n.id);
    else perform private.enqueue_at(last_mail + interval '5 minutes', 'notice.mail', jsonb_build_object('id', n.id), 'notice.mail:' || n.id); end if;
  end if;
  -- A thread that already lies there unread wakes nobody again.
  if n.count > 1 then return; end if;
  if wishes.push then
    perform private.enqueue_at(private.after_quiet(p_user), 'push.send', jsonb_build_object('subscription', s.id, 'notice', n.id),
      'push.send:' || s.id || ':' || n.id) from public.push_subscriptions s where s.user_id = p_user;
  end if;
  if wishes.sms then
    perform private.enqueue_at(private.after_quiet(p_user), 'sms.notice', jsonb_build_object('notice', n.id), 'sms.notice:' || n.id);
  end if;
end $$;
comment on function private.notify is 'data: flat, ids and amounts and names, never an address or a number of the other side. What could open a thread (key, token) is taken out.';

-- Straight to somebody without an account. Unsubscribed addresses get only what must come.
create function private.mail_stranger(p_email text, p_locale public.locale, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  about private.notice_kinds;
begin
  select * into about from private.notice_kinds k where k.kind = p_kind;
  if not found then raise exception 'there is no kind of notice named %', p_kind; end if;
  if not about.must and exists (select 1 from private.mail_refusals r
    where r.address_hash = private.hash_token(lower(p_email)) and r.notice_group = about.notice_group) then return; end if;
  perform private.enqueue('mail.send', jsonb_build_object('to', p_email, 'template', p_kind, 'locale', p_locale, 'data', p_data,
    'unsubscribe', case when not about.must then jsonb_build_object('group', about.notice_group) end));
end $$;

-- All members; where nobody signs in for it, the coordinators who keep it and its contact address.
create function private.notify_producer(p_producer uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody record;
  data jsonb := p_data || (select jsonb_build_object('producer', p.name, 'producerSlug', p.slug, 'side', 'producer')
    from public.producers p where p.id = p_producer);
  members uuid[] := array(select m.user_id from public.producer_members m join public.profiles pr on pr.user_id = m.user_id
    where m.producer_id = p_producer and pr.suspended_at is null order by m.user_id);
  told uuid[] := case when members = '{}' then private.keepers_of(p_producer) else members end;
begin
  -- Always in the same order, so that two at once never wait for each other crosswise.
  for somebody in select k as id from unnest(told) k order by k loop
    perform private.notify(somebody.id, p_kind, data);
  end loop;
  if members <> '{}' then return; end if;
  for somebody in select c.email, p.source_locale as locale from public.producer_contacts c join public.producers p on p.id = c.producer_id
    where c.producer_id = p_producer and c.email is not null
      and not exists (select 1 from auth.users u where u.id = any (told) and lower(u.email) = lower(c.email))
  loop
    perform private.mail_stranger(somebody.email, somebody.locale, p_kind, data);
  end loop;
end $$;

create function private.notify_buyer(p_buyer uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody uuid;
  data jsonb := p_data || (select jsonb_build_object('buyer', b.name, 'buyerId', b.id, 'side', 'buyer') from public.buyers b where b.id = p_buyer);
begin
  for somebody in select m.user_id from public.buyer_members m where m.buyer_id = p_buyer order by m.user_id loop
    perform private.notify(somebody, p_kind, data);
  end loop;
end $$;

-- Whoever asked: the account, the members of the organisation it asks for, or a visitor by mail with a key of its own.
create function private.notify_inquiry_buyer(p_inquiry uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  contact public.inquiry_contacts;
  data jsonb;
  somebody uuid;
  visitor_key text;
begin
  select * into i from public.inquiries x where x.id = p_inquiry;
  if not found then return; end if;
  data := jsonb_strip_nulls(jsonb_build_object('inquiryId', i.id, 'reference', i.reference, 'product', i.product_title,
      'producer', (select p.name from public.producers p where p.id = i.producer_id),
      'buyer', (select b.name from public.buyers b where b.id = i.buyer_id)))
    || p_data || jsonb_strip_nulls(jsonb_build_object('side', 'buyer', 'buyerId', i.buyer_id));
  for somebody in select i.user_id where i.user_id is not null and i.buyer_id is null
    union select m.user_id from public.buyer_members m where m.buyer_id = i.buyer_id order by 1
  loop
    perform private.notify(somebody, p_kind, data);
  end loop;
  if found then return; end if;
  select * into contact from public.inquiry_contacts c where c.inquiry_id = p_inquiry for update;
  if not found or contact.confirm_hash is not null then return; end if;
  -- Each mail to a visitor carries a key of its own, because only hashes are kept; the ten newest open the thread.
  visitor_key := private.new_token();
  update public.inquiry_contacts set token_hashes = (private.hash_token(visitor_key) || token_hashes)[1:10] where inquiry_id = p_inquiry;
  perform private.mail_stranger(contact.email, i.locale, p_kind, data || jsonb_build_object('key', visitor_key));
end $$;

create function private.notify_coordinators(p_cluster uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody uuid;
  data jsonb := p_data || (select jsonb_build_object('cluster', c.name, 'clusterSlug', c.slug, 'side', 'coordinator') from public.clusters c where c.id = p_cluster);
begin
  for somebody in select k.user_id from public.cluster_coordinators k where k.cluster_id = p_cluster order by k.user_id loop
    perform private.notify(somebody, p_kind, data);
  end loop;
end $$;

create function private.notify_operators(p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  somebody uuid;
begin
  for somebody in select o.user_id from public.operators o order by o.user_id loop
    perform private.notify(somebody, p_kind, p_data || jsonb_build_object('side', 'operator'));
  end loop;
end $$;

-- Who has a thread open has read what was told about it.
create function private.read_thread() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.notifications set read_at = now()
  where user_id = auth.uid() and thread = tg_argv[0] || ':' || new.id and read_at is null;
  return null;
end $$;
create trigger inquiries_read after update of buyer_read_at, producer_read_at on public.inquiries for each row
  when (old.buyer_read_at is distinct from new.buyer_read_at or old.producer_read_at is distinct from new.producer_read_at)
  execute function private.read_thread('inquiry');
create trigger orders_read after update of buyer_read_at, producer_read_at on public.orders for each row
  when (old.buyer_read_at is distinct from new.buyer_read_at or old.producer_read_at is distinct from new.producer_read_at)
  execute function private.read_thread('order');

-- Whoever leaves an organisation keeps nothing that was told to its members, and nothing of it is mailed to them later.
create function private.forget_notices() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  gone jsonb := case tg_table_name
    when 'producer_members' then (select jsonb_build_object('side', 'producer', 'producerSlug', p.slug) from public.producers p where p.id = (to_jsonb(old) ->> 'producer_id')::uuid)
    when 'buyer_members' then jsonb_build_object('side', 'buyer', 'buyerId', to_jsonb(old) ->> 'buyer_id')
    when 'operators' then '{"side": "operator"}'
    else (select jsonb_build_object('clusterSlug', c.slug) from public.clusters c where c.id = (to_jsonb(old) ->> 'cluster_id')::uuid) end;
begin
  delete from public.notifications n where n.user_id = old.user_id and n.data @> gone;
  return null;
end $$;
create trigger producer_members_forget after delete on public.producer_members for each row execute function private.forget_notices();
create trigger buyer_members_forget after delete on public.buyer_members for each row execute function private.forget_notices();
create trigger cluster_coordinators_forget after delete on public.cluster_coordinators for each row execute function private.forget_notices();
create trigger operators_forget after delete on public.operators for each row execute function private.forget_notices();
