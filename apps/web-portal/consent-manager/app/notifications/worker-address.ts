/** What a script's address has to be where Trusted Types are asked for; browsers without them take the text. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

const address = '/app/push-worker.js';

/** The one policy that the pages' headers allow: whatever it is asked for, it gives the worker's address. */
export function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('assent-push-worker', { createScriptURL: () => address });
  return policy?.createScriptURL(address) ?? address;
}
