-- The wish list of a cluster: what members would buy together, who joins in, and how wishes become lots of a round.

-- Who speaks for this member of the cluster: its people, and the coordinators for a member without a phone.
create function private.wishes_for(p_cluster uuid, p_producer uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not exists (select 1 from public.memberships m join public.producers p on p.id = m.producer_id and p.state <> 'suspended'
      join public.clusters k on k.id = m.cluster_id and k.state = 'active'
      where m.cluster_id = p_cluster and m.producer_id = p_producer and m.state = 'active')
     or not (private.is_producer_member(p_producer) or private.coordinates_cluster(p_cluster)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
end $$;

create function public.add_wish(p_id uuid, p_cluster uuid, p_producer uuid, p_wish jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
begin
  perform private.wishes_for(p_cluster, p_producer);
  perform private.claim_id(p_id);
  if exists (select 1 from public.wishes w where w.id = p_id and w.producer_id = p_producer) then return p_id; end if;
  -- One after the other: otherwise two at once would each see room for theirs.
  perform pg_advisory_xact_lock(hashtextextended('wishes ' || p_producer, 0));
  if (select count(*) from public.wishes w where w.producer_id = p_producer and w.closed_at is null) >= 50 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  insert into public.wishes (id, cluster_id, producer_id, title, note, unit, quantity, created_by)
  values (p_id, p_cluster, p_producer, btrim(p_wish ->> 'title'), btrim(coalesce(p_wish ->> 'note', '')), p_wish ->> 'unit',
    (p_wish ->> 'quantity')::integer, auth.uid());
  perform private.record_event('wish', p_id, 'wish.created', p_producer => p_producer, p_cluster => p_cluster,
    p_data => jsonb_build_object('name', btrim(p_wish ->> 'title')));
  return p_id;
end $$;
comment on function public.add_wish is 'quantity in whole units, null when it is not known yet.';
grant execute on function public.add_wish(uuid, uuid, uuid, jsonb) to authenticated;

-- The wish as this member may act on it, locked. One of another cluster is not there.
create function private.wish_for(p_wish uuid, p_producer uuid) returns public.wishes
language plpgsql security definer set search_path = '' as $$
declare
  w public.wishes;
begin
  perform private.require_active_user();
  select * into w from public.wishes where id = p_wish for update;
  if w.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.wishes_for(w.cluster_id, p_producer);
  return w;
end $$;

create function public.support_wish(p_wish uuid, p_producer uuid, p_quantity integer default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  w public.wishes := private.wish_for(p_wish, p_producer);
begin
  if w.closed_at is not null then raise exception 'wish_closed' using errcode = 'PT409'; end if;
  if w.producer_id = p_producer then
    update public.wishes set quantity = p_quantity where id = p_wish;
    return;
  end if;
  insert into public.wish_supports as s (wish_id, producer_id, quantity) values (p_wish, p_producer, p_quantity)
  on conflict (wish_id, producer_id) do update set quantity = excluded.quantity;
end $$;
comment on function public.support_wish is '“Me too”. Again, or from whoever made the wish, it says how much now.';
grant execute on function public.support_wish(uuid, uuid, integer) to authenticated;

create function public.withdraw_wish(p_wish uuid, p_producer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  w public.wishes := private.wish_for(p_wish, p_producer);
  heir public.wish_supports;
begin
  if w.closed_at is not null then raise exception 'wish_closed' using errcode = 'PT409'; end if;
  if w.producer_id <> p_producer then
    delete from public.wish_supports where wish_id = p_wish and producer_id = p_producer;
    return;
  end if;
  -- Others want it too: it is theirs from now on.
  select * into heir from public.wish_supports s where s.wish_id = p_wish order by s.created_at, s.producer_id limit 1;
  if heir.wish_id is not null then
    update public.wishes set producer_id = heir.producer_id, quantity = heir.quantity where id = p_wish;
    delete from public.wish_supports where wish_id = p_wish and producer_id = heir.producer_id;
  else
    delete from public.wishes where id = p_wish;
  end if;
  perform private.record_event('wish', p_wish, 'wish.withdrawn', p_producer => p_producer, p_cluster => w.cluster_id,
    p_data => jsonb_build_object('name', w.title));
end $$;
grant execute on function public.withdraw_wish(uuid, uuid) to authenticated;

create function public.close_wish(p_wish uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  w public.wishes;
begin
  perform private.require_active_user();
  select * into w from public.wishes where id = p_wish for update;
  if w.id is null or not private.coordinates_cluster(w.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if w.closed_at is not null then return; end if;
  update public.wishes set closed_at = now() where id = p_wish;
  perform private.record_event('wish', p_wish, 'wish.closed', p_producer => w.producer_id, p_cluster => w.cluster_id,
    p_data => jsonb_build_object('name', w.title));
end $$;
grant execute on function public.close_wish(uuid) to authenticated;

-- Open wishes of the round's cluster as lots of a draft; the same thing in the same unit, wished more than once, is one
-- lot. The first words are taken. Whoever calls has the lock and has said who may.
create function private.lots_of_wishes(p_round uuid, p_wishes uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  wished record;
  lot uuid;
begin
  perform 1 from public.wishes w where w.id = any (p_wishes) order by w.id for update;
  for wished in
    select w.unit, array_agg(w.id) as ids, (array_agg(w.title order by w.created_at, w.id))[1] as title,
      string_agg(nullif(w.note, ''), e'\n' order by w.created_at, w.id) as notes
    from public.wishes w join public.rounds r on r.cluster_id = w.cluster_id
    where w.id = any (p_wishes) and r.id = p_round and w.closed_at is null and w.lot_id is null
    group by w.unit, private.fold(regexp_replace(btrim(w.title), '\s+', ' ', 'g')) order by min(w.created_at)
  loop
    lot := gen_random_uuid();
    perform private.insert_lot(lot, p_round, jsonb_build_object('title', wished.title, 'unit', wished.unit,
      'specification', left(coalesce(wished.notes, ''), 3000),
      'pack', power(10, (select u.decimals from public.units u where u.code = wished.unit))::bigint));
    update public.wishes set lot_id = lot, closed_at = now() where id = any (wished.ids);
  end loop;
end $$;

create function public.lots_from_wishes(p_round uuid, p_wishes uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.draft_round(p_round);
begin
  perform private.lots_of_wishes(p_round, p_wishes);
  perform private.record_event('round', p_round, 'round.lot_saved', p_cluster => r.cluster_id, p_data => jsonb_build_object('name', r.title));
end $$;
grant execute on function public.lots_from_wishes(uuid, uuid[]) to authenticated;

-- Reading -----------------------------------------------------------------------------------------

-- p_producer: whose own wish and share are marked; null on the coordinators' desk, which sees who joined.
create function private.wish_json(w public.wishes, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', w.id, 'title', w.title, 'note', w.note, 'unit', w.unit, 'quantity', w.quantity, 'at', w.created_at,
    'closedAt', w.closed_at, 'by', (select p.name from public.producers p where p.id = w.producer_id), 'mine', w.producer_id is not distinct from p_producer,
    'members', 1 + (select count(*) from public.wish_supports s where s.wish_id = w.id),
    'pooled', coalesce(w.quantity, 0) + coalesce((select sum(s.quantity) from public.wish_supports s where s.wish_id = w.id), 0),
    'joined', (select jsonb_build_object('quantity', s.quantity) from public.wish_supports s where s.wish_id = w.id and s.producer_id = p_producer),
    'supports', case when p_producer is null then coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'quantity', s.quantity) order by s.created_at)
      from public.wish_supports s join public.producers p on p.id = s.producer_id where s.wish_id = w.id), '[]') end,
    'round', (select jsonb_build_object('id', r.id, 'title', r.title, 'state', r.state) from public.lots l join public.rounds r on r.id = l.round_id
      where l.id = w.lot_id and (r.state <> 'draft' or p_producer is null)))
$$;

-- Open ones first, the most wanted on top; then what became of the others, the newest hundred.
create function private.wishes_json(p_cluster uuid, p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(x.wish order by x.closed_at is not null, x.closed_at desc, (x.wish ->> 'members')::integer desc, x.created_at desc), '[]')
  from (select w.closed_at, w.created_at, private.wish_json(w, p_producer) as wish from public.wishes w
    where w.cluster_id = p_cluster order by w.closed_at is not null, w.closed_at desc, w.created_at desc limit 200) x
$$;

create function public.studio_wishes(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('clusters', coalesce((
    select jsonb_agg(jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'wishes', private.wishes_json(k.id, p.id)) order by k.name)
    from public.memberships m join public.clusters k on k.id = m.cluster_id and k.state = 'active'
    where m.producer_id = p.id and m.state = 'active'), '[]'))
  from public.producers p where p.slug = p_slug and private.can_edit_producer(p.id)
$$;
comment on function public.studio_wishes is 'The wish lists of a producer''s clusters. pooled: what is known of the quantities, in whole units. Null for a stranger.';
grant execute on function public.studio_wishes(text) to authenticated;

create function public.coordination_wishes(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('wishes', private.wishes_json(k.id, null),
    'members', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name)
      from public.memberships m join public.producers p on p.id = m.producer_id and p.state <> 'suspended'
      where m.cluster_id = k.id and m.state = 'active'), '[]'),
    'drafts', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title) order by r.created_at desc)
      from public.rounds r where r.cluster_id = k.id and r.state = 'draft'), '[]'))
  from public.clusters k where k.slug = p_slug and private.reads_cluster(k.id)
$$;
comment on function public.coordination_wishes is 'members: for whom a coordinator may enter a wish. Null for a stranger.';
grant execute on function public.coordination_wishes(text) to authenticated;
