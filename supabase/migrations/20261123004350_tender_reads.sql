-- The tender as its supplier reads it, and as its coordinators do.

-- Null unless it may be known: after the opening, or when the round says so before.
create function private.known_bids(r public.rounds) returns bigint
language sql stable security definer set search_path = '' as $$
  select case when r.opened_at is not null or r.shows_bid_count then
    (select count(*) from public.bids b where b.round_id = r.id and b.state = 'submitted') end
$$;

create function private.files_json(p_room public.file_room, p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes, 'pages', f.pages,
    'at', f.created_at) order by f.created_at, f.id), '[]') from public.files f where f.room = p_room and f.room_id = p_id
$$;

-- Without what members pay in the shops: that is no supplier's business.
create function private.tender_lot(l public.lots) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('id', l.id, 'position', l.position, 'title', l.title, 'specification', l.specification, 'unit', l.unit,
    'decimals', l.decimals, 'pack', l.pack, 'moq', l.moq, 'hsCode', l.hs_code, 'weightGrams', l.weight_grams, 'freightNote', l.freight_note,
    'qualityCriteria', l.quality_criteria,
    'photo', (select private.media_json(m, null) from public.media m where m.id = l.media_id and m.state = 'ready'))
    || (select jsonb_build_object('firm', d.firm, 'tolerance', d.tolerance) from private.lot_demand(l.id) d);
end $$;

create function private.tender_head(r public.rounds) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'slug', r.slug, 'title', r.title, 'summary', r.summary, 'state', r.state, 'currency', r.currency, 'zone', r.zone,
    'pledgesCloseAt', r.pledges_close_at, 'bidsCloseAt', r.bids_close_at, 'bidsShortAt', r.bids_short_at, 'openedAt', r.opened_at,
    'awardedAt', r.awarded_at, 'standstillUntil', r.standstill_until, 'neededBy', r.needed_by, 'deliveryPlace', r.delivery_place, 'minimumBids', r.minimum_bids,
    'standstillDays', r.standstill_days, 'weightPriceBp', r.weight_price_bp, 'weightLeadBp', r.weight_lead_bp, 'weightQualityBp', r.weight_quality_bp,
    'reason', r.reason, 'bidCount', private.known_bids(r), 'now', now(),
    'cluster', (select jsonb_build_object('id', k.id, 'slug', k.slug, 'name', k.name, 'country', k.country) from public.clusters k where k.id = r.cluster_id))
$$;

create function private.own_bid(b public.bids) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.bid_content(b) || jsonb_build_object('id', b.id, 'state', b.state, 'sha256', b.sha256, 'submittedAt', b.submitted_at, 'endedAt', b.ended_at,
    'updatedAt', b.updated_at, 'text', b.content::text, 'files', private.files_json('bid', b.id))
$$;

-- What the supplier itself got, once there is an award.
create function private.own_award(r public.rounds, p_place public.round_suppliers) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('at', a.decided_at, 'won', exists (select 1 from public.award_suppliers w where w.award_id = a.id and w.supplier_id = p_place.supplier_id),
    'currency', (select w.currency from public.award_suppliers w where w.award_id = a.id and w.supplier_id = p_place.supplier_id),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('lotId', l.lot_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount, 'goodsAmount', l.bid_goods_amount)
      order by o.position) from public.award_lines l join public.lots o on o.id = l.lot_id where l.award_id = a.id and l.supplier_id = p_place.supplier_id), '[]'),
    'challenge', (select jsonb_build_object('text', c.text, 'state', c.state, 'answer', c.answer, 'madeAt', c.made_at, 'answeredAt', c.answered_at)
      from public.round_challenges c where c.round_supplier_id = p_place.id))
  from public.awards a where a.round_id = r.id and r.awarded_at is not null order by a.version desc limit 1
$$;

create function private.tender_questions(p_round uuid, p_place uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'lot', q.lot_id, 'question', q.question, 'askedAt', q.asked_at, 'answer', q.answer,
    'answeredAt', q.answered_at, 'mine', q.round_supplier_id = p_place) order by q.answered_at desc nulls first, q.id), '[]')
  from public.round_questions q where q.round_id = p_round and (q.answer is not null or q.round_supplier_id = p_place)
