import { LOCALES } from '#src/i18n/locales.ts';
import { CLUSTERS } from '#supabase/demo/content/clusters.ts';
import { EXHIBITION_PICTURES, EXHIBITIONS } from '#supabase/demo/content/exhibitions.ts';
import { PRODUCERS } from '#supabase/demo/content/producers.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { PictureSeed } from '#supabase/demo/content/types.ts';
import type { Calendar } from '#supabase/demo/db/calendar.ts';
import { demoCode, demoId } from '#supabase/demo/db/ids.ts';
import {
  actorFor,
  clusterId,
  coordinatorOf,
  operator,
  producerId,
  productId,
} from '#supabase/demo/db/people.ts';
import type { Row, Rows } from '#supabase/demo/db/write.ts';
import { sourceName } from '#supabase/demo/pictures/sources.ts';

/** Where a picture hangs: `position` 0 is the cover. */
type Place = {
  of: 'cluster' | 'producer' | 'product' | 'exhibition';
  key: string;
  /** Slug of a cluster or a producer; null: the site's own picture. */
  owner: string | null;
  position: number;
};

export type DemoPicture = PictureSeed & {
  id: string;
  /** Its public name; the same picture has the same address after every load. */
  code: string;
  place: Place;
};

/** What is known of a picture once its files lie in the store. */
export type MadePicture = {
  sha256: string;
  sha8: string;
  /** Of the original. */
  bytes: number;
  width: number;
  height: number;
  colour: string;
  verdict: unknown;
};

type Hung = readonly PictureSeed[];

function hang(place: Omit<Place, 'position'>, pictures: Hung): DemoPicture[] {
  return pictures.map((picture, position) => {
    const name = sourceName(picture.spec);
    return {
      ...picture,
      id: demoId('media', name),
      code: demoCode(10, 'media', name),
      place: { ...place, position },
    };
  });
}

/** The cluster whose exhibition shows the picture; null: an exhibition of the operators. */
function curatedBy(key: string): string | null {
  const shows = EXHIBITIONS.find(({ objects }) =>
    objects.some(({ pictures = [] }) => pictures.some(({ ref }) => ref === `own:${key}`)),
  );
  if (!shows) throw new Error(`No exhibition shows the picture "${key}".`);
  return shows.cluster;
}

/** Every picture of the demo, covers first: what a visitor sees first is also refined first. */
export function demoPictures(): DemoPicture[] {
  return [
    ...CLUSTERS.flatMap(({ slug, pictures }) =>
      hang({ of: 'cluster', key: slug, owner: slug }, pictures),
    ),
    ...PRODUCERS.flatMap(({ slug, pictures }) =>
      hang({ of: 'producer', key: slug, owner: slug }, pictures),
    ),
    ...PRODUCTS.flatMap(({ key, producer, pictures }) =>
      hang({ of: 'product', key, owner: producer }, pictures),
    ),
    ...EXHIBITION_PICTURES.flatMap(({ key, ...picture }) =>
      hang({ of: 'exhibition', key, owner: curatedBy(key) }, [picture]),
    ),
  ].toSorted((a, b) => a.place.position - b.place.position);
}

function mediaRow(
  calendar: Calendar,
  { id, code, place, spec }: DemoPicture,
  made: MadePicture,
): Row {
  const { of, owner } = place;
  const ofCluster = (of === 'cluster' || of === 'exhibition') && owner;
  const ofProducer = (of === 'producer' || of === 'product') && owner;
  return {
    id,
    code,
    producer_id: ofProducer ? producerId(ofProducer) : null,
    cluster_id: ofCluster ? clusterId(ofCluster) : null,
    state: 'ready',
    content_type: 'image/jpeg',
    bytes: made.bytes,
    sha256: made.sha256,
    sha8: made.sha8,
    width: made.width,
    height: made.height,
    colour: made.colour,
    avif: false,
    // Tiles are made of what was drawn large.
    deep_zoom: spec.width !== undefined,
    verdict: made.verdict,
    created_by: ofProducer
      ? actorFor(ofProducer).actor
      : ofCluster
        ? coordinatorOf(ofCluster)
        : operator(),
    created_at: calendar.ago(1, code),
    updated_at: calendar.ago(0, code),
  };
}

/** Where it hangs for itself; what only an exhibition shows hangs there. */
function linkRow({ id, place }: DemoPicture): Row {
  const link = { media_id: id, position: place.position };
  const use = place.of === 'cluster' ? 'gallery' : 'workshop';
  switch (place.of) {
    case 'product':
      return { product_id: productId(place.key), ...link };
    case 'producer':
      return { producer_id: producerId(place.key), ...link, use: link.position ? use : 'cover' };
    case 'cluster':
      return { cluster_id: clusterId(place.key), ...link, use: link.position ? use : 'cover' };
    case 'exhibition':
      return {};
  }
}

/** Pictures whose files are there, with their alt texts and places. `made`: by code. */
export function pictureRows(calendar: Calendar, made: ReadonlyMap<string, MadePicture>): Rows {
  const pictures = demoPictures().filter(({ code }) => made.has(code));
  const links = (of: Place['of']) => pictures.filter(({ place }) => place.of === of).map(linkRow);
  return [
    [
      'public.media',
      pictures.map((picture) => mediaRow(calendar, picture, made.get(picture.code)!)),
    ],
    [
      'public.media_alts',
      pictures.flatMap(({ id, alt }) =>
        LOCALES.map((locale) => ({ media_id: id, locale, alt: alt[locale], drafted: false })),
      ),
    ],
    ['public.cluster_media', links('cluster')],
    ['public.producer_media', links('producer')],
    ['public.product_media', links('product')],
    ['private.outbox', pictures.map(refinement(calendar))],
  ];
}

/** The second phase of each picture, in order, behind everything that people wait for. */
function refinement(calendar: Calendar) {
  const start = Date.parse(calendar.ago(0, 'refinement'));
  return ({ id }: DemoPicture, n: number): Row => ({
    id: demoId('refinement', id),
    kind: 'media.derive_avif',
    payload: { id },
    dedupe: `media.derive_avif:${id}`,
    run_at: new Date(start).toISOString(),
    created_at: new Date(start + n).toISOString(),
  });
}
