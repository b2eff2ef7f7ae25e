import type { CategoryChoice, Choices } from './queries.ts';

export type CategoryOption = { value: string; label: string; group: string };

/** The leaves of the tree, grouped by the path above them: "Footwear › Boots". */
export function categoryOptions({ categories }: Choices): CategoryOption[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const parents = new Set(categories.map((category) => category.parentId));
  return categories
    .filter((category) => !parents.has(category.id))
    .map((leaf) => ({ value: leaf.id, label: leaf.name, group: pathAbove(leaf, byId) }))
    .toSorted((a, b) => order(a.group, byId, categories) - order(b.group, byId, categories));
}

function pathAbove(leaf: CategoryChoice, byId: ReadonlyMap<string, CategoryChoice>): string {
  const names: string[] = [];
  for (let at = byId.get(leaf.parentId ?? ''); at; at = byId.get(at.parentId ?? '')) {
    names.unshift(at.name);
  }
  return names.join(' › ');
}

/** Groups stand in the order of the tree's first levels. */
function order(
  group: string,
  byId: ReadonlyMap<string, CategoryChoice>,
  categories: readonly CategoryChoice[],
): number {
  return categories.findIndex(
    (category) => [pathAbove(category, byId), category.name].filter(Boolean).join(' › ') === group,
  );
}
