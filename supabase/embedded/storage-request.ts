const UPLOAD =
  /^\/storage\/v1\/object\/(?!(?:list|sign|copy|move|info|public|authenticated|upload)(?:\/|$))/;

/**
 * supabase-js sends a Blob as a form whose file has an empty name, which lite does not find. Such a
 * request becomes the plain one it stands for: the file as the body, its type and cache time as headers.
 */
export async function plainUpload(request: Request, path: string): Promise<Request> {
  if (request.method !== 'POST' && request.method !== 'PUT') return request;
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !UPLOAD.test(path)) return request;
  const form = await request.formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (!file) return new Request(request.url, { method: request.method, headers: request.headers });
  const headers = new Headers(request.headers);
  headers.set('content-type', file.type || 'application/octet-stream');
  headers.set('content-length', String(file.size));
  const seconds = form.get('cacheControl');
  if (typeof seconds === 'string') headers.set('cache-control', `max-age=${seconds}`);
  return new Request(request.url, {
    method: request.method,
    headers,
    body: await file.arrayBuffer(),
  });
}
