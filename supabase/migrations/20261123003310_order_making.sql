-- Making and sending: the plan with its photographs, the parcels, and the moment when the goods are there.

-- p_steps: [{"id", "title", "note", "percent", "dueOn"}]. An id that is there already is changed while it is not done.
create function public.plan_milestones(p_order uuid, p_steps jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
  step record;
  last integer;
begin
  if private.require_order_side(p_order) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.lock_order(p_order);
  if not private.order_is_before_shipping(o.state) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  if jsonb_typeof(p_steps) <> 'array' or jsonb_array_length(p_steps) not between 1 and 30 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  last := coalesce((select max(m.position) from public.order_milestones m where m.order_id = p_order), 0);
  for step in
    select (s ->> 'id')::uuid as id, btrim(s ->> 'title') as title, btrim(coalesce(s ->> 'note', '')) as note, (s ->> 'percent')::integer as percent,
      (s ->> 'dueOn')::date as due_on, n
    from jsonb_array_elements(p_steps) with ordinality as x (s, n) order by n
  loop
    if exists (select 1 from public.order_milestones m where m.id = step.id and (m.order_id <> p_order or m.done_at is not null)) then
      raise exception 'conflict' using errcode = 'PT409';
    end if;
    insert into public.order_milestones (id, order_id, title, note, percent, due_on, position, created_by)
    values (step.id, p_order, step.title, step.note, step.percent, step.due_on, last + step.n, auth.uid())
    on conflict (id) do update set title = excluded.title, note = excluded.note, percent = excluded.percent, due_on = excluded.due_on;
  end loop;
  if (select count(*) from public.order_milestones m where m.order_id = p_order) > 60 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  perform private.record_order(o, 'planned', 'producer', p_data => jsonb_build_object('count', jsonb_array_length(p_steps)));
end $$;
grant execute on function public.plan_milestones(uuid, jsonb) to authenticated;

create function private.milestone_to_work_on(p_milestone uuid) returns public.order_milestones
language plpgsql security definer set search_path = '' as $$
declare
  m public.order_milestones;
  o public.orders;
begin
  perform private.require_active_user();
  select * into m from public.order_milestones where id = p_milestone;
  if not found or private.order_side_of(m.order_id) is null then raise exception 'not_found' using errcode = 'PT404'; end if;
  if private.order_side_of(m.order_id) <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  o := private.lock_order(m.order_id);
  if not private.order_is_before_shipping(o.state) then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  select * into m from public.order_milestones where id = p_milestone for update;
  if not found then raise exception 'not_found' using errcode = 'PT404'; end if;
  return m;
end $$;

create function public.tick_milestone(p_milestone uuid, p_done boolean default true, p_note text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m constant public.order_milestones := private.milestone_to_work_on(p_milestone);
  o public.orders;
begin
  if (m.done_at is not null) = p_done then return; end if;
  select * into o from public.orders where id = m.order_id;
  update public.order_milestones set done_at = case when p_done then now() end, note = coalesce(nullif(btrim(p_note), ''), note) where id = m.id;
  perform private.record_order(o, case when p_done then 'milestone' else 'milestone_undone' end, 'producer', p_reason => p_note,
    p_data => jsonb_build_object('title', m.title));
  if p_done then
    perform private.tell_order(o, 'buyer', 'order_milestone', jsonb_build_object('title', m.title, 'reason', nullif(btrim(p_note), '')));
  end if;
end $$;
grant execute on function public.tick_milestone(uuid, boolean, text) to authenticated;

create function public.drop_milestone(p_milestone uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.order_milestones;
begin
  m := private.milestone_to_work_on(p_milestone);
  if m.done_at is not null then raise exception 'wrong_state' using errcode = 'PT409'; end if;
  delete from public.order_milestones where id = m.id;
end $$;
grant execute on function public.drop_milestone(uuid) to authenticated;

-- Photographs and papers that already lie in the order's room.
create function public.add_milestone_files(p_milestone uuid, p_files uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m constant public.order_milestones := private.milestone_to_work_on(p_milestone);
begin
  if exists (select 1 from unnest(p_files) f where not exists (
    select 1 from public.files x where x.id = f and x.room = 'order' and x.room_id = m.order_id)) then
    raise exception 'not_found' using errcode = 'PT404';
  end if;
  insert into public.order_milestone_files (milestone_id, file_id) select m.id, f from unnest(p_files) f on conflict do nothing;
end $$;
grant execute on function public.add_milestone_files(uuid, uuid[]) to authenticated;

-- The first parcel ships the order, books the invoice and issues its papers; later parcels only join it.
create function public.record_shipment(p_order uuid, p_id uuid, p_carrier text, p_tracking text default '', p_tracking_url text default null,
  p_packages integer default 1, p_gross_weight_grams bigint default null, p_shipped_on date default null, p_expected_on date default null)
returns public.order_state
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
  first_parcel constant boolean := o.state <> 'shipped';
begin
  if exists (select 1 from public.shipments s where s.id = p_id and s.order_id = p_order and my_side = 'producer') then return o.state; end if;
  if exists (select 1 from public.shipments s where s.id = p_id) then raise exception 'conflict' using errcode = 'PT409'; end if;
  if my_side <> 'producer' then raise exception 'not_allowed' using errcode = 'PT403'; end if;
  if p_shipped_on > current_date + 1 then raise exception 'out_of_range' using errcode = 'PT400'; end if;
  if first_parcel then
    perform private.move_order(o, 'ship', 'producer', p_data => jsonb_build_object('carrier', btrim(p_carrier), 'tracking', btrim(coalesce(p_tracking, ''))));
  end if;
  insert into public.shipments (id, order_id, carrier, tracking, tracking_url, packages, gross_weight_grams, shipped_on, expected_on)
  values (p_id, p_order, btrim(p_carrier), btrim(coalesce(p_tracking, '')), nullif(btrim(p_tracking_url), ''), coalesce(p_packages, 1),
    p_gross_weight_grams, coalesce(p_shipped_on, current_date), p_expected_on);
  if first_parcel then
    perform private.book_invoice(p_order);
    perform private.issue_document(p_order, 'commercial_invoice');
    perform private.issue_document(p_order, 'packing_list');
  else
    perform private.record_order(o, 'parcel', 'producer', p_data => jsonb_build_object('carrier', btrim(p_carrier)));
  end if;
  perform private.tell_order(o, 'buyer', 'order_shipped', jsonb_build_object('carrier', btrim(p_carrier), 'tracking', btrim(coalesce(p_tracking, '')),
    'date', p_expected_on, 'count', coalesce(p_packages, 1)));
  return 'shipped';
end $$;
comment on function public.record_shipment is 'p_id comes from the form: the same parcel sent twice is one.';
grant execute on function public.record_shipment(uuid, uuid, text, text, text, integer, bigint, date, date) to authenticated;

-- p_problem: what is missing or damaged opens a dispute in the same moment.
create function public.confirm_delivery(p_order uuid, p_note text default null, p_problem text default null, p_details text default null,
  p_dispute uuid default null) returns public.order_state
language plpgsql security definer set search_path = '' as $$
declare
  my_side constant public.inquiry_side := private.require_order_side(p_order);
  o public.orders := private.lock_order(p_order);
begin
  if my_side = 'buyer' and o.state in ('delivered', 'closed') then return o.state; end if;
  perform private.move_order(o, 'deliver', my_side::text, p_note);
  perform private.tell_order(o, 'producer', 'order_delivered', jsonb_build_object('reason', nullif(btrim(p_note), '')));
  if nullif(p_problem, '') is not null then
    if p_problem not in ('quantity', 'quality', 'late', 'other') then raise exception 'not_a_choice' using errcode = 'PT400'; end if;
    perform public.open_dispute(p_order, coalesce(p_dispute, gen_random_uuid()), p_problem, p_details);
  end if;
  return 'delivered';
end $$;
grant execute on function public.confirm_delivery(uuid, text, text, text, uuid) to authenticated;
