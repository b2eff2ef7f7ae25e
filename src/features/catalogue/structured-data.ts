import { plainAmount } from '#src/domain/money.ts';
import { pictureSizes, sizePath } from '#src/domain/iiif.ts';
import type { MediaView } from '#src/domain/media.ts';
import { localized, paths } from '#src/paths.ts';
import { env } from '#src/server/env.ts';
import { priceRows } from './product/facts.ts';
import type { ClusterPage, MakerView, ProducerPage, ProductPage } from './views.ts';
import type { Words } from './words.ts';

type Data = Record<string, unknown>;

/** Wide enough for what search engines ask of a picture, in pixels. */
const PICTURE_WIDTH = 1440;

function absolute(path: string, { locale }: Pick<Words, 'locale'>): string {
  return env().siteUrl + localized(path, locale);
}

function picture(media: MediaView): string {
  const size = pictureSizes(media).find(({ width }) => width >= PICTURE_WIDTH) ?? media;
  return `${env().siteUrl}${paths.media(media.code, media.sha8)}/${sizePath(size, 'jpg')}`;
}

/** The way here as schema.org's BreadcrumbList. `path` is missing on the page itself. */
export function breadcrumbData(trail: { label: string; href?: string }[]): Data {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ label, href }, n) => ({
      '@type': 'ListItem',
      position: n + 1,
      name: label,
      ...(href ? { item: env().siteUrl + href } : {}),
    })),
  };
}

/** A product with its offer; each price tier is a price for a range of quantities. */
export function productData(product: ProductPage, words: Words): Data {
  const { slug, title, description, hsCode, country, maker, materials } = product;
  return {
    '@type': 'Product',
    '@id': absolute(paths.product(slug), words),
    url: absolute(paths.product(slug), words),
    name: title.text,
    ...(description ? { description: description.text } : {}),
    image: product.pictures.map(picture),
    sku: product.id,
    category: product.categories.map(({ name }) => name).join(' > '),
    ...(materials.length > 0 ? { material: materials.map(({ name }) => name).join(', ') } : {}),
    ...(country ? { countryOfOrigin: { '@type': 'Country', identifier: country } } : {}),
    ...(hsCode ? { additionalProperty: [property('HS code', hsCode)] } : {}),
    brand: { '@type': 'Brand', name: maker.name },
    manufacturer: organisation(maker, words),
    offers: offers(product, words),
  };
}

function property(name: string, value: string): Data {
  return { '@type': 'PropertyValue', name, value };
}

function offers(product: ProductPage, words: Words): Data {
  const { price, moq, maker, leadTimeDays, unit } = product;
  const rows = priceRows(product);
  const currency = price.currency;
  const amounts = rows.map((row) => row.unitPrice);
  const amount = (value: number) => plainAmount({ amount: value, currency });
  const shared = {
    url: absolute(paths.product(product.slug), words),
    priceCurrency: currency,
    availability: 'https://schema.org/MadeToOrder',
    itemCondition: 'https://schema.org/NewCondition',
    seller: organisation(maker, words),
    eligibleQuantity: { '@type': 'QuantitativeValue', minValue: moq, unitCode: unit },
    deliveryLeadTime: { '@type': 'QuantitativeValue', value: leadTimeDays, unitCode: 'DAY' },
    priceSpecification: rows.map((row, n) =>
      tierData(row, rows[n + 1]?.minQuantity, currency, unit),
    ),
  };
  if (rows.length === 1) return { '@type': 'Offer', price: amount(price.amount), ...shared };
  return {
    '@type': 'AggregateOffer',
    lowPrice: amount(Math.min(...amounts)),
    highPrice: amount(Math.max(...amounts)),
    offerCount: rows.length,
    ...shared,
  };
}

function tierData(
  row: { minQuantity: number; unitPrice: number },
  next: number | undefined,
  currency: string,
  unit: string,
): Data {
  return {
    '@type': 'UnitPriceSpecification',
    price: plainAmount({ amount: row.unitPrice, currency }),
    priceCurrency: currency,
    referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: unit },
    eligibleQuantity: {
      '@type': 'QuantitativeValue',
      minValue: row.minQuantity,
      ...(next ? { maxValue: next - 1 } : {}),
      unitCode: unit,
    },
  };
}

type Maker = Pick<MakerView | ProducerPage, 'slug' | 'name' | 'country' | 'place'>;

/** The maker in few words, as it stands within a product. */
function organisation(maker: Maker, words: Words): Data {
  return {
    '@type': 'Organization',
    '@id': absolute(paths.producer(maker.slug), words),
    name: maker.name,
    url: absolute(paths.producer(maker.slug), words),
    address: {
      '@type': 'PostalAddress',
      ...(maker.place ? { addressLocality: maker.place } : {}),
      addressCountry: maker.country,
    },
  };
}

/** A producer as schema.org's Organization, with what its page says. */
export function producerData(producer: ProducerPage, words: Words): Data {
  const { tagline, cover, logo, foundedYear, people, clusters } = producer;
  return {
    ...organisation(producer, words),
    ...(tagline ? { description: tagline.text } : {}),
    ...(cover ? { image: picture(cover) } : {}),
    ...(logo ? { logo: picture(logo) } : {}),
    ...(foundedYear ? { foundingDate: String(foundedYear) } : {}),
    ...(people ? { numberOfEmployees: { '@type': 'QuantitativeValue', value: people } } : {}),
    memberOf: clusters.map((cluster) => ({
      '@type': 'Organization',
      name: cluster.name,
      url: absolute(paths.cluster(cluster.slug), words),
    })),
    ...ratings(producer.reviews),
  };
}

/** Only what buyers of verified purchases wrote; nothing at all without a review. */
function ratings({ count, average, newest }: ProducerPage['reviews']): Data {
  if (count === 0 || average === null) return {};
  const scale = { bestRating: 5, worstRating: 1 };
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: average,
      reviewCount: count,
      ...scale,
    },
    review: newest.map((one) => ({
      '@type': 'Review',
      reviewRating: { '@type': 'Rating', ratingValue: one.rating, ...scale },
      author: { '@type': 'Person', name: one.name },
      datePublished: one.at.slice(0, 10),
      inLanguage: one.locale,
      ...(one.body ? { reviewBody: one.body } : {}),
    })),
  };
}

/** A cluster as an Organization whose members are organisations. */
export function clusterData(cluster: ClusterPage, words: Words): Data {
  const { slug, name, summary, cover, country, place, producers } = cluster;
  const url = absolute(paths.cluster(slug), words);
  return {
    '@type': 'Organization',
    '@id': url,
    url,
    name: name.text,
    ...(summary ? { description: summary.text } : {}),
    ...(cover ? { image: picture(cover) } : {}),
    address: {
      '@type': 'PostalAddress',
      ...(place ? { addressLocality: place } : {}),
      addressCountry: country,
    },
    member: producers.map((producer) => ({
      '@type': 'Organization',
      name: producer.name,
      url: absolute(paths.producer(producer.slug), words),
    })),
  };
}

/** The market itself, with its search, for the home page. */
export function siteData(name: string, words: Words): Data {
  const search = absolute(paths.products(), words);
  return {
    '@type': 'WebSite',
    '@id': `${absolute(paths.home(), words)}#site`,
    url: absolute(paths.home(), words),
    name,
    inLanguage: words.locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}
