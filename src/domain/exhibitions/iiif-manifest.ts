import { pictureCanvas } from './iiif-canvas.ts';
import type { IiifObject } from './iiif-facts.ts';
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
  type LanguageMap,
} from './iiif-site.ts';

/** An object as a Manifest: a Canvas for each picture, and what its label says. */
export function objectManifest(site: IiifSite, object: IiifObject) {
  const { exhibition, slug, texts, pictures } = object;
  const id = site.at.manifest(exhibition.slug, slug);
  const title = labelOf(object.title);
  return {
    '@context': PRESENTATION_CONTEXT,
    id,
    type: 'Manifest',
    label: title,
    ...optional('summary', languageMap(texts.label)),
    metadata: metadata(site, object),
    requiredStatement: { label: site.words.credit, value: creditOf(site, object) },
    ...optional('rights', object.rights),
    ...optional('navDate', yearMade(texts.made)),
    provider: providers(site, object),
    homepage: homepages(site.pages.object(exhibition.slug, slug), title),
    thumbnail: thumbnail(site, pictures[0]!),
    partOf: [
      {
        id: site.at.hall(exhibition.slug, object.hall.slug),
        type: 'Collection',
        label: labelOf(object.hall.title),
      },
    ],
    items: pictures.map((picture, index) =>
      pictureCanvas(site, `${id}/canvas/${index + 1}`, picture),
    ),
  };
}

function metadata(site: IiifSite, { texts, booth, exhibition, hall }: IiifObject) {
  const { words } = site;
  const maker = languageMap(texts.maker) ?? (booth ? { none: [booth.producer.name] } : null);
  return [
    ...metadataRow(words.maker, maker),
    ...metadataRow(words.place, booth && placeOf(site, booth.producer)),
    ...metadataRow(words.made, languageMap(texts.made)),
    ...metadataRow(words.material, languageMap(texts.material)),
    ...metadataRow(words.dimensions, languageMap(texts.dimensions)),
    ...metadataRow(words.booth, booth && labelOf(booth.title)),
    ...metadataRow(words.hall, labelOf(hall.title)),
    ...metadataRow(words.exhibition, labelOf(exhibition.title)),
  ];
}

/** `Masoro, Rwanda` in every language that the country has a name in. */
function placeOf(site: IiifSite, { place, country }: { place: string; country: string }) {
  return Object.fromEntries(
    Object.entries(site.country(country)).map(([language, names]) => [
      language,
      names.map((name) => (place ? `${place}, ${name}` : name)),
    ]),
  );
}

/** Who is to be named beside the picture: as the label says, else the workshop, else the site. */
function creditOf(site: IiifSite, { texts, booth }: IiifObject): LanguageMap {
  return languageMap(texts.credit) ?? { none: [booth?.producer.name ?? site.name] };
}

function providers(site: IiifSite, { booth }: IiifObject) {
  if (!booth) return [publisher(site)];
  const { slug, name } = booth.producer;
  const pages = site.pages.producer(slug);
  const label = { none: [name] };
  const maker = { id: pages[0]!.id, type: 'Agent', label, homepage: homepages(pages, label) };
  return [maker, publisher(site)];
}

/** A timeline may use the year that it was made in, when the label gives a year and nothing else. */
function yearMade(made: IiifObject['texts']['made']): string | null {
  const years = new Set(Object.values(made ?? {}).map((text) => text?.trim()));
  const [year] = years;
  return years.size === 1 && year && /^[12]\d{3}$/.test(year) ? `${year}-01-01T00:00:00Z` : null;
}
