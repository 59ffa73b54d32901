import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal, type KeyUse, keyUses, participantRoles } from '#domain';
import { packageRoot } from '#platform';
import {
  type Cryptography,
  createAccessToken,
  createCallToken,
  createDpopProof,
  createEvent,
  createMessage,
  createParticipantDescription,
  createRootSuccession,
  createTrustList,
  keyIntroductionMessage,
  keyRetirementMessage,
  messages,
  nodeCryptography,
  provePossession,
  reachRoots,
  type Signer,
  type VerificationContext,
  verifyAccessToken,
  verifyCallToken,
  verifyDpopProof,
  verifyEvent,
  verifyKeyIntroduction,
  verifyKeyRetirement,
  verifyMessage,
  verifyParticipantDescription,
  verifyReceipt,
  verifyTrustList,
} from '#protocol';
import { createSampleReceipts, SampleNetwork, sampleIds } from '#testing';
import { createKey, knowPrivateKey } from './raw-signing.ts';

export const now = '2026-11-21T10:00:00.000Z';

/** One good signed message of a kind, and who would take it. */
export interface SignedSample {
  readonly name: string;
  readonly token: string;
  readonly typ: string;
  readonly signer: Signer;
  /** Puts its own key into the header, as DPoP proofs do. */
  readonly keyInHeader?: boolean;
  /** Claims whose worth is not for this verifier to judge. */
  readonly judgedElsewhere?: readonly string[];
  /** @returns what it says, or a refusal */
  verify(token: string, cryptography?: Cryptography): Promise<unknown>;
}

export interface SampleWorld {
  readonly network: SampleNetwork;
  readonly samples: readonly SignedSample[];
  context(audience: string, cryptography?: Cryptography): VerificationContext;
}

type MemberName = keyof typeof sampleIds;
const speakers = {
  'consent-manager': 'manager',
  'data-provider': 'provider',
  'data-user': 'user',
  'trust-registry': 'registry',
} as const;

/** One of each signed message of the wire, fresh keys each time. */
export async function createSamples(): Promise<SampleWorld> {
  const network = await SampleNetwork.create();
  for (const { privateKeys, signers } of Object.values(network.members))
    for (const use of keyUses) knowPrivateKey(signers[use].kid, privateKeys[use]);
  const context = (audience: string, cryptography = nodeCryptography): VerificationContext => ({
    audience,
    now,
    participants: network,
    cryptography,
  });
  const signerOf = (name: MemberName, use: KeyUse) => network.members[name].signers[use];
  const samples = [
    ...(await messageSamples(signerOf, context)),
    await eventSample(signerOf, context),
    ...(await keySamples(signerOf, context)),
    ...(await callSamples(signerOf, context)),
    ...(await listSamples(network, signerOf)),
    ...(await receiptSamples(network, signerOf)),
  ];
  return { network, samples, context };
}

type SignerOf = (name: MemberName, use: KeyUse) => Signer;
type ContextFor = SampleWorld['context'];

const examples = join(packageRoot(), 'consent-artefacts', 'examples');
const common = ['iss', 'aud', 'iat', 'exp', 'jti', 'requestId'];

