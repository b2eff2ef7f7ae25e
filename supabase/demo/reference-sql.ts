import { writeFileSync } from 'node:fs';
import { CATEGORIES } from './content/categories.ts';
import { TERMS } from './content/vocabularies.ts';

/** The migration that `referenceSql` writes; a test compares the two. */
export const REFERENCE_MIGRATION = new URL(
  '../migrations/20261123000710_categories_and_terms.sql',
  import.meta.url,
);

const quote = (text: string | null) => (text === null ? 'null' : `'${text.replaceAll("'", "''")}'`);

/** Categories and vocabularies as SQL: every site starts with them, whether or not it loads the demo. */
export function referenceSql(): string {
  const categories = CATEGORIES.map(
    (c) =>
      `  (${[c.key, c.parent, c.hsHeading, c.defaultUnit].map(quote).join(', ')}, ${c.position})`,
  );
  const categoryNames = CATEGORIES.flatMap((c) =>
    Object.entries(c.names).map(
      ([locale, name]) => `  (${[c.key, locale, name].map(quote).join(', ')})`,
    ),
  );
  const terms = TERMS.map((t) => `  (${quote(t.kind)}, ${quote(t.key)}, ${t.position})`);
  const termNames = TERMS.flatMap((t) =>
    Object.entries(t.names).map(
      ([locale, name]) => `  (${[t.kind, t.key, locale, name].map(quote).join(', ')})`,
    ),
  );
  return `-- The first categories and vocabularies. Written by supabase/demo/reference-sql.ts; the operator changes them on the desk.

with seed (key, parent, hs_heading, default_unit, position) as (values
${categories.join(',\n')}
), made as (
  insert into public.categories (key, hs_heading, default_unit, position)
  select key, hs_heading, default_unit, position from seed
  returning id, key
)
select count(*) from made;

with seed (key, parent) as (values
${CATEGORIES.filter((c) => c.parent !== null)
  .map((c) => `  (${quote(c.key)}, ${quote(c.parent)})`)
  .join(',\n')}
)
update public.categories c set parent_id = p.id
from seed s join public.categories p on p.key = s.parent where c.key = s.key;

with seed (key, locale, name) as (values
${categoryNames.join(',\n')}
)
insert into public.category_translations (category_id, locale, name)
select c.id, s.locale::public.locale, s.name from seed s join public.categories c on c.key = s.key;

insert into public.terms (kind, key, position) values
${terms.join(',\n')};

insert into public.term_translations (kind, key, locale, name) values
${termNames.join(',\n')};
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(REFERENCE_MIGRATION, referenceSql());
