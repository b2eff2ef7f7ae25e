/* Shows what the site sends to this browser, and opens it. It controls no page (its scope is /push/) and keeps nothing. */
self.addEventListener('push', (event) => {
  let said = {};
  try {
    said = event.data.json();
  } catch {
    // A browser may ask for something to be shown although nothing readable came.
  }
  event.waitUntil(
    self.registration.showNotification(String(said.title || 'Isoko'), {
      body: String(said.body || ''),
      tag: String(said.tag || ''),
      icon: '/icon-180.png',
      data: { url: String(said.url || '/notifications') },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const target = new URL(event.notification.data.url, self.location.origin);
  if (target.origin === self.location.origin) event.waitUntil(self.clients.openWindow(target.href));
});
