-- Reviews: one for an order, by its buyer, after the goods came; one reply of the producer. An operator may hide one and
-- says why. The public sees no order, no account, and only the name that the buyer chose.

create index reviews_state on public.reviews (state, created_at desc, order_id);

create function public.write_review(p_order uuid, p_rating integer, p_quality integer, p_communication integer, p_punctuality integer, p_body text,
  p_name text, p_show_country boolean, p_locale public.locale) returns void
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
begin
  -- Nobody praises the workshop they work for.
  if my_side <> 'buyer' or private.is_producer_member(o.producer_id) or private.coordinates_producer(o.producer_id) then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  if o.state not in ('delivered', 'closed') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if length(btrim(coalesce(p_name, ''))) = 0 then raise exception 'required' using errcode = 'PT400'; end if;
  if exists (select 1 from public.reviews r where r.order_id = p_order) then raise exception 'already_done' using errcode = 'PT409'; end if;
  insert into public.reviews (order_id, producer_id, rating, quality, communication, punctuality, body, buyer_name, buyer_country, locale)
  select o.id, o.producer_id, p_rating, p_quality, p_communication, p_punctuality, btrim(coalesce(p_body, '')), btrim(p_name),
    case when p_show_country then b.country end, p_locale
  from public.buyers b where b.id = o.buyer_id;
  perform private.record_event('review', p_order, 'review.created', null, 'published', null, o.producer_id, null, o.buyer_id,
    jsonb_build_object('side', 'buyer', 'rating', p_rating));
  perform private.tell_order(o, 'producer', 'review_new', jsonb_build_object('count', p_rating, 'reason', left(btrim(coalesce(p_body, '')), 300)));
end $$;
grant execute on function public.write_review(uuid, integer, integer, integer, integer, text, text, boolean, public.locale) to authenticated;

create function public.reply_review(p_order uuid, p_reply text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
begin
  if private.require_order_side(p_order) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.lock_order(p_order);
  if length(btrim(coalesce(p_reply, ''))) < 2 then raise exception 'required' using errcode = 'PT400'; end if;
  update public.reviews set reply = btrim(p_reply), replied_at = now() where order_id = p_order and reply is null;
  if not found then
    if not exists (select 1 from public.reviews r where r.order_id = p_order) then raise exception 'not_found' using errcode = 'PT404'; end if;
    raise exception 'already_done' using errcode = 'PT409';
  end if;
  perform private.record_event('review', p_order, 'review.replied', null, null, null, o.producer_id, null, o.buyer_id, jsonb_build_object('side', 'producer'));
  perform private.tell_order(o, 'buyer', 'review_reply', jsonb_build_object('reason', left(btrim(p_reply), 300)));
end $$;
grant execute on function public.reply_review(uuid, text) to authenticated;

create function public.set_review_hidden(p_order uuid, p_hidden boolean, p_reason text) returns public.review_state
language plpgsql security definer set search_path = '' as $$
declare
  r public.reviews;
  target constant public.review_state := case when p_hidden then 'hidden' else 'published' end;
begin
  perform private.require_operator();
  select * into r from public.reviews where order_id = p_order for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  if r.state = target then return target; end if;
  if length(btrim(coalesce(p_reason, ''))) < 3 then raise exception 'reason_required' using errcode = 'PT400'; end if;
  update public.reviews set state = target where order_id = p_order;
  perform private.record_event('review', p_order, case when p_hidden then 'review.hidden' else 'review.shown' end, r.state::text, target::text, p_reason,
    r.producer_id, null, (select o.buyer_id from public.orders o where o.id = p_order), jsonb_build_object('side', 'operator'));
  return target;
end $$;
grant execute on function public.set_review_hidden(uuid, boolean, text) to authenticated;

create function private.review_json(r public.reviews) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'rating', r.rating, 'quality', r.quality, 'communication', r.communication, 'punctuality', r.punctuality, 'body', r.body,
    'name', r.buyer_name, 'country', r.buyer_country, 'locale', r.locale, 'reply', r.reply, 'repliedAt', r.replied_at, 'at', r.created_at)
