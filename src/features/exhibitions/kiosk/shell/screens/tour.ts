import type { KioskStop, KioskTour } from '../../bundle.ts';
import { drawing, el, fill, prose } from '../dom.ts';
import { find, to, type Kit, type Screen } from '../kit.ts';
import { door, gone, head, phonePanel, photo } from '../parts.ts';

export function tour(kit: Kit, slug: string, stop: number | null): Screen {
  const found = find(kit.content.tours, slug);
  const at = stop === null ? undefined : found?.stops[stop - 1];
  if (!found || (stop !== null && !at)) return { body: [gone(kit)] };
  return at && stop ? stopScreen(kit, found, at, stop) : tourScreen(kit, found);
}

function tourScreen({ content: { words } }: Kit, { slug, title, intro, stops }: KioskTour): Screen {
  const doors = stops.map((stop, n) => {
    const over = fill(words.stop, { n: n + 1, of: stops.length });
    return el(
      'li',
      {},
      door(`/tours/${slug}/${n + 1}`, stop.title, { over, picture: stop.picture }),
    );
  });
  return {
    body: [
      head(title, words.tours),
      prose(intro),
      el('ol', { class: 'k-doors', role: 'list' }, ...doors),
    ],
    next: `/tours/${slug}/1`,
  };
}

function stopScreen(kit: Kit, found: KioskTour, stop: KioskStop, n: number): Screen {
  const { words } = kit.content;
  const { slug, stops } = found;
  const side = el(
    'div',
    { class: 'k-side' },
    head(stop.title, fill(words.stop, { n, of: stops.length })),
    stop.voice && player(kit, stop),
    prose(stop.body),
    transcript(stop, words.transcript),
    stop.object &&
      el(
        'p',
        {},
        el('a', { class: 'k-link', href: to(`/objects/${stop.object}`) }, words.theObject),
      ),
    phonePanel(stop.phone, words.phone),
  );
  const picture = el(
    'div',
    { class: 'k-pictures' },
    el('div', { class: 'k-stage' }, photo(stop.picture, 'large')),
  );
  return {
    body: [el('div', { class: 'k-object' }, picture, side)],
    seen: { subject: 'stop', id: stop.id },
    previous: n > 1 ? `/tours/${slug}/${n - 1}` : `/tours/${slug}`,
    next: n < stops.length ? `/tours/${slug}/${n + 1}` : undefined,
  };
}

function transcript({ transcript: text, voice }: KioskStop, words: string): HTMLElement | null {
  if (!text) return null;
  if (!voice) return prose(text);
  return el('details', { class: 'k-fold' }, el('summary', {}, words), prose(text));
}

/** A voice starts when somebody asks for it, and ends with the screen. */
function player(kit: Kit, { id, voice }: KioskStop): HTMLElement {
  const { words } = kit.content;
  const audio = el('audio', { preload: 'none' });
  const label = el('span', {}, words.listen);
  const show = (): void => {
    label.textContent = audio.paused ? words.listen : words.pause;
    play.toggleAttribute('data-on', !audio.paused);
  };
  const play = el(
    'button',
    { type: 'button', class: 'k-button', 'data-kind': 'main' },
    drawing('mic'),
    label,
  );
  play.addEventListener('click', () => {
    if (!audio.paused) return audio.pause();
    if (audio.currentTime === 0) kit.count('stop', id, 'listen');
    void sourceOf(audio, voice!.src)
      .then(() => audio.play())
      .catch(() => undefined);
  });
  for (const event of ['play', 'pause', 'ended'] as const) audio.addEventListener(event, show);
  return el(
    'div',
    { class: 'k-voice' },
    play,
    voice?.length && el('span', { class: 'k-muted' }, voice.length),
    audio,
  );
}

/** Read whole from the cache: a player asks for ranges, which a kept answer has not. */
async function sourceOf(audio: HTMLAudioElement, src: string): Promise<void> {
  if (audio.src) return;
  const kept = await fetch(src);
  audio.src = URL.createObjectURL(await kept.blob());
}
