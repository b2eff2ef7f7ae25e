import { z } from 'zod';
import { EXHIBIT_KINDS } from '#src/domain/exhibition.ts';
import {
  idList,
  reason,
  RIGHTS,
  textFields,
  TITLE_MAX,
  wallClock,
  WORK_FIELDS,
} from '../curating/schema.ts';

/** Most that curators may ask for; what they do ask for is in the booth's template. */
export const OBJECTS_MAX = 60;
export const LABEL_MIN = 100;
export const LABEL_MAX = 2000;

export const BOOTH_FIELDS = { title: TITLE_MAX, story: 3000 };
/** `label` is held to the template by SQL. */
export const OBJECT_FIELDS = { ...WORK_FIELDS, label: LABEL_MAX };

export const boothRef = z.object({ booth: z.uuid() });
export const declineInput = z.object({ booth: z.uuid(), reason });
export const wordsInput = z.object({ booth: z.uuid(), ...textFields(BOOTH_FIELDS) });
export const productsInput = z.object({
  booth: z.uuid(),
  products: z.array(z.uuid()).min(1, { error: 'required' }).max(100),
});
/** `kind` and `rights` for what stands alone; a listing has neither. */
export const objectInput = z.object({
  id: z.uuid(),
  booth: z.uuid(),
  kind: z.enum(EXHIBIT_KINDS).exclude(['product']).nullish(),
  rights: z.enum(RIGHTS).nullish(),
  ...textFields(OBJECT_FIELDS),
});
export const objectRef = z.object({ object: z.uuid() });
export const orderInput = z.object({ booth: z.uuid(), ids: idList });
export const photoInput = z.object({ booth: z.uuid(), media: z.uuid({ error: 'required' }) });

export const templateInput = z.object({
  exhibition: z.uuid(),
  ...textFields({ ask: 2000 }),
  objects: z.int({ error: 'not_a_number' }).min(1).max(OBJECTS_MAX),
  labelLength: z.int({ error: 'not_a_number' }).min(LABEL_MIN).max(LABEL_MAX),
  hasWorks: z.boolean(),
  due: wallClock.nullish(),
});
