-- A producer answers the offer of a booth, submits it, and takes it back to change it. Who approves or hands back: migration 5130.
-- What is written while curators look, or after they approved, is refused: it is taken back first, and then it is not public
-- until it was approved again.

create function private.booth_event(b public.booths, p_action text, p_reason text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions;
begin
  select * into e from public.exhibitions where id = b.exhibition_id;
  perform private.record_exhibition(e, p_action, p_reason, b.producer_id);
end $$;

-- For everything that is written into a booth: the producer has said yes, and nobody looks at it or approved it. Locks the exhibition
-- and the booth.
create function private.require_open_booth(p_booth uuid) returns public.booths
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths;
begin
  -- In the order of the curators' writes, so that neither waits for the other.
  perform 1 from public.exhibitions e
  where e.id = (select x.exhibition_id from public.booths x where x.id = p_booth and private.can_edit_producer(x.producer_id)) for update;
  b := private.require_booth(p_booth);
  perform private.refuse_suspended(b.producer_id);
  if b.state <> 'accepted' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  return b;
end $$;

create function public.accept_booth(p_booth uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_booth(p_booth);
begin
  perform private.refuse_suspended(b.producer_id);
  if b.state in ('accepted', 'submitted', 'approved') then return; end if;
  if b.state <> 'offered' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.booths set state = 'accepted', answered_at = now(), note = '' where id = p_booth;
  perform private.booth_event(b, 'booth_accepted');
end $$;
grant execute on function public.accept_booth(uuid) to authenticated;

create function public.decline_booth(p_booth uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_booth(p_booth);
  words text := private.require_reason(p_reason);
begin
  if b.state = 'declined' then return; end if;
  update public.booths set state = 'declined', answered_at = coalesce(answered_at, now()), approved_at = null, note = left(words, 2000) where id = p_booth;
  perform private.booth_event(b, 'booth_declined', words);
end $$;
comment on function public.decline_booth is 'The offer, or a booth that was accepted: it is public no more. What was written stays, should curators offer it again.';
grant execute on function public.decline_booth(uuid, text) to authenticated;

-- The longest label in any language of the exhibition; null when there is none.
create function private.label_length(p_texts jsonb, p_languages public.locale[]) returns integer
language sql immutable set search_path = '' as $$
  select max(length(t.value)) from jsonb_each_text(coalesce(p_texts -> 'label', '{}')) t where t.key = any (p_languages::text[])
$$;

-- The same rule as the blocking findings of src/domain/exhibitions/booth-checklist.ts.
create function private.booth_is_ready(b public.booths) returns boolean
language sql stable security definer set search_path = '' as $$
  with e as (select * from public.exhibitions where id = b.exhibition_id),
  t as (select * from private.booth_template(b.exhibition_id)),
  seen as (select x.* from public.exhibits x where x.booth_id = b.id and (x.product_id is null or private.product_is_public(x.product_id))),
  pictures as (select b.media_id where b.media_id is not null
    union all select m.media_id from public.exhibit_media m join seen x on x.id = m.exhibit_id where x.product_id is null)
  select exists (select 1 from seen) and (select count(*) from seen) <= (select t.objects from t)
    and not exists (select 1 from seen x, e, t where coalesce(private.label_length(x.texts, e.languages), 0) not between 1 and t.label_length)
    and not exists (select 1 from seen x where x.product_id is null and not exists (select 1 from public.exhibit_media m where m.exhibit_id = x.id))
    and not exists (select 1 from pictures p join public.media m on m.id = p.media_id
      where m.state <> 'ready' or not exists (select 1 from public.media_alts a where a.media_id = m.id))
$$;

create function public.submit_booth(p_booth uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_booth(p_booth);
begin
  -- Sent twice: the curators have it.
  if b.state in ('submitted', 'approved') then return; end if;
  b := private.require_open_booth(p_booth);
  if not private.booth_is_ready(b) then raise exception 'booth_not_ready' using errcode = 'PT409'; end if;
  update public.booths set state = 'submitted' where id = p_booth;
  perform private.booth_event(b, 'booth_submitted');
end $$;
comment on function public.submit_booth is 'Refused with booth_not_ready while something of its list is missing. The trigger of migration 5130 tells the curators.';
grant execute on function public.submit_booth(uuid) to authenticated;

create function public.reopen_booth(p_booth uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_booth(p_booth);
begin
  perform private.refuse_suspended(b.producer_id);
  if b.state = 'accepted' then return; end if;
  if b.state not in ('submitted', 'approved') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.booths set state = 'accepted', approved_at = null, note = '' where id = p_booth;
  perform private.booth_event(b, 'booth_reopened');
end $$;
comment on function public.reopen_booth is 'Taken back to be changed: not public until it is submitted and approved again.';
grant execute on function public.reopen_booth(uuid) to authenticated;
