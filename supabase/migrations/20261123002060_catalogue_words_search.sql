-- What a typed text finds. Six classes of matches, the best first, each without those before it:
--   1 every word in the title in the visitor's language          4 … or in the name of its category, material, technique
--   2 every word in the title in any language                    5 … or in the name of its producer, cluster, certificate
--   3 the same with beginnings of words and corrected words      6 … or in its description
-- Within a class the newest come first. No score, so an order that can be explained and paged through.

create type private.word_match as (
  typed text, used text, title_here bit varying, title bit varying, title_wide bit varying,
  kind_name bit varying, maker_name bit varying, description bit varying
);
create type private.text_match as (classes bit varying[], showing text, did_you_mean text, is_partial boolean);

create function private.word_tokens(p_kinds integer[], p_words text[]) returns bigint[]
language plpgsql immutable set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(private.token(k, w)), '{}') from unnest(p_kinds) k, unnest(p_words) w);
end $$;

-- Listings of the things with one of these words in their name; a category brings all that lies under it.
create function private.named_set(p_kinds integer[], p_words text[], nothing bit varying) returns bit varying
language plpgsql stable set search_path = '' as $$
declare
  tokens bigint[];
begin
  with recursive hit as (
    select n.kind, n.token, n.key from private.name_words n where n.word = any (p_words) and n.kind = any (p_kinds)
  ), down as (
    select h.key::uuid as id from hit h where h.kind = 1
    union select c.id from public.categories c join down d on c.parent_id = d.id
  )
  select array_agg(x.token) into tokens from (
    select h.token from hit h union select private.token(1, d.id::text) from down d) x;
  if tokens is null then return nothing; end if;
  return private.facet_set(tokens, nothing);
end $$;

create function private.match_word(p_typed text, p_exact text[], p_wide text[], p_locale public.locale, nothing bit varying)
returns private.word_match
language plpgsql stable set search_path = '' as $$
declare
  here constant integer := 16 + array_position('{en,fr,rw,sw}', p_locale::text);
  m private.word_match;
begin
  m.typed := p_typed;
  m.used := p_typed;
  m.title_here := private.word_set(private.word_tokens(array[here], p_exact), nothing);
  m.title := m.title_here
    | private.word_set(private.word_tokens(array_remove('{17,18,19,20}'::integer[], here), p_exact), nothing);
  m.title_wide := case when p_wide = p_exact then m.title
    else m.title | private.word_set(private.word_tokens('{17,18,19,20}', p_wide), nothing) end;
  m.kind_name := private.named_set('{1,4,5}', p_wide, nothing);
  m.maker_name := private.named_set('{2,6}', p_wide, nothing)
    | private.word_set(private.word_tokens('{21}', p_wide), nothing);
  m.description := private.word_set(private.word_tokens('{16}', p_wide), nothing);
  return m;
end $$;

create function private.matched(m private.word_match) returns bit varying
language sql immutable set search_path = '' as $$
  select m.title_wide | m.kind_name | m.maker_name | m.description
$$;

-- Words in use that are a slip or two away from this one, the likeliest first.
create function private.corrections(p_typed text) returns table (word text, slips integer, uses bigint)
language plpgsql stable set search_path = '' as $$
begin
  return query
  select c.word, c.slips, c.uses from (
    select w.word, private.slips_between(p_typed, w.word) as slips,
      (select coalesce(sum(b.n), 0) from private.word_bits b where b.token = any (private.word_tokens('{16,17,18,19,20,21}', array[w.word])))
        + case when exists (select 1 from private.name_words n where n.word = w.word) then 1 else 0 end as uses
    from private.words w
    where w.slips && private.slips_of(p_typed) and w.word <> p_typed
  ) c
  where c.uses > 0 and c.slips <= case when length(p_typed) < 7 then 1 else 2 end
  order by c.slips, left(c.word, 1) <> left(p_typed, 1), c.uses desc, c.word
  limit 3;
end $$;

-- One word of the query. When nothing has it, the words it may have been meant to be.
create function private.find_word(p_word text, p_is_last boolean, p_locale public.locale, nothing bit varying)
returns private.word_match
language plpgsql stable set search_path = '' as $$
declare
  exact text[] := private.words_like(p_word);
  wide text[] := exact;
  m private.word_match;
  meant text[];
