import type { IiifPicture, Texts } from './iiif-facts.ts';
import { scaledTo } from '../iiif.ts';

export const PRESENTATION_CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
/** The media type of every document of the Presentation API. */
export const PRESENTATION_TYPE = `application/ld+json;profile="${PRESENTATION_CONTEXT}"`;

/** `{"en": ["…"], "fr": ["…"]}`; `none` for what belongs to no language. */
export type LanguageMap = Record<string, string[]>;

/** A page in one language, with an absolute address. */
export type PageAddress = { id: string; language: string };

/** Words that stand in metadata, each in every language of the interface. */
export type IiifWord =
  | 'maker'
  | 'made'
  | 'material'
  | 'dimensions'
  | 'place'
  | 'booth'
  | 'hall'
  | 'exhibition'
  | 'credit'
  | 'dates'
  | 'exhibitions'
  | 'page';

/** The site as a publisher: its name, its words and every address, absolute. */
export type IiifSite = {
  name: string;
  url: string;
  words: Readonly<Record<IiifWord, LanguageMap>>;
  /** Countries by code, in every language. */
  country: (code: string) => LanguageMap;
  at: {
    collection: (slug?: string) => string;
    hall: (exhibition: string, hall: string) => string;
    manifest: (exhibition: string, object: string) => string;
    tour: (exhibition: string, tour: string) => string;
    image: (picture: Pick<IiifPicture, 'code' | 'sha8'>) => string;
    audio: (code: string) => string;
  };
  /** The same page in every language. */
  pages: {
    home: () => PageAddress[];
    exhibitions: () => PageAddress[];
    exhibition: (slug: string) => PageAddress[];
    hall: (exhibition: string, hall: string) => PageAddress[];
    object: (exhibition: string, object: string) => PageAddress[];
    tour: (exhibition: string, tour: string) => PageAddress[];
    stop: (exhibition: string, tour: string, stop: number) => PageAddress[];
    producer: (slug: string) => PageAddress[];
  };
};

/** Texts as IIIF has them; null when there are none, for properties that are then left out. */
export function languageMap(texts: Texts | null | undefined): LanguageMap | null {
  const entries = Object.entries(texts ?? {}).flatMap(([language, text]): [string, string[]][] =>
    text ? [[language, [text]]] : [],
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** The same for what must have a label: an empty one is a dash, never a document that is not valid. */
export function labelOf(texts: Texts | null | undefined): LanguageMap {
  return languageMap(texts) ?? { none: ['–'] };
}

/** `{label, value}` for metadata; nothing when there is no value. */
export function metadataRow(label: LanguageMap, value: LanguageMap | null) {
  return value ? [{ label, value }] : [];
}

/** A property only when it says something. */
export function optional<K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> {
  return value === null ? {} : ({ [key]: value } as Record<K, V>);
}

/** Links to a page, one for each language. */
export function homepages(pages: readonly PageAddress[], label: LanguageMap) {
  return pages.map(({ id, language }) => ({
    id,
    type: 'Text',
    label,
    format: 'text/html',
    language: [language],
  }));
}

export function imageService(site: IiifSite, picture: IiifPicture) {
  return [{ id: site.at.image(picture), type: 'ImageService3', profile: 'level0' }];
}

const THUMBNAIL_WIDTH = 320;

/** A file that exists: level 0 makes no other sizes. */
export function thumbnail(site: IiifSite, picture: IiifPicture) {
  const size = picture.width > THUMBNAIL_WIDTH ? scaledTo(picture, THUMBNAIL_WIDTH) : picture;
  const { width, height } = size;
  return [
    {
      id: `${site.at.image(picture)}/full/${width},${height}/0/default.jpg`,
      type: 'Image',
      format: 'image/jpeg',
      width,
      height,
      service: imageService(site, picture),
    },
  ];
}

/** The site itself as the one who shows it. */
export function publisher(site: IiifSite) {
  const name = { none: [site.name] };
  return {
    id: site.url,
    type: 'Agent',
    label: name,
    homepage: homepages(site.pages.home(), name),
  };
}
