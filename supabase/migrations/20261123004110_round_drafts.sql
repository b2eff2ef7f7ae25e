-- Drafting a round: its dates and rules, its lots, and what it starts from (a template, an earlier round).

create function private.require_coordinator_of(p_cluster uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_active_user();
  if not private.coordinates_cluster(p_cluster) then raise exception 'not_found' using errcode = 'PT404'; end if;
end $$;

-- Locked, and still to be changed freely.
create function private.draft_round(p_round uuid) returns public.rounds
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  if r.state <> 'draft' then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  return r;
end $$;

-- A deadline is typed as the clock on the wall of the round's zone shows it.
create function private.from_wall(p_wall text, p_zone text) returns timestamptz
language sql stable set search_path = '' as $$ select nullif(p_wall, '')::timestamp at time zone p_zone $$;
create function private.to_wall(p_at timestamptz, p_zone text) returns text
language sql stable set search_path = '' as $$ select to_char(p_at at time zone p_zone, 'YYYY-MM-DD"T"HH24:MI') $$;

-- Everything of a round that a coordinator writes, without its dates: what a template keeps.
create function private.round_rules(r public.rounds) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('title', r.title, 'summary', r.summary, 'sourceLocale', r.source_locale, 'languages', to_jsonb(r.languages),
    'currency', r.currency, 'zone', r.zone, 'deliveryPlace', r.delivery_place, 'shareRule', r.share_rule, 'depositBp', r.deposit_bp,
    'minimumBids', r.minimum_bids, 'showsBidCount', r.shows_bid_count, 'openToDirectory', r.open_to_directory,
    'standstillDays', r.standstill_days, 'matchToleranceBp', r.match_tolerance_bp, 'weightPriceBp', r.weight_price_bp,
    'weightLeadBp', r.weight_lead_bp, 'weightQualityBp', r.weight_quality_bp)
$$;

create function private.write_round(p_round uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.rounds r set
    title = btrim(p ->> 'title'), summary = btrim(coalesce(p ->> 'summary', '')),
    source_locale = (p ->> 'sourceLocale')::public.locale,
    languages = array(select distinct l from unnest(array_append(array(
      select (x #>> '{}')::public.locale from jsonb_array_elements(coalesce(p -> 'languages', '[]')) x), (p ->> 'sourceLocale')::public.locale)) l order by l),
    currency = p ->> 'currency', zone = p ->> 'zone',
    pledges_close_at = private.from_wall(p ->> 'pledgesClose', p ->> 'zone'),
    bids_close_at = private.from_wall(p ->> 'bidsClose', p ->> 'zone'),
    needed_by = (p ->> 'neededBy')::date, delivery_place = btrim(coalesce(p ->> 'deliveryPlace', '')),
    share_rule = coalesce(p ->> 'shareRule', 'value')::public.share_rule,
    deposit_bp = coalesce((p ->> 'depositBp')::integer, 0), minimum_bids = coalesce((p ->> 'minimumBids')::smallint, 1),
    shows_bid_count = coalesce((p ->> 'showsBidCount')::boolean, false), open_to_directory = coalesce((p ->> 'openToDirectory')::boolean, false),
    standstill_days = coalesce((p ->> 'standstillDays')::smallint, 0), match_tolerance_bp = coalesce((p ->> 'matchToleranceBp')::integer, 200),
    weight_price_bp = coalesce((p ->> 'weightPriceBp')::integer, 10000), weight_lead_bp = coalesce((p ->> 'weightLeadBp')::integer, 0),
    weight_quality_bp = coalesce((p ->> 'weightQualityBp')::integer, 0)
  where r.id = p_round;
end $$;

create function private.insert_round(p_id uuid, p_cluster uuid, p jsonb, p_from uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.rounds (id, slug, cluster_id, title, currency, zone, cloned_from, created_by)
  values (p_id, private.free_slug(p ->> 'title', 'public.rounds'), p_cluster, btrim(p ->> 'title'), p ->> 'currency', p ->> 'zone', p_from, auth.uid());
  perform private.write_round(p_id, p);
  perform private.record_event('round', p_id, 'round.created', p_to => 'draft', p_cluster => p_cluster,
    p_data => jsonb_build_object('name', btrim(p ->> 'title')));
end $$;

-- The form's id makes sending it again harmless; true when the round was there already.
create function private.claim_round(p_id uuid, p_cluster uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  made_for uuid;
begin
  perform private.claim_id(p_id);
  select r.cluster_id into made_for from public.rounds r where r.id = p_id;
  if not found then return false; end if;
  if made_for <> p_cluster then raise exception 'conflict' using errcode = 'PT409'; end if;
  return true;
end $$;

create function public.save_round(p_id uuid, p_cluster uuid, p_round jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  perform private.require_coordinator_of(p_cluster);
  if not private.claim_round(p_id, p_cluster) then
    perform private.insert_round(p_id, p_cluster, p_round);
    perform private.lots_of_wishes(p_id, array(select (w #>> '{}')::uuid from jsonb_array_elements(coalesce(p_round -> 'wishes', '[]')) w));
    return p_id;
  end if;
  r := private.draft_round(p_id);
  -- Prices of the lots are minor units of the currency: another one would make them mean something else.
  if r.currency <> p_round ->> 'currency' and exists (select 1 from public.lots l where l.round_id = p_id
      and (l.reference_amount is not null or exists (select 1 from public.lot_tiers t where t.lot_id = l.id))) then
    raise exception 'lots_have_prices' using errcode = 'PT409';
  end if;
  perform private.write_round(p_id, p_round);
  perform private.record_event('round', p_id, 'round.edited', p_cluster => p_cluster, p_data => jsonb_build_object('name', btrim(p_round ->> 'title')));
  return p_id;
end $$;
comment on function public.save_round is
  'Makes a draft, or changes it. pledgesClose and bidsClose: wall clock of zone, YYYY-MM-DDTHH:MI. …Bp: hundredths of a per cent. wishes: become lots of a new round.';
grant execute on function public.save_round(uuid, uuid, jsonb) to authenticated;

-- Lots --------------------------------------------------------------------------------------------

create function private.lot_rules(l public.lots) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('title', l.title, 'specification', l.specification, 'mediaId', l.media_id, 'unit', l.unit, 'pack', l.pack, 'moq', l.moq,
    'policy', l.policy, 'whenShort', l.when_short, 'lateMinutes', l.late_minutes, 'referenceAmount', l.reference_amount, 'hsCode', l.hs_code,
    'weightGrams', l.weight_grams, 'qualityCriteria', l.quality_criteria, 'freightNote', l.freight_note,
    'tiers', coalesce((select jsonb_agg(jsonb_build_object('minQuantity', t.min_quantity, 'unitAmount', t.unit_amount) order by t.min_quantity)
      from public.lot_tiers t where t.lot_id = l.id), '[]'))
$$;

create function private.check_criteria(p jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_array_length(p) > 10 or exists (select 1 from jsonb_array_elements(p) c
      where length(btrim(coalesce(c ->> 'question', ''))) not between 3 and 200 or length(coalesce(c ->> 'id', '')) not between 1 and 40
        or coalesce((c ->> 'weightBp')::integer, -1) not between 0 and 10000)
     or (select count(distinct c ->> 'id') <> count(*) from jsonb_array_elements(p) c) then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if p <> '[]' and (select sum((c ->> 'weightBp')::integer) from jsonb_array_elements(p) c) <> 10000 then
    raise exception 'weights_not_whole' using errcode = 'PT400';
  end if;
end $$;

create function private.write_tiers(p_lot uuid, p_tiers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if jsonb_array_length(p_tiers) > 12 then raise exception 'too_many_tiers' using errcode = 'PT400'; end if;
  delete from public.lot_tiers where lot_id = p_lot;
  insert into public.lot_tiers (lot_id, min_quantity, unit_amount)
  select p_lot, (t ->> 'minQuantity')::bigint, (t ->> 'unitAmount')::bigint from jsonb_array_elements(p_tiers) t;
  if exists (select 1 from (select t.unit_amount - lag(t.unit_amount) over (order by t.min_quantity) as rise
      from public.lot_tiers t where t.lot_id = p_lot) steps where rise > 0) then
    raise exception 'tier_price_rises' using errcode = 'PT400';
  end if;
end $$;

-- Quantities are counted as finely as the unit allows.
create function private.write_lot(p_lot uuid, p_round uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  media uuid := (p ->> 'mediaId')::uuid;
begin
  perform private.check_criteria(coalesce(p -> 'qualityCriteria', '[]'));
  update public.lots l set
    title = btrim(p ->> 'title'), specification = btrim(coalesce(p ->> 'specification', '')),
    media_id = case when p ? 'mediaId' then (select m.id from public.media m join public.rounds r on r.cluster_id = m.cluster_id
      where m.id = media and r.id = p_round) else l.media_id end,
    unit = p ->> 'unit', decimals = (select u.decimals from public.units u where u.code = p ->> 'unit'),
    pack = (p ->> 'pack')::bigint, moq = coalesce((p ->> 'moq')::bigint, 0),
    policy = coalesce(p ->> 'policy', 'cheapest_total')::public.lot_policy,
    when_short = coalesce(p ->> 'whenShort', 'fail')::public.lot_shortfall, late_minutes = coalesce((p ->> 'lateMinutes')::smallint, 0),
    reference_amount = (p ->> 'referenceAmount')::bigint, hs_code = nullif(p ->> 'hsCode', ''), weight_grams = (p ->> 'weightGrams')::bigint,
    quality_criteria = coalesce(p -> 'qualityCriteria', '[]'), freight_note = btrim(coalesce(p ->> 'freightNote', ''))
  where l.id = p_lot;
  perform private.write_tiers(p_lot, coalesce(p -> 'tiers', '[]'));
end $$;

create function private.insert_lot(p_id uuid, p_round uuid, p jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  place integer := coalesce((select max(l.position) + 1 from public.lots l where l.round_id = p_round), 0);
begin
  if place > 99 then raise exception 'too_many_lots' using errcode = 'PT409'; end if;
  insert into public.lots (id, round_id, position, title, unit, decimals)
  select p_id, p_round, place, btrim(p ->> 'title'), u.code, u.decimals from public.units u where u.code = p ->> 'unit';
  if not found then raise exception 'unknown_unit' using errcode = 'PT400'; end if;
  perform private.write_lot(p_id, p_round, p);
end $$;

create function public.save_lot(p_id uuid, p_round uuid, p_lot jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.draft_round(p_round);
  made_for uuid;
begin
  select l.round_id into made_for from public.lots l where l.id = p_id;
  if made_for is null then perform private.insert_lot(p_id, p_round, p_lot);
  elsif made_for <> p_round then raise exception 'conflict' using errcode = 'PT409';
  else perform private.write_lot(p_id, p_round, p_lot); end if;
  perform private.record_event('round', p_round, 'round.lot_saved', p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'lot', btrim(p_lot ->> 'title')));
  return p_id;
end $$;
comment on function public.save_lot is
  'Makes a lot at the end of a draft, or changes it. pack, moq and tiers in steps of the unit; amounts in minor units for one whole unit. Without mediaId the picture stays.';
grant execute on function public.save_lot(uuid, uuid, jsonb) to authenticated;

create function public.remove_lot(p_lot uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.lots;
  r public.rounds;
begin
  select * into l from public.lots where id = p_lot;
  if l.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.draft_round(l.round_id);
  update public.wishes set closed_at = null, lot_id = null where lot_id = p_lot;
  delete from public.lots where id = p_lot;
  update public.lots x set position = x.position - 1 where x.round_id = l.round_id and x.position > l.position;
  perform private.record_event('round', r.id, 'round.lot_removed', p_cluster => r.cluster_id,
    p_data => jsonb_build_object('name', r.title, 'lot', l.title));
end $$;
comment on function public.remove_lot is 'Wishes that it came from are open again.';
grant execute on function public.remove_lot(uuid) to authenticated;

create function public.move_lot(p_lot uuid, p_up boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  l public.lots;
  other public.lots;
begin
  select * into l from public.lots where id = p_lot;
  if l.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.draft_round(l.round_id);
  select * into l from public.lots where id = p_lot;
  select * into other from public.lots x where x.round_id = l.round_id
    and x.position = l.position + case when p_up then -1 else 1 end;
  if other.id is null then return; end if;
  update public.lots x set position = case x.id when l.id then other.position else l.position end where x.id in (l.id, other.id);
end $$;
grant execute on function public.move_lot(uuid, boolean) to authenticated;

create function public.set_lot_media(p_lot uuid, p_media uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select x.* into r from public.rounds x join public.lots l on l.round_id = x.id where l.id = p_lot;
  if r.id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  r := private.draft_round(r.id);
  if p_media is not null and not exists (select 1 from public.media m where m.id = p_media and m.cluster_id = r.cluster_id) then
    raise exception 'photo_unknown' using errcode = 'PT400';
  end if;
  update public.lots set media_id = p_media where id = p_lot;
end $$;
comment on function public.set_lot_media is 'A picture of the cluster; null takes it off. The picture itself stays: an earlier round may show it.';
grant execute on function public.set_lot_media(uuid, uuid) to authenticated;

-- Starting from something -------------------------------------------------------------------------

create function private.round_content(p_round uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.round_rules(r) || jsonb_build_object('lots', coalesce((
    select jsonb_agg(private.lot_rules(l) order by l.position) from public.lots l where l.round_id = r.id), '[]'))
  from public.rounds r where r.id = p_round
$$;

create function private.start_round(p_id uuid, p_cluster uuid, p_content jsonb, p_from uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  lot jsonb;
begin
  perform private.insert_round(p_id, p_cluster, p_content, p_from);
  for lot in select x from jsonb_array_elements(p_content -> 'lots') x loop
    perform private.insert_lot(gen_random_uuid(), p_id, lot);
  end loop;
end $$;

-- The prices at which a lot was really bought last: the winner's tiers at the round's frozen rate, halves up. Several
-- winners: the one that sold most. {tiers}, null when it was never bought.
create function private.bought_tiers(p_lot uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select case when count(*) > 0 then jsonb_build_object('tiers', jsonb_agg(jsonb_build_object(
      'minQuantity', min_quantity, 'unitAmount', unit_amount) order by min_quantity)) end from (
    select t.min_quantity, min(greatest(1, case when b.currency = r.currency then t.unit_amount
      else div(t.unit_amount::numeric * x.numerator * 2 + x.denominator, 2 * x.denominator::numeric)::bigint end)) over (order by t.min_quantity) as unit_amount
    from public.award_lines a
    join public.awards w on w.id = a.award_id
    join public.rounds r on r.id = w.round_id
    join public.bid_lines bl on bl.id = a.bid_line_id
    join public.bids b on b.id = bl.bid_id
    join public.bid_tiers t on t.line_id = bl.id
    left join public.round_rates x on x.round_id = r.id and x.currency = b.currency
    where a.lot_id = p_lot and (b.currency = r.currency or x.currency is not null) and a.id = (
      select y.id from public.award_lines y join public.awards v on v.id = y.award_id
      where y.lot_id = p_lot order by v.version desc, y.quantity desc, y.id limit 1)
    order by t.min_quantity limit 12) bought);
end $$;

create function public.clone_round(p_id uuid, p_from uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  source public.rounds;
  content jsonb;
begin
  perform private.require_active_user();
  select * into source from public.rounds where id = p_from;
  if source.id is null or not private.coordinates_cluster(source.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if private.claim_round(p_id, source.cluster_id) then return p_id; end if;
  content := private.round_rules(source) || jsonb_build_object('lots', coalesce((
    select jsonb_agg(private.lot_rules(l) || coalesce(private.bought_tiers(l.id), '{}') order by l.position)
    from public.lots l where l.round_id = p_from), '[]'));
  perform private.start_round(p_id, source.cluster_id, content, p_from);
  return p_id;
end $$;
comment on function public.clone_round is 'A draft with the rules and lots of an earlier round, without its dates; indicative prices are what was last paid.';
grant execute on function public.clone_round(uuid, uuid) to authenticated;

create function public.save_template(p_id uuid, p_round uuid, p_name text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds := private.require_round_coordinator(p_round);
begin
  if (select count(*) from public.round_templates t where t.cluster_id = r.cluster_id) >= 100 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  insert into public.round_templates (id, cluster_id, name, content, created_by)
  values (p_id, r.cluster_id, btrim(p_name), private.round_content(p_round), auth.uid())
  on conflict (id) do nothing;
  return p_id;
end $$;
grant execute on function public.save_template(uuid, uuid, text) to authenticated;

create function public.start_from_template(p_id uuid, p_template uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  t public.round_templates;
begin
  perform private.require_active_user();
  select * into t from public.round_templates where id = p_template;
  if t.id is null or not private.coordinates_cluster(t.cluster_id) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if private.claim_round(p_id, t.cluster_id) then return p_id; end if;
  perform private.start_round(p_id, t.cluster_id, t.content);
  return p_id;
end $$;
grant execute on function public.start_from_template(uuid, uuid) to authenticated;

create function public.delete_template(p_template uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  owner uuid := (select t.cluster_id from public.round_templates t where t.id = p_template);
begin
  perform private.require_active_user();
  if owner is null or not private.coordinates_cluster(owner) then raise exception 'not_found' using errcode = 'PT404'; end if;
  delete from public.round_templates where id = p_template;
end $$;
grant execute on function public.delete_template(uuid) to authenticated;
