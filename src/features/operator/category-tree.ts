import type { Locale } from '#src/i18n/locales.ts';
import type { CategoryRow } from './queries.ts';

/** A category in its place: `depth` 0 is the top; `first` and `last` among its neighbours; `path` names the way down to it. */
export type CategoryNode = CategoryRow & {
  name: string;
  path: string;
  depth: number;
  first: boolean;
  last: boolean;
  children: number;
};

/** The rows in the order of a printed outline, each under its parent. */
export function categoryTree(rows: readonly CategoryRow[], locale: Locale): CategoryNode[] {
  const byParent = Map.groupBy(rows, (row) => row.parentId ?? '');
  const walk = (parent: string, depth: number, above: string): CategoryNode[] =>
    (byParent.get(parent) ?? []).flatMap((row, n, siblings) => {
      const name = row.names[locale] ?? row.names.en ?? row.key;
      const path = above ? `${above} › ${name}` : name;
      const below = walk(row.id, depth + 1, path);
      const children = byParent.get(row.id)?.length ?? 0;
      const node = {
        ...row,
        name,
        path,
        depth,
        children,
        first: n === 0,
        last: n === siblings.length - 1,
      };
      return [node, ...below];
    });
  return walk('', 0, '');
}

/** Where a category may move: anywhere but below itself. A new one (no id) may go anywhere. */
export function possibleParents(tree: readonly CategoryNode[], id?: string): CategoryNode[] {
  const barred = new Set<string | null>(id ? [id] : []);
  return tree.filter((node) => {
    if (barred.has(node.id) || barred.has(node.parentId)) barred.add(node.id);
    return !barred.has(node.id);
  });
}
