-- What waits in the trade, for the frames of the work areas: in the one answer that they ask for anyway. In plpgsql, because
-- what an order's news is stands in a later migration.

-- Orders with news, with a proposal of the other side, or with money that its payee should look for.
create function private.orders_waiting(p_side public.inquiry_side, p_producer uuid, p_buyers uuid[] default '{}') returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from (
    select 1 from public.orders o
    where (o.producer_id = p_producer or o.buyer_id = any (p_buyers)) and o.updated_at > now() - interval '90 days'
      and (private.order_is_news(o, p_side)
        or exists (select 1 from public.order_changes c where c.order_id = o.id and c.state = 'proposed' and c.side <> p_side)
        or (p_side = 'producer' and exists (select 1 from public.payments p where p.order_id = o.id and p.state = 'proof_sent')))
    limit 100) x);
end $$;

create function private.payments_waiting(p_producer uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select count(*) from public.payments p join public.orders o on o.id = p.order_id
    where o.producer_id = p_producer and p.state = 'proof_sent');
end $$;
