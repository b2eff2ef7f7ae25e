-- Sending an RFQ: the rows, the verdict on abuse, and a conversation for each producer that was asked.

-- src/domain/rfq-verdict.ts has the same rule, and a test compares the two. Null: nothing is odd.
create function private.rfq_verdict(p_links integer, p_producers integer, p_account_days integer, p_blockers integer, p_repeats integer) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case
    when p_blockers >= 3 then 'blocked_sender'
    when p_links > 3 then 'many_links'
    when p_producers > 20 and p_account_days < 7 then 'many_producers'
    when p_repeats >= 3 then 'repeated_text' end
$$;
comment on function private.rfq_verdict is 'account_days: 0 for a visitor; blockers: producers that blocked the sender; repeats: the same words within a day before this time.';

create index rfqs_words on public.rfqs (md5(title || message), created_at);

create function private.judge_rfq(p_rfq uuid) returns text
language sql stable security definer set search_path = '' as $$
  select private.rfq_verdict(
    (select count(*)::integer from regexp_matches(concat_ws(' ', r.title, r.message,
      (select string_agg(l.description || ' ' || l.customisation, ' ') from public.rfq_lines l where l.rfq_id = r.id)), '(?:https?://|www\.)', 'gi')),
    (select count(*)::integer from public.rfq_producers a where a.rfq_id = r.id),
    coalesce((select floor(extract(epoch from now() - p.created_at) / 86400)::integer from public.profiles p where p.user_id = r.user_id), 0),
    (select count(distinct b)::integer from private.blocked_by(r.user_id, r.buyer_id, c.email) b),
    (select count(*)::integer from public.rfqs o left join public.rfq_contacts oc on oc.rfq_id = o.id
      where md5(o.title || o.message) = md5(r.title || r.message) and o.created_at > now() - interval '1 day' and o.id <> r.id
        and o.state <> 'unconfirmed' and (length(r.message) > 40 or o.user_id = r.user_id or oc.email = c.email)))
  from public.rfqs r left join public.rfq_contacts c on c.rfq_id = r.id where r.id = p_rfq
$$;