/** The examples anyone can read, signed by members of the sample network. */
function messageSamples(signerOf: SignerOf, context: ContextFor): Promise<SignedSample[]> {
  const files = readdirSync(examples).filter((name) => name.endsWith('.json'));
  const shown = files.map((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')));
  return Promise.all(
    messages.map(async (definition) => {
      const { claims } = shown.find(({ typ }) => typ === definition.typ);
      const fields = Object.fromEntries(Object.entries(claims).filter(([name]) => !common.includes(name)));
      const name = speakers[definition.senderRoles[0] ?? 'data-user'];
      const audience = name === 'manager' ? sampleIds.user : sampleIds.manager;
      const signer = signerOf(name, definition.keyUse);
      const requestId = claims.requestId === undefined ? {} : { requestId: claims.requestId };
      const own = definition.kind === 'command' ? fields : { ...fields, ...requestId };
      const options = { signer, issuer: sampleIds[name], audience, now };
      const token = await createMessage(definition as never, own as never, options);
      const verify = (raw: string, cryptography?: Cryptography) =>
        verifyMessage<object, 'command' | 'statement'>(definition as never, raw, context(audience, cryptography));
      return { name: definition.typ, typ: definition.typ, token, signer, verify };
    }),
  );
}

async function eventSample(signerOf: SignerOf, context: ContextFor): Promise<SignedSample> {
  const signer = signerOf('manager', 'statement');
  const token = await createEvent({
    signer,
    issuer: sampleIds.manager,
    audience: sampleIds.provider,
    type: 'consent-artefact.revoked',
    subject: '019a9b00-0000-7000-8000-000000000301',
    state: { artefactId: '019a9b00-0000-7000-8000-000000000301', state: 'REVOKED', version: 3 },
    now,
  });
  return {
    name: 'event',
    typ: 'secevent+jwt',
    token,
    signer,
    verify: (raw, cryptography) => verifyEvent(raw, participantRoles, context(sampleIds.provider, cryptography)),
  };
}

async function keySamples(signerOf: SignerOf, context: ContextFor): Promise<SignedSample[]> {
  const signer = signerOf('user', 'statement');
  const newKey = await createKey();
  const proof = await provePossession(newKey, sampleIds.user, 'statement', signer.kid);
  const options = { signer, issuer: sampleIds.user, audience: sampleIds.registry, now };
  const introduction = { use: 'statement' as const, jwk: newKey.publicJwk, proof };
  const retirement = { use: 'statement' as const, kid: newKey.kid };
  const at = (cryptography?: Cryptography) => context(sampleIds.registry, cryptography);
  return [
    {
      name: 'key introduction',
      typ: 'key-introduction+jwt',
      token: await createMessage(keyIntroductionMessage('statement'), introduction, options),
      signer,
      verify: (raw, cryptography) => verifyKeyIntroduction(raw, at(cryptography)),
    },
    {
      name: 'proof of possession',
      typ: 'key-possession+jwt',
      token: proof,
      signer: newKey,
      // It stands inside an introduction that is rightly signed around it.
      verify: async (raw, cryptography) => {
        const around = { use: 'statement', jwk: newKey.publicJwk, proof: raw } as const;
        const made = await createMessage(keyIntroductionMessage('statement'), around, options).catch(() => undefined);
        return made === undefined ? undefined : verifyKeyIntroduction(made, at(cryptography));
      },
    },
    {
      name: 'key retirement',
      typ: 'key-retirement+jwt',
      token: await createMessage(keyRetirementMessage('statement'), retirement, options),
      signer,
      verify: (raw, cryptography) => verifyKeyRetirement(raw, at(cryptography)),
    },
  ];
}

async function callSamples(signerOf: SignerOf, context: ContextFor): Promise<SignedSample[]> {
  const message = signerOf('user', 'message');
  const method = 'POST';
  const url = 'https://bank.example/api/data-sessions/1/parts?n=1';
  const body = '{"a":1}';
  const call = { signer: message, issuer: sampleIds.user, audience: sampleIds.provider, method, url, body, now };
  const proofKey = await createKey();
  const accessSigner = signerOf('manager', 'access-token');
  const accessToken = await createAccessToken({
    signer: accessSigner,
    issuer: sampleIds.manager,
    audience: sampleIds.provider,
    authorization: {
      type: 'urn:assent:data-session',
      sessionId: '019a9b00-0000-7000-8000-000000000501',
      artefactId: '019a9b00-0000-7000-8000-000000000301',
      artefactDigest: 'A'.repeat(43),
      dataRequestId: '019a9b00-0000-7000-8000-000000000401',
      requestedAt: now,
      dataUser: sampleIds.user,
      dataTypes: [{ type: 'bank.transaction' }],
      dataRange: { from: '2026-01-01T00:00:00.000Z', to: now },
    },
    jkt: proofKey.kid,
    now,
  });
  return [
    {
      name: 'call token',
      typ: 'call+jwt',
      token: await createCallToken(call),
      signer: message,
      verify: (token, cryptography) =>
        verifyCallToken({ token, method, url, body }, ['data-user'], context(sampleIds.provider, cryptography)),
    },
    {
      name: 'DPoP proof',
      typ: 'dpop+jwt',
      token: await createDpopProof({ signer: proofKey, method, url, accessToken, now }),
      signer: proofKey,
      keyInHeader: true,
      // RFC 9449 leaves its form open.
      judgedElsewhere: ['jti'],
      // Another key is another holder: the caller compares it with the key that the access token names.
      verify: async (proof, cryptography = nodeCryptography) => {
        const verified = await verifyDpopProof({ proof, method, url, accessToken, now, cryptography });
        return isRefusal(verified) || verified.jkt === proofKey.kid ? verified : undefined;
      },
    },
    {
      name: 'access token',
      typ: 'at+jwt',
      token: accessToken,
      signer: accessSigner,
      verify: (raw, cryptography) => verifyAccessToken(raw, context(sampleIds.provider, cryptography)),
    },
  ];
}

async function listSamples(network: SampleNetwork, signerOf: SignerOf): Promise<SignedSample[]> {
  const root = signerOf('registry', 'trust-list');
  const roots = [{ operator: sampleIds.registry, jwk: root.publicJwk }];
  const { participant } = network.members.user;
  const described = {
    id: sampleIds.user,
    name: 'Lender',
    roles: participant.roles as ['data-user'],
    endpoints: { 'data-user': 'https://lender.example/api' },
    keys: participant.keys
      .filter(({ use }) => use === 'message')
      .map(({ kid, jwk }) => ({ kid, use: 'message' as const, jwk })),
    dataTypes: [],
  };
  const next = await createKey();
  return [
    {
      name: 'trust list',
      typ: 'trust-list+jwt',
      token: await createTrustList({
        signer: root,
        operator: { id: sampleIds.registry, name: 'Registry' },
        network: 'Sample',
        sequence: 1,
        now,
        participants: [participant],
      }),
      signer: root,
      verify: (raw, cryptography = nodeCryptography) => verifyTrustList(raw, { roots, now, cryptography }),
    },
    {
      name: 'root succession',
      typ: 'root-succession+jwt',
      token: await createRootSuccession(root, sampleIds.registry, next.publicJwk, now),
      signer: root,
      // True for ever, from whenever the old root said so.
      judgedElsewhere: ['iat'],
      verify: async (raw, cryptography = nodeCryptography) => {
        const reached = await reachRoots(roots, [raw], sampleIds.registry, cryptography);
        return reached.size > 1 ? reached : undefined;
      },
    },
    {
      name: 'participant description',
      typ: 'participant-description+jwt',
      token: await createParticipantDescription(
        described,
        signerOf('user', 'message'),
        Math.floor(Date.parse(now) / 1000),
      ),
      signer: signerOf('user', 'message'),
      // By the registry's operator, and against what is listed.
      judgedElsewhere: ['iss', 'iat'],
      verify: (raw, cryptography = nodeCryptography) => verifyParticipantDescription(raw, cryptography),
    },
  ];
}

/** The signature of each kind of receipt, within the receipt it belongs to. */
async function receiptSamples(network: SampleNetwork, signerOf: SignerOf): Promise<SignedSample[]> {
  const { consent, release } = await createSampleReceipts(network, now);
  return [consent, release].map((receipt) => ({
    name: `signature of ${receipt['@type']}`,
    typ: 'receipt+jwt',
    token: receipt.signature,
    signer: signerOf('manager', 'statement'),
    verify: async (signature, cryptography = nodeCryptography) => {
      const raw = JSON.stringify({ ...receipt, signature });
      const verdict = await verifyReceipt(raw, { now, participants: network, cryptography });
      return isRefusal(verdict) || !verdict.ok ? undefined : verdict;
    },
  }));
}

/** Whether a verifier took it. */
export const isTaken = (verified: unknown): boolean => verified !== undefined && !isRefusal(verified);
