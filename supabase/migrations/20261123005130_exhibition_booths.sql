-- Booths on the curators' side: offered to producers, moved, withdrawn, approved or handed back. The producer's side is of a later migration.

insert into private.notice_kinds (kind, notice_group, chatty, must) values
  ('booth_offered', 'cluster', false, false),
  ('booth_withdrawn', 'cluster', false, false),
  ('booth_approved', 'cluster', false, false),
  ('booth_handed_back', 'cluster', false, false),
  ('booth_answered', 'cluster', true, false),
  ('booth_submitted', 'cluster', true, false);

create function private.booth_facts(b public.booths) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('exhibitionId', e.id, 'exhibitionSlug', e.slug, 'boothId', b.id, 'title', e.texts -> 'title' ->> e.source_locale::text)
  from public.exhibitions e where e.id = b.exhibition_id
$$;

create function private.notify_curators(p_exhibition uuid, p_kind text, p_data jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  host uuid := (select e.cluster_id from public.exhibitions e where e.id = p_exhibition);
begin
  if host is null then perform private.notify_operators(p_kind, p_data);
  else perform private.notify_coordinators(host, p_kind, p_data); end if;
end $$;
comment on function private.notify_curators is 'The coordinators of its cluster, or the operators when it has none. data: as private.booth_facts gives it, and the producer''s name.';

-- However a booth comes into these states, its curators hear of it.
create function private.tell_curators() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.notify_curators(new.exhibition_id, case new.state when 'submitted' then 'booth_submitted' else 'booth_answered' end,
    private.booth_facts(new) || jsonb_build_object('answer', new.state, 'producer', (select p.name from public.producers p where p.id = new.producer_id)));
  return null;
end $$;
create trigger booths_submitted after update of state on public.booths for each row
  when (old.state <> new.state and (new.state in ('submitted', 'declined') or (new.state = 'accepted' and old.state = 'offered')))
  execute function private.tell_curators();

create function private.curated_booth(p_booth uuid) returns public.booths
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths;
begin
  select * into b from public.booths where id = p_booth;
  if b.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.require_curator(b.exhibition_id);
  select * into b from public.booths where id = p_booth for update;
  if b.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  return b;
end $$;

create function private.offer_booth(e public.exhibitions, p_hall uuid, p_producer uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths;
  who public.producers;
begin
  select * into who from public.producers where id = p_producer and state = 'active';
  if who.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  -- Asked twice, it has its booth.
  select * into b from public.booths where exhibition_id = e.id and producer_id = p_producer;
  if b.id is not null then return b.id; end if;
  insert into public.booths (exhibition_id, hall_id, position, producer_id, slug)
  select e.id, p_hall, coalesce(max(x.position) + 1, 0), p_producer, private.free_slug_in(who.name, 'public.booths', e.id)
  from public.booths x where x.hall_id = p_hall
  returning * into b;
  perform private.notify_producer(p_producer, 'booth_offered', private.booth_facts(b));
  return b.id;
end $$;

create function public.offer_booths(p_exhibition uuid, p_hall uuid, p_producers uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  before integer := (select count(*) from public.booths b where b.exhibition_id = p_exhibition);
  made integer;
begin
  if coalesce(cardinality(p_producers), 0) = 0 then raise exception 'no_producer_chosen' using errcode = 'PT400'; end if;
  if cardinality(p_producers) > 100 or before + cardinality(p_producers) > 300 then raise exception 'too_many_producers' using errcode = 'PT400'; end if;
  if not exists (select 1 from public.halls h where h.id = p_hall and h.exhibition_id = p_exhibition) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.offer_booth(e, p_hall, p) from (select distinct u as p from unnest(p_producers) u order by u) x;
  select count(*) - before into made from public.booths b where b.exhibition_id = p_exhibition;
  if made > 0 then perform private.record_exhibition(e, 'booths_offered', p_data => jsonb_build_object('count', made)); end if;
  return made;
end $$;
comment on function public.offer_booths is 'Active producers of any cluster; each is told. Answers how many booths are new: a producer has one in an exhibition.';
grant execute on function public.offer_booths(uuid, uuid, uuid[]) to authenticated;

-- After a no, or in words of its own.
create function public.offer_booth_again(p_booth uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.curated_booth(p_booth);
  e public.exhibitions;
begin
  if b.state = 'offered' then return; end if;
  if b.state <> 'declined' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.booths set state = 'offered', answered_at = null, offered_at = now(), note = '' where id = p_booth;
  perform private.notify_producer(b.producer_id, 'booth_offered', private.booth_facts(b));
  select * into e from public.exhibitions where id = b.exhibition_id;
  perform private.record_exhibition(e, 'booths_offered', null, b.producer_id, '{"count": 1}');
end $$;
grant execute on function public.offer_booth_again(uuid) to authenticated;

create function public.move_booth(p_booth uuid, p_hall uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.curated_booth(p_booth);
  e public.exhibitions;
begin
  if not exists (select 1 from public.halls h where h.id = p_hall and h.exhibition_id = b.exhibition_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if b.hall_id = p_hall then return; end if;
  update public.booths set hall_id = p_hall,
    position = (select coalesce(max(x.position) + 1, 0) from public.booths x where x.hall_id = p_hall) where id = p_booth;
  update public.exhibits set hall_id = p_hall where booth_id = p_booth;
  select * into e from public.exhibitions where id = b.exhibition_id;
  perform private.record_exhibition(e, 'booth_moved', null, b.producer_id);
end $$;
comment on function public.move_booth is 'To the end of another hall, with everything in it.';
grant execute on function public.move_booth(uuid, uuid) to authenticated;

-- Whoever had begun to furnish it is told why. A booth at which visitors left cards stays: it can be handed back.
create function public.withdraw_booth(p_booth uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.curated_booth(p_booth);
  e public.exhibitions;
begin
  if b.state <> 'declined' then perform private.require_reason(p_reason); end if;
  if exists (select 1 from public.card_booths c where c.booth_id = p_booth)
    or exists (select 1 from public.meetings m join public.meeting_slots s on s.id = m.slot_id where s.booth_id = p_booth and m.cancelled_at is null) then
    raise exception 'booth_has_visitors' using errcode = 'PT409';
  end if;
  select * into e from public.exhibitions where id = b.exhibition_id;
  if b.state <> 'declined' then
    perform private.notify_producer(b.producer_id, 'booth_withdrawn', private.booth_facts(b) || jsonb_build_object('reason', btrim(p_reason)));
  end if;
  delete from public.booths where id = p_booth;
  perform private.record_exhibition(e, 'booth_withdrawn', p_reason, b.producer_id);
end $$;
grant execute on function public.withdraw_booth(uuid, text) to authenticated;

create function public.approve_booth(p_booth uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.curated_booth(p_booth);
  e public.exhibitions;
begin
  if b.state = 'approved' then return; end if;
  if b.state <> 'submitted' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.booths set state = 'approved', approved_at = now(), note = '' where id = p_booth;
  perform private.notify_producer(b.producer_id, 'booth_approved', private.booth_facts(b));
  select * into e from public.exhibitions where id = b.exhibition_id;
  perform private.record_exhibition(e, 'booth_approved', null, b.producer_id);
end $$;
grant execute on function public.approve_booth(uuid) to authenticated;

create function public.hand_back_booth(p_booth uuid, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.curated_booth(p_booth);
  e public.exhibitions;
  words text := private.require_reason(p_note);
begin
  if b.state not in ('submitted', 'approved') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.booths set state = 'accepted', approved_at = null, note = words where id = p_booth;
  perform private.notify_producer(b.producer_id, 'booth_handed_back', private.booth_facts(b) || jsonb_build_object('reason', words));
  select * into e from public.exhibitions where id = b.exhibition_id;
  perform private.record_exhibition(e, 'booth_handed_back', words, b.producer_id);
end $$;
comment on function public.hand_back_booth is 'It is no longer public until it is submitted and approved again; the note says what to better.';
grant execute on function public.hand_back_booth(uuid, text) to authenticated;

-- Whom to offer a booth: the members of the exhibition's cluster, another cluster's, or a name.
create function public.producers_to_invite(p_exhibition uuid, p_query text default '', p_cluster uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  host uuid;
begin
  if not private.curates_exhibition(p_exhibition) then return null; end if;
  select e.cluster_id into host from public.exhibitions e where e.id = p_exhibition;
  return jsonb_build_object(
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.id = host desc, k.name)
      from public.clusters k where k.state = 'active'), '[]'),
    'producers', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place, 'country', p.country,
        'products', (select count(*) from public.products x where x.producer_id = p.id and x.state = 'published')) order by p.name, p.id)
      from (select * from public.producers p where p.state = 'active'
        and not exists (select 1 from public.booths b where b.exhibition_id = p_exhibition and b.producer_id = p.id)
        and (case when btrim(p_query) <> '' then strpos(private.fold(p.name), private.fold(btrim(p_query))) > 0
          else exists (select 1 from public.memberships m where m.producer_id = p.id and m.state = 'active' and m.cluster_id = coalesce(p_cluster, host)) end)
        order by p.name, p.id limit 100) p), '[]'));
end $$;
comment on function public.producers_to_invite is 'Those without a booth here, at most 100. Null for a stranger.';
grant execute on function public.producers_to_invite(uuid, text, uuid) to authenticated;
