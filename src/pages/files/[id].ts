import type { APIRoute } from 'astro';
import { openFile } from '#src/features/files/queries.ts';
import { visitorKeys } from '#src/server/http/visitor-keys.ts';

/** One file of a conversation, an RFQ, an order …: to who may see its room, and to a visitor whose cookie has a key to it. */
export const GET: APIRoute = async ({ params, request, locals }) => {
  const file = await openFile(locals.db, params['id'] ?? '', visitorKeys(request));
  if (!file) return new Response(null, { status: 404 });
  const place = file.contentType === 'image/jpeg' ? 'inline' : 'attachment';
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes.length),
      'content-disposition': `${place}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
};
