import { describe, expect, it } from 'vitest';
import { isListedPushService, knownPushServices, pushServiceForm } from './push-services.ts';

const services = [...knownPushServices.split(','), '127.0.0.1:4455'];

describe('an endpoint that a browser names', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', false, true],
    ['https://web.push.apple.com/QGuQ', false, true],
    ['https://par02p.notify.windows.com/w/?token=abc', false, true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', false, true],
    ['https://push.apple.com/abc', false, false],
    ['https://evilpush.apple.com/abc', false, false],
    ['https://fcm.googleapis.com.evil.example/abc', false, false],
    ['https://fcm.googleapis.com:8443/abc', false, false],
    ['https://fcm.googleapis.com@evil.example/abc', false, false],
    ['https://me:word@fcm.googleapis.com/abc', false, false],
    ['https://fcm.googleapis.com/abc#part', false, false],
    ['https://evil.example/?https://fcm.googleapis.com/', false, false],
    ['http://fcm.googleapis.com/abc', false, false],
    ['http://127.0.0.1:4455/abc', true, true],
    ['http://127.0.0.1:4455/abc', false, false],
    ['http://127.0.0.1:4456/abc', true, false],
    ['file:///etc/passwd', true, false],
    ['nonsense', true, false],
  ])('%s, on a local network: %s; is listed: %s', (endpoint, local, expected) => {
    expect(isListedPushService(endpoint, services, local)).toBe(expected);
  });

  it.each([
    ['*.push.apple.com', true],
    ['localhost:4455', true],
    ['*', false],
    ['*.', false],
    ['a.*.example', false],
    ['https://push.example', false],
    ['push.example/path', false],
  ])('%s may be listed: %s', (service, expected) => expect(pushServiceForm.test(service)).toBe(expected));
});
