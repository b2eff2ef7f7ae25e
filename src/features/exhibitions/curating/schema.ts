import { z } from 'zod';
import {
  EXHIBIT_KINDS,
  PATTERNS,
  PICTURE_ROLES,
  SECTION_KINDS,
  THEMES,
} from '#src/domain/exhibition.ts';
import { isZone } from '#src/domain/zones.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

/** Texts in all languages: {field: {locale: text}}. */
export type Texts = Record<string, Partial<Record<Locale, string>>>;

/** Longest as SQL takes them. */
export const TITLE_MAX = 300;
export const TEXT_MAX = 8000;

/** The field of a form that carries one text in one language. */
export const textName = (field: string, locale: Locale) => `${field}_${locale}`;

/** `title_en`, `title_fr` … for each of the fields, all of which may be empty. */
export function textFields<F extends string>(fields: Record<F, number>) {
  const entries = (Object.entries(fields) as [F, number][]).flatMap(([field, max]) =>
    LOCALES.map((locale) => [textName(field, locale), optionalText(max)] as const),
  );
  return Object.fromEntries(entries) as Record<`${F}_${Locale}`, ReturnType<typeof optionalText>>;
}

/** The texts of a form that was read with `textFields`. */
export function textsOf(form: Record<string, unknown>, fields: readonly string[]): Texts {
  const inAll = (field: string) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, form[textName(field, locale)] ?? '']));
  return Object.fromEntries(fields.map((field) => [field, inAll(field)]));
}

export const EXHIBITION_FIELDS = {
  title: TITLE_MAX,
  summary: 2000,
  welcome: TEXT_MAX,
  closing: 2000,
  next: 2000,
};
export const HALL_FIELDS = { title: TITLE_MAX, intro: TEXT_MAX };
export const WORK_FIELDS = {
  title: TITLE_MAX,
  label: TEXT_MAX,
  maker: TITLE_MAX,
  made: TITLE_MAX,
  material: 2000,
  dimensions: TITLE_MAX,
  credit: TITLE_MAX,
};
export const SECTION_FIELDS = { title: TITLE_MAX, body: TEXT_MAX, attribution: TITLE_MAX };

export const RIGHTS = [
  'http://rightsstatements.org/vocab/InC/1.0/',
  'http://rightsstatements.org/vocab/NKC/1.0/',
  'http://creativecommons.org/licenses/by/4.0/',
  'http://creativecommons.org/licenses/by-sa/4.0/',
  'http://creativecommons.org/licenses/by-nc/4.0/',
  'http://creativecommons.org/publicdomain/zero/1.0/',
] as const;

/** A wall clock as `datetime-local` sends it; some browsers add seconds. */
export const wallClock = z
  .string({ error: 'required' })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, { error: 'invalid_input' })
  .transform((typed) => typed.slice(0, 16));
/** Why something is refused or taken back; somebody reads it. */
export const reason = z
  .string({ error: 'reason_required' })
  .trim()
  .min(3, { error: 'reason_required' })
  .max(2000);
const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null);

export const exhibitionInput = z
  .object({
    id: z.uuid(),
    cluster: optionalId,
    ...textFields(EXHIBITION_FIELDS),
    sourceLocale: z.enum(LOCALES),
    languages: z.array(z.enum(LOCALES)),
    theme: z.enum(THEMES),
    pattern: z.enum(PATTERNS),
    zone: z.string().refine(isZone, { error: 'invalid_input' }),
    opens: wallClock,
    closes: wallClock,
    hasGuestBook: z.boolean(),
    hasMeetings: z.boolean(),
    hasCards: z.boolean(),
  })
  .refine((form) => form.closes > form.opens, {
    error: 'exhibition_dates_order',
    path: ['closes'],
  });
export type ExhibitionForm = z.infer<typeof exhibitionInput>;

export const exhibitionRef = z.object({ exhibition: z.uuid() });
export const hallInput = z.object({
  id: z.uuid(),
  exhibition: z.uuid(),
  ...textFields(HALL_FIELDS),
});
export const hallRef = z.object({ hall: z.uuid() });
export const workInput = z.object({
  id: z.uuid(),
  hall: z.uuid(),
  kind: z.enum(EXHIBIT_KINDS).exclude(['product']),
  rights: z.enum(RIGHTS).nullish(),
  ...textFields(WORK_FIELDS),
});
export const workRef = z.object({ work: z.uuid() });

const degrees = (max: number) => z.number({ error: 'required' }).min(-max).max(max).nullish();
export const sectionInput = z.object({
  id: z.uuid(),
  exhibition: z.uuid(),
  hall: optionalId,
  kind: z.enum(SECTION_KINDS),
  place: optionalText(160),
  latitude: degrees(90),
  longitude: degrees(180),
  tour: optionalId,
  ...textFields(SECTION_FIELDS),
});
export const sectionRef = z.object({ section: z.uuid() });
export const sectionFilesInput = z.object({
  exhibition: z.uuid(),
  section: z.uuid(),
  kept: z.array(z.uuid()),
  files: z.array(z.instanceof(File)),
});
export const sectionKeptInput = z.object({ section: z.uuid(), kept: z.array(z.uuid()) });

/** A whole list in its new order, parted by commas, as one button of a form carries it. */
export const idList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.uuid()).max(1000));
export const arrangeInput = z.object({
  exhibition: z.uuid(),
  what: z.enum([
    'halls',
    'booths',
    'works',
    'sections',
    'tours',
    'work_pictures',
    'section_pictures',
  ]),
  within: optionalId,
  ids: idList,
});

/** `booth` and `object` (a work in a booth) are for the booth's producer. */
export const PICTURE_PLACES = ['hero', 'hall', 'work', 'section', 'booth', 'object'] as const;
export type PicturePlace = (typeof PICTURE_PLACES)[number];
export const isPicturePlace = (place: unknown): place is PicturePlace =>
  (PICTURE_PLACES as readonly unknown[]).includes(place);
const placed = { place: z.enum(PICTURE_PLACES), placeId: z.uuid(), media: z.uuid() };
export const pictureRef = z.object(placed);
export const pictureInput = z.object({
  ...placed,
  role: z.enum(PICTURE_ROLES).nullish(),
  deep: z.boolean(),
  ...textFields({ alt: 300, caption: TITLE_MAX }),
});

export const offerInput = z.object({
  exhibition: z.uuid(),
  hall: z.uuid({ error: 'required' }),
  producers: z.array(z.uuid()),
});
export const boothRef = z.object({ booth: z.uuid() });
export const boothMove = z.object({ booth: z.uuid(), hall: z.uuid() });
export const boothReason = z.object({ booth: z.uuid(), reason });
/** A declined booth goes without a word. */
export const boothWithdraw = z.object({ booth: z.uuid(), reason: optionalText(2000) });

export const unpublishInput = z.object({ exhibition: z.uuid(), reason });
export const overrideInput = z.object({
  exhibition: z.uuid(),
  override: z.enum(['open', 'closed']).nullish(),
});
export const keepInput = z.object({ exhibition: z.uuid(), note: optionalText(300) });
export const restoreInput = z.object({ exhibition: z.uuid(), number: z.int().min(1) });
export const cloneInput = z
  .object({
    id: z.uuid(),
    exhibition: z.uuid(),
    title: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(TITLE_MAX),
    opens: wallClock,
    closes: wallClock,
  })
  .refine((form) => form.closes > form.opens, {
    error: 'exhibition_dates_order',
    path: ['closes'],
  });
