import type { IiifExhibition, IiifHall, IiifImport, IiifSummary } from './iiif-facts.ts';
import {
  homepages,
  labelOf,
  languageMap,
  metadataRow,
  optional,
  PRESENTATION_CONTEXT,
  publisher,
  thumbnail,
  type IiifSite,
} from './iiif-site.ts';

const context = { '@context': PRESENTATION_CONTEXT } as const;

/** Every exhibition that everybody may read, as one Collection: the door for harvesters and viewers. */
export function topCollection(site: IiifSite, exhibitions: readonly IiifSummary[]) {
  return {
    ...context,
    id: site.at.collection(),
    type: 'Collection',
    label: site.words.exhibitions,
    summary: { none: [site.name] },
    provider: [publisher(site)],
    homepage: homepages(site.pages.exhibitions(), site.words.exhibitions),
    items: exhibitions.map((one) => ({
      id: site.at.collection(one.slug),
      type: 'Collection',
      label: labelOf(one.title),
      navDate: navDate(one.opensAt),
      ...optional('summary', languageMap(one.summary)),
      ...optional('thumbnail', one.hero && thumbnail(site, one.hero)),
    })),
  };
}

/** One exhibition: its tours, its halls as Collections within it, and what was imported into no hall. */
export function exhibitionCollection(site: IiifSite, exhibition: IiifExhibition) {
  return {
    ...context,
    id: site.at.collection(exhibition.slug),
    type: 'Collection',
    label: labelOf(exhibition.title),
    ...optional('summary', languageMap(exhibition.summary)),
    ...optional('thumbnail', exhibition.hero && thumbnail(site, exhibition.hero)),
    navDate: navDate(exhibition.opensAt),
    metadata: metadataRow(site.words.dates, { none: [days(exhibition)] }),
    provider: [publisher(site)],
    homepage: homepages(site.pages.exhibition(exhibition.slug), labelOf(exhibition.title)),
    partOf: [{ id: site.at.collection(), type: 'Collection', label: site.words.exhibitions }],
    items: [
      ...exhibition.tours.map((tour) => ({
        id: site.at.tour(exhibition.slug, tour.slug),
        type: 'Manifest',
        label: labelOf(tour.title),
        thumbnail: thumbnail(site, tour.cover),
      })),
      ...exhibition.halls.map((hall) => hallWithin(site, exhibition, hall)),
      ...exhibition.imports.filter(({ hall }) => hall === null).map(imported),
    ],
  };
}

/** A hall by itself, under the address that it has within its exhibition; null when there is no such hall. */
export function hallCollection(site: IiifSite, exhibition: IiifExhibition, slug: string) {
  const hall = exhibition.halls.find((one) => one.slug === slug);
  if (!hall) return null;
  return {
    ...context,
    ...hallWithin(site, exhibition, hall),
    provider: [publisher(site)],
    partOf: [
      {
        id: site.at.collection(exhibition.slug),
        type: 'Collection',
        label: labelOf(exhibition.title),
      },
    ],
  };
}

function hallWithin(site: IiifSite, exhibition: IiifExhibition, hall: IiifHall) {
  return {
    id: site.at.hall(exhibition.slug, hall.slug),
    type: 'Collection',
    label: labelOf(hall.title),
    ...optional('summary', languageMap(hall.intro)),
    ...optional('thumbnail', hall.picture && thumbnail(site, hall.picture)),
    homepage: homepages(site.pages.hall(exhibition.slug, hall.slug), labelOf(hall.title)),
    items: [
      // A manifest has a canvas: an object whose pictures are not ready has none yet.
      ...hall.objects.flatMap(({ slug, title, cover }) =>
        cover
          ? [
              {
                id: site.at.manifest(exhibition.slug, slug),
                type: 'Manifest',
                label: labelOf(title),
                thumbnail: thumbnail(site, cover),
              },
            ]
          : [],
      ),
      ...exhibition.imports.filter((one) => one.hall === hall.slug).map(imported),
    ],
  };
}

/** A reference as the other site would write it; nothing of its content. */
function imported({ url, kind, label, thumbnail: picture, homepage }: IiifImport) {
  return {
    id: url,
    type: kind,
    label: Object.keys(label).length > 0 ? label : { none: [url] },
    ...optional('thumbnail', picture === null ? null : [{ id: picture, type: 'Image' }]),
    ...optional(
      'homepage',
      homepage === null ? null : [{ id: homepage, type: 'Text', label, format: 'text/html' }],
    ),
  };
}

/** To the second and in UTC, as navDate wants it. */
export function navDate(moment: string): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}

function days({ opensAt, closesAt }: IiifSummary): string {
  return `${navDate(opensAt).slice(0, 10)} / ${navDate(closesAt).slice(0, 10)}`;
}
