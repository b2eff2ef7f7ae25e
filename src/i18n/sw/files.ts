import type { FilesMessages } from '../en/files.ts';

export const files: FilesMessages = {
  add: 'Mafaili',
  hint: 'PDF, JPEG, PNG au WebP. Hadi kumi kwa mara moja; PDF hadi MB 10.',
  list: 'Mafaili',
  pages: (n: number) => `kurasa ${n}`,
  /** Followed by the names and why. */
  refused: 'Mafaili haya hayakupokelewa; mengine yote yametumwa:',
};
