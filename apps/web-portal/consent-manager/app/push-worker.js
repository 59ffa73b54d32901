// A browser keeps it beyond any visit, and asks for it anew by its name: so it is served as it stands here.
// What is pushed names a page alone. The words were left here by the pages, in the reader's language.
const leftHere = 'assent-notifications';
const subscriptionHere = '/app/push-subscription';
const requestPage = /^\/app\/requests\/[0-9a-f-]{36}$/;

self.addEventListener('push', (event) => event.waitUntil(tell(event.data)));
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(tellAnew(event.newSubscription)));
// The pages, when they are opened: not every browser says that something has changed, and not always while one is signed in.
self.addEventListener('message', (event) => event.waitUntil(tellAnew()));
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

/**
 * Where the push service gave this browser another address, or forgot it, says so to the consent manager. What cannot be
 * done now (she forbids it, is signed out, has no network) is done when the pages are opened again.
 */
async function tellAnew(given) {
  const cache = await caches.open(leftHere);
  const kept = await cache.match(subscriptionHere);
  if (kept === undefined) return;
  const { id, endpoint: former, publicKey } = await kept.json();
  const { pushManager } = self.registration;
  const ask = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = given ?? (await pushManager.getSubscription()) ?? (await pushManager.subscribe(ask));
  const { endpoint, keys } = subscription.toJSON();
  if (endpoint === former) return;
  // biome-ignore lint/style/noRestrictedGlobals: the origin it came from
  const answer = await fetch('/me/push-subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, replaces: id }),
  });
  if (!answer.ok) return;
  const told = await answer.json();
  await cache.put(subscriptionHere, Response.json({ id: told.id, endpoint, publicKey }));
}

/** Where she has that page open already, she is led there. */
async function openPage(path) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === path);
  await (open === undefined ? self.clients.openWindow(path) : open.focus());
}
