import { defineAction } from 'astro:actions';
import {
  makePairingCode,
  pairKiosk,
  revokeKiosk,
  saveKiosk,
} from '#src/features/exhibitions/kiosk/commands.ts';
import {
  kioskRefInput,
  pairInput,
  saveKioskInput,
} from '#src/features/exhibitions/kiosk/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

/** Screens at the fair: on their curators' desk, and on the device that is paired. */
export const kiosks = {
  save: defineAction({ accept: 'form', input: saveKioskInput, handler: asUser(saveKiosk) }),
  code: defineAction({ accept: 'form', input: kioskRefInput, handler: asUser(makePairingCode) }),
  revoke: defineAction({ accept: 'form', input: kioskRefInput, handler: asUser(revokeKiosk) }),
  pair: defineAction({ accept: 'form', input: pairInput, handler: asVisitor(pairKiosk) }),
};
