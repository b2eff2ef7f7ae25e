/** What a booth lacks before its producer may submit it, and what would make it better. SQL (private.booth_is_ready) refuses what blocks. */
type Words = Readonly<Record<string, string | undefined>>;

export type BoothPicture = {
  isReady: boolean;
  /** Languages in which it is described. */
  alts: readonly string[];
};

export type BoothObjectFacts = {
  id: string;
  /** False: a thing that is not for sale, with pictures of its own. */
  isProduct: boolean;
  /** False for a listing that is not published: visitors do not see it. */
  shows: boolean;
  label: Words;
  /** Languages in which its name stands. */
  names: readonly string[];
  pictures: readonly BoothPicture[];
};

/** `labelLength`: most characters of a label in one language. */
export type BoothFacts = {
  sourceLocale: string;
  languages: readonly string[];
  objectsMax: number;
  labelLength: number;
  story: Words;
  hero: BoothPicture | null;
  objects: readonly BoothObjectFacts[];
};

export const BOOTH_FINDINGS = [
  'no_object',
  'too_many',
  'no_label',
  'label_long',
  'no_picture',
  'picture_unfinished',
  'no_alt',
  'hidden',
  'label_wanted',
  'name_wanted',
  'alt_wanted',
  'no_story',
  'story_wanted',
] as const;
export type BoothFindingCode = (typeof BOOTH_FINDINGS)[number];

/** One line of the list. `object`: whose it is; none: the booth's own. `locales`: where it is missing, or too long. */
export type BoothFinding = {
  code: BoothFindingCode;
  blocks: boolean;
  object?: string;
  locales: readonly string[];
};

/** Characters as PostgreSQL counts them: an emoji is one. */
export const textLength = (text: string): number => Array.from(text).length;

/** All that is missing, what blocks first; in the order of the objects. */
export function boothFindings(facts: BoothFacts): BoothFinding[] {
  const seen = facts.objects.filter((object) => object.shows);
  const all = [
    ...(seen.length === 0 ? [blocking('no_object')] : []),
    ...(seen.length > facts.objectsMax ? [blocking('too_many')] : []),
    ...(facts.hero ? pictureFindings(facts.hero, facts) : []),
    ...storyFindings(facts),
    ...facts.objects.flatMap((object) => objectFindings(object, facts)),
  ];
  return [...all.filter((one) => one.blocks), ...all.filter((one) => !one.blocks)];
}

/** Whether it may be submitted. */
export function isBoothReady(facts: BoothFacts): boolean {
  return !boothFindings(facts).some((finding) => finding.blocks);
}

const blocking = (code: BoothFindingCode, locales: readonly string[] = []): BoothFinding => ({
  code,
  blocks: true,
  locales,
});
const advice = (code: BoothFindingCode, locales: readonly string[] = []): BoothFinding => ({
  code,
  blocks: false,
  locales,
});

const without = (languages: readonly string[], has: (locale: string) => boolean) =>
  languages.filter((locale) => !has(locale));

function storyFindings({ story, languages }: BoothFacts): BoothFinding[] {
  const missing = without(languages, (locale) => !!story[locale]);
  if (missing.length === 0) return [];
  return missing.length === languages.length
    ? [advice('no_story')]
    : [advice('story_wanted', missing)];
}

function objectFindings(object: BoothObjectFacts, facts: BoothFacts): BoothFinding[] {
  const found = object.shows
    ? [
        ...labelFindings(object, facts),
        ...nameFindings(object, facts),
        ...(object.isProduct ? [] : workPictures(object, facts)),
      ]
    : [advice('hidden')];
  return found.map((finding) => ({ ...finding, object: object.id }));
}

function labelFindings({ label }: BoothObjectFacts, facts: BoothFacts): BoothFinding[] {
  const { languages, labelLength } = facts;
  const long = languages.filter((locale) => textLength(label[locale] ?? '') > labelLength);
  const missing = without(languages, (locale) => !!label[locale]);
  if (missing.length === languages.length) return [blocking('no_label')];
  return [
    ...(long.length > 0 ? [blocking('label_long', long)] : []),
    ...(missing.length > 0 ? [advice('label_wanted', missing)] : []),
  ];
}

function nameFindings({ names }: BoothObjectFacts, { languages }: BoothFacts): BoothFinding[] {
  const missing = without(languages, (locale) => names.includes(locale));
  return missing.length > 0 ? [advice('name_wanted', missing)] : [];
}

function workPictures({ pictures }: BoothObjectFacts, facts: BoothFacts): BoothFinding[] {
  if (pictures.length === 0) return [blocking('no_picture')];
  return pictures.flatMap((picture) => pictureFindings(picture, facts));
}

function pictureFindings({ isReady, alts }: BoothPicture, facts: BoothFacts): BoothFinding[] {
  if (!isReady) return [blocking('picture_unfinished')];
  if (alts.length === 0) return [blocking('no_alt')];
  return alts.includes(facts.sourceLocale) ? [] : [advice('alt_wanted', [facts.sourceLocale])];
}
