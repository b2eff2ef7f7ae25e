/*
 * Lets a screen at the fair go on without a network. It controls the pages under /k/ alone, and answers from what the page
 * itself put into the cache (src/features/exhibitions/kiosk/shell/keep.ts): the page, and files whose addresses change with
 * their content. What a device tells and hears goes to the server, always.
 */
const CACHE = 'isoko-kiosk';
const SHELL = '/k/shell';
const LIVE = /^\/k\/(?:heartbeat|bundle|send|worker\.js)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (LIVE.test(url.pathname) || request.cache === 'no-store') return;
  const key = request.mode === 'navigate' ? SHELL : request.url;
  event.respondWith(kept(key, request));
});

async function kept(key, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(key, { ignoreVary: true })) ?? fetch(request);
}
