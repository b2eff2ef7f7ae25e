import { z } from 'zod';

const name = z.string().trim().min(1).max(80);
const search = z.uuid();

/** `query` is the address of the list of products, as `toParams` writes it. */
export const saveSearchInput = z.object({
  id: z.uuid(),
  name,
  query: z
    .string()
    .max(4000)
    .nullish()
    .transform((text) => text ?? ''),
});
export const renameSearchInput = z.object({ search, name });
export const pauseSearchInput = z.object({ search, paused: z.enum(['yes', 'no']) });
export const deleteSearchInput = z.object({ search });

export type SaveSearch = z.infer<typeof saveSearchInput>;
export type RenameSearch = z.infer<typeof renameSearchInput>;
export type PauseSearch = z.infer<typeof pauseSearchInput>;
