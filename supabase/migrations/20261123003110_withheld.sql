-- A producer may block a sender. What that sender writes from then on is withheld from the producer and looks to the
-- sender as ever: silence teaches a nuisance less than a refusal does.

alter table public.inquiries add column withheld boolean not null default false;
comment on column public.inquiries.withheld is 'The producer does not see it, because it blocked the sender. Granted to nobody: the sender does not learn it.';

create table public.producer_blocks (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid not null references public.producers (id) on delete cascade,
  inquiry_id uuid references public.inquiries (id) on delete set null,
  user_id uuid references auth.users (id) on delete cascade,
  buyer_id uuid references public.buyers (id) on delete cascade,
  email_hash bytea,
  label text not null check (length(label) <= 250),
  reason text not null default '' check (length(reason) <= 500),
  created_by uuid,
  created_at timestamptz not null default now(),
  check (user_id is not null or buyer_id is not null or email_hash is not null)
);
comment on table public.producer_blocks is
  'Whom a producer no longer hears: by account, by buying organisation, by the hash of an e-mail address. label is the name as the producer knew it.';
create index producer_blocks_producer on public.producer_blocks (producer_id, created_at desc, id);
create unique index producer_blocks_inquiry on public.producer_blocks (inquiry_id) where inquiry_id is not null;
create index producer_blocks_user on public.producer_blocks (user_id) where user_id is not null;
create index producer_blocks_buyer on public.producer_blocks (buyer_id) where buyer_id is not null;
create index producer_blocks_email on public.producer_blocks (email_hash) where email_hash is not null;
alter table public.producer_blocks enable row level security;
create policy "the producer's side reads whom it blocked" on public.producer_blocks for select to authenticated
  using (private.is_producer_member(producer_id) or private.coordinates_producer(producer_id));
-- Who is meant stays in here, as everywhere: the label is all that the producer ever knew.
grant select (id, producer_id, label, reason, created_at) on public.producer_blocks to authenticated;

create function private.blocked_by(p_user uuid, p_buyer uuid, p_email text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select b.producer_id from public.producer_blocks b where b.user_id = p_user
  union select b.producer_id from public.producer_blocks b where b.buyer_id = p_buyer
  union select b.producer_id from public.producer_blocks b where b.email_hash = private.hash_token(lower(btrim(p_email)))
$$;

-- The producer's side, everywhere it looks ----------------------------------------------------------

create or replace function private.sees_inquiry_as_producer(p_inquiry uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.inquiries i where i.id = p_inquiry
    and i.state not in ('unconfirmed', 'blocked') and not i.withheld
    and (private.is_producer_member(i.producer_id) or private.coordinates_producer(i.producer_id)))
$$;
alter policy "the producer reads confirmed inquiries" on public.inquiries using (private.sees_inquiry_as_producer(id));

create or replace function private.sees_rfq_as_producer(p_rfq uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.inquiries i join public.rfqs r on r.id = i.rfq_id where i.rfq_id = p_rfq
    and r.state in ('open', 'closed') and i.state not in ('unconfirmed', 'blocked') and not i.withheld
    and (private.is_producer_member(i.producer_id) or private.coordinates_producer(i.producer_id)))
$$;

-- Of an RFQ to several, a producer sees what it may be asked about: words without a product, and its own products. Another
-- maker's product would tell whom else the buyer asked. Of an RFQ to a cluster all were asked, and all see all.
create function private.line_is_for(r public.rfqs, p_product uuid, p_producer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select r.state in ('open', 'closed') and (r.visibility <> 'several' or p_product is null
    or exists (select 1 from public.products p where p.id = p_product and p.producer_id = p_producer))
$$;
create function private.sees_rfq_line(p_rfq uuid, p_product uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.sees_rfq_as_buyer(p_rfq)
    or exists (select 1 from public.rfqs r where r.id = p_rfq and r.state in ('held', 'refused') and private.is_operator())
    or exists (select 1 from public.inquiries i join public.rfqs r on r.id = i.rfq_id where i.rfq_id = p_rfq
      and private.sees_inquiry_as_producer(i.id) and private.line_is_for(r, p_product, i.producer_id))
$$;
grant execute on function private.sees_rfq_line(uuid, uuid) to anon, authenticated, service_role;
alter policy "who sees the RFQ sees its lines" on public.rfq_lines using (private.sees_rfq_line(rfq_id, product_id));

create or replace function public.studio_frame(p_slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'account', public.my_account(),
    'producer', jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'state', p.state, 'suspendedReason', p.suspended_reason,
      'verified', p.verified_at is not null, 'sourceLocale', p.source_locale, 'country', p.country),
    'role', case when private.owns_producer(p.id) then 'owner' when private.is_producer_member(p.id) then 'editor'
      when private.coordinates_producer(p.id) then 'coordinator' else 'operator' end,
    'unread', (select count(*) from public.inquiries i where i.producer_id = p.id and i.state not in ('unconfirmed', 'blocked') and not i.withheld
      and (i.producer_read_at is null or i.producer_read_at < i.last_message_at)),
    'orders', private.orders_waiting('producer', p.id),
    'money', private.payments_waiting(p.id),
    'clusters', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) order by c.name)
      from public.memberships m join public.clusters c on c.id = m.cluster_id where m.producer_id = p.id and m.state = 'active'), '[]'))
  from public.producers p where p.slug = p_slug and private.can_edit_producer(p.id)
