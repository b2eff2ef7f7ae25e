import { defineAction } from 'astro:actions';
import {
  deleteSearch,
  pauseSearch,
  renameSearch,
  saveSearch,
} from '#src/features/searches/commands.ts';
import {
  deleteSearchInput,
  pauseSearchInput,
  renameSearchInput,
  saveSearchInput,
} from '#src/features/searches/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const searches = {
  save: defineAction({ accept: 'form', input: saveSearchInput, handler: asUser(saveSearch) }),
  rename: defineAction({ accept: 'form', input: renameSearchInput, handler: asUser(renameSearch) }),
  pause: defineAction({ accept: 'form', input: pauseSearchInput, handler: asUser(pauseSearch) }),
  delete: defineAction({ accept: 'form', input: deleteSearchInput, handler: asUser(deleteSearch) }),
};
