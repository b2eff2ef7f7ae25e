-- Shortlists: products that somebody means to buy. A list belongs to a buying organisation, and all its members see and
-- keep it, or to one person.

create table public.shortlists (
  id uuid primary key default gen_random_uuid(),
  buyer_id uuid references public.buyers (id) on delete cascade,
  user_id uuid references auth.users (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 80),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((buyer_id is null) <> (user_id is null))
);
comment on table public.shortlists is 'A list of products, of an organisation or of one person.';
create index shortlists_buyer on public.shortlists (buyer_id, updated_at desc) where buyer_id is not null;
create index shortlists_user on public.shortlists (user_id, updated_at desc) where user_id is not null;
create trigger shortlists_touch before update on public.shortlists for each row execute function private.touch_updated_at();

create table public.shortlist_items (
  id uuid primary key default gen_random_uuid(),
  shortlist_id uuid not null references public.shortlists (id) on delete cascade,
  product_id uuid references public.products (id) on delete set null,
  title text not null check (length(btrim(title)) between 1 and 200),
  quantity integer check (quantity between 1 and 100000000),
  note text not null default '' check (length(note) <= 1000),
  added_by uuid references auth.users (id) on delete set null,
  added_at timestamptz not null default now()
);
comment on column public.shortlist_items.title is 'As it was when it was added: a product that is taken down or deleted stays on the list by this name.';
create unique index shortlist_items_once on public.shortlist_items (shortlist_id, product_id);
create index shortlist_items_product on public.shortlist_items (product_id) where product_id is not null;
create index shortlist_items_person on public.shortlist_items (added_by) where added_by is not null;

create function private.keeps_shortlist(p_shortlist uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.shortlists s where s.id = p_shortlist
    and (s.user_id = private.active_user() or (s.buyer_id is not null and private.is_buyer_member(s.buyer_id))))
$$;
grant execute on function private.keeps_shortlist(uuid) to anon, authenticated, service_role;

alter table public.shortlists enable row level security;
create policy "the person, or the organisation's members, read their lists" on public.shortlists for select to authenticated
  using (user_id = (select private.active_user()) or (buyer_id is not null and private.is_buyer_member(buyer_id)));
grant select (id, buyer_id, name, created_at, updated_at) on public.shortlists to authenticated;

alter table public.shortlist_items enable row level security;
create policy "who reads the list reads what is on it" on public.shortlist_items for select to authenticated
  using (private.keeps_shortlist(shortlist_id));
grant select (id, shortlist_id, product_id, title, quantity, note, added_at) on public.shortlist_items to authenticated;

-- Another's list and one that does not exist look alike.
create function private.require_shortlist(p_shortlist uuid) returns public.shortlists
language plpgsql security definer set search_path = '' as $$
declare
  s public.shortlists;
begin
  perform private.require_active_user();
  select * into s from public.shortlists x where x.id = p_shortlist for update;
  if not found or not private.keeps_shortlist(p_shortlist) then raise exception 'not_found' using errcode = 'PT404'; end if;
  if s.buyer_id is not null and not exists (select 1 from public.buyers b where b.id = s.buyer_id and b.state = 'active') then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  return s;
end $$;

create function public.create_shortlist(p_id uuid, p_name text, p_buyer uuid default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  old public.shortlists;
begin
  if p_buyer is not null and not (private.is_buyer_member(p_buyer)
    and exists (select 1 from public.buyers b where b.id = p_buyer and b.state = 'active')) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform private.claim_id(p_id);
  select * into old from public.shortlists s where s.id = p_id;
  if found then
    if old.user_id = me or (old.buyer_id is not null and old.buyer_id is not distinct from p_buyer) then return p_id; end if;
    raise exception 'conflict' using errcode = 'PT409';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('shortlists' || coalesce(p_buyer, me), 0));
  if (select count(*) from public.shortlists s where case when p_buyer is null then s.user_id = me else s.buyer_id = p_buyer end) >= 100 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  insert into public.shortlists (id, buyer_id, user_id, name) values (p_id, p_buyer, case when p_buyer is null then me end, btrim(p_name));
  return p_id;
end $$;
grant execute on function public.create_shortlist(uuid, text, uuid) to authenticated;

