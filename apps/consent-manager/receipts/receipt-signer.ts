import { Inject, Injectable } from '@nestjs/common';
import { type Catalogues, type Instant } from '#domain';
import { Clock, KeyRing, SETTINGS } from '#platform';
import { nodeCryptography, type ReceiptOptions, type ReceiptWords } from '#protocol';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

/** Who signs receipts, when, and what they call things. */
@Injectable()
export class ReceiptSigner {
  readonly words: ReceiptWords;

  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    names: ParticipantNames,
    @Inject(CATALOGUES) catalogues: Catalogues,
    @Inject(SETTINGS) private readonly settings: Pick<ConsentManagerSettings, 'PARTICIPANT_ID'>,
  ) {
    this.words = {
      nameOf: (participant) => names.of(participant),
      purposeTitle: (code) => catalogues.purposes.get(code)?.title ?? code,
      dataTypeTitle: (type) => catalogues.dataTypes.get(type)?.title ?? type,
    };
  }

  get issuer(): string {
    return this.settings.PARTICIPANT_ID;
  }

  now(): Instant {
    return this.clock.now();
  }

  options(now: Instant): ReceiptOptions {
    return { signer: this.keys.signer('statement'), issuer: this.issuer, now, sha256: nodeCryptography.sha256 };
  }
}
