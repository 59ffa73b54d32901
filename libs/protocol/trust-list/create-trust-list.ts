import { addSeconds, type Instant, type ParticipantId, toNumericDate } from '#domain';
import { thumbprintOf } from '../key/thumbprint.ts';
import type { Participant } from '../participant/participant.ts';
import type { Signer } from '../signature/cryptography.ts';
import { participantsListType, trustListClaims } from './list-of-trusted-entities.ts';
import { parseParticipant, toTrustedEntity } from './trusted-entity.ts';

export const trustListTyp = 'trust-list+jwt';
export const longestValiditySeconds = 604_800;

export interface TrustListOptions {
  /** The registry's `trust-list` key. */
  readonly signer: Signer;
  readonly operator: { readonly id: ParticipantId; readonly name: string };
  readonly network: string;
  /** One more than that of the list before. */
  readonly sequence: number;
  readonly now: Instant;
  /** 300 where absent. */
  readonly refreshSeconds?: number;
  /** 604800 (7 days, the most) where absent. */
  readonly validSeconds?: number;
  readonly participants: readonly Participant[];
  /** From the oldest to the newest: see createRootSuccession. */
  readonly rootSuccessions?: readonly string[];
}

/** @throws where a participant cannot be listed: what no verifier would take is not signed */
export async function createTrustList(options: TrustListOptions): Promise<string> {
  const { operator, now, refreshSeconds = 300, validSeconds = longestValiditySeconds } = options;
  const iat = toNumericDate(now);
  const payload = trustListClaims.parse({
    iss: operator.id,
    iat,
    exp: iat + validSeconds,
    ...(options.rootSuccessions?.length ? { rootSuccessions: options.rootSuccessions } : {}),
    LoTE: {
      ListAndSchemeInformation: {
        LoTEVersionIdentifier: 1,
        LoTESequenceNumber: options.sequence,
        LoTEType: participantsListType,
        SchemeOperatorName: [{ lang: 'en', value: operator.name }],
        SchemeName: [{ lang: 'en', value: options.network }],
        ListIssueDateTime: now,
        NextUpdate: addSeconds(now, refreshSeconds),
      },
      TrustedEntitiesList: options.participants.map(toTrustedEntity),
    },
  });
  for (const entity of payload.LoTE.TrustedEntitiesList)
    if (parseParticipant(entity) === undefined) throw new TypeError('a participant contradicts itself');
  await checkKids(options.participants);
  return options.signer.sign({ typ: trustListTyp, payload });
}

async function checkKids(participants: readonly Participant[]): Promise<void> {
  for (const key of participants.flatMap((participant) => participant.keys))
    if ((await thumbprintOf(key.jwk)) !== key.kid) throw new TypeError('a kid is not the thumbprint of its key');
}
