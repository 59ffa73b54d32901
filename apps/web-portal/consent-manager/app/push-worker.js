// A browser keeps it beyond any visit, and asks for it anew by its name: so it is served as it stands here.
// What is pushed names a page alone. The words were left here by the pages, in the reader's language.
const leftHere = 'assent-notifications';
const requestPage = /^\/app\/requests\/[0-9a-f-]{36}$/;

self.addEventListener('push', (event) => event.waitUntil(tell(event.data)));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data));
});

async function tell(pushed) {
  const { title, ...words } = await readWords();
  await self.registration.showNotification(title, { ...words, tag: 'consent-request', data: pathOf(pushed) });
}

async function readWords() {
  const words = await caches.match('/app/notification-words', { cacheName: leftHere });
  return words === undefined ? { title: 'Assent' } : words.json();
}

/** Nowhere but to a request, whoever sent it. */
function pathOf(pushed) {
  try {
    const { path } = pushed.json();
    if (requestPage.test(path)) return path;
  } catch {
    // What cannot be read still says that something waits.
  }
  return '/app/';
}

/** Where she has that page open already, she is led there. */
async function openPage(path) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === path);
  await (open === undefined ? self.clients.openWindow(path) : open.focus());
}
