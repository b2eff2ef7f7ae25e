/** What has to be right before an exhibition is shown, and what would make it better. SQL refuses by the same list what it can know. */
export type Subject = 'exhibition' | 'hall' | 'booth' | 'work' | 'exhibit' | 'section' | 'stop';

/** Only texts and pictures that lack a language; all halls. Moments are ISO 8601; pictures of a hall are [width, height] in pixels. */
export type ExhibitionFacts = {
  sourceLocale: string;
  languages: readonly string[];
  opensAt: string;
  closesAt: string;
  now: string;
  hasHero: boolean;
  texts: readonly {
    what: Subject;
    id: string;
    name: string;
    field: string;
    /** In which it stands. */
    locales: readonly string[];
  }[];
  pictures: readonly {
    what: Subject;
    id: string;
    name: string;
    media: string;
    state: 'uploaded' | 'ready' | 'failed';
    /** In which it has an alt text. */
    locales: readonly string[];
  }[];
  halls: readonly {
    id: string;
    name: string;
    objects: number;
    pictures: readonly (readonly [width: number, height: number])[];
  }[];
  booths: { waiting: number; open: number };
};

export const FINDINGS = [
  'over',
  'no_hall',
  'no_object',
  'text_missing',
  'alt_missing',
  'picture_unfinished',
  'contrast',
  'heavy',
  'hero_wanted',
  'text_wanted',
  'hall_empty',
  'booth_waiting',
  'booth_open',
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** One line of the list. `blocks`: it has to be mended first. `bytes` of a heavy hall, `count` of booths. */
export type Finding = {
  code: FindingCode;
  blocks: boolean;
  what?: Subject;
  id?: string;
  name?: string;
  field?: string;
  /** The languages that are missing. */
  locales?: string[];
  media?: string;
  bytes?: number;
  count?: number;
};

/** DESIGN §10: a hall, whole page. */
export const HALL_BUDGET_BYTES = 500_000;
/** HTML, style, script and the two faces of type. */
const PAGE_BYTES = 60_000;
/** As a phone draws it in two columns; AVIF of our photographs, measured. */
const DRAWN_WIDTH_PX = 640;
const BYTES_PER_PIXEL = 0.065;
const BYTES_PER_FILE = 500;
/** WCAG 2.2 AA for text of normal size. */
export const READABLE_CONTRAST = 4.5;

/** The whole page of a hall on a phone, in bytes, from the pixel sizes of its pictures. An estimate, rounded up. */
export function hallBytes(pictures: ExhibitionFacts['halls'][number]['pictures']): number {
  const drawn = pictures.map(([width, height]) => {
    const shown = Math.min(width, DRAWN_WIDTH_PX);
    return shown * ((shown * height) / Math.max(1, width)) * BYTES_PER_PIXEL + BYTES_PER_FILE;
  });
  return Math.ceil(drawn.reduce((sum, bytes) => sum + bytes, PAGE_BYTES));
}

/** Texts without which nothing is shown; others have to stand in all languages as soon as they stand in one. */
function mustStand(text: ExhibitionFacts['texts'][number]): boolean {
  return (
    text.field === 'title' ||
    text.field === 'summary' ||
    text.field === 'transcript' ||
    text.what === 'work' ||
    text.locales.length > 0
  );
}

function textFindings(facts: ExhibitionFacts): Finding[] {
  return facts.texts.flatMap(({ what, id, name, field, locales }, n) => {
    const missing = facts.languages.filter((one) => !locales.includes(one));
    if (missing.length === 0) return [];
    const blocks = mustStand(facts.texts[n]!);
    const code = blocks ? ('text_missing' as const) : ('text_wanted' as const);
    return [{ code, blocks, what, id, name, field, locales: missing }];
  });
}

function pictureFindings(facts: ExhibitionFacts): Finding[] {
  return facts.pictures.flatMap(({ what, id, name, media, state, locales }): Finding[] => {
    const at = { blocks: true, what, id, name, media };
    if (state !== 'ready') return [{ code: 'picture_unfinished', ...at }];
    if (locales.includes(facts.sourceLocale)) return [];
    return [{ code: 'alt_missing', ...at, locales: [facts.sourceLocale] }];
  });
}

function hallFindings({ halls }: ExhibitionFacts): Finding[] {
  if (halls.length === 0) return [{ code: 'no_hall', blocks: true }];
  const full = halls.some((hall) => hall.objects > 0);
  return [
    ...(full ? [] : [{ code: 'no_object' as const, blocks: true }]),
    ...halls.flatMap(({ id, name, objects, pictures }): Finding[] => {
      const at = { what: 'hall' as const, id, name };
      const bytes = hallBytes(pictures);
      const heavy = bytes > HALL_BUDGET_BYTES;
      return [
        ...(heavy ? [{ code: 'heavy' as const, blocks: true, ...at, bytes }] : []),
        ...(full && objects === 0 ? [{ code: 'hall_empty' as const, blocks: false, ...at }] : []),
      ];
    }),
  ];
}

/**
 * What is missing, what blocks first. `contrast` is the least that the theme's words have on what they stand on, by day and
 * by night. Empty: it may be published, and nothing could be better.
 */
export function checklist(facts: ExhibitionFacts, contrast: number): Finding[] {
  const { booths } = facts;
  const found: Finding[] = [
    ...(Date.parse(facts.closesAt) <= Date.parse(facts.now)
      ? [{ code: 'over' as const, blocks: true }]
      : []),
    ...hallFindings(facts),
    ...textFindings(facts),
    ...pictureFindings(facts),
    ...(contrast < READABLE_CONTRAST ? [{ code: 'contrast' as const, blocks: true }] : []),
    ...(facts.hasHero ? [] : [{ code: 'hero_wanted' as const, blocks: false }]),
    ...(booths.waiting > 0
      ? [{ code: 'booth_waiting' as const, blocks: false, count: booths.waiting }]
      : []),
    ...(booths.open > 0
      ? [{ code: 'booth_open' as const, blocks: false, count: booths.open }]
      : []),
  ];
  return [...found.filter((one) => one.blocks), ...found.filter((one) => !one.blocks)];
}

/** Whether it may be published now. */
export function mayPublish(found: readonly Finding[]): boolean {
  return !found.some((one) => one.blocks);
}
