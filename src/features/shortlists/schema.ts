import { z } from 'zod';
import { QUANTITY_MAX } from '#src/domain/tiers.ts';
import { optionalText } from '#src/server/http/form-fields.ts';

const name = z.string().trim().min(1).max(80);
/** An organisation of the person's, or nothing for a list of one's own. */
const buyer = z.uuid().nullish();
const quantity = z.int().min(1).max(QUANTITY_MAX).nullish();
const note = optionalText(1000);

export const createListInput = z.object({ id: z.uuid(), name, buyer });
/** `list` is one that there is, or `new`: then `newId`, `name` and `buyer` make it first. */
export const addItemInput = z.object({
  list: z.union([z.uuid(), z.literal('new')]),
  newId: z.uuid(),
  name: optionalText(80),
  buyer,
  product: z.uuid(),
  quantity,
  note,
});
export const changeItemInput = z.object({ list: z.uuid(), item: z.uuid(), quantity, note });
export const removeItemInput = z.object({ list: z.uuid(), item: z.uuid() });
export const renameListInput = z.object({ list: z.uuid(), name });
export const deleteListInput = z.object({ list: z.uuid() });

export type CreateList = z.infer<typeof createListInput>;
export type AddItem = z.infer<typeof addItemInput>;
export type ChangeItem = z.infer<typeof changeItemInput>;
export type RemoveItem = z.infer<typeof removeItemInput>;
export type RenameList = z.infer<typeof renameListInput>;
