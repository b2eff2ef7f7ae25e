import { z } from 'zod';
import { CHECK_ITEMS, CHECK_STATES } from '#src/domain/verification.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

export const checkInput = z.object({
  producer: z.uuid(),
  item: z.enum(CHECK_ITEMS),
  state: z.enum(CHECK_STATES),
  note: optionalText(2000),
});

export type CheckForm = z.infer<typeof checkInput>;
