import { z } from 'zod';
import { openBucket } from '#src/server/media/storage.ts';
import { PRIORITY, workerTask } from '../task.ts';

/** The bytes of a recording go when its row is gone; a second run finds nothing to remove. */
export const removeRecording = workerTask({
  kind: 'audio.remove',
  priority: PRIORITY.sweep,
  schema: z.object({ key: z.string() }),
  async run({ key }, { db }) {
    await openBucket(db, 'audio').remove([key]);
  },
});
