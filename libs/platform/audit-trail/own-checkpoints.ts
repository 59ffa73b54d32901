import { Inject, Injectable } from '@nestjs/common';
import { type Instant, isRefusal, type ParticipantRole } from '#domain';
import {
  checkpointKeyUse,
  createTrailCheckpoint,
  encodeBase64url,
  nodeCryptography,
  type Participant,
  type TrailCheckpoint,
  type VerificationContext,
  verifyTrailCheckpoint,
} from '#protocol';
import { Clock } from '../clock/clock.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { resignCompromised } from '../keys/own-statement.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrailBroken } from './trail-broken.ts';

export interface TrailStand {
  readonly size: number;
  readonly root: Uint8Array;
  readonly head: Uint8Array;
}

/** What a clock that was fast once signed is our own word all the same: no time of it is too early. */
const now: Instant = '9999-12-31T23:59:59.999Z';

/** A participant as it knows itself by its own keys, those that ended among them. */
export function ownContext(id: string, role: ParticipantRole, keys: readonly SigningKey[]): VerificationContext {
  const listed = keys.map(({ kid, use, jwk }) => ({ kid, use, jwk, validFrom: '1970-01-01T00:00:00.000Z' }));
  const self: Participant = {
    id,
    name: id,
    roles: [role],
    endpoints: {},
    keys: listed,
    dataTypes: [],
    status: 'active',
  };
  const findParticipant = (asked: string) => (asked === id ? self : undefined);
  const findKey = (asked: string, kid: string) => (asked === id ? listed.find((key) => key.kid === kid) : undefined);
  return {
    audience: undefined,
    evidence: {},
    now,
    participants: { findParticipant, findKey },
    cryptography: nodeCryptography,
  };
}

/** The first role a node is listed as names its trail. */
export const trailRole = ({ listedRoles }: NetworkOptions): ParticipantRole => {
  const [role] = listedRoles;
  if (role === undefined) throw new Error('a node without a role has no audit trail');
  return role;
};

/** Signs where this role's trail stands, and knows its own word again. */
@Injectable()
export class OwnCheckpoints {
  readonly role: ParticipantRole;
  /** Verified before: a token is looked into once. */
  private verified: { readonly token: string; readonly claims: TrailCheckpoint } | undefined;

  constructor(
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    options: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {
    this.role = trailRole(options);
  }

  sign({ size, root, head }: TrailStand): Promise<string> {
    return createTrailCheckpoint(
      { role: this.role, size, root: encodeBase64url(root), head: encodeBase64url(head) },
      {
        signer: this.keyRing.signer(checkpointKeyUse(this.role)),
        issuer: this.settings.PARTICIPANT_ID,
        now: this.clock.now(),
      },
    );
  }

  /** As others believe it: where its key was compromised since, in the words and with the stand it has, signed anew. */
  async asBelieved(token: string): Promise<string> {
    return (await resignCompromised(token, this.keyRing, this.clock.now())) ?? token;
  }

  /** @throws TrailBroken where it was not signed by this role */
  async verify(token: string): Promise<TrailCheckpoint> {
    if (this.verified?.token === token) return this.verified.claims;
    const { PARTICIPANT_ID } = this.settings;
    const context = ownContext(PARTICIPANT_ID, this.role, this.keyRing.keys());
    const claims = await verifyTrailCheckpoint(token, context);
    if (isRefusal(claims)) throw new TrailBroken(`an own checkpoint does not verify: ${claims.code}`);
    this.verified = { token, claims };
    return claims;
  }
}
