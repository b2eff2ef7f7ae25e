/** Text of a file whose letters nobody declared: a byte order mark, else UTF-8, else Windows-1252 as older banks write. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const body = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
}

/** XML says so itself, and is otherwise as `decodeText` reads it. */
export function looksLikeXml(text: string): boolean {
  return /^\s*<(\?xml|[\w:]*Document)\b/.test(text);
}
