import type { KeyUse, ParticipantId, ParticipantRole } from '#domain';
import {
  type ListedKey,
  nodeCryptography,
  type Participant,
  type ParticipantDirectory,
  type PrivateJwk,
  publicJwkOf,
  type Signer,
} from '#protocol';

/** A participant with its private keys, one for each use. */
export interface SampleMember {
  participant: Participant;
  readonly privateKeys: Readonly<Record<KeyUse, PrivateJwk>>;
  readonly signers: Readonly<Record<KeyUse, Signer>>;
}

export const sampleIds = {
  manager: 'https://consent.example',
  provider: 'https://bank.example',
  user: 'https://lender.example',
  registry: 'https://registry.example',
} as const;

const roles: Record<keyof typeof sampleIds, ParticipantRole> = {
  manager: 'consent-manager',
  provider: 'data-provider',
  user: 'data-user',
  registry: 'trust-registry',
};

const uses: KeyUse[] = ['message', 'statement', 'access-token', 'trust-list'];

/** Four participants with fresh keys. Change a member's `participant` to see what a verifier makes of it. */
export class SampleNetwork implements ParticipantDirectory {
  private constructor(readonly members: Readonly<Record<keyof typeof sampleIds, SampleMember>>) {}

  static async create(validFrom = '2026-01-01T00:00:00.000Z'): Promise<SampleNetwork> {
    const names = Object.keys(sampleIds) as (keyof typeof sampleIds)[];
    const made = await Promise.all(names.map(async (name) => [name, await createMember(name, validFrom)] as const));
    return new SampleNetwork(Object.fromEntries(made) as SampleNetwork['members']);
  }

  get participants(): Participant[] {
    return Object.values(this.members).map((member) => member.participant);
  }

  findParticipant(id: ParticipantId): Participant | undefined {
    return this.participants.find((participant) => participant.id === id);
  }

  findKey(issuer: ParticipantId, kid: string): ListedKey | undefined {
    return this.findParticipant(issuer)?.keys.find((key) => key.kid === kid);
  }

  /** Another of this network in which one listed key is changed: retired, compromised, of another use. */
  withKey(name: keyof typeof sampleIds, use: KeyUse, change: Partial<ListedKey>): SampleNetwork {
    const { participant } = this.members[name];
    const keys = participant.keys.map((key) => (key.use === use ? { ...key, ...change } : key));
    return this.withParticipant(name, { keys });
  }

  withParticipant(name: keyof typeof sampleIds, change: Partial<Participant>): SampleNetwork {
    const member = this.members[name];
    const changed = { ...member, participant: { ...member.participant, ...change } };
    return new SampleNetwork({ ...this.members, [name]: changed });
  }
}

async function createMember(name: keyof typeof sampleIds, validFrom: string): Promise<SampleMember> {
  const made = await Promise.all(uses.map(async (use) => [use, await nodeCryptography.generateKey()] as const));
  const signed = await Promise.all(
    made.map(async ([use, key]) => [use, await nodeCryptography.createSigner(key)] as const),
  );
  const signers = Object.fromEntries(signed) as Record<KeyUse, Signer>;
  const id = sampleIds[name];
  return {
    privateKeys: Object.fromEntries(made) as Record<KeyUse, PrivateJwk>,
    signers,
    participant: {
      id,
      name: `The ${name}`,
      roles: [roles[name]],
      endpoints: { [roles[name]]: `${id}/api` },
      keys: made.map(([use, key]) => ({ kid: signers[use].kid, use, jwk: publicJwkOf(key), validFrom })),
      dataTypes: name === 'provider' ? ['bank.transaction'] : [],
      status: 'active',
    },
  };
}
