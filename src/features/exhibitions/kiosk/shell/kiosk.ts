import type { Locale } from '#src/i18n/locales.ts';
import type { KioskBundle, KioskContent, KioskWord } from '../bundle.ts';
import { countOne, countsToTell } from './counts.ts';
import { drawFrame, idleDialog, screenOf } from './frame.ts';
import { watchIdle } from './idle.ts';
import { emptyCache, keepBundle, keepShell, keptBundle, sweepFiles, type Kept } from './keep.ts';
import type { Kit } from './kit.ts';
import { opening, type OpeningWords } from './opening.ts';
import { dropOthers, keepItem, sendQueue } from './queue.ts';
import { attract } from './screens/attract.ts';
import { seal } from './seal.ts';
import { emptyFacts, emptyQueue, readFact, waitingCount, writeFact } from './store.ts';
import { talk } from './talk.ts';

/** What the server last said, and to which token. */
type Heard = Extract<KioskWord, { revoked: false }> & { token: string };

const BEAT_MS = 60_000;
/** The page itself is looked at less often than what hangs: once at the start, then each half hour. */
const BEATS_A_LOOK = 30;
const PAIRING = '/k?cleared';

/** A screen at the fair. It draws from what it keeps; the network is asked once a minute and never waited for. */
export class Kiosk {
  readonly #root: HTMLElement;
  readonly #token: string;
  readonly #opening: ReturnType<typeof opening>;
  #heard: Heard | undefined;
  #kept: Kept | null = null;
  /** A newer bundle that waits until nobody is looking. */
  #coming: Kept | null = null;
  #locale: Locale = 'en';
  #booth: string | undefined;
  #isAway = true;
  #beating = false;
  #isOnline = false;
  #newShell = false;
  #beats = 0;
  #stopAttract: () => void = () => undefined;
  #dialog: ReturnType<typeof idleDialog> | undefined;
  #rest: () => void = () => undefined;

