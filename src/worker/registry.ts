import { PRIORITY, type WorkerTask } from './task.ts';
import { exhibitionArchive } from './tasks/archives.ts';
import { removeRecording } from './tasks/audio.ts';
import { cardTasks } from './tasks/cards.ts';
import { filesSweep } from './tasks/files.ts';
import { mailSend } from './tasks/mail.send.ts';
import { mediaTasks } from './tasks/media.ts';
import { noticeTasks } from './tasks/notices.ts';
import { remindDuePayments } from './tasks/payments.ts';
import { roundClock } from './tasks/rounds.ts';
import { lookForSearches } from './tasks/searches.ts';
import { sweeps } from './tasks/sweeps.ts';

let pictures: ReturnType<typeof mediaTasks> | undefined;

/** A job of a picture, made when the first one comes: the codec is not loaded by a worker that only mails. */
function picture(kind: string, rest: Omit<WorkerTask, 'kind' | 'run'>): WorkerTask {
  return {
    kind,
    ...rest,
    async run(payload, { helpers }) {
      pictures ??= mediaTasks();
      await pictures[kind]?.(payload, helpers);
    },
  };
}

/** Everything the worker can do. A job of any other kind waits, untouched, for a worker that knows it. */
export const TASKS: readonly WorkerTask[] = [
  mailSend,
  ...noticeTasks,
  ...cardTasks,
  picture('media.derive', { priority: PRIORITY.jpeg, queue: 'media' }),
  picture('media.derive_avif', { priority: PRIORITY.avif, queue: 'media' }),
  // The cut is what a visitor waits for; tiles are many files that nobody has asked for yet.
  picture('media.crop', { priority: PRIORITY.jpeg, queue: 'media' }),
  picture('media.tile', { priority: PRIORITY.tile, queue: 'media' }),
  picture('media.remove', { priority: PRIORITY.sweep }),
  picture('media.sweep', { priority: PRIORITY.sweep, cron: '*/30 * * * *' }),
  filesSweep,
  removeRecording,
  exhibitionArchive,
  remindDuePayments,
  lookForSearches,
  roundClock,
  ...sweeps,
];
