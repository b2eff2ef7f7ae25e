import type { CategoryCount } from '../views.ts';

/** Where the visitor stands in the tree: the way down to the chosen category, and what lies below it. */
export type Branch = { trail: CategoryCount[]; children: CategoryCount[] };

/** A chosen leaf shows its siblings, so that one step sideways is one click. */
export function branchOf(tree: readonly CategoryCount[], chosen: string | null): Branch {
  const byKey = new Map(tree.map((node) => [node.key, node]));
  const trail: CategoryCount[] = [];
  for (let node = byKey.get(chosen ?? ''); node; node = byKey.get(node.parent ?? '')) {
    if (trail.includes(node)) break;
    trail.unshift(node);
  }
  const under = (key: string | null) => tree.filter((node) => node.parent === key);
  const children = under(trail.at(-1)?.key ?? null);
  if (children.length > 0 || trail.length === 0) return { trail, children };
  return { trail: trail.slice(0, -1), children: under(trail.at(-1)?.parent ?? null) };
}
