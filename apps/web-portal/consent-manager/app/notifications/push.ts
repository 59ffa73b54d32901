import { answer } from '../../../api/answer.ts';
import { api } from '../api.ts';
import { keptId, leaveSubscription } from './left-for-worker.ts';
import { workerAddress } from './worker-address.ts';

/** She has forbidden it, or has not answered. */
export class NotAllowed extends Error {}
/** What carries messages to this browser does not answer. */
export class NotReached extends Error {}

/** The id of this browser's subscription: it says nothing to who reads it. */
const kept = 'assent-push';

export const canBeTold = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

export const isForbidden = (): boolean => Notification.permission === 'denied';

/** @returns the id under which the consent manager tells this browser; it may have forgotten it */
export const keptSubscription = (): string | null => localStorage.getItem(kept);

let registering: Promise<ServiceWorkerRegistration> | undefined;

/** Once in a page: a policy of one name is made once. */
function register(): Promise<ServiceWorkerRegistration> {
  registering ??= navigator.serviceWorker.register(workerAddress());
  return registering;
}

/**
 * Has this browser told from now on, beyond this visit.
 *
 * @param publicKey what the consent manager signs its messages with, base64url
 * @throws NotAllowed, NotReached, Problem
 */
export async function tellThisBrowser(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new NotAllowed('notifications are not allowed');
  await register();
  const { pushManager } = await navigator.serviceWorker.ready;
  const ask = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await pushManager.subscribe(ask).catch((cause: unknown): never => {
    throw new NotReached('the push service cannot be reached', { cause });
  });
  const { endpoint = '', keys } = subscription.toJSON();
  try {
    const body = { endpoint, keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' } };
    const { id } = await answer(api.POST('/me/push-subscriptions', { body }));
    localStorage.setItem(kept, id);
    await leaveSubscription({ id, endpoint, publicKey });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

/** @param id of a subscription of hers, in this browser or another */
export async function tellNoMore(id: string): Promise<void> {
  await answer(api.DELETE('/me/push-subscriptions/{id}', { params: { path: { id } } }));
  if (id !== keptSubscription()) return;
  localStorage.removeItem(kept);
  await leaveSubscription(undefined);
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** Has the worker see whether this browser is still told where it was; learns the id where that has changed. */
export async function keepTold(): Promise<void> {
  if (keptSubscription() === null) return;
  const id = await keptId();
  if (id !== undefined) localStorage.setItem(kept, id);
  const registration = await navigator.serviceWorker.getRegistration();
  if (Notification.permission === 'granted') registration?.active?.postMessage('look');
}
