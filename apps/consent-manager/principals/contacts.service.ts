import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Instant, isRefusal, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import { Clock, type Contact, Database } from '#platform';
import { canonicalContact, OneTimeCodes } from '../one-time-codes/one-time-codes.ts';
import { Timeline } from '../timeline/timeline.ts';
import { type PrincipalContact, PrincipalStore } from './principal-store.ts';

/** A code named for a contact. */
export interface Confirmation {
  readonly contactId: string;
  readonly code: string;
  /** Where the call came from. */
  readonly from: string;
}

export interface ContactToConfirm {
  readonly contactId: string;
  readonly expiresAt: Instant;
}

/** The contacts a person has shown to be hers: by these alone she is looked for at data providers. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly store: PrincipalStore,
    private readonly codes: OneTimeCodes,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
  ) {}

  async list(principalId: string): Promise<PrincipalContact[]> {
    return this.store.contactsOf(principalId);
  }

  async add(principalId: string, given: Contact, from: string): Promise<ContactToConfirm> {
    const contact = canonicalContact(given);
    const contactId = await this.database.transaction((tx) =>
      this.store.addContact(tx, principalId, uuidv7(), contact, this.clock.now()),
    );
    const { expiresAt } = await this.codes.send(contact, { from, about: 'to confirm this contact', contactId });
    return { contactId, expiresAt };
  }

  async confirm(principalId: string, { contactId, code, from }: Confirmation): Promise<PrincipalContact> {
    const known = (await this.store.contactsOf(principalId)).find(({ id }) => id === contactId);
    if (known === undefined) throw new RefusedError(refuse('code-wrong-or-expired'));
    const now = this.clock.now();
    const outcome = await this.database.transaction(async (tx): Promise<PrincipalContact | Refusal> => {
      const checked = await this.codes.check(tx, { contactId }, code, from);
      if (isRefusal(checked)) return checked;
      if (!(await this.store.verifyContact(tx, contactId, now))) return refuse('contact-in-use');
      this.timeline.tell(tx, principalId, now, 'contact.verified', {});
      return { ...known, verifiedAt: now };
    });
    return orRefuse(outcome);
  }
}
