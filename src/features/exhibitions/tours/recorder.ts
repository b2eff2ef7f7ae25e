import { clockTime } from './times.ts';

/** Speech needs no more, and visitors fetch it over a phone: 360 kB for a minute. */
const BITS_PER_SECOND = 48_000;
/** What a browser can write, the best known first. */
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

type State = 'idle' | 'recording' | 'heard' | 'sending';

/** Shows every recorder of the page, where the browser can record at all. */
export function startRecorders(): void {
  if (typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)) return;
  for (const root of document.querySelectorAll<HTMLElement>('[data-recorder]'))
    new Recorder(root).listen();
}

/** One recorder. What was recorded is kept in the page until the server has it, whatever the line does. */
class Recorder {
  readonly #root: HTMLElement;
  readonly #audio: HTMLAudioElement | null;
  #state: State = 'idle';
  #recorder: MediaRecorder | undefined;
  #heard: Blob | undefined;
  #clock = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#audio = root.querySelector('audio');
  }

  listen(): void {
    this.#root.hidden = false;
    const acts: Record<string, () => unknown> = {
      record: () => this.#record(),
      stop: () => this.#recorder?.stop(),
      keep: () => this.#send(),
      again: () => this.#record(),
    };
    this.#root.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-do]');
      acts[button?.dataset['do'] ?? '']?.();
    });
    addEventListener('beforeunload', (event) => {
      if (this.#state !== 'idle') event.preventDefault();
    });
  }

  #show(state: State, focus?: string): void {
    this.#state = state;
    for (const part of this.#root.querySelectorAll<HTMLElement>('[data-when]'))
      part.hidden = !part.dataset['when']?.split(' ').includes(state);
    this.#root.toggleAttribute('aria-busy', state === 'sending');
    if (focus) this.#root.querySelector<HTMLElement>(`[data-do="${focus}"]`)?.focus();
  }

  #say(words = ''): void {
    const place = this.#root.querySelector('.recorder-says');
    if (place) place.textContent = words;
  }

  async #record(): Promise<void> {
    this.#say();
    this.#audio?.pause();
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    if (!sound) return this.#say(this.#root.dataset['denied']);
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? '';
    const recorder = new MediaRecorder(sound, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      clearInterval(this.#clock);
      sound.getTracks().forEach((track) => track.stop());
      this.#hear(new Blob(parts, { type: recorder.mimeType }));
    });
    this.#recorder = recorder;
    // A second at a time: what a crashed encoder had written is still there.
    recorder.start(1000);
    this.#count();
    this.#show('recording', 'stop');
  }

  #count(): void {
    const begun = performance.now();
    const place = this.#root.querySelector('[data-clock]');
    const tick = () => {
      const spent = performance.now() - begun;
      const words = this.#root.dataset['running']?.replace('{time}', clockTime(spent));
      if (place) place.textContent = words ?? '';
      if (spent > Number(this.#root.dataset['longest']) - 1000) this.#recorder?.stop();
    };
    tick();
    this.#clock = window.setInterval(tick, 500);
  }

  #hear(heard: Blob): void {
    this.#heard = heard;
    if (this.#audio) {
      URL.revokeObjectURL(this.#audio.src);
      this.#audio.src = URL.createObjectURL(heard);
    }
    this.#show('heard', 'keep');
  }

  async #send(): Promise<void> {
    const form = this.#root.closest('form');
    if (!form || !this.#heard || this.#state === 'sending') return;
    this.#say();
    this.#show('sending');
    const body = new FormData(form);
    body.set('recording', this.#heard, 'voice');
    const answer = await fetch(this.#root.dataset['address'] ?? '', {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    }).catch(() => null);
    if (answer?.ok) {
      this.#state = 'idle';
      return showAgain();
    }
    this.#show('heard');
    this.#say(this.#root.dataset['unsent']);
  }
}

/** The page anew, with the voice in it. After a form that was refused its address would send that form again. */
function showAgain(): void {
  const here = new URL(location.href);
  if (!here.searchParams.has('_action')) return location.reload();
  here.searchParams.delete('_action');
  location.replace(here);
}
