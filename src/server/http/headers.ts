/** Security headers of every answer. The Content-Security-Policy of pages comes from Astro with its hashes. */
const ALWAYS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

const WITH_MICROPHONE = ALWAYS['permissions-policy']!.replace('microphone=()', 'microphone=(self)');

/** For answers that are not pages: nothing in them may run or be framed. (`sandbox` would stop the PDF viewer.) */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Header between us and the front, which writes it into the page's policy and takes it off. */
export const FRAMED_HEADER = 'x-isoko-framed';

/**
 * `framed`: whose pages may show this one in a frame, as the policy writes it; nobody's without it. `microphone`: whether the
 * page may ask for it.
 */
type Facts = {
  https: boolean;
  personal: boolean;
  empty?: boolean;
  framed?: '*' | "'self'" | null;
  microphone?: boolean;
};

/**
 * Adds the headers that an answer lacks. `personal` answers are kept by nobody. An `empty` refusal gets no policy: Astro
 * draws our error page in its place and would keep it, and the page would stand there without its styles.
 */
export function addHeaders(
  headers: Headers,
  { https, personal, empty = false, framed = null, microphone = false }: Facts,
): void {
  if (microphone) headers.set('permissions-policy', WITH_MICROPHONE);
  for (const [name, value] of Object.entries(ALWAYS))
    if (!headers.has(name)) headers.set(name, value);
  if (framed) {
    headers.delete('x-frame-options');
    headers.set(FRAMED_HEADER, framed);
  }
  if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  const type = headers.get('content-type') ?? '';
  if (!empty && !type.startsWith('text/html') && !headers.has('content-security-policy')) {
    headers.set('content-security-policy', DATA_POLICY);
  }
  if (personal) headers.set('cache-control', 'private, no-store');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
}
