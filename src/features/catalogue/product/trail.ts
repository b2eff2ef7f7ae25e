import { EMPTY_STATE, toParams } from '#src/domain/facets.ts';
import { localized, paths } from '#src/paths.ts';
import type { ProductPage } from '../views.ts';
import type { Words } from '../words.ts';

/** From all products down the category tree to this one. */
export function productTrail(
  product: Pick<ProductPage, 'categories' | 'title'>,
  words: Words,
): { label: string; href?: string }[] {
  const to = (query: string) => localized(paths.products(query), words.locale);
  return [
    { label: words.t.market.list.allProducts, href: to('') },
    ...product.categories.map(({ key, name }) => ({
      label: name,
      href: to(toParams({ ...EMPTY_STATE, category: key }).toString()),
    })),
    { label: product.title.text },
  ];
}
