-- Words of the catalogue: how a text is cut into words, and the dictionary that finds a word by its stem, by its
-- beginning, or in spite of a slip of the finger. docs/decisions has the reasons for this read model.

-- Spaces where the text-search parser would see addresses, paths, tags, signs and compounds; what is left are words and
-- numbers. A body bound when it is made needs no search_path, and without one the planner can inline it.
create function private.spaced(t text) returns text
language sql stable parallel safe
return translate(lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(t, NFC))),
  E'/.@_-<>&:=+~\u00a0\u00b7\u2022\u2019', '                ');

-- The words of a query in their order, each once. A word longer than any in our languages is no word.
create function private.query_words(q text) returns text[]
language plpgsql stable parallel safe set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(s.lexeme order by s.positions[1]), '{}')
    from (
      select v.lexeme, v.positions from unnest(to_tsvector('pg_catalog.simple', private.spaced(left(q, 200)))) v
      where length(v.lexeme) <= 40 order by v.positions[1] limit 8
    ) s);
end $$;

create function private.is_stop_word(word text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select ts_lexize('pg_catalog.english_stem', word) = '{}' or ts_lexize('pg_catalog.french_stem', word) = '{}'
$$;

-- The word and all it becomes when one letter is left out. Two words that share one of these are one slip apart: a
-- letter too many, too few, wrong, or two changed over. Short words are protected: there everything is near everything.
create function private.slips_of(word text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select case when length(word) between 4 and 24 and word !~ '[0-9]'
    then (select array_agg(distinct overlay(word placing '' from i for 1)) || word from generate_series(1, length(word)) i)
    else '{}' end
$$;

create table private.words (
  word text collate "C" primary key,
  en_stem text collate "C" not null,
  fr_stem text collate "C" not null,
  slips text[] not null
);
comment on table private.words is
  'Every word of a title, description or name, folded. It may outlive its last use; the postings say what is in use.';
create index words_en_stem on private.words (en_stem);
create index words_fr_stem on private.words (fr_stem);
create index words_slips on private.words using gin (slips) with (fastupdate = off);

-- Called under the catalogue's lock only, so that two writers never wait for each other's words.
create function private.learn_words(p_words text[]) returns void
language sql volatile set search_path = '' as $$
  insert into private.words (word, en_stem, fr_stem, slips)
  select n.word, coalesce((ts_lexize('pg_catalog.english_stem', n.word))[1], n.word),
    coalesce((ts_lexize('pg_catalog.french_stem', n.word))[1], n.word), private.slips_of(n.word)
  from (select distinct u.word from unnest(p_words) as u (word)) n
  where not exists (select 1 from private.words w where w.word = n.word)
$$;

-- Words of the same stem in English or in French, and the word itself.
create function private.words_like(p_word text) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(w.word), '{}') from (
      select w.word from private.words w where w.word = p_word
      union select w.word from private.words w where w.en_stem = coalesce((ts_lexize('pg_catalog.english_stem', p_word))[1], p_word)
      union select w.word from private.words w where w.fr_stem = coalesce((ts_lexize('pg_catalog.french_stem', p_word))[1], p_word)
    ) w);
end $$;

-- Words that begin so; the shortest when they are too many to look up.
create function private.words_from(p_start text) returns text[]
language plpgsql stable set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(s.word), '{}') from (
      select w.word from private.words w
      where w.word >= p_start collate "C" and w.word < (p_start || U&'\+10FFFF') collate "C"
      order by length(w.word), w.word limit 400
    ) s);
end $$;

-- Slips between two words: letters changed, added, left out, or two neighbours changed over (optimal string alignment).
create function private.slips_between(a text, b text) returns integer
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  before_last integer[];
  last integer[] := array(select generate_series(0, length(b)));
  now integer[];
  best integer;
begin
  for i in 1..length(a) loop
    now := array[i];
    for j in 1..length(b) loop
      best := least(last[j + 1] + 1, now[j] + 1, last[j] + (substr(a, i, 1) <> substr(b, j, 1))::integer);
      if i > 1 and j > 1 and substr(a, i, 1) = substr(b, j - 1, 1) and substr(a, i - 1, 1) = substr(b, j, 1) then
        best := least(best, before_last[j - 1] + 1);
      end if;
      now := now || best;
    end loop;
    before_last := last;
    last := now;
  end loop;
  return last[length(b) + 1];
end $$;

alter table private.words enable row level security;
