-- Cards as a booth sees them. Before its yes nothing that leads to a person: initials, country, language, and the note without
-- addresses and numbers. With its yes contacts pass both ways; with a no nothing does.

insert into private.notice_kinds (kind, notice_group, chatty, must) values ('booth_card', 'messages', true, false);

-- Its members; where nobody signs in for it, the coordinators who keep it. Curators and operators see how many there are: it is to
-- the booth that the visitor gave the card. A suspended producer opens none.
create function private.opens_cards(b public.booths) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.producer_is_public(b.producer_id) and (private.is_producer_member(b.producer_id)
    or (private.coordinates_producer(b.producer_id) and not exists (select 1 from public.producer_members m where m.producer_id = b.producer_id)))
$$;

-- Addresses, numbers and links in a note are contacts too.
create function private.without_contact(p_text text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select regexp_replace(regexp_replace(regexp_replace(p_text, '\S*\s*@\s*\S+', '…', 'g'),
    '\m(https?://\S*|[[:alnum:]-]+(\.[[:alnum:]-]+)*\.[a-z]{2,}\M\S*)', '…', 'g'), '\+?[0-9](?:[\s().\-/]*[0-9]){5,}', '…', 'g')
$$;

create function private.initials(p_name text) returns text
language sql immutable strict parallel safe set search_path = '' as $$
  select coalesce(string_agg(upper(left(w.word, 1)) || '.', ' ' order by w.n), '')
  from regexp_split_to_table(btrim(p_name), '\s+') with ordinality w (word, n) where w.n <= 2
$$;

-- The one place where a card is drawn for a booth.
create function private.card_at_booth(c public.visitor_cards, k public.card_booths) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'at', c.created_at, 'country', c.country, 'locale', c.locale, 'isFromKiosk', c.kiosk_id is not null,
      'initials', private.initials(c.name), 'answer', coalesce(k.answer, 'waiting'), 'answeredAt', k.answered_at, 'retainedUntil', c.retained_until)
    || case when k.answer is not distinct from 'shared'
      then jsonb_build_object('name', c.name, 'company', c.company, 'email', c.email, 'phone', c.phone, 'note', c.note, 'followedUpAt', k.followed_up_at)
      else jsonb_build_object('note', private.without_contact(c.note)) end
$$;
comment on function private.card_at_booth is
  '{id, at, country, locale, isFromKiosk, initials, answer: waiting, shared or declined, answeredAt, retainedUntil, note}; shared also {name, company, email, phone, followedUpAt}.';

