const seg = encodeURIComponent;

/** The rooms of an exhibition on its curators' desk. */
export type CuratorRoom =
  | 'edit'
  | 'halls'
  | 'booths'
  | 'sections'
  | 'tours'
  | 'imports'
  | 'publish'
  | 'versions'
  | 'fair'
  | 'kiosks'
  | 'guest-book'
  | 'numbers'
  | 'archive';

/** The part of `paths` (src/paths.ts) that leads into exhibitions; nobody else imports it. */
export const exhibitionPaths = {
  /** All exhibitions; one; and what stands in it. `query` may carry the key of a preview. */
  exhibitions: (query = '') => `/exhibitions${query && `?${query}`}`,
  exhibition: (slug: string, query = '') => `/exhibitions/${seg(slug)}${query && `?${query}`}`,
  hall: (exhibition: string, hall: string) => `/exhibitions/${seg(exhibition)}/halls/${seg(hall)}`,
  booth: (exhibition: string, booth: string) =>
    `/exhibitions/${seg(exhibition)}/booths/${seg(booth)}`,
  exhibit: (exhibition: string, exhibit: string) =>
    `/exhibitions/${seg(exhibition)}/objects/${seg(exhibit)}`,
  tour: (exhibition: string, tour: string) => `/exhibitions/${seg(exhibition)}/tours/${seg(tour)}`,
  /** A stop of a tour; the first is 1. */
  tourStop: (exhibition: string, tour: string, stop: number) =>
    `/exhibitions/${seg(exhibition)}/tours/${seg(tour)}/${stop}`,
  floorPlan: (exhibition: string) => `/exhibitions/${seg(exhibition)}/plan`,
  slideshow: (exhibition: string, query = '') =>
    `/exhibitions/${seg(exhibition)}/slideshow${query && `?${query}`}`,
  exhibitionSearch: (exhibition: string, query = '') =>
    `/exhibitions/${seg(exhibition)}/search${query && `?${query}`}`,
  myVisit: (exhibition: string) => `/exhibitions/${seg(exhibition)}/visit`,
  /** A paper that a section offers. */
  exhibitionPaper: (exhibition: string, file: string) =>
    `/exhibitions/${seg(exhibition)}/papers/${seg(file)}`,
  exhibitionCalendar: (exhibition: string) => `/exhibitions/${seg(exhibition)}/calendar.ics`,
  catalogue: (exhibition: string) => `/exhibitions/${seg(exhibition)}/catalogue`,
  cataloguePdf: (exhibition: string) => `/exhibitions/${seg(exhibition)}/catalogue.pdf`,
  /** Posters or labels as PDF, for the curators. */
  printedSheet: (id: string, kind: 'posters' | 'labels') =>
    `/print/exhibitions/${seg(id)}/${kind}.pdf`,
  guestBook: (exhibition: string) => `/exhibitions/${seg(exhibition)}/guest-book`,
  boothCard: (exhibition: string, query = '') =>
    `/exhibitions/${seg(exhibition)}/card${query && `?${query}`}`,
  boothMeetings: (exhibition: string, booth: string) =>
    `/exhibitions/${seg(exhibition)}/booths/${seg(booth)}/meetings`,
  /** A visitor's own card or meeting, by the key from a mail. */
  visitorCard: (id: string, query = '') => `/cards/${seg(id)}${query && `?${query}`}`,
  meeting: (id: string, query = '') => `/meetings/${seg(id)}${query && `?${query}`}`,
  boothEmbed: (exhibition: string, booth: string) => `/embed/${seg(exhibition)}/${seg(booth)}`,
  oembed: (query = '') => `/oembed${query && `?${query}`}`,
  /** A printed code: seven signs and the check character. */
  code: (code: string) => `/q/${seg(code)}`,
  /** Where a screen at the fair is paired, and what it opens from then on. Both without a language: the screen brings its own. */
  kioskPairing: (query = '') => `/k${query && `?${query}`}`,
  kiosk: (token: string) => `/k/${seg(token)}`,
  audio: (code: string) => `/audio/${seg(code)}`,
  /** A closed exhibition as a zip, for its curators. */
  exhibitionArchive: (id: string) => `/exhibition-archives/${seg(id)}.zip`,
  iiifCollection: (slug?: string) => `/iiif/collection${slug ? `/${seg(slug)}` : ''}.json`,
  iiifManifest: (exhibition: string, exhibit: string) =>
    `/iiif/manifest/${seg(exhibition)}/${seg(exhibit)}.json`,
  iiifHall: (exhibition: string, hall: string) =>
    `/iiif/collection/${seg(exhibition)}/${seg(hall)}.json`,
  iiifTour: (exhibition: string, tour: string) => `/iiif/tour/${seg(exhibition)}/${seg(tour)}.json`,

  /** An exhibition on its curators' desk, of a cluster or, without one, of the operators. */
  curatedExhibitions: (cluster: string | null, query = '') =>
    `${cluster === null ? '/operator' : `/coordination/${seg(cluster)}`}/exhibitions${query && `?${query}`}`,
  curatedExhibition: (cluster: string | null, id: string, room?: CuratorRoom, query = '') =>
    `${cluster === null ? '/operator' : `/coordination/${seg(cluster)}`}/exhibitions/${seg(id)}${room ? `/${room}` : ''}${query && `?${query}`}`,
  studioExhibitions: (producer: string) => `/studio/${seg(producer)}/exhibitions`,
  /** The shared cards of a booth as a file; with `card` that one alone. */
  boothLeads: (producer: string, booth: string, kind: 'csv' | 'vcf', card?: string) =>
    `/studio/${seg(producer)}/exhibitions/${seg(booth)}/cards.${kind}${card ? `?card=${seg(card)}` : ''}`,
  studioBooth: (
    producer: string,
    booth: string,
    room?: 'cards' | 'meetings' | 'numbers',
    query = '',
  ) =>
    `/studio/${seg(producer)}/exhibitions/${seg(booth)}${room ? `/${room}` : ''}${query && `?${query}`}`,
} as const;
