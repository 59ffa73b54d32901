import { Injectable } from '@nestjs/common';
import type { Contact } from '#platform';
import { PrincipalStore } from './principal-store.ts';

/** Where a person is written to. */
@Injectable()
export class ReachableContact {
  constructor(private readonly principals: PrincipalStore) {}

  /** Only where she has shown that she reads it; by mail rather than by telephone, the oldest first. */
  async of(principalId: string): Promise<Contact | undefined> {
    const verified = (await this.principals.contactsOf(principalId)).filter(({ verifiedAt }) => verifiedAt !== null);
    const chosen = verified.find(({ kind }) => kind === 'email') ?? verified[0];
    return chosen && { kind: chosen.kind, value: chosen.value };
  }

  /** The same, unless she has chosen to hear of requests otherwise. */
  async ofMailed(principalId: string): Promise<Contact | undefined> {
    return (await this.principals.isMailed(principalId)) ? this.of(principalId) : undefined;
  }
}
