import { Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { Recent } from '#platform';
import type { AskedConsent } from './asked-consent.ts';

/** Beyond this many, those are forgotten that were asked the longest time ago. */
const mostKept = 1000;

/**
 * Consent requests that this process has asked and expects to be answered. What was asked never changes; whoever goes by
 * one has to see to it, in the statement that writes, that it waits still.
 */
@Injectable()
export class KnownAsks {
  private readonly known = new Recent<string, AskedConsent>(mostKept);

  find(manager: ParticipantId, handle: string): AskedConsent | undefined {
    return this.known.get(`${manager} ${handle}`);
  }

  keep(asked: AskedConsent & { readonly handle: string }): void {
    this.known.keep(`${asked.manager} ${asked.handle}`, asked);
  }

  forget({ manager, handle }: Pick<AskedConsent, 'manager' | 'handle'>): void {
    this.known.forget(`${manager} ${handle}`);
  }
}
