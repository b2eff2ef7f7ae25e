-- What coordinators and operators see of the trade: how fast members answer, what is stuck, what becomes an order, and
-- the value of orders by cluster and month. Counts and sums only; nothing of what people wrote.

-- When a producer first had the inquiry in front of it, and when it first answered.
create function private.answer_times(p_producers uuid[], p_since timestamptz)
returns table (inquiry_id uuid, producer_id uuid, asked_at timestamptz, answered_at timestamptz, state public.inquiry_state, reference text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.producer_id, a.at,
    least((select min(m.created_at) from public.inquiry_messages m where m.inquiry_id = i.id and m.side = 'producer'),
      (select min(q.sent_at) from public.quotes q where q.inquiry_id = i.id and q.side = 'producer')),
    i.state, i.reference
  from public.inquiries i
  cross join lateral (
    select coalesce((select min(e.at) from public.events e where e.subject_kind = 'inquiry' and e.subject_id = i.id
      and e.action in ('inquiry.confirmed', 'inquiry.released')), i.created_at) as at) a
  where i.state not in ('unconfirmed', 'blocked') and not i.withheld and a.at >= p_since
    and (p_producers is null or i.producer_id = any (p_producers))
$$;

create function private.stuck_after() returns interval language sql immutable set search_path = '' as $$ select interval '3 days' $$;

create function private.answer_figures(p_producers uuid[], p_since timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
  with t as materialized (select * from private.answer_times(p_producers, p_since)),
  h as (select t.*, extract(epoch from t.answered_at - t.asked_at) / 3600 as hours from t)
  select jsonb_build_object(
    'asked', count(*), 'answered', count(h.answered_at),
    'medianHours', round(percentile_cont(0.5) within group (order by h.hours)::numeric, 1),
    'slowHours', round(percentile_cont(0.9) within group (order by h.hours)::numeric, 1),
    'inTwoDays', count(*) filter (where h.hours <= 48),
    'stuck', count(*) filter (where h.answered_at is null and h.state = 'open' and h.asked_at < now() - private.stuck_after()))
  from h
$$;

create function private.trade_figures(p_producers uuid[], p_months integer, p_cluster uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  n constant integer := least(greatest(p_months, 1), 36);
  since constant timestamptz := date_trunc('month', now()) - make_interval(months => n - 1);
begin
  return jsonb_build_object(
    'months', (select jsonb_agg(to_char(since + make_interval(months => m), 'YYYY-MM') order by m) from generate_series(0, n - 1) m),
    'answers', private.answer_figures(p_producers, since),
    'answersByMonth', (
      select coalesce(jsonb_agg(jsonb_build_object('month', s.month, 'asked', s.asked, 'answered', s.answered, 'medianHours', s.median) order by s.month), '[]')
      from (
        select to_char(t.asked_at, 'YYYY-MM') as month, count(*) as asked, count(t.answered_at) as answered,
          round(percentile_cont(0.5) within group (order by extract(epoch from t.answered_at - t.asked_at) / 3600)::numeric, 1) as median
        from private.answer_times(p_producers, since) t group by 1) s),
    'funnel', (
      select jsonb_build_object('asked', count(*), 'quoted', count(*) filter (where s.quoted), 'ordered', count(*) filter (where s.ordered),
        'delivered', count(*) filter (where s.delivered))
      from (
        select exists (select 1 from public.quotes q where q.inquiry_id = t.inquiry_id and q.side = 'producer' and q.state <> 'draft') as quoted,
          o.id is not null as ordered, o.delivered_at is not null as delivered
        from private.answer_times(p_producers, since) t left join public.orders o on o.inquiry_id = t.inquiry_id) s),
    'stuck', (
      select coalesce(jsonb_agg(jsonb_build_object('inquiryId', s.inquiry_id, 'reference', s.reference, 'producer', p.name,
        'producerId', s.producer_id, 'askedAt', s.asked_at) order by s.asked_at), '[]')
      from (
        select * from private.answer_times(p_producers, since) t
        where t.answered_at is null and t.state = 'open' and t.asked_at < now() - private.stuck_after() order by t.asked_at limit 25) s
      join public.producers p on p.id = s.producer_id),
    'orders', (
      select jsonb_build_object('count', count(*), 'late', count(*) filter (where o.promised_on < current_date and o.shipped_at is null and o.state <> 'cancelled'),
        'shipped', count(o.shipped_at), 'onTime', count(*) filter (where o.shipped_at::date <= o.promised_on), 'cancelled', count(*) filter (where o.state = 'cancelled'))
      from public.orders o where o.created_at >= since and (p_producers is null or o.producer_id = any (p_producers))),
    'values', (
      select coalesce(jsonb_agg(jsonb_build_object('cluster', s.cluster, 'clusterId', s.cluster_id, 'month', s.month, 'currency', s.currency,
        'orders', s.orders, 'amount', s.amount) order by s.month, s.cluster nulls last, s.currency), '[]')
      from (
        select c.id as cluster_id, c.name as cluster, to_char(o.created_at, 'YYYY-MM') as month, o.currency, count(*) as orders,
          sum(o.total_amount) as amount
        from public.orders o
        left join public.memberships m on m.producer_id = o.producer_id and m.state = 'active' and (p_cluster is null or m.cluster_id = p_cluster)
        left join public.clusters c on c.id = m.cluster_id
        where o.state <> 'cancelled' and o.created_at >= since and (p_producers is null or o.producer_id = any (p_producers))
        group by c.id, c.name, 3, o.currency) s),
    'producers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'answers', private.answer_figures(array[p.id], since),
        'orders', coalesce(v.orders, '[]')) order by p.name, p.id), '[]')
      from public.producers p
      left join lateral (
        select jsonb_agg(jsonb_build_object('currency', s.currency, 'orders', s.orders, 'amount', s.amount) order by s.currency) as orders
        from (select o.currency, count(*) as orders, sum(o.total_amount) as amount from public.orders o
          where o.producer_id = p.id and o.state <> 'cancelled' and o.created_at >= since group by o.currency) s) v on true
      where p_producers is not null and p.id = any (p_producers)));
end $$;
comment on function private.trade_figures is
  'p_producers null = all. amount: minor units. A producer in several clusters counts in each of them; an order without a cluster has none.';

-- Null for whoever does not coordinate the cluster.
create function public.cluster_trade(p_cluster text, p_months integer default 12) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cluster uuid := (select c.id from public.clusters c where c.slug = p_cluster);
begin
  if cluster is null or not private.reads_cluster(cluster) then return null; end if;
  return private.trade_figures(
    array(select m.producer_id from public.memberships m where m.cluster_id = cluster and m.state = 'active'), p_months, cluster);
end $$;
grant execute on function public.cluster_trade(text, integer) to authenticated;

-- Null for whoever does not operate the site.
create function public.operator_trade(p_months integer default 12) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if not private.is_operator() then return null; end if;
  return private.trade_figures(null, p_months, null);
end $$;
grant execute on function public.operator_trade(integer) to authenticated;
