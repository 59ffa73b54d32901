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
import { type CodeReference, OneTimeCodeStore } from './one-time-code-store.ts';

export const codesPerContact = 5;
const boundSeconds = 3600;

export interface SentCode {
  readonly id: string;
  readonly expiresAt: Instant;
}

/** Six digits, sent to a contact: whoever names them has read what was sent there. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly store: OneTimeCodeStore,
    private readonly keys: KeyRing,
    private readonly messenger: Messenger,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError `too-many-requests` with the seconds to wait */
  async send(given: Contact, about: string, contactId?: string): Promise<SentCode> {
    const contact = canonicalContact(given);
    const now = this.clock.now();
    const id = uuidv7();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = addDuration(now, codeLife);
    await this.database.transaction(async (tx) => {
      const made = await this.store.lockContact(tx, contact, addSeconds(now, -boundSeconds));
      refuseTooMany(made, now);
      await this.store.add(tx, { id, contact, contactId, codeHash: this.digest(id, code), expiresAt, createdAt: now });
    });
    await this.write(contact, code, about);
    return { id, expiresAt };
  }

  /**
   * Counts the try in `tx`, which must commit whatever the outcome.
   * @returns the contact the code was sent to
   */
  async check(tx: Transaction, of: CodeReference, code: string): Promise<Contact | Refusal> {
    const now = this.clock.now();
    const sent = await this.store.countTry(tx, of, now);
    const digest = this.digest(sent?.id ?? '', code);
    const right = timingSafeEqual(digest, sent?.codeHash ?? Buffer.alloc(digest.length));
    if (sent === undefined || !right) return refuse('code-wrong-or-expired');
    await this.store.spend(tx, sent.id, now);
    return sent.contact;
  }

  private async write(to: Contact, code: string, about: string): Promise<void> {
    const text = `${code} is your code ${about}. It is valid for ten minutes. If you did not ask for it, do nothing.`;
    try {
      await this.messenger.send({ to, subject: `Your code: ${code}`, text });
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