$$;

create function private.amendments_json(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'text', a.text, 'changes', a.changes, 'at', a.made_at) order by a.number desc), '[]')
  from public.round_amendments a where a.round_id = p_round
$$;

create function private.opening_json(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('openedAt', o.opened_at, 'dueAt', o.due_at, 'count', o.bid_count, 'record', o.record) from public.round_openings o where o.round_id = p_round
$$;

create function public.read_tender(p_slug text, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
  place public.round_suppliers;
begin
  select * into r from public.rounds x where x.slug = p_slug and x.state <> 'draft';
  select * into place from public.round_suppliers s where s.id = private.place_of(r.id, p_key);
  if place.id is null then return null; end if;
  return jsonb_build_object('round', private.tender_head(r),
    'place', jsonb_build_object('id', place.id, 'state', place.state, 'locale', place.locale, 'account', private.is_supplier_member(place.supplier_id),
      'supplier', (select jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country) from public.suppliers s where s.id = place.supplier_id)),
    'lots', coalesce((select jsonb_agg(private.tender_lot(l) order by l.position) from public.lots l where l.round_id = r.id), '[]'),
    'files', private.files_json('round', r.id),
    'amendments', private.amendments_json(r.id),
    'questions', private.tender_questions(r.id, place.id),
    'bids', coalesce((select jsonb_agg(private.own_bid(b) order by b.version desc) from public.bids b where b.round_supplier_id = place.id), '[]'),
    'currencies', coalesce((select jsonb_agg(c.code order by c.code) from public.currencies c where private.is_convertible(c.code, r.currency)), '[]'),
    'opening', private.opening_json(r.id),
    'award', private.own_award(r, place));
end $$;
comment on function public.read_tender is
  'Null for whoever was not invited. Demand in steps of the lot''s unit. bids: the supplier''s own, the newest first; text is what sha256 is made of. Of others nothing before the opening, then the record that was read out.';
grant execute on function public.read_tender(text, text) to anon, authenticated;

create function public.tender_desk(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('round', private.tender_head(r), 'bidsClose', private.to_wall(r.bids_close_at, r.zone),
    'suppliers', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'supplierId', s.id, 'name', s.name, 'country', s.country, 'state', x.state,
        'locale', x.locale, 'invitedAt', x.invited_at, 'mailedAt', x.mailed_at, 'answeredAt', x.answered_at, 'declineReason', x.decline_reason,
        'account', exists (select 1 from public.supplier_members m where m.supplier_id = s.id)) order by s.name, s.id)
      from public.round_suppliers x join public.suppliers s on s.id = x.supplier_id where x.round_id = r.id), '[]'),
    'candidates', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'country', s.country, 'materials', s.materials, 'locale', s.locale,
        'own', s.cluster_id is not distinct from r.cluster_id) order by s.cluster_id is distinct from r.cluster_id, s.name, s.id)
      from (select * from public.suppliers s where (s.cluster_id = r.cluster_id or s.listed)
          and not exists (select 1 from public.round_suppliers x where x.round_id = r.id and x.supplier_id = s.id)
        order by s.cluster_id is distinct from r.cluster_id, s.name, s.id limit 300) s), '[]'),
    'questions', coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'lot', q.lot_id, 'question', q.question, 'askedAt', q.asked_at, 'answer', q.answer,
        'answeredAt', q.answered_at) order by q.answer is not null, q.asked_at, q.id) from public.round_questions q where q.round_id = r.id), '[]'),
    'lots', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'specification', l.specification) order by l.position)
      from public.lots l where l.round_id = r.id), '[]'),
    'amendments', private.amendments_json(r.id),
    'opening', private.opening_json(r.id))
  from public.rounds r where r.id = p_round and private.reads_cluster(r.cluster_id)
$$;
comment on function public.tender_desk is 'For coordinators and the operator: whom they asked and who answered the invitation. Nothing of bids before the opening; null for a stranger.';
grant execute on function public.tender_desk(uuid) to authenticated;
