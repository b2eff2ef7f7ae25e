-- What the desks read: events with the names that make them sentences, and a cluster's desk page by page.

create function private.reported_name(p_subject public.report_subject, p_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case p_subject
    when 'product' then (select p.title from public.products p where p.id = p_id)
    when 'producer' then (select p.name from public.producers p where p.id = p_id)
    when 'inquiry' then (select i.reference from public.inquiries i where i.id = p_id) end
$$;

-- The name of the thing an event is about, as it is called today; null when it is gone or never had one.
create function private.event_subject(e public.events) returns text
language sql stable security definer set search_path = '' as $$
  select nullif(case
    when e.subject_kind = 'product' then (select p.title from public.products p where p.id = e.subject_id)
    when e.subject_kind in ('producer', 'contact', 'verification', 'membership') then (select p.name from public.producers p where p.id = e.subject_id)
    when e.subject_kind = 'cluster' then (select c.name from public.clusters c where c.id = e.subject_id)
    when e.subject_kind = 'buyer' then (select b.name from public.buyers b where b.id = e.subject_id)
    when e.subject_kind = 'inquiry' then (select concat_ws(' · ', i.reference, nullif(i.product_title, '')) from public.inquiries i where i.id = e.subject_id)
    when e.subject_kind = 'invitation' then coalesce(
      (select p.name from public.producers p where p.id = e.producer_id and e.data ->> 'kind' = 'producer_member'),
      (select c.name from public.clusters c where c.id = e.cluster_id),
      (select b.name from public.buyers b where b.id = e.buyer_id),
      (select p.name from public.producers p where p.id = e.producer_id))
    when e.subject_kind in ('user', 'member', 'account') then (select pr.display_name from public.profiles pr where pr.user_id = e.subject_id)
    when e.subject_kind = 'report' then (select private.reported_name(r.subject, r.subject_id) from public.reports r where r.id = e.subject_id)
    when e.subject_kind = 'category' then e.data ->> 'name'
    when e.subject_kind = 'job' then coalesce(e.data ->> 'kind', e.data ->> 'job')
  end, '')
$$;

-- actorId is for operators. actor is null for the system; an account that is gone, or has no name, shows the start of its id.
create function private.event_json(e public.events) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'at', e.at, 'action', e.action, 'kind', e.subject_kind, 'subjectId', e.subject_id,
    'subject', private.event_subject(e), 'from', e.from_state, 'to', e.to_state, 'reason', e.reason, 'actorId', case when private.is_operator() then e.actor end,
    'actor', case when e.actor is not null then coalesce(
      (select nullif(pr.display_name, '') from public.profiles pr where pr.user_id = e.actor), left(e.actor::text, 8)) end,
    'producer', (select jsonb_build_object('slug', p.slug, 'name', p.name) from public.producers p where p.id = e.producer_id),
    'cluster', (select jsonb_build_object('slug', c.slug, 'name', c.name) from public.clusters c where c.id = e.cluster_id),
    'onBehalf', e.on_behalf_of is not null, 'item', e.data ->> 'item')
$$;

-- A cluster's desk ----------------------------------------------------------------------------------

-- The cluster under this slug when the caller may look at it, else null.
create function private.desk_cluster(p_slug text) returns uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.clusters c where c.slug = p_slug and private.reads_cluster(c.id)
$$;

-- Its members, when the caller may act for them too: a cluster that is suspended tells nothing of their work.
create function private.desk_producers(p_cluster uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select m.producer_id from public.memberships m where m.cluster_id = p_cluster and m.state = 'active'
    and (private.coordinates_cluster(p_cluster) or private.is_operator()))
$$;

create function public.coordination_overview(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cluster uuid := private.desk_cluster(p_slug);
  producers uuid[];
begin
  if cluster is null then return null; end if;
  producers := private.desk_producers(cluster);
  return jsonb_build_object(
    'members', (select count(*) from public.memberships m where m.cluster_id = cluster and m.state = 'active'),
    'products', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (
      select x.state, count(*) as n from public.products x where x.producer_id = any (producers) group by x.state) s),
    'unanswered', (select count(*) from public.inquiries i where i.producer_id = any (producers)
      and i.state = 'open' and i.last_message_at < now() - interval '3 days'),
    'verified', (select count(*) from public.producers p where p.id = any (producers) and p.verified_at is not null),
    'invitations', (select count(*) from public.invitations i where i.cluster_id = cluster and i.kind = 'cluster_producer'
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()),
    'late', coalesce((select jsonb_agg(row order by waits, id) from (
      select i.id, i.last_message_at as waits, jsonb_build_object('id', i.id, 'reference', i.reference, 'product', i.product_title,
        'since', i.last_message_at, 'producer', jsonb_build_object('slug', p.slug, 'name', p.name)) as row
      from public.inquiries i join public.producers p on p.id = i.producer_id
      where i.producer_id = any (producers) and i.state = 'open' and i.last_message_at < now() - interval '3 days'
      order by i.last_message_at, i.id limit 5) s), '[]'),
    'events', coalesce((select jsonb_agg(private.event_json(e) order by e.id desc) from (
      select * from public.events e where (e.cluster_id = cluster or e.producer_id = any (producers))
        and (e.subject_kind <> 'inquiry' or private.sees_inquiry_as_producer(e.subject_id)) order by e.id desc limit 12) e), '[]'));
end $$;
comment on function public.coordination_overview is 'unanswered: the buyer had the last word more than three days ago. Null when the caller does not coordinate this cluster.';
grant execute on function public.coordination_overview(text) to authenticated;

