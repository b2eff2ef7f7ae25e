import { paths } from '#src/paths.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { BoardPhoto, PhotoWords } from './photo-board.ts';
import type { EditorPhoto } from './queries.ts';

/** The stored photos as the board shows them. */
export function boardPhotos(photos: readonly EditorPhoto[], t: Messages): BoardPhoto[] {
  return photos.map((photo) => ({
    id: photo.id,
    src:
      photo.state === 'ready'
        ? `${paths.media(photo.code, photo.sha8)}/full/90,/0/default.jpg`
        : null,
    status: photo.state === 'uploaded' ? 'working' : photo.state,
    progress: 1,
    problem: photo.failure ? (t.errors[photo.failure as keyof typeof t.errors] ?? null) : null,
    retry: false,
    advice: photo.verdict?.codes ?? [],
  }));
}

/** The words of a photo in the language of the page. */
export function altValues(photos: readonly EditorPhoto[], locale: Locale): Record<string, string> {
  return Object.fromEntries(photos.map((photo) => [photo.id, photo.alts[locale]?.alt ?? '']));
}

/** The island's words; functions cannot cross to the browser, so places are marked with `{n}`. */
export function boardWords(t: Messages): PhotoWords {
  const s = t.studio;
  return {
    add: s.photosAdd,
    count: s.photoCount('{n}'),
    offline: s.offline,
    moved: s.photoMoved('{n}', '{total}'),
    handle: s.photoHandle('{n}'),
    cover: s.photoCover,
    forward: s.photoMoveUp,
    back: s.photoMoveDown,
    remove: s.photoRemove,
    retry: s.photoRetry,
    alt: s.photoAlt,
    altHint: s.photoAltHint,
    status: {
      waiting: s.photoWaiting,
      preparing: s.photoPreparing,
      sending: s.photoSending,
      checking: s.photoChecking,
      working: s.photoWorking,
      ready: s.photoReady,
      failed: s.photoFailed,
    },
    verdicts: s.verdicts,
    refusals: {
      last_photo: t.errors.last_photo,
      producer_suspended: t.errors.producer_suspended,
      not_signed_in: t.errors.not_signed_in,
    },
    noConnection: t.errors.unreachable,
  };
}
