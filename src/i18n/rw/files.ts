import type { FilesMessages } from '../en/files.ts';

export const files: FilesMessages = {
  add: 'Dosiye',
  hint: 'PDF, JPEG, PNG cyangwa WebP. Ntizirenza icumi icyarimwe; PDF ntirenza MB 10.',
  list: 'Dosiye',
  pages: (n: number) => `impapuro ${n}`,
  /** Followed by the names and why. */
  refused: 'Izi dosiye ntizakiriwe; ibindi byose byoherejwe:',
};
