-- All exhibitions, the one that is open now, search within one, and the list of what a visitor chose.

create function private.exhibition_card(e public.exhibitions, p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.exhibition_announced(e, p_locale) || case when private.exhibition_is_readable(e.id) then private.exhibition_counts(e.id) else '{}' end
$$;
comment on function private.exhibition_card is 'The frame without halls; booths and exhibits are counted once they may be read.';

create function public.exhibitions_list(p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('now', now(),
    'items', coalesce((select jsonb_agg(private.exhibition_card(s.e, p_locale) order by (s.e).opens_at desc, (s.e).id)
      from (select e from public.exhibitions e where private.exhibition_is_public(e) order by e.opens_at desc, e.id limit 100) s), '[]'),
    'turnsAt', (select min(t.at) from public.exhibitions e cross join lateral (values (e.opens_at), (e.closes_at)) as t (at)
      where private.exhibition_is_public(e) and t.at > now()))
$$;
comment on function public.exhibitions_list is 'The hundred that open last. turnsAt: when the next of them opens or closes.';

create function public.exhibition_now(p_locale public.locale) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('now', now(),
    'item', (select private.exhibition_card(e, p_locale) from public.exhibitions e
      where private.exhibition_is_public(e) and private.exhibition_state(e) = 'open' order by e.closes_at, e.id limit 1),
    'turnsAt', (select min(t.at) from public.exhibitions e cross join lateral (values (e.opens_at), (e.closes_at)) as t (at)
      where private.exhibition_is_public(e) and t.at > now()))
$$;
comment on function public.exhibition_now is 'For the home page: the open exhibition that closes first, or none.';

-- Every word of the question begins a word of the title, label, maker, material, booth or producer; accents and case do not count.
create function public.search_exhibition(p_slug text, p_query text, p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
  words constant text[] := private.query_words(left(coalesce(p_query, ''), 200));
begin
  if e.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'booths', case when words = '{}' then '[]'::jsonb else (
      select coalesce(jsonb_agg(private.booth_card(s.b, p_locale, e.source_locale) order by (s.b).position, (s.b).id), '[]') from (
        select b from public.booths b join public.producers p on p.id = b.producer_id
        where b.exhibition_id = e.id and private.booth_shows(b) and private.has_words(words,
          concat_ws(' ', p.name, p.place, (select string_agg(t.value, ' ') from jsonb_each_text(coalesce(b.texts -> 'title', '{}')) t))) limit 24) s) end,
    'exhibits', case when words = '{}' then '[]'::jsonb else private.exhibit_cards(array(
      select w.exhibit_id from private.exhibit_walk(e.id) w join public.exhibits x on x.id = w.exhibit_id
      where private.has_words(words, private.exhibit_words(x)) order by w.place limit 60), p_locale, e.source_locale) end);
end $$;

create function private.has_words(p_words text[], p_text text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select not exists (select 1 from unnest(p_words) w where strpos(' ' || private.spaced(p_text), ' ' || w) = 0)
$$;
comment on function private.has_words is 'Whether each of the folded words begins a word of the text. True when there are none.';

create function private.exhibit_words(x public.exhibits) returns text
language sql stable security definer set search_path = '' as $$
  select concat_ws(' ',
    (select string_agg(t.value, ' ') from jsonb_each(x.texts) f cross join lateral jsonb_each_text(f.value) t where f.key in ('title', 'label', 'maker', 'material', 'made')),
    (select string_agg(t.value, ' ') from jsonb_each_text(private.product_title_texts(x.product_id)) t),
    (select string_agg(n.name, ' ') from public.products p join public.term_translations n on n.kind = 'material' and n.key = any (p.materials) where p.id = x.product_id),
    (select p.name || ' ' || p.place from public.booths b join public.producers p on p.id = b.producer_id where b.id = x.booth_id))
$$;

create function public.exhibition_visit(p_slug text, p_exhibits text[], p_locale public.locale, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  if e.id is null then return null; end if;
  return jsonb_build_object('frame', private.exhibition_frame(e, p_locale),
    'exhibits', (select coalesce(jsonb_agg(private.exhibit_card(x, p_locale, e.source_locale) || jsonb_build_object('productId', x.product_id) order by w.place), '[]')
      from unnest(p_exhibits[1:100]) with ordinality as w (slug, place) join public.exhibits x on x.exhibition_id = e.id and x.slug = w.slug
      where private.exhibit_shows(x)));
end $$;
comment on function public.exhibition_visit is 'Cards of the objects with these slugs, in this order; what is not there any more is left out.';

create function public.exhibition_paper(p_slug text, p_file uuid, p_key text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  e public.exhibitions := private.shown_exhibition(p_slug, p_key);
begin
  return (select jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'sha256', f.sha256)
    from public.section_files x join public.sections s on s.id = x.section_id join public.files f on f.id = x.file_id
    where s.exhibition_id = e.id and f.id = p_file limit 1);
end $$;
comment on function public.exhibition_paper is 'A paper that a section of a shown exhibition offers; null for every other file.';

create function public.exhibition_addresses() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('slug', e.slug, 'updatedAt', e.updated_at,
    'halls', case when open.it then (select coalesce(jsonb_agg(h.slug order by h.position), '[]') from public.halls h where h.exhibition_id = e.id) else '[]' end,
    'booths', case when open.it then (select coalesce(jsonb_agg(b.slug order by b.slug), '[]') from public.booths b where b.exhibition_id = e.id and private.booth_shows(b)) else '[]' end,
    'exhibits', case when open.it then (select coalesce(jsonb_agg(x.slug order by x.slug), '[]') from public.exhibits x where x.exhibition_id = e.id and private.exhibit_shows(x)) else '[]' end)
    order by e.opens_at desc, e.id), '[]')
  from (select e.* from public.exhibitions e where private.exhibition_is_public(e) order by e.opens_at desc, e.id limit 50) e
    cross join lateral (select private.exhibition_is_readable(e.id) as it) open
$$;
comment on function public.exhibition_addresses is 'For the sitemap: slugs of what everybody may read, of the fifty newest.';

do $$
declare
  fn text;
begin
  foreach fn in array array['exhibitions_list(public.locale)', 'exhibition_now(public.locale)', 'search_exhibition(text, text, public.locale, text)',
    'exhibition_visit(text, text[], public.locale, text)', 'exhibition_paper(text, uuid, text)', 'exhibition_addresses()'] loop
    execute format('revoke execute on function public.%s from public', fn);
    execute format('grant execute on function public.%s to anon, authenticated', fn);
  end loop;
end $$;
