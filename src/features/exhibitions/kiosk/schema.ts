import { z } from 'zod';
import { readCode } from '#src/domain/exhibitions/code.ts';
import { SENT_AT_ONCE } from '#src/domain/exhibitions/kiosk.ts';
import { LOCALES } from '#src/i18n/locales.ts';

const START = /^(?:\/(?:halls|booths|objects|tours)\/[a-z0-9-]{1,100}|\/card|\/guest-book)?$/;

/** Longest as SQL takes it. */
export const NAME_MAX = 80;
export const IDLE_SECONDS = { min: 20, max: 900, usual: 60 };

export const saveKioskInput = z.object({
  id: z.guid(),
  exhibition: z.guid(),
  name: z
    .string({ error: 'required' })
    .trim()
    .min(1, { error: 'required' })
    .max(NAME_MAX, { error: 'too_long' }),
  locale: z.enum(LOCALES),
  start: z.string().regex(START, { error: 'not_a_choice' }).nullish(),
  idleSeconds: z
    .int({ error: 'not_a_number' })
    .min(IDLE_SECONDS.min, { error: 'out_of_range' })
    .max(IDLE_SECONDS.max, { error: 'out_of_range' }),
});

export const kioskRefInput = z.object({ kiosk: z.guid() });

/** The seven signs of the code that was typed. */
export const pairInput = z.object({
  code: z.string({ error: 'required' }).transform((typed, context) => {
    const code = readCode(typed);
    if (code === null) context.addIssue({ code: 'custom', message: 'pairing_code_wrong' });
    return code ?? z.NEVER;
  }),
});

// What a device sends.
const token = z.string().regex(/^[\w-]{20,120}$/);
const version = z.string().max(80).nullable();
const count = z.object({
  day: z.iso.date(),
  subject: z.enum(['exhibition', 'hall', 'booth', 'exhibit', 'stop']),
  id: z.guid(),
  metric: z.enum(['view', 'zoom', 'listen']),
  count: z.int().min(1).max(1_000_000),
});
const base64url = (max: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(max);

export const beatInput = z.object({
  token,
  bundle: version,
  newest: version,
  waiting: z.int().min(0).max(100_000),
  counts: z.array(count).max(600),
});
export const bundleInput = beatInput.extend({ locale: z.enum(LOCALES) });
export const sendInput = z.object({
  token,
  kiosk: z.guid(),
  items: z
    .array(
      z.object({
        id: z.guid(),
        kind: z.enum(['card', 'entry']),
        half: base64url(90),
        iv: base64url(20),
        data: base64url(30_000),
      }),
    )
    .min(1)
    .max(SENT_AT_ONCE),
});

/** What lies in a sealed item. The database looks at each of the fields. */
export const cardContent = z.object({
  card: z.record(z.string(), z.string()),
  booths: z.array(z.guid()).min(1).max(60),
});
export const entryContent = z.object({ entry: z.record(z.string(), z.string()) });

export type SaveKiosk = z.infer<typeof saveKioskInput>;
export type KioskRef = z.infer<typeof kioskRefInput>;
export type Pair = z.infer<typeof pairInput>;
export type Beat = z.infer<typeof beatInput>;
export type AskBundle = z.infer<typeof bundleInput>;
export type Send = z.infer<typeof sendInput>;
