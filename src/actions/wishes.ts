import { defineAction } from 'astro:actions';
import * as input from '#src/features/procurement/rounds/schema.ts';
import {
  addWish,
  closeWish,
  joinWish,
  leaveWish,
  removeSupplier,
  saveSupplier,
} from '#src/features/procurement/rounds/wish-commands.ts';
import { asUser } from '#src/server/http/action.ts';

const accept = 'form';

export const wishes = {
  add: defineAction({ accept, input: input.wishInput, handler: asUser(addWish) }),
  join: defineAction({ accept, input: input.wishJoinInput, handler: asUser(joinWish) }),
  leave: defineAction({ accept, input: input.wishLeaveInput, handler: asUser(leaveWish) }),
  close: defineAction({ accept, input: input.wishRefInput, handler: asUser(closeWish) }),
};

export const suppliers = {
  save: defineAction({ accept, input: input.supplierInput, handler: asUser(saveSupplier) }),
  remove: defineAction({ accept, input: input.supplierRefInput, handler: asUser(removeSupplier) }),
};
