import type { FilesMessages } from '../en/files.ts';

export const files: FilesMessages = {
  add: 'Fichiers',
  hint: 'PDF, JPEG, PNG ou WebP. Dix au plus à la fois ; un PDF jusqu’à 10 Mo.',
  list: 'Fichiers',
  pages: (n: number) => (n < 2 ? `${n} page` : `${n} pages`),
  /** Followed by the names and why. */
  refused: 'Ces fichiers n’ont pas été pris ; tout le reste est parti :',
};
