import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  addDuration,
  addSeconds,
  codeLife,
  type Instant,
  type Refusal,
  RefusedError,
  refuse,
  toMilliseconds,
} from '#domain';
import { Clock, type Contact, Database, KeyRing, MessageNotSent, Messenger, type Transaction } from '#platform';
import { AddressBounds } from './address-bounds.ts';
import { type CodeReference, OneTimeCodeStore } from './one-time-code-store.ts';

export const codesPerContact = 5;
const boundSeconds = 3600;

export interface SentCode {
  readonly id: string;
  readonly expiresAt: Instant;
}

/** Who asks for a code, and for what. */
export interface CodeAsk {
  /** Where the call came from. */
  readonly from: string;
  /** `to sign in` */
  readonly about: string;
  /** The contact it verifies; absent where it signs in. */
  readonly contactId?: string;
}

/** Six digits, sent to a contact: whoever names them has read what was sent there. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly store: OneTimeCodeStore,
    private readonly bounds: AddressBounds,
    private readonly keys: KeyRing,
    private readonly messenger: Messenger,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError `too-many-requests` with the seconds to wait */
  async send(given: Contact, { from, about, contactId }: CodeAsk): Promise<SentCode> {
    const contact = canonicalContact(given);
    const now = this.clock.now();
    const id = uuidv7();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = addDuration(now, codeLife);
    await this.database.transaction(async (tx) => {
      const made = await this.store.lockContact(tx, contact, addSeconds(now, -boundSeconds));
      refuseTooMany(made, now);
      await this.bounds.countCode(tx, from);
      await this.store.add(tx, { id, contact, contactId, codeHash: this.digest(id, code), expiresAt, createdAt: now });
    });
    await this.write(contact, code, about);
    return { id, expiresAt };
  }

  /**
   * Counts the try in `tx`, which must commit whatever the outcome.
   * @param from where the call came from
   * @returns the contact the code was sent to
   * @throws RefusedError `too-many-requests` with the seconds to wait
   */
  async check(tx: Transaction, of: CodeReference, code: string, from: string): Promise<Contact | Refusal> {
    const now = this.clock.now();
    const forgive = await this.bounds.countTry(tx, from);
    const sent = await this.store.countTry(tx, of, now);
    const digest = this.digest(sent?.id ?? '', code);
    const right = timingSafeEqual(digest, sent?.codeHash ?? Buffer.alloc(digest.length));
    if (sent === undefined || !right) return refuse('code-wrong-or-expired');
    await this.store.spend(tx, sent.id, now);
    await forgive();
    return sent.contact;
  }

  private async write(to: Contact, code: string, about: string): Promise<void> {
    const text = `${code} is your code ${about}. It is valid for ten minutes. If you did not ask for it, do nothing.`;
    try {
      // The code stands in the text alone: subjects are shown on locked screens.
      await this.messenger.send({ to, subject: `Your code ${about}`, text });
    } catch (error) {
      throw error instanceof MessageNotSent ? new RefusedError(refuse('message-not-sent')) : error;
    }
  }

  private digest(id: string, code: string): Buffer {
    return createHmac('sha256', this.keys.secret('one-time-code')).update(`${id}\n${code}`).digest();
  }
}

function refuseTooMany(made: readonly Instant[], now: Instant): void {
  const oldest = made[0];
  if (oldest === undefined || made.length < codesPerContact) return;
  const wait = Math.ceil((toMilliseconds(oldest) - toMilliseconds(now)) / 1000) + boundSeconds;
  throw new RefusedError(refuse('too-many-requests', 'codes for this contact'), Math.max(1, wait));
}

/** One spelling of each address, so that one person does not become two. */
export function canonicalContact({ kind, value }: Contact): Contact {
  return { kind, value: kind === 'email' ? value.toLowerCase() : value };
}