-- Whom it goes to, never the sender's own workshop.
create function private.rfq_targets(p_rfq jsonb, p_cluster uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  ids uuid[];
begin
  if p_cluster is not null then
    if not exists (select 1 from public.clusters c where c.id = p_cluster and c.state = 'active') then
      raise exception 'not_found' using errcode = 'PT404';
    end if;
    ids := array(select m.producer_id from public.memberships m where m.cluster_id = p_cluster and m.state = 'active'
      and private.producer_is_public(m.producer_id) and not private.is_producer_member(m.producer_id) order by 1);
  else
    ids := array(select distinct x::uuid from jsonb_array_elements_text(coalesce(p_rfq -> 'producers', '[]')) x order by 1);
    if exists (select 1 from unnest(ids) x where not private.producer_is_public(x)) then raise exception 'not_found' using errcode = 'PT404'; end if;
    if exists (select 1 from unnest(ids) x where private.is_producer_member(x)) then raise exception 'own_product' using errcode = 'PT409'; end if;
    if cardinality(ids) > 50 then raise exception 'too_many_producers' using errcode = 'PT400'; end if;
  end if;
  if cardinality(ids) = 0 then raise exception 'no_producer_chosen' using errcode = 'PT400'; end if;
  return ids;
end $$;

create function private.add_rfq_line(p_rfq uuid, p_position integer, p_line jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  product public.products;
  line uuid := gen_random_uuid();
  quantity integer := (p_line ->> 'quantity')::integer;
  variant uuid := (p_line ->> 'variantId')::uuid;
begin
  if p_line ->> 'productId' is not null then product := private.product_to_ask_about((p_line ->> 'productId')::uuid); end if;
  if variant is not null and not exists (select 1 from public.variants v where v.id = variant and v.product_id = product.id) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  insert into public.rfq_lines (id, rfq_id, position, product_id, variant_id, description, quantity, unit, target_amount, target_currency,
    customisation, sample_wanted)
  values (line, p_rfq, p_position, product.id, variant,
    btrim(left(coalesce(product.title || coalesce(' · ' || (select v.name from public.variants v where v.id = variant), ''), p_line ->> 'description'), 500)),
    quantity, coalesce(product.unit, p_line ->> 'unit'), (p_line ->> 'targetAmount')::bigint, p_line ->> 'targetCurrency',
    coalesce(btrim(p_line ->> 'customisation'), ''), coalesce((p_line ->> 'sampleWanted')::boolean, false));
  insert into public.rfq_line_sizes (line_id, size, quantity)
  select line, btrim(s ->> 'size'), (s ->> 'quantity')::integer from jsonb_array_elements(coalesce(p_line -> 'sizes', '[]')) s;
  if found and (select sum(s.quantity) from public.rfq_line_sizes s where s.line_id = line) <> quantity then
    raise exception 'sizes_differ' using errcode = 'PT400';
  end if;
end $$;

create function private.make_rfq(p_id uuid, p_rfq jsonb, p_state public.rfq_state, p_user uuid, p_buyer uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  cluster uuid := (p_rfq ->> 'clusterId')::uuid;
  targets uuid[] := private.rfq_targets(p_rfq, cluster);
  lines jsonb := coalesce(p_rfq -> 'lines', '[]');
begin
  if least((p_rfq ->> 'neededBy')::date, (p_rfq ->> 'answersBy')::date) < current_date then raise exception 'date_past' using errcode = 'PT400'; end if;
  if jsonb_array_length(lines) = 0 then raise exception 'line_needed' using errcode = 'PT400'; end if;
  if jsonb_array_length(lines) > 50 then raise exception 'too_many_lines' using errcode = 'PT400'; end if;
  insert into public.rfqs (id, state, visibility, cluster_id, buyer_id, user_id, locale, title, message, organisation, country, destination,
    incoterm, incoterm_place, needed_by, answers_by, payment_preference)
  values (p_id, p_state, case when cluster is not null then 'cluster' when cardinality(targets) = 1 then 'one' else 'several' end::public.rfq_visibility,
    cluster, p_buyer, p_user, (p_rfq ->> 'locale')::public.locale, btrim(p_rfq ->> 'title'), coalesce(btrim(p_rfq ->> 'message'), ''),
    coalesce(btrim(p_rfq ->> 'organisation'), ''), nullif(p_rfq ->> 'country', ''), coalesce(btrim(p_rfq ->> 'destination'), ''),
    (nullif(p_rfq ->> 'incoterm', ''))::public.incoterm, nullif(btrim(p_rfq ->> 'incotermPlace'), ''), (p_rfq ->> 'neededBy')::date,
    (p_rfq ->> 'answersBy')::date, (nullif(p_rfq ->> 'paymentPreference', ''))::public.payment_method);
  for n in 0..jsonb_array_length(lines) - 1 loop
    perform private.add_rfq_line(p_id, n, lines -> n);
  end loop;
  insert into public.rfq_producers (rfq_id, producer_id) select p_id, unnest(targets);
  -- Somebody asked about nothing but other makers' products would see no line: then the lines are words alone.
  if cluster is null and cardinality(targets) > 1 and exists (select 1 from unnest(targets) t where not exists (
      select 1 from public.rfq_lines l left join public.products p on p.id = l.product_id
      where l.rfq_id = p_id and (l.product_id is null or p.producer_id = t))) then
    update public.rfq_lines set product_id = null, variant_id = null where rfq_id = p_id;
  end if;
  perform private.attach_files('rfq', p_id, p_rfq -> 'files');
  perform private.record_event('rfq', p_id, 'rfq.created', p_to => p_state::text, p_buyer => p_buyer);
end $$;

-- Lets a confirmed RFQ in: to the producers, or first to an operator.
create function private.admit_rfq(p_rfq uuid) returns public.rfq_state
language plpgsql security definer set search_path = '' as $$
declare
  reason text := private.judge_rfq(p_rfq);
  r public.rfqs;
begin
  if reason is null then
    perform private.deliver_rfq(p_rfq);
    return 'open';
  end if;
  update public.rfqs set state = 'held', held_reason = reason where id = p_rfq returning * into r;
  -- Without the reason: who sends may read their own record, and must not learn who blocked them.
  perform private.record_event('rfq', p_rfq, 'rfq.held', p_to => 'held', p_buyer => r.buyer_id);
  perform private.notify_operators('rfq_held', jsonb_build_object('rfqId', r.id, 'reference', r.reference, 'title', r.title, 'reason', reason));
  return 'held';
end $$;

-- A conversation for each producer. None of them learns of the others; one that blocked the sender gets none of it.
create function private.deliver_rfq(p_rfq uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rfqs;
  contact public.rfq_contacts;
  one record;
  deaf uuid[];
begin
  update public.rfqs set state = 'open', sent_at = now() where id = p_rfq and state <> 'open' returning * into r;
  if not found then return; end if;
  select * into contact from public.rfq_contacts c where c.rfq_id = p_rfq;
  deaf := array(select private.blocked_by(r.user_id, r.buyer_id, contact.email));
  -- In one order always, so that two deliveries never wait for each other crosswise.
  for one in select a.producer_id, gen_random_uuid() as id, a.producer_id = any (deaf) as withheld
    from public.rfq_producers a where a.rfq_id = p_rfq and private.producer_is_public(a.producer_id) order by a.producer_id
  loop
    insert into public.inquiries (id, state, producer_id, rfq_id, product_id, buyer_id, user_id, locale, country, needed_by, product_title,
      organisation, buyer_read_at, withheld)
    values (one.id, 'open', one.producer_id, r.id,
      (select l.product_id from public.rfq_lines l join public.products p on p.id = l.product_id and p.producer_id = one.producer_id
        where l.rfq_id = r.id order by l.position limit 1),
      r.buyer_id, r.user_id, r.locale, r.country, r.needed_by, r.title, r.organisation, clock_timestamp(), one.withheld);
    insert into public.inquiry_messages (inquiry_id, side, author, body)
    values (one.id, 'buyer', r.user_id, coalesce(nullif(r.message, ''), r.title));
    insert into public.inquiry_contacts (inquiry_id, name, email) values (one.id, contact.name, contact.email);
    perform private.record_event('inquiry', one.id, 'inquiry.created', p_to => 'open', p_producer => one.producer_id, p_buyer => r.buyer_id,
      p_data => jsonb_build_object('rfqId', r.id));
    if not one.withheld then
      perform private.notify_producer(one.producer_id, 'rfq_new', private.rfq_news(r) || jsonb_build_object('inquiryId', one.id));
    end if;
  end loop;
  perform private.record_event('rfq', p_rfq, 'rfq.delivered', p_to => 'open', p_cluster => r.cluster_id, p_buyer => r.buyer_id);
  if r.cluster_id is not null then perform private.notify_coordinators(r.cluster_id, 'rfq_cluster', private.rfq_news(r)); end if;
end $$;

create function private.rfq_news(r public.rfqs) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('rfqId', r.id, 'reference', r.reference, 'title', r.title, 'message', left(r.message, 500),
    'country', r.country, 'organisation', nullif(coalesce(nullif(r.organisation, ''), b.name), ''), 'date', r.answers_by, 'neededBy', r.needed_by,
    'count', (select count(*) from public.rfq_lines l where l.rfq_id = r.id)))
  from (select 1) one left join public.buyers b on b.id = r.buyer_id
$$;

-- `p_id` comes from the form: sending it again sends nothing again. Answers the state it is in.
create function public.send_rfq(p_id uuid, p_rfq jsonb, p_buyer uuid default null) returns public.rfq_state
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_active_user();
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.rfqs r where r.id = p_id) then
    return (select private.own_rfq_state(r, me) from public.rfqs r where r.id = p_id);
  end if;
  if p_buyer is not null and not private.is_buyer_member(p_buyer) then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  -- Counted one after the other: forty forms at once would otherwise all find the budget untouched.
  perform pg_advisory_xact_lock(hashtextextended('rfqs of ' || me, 0));
  if (select count(*) from public.rfqs r where r.user_id = me and r.created_at > now() - interval '1 day') >= 20 then
    raise exception 'rate_limited' using errcode = 'PT429';
  end if;
  perform private.make_rfq(p_id, p_rfq, 'held', me, p_buyer);
  insert into public.rfq_contacts (rfq_id, name, email)
  -- Without a name the organisation stands in, never a part of the address.
  select p_id, coalesce(nullif(btrim(pr.display_name), ''), nullif(btrim(p_rfq ->> 'organisation'), ''),
    (select b.name from public.buyers b where b.id = p_buyer), '–'), u.email
  from auth.users u join public.profiles pr on pr.user_id = u.id where u.id = me;
  return private.admit_rfq(p_id);
end $$;
grant execute on function public.send_rfq(uuid, jsonb, uuid) to authenticated;

create function private.own_rfq_state(r public.rfqs, p_user uuid) returns public.rfq_state
language plpgsql stable set search_path = '' as $$
begin
  if r.user_id is distinct from p_user then raise exception 'conflict' using errcode = 'PT409'; end if;
  return r.state;
end $$;

-- Called by the server for a visitor (it has counted the address's budget); nothing reaches anybody yet.
create function public.send_visitor_rfq(p_id uuid, p_rfq jsonb, p_name text, p_email text) returns public.rfq_state
language plpgsql security definer set search_path = '' as $$
declare
  token text := private.new_token();
  address text := lower(btrim(p_email));
begin
  perform private.claim_id(p_id);
  if exists (select 1 from public.rfqs r where r.id = p_id) then return 'unconfirmed'; end if;
  perform private.make_rfq(p_id, p_rfq, 'unconfirmed', null, null);
  insert into public.rfq_contacts (rfq_id, name, email, confirm_hash) values (p_id, btrim(p_name), address, private.hash_token(token));
  perform public.enqueue_mail(address, 'rfq_confirm', (p_rfq ->> 'locale')::public.locale,
    jsonb_build_object('name', btrim(p_name), 'title', btrim(p_rfq ->> 'title'), 'token', token));
  return 'unconfirmed';
end $$;
grant execute on function public.send_visitor_rfq(uuid, jsonb, text, text) to service_role;

-- The link in the mail: works once, within a week; answers the visitor's key to the RFQ and all its conversations.
create function public.confirm_rfq(p_token text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  contact public.rfq_contacts;
  key text := private.new_token();
begin
  select * into contact from public.rfq_contacts c where c.confirm_hash = private.hash_token(p_token) for update;
  if not found or contact.created_at < now() - interval '7 days' then raise exception 'link_gone' using errcode = 'PT410'; end if;
  update public.rfq_contacts set confirm_hash = null, key_hashes = array[private.hash_token(key)] where rfq_id = contact.rfq_id;
  perform private.record_event('rfq', contact.rfq_id, 'rfq.confirmed', 'unconfirmed');
  return jsonb_build_object('rfqId', contact.rfq_id, 'key', key, 'state', private.admit_rfq(contact.rfq_id));
end $$;
grant execute on function public.confirm_rfq(text) to anon, authenticated;

-- Enough answers: the RFQ takes no more, and what has not led to an agreement is closed with it.
create function public.close_rfq(p_rfq uuid, p_key text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if p_key is null then perform private.require_active_user(); end if;
  if not (private.sees_rfq_as_buyer(p_rfq) or private.key_opens_rfq(p_rfq, array[p_key])) then raise exception 'not_found' using errcode = 'PT404'; end if;
  perform private.end_rfq(p_rfq);
end $$;

create function private.end_rfq(p_rfq uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rfqs;
begin
  select * into r from public.rfqs where id = p_rfq for update;
  if r.state = 'closed' then return; end if;
  if r.state not in ('open', 'held', 'unconfirmed') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  update public.rfqs set state = 'closed', closed_at = now(), sent_at = coalesce(sent_at, now()) where id = p_rfq;
  update public.rfq_contacts set confirm_hash = null where rfq_id = p_rfq;
  update public.inquiries i set state = 'closed' where i.rfq_id = p_rfq and i.state in ('open', 'answered', 'declined')
    and not exists (select 1 from public.quotes q where q.inquiry_id = i.id and q.state = 'accepted');
  perform private.record_event('rfq', p_rfq, 'rfq.closed', r.state::text, 'closed', p_cluster => r.cluster_id, p_buyer => r.buyer_id);
end $$;
grant execute on function public.close_rfq(uuid, text) to anon, authenticated;
