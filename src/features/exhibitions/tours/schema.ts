import { z } from 'zod';
import { LOCALES } from '#src/i18n/locales.ts';
import { optionalText } from '#src/server/http/form-fields.ts';
import { TEXT_MAX, TITLE_MAX, textName } from '../curating/schema.ts';

export const TOUR_FIELDS = { title: TITLE_MAX, intro: TEXT_MAX };
export const STOP_FIELDS = { title: TITLE_MAX, body: TEXT_MAX, transcript: TEXT_MAX };

/** `title_en`, `title_fr` … for each of the fields. */
function inAllLanguages(fields: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, max]) =>
      LOCALES.map((locale) => [textName(field, locale), optionalText(max)] as const),
    ),
  );
}

export const tourInput = z.object({
  id: z.uuid(),
  exhibition: z.uuid(),
  ...inAllLanguages(TOUR_FIELDS),
});
export const tourRef = z.object({ tour: z.uuid() });
const pixels = z.int({ error: 'region_outside' }).nullish();
const edge = z.int().positive().nullish();
/**
 * Four numbers, or none: the whole picture. `fullWidth` and `fullHeight`: the size of the picture that the page showed, so that
 * a refusal can name its field; what counts is the size that the database knows.
 */
export const stopInput = z.object({
  id: z.uuid(),
  tour: z.uuid(),
  media: z.uuid(),
  x: pixels,
  y: pixels,
  width: pixels,
  height: pixels,
  fullWidth: edge,
  fullHeight: edge,
  ...inAllLanguages(STOP_FIELDS),
});
export const stopRef = z.object({ stop: z.uuid() });
export const arrangeStopsInput = z.object({
  tour: z.uuid(),
  ids: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.uuid()).max(200)),
});
export const voiceInput = z.object({
  id: z.uuid(),
  stop: z.uuid(),
  locale: z.enum(LOCALES),
  recording: z.instanceof(File, { error: 'required' }),
});
export const voiceRef = z.object({ stop: z.uuid(), locale: z.enum(LOCALES) });
