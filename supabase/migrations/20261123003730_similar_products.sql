-- What stands beside a product, and why. Every reason can be checked by the reader; there is no hidden score:
--   same kind 4 (a neighbouring kind 2) · shared materials 2 each, at most 4 · shared techniques 2 each, at most 4
--   price within 30 % in the same currency 2 · MOQ not above half as much again 1 · lead time not longer 1 · same cluster 1
-- Most points first, then the newest. Looked at are the newest eighty of the kind, from the read model alone;
-- the tables are asked about the best eight of them.

create type private.similar_row as (id uuid, points integer, why json);

create function private.similar_to(p public.products, p_limit integer) returns private.similar_row[]
language plpgsql stable set search_path = '' as $$
declare
  kinds uuid[] := array[p.category_id];
  near uuid[];
  ours_of constant text[] := p.materials;
  ours constant uuid[] := array(select m.cluster_id from public.memberships m join public.clusters c on c.id = m.cluster_id and c.state = 'active'
    where m.producer_id = p.producer_id and m.state = 'active');
begin
  for step in 1..2 loop
    near := array(
      select s.product_id from (
        select l.* from unnest(kinds) k, lateral (select x.* from private.listings x where x.category_id = k
          order by x.published_key desc, x.product_id desc limit 80 / cardinality(kinds)) l) s
      where s.producer_id <> p.producer_id
      order by case when s.category_id = p.category_id then 4 else 2 end
        + least(2 * (coalesce((ours_of[1] = any (s.materials))::integer, 0) + coalesce((ours_of[2] = any (s.materials))::integer, 0)
          + coalesce((ours_of[3] = any (s.materials))::integer, 0) + coalesce((ours_of[4] = any (s.materials))::integer, 0)), 4)
        + case when s.price_currency = p.price_currency and s.price_amount between p.price_amount * 7 / 10 and p.price_amount * 13 / 10 then 2 else 0 end
        + case when s.moq <= p.moq * 3 / 2 then 1 else 0 end + case when s.lead_time_days <= p.lead_time_days then 1 else 0 end desc,
        s.published_key desc, s.product_id desc limit 8);
    exit when cardinality(near) >= p_limit or step = 2;
    -- Too few of the very kind: its neighbours under the same branch too.
    kinds := array(select c.id from public.categories c where c.parent_id = (select k.parent_id from public.categories k where k.id = p.category_id)
      order by c.id <> p.category_id, c.position, c.id limit 12);
    exit when cardinality(kinds) = 0;
  end loop;
  return array(
    select row(f.id, f.points, json_build_object('kind', f.kind, 'materials', to_json(f.materials), 'techniques', to_json(f.techniques),
      'price', f.price, 'moq', f.moq, 'lead', f.lead, 'cluster', f.cluster))::private.similar_row
    from (
      select w.*, case when w.kind then 4 else 2 end + least(2 * cardinality(w.materials), 4) + least(2 * cardinality(w.techniques), 4)
        + w.price::integer * 2 + w.moq::integer + w.lead::integer + (w.cluster is not null)::integer as points
      from (
        select x.id, x.published_at, x.category_id is not distinct from p.category_id as kind,
          array(select m from unnest(x.materials) m where m = any (p.materials)) as materials,
          array(select m from unnest(x.techniques) m where m = any (p.techniques)) as techniques,
          coalesce(x.price_currency = p.price_currency and x.price_amount between p.price_amount * 7 / 10 and p.price_amount * 13 / 10, false) as price,
          coalesce(x.moq <= p.moq * 3 / 2, false) as moq, coalesce(x.lead_time_days <= p.lead_time_days, false) as lead,
          (select c.slug from public.memberships s join public.clusters c on c.id = s.cluster_id
            where s.producer_id = x.producer_id and s.state = 'active' and s.cluster_id = any (ours) order by c.slug limit 1) as cluster
        from public.products x where x.id = any (near)) w) f
    order by f.points desc, f.published_at desc, f.id desc limit p_limit);
end $$;

-- For the product's page: what else this maker offers, the same kind of thing first, and similar things by others.
create function private.related(p public.products, p_locale public.locale) returns json
language plpgsql stable set search_path = '' as $$
declare
  by_maker constant uuid[] := array(
    select s.product_id from (
      select l.product_id, l.category_id, l.published_key from private.listings l
      where l.producer_id = p.producer_id and l.product_id <> p.id
      order by l.published_key desc, l.product_id desc limit 40) s
    order by s.category_id = p.category_id desc, s.published_key desc, s.product_id desc limit 4);
  similar_ones constant private.similar_row[] := private.similar_to(p, 4);
  n constant integer := cardinality(by_maker);
begin
  return (
    select json_build_object(
      'sameMaker', coalesce(json_agg(c.card order by c.place) filter (where c.place <= n), '[]'),
      'similar', coalesce(json_agg(json_build_object('card', c.card, 'why', (similar_ones[c.place - n]).why) order by c.place)
        filter (where c.place > n), '[]'))
    from private.card_rows(by_maker || array(select s.id from unnest(similar_ones) with ordinality as s (id, points, why, i) order by s.i), p_locale) c);
end $$;
