import type { ReadIn } from '#src/domain/exchange.ts';
import { localized, paths } from '#src/paths.ts';
import type { ClusterCardView, ProducerCardView, ProductCardView } from '#src/ui/cards.ts';
import { readingText } from '#src/ui/reading.ts';
import type { ClusterCard, ListingCard, ProducerCard } from './views.ts';
import { placeName, quantity, unitWord, type Words } from './words.ts';

/**
 * A listing as the design draws it. `withMaker` is false on the maker's own page. `read` shows the price a second time, and
 * the product's page goes on with it.
 */
export function productCard(
  item: ListingCard,
  words: Words,
  { withMaker = true, read = null }: { withMaker?: boolean; read?: ReadIn | null } = {},
): ProductCardView {
  const { lowestAmount } = item;
  const cheaper = lowestAmount !== null && lowestAmount < item.price.amount;
  const price = cheaper ? { ...item.price, amount: lowestAmount } : item.price;
  const href = localized(paths.product(item.slug), words.locale);
  return {
    href: read ? `${href}?in=${read.currency}` : href,
    slug: item.slug,
    title: item.title,
    lang: item.titleLocale === words.locale ? undefined : item.titleLocale,
    cover: item.media,
    price,
    priceAbout: readingText(price, read, words),
    priceFrom: cheaper,
    unit: unitWord(item.unit, 1, words),
    moq: quantity(item.moq, item.unit, words),
    leadTimeDays: item.leadTimeDays,
    maker: withMaker
      ? {
          name: item.producer.name,
          href: localized(paths.producer(item.producer.slug), words.locale),
          verified: item.producer.verified,
        }
      : null,
  };
}

export function producerCard(item: ProducerCard, words: Words): ProducerCardView {
  return {
    href: localized(paths.producer(item.slug), words.locale),
    name: item.name,
    place: placeName(item, words),
    trade: words.t.market.people.kinds[item.kind],
    photo: item.cover,
    verified: item.verified,
    products: item.listings,
    text: item.tagline?.text ?? null,
  };
}

export function clusterCard(item: ClusterCard, words: Words): ClusterCardView {
  return {
    href: localized(paths.cluster(item.slug), words.locale),
    name: item.name.text,
    place: placeName(item, words),
    text: item.summary?.text ?? null,
    photo: item.cover,
    producers: item.producers,
    products: item.listings,
  };
}
