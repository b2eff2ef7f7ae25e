import type { MediaView } from '#src/domain/media.ts';
import type { Db } from '#src/server/db/client.ts';
import { clusterPage, producerPage, productPage } from '../queries.ts';
import { number, placeName, type Words } from '../words.ts';

export type Subject = { title: string; lines: string[]; photo: MediaView | null; tags: string[] };

/** What the card of a shared page says; null when there is no such public thing. */
export async function shareSubject(
  db: Db,
  kind: string,
  slug: string,
  words: Words,
): Promise<Subject | null> {
  switch (kind) {
    case 'product':
      return productSubject(db, slug, words);
    case 'producer':
      return producerSubject(db, slug, words);
    case 'cluster':
      return clusterSubject(db, slug, words);
    default:
      return null;
  }
}

async function productSubject(db: Db, slug: string, words: Words): Promise<Subject | null> {
  const product = await productPage(db, slug, words.locale);
  if (!product) return null;
  const { maker } = product;
  return {
    title: product.title.text,
    lines: [maker.name, placeName(maker, words)],
    photo: product.pictures[0] ?? null,
    tags: [`product:${product.id}`, `producer:${maker.id}`],
  };
}

async function producerSubject(db: Db, slug: string, words: Words): Promise<Subject | null> {
  const producer = await producerPage(db, slug, words.locale);
  if (!producer) return null;
  return {
    title: producer.name,
    lines: [placeName(producer, words), words.t.market.people.kinds[producer.kind]],
    photo: producer.cover ?? producer.newest[0]?.media ?? null,
    tags: [`producer:${producer.id}`],
  };
}

async function clusterSubject(db: Db, slug: string, words: Words): Promise<Subject | null> {
  const cluster = await clusterPage(db, slug, words.locale);
  if (!cluster) return null;
  const { producerCount } = cluster;
  return {
    title: cluster.name.text,
    lines: [
      placeName(cluster, words),
      words.t.market.people.count(producerCount, number(producerCount, words)),
    ],
    photo: cluster.cover ?? cluster.newest[0]?.media ?? null,
    tags: [`cluster:${cluster.id}`],
  };
}
