import { defineAction } from 'astro:actions';
import {
  addBrowser,
  askPhoneCode,
  confirmPhone,
  readNotices,
  removeBrowser,
  removePhone,
  saveWishes,
} from '#src/features/notifications/commands.ts';
import {
  browserInput,
  codeInput,
  noInput,
  phoneInput,
  readInput,
  subscriptionInput,
  wishesInput,
} from '#src/features/notifications/schema.ts';
import { asUser } from '#src/server/http/action.ts';

export const notifications = {
  read: defineAction({ accept: 'form', input: readInput, handler: asUser(readNotices) }),
  save: defineAction({ accept: 'form', input: wishesInput, handler: asUser(saveWishes) }),
  askPhone: defineAction({ accept: 'form', input: phoneInput, handler: asUser(askPhoneCode) }),
  confirmPhone: defineAction({ accept: 'form', input: codeInput, handler: asUser(confirmPhone) }),
  removePhone: defineAction({ accept: 'form', input: noInput, handler: asUser(removePhone) }),
  addBrowser: defineAction({
    accept: 'form',
    input: subscriptionInput,
    handler: asUser(addBrowser),
  }),
  removeBrowser: defineAction({
    accept: 'form',
    input: browserInput,
    handler: asUser(removeBrowser),
  }),
};
