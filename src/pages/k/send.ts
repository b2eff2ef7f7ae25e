import { takeSealed } from '#src/features/exhibitions/kiosk/device.ts';
import { sendInput } from '#src/features/exhibitions/kiosk/schema.ts';
import { deviceDoor } from './_door.ts';

/** Cards and entries that waited on the device, sealed. Every id is answered. */
export const POST = deviceDoor(sendInput, async ({ locals }, sent) => ({
  answers: await takeSealed(locals.db, sent),
}));
