/** Where browsers are reached: Chrome and what is made of it (the second host: what is no release), Firefox, Safari, Edge. */
export const knownPushServices =
  'fcm.googleapis.com,jmt17.google.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com';

/** A host, with its port where it is not that of https; `*.` stands for one or more labels before it. */
export const pushServiceForm = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/**
 * Whether messages may be sent to this endpoint: a browser names it, so that it could name any machine.
 *
 * @param services as WEB_PUSH_SERVICES lists them
 * @param local whether plain HTTP is allowed
 */
export function isListedPushService(endpoint: string, services: readonly string[], local: boolean): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) return false;
  return services.some((service) =>
    service.startsWith('*.') ? url.host.endsWith(service.slice(1)) : url.host === service,
  );
}
