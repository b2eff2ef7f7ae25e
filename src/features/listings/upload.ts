import { preparePhoto } from '#src/ui/media/shrink.ts';

/** What the server answers to a photo it took. */
export type Stored = { id: string; code: string; sha8: string; width: number; height: number };
export type UploadStep = 'preparing' | 'sending' | 'checking';
export type UploadEvents = {
  step: (step: UploadStep) => void;
  /** 0 to 1 of the bytes sent. */
  progress: (share: number) => void;
  advice: (codes: readonly string[]) => void;
};

/** The server's own sentence about a photo it did not take; trying again gives the same. */
export class Refused extends Error {}

/** Waits between tries while the link is down, in milliseconds; after the last the person is asked. */
const PAUSES_MS = [1_000, 3_000, 8_000, 20_000];

/**
 * Sends one photo: smaller first, then again and again while the link fails. The id stays the same through all tries,
 * so a photo whose answer was lost is not taken twice. Throws `Refused`, or the last network error.
 */
export async function sendPhoto(
  file: File,
  target: { id: string; producer: string; address: string },
  events: UploadEvents,
): Promise<Stored> {
  events.step('preparing');
  const prepared = await preparePhoto(file);
  if (prepared.verdict) events.advice(prepared.verdict.codes);
  const body = new FormData();
  body.set('id', target.id);
  body.set('producer', target.producer);
  body.set('photo', prepared.blob, file.name);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await post(target.address, body, events);
    } catch (error) {
      const pause = PAUSES_MS[attempt];
      if (error instanceof Refused || pause === undefined) throw error;
      await backOnline(pause);
    }
  }
}

/** fetch cannot say how much has been sent; XMLHttpRequest can. */
function post(address: string, body: FormData, events: UploadEvents): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      events.progress(event.lengthComputable ? event.loaded / event.total : 0);
    };
    request.upload.onload = () => events.step('checking');
    request.onerror = () => reject(new Error('offline'));
    request.ontimeout = () => reject(new Error('timeout'));
    request.onload = () => {
      const answer = request.response as (Stored & { message?: string }) | null;
      if (request.status >= 200 && request.status < 300 && answer) resolve(answer);
      else if (request.status >= 500 || !answer) reject(new Error(`status ${request.status}`));
      else reject(new Refused(answer.message ?? ''));
    };
    events.step('sending');
    request.send(body);
  });
}

function backOnline(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.removeEventListener('online', done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, pause);
    window.addEventListener('online', done);
  });
}