$$;

-- For the public page: how many, the mean to one decimal, and the newest.
create function private.reviews_of(p_producer uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('count', count(*), 'average', round(avg(r.rating), 1),
    'newest', coalesce((select jsonb_agg(private.review_json(x) order by x.created_at desc, x.id desc) from (
      select * from public.reviews n where n.producer_id = p_producer and n.state = 'published' order by n.created_at desc, n.id desc limit 12) x), '[]'))
  from public.reviews r where r.producer_id = p_producer and r.state = 'published'
$$;

-- The public reviews of a workshop, newest first, keyset on (created_at, id); null when the workshop is not public.
create function public.producer_reviews(p_slug text, p_before timestamptz default null, p_before_id uuid default null) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.reviews_of(p.id) - 'newest' || jsonb_build_object('producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name),
    'reviews', coalesce((select jsonb_agg(private.review_json(x) order by x.created_at desc, x.id desc) from (
      select * from public.reviews r where r.producer_id = p.id and r.state = 'published'
        and (p_before is null or (r.created_at, r.id) < (p_before, p_before_id)) order by r.created_at desc, r.id desc limit 20) x), '[]'))
  from public.producers p where p.slug = p_slug and private.producer_is_public(p.id)
$$;
grant execute on function public.producer_reviews(text, timestamptz, uuid) to anon, authenticated;

-- A review may be reported as a listing may: the desk reads it by the workshop and the name that it stands under.
create function private.review_is_public(p_review uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.reviews r where r.id = p_review and r.state = 'published' and private.producer_is_public(r.producer_id))
$$;
create or replace function private.reported_name(p_subject public.report_subject, p_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case p_subject
    when 'product' then (select p.title from public.products p where p.id = p_id)
    when 'producer' then (select p.name from public.producers p where p.id = p_id)
    when 'inquiry' then (select i.reference from public.inquiries i where i.id = p_id)
    when 'review' then (select p.name || ', ' || r.buyer_name from public.reviews r join public.producers p on p.id = r.producer_id where r.id = p_id) end
$$;
create or replace function private.reported_producer(p_subject public.report_subject, p_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select case p_subject
    when 'product' then (select p.producer_id from public.products p where p.id = p_id)
    when 'producer' then p_id
    when 'inquiry' then (select i.producer_id from public.inquiries i where i.id = p_id)
    when 'review' then (select r.producer_id from public.reviews r where r.id = p_id) end
$$;
-- Hides the review that an upheld report is about.
create function private.hide_reported_review(p_review uuid, p_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  of_order uuid;
begin
  select r.order_id into of_order from public.reviews r where r.id = p_review;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform public.set_review_hidden(of_order, true, p_reason);
end $$;

create function public.operator_reviews(p_state public.review_state default null, p_before timestamptz default null, p_before_id uuid default null)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_operator();
  return coalesce((select jsonb_agg(private.review_json(x) || jsonb_build_object('id', x.order_id, 'state', x.state,
      'producer', (select jsonb_build_object('slug', p.slug, 'name', p.name) from public.producers p where p.id = x.producer_id),
      'reason', (select e.reason from public.events e where e.subject_kind = 'review' and e.subject_id = x.order_id and e.action = 'review.hidden'
        order by e.id desc limit 1)) order by x.created_at desc, x.order_id desc)
    from (select * from public.reviews r where (p_state is null or r.state = p_state)
      and (p_before is null or (r.created_at, r.order_id) < (p_before, p_before_id)) order by r.created_at desc, r.order_id desc limit 30) x), '[]');
end $$;
grant execute on function public.operator_reviews(public.review_state, timestamptz, uuid) to authenticated;

create trigger reviews_stale_insert after insert on public.reviews referencing new table as new_rows
  for each statement execute function private.stale_things('producer', 'producer_id');
create trigger reviews_stale_update after update on public.reviews referencing new table as new_rows
  for each statement execute function private.stale_things('producer', 'producer_id');
