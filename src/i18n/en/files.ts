import type { Widen } from '../widen.ts';

/** Files that people send each other. */
export const files = {
  add: 'Files',
  hint: 'PDF, JPEG, PNG or WebP. Up to ten at once; a PDF up to 10 MB.',
  list: 'Files',
  pages: (n: number) => (n === 1 ? '1 page' : `${n} pages`),
  /** Followed by the names and why. */
  refused: 'These files were not taken; everything else was sent:',
} as const;

export type FilesMessages = Widen<typeof files>;