  constructor(root: HTMLElement, token: string, words: OpeningWords) {
    this.#root = root;
    this.#token = token;
    this.#opening = opening(root, words);
  }

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || !('subtle' in crypto))
      return this.#opening.say('unable');
    this.#opening.say('opening');
    this.#heard = await readFact<Heard>('heard');
    if (this.#heard && this.#heard.token !== this.#token) await this.#forget();
    await navigator.serviceWorker.register('/k/worker.js').catch(() => undefined);
    void navigator.storage?.persist?.();
    this.#kept = await keptBundle();
    const { rest } = watchIdle({
      idleMs: () => (this.#heard?.idleSeconds ?? 60) * 1000,
      busy: () => [...document.querySelectorAll('audio')].some((voice) => !voice.paused),
      warn: (seconds) => (this.#dialog ??= idleDialog(this.#content!)).warn(seconds),
      back: () => this.#closeDialog(),
      away: () => this.#goAway(),
    });
    this.#rest = rest;
    this.#goAway();
    addEventListener('hashchange', () => this.#show());
    addEventListener('online', () => void this.beat());
    setInterval(() => void this.beat(), BEAT_MS);
    await this.beat();
  }

  get #content(): KioskContent | undefined {
    const all = this.#kept?.contents ?? [];
    return all.find(({ locale }) => locale === this.#locale) ?? all[0];
  }

  #closeDialog(): void {
    this.#dialog?.back();
    this.#dialog = undefined;
  }

  /** The start again: what was typed is gone with its form, and what came meanwhile is hung. */
  #goAway(): void {
    this.#closeDialog();
    document.querySelector<HTMLDialogElement>('.k-zoom')?.close();
    if (this.#newShell) return location.replace(location.pathname);
    if (this.#coming) {
      this.#kept = this.#coming;
      this.#coming = null;
      void sweepFiles(this.#kept);
    }
    this.#isAway = true;
    this.#rest();
    this.#booth = undefined;
    this.#locale = this.#heard?.locale ?? 'en';
    history.replaceState(null, '', location.pathname);
    this.#stopAttract();
    const content = this.#content;
    if (!content) return;
    document.documentElement.lang = content.locale;
    const all = this.#kept?.contents ?? [];
    const screen = attract(content, all, () => this.#begin());
    this.#stopAttract = screen.stop;
    screen.node.classList.add(`theme-${content.exhibition.theme}`);
    this.#root.replaceChildren(screen.node);
  }

  #begin(): void {
    this.#isAway = false;
    this.#stopAttract();
    const start = this.#heard?.start ?? '';
    if (start && location.hash !== `#${start}`) location.hash = start;
    else this.#show();
  }

  #show(): void {
    const content = this.#content;
    if (this.#isAway || !content) return;
    document.documentElement.lang = content.locale;
    const kit = this.#kit(content);
    const screen = screenOf(kit, location.hash.slice(1), this.#booth);
    this.#booth = screen.booth ?? this.#booth;
    if (screen.seen) kit.count(screen.seen.subject, screen.seen.id, 'view');
    const speak = (locale: Locale): void => {
      this.#locale = locale;
      this.#show();
    };
    this.#root.replaceChildren(drawFrame(content, screen, speak));
    this.#root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #kit(content: KioskContent): Kit {
    return {
      content,
      isOnline: () => this.#isOnline,
      count: (subject, id, metric) => countOne(content.exhibition.zone, subject, id, metric),
      go: (path) => (location.hash = path),
      leave: async (kind, id, typed) => {
        const heard = this.#heard;
        if (!heard) throw new Error('no key to lock with');
        const { key, kiosk } = heard;
        await keepItem(await seal({ key, kiosk }, kind, id, typed), kiosk);
        void this.beat();
      },
    };
  }

  /** Says how it stands, hears what is new, and sends what waits. */
  async beat(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    try {
      const word = await talk<KioskWord>('heartbeat', await this.#report());
      this.#isOnline = word !== null;
      if (!word) return this.#kept ? undefined : this.#opening.say('fetchFailed');
      if (word.revoked) return await this.#end();
      await this.#hear(word);
      await sendQueue(this.#token, word.kiosk);
      await this.#lookAtShell();
      if (word.newest !== (this.#coming ?? this.#kept)?.version) await this.#fetch(word);
    } catch {
      if (!this.#kept) this.#opening.say('fetchFailed');
    } finally {
      this.#beating = false;
    }
  }

  async #lookAtShell(): Promise<void> {
    const due = this.#beats % BEATS_A_LOOK === 0;
    this.#beats += 1;
    if (due && (await keepShell().catch(() => false))) this.#newShell = true;
  }

  async #report() {
    return {
      token: this.#token,
      bundle: this.#kept?.version ?? null,
      newest: this.#heard?.newest ?? null,
      waiting: await waitingCount(),
      counts: await countsToTell(),
    };
  }

  async #hear(word: Extract<KioskWord, { revoked: false }>): Promise<void> {
    const before = this.#heard;
    if (before?.kiosk !== word.kiosk) await dropOthers(word.kiosk);
    this.#heard = { ...word, token: this.#token };
    await writeFact('heard', this.#heard);
    this.#opening.speak(word.locale);
    if (this.#isAway && this.#kept && before?.locale !== word.locale) this.#goAway();
  }

  /** All languages of one version, then its files; shown at once when nobody is here. */
  async #fetch(word: Extract<KioskWord, { revoked: false }>): Promise<void> {
    const report = await this.#report();
    const parts: KioskBundle[] = [];
    for (const locale of word.languages) {
      const part = await talk<KioskBundle>('bundle', { ...report, newest: word.newest, locale });
      if (!part || part.version !== (parts[0]?.version ?? part.version)) return this.#miss();
      parts.push(part);
    }
    const [first] = parts;
    if (!first) return;
    const contents = parts.map(({ content }) => content);
    const kept: Kept = { version: first.version, contents, files: first.files };
    await keepBundle(kept, (n, of) => this.#kept ?? this.#opening.progress(n, of));
    this.#coming = kept;
    if (this.#isAway) this.#goAway();
  }

  #miss(): void {
    if (!this.#kept) this.#opening.say('fetchFailed');
  }

  async #forget(): Promise<void> {
    this.#heard = undefined;
    await Promise.all([emptyFacts(), emptyCache()]);
  }

  /** The curators took this screen out of their fair: nothing stays on it. */
  async #end(): Promise<void> {
    await Promise.all([this.#forget(), emptyQueue()]);
    const registrations = await navigator.serviceWorker.getRegistrations();
    const ours = registrations.filter(({ scope }) => new URL(scope).pathname === '/k/');
    await Promise.all(ours.map((one) => one.unregister()));
    location.replace(PAIRING);
  }
}
