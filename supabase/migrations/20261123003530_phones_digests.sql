-- A telephone for SMS, confirmed by a code; and the daily mail.

-- Five codes a day for a person and three for a number: nobody is flooded by us, and nothing says whose a number is.
create function public.ask_phone_code(p_phone text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  noise bytea := extensions.gen_random_bytes(4);
  code text := lpad(((get_byte(noise, 0)::bigint * 16777216 + get_byte(noise, 1) * 65536 + get_byte(noise, 2) * 256 + get_byte(noise, 3)) % 1000000)::text, 6, '0');
begin
  if p_phone !~ '^\+[0-9]{7,15}$' then raise exception 'phone_invalid' using errcode = 'PT400'; end if;
  if not public.take_rate_limit('phone code for user ' || me, 5, 86400) or not public.take_rate_limit('phone code to ' || p_phone, 3, 86400) then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  insert into public.profile_phones (user_id, pending_phone, code_hash, code_until) values (me, p_phone, private.hash_token(me || code), now() + interval '10 minutes')
  on conflict (user_id) do update set pending_phone = excluded.pending_phone, code_hash = excluded.code_hash, code_until = excluded.code_until, tries = 0;
  perform private.enqueue('sms.code', jsonb_build_object('user', me, 'code', code), 'sms.code:' || me);
end $$;
grant execute on function public.ask_phone_code(text) to authenticated;

-- False, not an error, for a wrong code: a refusal would take back the count of tries. After five the code is worth nothing.
create function public.confirm_phone(p_code text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
  mine public.profile_phones;
begin
  select * into mine from public.profile_phones p where p.user_id = me for update;
  if mine.code_hash is null or mine.code_until < now() or mine.tries >= 5 then return false; end if;
  if mine.code_hash <> private.hash_token(me || btrim(p_code)) then
    update public.profile_phones set tries = tries + 1 where user_id = me;
    return false;
  end if;
  update public.profile_phones set phone = pending_phone, confirmed_at = now(), pending_phone = null, code_hash = null, code_until = null, tries = 0
  where user_id = me;
  return true;
end $$;
grant execute on function public.confirm_phone(text) to authenticated;

create function public.remove_phone() returns void
language sql security definer set search_path = '' as $$
  delete from public.profile_phones p where p.user_id = private.active_user()
$$;
grant execute on function public.remove_phone() to authenticated;

-- The daily mail --------------------------------------------------------------------------------------

-- Today's seven o'clock where the person is.
create function private.digest_moment(p_user uuid, p_now timestamptz) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select (date_trunc('day', p_now at time zone z.zone) + interval '7 hours') at time zone z.zone from (select private.zone_of(p_user) as zone) z
$$;

-- What a daily mail would say: not mailed, not read, from before seven o'clock, and wished daily. What should have gone at
-- once and did not (the wish was changed meanwhile) comes along.
create function private.digest_rows(p_user uuid, p_now timestamptz) returns setof public.notifications
language sql stable security definer set search_path = '' as $$
  select n.* from public.notifications n, private.notice_wishes(n.user_id, n.notice_group) w
  where n.user_id = p_user and n.read_at is null and (n.mailed_at is null or n.mailed_at < n.created_at)
    and p_now >= private.digest_moment(p_user, p_now) and n.created_at < private.digest_moment(p_user, p_now)
    and n.created_at > p_now - interval '14 days'
    and (w.mail = 'daily' or (w.mail = 'now' and n.created_at < p_now - interval '1 hour'))
$$;

create function private.due_digests(p_now timestamptz default now()) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select u.user_id from (select distinct n.user_id from public.notifications n
    where n.read_at is null and (n.mailed_at is null or n.mailed_at < n.created_at) and n.created_at > p_now - interval '14 days') u
  where exists (select 1 from private.digest_rows(u.user_id, p_now))
$$;

-- Orders one person's mail and remembers what is in it, in one transaction: killed or run twice, it is sent once.
create function private.make_digest(p_user uuid, p_now timestamptz default now()) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  entry_limit constant integer := 30;
  person record;
  rows uuid[];
  entries jsonb;
begin
  -- Waits for another run of the same person, and then finds nothing.
  perform pg_advisory_xact_lock(hashtextextended('digest' || p_user, 0));
  select u.email, pr.locale into person from auth.users u join public.profiles pr on pr.user_id = u.id
  where u.id = p_user and pr.suspended_at is null;
  rows := array(select n.id from private.digest_rows(p_user, p_now) n order by n.created_at desc, n.id);
  if person.email is null or rows = '{}' then return false; end if;
  select jsonb_agg(jsonb_build_object('kind', n.kind, 'data', n.data || jsonb_build_object('times', n.count))
    order by n.created_at desc, n.id) into entries
  from public.notifications n where n.id = any (rows[1:entry_limit]);
  update public.notifications n set mailed_at = clock_timestamp() where n.id = any (rows);
  perform private.enqueue('mail.send', jsonb_build_object('to', person.email, 'template', 'digest', 'locale', person.locale,
    'data', jsonb_build_object('entries', entries, 'more', greatest(cardinality(rows) - entry_limit, 0)),
    'unsubscribe', jsonb_build_object('user', p_user, 'group', 'digest')));
  return true;
end $$;
