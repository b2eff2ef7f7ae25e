import { SWATCHES } from '#supabase/demo/pictures/swatches.ts';

export type Family =
  | 'shoes'
  | 'bags'
  | 'small-leather'
  | 'leather'
  | 'textiles'
  | 'baskets'
  | 'ceramics'
  | 'food'
  | 'craft'
  | 'scene';

export const PALETTE_ROLES = ['main', 'second', 'accent', 'sole', 'thread', 'metal'] as const;
export type PaletteRole = (typeof PALETTE_ROLES)[number];

export interface KindInfo {
  family: Family;
  /** What is seen, for the person who assigns kinds to products. */
  shows: string;
  /** Option name to its values; the seed picks where a spec is silent. */
  options: Readonly<Record<string, readonly string[]>>;
  /** Swatches the seed picks from, by role. A role that is absent is not visible. */
  colours: Partial<Record<PaletteRole, readonly string[]>>;
}

const GROUPS: Record<string, string> = {
  LEATHER: 'cognac chestnut tan natural black oxblood espresso olive',
  BRIGHT: 'cognac tan oxblood indigo forest ochre black terracotta',
};

/** Reads `name: a b c; other: d e` into lists; words in capitals stand for a group of swatches. */
function lists(text: string): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const part of text ? text.split(';') : []) {
    const [name, words] = part.split(':');
    if (!name || !words) throw new Error(`Not a list: "${part}"`);
    found[name.trim()] = words
      .trim()
      .split(/\s+/)
      .flatMap((word) => GROUPS[word]?.split(' ') ?? [word]);
  }
  return found;
}

/** One entry of the catalogue of kinds. Throws on a swatch or role that does not exist. */
export function kind(family: Family, shows: string, options: string, colours: string): KindInfo {
  const roles = lists(colours);
  for (const [role, names] of Object.entries(roles)) {
    if (!PALETTE_ROLES.some((known) => known === role)) throw new Error(`No role "${role}"`);
    for (const name of names) if (!(name in SWATCHES)) throw new Error(`No swatch "${name}"`);
  }
  return { family, shows, options: lists(options), colours: roles };
}
