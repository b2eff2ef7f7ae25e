-- A visitor's card: left at booths of one exhibition, read and taken back by whoever left it, gone by itself. What a booth sees of
-- it before and after its yes is of the next migration.

-- Kept so that a card that comes a second time, from a kiosk that was long without a network, is not there again after its visitor
-- took it back. An id made on a device says nothing about anybody.
create table private.gone_cards (
  id uuid primary key,
  gone_at timestamptz not null default now()
);
create index gone_cards_age on private.gone_cards (gone_at);
alter table private.gone_cards enable row level security;

create function private.remember_gone_card() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.gone_cards (id) values (old.id) on conflict do nothing;
  return null;
end $$;
create trigger visitor_cards_gone after delete on public.visitor_cards for each row execute function private.remember_gone_card();

-- The last day on which a card that is left now is kept: half a year after the closing, or after today once it is closed.
create function private.card_retention(e public.exhibitions) returns date
language sql stable set search_path = '' as $$
  select ((greatest(e.closes_at, now()) + interval '180 days') at time zone e.zone)::date
$$;
comment on function private.card_retention is 'The same number of days as RETENTION_DAYS.visitorCard in src/domain/retention.ts.';

-- Also after the closing: a visitor who comes late still reaches the makers.
create function private.takes_cards(e public.exhibitions) returns boolean
language sql stable security definer set search_path = '' as $$
  select e.has_cards and private.exhibition_is_public(e) and private.exhibition_state(e) in ('open', 'closed')
$$;

-- The form: which booths there are, until when the card is kept, and what is known of who is signed in.
create function public.card_page(p_slug text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null or not e.has_cards then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'takes', private.takes_cards(e), 'retainedUntil', private.card_retention(e),
    'halls', (select coalesce(jsonb_agg(jsonb_build_object('slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, e.source_locale),
        'booths', x.booths) order by h.position), '[]')
      from public.halls h cross join lateral (
        select jsonb_agg(jsonb_build_object('id', b.id, 'slug', b.slug, 'title', private.booth_title(b, p_locale, e.source_locale),
          'place', p.place, 'country', p.country) order by b.position, b.id) as booths
        from private.hall_booths(h.id) b join public.producers p on p.id = b.producer_id) x
      where h.exhibition_id = e.id and x.booths is not null),
    'me', (select jsonb_build_object('name', coalesce(pr.display_name, ''), 'email', u.email, 'company', coalesce((select k.name from public.buyer_members m
        join public.buyers k on k.id = m.buyer_id where m.user_id = u.id order by m.created_at limit 1), ''))
      from auth.users u join public.profiles pr on pr.user_id = u.id where u.id = auth.uid()));
end $$;
comment on function public.card_page is
  '{frame, takes, retainedUntil: date, halls: [{slug, title, booths: [{id, slug, title, place, country}]}], me: {name, email, company} of who is signed in, or null}. takes: false before the opening and once it is archived. Null when the caller may not look into it, or it takes no cards at all.';
grant execute on function public.card_page(text, public.locale, text) to anon, authenticated;

-- What a device sends, tidied. Refuses what lacks a name, a way to answer, or the sentence that was agreed to.
create function private.card_of(p_card jsonb) returns public.visitor_cards
language plpgsql stable set search_path = '' as $$
declare
  c public.visitor_cards;
begin
  c.id := (p_card ->> 'id')::uuid;
  c.name := btrim(p_card ->> 'name');
  c.company := btrim(coalesce(p_card ->> 'company', ''));
  c.email := nullif(lower(btrim(p_card ->> 'email')), '');
  c.phone := nullif(regexp_replace(coalesce(p_card ->> 'phone', ''), '[\s().-]', '', 'g'), '');
  c.country := nullif(p_card ->> 'country', '');
  c.note := btrim(coalesce(p_card ->> 'note', ''));
  c.locale := coalesce(nullif(p_card ->> 'locale', ''), 'en')::public.locale;
  c.consent_text := btrim(p_card ->> 'consent');
  c.consented_at := coalesce((p_card ->> 'consentedAt')::timestamptz, now());
  if c.id is null or coalesce(p_card ->> 'key', '') !~ '^[A-Za-z0-9_-]{32,100}$' or c.consent_text is null then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if coalesce(c.name, '') = '' then raise exception 'required' using errcode = 'PT400'; end if;
  if c.email is null and c.phone is null then raise exception 'email_or_phone' using errcode = 'PT400'; end if;
  c.key_hash := private.hash_token(p_card ->> 'key');
  return c;
end $$;

-- The booths among those asked for that visitors can go to.
create function private.booths_of_card(p_exhibition uuid, p_booths uuid[]) returns setof public.booths
language sql stable security definer set search_path = '' as $$
  select b.* from public.booths b where b.id = any (p_booths) and b.exhibition_id = p_exhibition and private.booth_shows(b) order by b.producer_id
