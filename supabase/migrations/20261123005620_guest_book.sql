-- The guest book: anybody writes, a curator decides what stands in it.

insert into private.notice_kinds (kind, notice_group, chatty, must) values ('guest_book_entry', 'cluster', true, false);

create function private.takes_entries(e public.exhibitions) returns boolean
language sql stable security definer set search_path = '' as $$
  select e.has_guest_book and private.exhibition_is_public(e) and private.exhibition_state(e) in ('open', 'closed')
$$;

-- p_id comes from the form or the kiosk: the same twice is one entry.
create function private.sign_guest_book(p_id uuid, p_exhibition uuid, p_name text, p_place text, p_text text, p_locale public.locale,
  p_kiosk uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
  old public.guest_book_entries;
  waiting integer;
begin
  if p_id is null then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  perform private.claim_id(p_id);
  select * into old from public.guest_book_entries g where g.id = p_id;
  if old.id is not null and old.exhibition_id <> p_exhibition then raise exception 'conflict' using errcode = 'PT409'; end if;
  if old.id is not null then return old.id; end if;
  select * into e from public.exhibitions x where x.id = p_exhibition;
  -- A kiosk may send what was written while the fair still stood.
  if e.id is null or not (private.takes_entries(e) or (p_kiosk is not null and e.has_guest_book and private.exhibition_is_public(e)
    and private.exhibition_state(e) = 'archived')) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  select count(*) into waiting from public.guest_book_entries g where g.exhibition_id = p_exhibition and g.state = 'waiting';
  -- More than anybody reads: a flood waits outside.
  if waiting >= 500 then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  insert into public.guest_book_entries (id, exhibition_id, name, place, text, locale, kiosk_id)
  values (p_id, p_exhibition, btrim(p_name), btrim(coalesce(p_place, '')), btrim(p_text), p_locale, p_kiosk);
  -- The first since all were read tells the curators; who comes to read it finds the others.
  if waiting = 0 then
    perform private.notify_curators(e.id, 'guest_book_entry',
      jsonb_build_object('exhibitionId', e.id, 'exhibitionSlug', e.slug, 'title', e.texts -> 'title' ->> e.source_locale::text));
  end if;
  return p_id;
end $$;
comment on function private.sign_guest_book is 'It waits until a curator shows it. The same id again changes nothing.';

create function public.sign_guest_book(p_id uuid, p_slug text, p_name text, p_place text, p_text text, p_locale public.locale) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  if auth.uid() is not null then
    perform private.require_active_user();
    if not public.take_rate_limit('guest book by ' || auth.uid(), 10, 3600) then raise exception 'rate_limited' using errcode = 'PT429'; end if;
  end if;
  return private.sign_guest_book(p_id, (select e.id from public.exhibitions e where e.slug = p_slug), p_name, p_place, p_text, p_locale);
end $$;
comment on function public.sign_guest_book is 'As private.sign_guest_book; who is signed in is not kept. The server calls it for a visitor, of whose address it has counted the budget.';
grant execute on function public.sign_guest_book(uuid, text, text, text, text, public.locale) to authenticated, service_role;

-- What is shown, newest first, keyset on (created_at, id).
create function public.guest_book(p_slug text, p_locale public.locale, p_key text default null, p_before timestamptz default null,
  p_before_id uuid default null, p_limit integer default 24) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null or not e.has_guest_book then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale), 'takes', private.takes_entries(e),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'place', s.place, 'text', s.text, 'locale', s.locale, 'at', s.created_at)
      order by s.created_at desc, s.id desc) from (
        select * from public.guest_book_entries g where g.exhibition_id = e.id and g.state = 'shown'
          and (p_before is null or (g.created_at, g.id) < (p_before, p_before_id))
        order by g.created_at desc, g.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'));
end $$;
comment on function public.guest_book is '{frame, takes, entries: [{id, name, place, text, locale, at}]}. Null when the caller may not look into the exhibition, or it has no guest book.';
grant execute on function public.guest_book(text, public.locale, text, timestamptz, uuid, integer) to anon, authenticated;

create function public.guest_book_desk(p_exhibition uuid, p_state text default 'waiting', p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 30) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'counts', (select jsonb_build_object('waiting', count(*) filter (where g.state = 'waiting'), 'shown', count(*) filter (where g.state = 'shown'),
      'hidden', count(*) filter (where g.state = 'hidden')) from public.guest_book_entries g where g.exhibition_id = p_exhibition),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'place', s.place, 'text', s.text, 'locale', s.locale, 'at', s.created_at,
        'state', s.state, 'kiosk', (select k.name from public.kiosks k where k.id = s.kiosk_id), 'moderatedAt', s.moderated_at,
        'moderatedBy', (select pr.display_name from public.profiles pr where pr.user_id = s.moderated_by)) order by s.created_at desc, s.id desc) from (
      select * from public.guest_book_entries g where g.exhibition_id = p_exhibition and g.state = p_state
        and (p_before is null or (g.created_at, g.id) < (p_before, p_before_id))
      order by g.created_at desc, g.id desc limit least(greatest(p_limit, 1), 100)) s), '[]'))
  from public.exhibitions e where e.id = p_exhibition and private.reads_exhibition(e)
$$;
comment on function public.guest_book_desk is '{counts: {waiting, shown, hidden}, entries}. For its curators; null for everybody else.';
grant execute on function public.guest_book_desk(uuid, text, timestamptz, uuid, integer) to authenticated;

create function public.moderate_guest_book(p_entry uuid, p_state text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  g public.guest_book_entries;
  e public.exhibitions;
begin
  perform private.require_active_user();
  select * into g from public.guest_book_entries x where x.id = p_entry for update;
  if g.id is null or not private.curates_exhibition(g.exhibition_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if p_state is null or p_state not in ('shown', 'hidden') then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if g.state = p_state then return; end if;
  -- In an archived exhibition too: what should never have stood there has to be taken away at any time.
  update public.guest_book_entries set state = p_state, moderated_by = auth.uid(), moderated_at = now() where id = p_entry;
  select * into strict e from public.exhibitions x where x.id = g.exhibition_id;
  perform private.record_exhibition(e, 'guest_book_' || p_state);
end $$;
comment on function public.moderate_guest_book is 'shown or hidden. The same again changes nothing.';
grant execute on function public.moderate_guest_book(uuid, text) to authenticated;
