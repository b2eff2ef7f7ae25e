/**
 * The category tree. Every leaf carries a suggested heading of the Harmonized System 2022 and a usual
 * unit. Where the subheading depends on the cut or the weave (4107, 5209) only four digits are
 * suggested, and the producer adds the rest. Keys never change: they are in addresses.
 */
import { FOOD_AND_CRAFT } from '#supabase/demo/content/categories-food.ts';
import { HOME_TRADES } from '#supabase/demo/content/categories-home.ts';
import { LEATHER_TRADES } from '#supabase/demo/content/categories-leather.ts';
import { readCategories } from '#supabase/demo/content/category.ts';

/** Every category, parents before their children. */
export const CATEGORIES = readCategories(LEATHER_TRADES + HOME_TRADES + FOOD_AND_CRAFT);

const parents = new Set(CATEGORIES.map((category) => category.parent));

/** The categories that products hang on. */
export const LEAVES = CATEGORIES.filter((category) => !parents.has(category.key));
