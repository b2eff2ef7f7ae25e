import { defineAction } from 'astro:actions';
import {
  addImport,
  askArchive,
  moveImport,
  removeImport,
} from '#src/features/exhibitions/iiif/commands.ts';
import {
  addImportInput,
  askArchiveInput,
  moveImportInput,
  removeImportInput,
} from '#src/features/exhibitions/iiif/schema.ts';
import { asUser } from '#src/server/http/action.ts';

/** What an exhibition takes from elsewhere, and what is carried away of it. */
export const openExhibitions = {
  addImport: defineAction({ accept: 'form', input: addImportInput, handler: asUser(addImport) }),
  removeImport: defineAction({
    accept: 'form',
    input: removeImportInput,
    handler: asUser(removeImport),
  }),
  moveImport: defineAction({ accept: 'form', input: moveImportInput, handler: asUser(moveImport) }),
  askArchive: defineAction({ accept: 'form', input: askArchiveInput, handler: asUser(askArchive) }),
};
