import { answerBeat } from '#src/features/exhibitions/kiosk/device.ts';
import { beatInput } from '#src/features/exhibitions/kiosk/schema.ts';
import { deviceDoor } from './_door.ts';

/** Each minute: how it stands on the device, and what is new for it. */
export const POST = deviceDoor(beatInput, ({ locals }, beat) => answerBeat(locals.db, beat));
