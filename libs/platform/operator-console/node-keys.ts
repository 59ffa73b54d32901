import { Injectable } from '@nestjs/common';
import { type Instant, type KeyUse, RefusedError, refuse } from '#domain';
import type { ListedKey } from '#protocol';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import { Database } from '../database/database.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';
import type { Operator } from '../operators/operator.ts';
import { RoleStanding } from './role-standing.ts';

type NodeKey = Pick<SigningKey, 'kid' | 'use' | 'state'>;
interface KeyInList {
  readonly validFrom: Instant;
  readonly retiredAt?: Instant;
  readonly compromisedSince?: Instant;
}

/** The signing keys as an operator sees and changes them; their private halves stay where they are. */
@Injectable()
export class NodeKeys {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly standing: RoleStanding,
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async list(): Promise<Array<NodeKey & { listed: KeyInList | null }>> {
    await this.keyRing.refresh();
    const keys = this.keyRing.keys();
    return Promise.all(
      keys.map(async ({ kid, use, state }) => ({
        kid,
        use,
        state,
        listed: datesOf(await this.standing.findListedKey(kid)),
      })),
    );
  }

  /** The next key is made once: asked again it is the same. @throws RefusedError `not-found` for a use not had here */
  async rotate(use: KeyUse, by: Operator): Promise<NodeKey> {
    if (!this.keyRing.keys().some((key) => key.use === use)) throw new RefusedError(refuse('not-found', use));
    const { kid, state } = await this.keyRing.store.makeNext(use);
    await this.database.transaction(async (tx) => {
      this.trail.write(tx, { act: 'key.rotated', operator: by.id, about: kid });
    });
    return { kid, use, state };
  }
}

function datesOf(listed: ListedKey | undefined): KeyInList | null {
  if (listed === undefined) return null;
  const { validFrom, retiredAt, compromisedSince } = listed;
  return { validFrom, ...(retiredAt && { retiredAt }), ...(compromisedSince && { compromisedSince }) };
}
