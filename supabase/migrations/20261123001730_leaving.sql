-- Taking one's data along, and going.

-- What this person was told and how they wish to be told. (In plpgsql, because those tables are made by a later migration.)
create function private.export_told(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'notices', coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'reference', n.data ->> 'reference', 'at', n.created_at, 'readAt', n.read_at, 'mailedAt', n.mailed_at)
      order by n.created_at) from public.notifications n where n.user_id = p_user), '[]'),
    'wishes', coalesce((select jsonb_agg(to_jsonb(w) - 'user_id') from public.notification_preferences w where w.user_id = p_user), '[]'),
    'settings', (select to_jsonb(s) - 'user_id' from public.notification_settings s where s.user_id = p_user),
    'phone', (select jsonb_build_object('phone', p.phone, 'confirmedAt', p.confirmed_at) from public.profile_phones p where p.user_id = p_user),
    'browsers', coalesce((select jsonb_agg(jsonb_build_object('device', s.device, 'since', s.created_at)) from public.push_subscriptions s where s.user_id = p_user), '[]'));
end $$;

create function private.export_rfqs(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select jsonb_agg(private.rfq_json(r, null) || jsonb_build_object('asked',
    (select jsonb_agg(p.name order by p.name) from public.rfq_producers a join public.producers p on p.id = a.producer_id where a.rfq_id = r.id))
    order by r.created_at) from public.rfqs r where r.user_id = p_user), '[]');
end $$;

-- Cards left at booths of exhibitions, and meetings booked there.
create function private.export_visits(p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('cards', private.export_cards(p_user), 'meetings', private.export_meetings(p_user));
end $$;

-- What this person gave us or did here. Of others only what they wrote into the person's own conversations; of those of an
-- organisation that the person has left, only the person's own words.
create function public.export_my_data() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'exportedAt', now(),
    'account', (select jsonb_build_object('id', u.id, 'email', u.email) from auth.users u where u.id = auth.uid()),
    'profile', (select to_jsonb(p) - 'user_id' from public.profiles p where p.user_id = auth.uid()),
    'producers', coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'since', m.created_at, 'producer', to_jsonb(p) - 'created_by',
        'contact', (select to_jsonb(c) from public.producer_contacts c where c.producer_id = p.id),
        'products', (select coalesce(jsonb_agg(to_jsonb(x) - 'created_by'), '[]') from public.products x where x.producer_id = p.id)))
      from public.producer_members m join public.producers p on p.id = m.producer_id where m.user_id = auth.uid()), '[]'),
    'buyers', coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'since', m.created_at, 'buyer', to_jsonb(b) - 'created_by'))
      from public.buyer_members m join public.buyers b on b.id = m.buyer_id where m.user_id = auth.uid()), '[]'),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('since', k.created_at, 'cluster', c.name))
      from public.cluster_coordinators k join public.clusters c on c.id = k.cluster_id where k.user_id = auth.uid()), '[]'),
    'inquiries', coalesce((select jsonb_agg(to_jsonb(i) - 'producer_read_at' - 'withheld' || jsonb_build_object(
        'contact', (select jsonb_build_object('name', c.name, 'email', c.email) from public.inquiry_contacts c where c.inquiry_id = i.id),
        'messages', (select jsonb_agg(jsonb_build_object('side', x.side, 'at', x.created_at, 'body', x.body) order by x.created_at)
          from public.inquiry_messages x where x.inquiry_id = i.id and (i.buyer_id is null or x.author = auth.uid()
            or exists (select 1 from public.buyer_members m where m.buyer_id = i.buyer_id and m.user_id = auth.uid())))))
      from public.inquiries i where i.user_id = auth.uid()), '[]'),
    'answers', coalesce((select jsonb_agg(jsonb_build_object('inquiry', i.reference, 'at', x.created_at, 'body', x.body) order by x.created_at)
      from public.inquiry_messages x join public.inquiries i on i.id = x.inquiry_id
      where x.author = auth.uid() and i.user_id is distinct from auth.uid()), '[]'),
    'invitations', coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'email', i.email, 'at', i.created_at, 'accepted', i.accepted_at is not null)
        order by i.created_at)
      from public.invitations i where i.created_by = auth.uid()), '[]'),
    'requests', private.export_rfqs(auth.uid()),
    'told', private.export_told(auth.uid()),
    'trade', private.export_trade(auth.uid()),
    'visits', private.export_visits(auth.uid()),
    'reports', coalesce((select jsonb_agg(jsonb_build_object('subject', r.subject, 'reason', r.reason, 'details', r.details, 'at', r.created_at)
        order by r.created_at)
      from public.reports r where r.reporter = auth.uid()), '[]'),
    'events', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'subject', e.subject_kind, 'reason', e.reason) order by e.id)
      from public.events e where e.actor = auth.uid()), '[]'))
