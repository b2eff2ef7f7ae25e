import { pictureCanvas, textBody } from './iiif-canvas.ts';
import type { IiifPicture, IiifStop, IiifTour } from './iiif-facts.ts';
import {
  homepages,
  labelOf,
  languageMap,
  optional,
  PRESENTATION_CONTEXT,
  publisher,
  thumbnail,
  type IiifSite,
} from './iiif-site.ts';

type Placed = { stop: IiifStop; canvas: string };

/**
 * A tour as a Manifest: each picture is a Canvas once, and a Range goes from stop to stop. A stop is a region of its
 * Canvas, with its words and its voices hung on that region.
 */
export function tourManifest(site: IiifSite, tour: IiifTour) {
  const { exhibition, stops } = tour;
  const id = site.at.tour(exhibition.slug, tour.slug);
  const title = labelOf(tour.title);
  const pictures = [...new Map(stops.map(({ picture }) => [picture.code, picture])).values()];
  const canvasOf = new Map(pictures.map(({ code }, index) => [code, `${id}/canvas/${index + 1}`]));
  const placed = stops.map((stop) => ({ stop, canvas: canvasOf.get(stop.picture.code)! }));
  return {
    '@context': PRESENTATION_CONTEXT,
    id,
    type: 'Manifest',
    label: title,
    ...optional('summary', languageMap(tour.intro)),
    requiredStatement: { label: site.words.credit, value: { none: [site.name] } },
    provider: [publisher(site)],
    homepage: homepages(site.pages.tour(exhibition.slug, tour.slug), title),
    thumbnail: thumbnail(site, stops[0]!.picture),
    partOf: [
      {
        id: site.at.collection(exhibition.slug),
        type: 'Collection',
        label: labelOf(exhibition.title),
      },
    ],
    items: pictures.map((picture) => {
      const canvas = canvasOf.get(picture.code)!;
      const here = placed.filter((one) => one.canvas === canvas);
      const said = here.flatMap((one) => [...wordsOf(one), ...voicesOf(site, one)]);
      return pictureCanvas(site, canvas, picture, said);
    }),
    structures: [
      {
        id: `${id}/range`,
        type: 'Range',
        label: title,
        items: placed.map((one) => stopRange(site, tour, id, one)),
      },
    ],
  };
}

function stopRange(site: IiifSite, tour: IiifTour, id: string, { stop, canvas }: Placed) {
  const { title, body, number } = stop;
  const pages = site.pages.stop(tour.exhibition.slug, tour.slug, number);
  const value = fragment(stop);
  return {
    id: `${id}/range/${number}`,
    type: 'Range',
    label: labelOf(title),
    ...optional('summary', languageMap(body)),
    homepage: homepages(pages, labelOf(title)),
    items: [
      value === null
        ? { id: canvas, type: 'Canvas' }
        : {
            id: `${id}/range/${number}/region`,
            type: 'SpecificResource',
            source: { id: canvas, type: 'Canvas' },
            selector: {
              type: 'FragmentSelector',
              conformsTo: 'http://www.w3.org/TR/media-frags/',
              value,
            },
          },
    ],
  };
}

/** `xywh=…`, kept within the picture; null for the whole picture. */
export function fragment({
  region,
  picture,
}: {
  region: IiifStop['region'];
  picture: Pick<IiifPicture, 'width' | 'height'>;
}): string | null {
  if (!region) return null;
  const x = Math.min(region.x, picture.width - 1);
  const y = Math.min(region.y, picture.height - 1);
  const width = Math.min(region.width, picture.width - x);
  const height = Math.min(region.height, picture.height - y);
  return `xywh=${x},${y},${width},${height}`;
}

function targetOf({ stop, canvas }: Placed): string {
  const value = fragment(stop);
  return value === null ? canvas : `${canvas}#${value}`;
}

function wordsOf(placed: Placed) {
  const { stop, canvas } = placed;
  return Object.entries(stop.body ?? {}).map(([language, value]) => ({
    id: `${canvas}/stop/${stop.number}/${language}`,
    type: 'Annotation',
    motivation: 'commenting',
    body: textBody(value ?? '', language),
    target: targetOf(placed),
  }));
}

/** The Canvas has no duration, so a voice is not painted on it: it is content that goes with the region. */
function voicesOf(site: IiifSite, placed: Placed) {
  const { stop, canvas } = placed;
  return stop.voices.map(({ locale, code, contentType, milliseconds }) => ({
    id: `${canvas}/stop/${stop.number}/voice-${locale}`,
    type: 'Annotation',
    motivation: 'supplementing',
    label: labelOf(stop.title),
    body: {
      id: site.at.audio(code),
      type: 'Sound',
      format: contentType,
      language: locale,
      ...optional('duration', milliseconds === null ? null : milliseconds / 1000),
    },
    target: targetOf(placed),
  }));
}
