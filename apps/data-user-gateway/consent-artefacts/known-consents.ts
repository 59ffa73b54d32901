import { Injectable } from '@nestjs/common';
import { Recent } from '#protocol';
import type { HeldConsent } from './held-consent.ts';

export type KnownConsent = Pick<HeldConsent, 'id' | 'manager' | 'claims' | 'standing'>;

/** Beyond this many, those are forgotten that were read the longest time ago. */
const mostKept = 5000;

/** Consents as they were read last. Whoever goes by one has to see to it that its version is that still. */
@Injectable()
export class KnownConsents {
  private readonly known = new Recent<string, KnownConsent>(mostKept);

  find(id: string): KnownConsent | undefined {
    return this.known.get(id);
  }

  keep({ id, manager, claims, standing }: KnownConsent): void {
    this.known.keep(id, { id, manager, claims, standing });
  }
}
