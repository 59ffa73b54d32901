import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { RefusedError, refuse } from '#domain';
import { Clock, type Contact, SETTINGS, type Transaction } from '#platform';
import { type ConsentManagerSettings, principalHost } from '../settings/consent-manager.settings.ts';
import { Timeline } from '../timeline/timeline.ts';
import { PrincipalStore } from './principal-store.ts';

/** Who a contact belongs to, and how someone new is taken in. */
@Injectable()
export class Principals {
  constructor(
    private readonly store: PrincipalStore,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /**
   * @param contact shown to be theirs just now
   * @param name the part before the @ where the person is new; made up where absent
   * @throws RefusedError `principal-name-taken`
   */
  async recognise(tx: Transaction, contact: Contact, name?: string): Promise<string> {
    const known = await this.store.findByContact(tx, contact);
    return known ?? this.join(tx, contact, name ?? `p-${randomBytes(8).toString('hex')}`);
  }

  private async join(tx: Transaction, contact: Contact, name: string): Promise<string> {
    const id = `${name}@${principalHost(this.settings)}`;
    const now = this.clock.now();
    if (!(await this.store.add(tx, id, now))) throw new RefusedError(refuse('principal-name-taken'));
    const contactId = await this.store.addContact(tx, id, uuidv7(), contact, now);
    await this.store.verifyContact(tx, contactId, now);
    this.timeline.tell(tx, id, now, 'principal.joined', {});
    return id;
  }
}
