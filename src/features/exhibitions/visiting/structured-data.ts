import { pictureSizes, sizePath } from '#src/domain/iiif.ts';
import type { MediaView } from '#src/domain/media.ts';
import { localized, paths } from '#src/paths.ts';
import { env } from '#src/server/env.ts';
import type { Frame, ObjectPage } from './views.ts';
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

/** An exhibition as schema.org's ExhibitionEvent; it takes place on the web and costs nothing. */
export function exhibitionData(frame: Frame, words: Words): Data {
  const url = absolute(paths.exhibition(frame.slug), words);
  return {
    '@type': 'ExhibitionEvent',
    '@id': url,
    url,
    name: frame.title.text,
    ...(frame.summary ? { description: frame.summary.text } : {}),
    ...(frame.hero ? { image: [picture(frame.hero)] } : {}),
    startDate: new Date(frame.opensAt).toISOString(),
    endDate: new Date(frame.closesAt).toISOString(),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    isAccessibleForFree: true,
    inLanguage: frame.languages,
    ...(frame.cluster
      ? {
          organizer: {
            '@type': 'Organization',
            name: frame.cluster.name,
            url: absolute(paths.cluster(frame.cluster.slug), words),
          },
        }
      : {}),
  };
}

/** An object as a CreativeWork that is shown in the exhibition. */
export function exhibitData({ frame, exhibit, producer }: ObjectPage, words: Words): Data {
  const url = absolute(paths.exhibit(frame.slug, exhibit.slug), words);
  const maker = exhibit.maker?.text ?? producer?.name;
  return {
    '@type': 'VisualArtwork',
    '@id': url,
    url,
    name: exhibit.title.text,
    ...(exhibit.label ? { description: exhibit.label.text } : {}),
    image: exhibit.pictures.slice(0, 6).map(picture),
    ...(maker ? { creator: { '@type': 'Organization', name: maker } } : {}),
    ...(exhibit.material ? { artMedium: exhibit.material.text } : {}),
    ...(exhibit.rights ? { license: exhibit.rights } : {}),
    ...(exhibit.trade ? { isBasedOn: absolute(paths.product(exhibit.trade.product), words) } : {}),
    subjectOf: { '@type': 'ExhibitionEvent', '@id': absolute(paths.exhibition(frame.slug), words) },
  };
}
