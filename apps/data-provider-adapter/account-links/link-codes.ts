import { Injectable, Logger } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { KeyRing, Messenger } from '#platform';
import type { SourceAccount, VerifiedIdentifier } from '../record-sources/record-source.ts';
import type { FoundAccount, LinkOffer, LinkRequest } from './account-link.ts';
import { LinkMessageText } from './link-message-text.ts';
import { createOneTimeCode, digestOfCode, isSameDigest } from './one-time-code.ts';

/** A code, whom it goes to, and what it opens. */
export interface Letter {
  readonly to: VerifiedIdentifier;
  readonly code: string;
  readonly offer: LinkOffer;
}

/** One-time codes of link requests: made, sent, compared. Kept as keyed digests only. */
@Injectable()
export class LinkCodes {
  private readonly logger = new Logger(LinkCodes.name);

  constructor(
    private readonly keys: KeyRing,
    private readonly messenger: Messenger,
    private readonly messageText: LinkMessageText,
  ) {}

  /** One letter to each contact on record: a code proves that one contact, so it opens that contact's accounts alone. */
  write(linkRequestId: string, accounts: readonly SourceAccount[]): Letter[] {
    const byContact = [...Map.groupBy(accounts, ({ contact }) => `${contact.kind}:${contact.value}`).values()];
    const codes = new Set<string>();
    while (codes.size < byContact.length) codes.add(createOneTimeCode());
    return [...codes].flatMap((code, index) => {
      const held = byContact[index] ?? [];
      const offer = { codeDigest: this.digest(linkRequestId, code), accounts: held.map(offered) };
      return held.slice(0, 1).map(({ contact: to }) => ({ to, code, offer }));
    });
  }

  async send(manager: ParticipantId, { to, code }: Letter): Promise<void> {
    try {
      await this.messenger.send({ to, ...(await this.messageText.write(manager, code)) });
    } catch (error) {
      // She asks again; the queue must not write to her without end.
      this.logger.error(error, 'a one-time code could not be sent');
    }
  }

  /** @returns the accounts a code opens */
  openedBy(code: string, { linkRequestId, offers }: LinkRequest): readonly FoundAccount[] | undefined {
    const digest = this.digest(linkRequestId, code);
    return offers.find(({ codeDigest }) => isSameDigest(codeDigest, digest))?.accounts;
  }

  private digest(linkRequestId: string, code: string): string {
    return digestOfCode(this.keys.secret('one-time-code'), linkRequestId, code);
  }
}

function offered({ accountKey, label, dataTypes }: SourceAccount): FoundAccount {
  return { accountKey, label: plain(label), dataTypes };
}

/** A label as messages carry it, whatever the institution writes: one line, at most 100 characters. */
function plain(label: string): string {
  return (
    label
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 100) || 'Account'
  );
}
