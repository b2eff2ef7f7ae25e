import { bundleFor } from '#src/features/exhibitions/kiosk/device.ts';
import { bundleInput } from '#src/features/exhibitions/kiosk/schema.ts';
import { deviceDoor } from './_door.ts';

/** One language of what hangs now, and the addresses of its files. */
export const POST = deviceDoor(bundleInput, ({ locals }, asked) => bundleFor(locals.db, asked));
