-- What a paired device does. Its token (256 bits, made here, only its hash kept) is all it has to show: it acts for no person.

-- The kiosk of a token. A revoked one and a token that was replaced are not there.
create function private.kiosk_of(p_token text) returns public.kiosks
language plpgsql stable security definer set search_path = '' as $$
declare
  k public.kiosks;
begin
  select * into k from public.kiosks where token_hash = private.hash_token(p_token) and revoked_at is null;
  if k.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return k;
end $$;

create function public.pair_kiosk(p_code text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  k public.kiosks;
  token constant text := private.new_token();
begin
  select * into k from public.kiosks where pairing_hash = private.hash_token(lower(p_code)) and pairing_until > now() for update;
  if k.id is null then raise exception 'pairing_code_wrong' using errcode = 'PT404'; end if;
  update public.kiosks set token_hash = private.hash_token(token), paired_at = now(), last_seen_at = now(), pairing_hash = null, pairing_until = null,
    revoked_at = null, bundle = null, newest = null, waiting = 0 where id = k.id;
  return token;
end $$;
comment on function public.pair_kiosk is
  'The token, this once. A code works once and for fifteen minutes; the device that was paired before is no longer. Only our server calls it, behind its rate limit: seven signs could be guessed by who may try for ever.';
revoke execute on function public.pair_kiosk(text) from public;
grant execute on function public.pair_kiosk(text) to service_role;

-- The day's totals of a device. They are totals, not steps: told twice they stay the same, and a lost answer counts nothing twice.
create function private.keep_kiosk_counts(k public.kiosks, e public.exhibitions, p_counts jsonb) returns void
language sql security definer set search_path = '' as $$
  insert into public.daily_counts as d (day, exhibition_id, subject, subject_id, metric, channel, count)
  select c.day, e.id, t.target::text, t.target_id, c.metric, 'kiosk:' || k.id, max(least(c.count, 20000))
  from (select (x ->> 'day')::date as day, x ->> 'subject' as subject, x ->> 'id' as id, x ->> 'metric' as metric, (x ->> 'count')::bigint as count
    from jsonb_array_elements(case when jsonb_typeof(p_counts) = 'array' then p_counts else '[]' end) with ordinality as a (x, n) where a.n <= 600) c
  join private.code_targets(e.id) t on t.target::text = c.subject and t.target_id::text = c.id
  where c.metric in ('view', 'zoom', 'listen') and c.count > 0
    and c.day between (now() at time zone e.zone)::date - 2 and (now() at time zone e.zone)::date
  group by c.day, t.target, t.target_id, c.metric
  on conflict (exhibition_id, day, subject, subject_id, metric, channel) do update set count = greatest(d.count, excluded.count)
$$;

create function public.kiosk_heartbeat(p_token text, p_beat jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  k public.kiosks;
  e public.exhibitions;
begin
  update public.kiosks set last_seen_at = now(), bundle = left(p_beat ->> 'bundle', 80), newest = left(p_beat ->> 'newest', 80),
    waiting = least(greatest(coalesce((p_beat ->> 'waiting')::integer, 0), 0), 100000)
  where token_hash = private.hash_token(p_token) and revoked_at is null returning * into k;
  if k.id is null then return jsonb_build_object('revoked', true); end if;
  select * into strict e from public.exhibitions where id = k.exhibition_id;
  perform private.keep_kiosk_counts(k, e, p_beat -> 'counts');
  return jsonb_build_object('revoked', false, 'now', now(), 'today', (now() at time zone e.zone)::date, 'kiosk', k.id, 'name', k.name, 'start', k.start_path,
    'locale', k.locale, 'idleSeconds', k.idle_seconds, 'exhibition', e.id, 'languages', to_jsonb(e.languages));
end $$;
comment on function public.kiosk_heartbeat is
  'p_beat: {bundle, newest, waiting, counts: [{day, subject, id, metric, count}]}. counts are the device''s totals of a day: views, zooms and voices heard. {revoked: true} for a token that is none.';

-- Cards come in bursts after an hour without a network; a stolen token is stopped all the same.
create function private.spend_kiosk(k public.kiosks) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not public.take_rate_limit('kiosk ' || k.id, 400, 3600) then raise exception 'rate_limited' using errcode = 'PT429'; end if;
end $$;

create function public.leave_kiosk_card(p_token text, p_card jsonb, p_booths uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  k constant public.kiosks := private.kiosk_of(p_token);
begin
  if exists (select 1 from unnest(p_booths) b where not exists (select 1 from public.booths o where o.id = b and o.exhibition_id = k.exhibition_id)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform private.spend_kiosk(k);
  return private.leave_card(p_card, p_booths, k.id);
end $$;
comment on function public.leave_kiosk_card is 'As public.leave_card, at the booths of the kiosk''s own exhibition. The same id again is the same card.';

create function public.sign_kiosk_guest_book(p_token text, p_entry jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  k constant public.kiosks := private.kiosk_of(p_token);
begin
  perform private.spend_kiosk(k);
  return private.sign_guest_book((p_entry ->> 'id')::uuid, k.exhibition_id, p_entry ->> 'name', p_entry ->> 'place', p_entry ->> 'text',
    coalesce(nullif(p_entry ->> 'locale', ''), 'en')::public.locale, k.id);
end $$;
comment on function public.sign_kiosk_guest_book is 'p_entry: {id, name, place, text, locale}. It waits for the curators like every other; the same id again is the same entry.';

-- A device is nobody: whoever is signed in comes here without the session.
do $$
declare
  fn text;
begin
  foreach fn in array array['kiosk_heartbeat(text, jsonb)', 'leave_kiosk_card(text, jsonb, uuid[])', 'sign_kiosk_guest_book(text, jsonb)'] loop
    execute format('revoke execute on function public.%s from public', fn);
    execute format('grant execute on function public.%s to anon', fn);
  end loop;
end $$;