-- Members by name, keyset on (folded name, id).
create function public.coordination_producers(p_slug text, p_query text default '', p_filter text default 'all',
  p_after text default null, p_after_id uuid default null, p_limit integer default 30) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cluster uuid := private.desk_cluster(p_slug);
begin
  if cluster is null then return null; end if;
  return coalesce((select jsonb_agg(row order by sort_key, id) from (
    select p.id, private.fold(p.name) as sort_key, jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'place', p.place,
      'country', p.country, 'state', p.state, 'kind', p.kind, 'joinedAt', m.joined_at, 'verifiedAt', p.verified_at, 'sortKey', private.fold(p.name),
      'people', (select count(*) from public.producer_members k where k.producer_id = p.id),
      'products', (select coalesce(jsonb_object_agg(s.state, s.n), '{}') from (
        select x.state, count(*) as n from public.products x where x.producer_id = p.id group by x.state) s),
      'checks', (select coalesce(jsonb_agg(jsonb_build_object('item', c.item, 'state', c.state, 'checkedAt', c.checked_at)), '[]')
        from public.verification_checks c where c.producer_id = p.id)) as row
    from public.memberships m join public.producers p on p.id = m.producer_id
    where m.cluster_id = cluster and m.state = 'active'
      and (p_query = '' or position(private.fold(p_query) in private.fold(p.name || ' ' || p.place)) > 0)
      and (case p_filter when 'unverified' then p.verified_at is null
        when 'managed' then not exists (select 1 from public.producer_members k where k.producer_id = p.id) else true end)
      and (p_after is null or (private.fold(p.name), p.id) > (p_after, p_after_id))
    order by 2, 1 limit least(greatest(p_limit, 1), 100)) s), '[]');
end $$;
comment on function public.coordination_producers is 'p_filter: all, unverified, managed (a member nobody signs in for).';
grant execute on function public.coordination_producers(text, text, text, text, uuid, integer) to authenticated;

-- Listings that wait for a coordinator, the longest waiting first, keyset on (updated_at, id).
create function public.coordination_review(p_slug text, p_locale public.locale, p_after timestamptz default null,
  p_after_id uuid default null, p_limit integer default 20) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cluster uuid := private.desk_cluster(p_slug);
begin
  if cluster is null then return null; end if;
  return coalesce((select jsonb_agg(row order by updated_at, id) from (
    select x.id, x.updated_at, jsonb_build_object('id', x.id, 'title', x.title, 'description', left(x.description, 600), 'waitingSince', x.updated_at,
      'category', coalesce(n.name, n2.name, c.key), 'priceAmount', x.price_amount, 'priceCurrency', x.price_currency, 'unit', x.unit, 'moq', x.moq,
      'leadTimeDays', x.lead_time_days, 'hsCode', x.hs_code, 'origin', x.country_of_origin,
      'producer', jsonb_build_object('slug', p.slug, 'name', p.name),
      'photos', coalesce((select jsonb_agg(private.media_json(f, (select a.alt from public.media_alts a where a.media_id = f.id
          order by a.locale = x.source_locale desc, a.locale limit 1)) order by pm.position)
        from public.product_media pm join public.media f on f.id = pm.media_id where pm.product_id = x.id and pm.position < 4), '[]')) as row
    from public.memberships m join public.products x on x.producer_id = m.producer_id and x.state = 'in_review'
    join public.producers p on p.id = x.producer_id left join public.categories c on c.id = x.category_id
    left join public.category_translations n on n.category_id = c.id and n.locale = p_locale
    left join public.category_translations n2 on n2.category_id = c.id and n2.locale = 'en'
    where m.producer_id = any (private.desk_producers(cluster)) and m.cluster_id = cluster and (p_after is null or (x.updated_at, x.id) > (p_after, p_after_id))
    order by x.updated_at, x.id limit least(greatest(p_limit, 1), 50)) s), '[]');
end $$;
grant execute on function public.coordination_review(text, public.locale, timestamptz, uuid, integer) to authenticated;

-- The checklist ---------------------------------------------------------------------------------------

create function public.verification_page(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'kind', p.kind, 'state', p.state, 'country', p.country, 'place', p.place,
      'verifiedAt', p.verified_at, 'suspendedReason', p.suspended_reason, 'createdAt', p.created_at),
    'contact', (select jsonb_build_object('email', c.email, 'phone', c.phone, 'whatsapp', c.whatsapp, 'address', c.address)
      from public.producer_contacts c where c.producer_id = p.id),
    'own', private.is_producer_member(p.id),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.name)
      from public.memberships m join public.clusters c on c.id = m.cluster_id where m.producer_id = p.id and m.state = 'active'), '[]'),
    'checks', coalesce((select jsonb_agg(jsonb_build_object('item', c.item, 'state', c.state, 'checkedAt', c.checked_at, 'note', c.note,
        'counts', private.check_counts(c.cluster_id), 'by', (select pr.display_name from public.profiles pr where pr.user_id = c.checked_by)) order by c.item)
      from public.verification_checks c where c.producer_id = p.id), '[]'),
    'events', coalesce((select jsonb_agg(private.event_json(e) order by e.id desc) from (
      select * from public.events e where e.producer_id = p.id and e.subject_kind in ('producer', 'verification', 'membership')
      order by e.id desc limit 20) e), '[]'))
  from public.producers p where p.slug = p_slug and (private.is_operator() or private.coordinates_producer(p.id))
$$;
comment on function public.verification_page is 'For those who check: notes and the private contact are in it. own: the caller is a member and may not check.';
grant execute on function public.verification_page(text) to authenticated;