$$;

-- Blocking and unblocking ---------------------------------------------------------------------------

-- From a conversation, so that nobody blocks by guessing. What is agreed is not walked away from like this. A block is of a
-- sender: it holds in all their conversations with this producer in which nothing is agreed yet.
create function public.block_sender(p_inquiry uuid, p_reason text default '') returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.inquiries;
  contact public.inquiry_contacts;
begin
  perform private.require_active_user();
  if not private.sees_inquiry_as_producer(p_inquiry) then raise exception 'not_found' using errcode = 'PT404'; end if;
  select * into i from public.inquiries where id = p_inquiry;
  select * into contact from public.inquiry_contacts where inquiry_id = p_inquiry;
  -- All in one order, so that two blocks, or a block and an acceptance, never wait for each other.
  perform 1 from public.inquiries x left join public.inquiry_contacts c on c.inquiry_id = x.id
  where x.id = p_inquiry or (x.producer_id = i.producer_id and (x.user_id = i.user_id or x.buyer_id = i.buyer_id or lower(c.email) = lower(contact.email)))
  order by x.id for update of x;
  if exists (select 1 from public.orders o where o.inquiry_id = p_inquiry) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  insert into public.producer_blocks (producer_id, inquiry_id, user_id, buyer_id, email_hash, label, reason, created_by)
  values (i.producer_id, i.id, i.user_id, i.buyer_id, private.hash_token(lower(contact.email)),
    left(concat_ws(', ', contact.name, nullif(i.organisation, '')), 250), btrim(coalesce(p_reason, '')), auth.uid())
  on conflict (inquiry_id) where inquiry_id is not null do nothing;
  update public.inquiries x set withheld = true
  where not x.withheld and not exists (select 1 from public.orders o where o.inquiry_id = x.id)
    and (x.id = p_inquiry or (x.producer_id = i.producer_id and i.producer_id in (
      select private.blocked_by(x.user_id, x.buyer_id, (select c.email from public.inquiry_contacts c where c.inquiry_id = x.id)))));
  perform private.record_event('inquiry', p_inquiry, 'inquiry.sender_blocked', p_reason => p_reason, p_producer => i.producer_id);
end $$;
grant execute on function public.block_sender(uuid, text) to authenticated;

-- Everything that was withheld of this sender comes to light, unless another block still stands.
create function public.unblock_sender(p_block uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.producer_blocks;
begin
  perform private.require_active_user();
  select * into b from public.producer_blocks where id = p_block for update;
  if not found then return; end if;
  if not (private.is_producer_member(b.producer_id) or private.coordinates_producer(b.producer_id)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  delete from public.producer_blocks where id = p_block;
  update public.inquiries i set withheld = false
  where i.producer_id = b.producer_id and i.withheld and b.producer_id not in (
    select private.blocked_by(i.user_id, i.buyer_id, (select c.email from public.inquiry_contacts c where c.inquiry_id = i.id)));
  perform private.record_event('producer', b.producer_id, 'producer.sender_unblocked', p_producer => b.producer_id);
end $$;
grant execute on function public.unblock_sender(uuid) to authenticated;
