import type { HeldConsent } from './held-consent.ts';

export type KnownConsent = Pick<HeldConsent, 'id' | 'manager' | 'claims' | 'standing'>;

/** Beyond this many, those are forgotten that nothing was asked under for the longest time. */
const mostKept = 1000;

/** Consents as they were read last. Whoever goes by one has to see to it that its version is that still. */
export class KnownConsents {
  private readonly known = new Map<string, KnownConsent>();

  find(id: string): KnownConsent | undefined {
    return this.known.get(id);
  }

  keep({ id, manager, claims, standing }: KnownConsent): void {
    this.known.delete(id);
    this.known.set(id, { id, manager, claims, standing });
    if (this.known.size > mostKept) this.known.delete(this.known.keys().next().value ?? '');
  }
}
