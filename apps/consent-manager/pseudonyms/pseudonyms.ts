import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { KeyRing } from '#platform';

/** What a person is called towards each counterpart: another name for each, so that two of them cannot compare notes. */
@Injectable()
export class Pseudonyms {
  constructor(private readonly keys: KeyRing) {}

  /** @returns 43 characters of base64url */
  of(principalId: string, counterpart: ParticipantId): string {
    return createHmac('sha256', this.keys.secret('pseudonym'))
      .update(`${principalId}\n${counterpart}`)
      .digest('base64url');
  }
}
