import { preparePhoto } from './shrink.ts';

/** A photograph below this is not worth the battery. */
const SMALL_BYTES = 700_000;

/** Makes photographs smaller once they are chosen in a `.file-input`. A form sent meanwhile sends them as they are. */
export function shrinkChosenFiles(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.file-input')) {
    if (input.dataset['watched']) continue;
    input.dataset['watched'] = '1';
    input.addEventListener('change', () => void shrinkIn(input));
  }
}

async function shrinkIn(input: HTMLInputElement): Promise<void> {
  const chosen = [...(input.files ?? [])];
  const smaller = await Promise.all(chosen.map(shrink));
  const now = [...(input.files ?? [])];
  // Chosen anew while we were at it: that choice has its own turn.
  if (now.length !== chosen.length || now.some((file, n) => file !== chosen[n])) return;
  if (smaller.every((file, n) => file === chosen[n])) return;
  const list = new DataTransfer();
  for (const file of smaller) list.items.add(file);
  input.files = list.files;
}

async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size < SMALL_BYTES) return file;
  const { blob } = await preparePhoto(file);
  return blob.size < file.size
    ? new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: blob.type })
    : file;
}
