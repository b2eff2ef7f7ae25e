import type { ExhibitionCard } from './views.ts';

export type Group = 'now' | 'coming' | 'past';

/** What is open, what comes (the next first), what is over (the newest first); empty groups are left out. */
export function groupExhibitions(
  items: readonly ExhibitionCard[],
): { group: Group; items: ExhibitionCard[] }[] {
  const by = (group: Group, wanted: readonly string[]) => ({
    group,
    items: items.filter(({ state }) => wanted.includes(state)),
  });
  const coming = by('coming', ['scheduled']);
  coming.items.sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));
  return [by('now', ['open']), coming, by('past', ['closed', 'archived'])].filter(
    (one) => one.items.length > 0,
  );
}
