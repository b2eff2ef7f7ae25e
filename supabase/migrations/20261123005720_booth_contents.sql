-- What a producer puts into its booth: words, its own published products, and, where curators allow them, works that stand alone.
-- Pictures go through the functions of migration 5120 (places booth and object).

create function public.save_booth(p_booth uuid, p_texts jsonb) returns void
language plpgsql security definer set search_path = '' as $$
<<save_booth>>
declare
  b public.booths := private.require_open_booth(p_booth);
  texts jsonb := private.tidy_texts(p_texts);
begin
  update public.booths x set texts = save_booth.texts where x.id = p_booth;
  perform private.booth_event(b, 'booth_written');
end $$;
comment on function public.save_booth is '{title: {locale: text}, story: {locale: text}}, all of it; title: what stands over the booth instead of the producer''s name.';

create function private.require_booth_place(b public.booths, p_more integer) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select count(*) from public.exhibits x where x.booth_id = b.id) + p_more > (select t.objects from private.booth_template(b.exhibition_id) t) then
    raise exception 'booth_full' using errcode = 'PT409';
  end if;
end $$;

create function public.add_booth_products(p_booth uuid, p_products uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_open_booth(p_booth);
  fresh uuid[] := array(select distinct p from unnest(p_products) p where not exists (select 1 from public.exhibits x where x.booth_id = p_booth and x.product_id = p));
  place integer := (select coalesce(max(x.position) + 1, 0) from public.exhibits x where x.booth_id = p_booth);
  one public.products;
begin
  if coalesce(cardinality(p_products), 0) not between 1 and 100 then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if exists (select 1 from unnest(fresh) f where not exists (select 1 from public.products p where p.id = f and p.producer_id = b.producer_id)
      or not private.product_is_public(f)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  perform private.require_booth_place(b, cardinality(fresh));
  for one in select p.* from public.products p where p.id = any (fresh) order by array_position(p_products, p.id) loop
    insert into public.exhibits (exhibition_id, hall_id, booth_id, position, slug, kind, product_id)
    values (b.exhibition_id, b.hall_id, b.id, place, private.free_slug_in(one.title, 'public.exhibits', b.exhibition_id), 'product', one.id);
    place := place + 1;
  end loop;
  if cardinality(fresh) > 0 then perform private.booth_event(b, 'booth_written'); end if;
  return cardinality(fresh);
end $$;
comment on function public.add_booth_products is 'Published products of the booth''s own producer, in the order given, behind what is there. One that is there already stays as it is. Answers how many are new.';

create function private.require_label(b public.booths, p_texts jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select 1 from jsonb_each_text(coalesce(p_texts -> 'label', '{}')) l
      where length(l.value) > (select t.label_length from private.booth_template(b.exhibition_id) t)) then
    raise exception 'too_long' using errcode = 'PT400';
  end if;
end $$;

create function private.write_booth_work(p_id uuid, b public.booths, p_object jsonb) returns void
language plpgsql security definer set search_path = '' as $$
<<work>>
declare
  source public.locale := (select e.source_locale from public.exhibitions e where e.id = b.exhibition_id);
  texts jsonb := private.titled_texts(p_object -> 'texts', source);
  what public.exhibit_kind;
begin
  if coalesce(p_object ->> 'kind', '') not in ('work', 'tool', 'step') then raise exception 'not_a_choice' using errcode = 'PT400'; end if;
  what := (p_object ->> 'kind')::public.exhibit_kind;
  update public.exhibits x set kind = what, texts = work.texts, rights = nullif(p_object ->> 'rights', '') where x.id = p_id;
  if found then return; end if;
  if not (select t.has_works from private.booth_template(b.exhibition_id) t) then raise exception 'booth_no_works' using errcode = 'PT409'; end if;
  perform private.require_booth_place(b, 1);
  insert into public.exhibits (id, exhibition_id, hall_id, booth_id, position, slug, kind, texts, rights)
  select p_id, b.exhibition_id, b.hall_id, b.id, coalesce(max(x.position) + 1, 0),
    private.free_slug_in(work.texts -> 'title' ->> source::text, 'public.exhibits', b.exhibition_id), what, work.texts, nullif(p_object ->> 'rights', '')
  from public.exhibits x where x.booth_id = b.id;
end $$;

create function public.save_booth_object(p_id uuid, p_booth uuid, p_object jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_open_booth(p_booth);
  x public.exhibits;
begin
  select * into x from public.exhibits where id = p_id;
  if x.id is not null and x.booth_id is distinct from p_booth then raise exception 'conflict' using errcode = 'PT409'; end if;
  perform private.require_label(b, private.tidy_texts(p_object -> 'texts'));
  if x.product_id is null then perform private.write_booth_work(p_id, b, p_object);
  else update public.exhibits o set texts = private.tidy_texts(p_object -> 'texts') where o.id = p_id;
  end if;
  perform private.booth_event(b, 'booth_written');
end $$;
comment on function public.save_booth_object is
  'The words of an object of the booth: {texts}. A new id makes a work that stands alone: {kind: work, tool or step, texts, rights}. A product''s own title and pictures are the listing''s.';

create function public.remove_booth_object(p_object uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  x public.exhibits;
  b public.booths;
begin
  select * into x from public.exhibits where id = p_object;
  if x.booth_id is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  b := private.require_booth(x.booth_id);
  if b.state not in ('accepted', 'submitted', 'approved') then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  delete from public.exhibits where id = p_object;
  perform private.booth_event(b, case when b.state = 'accepted' then 'booth_written' else 'booth_object_withdrawn' end);
end $$;
comment on function public.remove_booth_object is 'Also once the booth was approved: what is sold or broken is shown no more, and nothing new is to be approved.';

create function public.arrange_booth(p_booth uuid, p_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  b public.booths := private.require_open_booth(p_booth);
  ids uuid[];
begin
  if cardinality(p_ids) > 1000 or (select count(distinct i) from unnest(p_ids) i) <> cardinality(p_ids) then raise exception 'invalid_input' using errcode = 'PT400'; end if;
  if exists (select 1 from unnest(p_ids) i where not exists (select 1 from public.exhibits x where x.id = i and x.booth_id = p_booth)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  -- What came meanwhile, and is not named, stands behind.
  ids := p_ids || array(select x.id from public.exhibits x where x.booth_id = p_booth and x.id <> all (p_ids) order by x.position, x.id);
  update public.exhibits x set position = array_position(ids, x.id) - 1 where x.booth_id = p_booth;
  perform private.booth_event(b, 'booth_written');
end $$;
comment on function public.arrange_booth is 'The objects of a booth in their order.';

grant execute on function public.save_booth(uuid, jsonb), public.add_booth_products(uuid, uuid[]), public.save_booth_object(uuid, uuid, jsonb),
  public.remove_booth_object(uuid), public.arrange_booth(uuid, uuid[]) to authenticated;
