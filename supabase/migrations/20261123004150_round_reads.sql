-- What the coordinators' desk reads of rounds: the list, and one round with its lots, totals and history.

create function public.coordination_rounds(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'rounds', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'state', r.state, 'zone', r.zone, 'currency', r.currency,
        'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'bidsShortAt', r.bids_short_at, 'createdAt', r.created_at,
        'lots', (select count(*) from public.lots l where l.round_id = r.id),
        'members', (select count(distinct p.producer_id) from public.pledges p where p.round_id = r.id and p.firm + p.tolerance > 0))
      order by r.state in ('settled', 'cancelled'), r.created_at desc, r.id) from public.rounds r where r.cluster_id = k.id), '[]'),
    'templates', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'lots', jsonb_array_length(t.content -> 'lots')) order by t.name, t.id)
      from public.round_templates t where t.cluster_id = k.id and private.coordinates_cluster(k.id)), '[]'),
    'wishes', (select count(*) from public.wishes w where w.cluster_id = k.id and w.closed_at is null),
    'suppliers', (select count(*) from public.suppliers s where s.cluster_id = k.id),
    'zone', coalesce((select r.zone from public.rounds r where r.cluster_id = k.id order by r.created_at desc limit 1),
      (select s.time_zone from public.site_settings s)),
    'currency', coalesce((select r.currency from public.rounds r where r.cluster_id = k.id order by r.created_at desc limit 1),
      (select p.price_currency from public.products p join public.memberships m on m.producer_id = p.producer_id and m.state = 'active'
        where m.cluster_id = k.id and p.price_currency is not null group by p.price_currency order by count(*) desc, p.price_currency limit 1),
      case k.country when 'RW' then 'RWF' when 'BI' then 'BIF' when 'CD' then 'CDF' when 'KE' then 'KES' when 'TZ' then 'TZS' when 'UG' then 'UGX' else 'USD' end))
  from public.clusters k where k.slug = p_slug and private.reads_cluster(k.id)
$$;
comment on function public.coordination_rounds is 'Running rounds first, the newest on top. members: that pledged something. zone, currency: what a new one begins with. Null for a stranger.';
grant execute on function public.coordination_rounds(text) to authenticated;

-- In plpgsql: what members pledge is read by functions of a later migration.
create function private.desk_lot(l public.lots) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.lot_rules(l) || jsonb_build_object('id', l.id, 'position', l.position, 'decimals', l.decimals,
    'demand', (select jsonb_build_object('firm', d.firm, 'tolerance', d.tolerance, 'members', d.members) from private.lot_demand(l.id) d),
    'photo', (select private.media_json(m, null) || jsonb_build_object('id', m.id, 'state', m.state) from public.media m where m.id = l.media_id),
    'wished', (select jsonb_build_object('quantity', sum(x.quantity), 'members', count(distinct x.producer_id)) from (
      select w.producer_id, w.quantity from public.wishes w where w.lot_id = l.id
      union all select s.producer_id, s.quantity from public.wish_supports s join public.wishes w on w.id = s.wish_id where w.lot_id = l.id) x
      having count(*) > 0));
end $$;

create function public.round_overview(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.round_rules(r) || jsonb_build_object(
    'pledgesClose', private.to_wall(r.pledges_close_at, r.zone), 'bidsClose', private.to_wall(r.bids_close_at, r.zone), 'neededBy', r.needed_by,
    'clonedFrom', (select jsonb_build_object('id', c.id, 'title', c.title) from public.rounds c where c.id = r.cloned_from),
    'lots', coalesce((select jsonb_agg(private.desk_lot(l) order by l.position) from public.lots l where l.round_id = r.id), '[]'),
    'history', coalesce((select jsonb_agg(jsonb_build_object('action', e.action, 'at', e.at, 'from', e.from_state, 'to', e.to_state, 'reason', e.reason,
        'by', (select pr.display_name from public.profiles pr where pr.user_id = e.actor), 'lot', e.data ->> 'lot', 'clock', e.actor is null) order by e.id desc)
      from (select * from public.events x where x.subject_kind = 'round' and x.subject_id = r.id order by x.id desc limit 200) e), '[]'))
  from public.rounds r where r.id = p_round and private.reads_cluster(r.cluster_id)
$$;
comment on function public.round_overview is 'Everything that coordinators wrote, the totals of each lot, and what happened, newest first. Null for a stranger. Nothing of bids.';
grant execute on function public.round_overview(uuid) to authenticated;
