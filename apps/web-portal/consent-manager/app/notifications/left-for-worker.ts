/** What the pages leave for their worker, which reads it while they are closed: it can look nowhere else. */
const left = () => caches.open('assent-notifications');

const subscriptionHere = '/app/push-subscription';

interface LeftSubscription {
  /** By which the consent manager knows this browser. */
  readonly id: string;
  readonly endpoint: string;
  /** What it subscribes under, should it have to anew. */
  readonly publicKey: string;
}

/** In the language that the pages speak. */
export async function leaveWords(words: { readonly title: string; readonly body: string; readonly lang: string }) {
  const dir = document.documentElement.dir;
  await (await left()).put('/app/notification-words', Response.json({ ...words, dir }));
}

/** @param subscription undefined where this browser is told no more */
export async function leaveSubscription(subscription: LeftSubscription | undefined): Promise<void> {
  const cache = await left();
  if (subscription === undefined) await cache.delete(subscriptionHere);
  else await cache.put(subscriptionHere, Response.json(subscription));
}

/** The worker may have been given another. */
export async function keptId(): Promise<string | undefined> {
  const kept = await (await left()).match(subscriptionHere);
  return kept === undefined ? undefined : ((await kept.json()) as LeftSubscription).id;
}