$$;

-- Of a kiosk its own; else that of the first booth.
create function private.exhibition_of_card(p_booths uuid[], p_kiosk uuid) returns public.exhibitions
language sql stable security definer set search_path = '' as $$
  select e from public.exhibitions e where private.exhibition_is_public(e) and e.has_cards
    and (private.takes_cards(e) or (p_kiosk is not null and private.exhibition_state(e) = 'archived'))
    and e.id = case when p_kiosk is null
      then (select b.exhibition_id from unnest(p_booths) with ordinality u (id, n) join public.booths b on b.id = u.id order by u.n limit 1)
      else (select k.exhibition_id from public.kiosks k where k.id = p_kiosk) end
$$;

create function private.leave_card(p_card jsonb, p_booths uuid[], p_kiosk uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.visitor_cards := private.card_of(p_card);
  old public.visitor_cards;
  e public.exhibitions;
begin
  perform private.claim_id(c.id);
  select * into old from public.visitor_cards x where x.id = c.id;
  if old.id is not null and old.key_hash <> c.key_hash then raise exception 'conflict' using errcode = 'PT409'; end if;
  if old.id is not null then return jsonb_build_object('id', old.id, 'retainedUntil', old.retained_until); end if;
  if exists (select 1 from private.gone_cards g where g.id = c.id) then return jsonb_build_object('id', c.id, 'retainedUntil', null); end if;
  if coalesce(cardinality(p_booths), 0) = 0 then raise exception 'no_booth_chosen' using errcode = 'PT400'; end if;
  if cardinality(p_booths) > 60 then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  e := private.exhibition_of_card(p_booths, p_kiosk);
  if e.id is null or not exists (select 1 from private.booths_of_card(e.id, p_booths)) then raise exception 'not_found' using errcode = 'PT404'; end if;
  c.exhibition_id := e.id;
  c.kiosk_id := p_kiosk;
  c.user_id := case when p_kiosk is null then auth.uid() end;
  -- Only a kiosk may have been without a network meanwhile; a device's clock is not believed further than that.
  c.consented_at := case when p_kiosk is null then now() else least(now(), greatest(c.consented_at, now() - interval '30 days')) end;
  c.retained_until := private.card_retention(e);
  c.token_hashes := '{}';
  c.created_at := now();
  insert into public.visitor_cards select c.*;
  insert into public.card_booths (card_id, booth_id) select c.id, b.id from private.booths_of_card(e.id, p_booths) b;
  perform private.tell_of_card(c, e, p_card ->> 'key');
  return jsonb_build_object('id', c.id, 'retainedUntil', c.retained_until);
end $$;
comment on function private.leave_card is
  '{id, retainedUntil: date, or null for a card that was taken back meanwhile}. p_card: {id, key, name, company, email, phone, country, note, locale, consent: the sentence shown, consentedAt}; id and key are made on the device, and the same id with the same key again changes nothing. Booths that are no longer there are left out; not_found when none is.';

-- The visitor gets the way back to the card, each booth a word that there is one, and the day its count.
create function private.tell_of_card(c public.visitor_cards, e public.exhibitions, p_key text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths;
  channel constant text := case when c.kiosk_id is null then 'web' else 'kiosk:' || c.kiosk_id end;
begin
  for b in select x.* from public.booths x join public.card_booths k on k.booth_id = x.id where k.card_id = c.id order by x.producer_id loop
    perform private.notify_producer(b.producer_id, 'booth_card', private.booth_facts(b));
    perform private.count_daily(e.id, 'booth', b.id, 'card', channel);
  end loop;
  perform private.count_daily(e.id, 'exhibition', e.id, 'card', channel);
  if c.email is null then return; end if;
  -- Anybody can type anybody's address: a day has few of these mails for one, and they repeat nothing that was typed.
  if not public.take_rate_limit('card mail ' || c.email, 6, 86400) then
    if c.kiosk_id is null then raise exception 'rate_limited' using errcode = 'PT429'; end if;
    return;
  end if;
  perform public.enqueue_mail(c.email, 'card_left', c.locale, jsonb_build_object('cardId', c.id, 'key', p_key, 'until', c.retained_until,
    'exhibition', private.text_in(e.texts, 'title', c.locale, e.source_locale) ->> 'text',
    'booths', (select jsonb_agg(private.booth_title(x, c.locale, e.source_locale) ->> 'text' order by x.position, x.id)
      from public.booths x join public.card_booths k on k.booth_id = x.id where k.card_id = c.id)));
end $$;

create function public.leave_card(p_card jsonb, p_booths uuid[]) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() is not null then
    perform private.require_active_user();
    if not public.take_rate_limit('card by ' || auth.uid(), 20, 3600) then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  end if;
  return private.leave_card(p_card, p_booths);
end $$;
comment on function public.leave_card is 'As private.leave_card. By whoever is signed in, or by the server for a visitor, of whose address it has counted the budget.';
grant execute on function public.leave_card(jsonb, uuid[]) to authenticated, service_role;

-- The visitor's own view ---------------------------------------------------------------------------

-- By the key from the form or from one of the mails, or by the account that left it.
create function private.own_card(p_card uuid, p_key text) returns public.visitor_cards
language sql stable security definer set search_path = '' as $$
  select c from public.visitor_cards c where c.id = p_card and c.retained_until >= current_date
    and (c.key_hash = private.hash_token(p_key) or private.hash_token(p_key) = any (c.token_hashes) or c.user_id = auth.uid())
$$;

-- Another key for a mail that goes out now, because only hashes are kept; the ten newest open the card.
create function private.new_card_key(p_card uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  key constant text := private.new_token();
begin
  update public.visitor_cards set token_hashes = (private.hash_token(key) || token_hashes)[1:10] where id = p_card;
  return key;
end $$;

create function private.booth_contact(p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('email', c.email, 'phone', c.phone, 'whatsapp', c.whatsapp)
  from public.producer_contacts c where c.producer_id = p_producer and num_nonnulls(c.email, c.phone, c.whatsapp) > 0
$$;

-- A no looks like no answer yet: with it nothing passes, not even that somebody looked.
create function public.read_card(p_card uuid, p_key text, p_locale public.locale) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  c public.visitor_cards := private.own_card(p_card, p_key);
  e public.exhibitions;
begin
  if c.id is null then return null; end if;
  select * into strict e from public.exhibitions where id = c.exhibition_id;
  return jsonb_build_object('id', c.id, 'frame', private.exhibition_announced(e, p_locale), 'isPublic', private.exhibition_is_public(e),
    'name', c.name, 'company', c.company, 'email', c.email, 'phone', c.phone, 'country', c.country, 'note', c.note,
    'at', c.created_at, 'retainedUntil', c.retained_until, 'consent', c.consent_text, 'consentedAt', c.consented_at,
    'booths', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'title', private.booth_title(b, p_locale, e.source_locale),
        'slug', case when private.booth_shows(b) and private.exhibition_is_readable(e.id) then b.slug end, 'place', p.place, 'country', p.country,
        'sharedAt', case when k.answer = 'shared' then k.answered_at end, 'followedUpAt', k.followed_up_at,
        'contact', case when k.answer = 'shared' and p.state = 'active' then private.booth_contact(p.id) end) order by k.answer = 'shared' desc nulls last, b.position, b.id), '[]')
      from public.card_booths k join public.booths b on b.id = k.booth_id join public.producers p on p.id = b.producer_id where k.card_id = c.id));
