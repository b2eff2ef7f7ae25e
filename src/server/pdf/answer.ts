/** A file name that every system takes: what the label has, without what a path could be. */
const safe = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-');

/** A PDF of ours, shown by the browser and saved under `name`. It is one reader's, so nobody keeps it. */
export function pdfAnswer(bytes: Uint8Array, name: string): Response {
  const file = `${safe(name)}.pdf`;
  const plain = file.replace(/[^\x20-\x7e]/g, '_');
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}
