import { z } from 'zod';
import { METHODS } from '#src/domain/procurement/award-methods.ts';
import { CONFIRMATIONS } from './order-queries.ts';

const optional = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .nullish()
    .transform((text) => text ?? '');
/** An unchecked box is missing, one is a text, several are a list. */
const several = z
  .union([z.uuid(), z.array(z.uuid()).max(50)])
  .nullish()
  .transform((ids) => (ids ? [ids].flat() : []));

export const roundInput = z.object({ round: z.uuid() });

/** `total`: what the person saw that it costs; `dayAmount` in minor units. */
export const decideInput = z.object({
  round: z.uuid(),
  method: z.enum(METHODS),
  total: z.coerce.number().int().min(0),
  without: several,
  dayAmount: z.coerce.number().int().min(0).max(1e12).nullish(),
  maxSuppliers: z.coerce.number().int().min(1).max(50).nullish(),
  reason: optional(2000),
});

export const answerChallengeInput = z.object({
  challenge: z.uuid(),
  upheld: z.enum(['yes', 'no']),
  answer: z.string().trim().min(3).max(3000),
});

/** `key`: of a supplier without an account. */
export const challengeInput = z.object({
  id: z.uuid(),
  round: z.uuid(),
  key: optional(100),
  text: z.string().trim().min(10).max(3000),
});

/** Field names carry the line's id: `answer-<id>`, `quantity-<id>`, `day-<id>`, `note-<id>`. */
export const answerOrderInput = z.looseObject({
  order: z.uuid(),
  key: optional(100),
  note: optional(2000),
});
export const confirmation = z.enum(CONFIRMATIONS);
