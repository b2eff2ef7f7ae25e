import { z } from 'zod';

const exhibition = z.uuid();

/** `hall` null: in the exhibition, outside the halls. */
export const addImportInput = z.object({
  id: z.uuid(),
  exhibition,
  hall: z.uuid().nullish(),
  url: z.string().trim().min(1).max(2000),
});
export const removeImportInput = z.object({ import: z.uuid() });
export const moveImportInput = z.object({ import: z.uuid(), step: z.enum(['-1', '1']) });
export const askArchiveInput = z.object({ id: z.uuid(), exhibition });

export type AddImport = z.infer<typeof addImportInput>;
export type RemoveImport = z.infer<typeof removeImportInput>;
export type MoveImport = z.infer<typeof moveImportInput>;
export type AskArchive = z.infer<typeof askArchiveInput>;
