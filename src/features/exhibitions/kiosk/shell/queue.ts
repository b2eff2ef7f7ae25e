import { nextItems, type SealedAnswer, type SealedItem } from '#src/domain/exhibitions/kiosk.ts';
import { dequeue, enqueue, queued, waitingCount } from './store.ts';
import { talk } from './talk.ts';

/** `kiosk`: for which it is sealed. */
type Queued = SealedItem & { kiosk: string; tries: number; at: number };

/** As many rounds as an hour without a network can fill, and then the next minute's turn. */
const MOST_ROUNDS = 20;
let sending = false;

export async function keepItem(item: SealedItem, kiosk: string): Promise<void> {
  await enqueue({ ...item, kiosk, tries: 0, at: Date.now() });
}

/** A device that is paired anew keeps what waits, unless it is another kiosk now: nobody could open it. */
export async function dropOthers(kiosk: string): Promise<void> {
  for (const item of await queued<Queued>()) if (item.kiosk !== kiosk) await dequeue(item.id);
}

/**
 * Sends what waits. An item leaves the device only when the server said that it has it; where the answer is lost, the same
 * item goes again, and the server knows it by its id.
 */
export async function sendQueue(token: string, kiosk: string): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!(await sendSome(token, kiosk))) return;
    }
  } finally {
    sending = false;
  }
}

/** Whether there may be more to send now. */
async function sendSome(token: string, kiosk: string): Promise<boolean> {
  const items = nextItems(await queued<Queued>());
  if (items.length === 0) return false;
  const sealed = items.map(({ tries: _tries, at: _at, kiosk: _kiosk, ...item }) => item);
  const heard = await talk<{ answers: SealedAnswer[] }>('send', { token, kiosk, items: sealed });
  if (!heard) return false;
  const states = new Map(heard.answers.map(({ id, state }) => [id, state]));
  let kept = 0;
  for (const item of items) {
    if (states.get(item.id) === 'kept') {
      await dequeue(item.id);
      kept += 1;
    } else await enqueue({ ...item, tries: item.tries + 1 });
  }
  return kept === items.length && (await waitingCount()) > 0;
}