create function public.rename_shortlist(p_shortlist uuid, p_name text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s constant public.shortlists := private.require_shortlist(p_shortlist);
begin
  update public.shortlists set name = btrim(p_name) where id = s.id;
end $$;
grant execute on function public.rename_shortlist(uuid, text) to authenticated;

create function public.delete_shortlist(p_shortlist uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s constant public.shortlists := private.require_shortlist(p_shortlist);
begin
  delete from public.shortlists where id = s.id;
  if s.buyer_id is not null then
    perform private.record_event('shortlist', s.id, 'shortlist.deleted', null, null, p_buyer => s.buyer_id, p_data => jsonb_build_object('name', s.name));
  end if;
end $$;
grant execute on function public.delete_shortlist(uuid) to authenticated;

-- Adding what is there already changes its quantity and note where new ones are given. Only what is public can be added.
create function public.add_to_shortlist(p_shortlist uuid, p_product uuid, p_quantity integer default null, p_note text default '') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  s constant public.shortlists := private.require_shortlist(p_shortlist);
  p public.products;
  item uuid;
begin
  select x.* into p from public.products x join public.producers o on o.id = x.producer_id and o.state = 'active'
  where x.id = p_product and x.state = 'published';
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  select i.id into item from public.shortlist_items i where i.shortlist_id = s.id and i.product_id = p.id;
  if item is null and (select count(*) from public.shortlist_items i where i.shortlist_id = s.id) >= 200 then
    raise exception 'too_many_kept' using errcode = 'PT409';
  end if;
  insert into public.shortlist_items as old (shortlist_id, product_id, title, quantity, note, added_by)
  values (s.id, p.id, p.title, p_quantity, btrim(coalesce(p_note, '')), private.active_user())
  on conflict (shortlist_id, product_id) do update set quantity = coalesce(excluded.quantity, old.quantity),
    note = coalesce(nullif(excluded.note, ''), old.note)
  returning id into item;
  update public.shortlists set updated_at = now() where id = s.id;
  return item;
end $$;
grant execute on function public.add_to_shortlist(uuid, uuid, integer, text) to authenticated;

create function public.change_shortlist_item(p_shortlist uuid, p_item uuid, p_quantity integer, p_note text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s constant public.shortlists := private.require_shortlist(p_shortlist);
begin
  update public.shortlist_items set quantity = p_quantity, note = btrim(coalesce(p_note, '')) where id = p_item and shortlist_id = s.id;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  update public.shortlists set updated_at = now() where id = s.id;
end $$;
grant execute on function public.change_shortlist_item(uuid, uuid, integer, text) to authenticated;

-- Taking away what is gone already is no error.
create function public.remove_from_shortlist(p_shortlist uuid, p_item uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s constant public.shortlists := private.require_shortlist(p_shortlist);
begin
  delete from public.shortlist_items where id = p_item and shortlist_id = s.id;
  if found then update public.shortlists set updated_at = now() where id = s.id; end if;
end $$;
grant execute on function public.remove_from_shortlist(uuid, uuid) to authenticated;

-- My lists and those of my organisations; with a product, which of them have it.
create function public.my_shortlists(p_product text default null, p_locale public.locale default 'en') returns json
language plpgsql stable security definer set search_path = '' as $$
declare
  me constant uuid := private.require_active_user();
  wanted public.products;
begin
  select x.* into wanted from public.products x join public.producers o on o.id = x.producer_id and o.state = 'active'
  where x.slug = p_product and x.state = 'published';
  return json_build_object(
    'lists', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'buyer', b.name, 'updatedAt', s.updated_at,
        'items', (select count(*) from public.shortlist_items i where i.shortlist_id = s.id),
        'has', exists (select 1 from public.shortlist_items i where i.shortlist_id = s.id and i.product_id = wanted.id)) order by s.updated_at desc, s.id), '[]')
      from public.shortlists s left join public.buyers b on b.id = s.buyer_id
      where s.user_id = me or s.buyer_id in (select m.buyer_id from public.buyer_members m where m.user_id = me)),
    'buyers', (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name, b.id), '[]')
      from public.buyer_members m join public.buyers b on b.id = m.buyer_id and b.state = 'active' where m.user_id = me),
    'product', case when wanted.id is not null then json_build_object('id', wanted.id, 'unit', wanted.unit, 'moq', wanted.moq,
      'orderMultiple', wanted.order_multiple, 'card', (select c.card from private.card_rows(array[wanted.id], p_locale) c)) end);
end $$;
grant execute on function public.my_shortlists(text, public.locale) to authenticated;

-- The list with what each product says now; a product that is not public any more has its name and nothing else.
create function public.read_shortlist(p_shortlist uuid, p_locale public.locale) returns json
language plpgsql stable security definer set search_path = '' as $$
declare
  s public.shortlists;
  ids uuid[];
begin
  if not private.keeps_shortlist(p_shortlist) then return null; end if;
  select * into s from public.shortlists x where x.id = p_shortlist;
  select array_agg(i.product_id) filter (where i.product_id is not null) into ids from public.shortlist_items i where i.shortlist_id = s.id;
  return json_build_object('id', s.id, 'name', s.name, 'updatedAt', s.updated_at,
    'buyer', (select json_build_object('id', b.id, 'name', b.name) from public.buyers b where b.id = s.buyer_id),
    'items', (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'quantity', i.quantity, 'note', i.note,
        'addedAt', i.added_at, 'addedBy', nullif(pr.display_name, ''), 'card', c.card, 'orderMultiple', p.order_multiple,
        'tiers', case when c.card is not null then (select coalesce(json_agg(json_build_object('minQuantity', x.min_quantity,
          'unitAmount', x.unit_amount) order by x.min_quantity), '[]') from public.price_tiers x where x.product_id = p.id) end)
        order by i.added_at, i.id), '[]')
      from public.shortlist_items i
      left join private.card_rows(ids, p_locale) c on ids[c.place] = i.product_id
      left join public.products p on p.id = i.product_id and c.card is not null
      left join public.profiles pr on pr.user_id = i.added_by
      where i.shortlist_id = s.id));
end $$;
grant execute on function public.read_shortlist(uuid, public.locale) to authenticated;