$$;
grant execute on function public.export_my_data() to authenticated;

-- The organisations whose only member this person is.
create function private.sole_producers(p_user uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.producer_id from public.producer_members m where m.user_id = p_user
    and not exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> p_user)
$$;

create function private.is_needed(p_user uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.producer_members m where m.user_id = p_user and m.role = 'owner'
      and not private.has_other_owner('producer', m.producer_id, p_user)
      and exists (select 1 from public.producer_members o where o.producer_id = m.producer_id and o.user_id <> p_user)
    union all
    select 1 from public.buyer_members m where m.user_id = p_user and m.role = 'owner'
      and not private.has_other_owner('buyer', m.buyer_id, p_user)
      and exists (select 1 from public.buyer_members o where o.buyer_id = m.buyer_id and o.user_id <> p_user)
    union all
    select 1 from public.cluster_coordinators k where k.user_id = p_user
      and not private.has_other_owner('cluster', k.cluster_id, p_user)
      and exists (select 1 from public.memberships s where s.cluster_id = k.cluster_id and s.state = 'active')
    union all
    select 1 from public.operators o where o.user_id = p_user and not exists (select 1 from public.operators x where x.user_id <> p_user))
$$;
comment on function private.is_needed is 'Whether others would be left without an owner, a coordinator or an operator.';

-- Listings of a workshop that was this person alone leave the market but stay on record; so does the workshop, unless a
-- cluster keeps it.
create function private.close_sole_producers(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  gone record;
begin
  for gone in select p.id, p.state, p.producer_id from public.products p
    where p.state <> 'archived' and p.producer_id in (select private.sole_producers(p_user)) order by p.id for update
  loop
    update public.products set state = 'archived' where id = gone.id;
    perform private.record_event('product', gone.id, 'product.archive', gone.state::text, 'archived', p_producer => gone.producer_id);
  end loop;
  for gone in select p.id, p.state from public.producers p
    where p.state <> 'suspended' and p.id in (select private.sole_producers(p_user))
      and not exists (select 1 from public.memberships s where s.producer_id = p.id and s.state = 'active') order by p.id for update
  loop
    update public.producers set state = 'suspended', suspended_reason = 'account_deleted' where id = gone.id;
    perform private.record_event('producer', gone.id, 'producer.suspended', gone.state::text, 'suspended', 'account_deleted', p_producer => gone.id);
  end loop;
  delete from public.producer_contacts c where c.producer_id in (select private.sole_producers(p_user));
end $$;

-- A cluster without members that nobody coordinates any more.
create function private.close_sole_clusters(p_user uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  gone record;
begin
  for gone in select c.id, c.state from public.clusters c join public.cluster_coordinators k on k.cluster_id = c.id and k.user_id = p_user
    where c.state <> 'suspended' and not private.has_other_owner('cluster', c.id, p_user) order by c.id for update of c
  loop
    update public.clusters set state = 'suspended', suspended_reason = 'account_deleted', approved_at = null where id = gone.id;
    perform private.record_event('cluster', gone.id, 'cluster.suspended', gone.state::text, 'suspended', 'account_deleted', p_cluster => gone.id);
  end loop;
end $$;

-- Kept: the events (with the bare account id), the threads other people took part in, without name and address, and the papers
-- and books of orders, with the organisations that they belong to.
create function public.delete_my_account() returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  if me is null then raise exception 'not_signed_in' using errcode = 'PT401'; end if;
  -- Whoever leaves the same organisation at this moment waits, always in the same order, and then counts again.
  perform pg_advisory_xact_lock(hashtextextended('operators', 0));
  perform private.lock_members(o.id) from (
    select m.producer_id as id from public.producer_members m where m.user_id = me
    union select m.buyer_id from public.buyer_members m where m.user_id = me
    union select k.cluster_id from public.cluster_coordinators k where k.user_id = me order by 1) o;
  if private.is_needed(me) then raise exception 'hand_over_first' using errcode = 'PT409'; end if;
  if private.has_open_trade(me) then raise exception 'trade_open' using errcode = 'PT409'; end if;
  perform private.leave_trade(me);
  perform private.close_sole_producers(me);
  perform private.close_sole_clusters(me);
  delete from public.inquiry_contacts c using public.inquiries i where i.id = c.inquiry_id and i.user_id = me;
  perform private.leave_rfqs(me);
  delete from public.visitor_cards c where c.user_id = me;
  perform private.leave_meetings(me);
  delete from public.invitations i where i.created_by = me and i.accepted_at is null;
  perform private.record_event('account', me, 'account.deleted');
  delete from auth.users u where u.id = me;
end $$;
comment on function public.delete_my_account is
  'Refuses while others depend on this person: as the only owner or coordinator (hand_over_first), or with an order that runs or money that is due (trade_open). Open to suspended accounts too.';
grant execute on function public.delete_my_account() to authenticated;
