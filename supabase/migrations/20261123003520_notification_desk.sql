-- The notification centre and a person's wishes.

-- Newest first, keyset on (created_at, id).
create function public.list_notifications(p_unread boolean default false, p_group public.notice_group default null,
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  return jsonb_build_object('unread', private.unread_notices(me), 'zone', private.zone_of(me),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'group', n.notice_group, 'data', n.data, 'count', n.count,
        'at', n.created_at, 'read', n.read_at is not null) order by n.created_at desc, n.id desc)
      from (select * from public.notifications x where x.user_id = me
        and (not p_unread or x.read_at is null) and (p_group is null or x.notice_group = p_group)
        and (p_before is null or (x.created_at, x.id) < (p_before, p_before_id))
        order by x.created_at desc, x.id desc limit least(greatest(p_limit, 1), 100)) n), '[]'));
end $$;
grant execute on function public.list_notifications(boolean, public.notice_group, timestamptz, uuid, integer) to authenticated;

-- `p_ids` null: everything up to `p_until`, so that what came after the page was drawn stays unread.
create function public.read_notifications(p_ids uuid[] default null, p_until timestamptz default now()) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  done integer;
begin
  update public.notifications n set read_at = now() where n.user_id = me and n.read_at is null
    and case when p_ids is null then n.created_at <= p_until else n.id = any (p_ids) end;
  get diagnostics done = row_count;
  return done;
end $$;
grant execute on function public.read_notifications(uuid[], timestamptz) to authenticated;

-- Null for somebody else's, as for none.
create function public.open_notification(p_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  update public.notifications n set read_at = now() where n.id = p_id and n.user_id = me and n.read_at is null;
  return (select jsonb_build_object('kind', n.kind, 'data', n.data) from public.notifications n where n.id = p_id and n.user_id = me);
end $$;
grant execute on function public.open_notification(uuid) to authenticated;

create function public.my_notification_wishes() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  return jsonb_build_object(
    'groups', (select jsonb_object_agg(g, jsonb_build_object('mail', w.mail, 'push', w.push, 'sms', w.sms))
      from unnest(enum_range(null::public.notice_group)) g, private.notice_wishes(me, g) w),
    'timeZone', (select n.time_zone from public.notification_settings n where n.user_id = me),
    'quietFrom', (select n.quiet_from from public.notification_settings n where n.user_id = me),
    'quietTo', (select n.quiet_to from public.notification_settings n where n.user_id = me),
    'siteZone', (select s.time_zone from public.site_settings s),
    'phone', (select p.phone from public.profile_phones p where p.user_id = me),
    'pendingPhone', (select p.pending_phone from public.profile_phones p where p.user_id = me and p.code_until > now()),
    'browsers', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'device', s.device, 'since', s.created_at) order by s.created_at)
      from public.push_subscriptions s where s.user_id = me), '[]'));
end $$;
grant execute on function public.my_notification_wishes() to authenticated;

create function private.is_zone(p_zone text) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  if p_zone !~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}$' then return false; end if;
  perform now() at time zone p_zone;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

create function private.check_site_zone() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_zone(new.time_zone) then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  return new;
end $$;
create trigger site_settings_zone before insert or update of time_zone on public.site_settings
  for each row execute function private.check_site_zone();
grant update (time_zone) on public.site_settings to authenticated;

-- `p_groups`: {"trade": {"mail": "now", "push": true, "sms": false}, …}; a group that is left out stays as it is.
create function public.save_notification_wishes(p_groups jsonb, p_zone text, p_quiet_from integer, p_quiet_to integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  if p_zone is not null and not private.is_zone(p_zone) then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  insert into public.notification_preferences as w (user_id, notice_group, mail, push, sms)
  select me, g.key::public.notice_group, (g.value ->> 'mail')::public.mail_pace, (g.value ->> 'push')::boolean, (g.value ->> 'sms')::boolean
  from jsonb_each(p_groups) g
  on conflict (user_id, notice_group) do update set mail = excluded.mail, push = excluded.push, sms = excluded.sms, updated_at = now();
  insert into public.notification_settings (user_id, time_zone, quiet_from, quiet_to) values (me, p_zone, p_quiet_from, p_quiet_to)
  on conflict (user_id) do update set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to;
end $$;
grant execute on function public.save_notification_wishes(jsonb, text, integer, integer) to authenticated;

-- The link in a mail. The server has checked its signature. Nobody has to be signed in, and a second click changes nothing.
create function public.unsubscribe(p_user uuid, p_address_hash text, p_group text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_user is null then
    insert into private.mail_refusals (address_hash, notice_group) values (decode(p_address_hash, 'hex'), p_group::public.notice_group)
    on conflict do nothing;
    return;
  end if;
  if not exists (select 1 from public.profiles p where p.user_id = p_user) then return; end if;
  insert into public.notification_preferences as old (user_id, notice_group, mail, push, sms)
  select p_user, g, 'off', w.push, w.sms from unnest(enum_range(null::public.notice_group)) g, private.notice_wishes(p_user, g) w
  where case when p_group = 'digest' then w.mail = 'daily' else g::text = p_group end
  on conflict (user_id, notice_group) do update set mail = 'off', updated_at = now();
end $$;
comment on function public.unsubscribe is 'p_group: a group, or digest for every group that comes daily.';
grant execute on function public.unsubscribe(uuid, text, text) to service_role;

-- A browser that somebody else used before listens for the one who asks now. The eleventh takes the place of the oldest.
create function public.add_push_subscription(p_endpoint text, p_p256dh text, p_auth text, p_device text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  made uuid;
begin
  insert into public.push_subscriptions (user_id, endpoint, p256dh, auth, device) values (me, p_endpoint, p_p256dh, p_auth, left(btrim(p_device), 80))
  on conflict (endpoint) do update set user_id = me, p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device, created_at = now()
  returning id into made;
  delete from public.push_subscriptions s where s.user_id = me
    and s.id in (select x.id from public.push_subscriptions x where x.user_id = me and x.id <> made order by x.created_at desc, x.id offset 9);
  return made;
end $$;
grant execute on function public.add_push_subscription(text, text, text, text) to authenticated;

create function public.remove_push_subscription(p_id uuid default null, p_endpoint text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.push_subscriptions s where s.user_id = private.require_active_user() and (s.id = p_id or s.endpoint = p_endpoint);
end $$;
grant execute on function public.remove_push_subscription(uuid, text) to authenticated;