begin
  if p_is_last and length(p_word) >= 3 then
    wide := array(select w from unnest(exact || private.words_from(p_word)) w group by w);
    if wide <@ exact then wide := exact; end if;
  end if;
  m := private.match_word(p_word, exact, wide, p_locale, nothing);
  if length(p_word) < 4 or bit_count(private.matched(m)) > 0 then return m; end if;
  meant := array(select c.word from private.corrections(p_word) c);
  if meant = '{}' then return m; end if;
  wide := array(select distinct w from unnest(meant) t, unnest(private.words_like(t)) w);
  m := private.match_word(p_word, '{}', wide, p_locale, nothing);
  m.used := meant[1];
  return m;
end $$;

create function private.match_text(p_q text, p_locale public.locale, nothing bit varying) returns private.text_match
language plpgsql stable set search_path = '' as $$
declare
  typed text[] := private.query_words(p_q);
  words text[] := array(select w from unnest(typed) with ordinality as t (w, i) where not private.is_stop_word(w) order by i);
  found private.word_match[] := '{}';
  all_words bit varying[] := array_fill(~nothing, array[6]);
  m private.word_match;
  result private.text_match;
begin
  if words = '{}' then words := typed; end if;
  for i in 1..cardinality(words) loop
    m := private.find_word(words[i], i = cardinality(words), p_locale, nothing);
    found := found || m;
    all_words[1] := all_words[1] & m.title_here;
    all_words[2] := all_words[2] & m.title;
    all_words[3] := all_words[3] & m.title_wide;
    all_words[4] := all_words[4] & (m.title_wide | m.kind_name);
    all_words[5] := all_words[5] & (m.title_wide | m.kind_name | m.maker_name);
    all_words[6] := all_words[6] & private.matched(m);
  end loop;
  result.is_partial := false;
  if words = '{}' then
    all_words := array[nothing];
  elsif bit_count(all_words[6]) = 0 and cardinality(words) > 1 then
    all_words := array[private.most_words(found, nothing)];
    result.is_partial := bit_count(all_words[1]) > 0;
  else
    for i in reverse 6..2 loop all_words[i] := all_words[i] & ~all_words[i - 1]; end loop;
  end if;
  result.classes := all_words;
  if exists (select 1 from unnest(found) f where f.used <> f.typed) then
    result.showing := (select string_agg(f.used, ' ' order by f.i) from unnest(found) with ordinality
      as f (typed, used, title_here, title, title_wide, kind_name, maker_name, description, i));
  end if;
  result.did_you_mean := private.likelier(found);
  return result;
end $$;

-- Listings with as many of the words as any has, when none has them all.
create function private.most_words(p_found private.word_match[], nothing bit varying) returns bit varying
language plpgsql stable set search_path = '' as $$
declare
  n constant integer := cardinality(p_found);
  at_least bit varying[] := array_fill(nothing, array[n]);
  one bit varying;
begin
  for i in 1..n loop
    one := private.matched(p_found[i]);
    for k in reverse i..2 loop at_least[k] := at_least[k] | (at_least[k - 1] & one); end loop;
    at_least[1] := at_least[1] | one;
  end loop;
  for k in reverse n..1 loop
    if bit_count(at_least[k]) > 0 then return at_least[k]; end if;
  end loop;
  return at_least[1];
end $$;

-- A rare word beside a frequent one of nearly the same letters is often somebody else's slip: offered, not taken.
create function private.likelier(p_found private.word_match[]) returns text
language plpgsql stable set search_path = '' as $$
declare
  words text[] := '{}';
  better text;
  offered boolean := false;
begin
  for i in 1..cardinality(p_found) loop
    better := null;
    if p_found[i].used = p_found[i].typed and length(p_found[i].typed) >= 5 and bit_count(private.matched(p_found[i])) <= 2 then
      select c.word into better from private.corrections(p_found[i].typed) c
      where c.uses > 20 * bit_count(private.matched(p_found[i])) order by c.slips, c.uses desc limit 1;
    end if;
    offered := offered or better is not null;
    words := words || coalesce(better, p_found[i].used);
  end loop;
  return case when offered then array_to_string(words, ' ') end;
end $$;
