-- What curators ask of every booth of an exhibition, and the frame of one booth in its producer's studio.

create table public.booth_templates (
  exhibition_id uuid primary key references public.exhibitions (id) on delete cascade,
  texts jsonb not null default '{}' check (private.are_texts(texts, '{ask}')),
  objects smallint not null default 12 check (objects between 1 and 60),
  label_length smallint not null default 600 check (label_length between 100 and 2000),
  has_works boolean not null default false,
  due_at timestamptz
);
comment on table public.booth_templates is
  'ask: what the curators would like to see. objects: most in one booth. label_length: characters of a label in one language. has_works: whether things that are not for sale may stand there. due_at: by when booths should be ready; later is allowed. None: as private.booth_template gives it.';
alter table public.booth_templates enable row level security;

create function private.booth_template(p_exhibition uuid) returns public.booth_templates
language sql stable security definer set search_path = '' as $$
  select coalesce((select t from public.booth_templates t where t.exhibition_id = p_exhibition),
    row(p_exhibition, '{}'::jsonb, 12, 600, false, null)::public.booth_templates)
$$;

create function private.template_json(p_exhibition uuid, p_zone text) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('texts', t.texts, 'objects', t.objects, 'labelLength', t.label_length, 'hasWorks', t.has_works, 'dueAt', t.due_at,
    'due', private.to_wall(t.due_at, p_zone))
  from private.booth_template(p_exhibition) t
$$;
comment on function private.template_json is '{texts: {ask}, objects, labelLength, hasWorks, dueAt, due: the same on the wall clock of the fair}.';

create function public.booth_template(p_exhibition uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.template_json(e.id, e.zone) from public.exhibitions e where e.id = p_exhibition and private.reads_exhibition(e)
$$;
comment on function public.booth_template is 'For the curators'' desk. Null for a stranger.';
grant execute on function public.booth_template(uuid) to authenticated;

create function public.set_booth_template(p_exhibition uuid, p_template jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  e public.exhibitions := private.require_curator(p_exhibition);
  due timestamptz := private.from_wall(nullif(p_template ->> 'due', ''), e.zone);
begin
  if coalesce((p_template ->> 'objects')::integer, 0) not between 1 and 60 or coalesce((p_template ->> 'labelLength')::integer, 0) not between 100 and 2000 then
    raise exception 'invalid_input' using errcode = 'PT400';
  end if;
  if due >= e.closes_at then raise exception 'booth_due_late' using errcode = 'PT400'; end if;
  insert into public.booth_templates (exhibition_id, texts, objects, label_length, has_works, due_at)
  values (p_exhibition, private.tidy_texts(jsonb_build_object('ask', coalesce(p_template -> 'texts' -> 'ask', '{}'))), (p_template ->> 'objects')::smallint,
    (p_template ->> 'labelLength')::smallint, coalesce((p_template ->> 'hasWorks')::boolean, false), due)
  on conflict (exhibition_id) do update set texts = excluded.texts, objects = excluded.objects, label_length = excluded.label_length,
    has_works = excluded.has_works, due_at = excluded.due_at;
  perform private.record_exhibition(e, 'template_saved');
end $$;
comment on function public.set_booth_template is
  '{texts: {ask: {locale: text}}, objects, labelLength, hasWorks, due: wall clock of the fair or empty}. What booths hold already stays; the rules are for what is written from now on.';
grant execute on function public.set_booth_template(uuid, jsonb) to authenticated;

create function private.producer_exhibition(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', e.id, 'slug', e.slug, 'title', private.text_in(e.texts, 'title', p_locale, e.source_locale),
    'summary', private.text_in(e.texts, 'summary', p_locale, e.source_locale), 'state', private.exhibition_state(e), 'zone', e.zone,
    'opensAt', e.opens_at, 'closesAt', e.closes_at, 'now', now(), 'sourceLocale', e.source_locale, 'languages', to_jsonb(e.languages),
    'theme', e.theme, 'pattern', e.pattern, 'hasCards', e.has_cards, 'hasMeetings', e.has_meetings,
    'cluster', (select jsonb_build_object('slug', c.slug, 'name', c.name) from public.clusters c where c.id = e.cluster_id))
$$;

-- The frame of a booth's rooms in the studio.
create function public.producer_booth(p_booth uuid, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', b.id, 'slug', b.slug, 'state', b.state, 'note', b.note, 'offeredAt', b.offered_at, 'answeredAt', b.answered_at,
    'approvedAt', b.approved_at, 'title', private.booth_title(b, p_locale, e.source_locale),
    'hall', (select jsonb_build_object('slug', h.slug, 'title', private.text_in(h.texts, 'title', p_locale, e.source_locale)) from public.halls h where h.id = b.hall_id),
    'producer', (select jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'sourceLocale', p.source_locale) from public.producers p where p.id = b.producer_id),
    'exhibition', private.producer_exhibition(e, p_locale), 'template', private.template_json(e.id, e.zone),
    'acts', e.archived_at is null,
    'visited', exists (select 1 from public.card_booths c where c.booth_id = b.id) or exists (select 1 from public.meeting_slots m where m.booth_id = b.id))
  from public.booths b join public.exhibitions e on e.id = b.exhibition_id
  where b.id = p_booth and private.can_edit_producer(b.producer_id)
$$;
comment on function public.producer_booth is
  'Titles are {text, locale}; state accepted with a note: the curators handed it back with these words. acts: the exhibition is not archived. visited: there are cards or meetings. Null for whoever does not work for its producer.';
grant execute on function public.producer_booth(uuid, public.locale) to authenticated;
