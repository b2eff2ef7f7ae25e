import { defineAction } from 'astro:actions';
import {
  addItem,
  changeItem,
  createList,
  deleteList,
  removeItem,
  renameList,
} from '#src/features/shortlists/commands.ts';
import {
  addItemInput,
  changeItemInput,
  createListInput,
  deleteListInput,
  removeItemInput,
  renameListInput,
} from '#src/features/shortlists/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const shortlists = {
  create: defineAction({ accept: 'form', input: createListInput, handler: asUser(createList) }),
  add: defineAction({ accept: 'form', input: addItemInput, handler: asUser(addItem) }),
  change: defineAction({ accept: 'form', input: changeItemInput, handler: asUser(changeItem) }),
  remove: defineAction({ accept: 'form', input: removeItemInput, handler: asUser(removeItem) }),
  rename: defineAction({ accept: 'form', input: renameListInput, handler: asUser(renameList) }),
  delete: defineAction({ accept: 'form', input: deleteListInput, handler: asUser(deleteList) }),
};
