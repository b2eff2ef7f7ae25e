/** What the database says of an exhibition for IIIF: texts in every language there is, nothing that is hidden. */

/** A text by language (`en`, `fr` …; `none` for a name that belongs to no language). */
export type Texts = Readonly<Partial<Record<string, string>>>;

/** Pixels of the upright picture. `alts` is never empty. */
export type IiifPicture = {
  code: string;
  sha8: string;
  width: number;
  height: number;
  alts: Texts;
  caption?: Texts | null;
};

/** Moments as ISO 8601; `turnsIn`: seconds until it opens or closes, null when neither lies ahead. */
export type IiifSummary = {
  id: string;
  slug: string;
  title: Texts;
  summary: Texts | null;
  opensAt: string;
  closesAt: string;
  hero: IiifPicture | null;
  turnsIn: number | null;
  cluster: { slug: string; name: string } | null;
};

export type IiifObjectCard = { slug: string; title: Texts; cover: IiifPicture | null };

export type IiifHall = {
  slug: string;
  title: Texts;
  intro: Texts | null;
  picture: IiifPicture | null;
  objects: IiifObjectCard[];
};

export type IiifImportKind = 'Manifest' | 'Collection';

/** Another site's manifest or collection, as it was kept. `label` has IIIF's own form. */
export type IiifImport = {
  url: string;
  kind: IiifImportKind;
  label: Record<string, string[]>;
  thumbnail: string | null;
  homepage: string | null;
  attribution: string;
  rights: string | null;
  hall: string | null;
};

export type IiifExhibition = IiifSummary & {
  halls: IiifHall[];
  tours: { slug: string; title: Texts; intro: Texts | null; cover: IiifPicture }[];
  imports: IiifImport[];
};

export type IiifObject = {
  exhibition: IiifSummary;
  slug: string;
  kind: 'product' | 'work' | 'tool' | 'step';
  title: Texts;
  texts: Partial<
    Record<'label' | 'maker' | 'made' | 'material' | 'dimensions' | 'credit', Texts | undefined>
  >;
  rights: string | null;
  /** At least one. */
  pictures: IiifPicture[];
  product: { id: string; slug: string } | null;
  hall: { slug: string; title: Texts };
  booth: {
    slug: string;
    title: Texts;
    producer: { id: string; slug: string; name: string; place: string; country: string };
  } | null;
};

/** `region` in pixels of the picture; null: all of it. */
export type IiifStop = {
  id: string;
  number: number;
  title: Texts;
  body: Texts | null;
  transcript: Texts | null;
  picture: IiifPicture;
  object: string | null;
  region: { x: number; y: number; width: number; height: number } | null;
  voices: { locale: string; code: string; contentType: string; milliseconds: number | null }[];
};

export type IiifTour = {
  exhibition: IiifSummary;
  slug: string;
  title: Texts;
  intro: Texts | null;
  /** At least one, in order. */
  stops: IiifStop[];
};
