/** What a player asks: one range of bytes. Null for the whole; 'outside' where it begins after the end. Several ranges: the whole. */
export function rangeOf(
  header: string | null,
  size: number,
): { from: number; to: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [first = '', last = ''] = match?.slice(1) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const tail = Math.min(size, Number(last));
    return tail === 0 ? 'outside' : { from: size - tail, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(size - 1, Number(last));
  if (from >= size || to < from) return 'outside';
  return { from, to };
}

type Told = { contentType: string; sha256: string; public: boolean };

/** The bytes of a voice, or the range of them that was asked for. A voice that is not public yet is kept nowhere. */
export function audioAnswer(request: Request, bytes: Uint8Array, told: Told): Response {
  const headers = {
    'content-type': told.contentType,
    'accept-ranges': 'bytes',
    etag: `"${told.sha256.slice(0, 22)}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': told.public ? 'public, max-age=31536000, immutable' : 'private, no-store',
  };
  const range = rangeOf(request.headers.get('range'), bytes.length);
  if (range === 'outside') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
    });
  }
  if (request.headers.get('if-none-match')?.includes(headers.etag))
    return new Response(null, { status: 304, headers });
  const part = range ? bytes.subarray(range.from, range.to + 1) : bytes;
  const length = { 'content-length': String(part.length) };
  const body = request.method === 'HEAD' ? null : (part as Uint8Array<ArrayBuffer>);
  if (!range) return new Response(body, { headers: { ...headers, ...length } });
  const where = { 'content-range': `bytes ${range.from}-${range.to}/${bytes.length}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...where } });
}
