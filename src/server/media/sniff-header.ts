/** What a header parser found: the size in pixels as stored, or why the file is refused. */
export type Header =
  { width: number; height: number } | 'photo_damaged' | 'photo_kind' | 'photo_animated';

/** `length` bytes from `at` as Latin-1 text; shorter at the end of the file. */
export function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
