import { z } from 'zod';

/** The cookie in which this browser keeps what was chosen in one exhibition. */
export function visitCookie(exhibition: string): string {
  return `visit_${exhibition}`;
}

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);

export const changeVisitInput = z.object({
  exhibition: slug,
  exhibit: slug,
  change: z.enum(['add', 'remove']),
});
export const keepVisitInput = z.object({
  list: z.uuid(),
  name: z.string().trim().min(1).max(80),
  product: z.array(z.uuid()).min(1).max(60),
});

export type ChangeVisit = z.infer<typeof changeVisitInput>;
export type KeepVisit = z.infer<typeof keepVisitInput>;
