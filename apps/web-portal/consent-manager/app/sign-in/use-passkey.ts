import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** The reader closed her browser's window, or it had nothing to offer: nothing was signed. */
export class PasskeyNotUsed extends Error {}

/** Options come as JSON of WebAuthn Level 3, which the generated types know less exactly than the browser's. */
type Options<F extends (options: never) => unknown> = Parameters<F>[0] extends { optionsJSON: infer O } ? O : never;

function notUsed(cause: unknown): never {
  throw new PasskeyNotUsed('the passkey was not used', { cause });
}

export function signWithPasskey(publicKey: object) {
  return startAuthentication({ optionsJSON: publicKey as Options<typeof startAuthentication> }).catch(notUsed);
}

export function makePasskey(publicKey: object) {
  return startRegistration({ optionsJSON: publicKey as Options<typeof startRegistration> }).catch(notUsed);
}