end $$;
comment on function public.read_card is
  '{id, frame, isPublic, name, company, email, phone, country, note, at, retainedUntil, consent, consentedAt, booths: [{id, title, slug: null when it is no longer there, place, country, sharedAt, followedUpAt, contact: {email, phone, whatsapp} once it was shared, else null}]}. Null for a wrong key as for no card.';
grant execute on function public.read_card(uuid, text, public.locale) to anon, authenticated;

create function public.take_back_card(p_card uuid, p_key text, p_booth uuid default null) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  c public.visitor_cards := private.own_card(p_card, p_key);
begin
  if c.id is null and exists (select 1 from private.gone_cards g where g.id = p_card) then return true; end if;
  if c.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform 1 from public.visitor_cards x where x.id = c.id for update;
  delete from public.card_booths k where k.card_id = c.id and (p_booth is null or k.booth_id = p_booth);
  delete from public.visitor_cards x where x.id = c.id and not exists (select 1 from public.card_booths k where k.card_id = c.id);
  return found;
end $$;
comment on function public.take_back_card is 'From one booth, or altogether; whether the card is gone. It goes with the last booth. Again changes nothing.';
grant execute on function public.take_back_card(uuid, text, uuid) to anon, authenticated;

-- A person's own cards, for the file of all their data.
create function private.export_cards(p_user uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce((select jsonb_agg(to_jsonb(c) - '{id,exhibition_id,kiosk_id,user_id,key_hash,token_hashes}'::text[] || jsonb_build_object(
      'exhibition', (select e.texts -> 'title' ->> e.source_locale::text from public.exhibitions e where e.id = c.exhibition_id),
      'booths', (select jsonb_agg(jsonb_build_object('booth', p.name, 'shared', k.answer is not distinct from 'shared', 'followedUpAt', k.followed_up_at) order by p.name)
        from public.card_booths k join public.booths b on b.id = k.booth_id join public.producers p on p.id = b.producer_id where k.card_id = c.id)) order by c.created_at)
    from public.visitor_cards c where c.user_id = p_user), '[]')
$$;
