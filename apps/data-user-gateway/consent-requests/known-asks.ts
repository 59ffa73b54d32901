import { Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { Recent } from '#protocol';
import type { AskedConsent } from './asked-consent.ts';

/** Beyond this many, those are forgotten that were asked the longest time ago. */
const mostKept = 1000;

/**
 * Consent requests that this process has asked and expects to be answered. What was asked never changes; whoever goes by
 * one has to see to it, in the statement that writes, that it waits still.
 */
@Injectable()
export class KnownAsks {
  private readonly byHandle = new Recent<string, AskedConsent>(mostKept);
  private readonly byId = new Recent<string, AskedConsent>(mostKept);

  find(manager: ParticipantId, handle: string): AskedConsent | undefined {
    return this.byHandle.get(`${manager} ${handle}`);
  }

  findById(id: string): AskedConsent | undefined {
    return this.byId.get(id);
  }

  keep(asked: AskedConsent & { readonly handle: string }): void {
    this.byHandle.keep(`${asked.manager} ${asked.handle}`, asked);
    this.byId.keep(asked.id, asked);
  }

  forget({ id, manager, handle }: Pick<AskedConsent, 'id' | 'manager' | 'handle'>): void {
    this.byHandle.forget(`${manager} ${handle}`);
    this.byId.forget(id);
  }
}