create function private.booth_card_counts(p_booth uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('waiting', count(*) filter (where k.answer is null), 'shared', count(*) filter (where k.answer = 'shared'),
    'declined', count(*) filter (where k.answer = 'declined'))
  from public.card_booths k join public.visitor_cards c on c.id = k.card_id where k.booth_id = p_booth and c.retained_until >= current_date
$$;

-- Newest first, keyset on (created_at, id).
create function public.booth_cards(p_booth uuid, p_answer text default 'waiting', p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  b public.booths;
begin
  select * into b from public.booths x where x.id = p_booth;
  if b.id is null or not private.can_edit_producer(b.producer_id) then return null; end if;
  if not private.opens_cards(b) then
    return jsonb_build_object('opens', false, 'counts', private.booth_card_counts(b.id), 'contact', null, 'cards', '[]'::jsonb);
  end if;
  return jsonb_build_object('opens', true, 'counts', private.booth_card_counts(b.id), 'contact', private.booth_contact(b.producer_id),
    'cards', coalesce((select jsonb_agg(private.card_at_booth(s.c, s.k) order by (s.c).created_at desc, (s.c).id desc) from (
      select c, k from public.card_booths k join public.visitor_cards c on c.id = k.card_id
      where k.booth_id = b.id and coalesce(k.answer, 'waiting') = p_answer and c.retained_until >= current_date
        and (p_before is null or (c.created_at, c.id) < (p_before, p_before_id))
      order by c.created_at desc, c.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
comment on function public.booth_cards is
  '{opens, counts: {waiting, shared, declined}, contact: what a visitor would get, or null, cards: as private.card_at_booth gives them}. opens false: the caller works for the producer but is none of those to whom cards are given; there are the counts alone. Null for a stranger.';
grant execute on function public.booth_cards(uuid, text, timestamptz, uuid, integer) to authenticated;

-- For every write at a card: locks booth, card and what the booth said of it, in this order.
create function private.require_card(p_booth uuid, p_card uuid) returns public.card_booths
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_booth(p_booth);
  k public.card_booths;
begin
  if not private.opens_cards(b) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  perform 1 from public.visitor_cards c where c.id = p_card and c.retained_until >= current_date for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into k from public.card_booths x where x.card_id = p_card and x.booth_id = p_booth for update;
  if k.card_id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return k;
end $$;
comment on function private.require_card is 'not_found also for a card that its visitor took back, or that was never left at this booth.';

-- What a mail from a booth to a visitor carries besides its words.
create function private.card_mail_facts(p_card uuid, p_booth uuid) returns jsonb
language sql volatile security definer set search_path = '' as $$
  select jsonb_build_object('cardId', c.id, 'key', private.new_card_key(c.id), 'until', c.retained_until, 'producer', p.name,
    'booth', private.booth_title(b, c.locale, e.source_locale) ->> 'text', 'contact', private.booth_contact(p.id),
    'exhibition', private.text_in(e.texts, 'title', c.locale, e.source_locale) ->> 'text')
  from public.visitor_cards c join public.exhibitions e on e.id = c.exhibition_id join public.booths b on b.id = p_booth join public.producers p on p.id = b.producer_id
  where c.id = p_card
$$;

create function private.record_card(p_booth uuid, p_action text, p_data jsonb default '{}') returns void
language sql security definer set search_path = '' as $$
  select private.record_exhibition(e, p_action, null, b.producer_id, p_data) from public.booths b join public.exhibitions e on e.id = b.exhibition_id where b.id = p_booth
$$;
comment on function private.record_card is 'Who answered, where, and what; never which card.';

create function public.answer_card(p_booth uuid, p_card uuid, p_yes boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  k public.card_booths := private.require_card(p_booth, p_card);
  said constant text := case when p_yes then 'shared' when not p_yes then 'declined' end;
  visitor record;
begin
  if said is null then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if k.answer = said then return; end if;
  if k.answer = 'shared' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if p_yes and private.booth_contact((select b.producer_id from public.booths b where b.id = p_booth)) is null then
    raise exception 'booth_contact_missing' using errcode = 'PT409';
  end if;
  update public.card_booths set answer = said, answered_at = now(), answered_by = auth.uid() where card_id = p_card and booth_id = p_booth;
  perform private.record_card(p_booth, 'card_answered', jsonb_build_object('answer', said));
  select c.email, c.locale into visitor from public.visitor_cards c where c.id = p_card;
  if p_yes and visitor.email is not null then
    perform public.enqueue_mail(visitor.email, 'card_shared', visitor.locale, private.card_mail_facts(p_card, p_booth));
  end if;
end $$;
comment on function public.answer_card is
  'yes: contacts pass both ways, and the visitor is mailed the booth''s. A no can become a yes; a yes stays, because what passed has passed. The same again changes nothing.';
grant execute on function public.answer_card(uuid, uuid, boolean) to authenticated;

create function public.follow_up_card(p_booth uuid, p_card uuid, p_message text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  k public.card_booths := private.require_card(p_booth, p_card);
  words constant text := btrim(coalesce(p_message, ''));
  visitor record;
  facts jsonb;
begin
  if length(words) not between 10 and 4000 then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  select c.email, c.locale into visitor from public.visitor_cards c where c.id = p_card;
  if k.answer is distinct from 'shared' or visitor.email is null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if k.followed_up_at is not null then raise exception 'already_done' using errcode = 'PT409'; end if;
  if not public.take_rate_limit('follow-up of ' || p_booth, 120, 3600) then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  facts := private.card_mail_facts(p_card, p_booth);
  -- The visitor has to be able to answer.
  if facts -> 'contact' ->> 'email' is null then raise exception 'booth_contact_missing' using errcode = 'PT409'; end if;
  update public.card_booths set followed_up_at = now() where card_id = p_card and booth_id = p_booth;
  perform private.record_card(p_booth, 'card_followed_up');
  perform private.enqueue('mail.send', jsonb_build_object('to', visitor.email, 'template', 'card_follow_up', 'locale', visitor.locale,
    'from', facts ->> 'producer', 'replyTo', facts -> 'contact' ->> 'email', 'data', facts || jsonb_build_object('message', words)));
end $$;
comment on function public.follow_up_card is 'One mail from a booth to a shared card with an e-mail address, from 10 to 4000 characters; already_done for a second.';
grant execute on function public.follow_up_card(uuid, uuid, text) to authenticated;

-- The shared cards, newest first, at most 5000; null for whoever opens no cards here.
create function public.booth_leads(p_booth uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('booth', b.slug, 'exhibition', e.texts -> 'title' ->> e.source_locale::text,
    'leads', coalesce((select jsonb_agg(s.card order by s.at desc, s.id desc) from (
      select private.card_at_booth(c, k) as card, c.created_at as at, c.id from public.card_booths k join public.visitor_cards c on c.id = k.card_id
      where k.booth_id = b.id and k.answer = 'shared' and c.retained_until >= current_date order by c.created_at desc, c.id desc limit 5000) s), '[]'))
  from public.booths b join public.exhibitions e on e.id = b.exhibition_id where b.id = p_booth and private.opens_cards(b)
$$;
grant execute on function public.booth_leads(uuid) to authenticated;
