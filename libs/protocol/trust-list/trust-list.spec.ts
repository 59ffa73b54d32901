import { beforeAll, describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import { SampleNetwork, sampleIds } from '../../testing/network/sample-network.ts';
import { nodeCryptography } from '../signature/node-cryptography.ts';
import { webCryptography } from '../signature/web-cryptography.ts';
import { createTrustList, type TrustListOptions } from './create-trust-list.ts';
import { TrustList } from './trust-list.ts';
import { type TrustListContext, verifyTrustList } from './verify-trust-list.ts';

const now = '2026-06-01T12:00:00.250Z';
const network = await SampleNetwork.create();
const { registry, manager } = network.members;
const signer = registry.signers['trust-list'];
const operator = { id: sampleIds.registry, name: 'The registry' };
const options: TrustListOptions = {
  signer,
  operator,
  network: 'Sample',
  sequence: 7,
  now,
  participants: network.participants,
};
const context: TrustListContext = {
  roots: [{ operator: sampleIds.registry, jwk: signer.publicJwk }],
  now,
  cryptography: nodeCryptography,
};

const code = (result: unknown) => (isRefusal(result) ? result.code : 'accepted');
const outcome = async (raw: string, changed: Partial<TrustListContext> = {}) =>
  code(await verifyTrustList(raw, { ...context, ...changed }));
const week = 604_800;

async function accepted(
  made: Partial<TrustListOptions> = {},
  changed: Partial<TrustListContext> = {},
): Promise<TrustList> {
  const list = await verifyTrustList(await createTrustList({ ...options, ...made }), { ...context, ...changed });
  if (!(list instanceof TrustList)) throw new Error(list.code);
  return list;
}

describe('a trust list', () => {
  it('says who is in the network, as it was told', async () => {
    const list = await accepted();
    expect(list).toMatchObject({
      network: 'Sample',
      operator: sampleIds.registry,
      sequence: 7,
      issuedAt: now,
      nextUpdate: addSeconds(now, 300),
      validUntil: '2026-06-08T12:00:00.000Z',
    });
    expect(list.participants).toEqual(network.participants);
  });

  it('keeps whatever is known of a key and a participant', async () => {
    const known = {
      validUntil: '2027-01-01T00:00:00.000Z',
      retiredAt: '2026-07-01T00:00:00.000Z',
      compromisedSince: '2026-03-01T00:00:00.000Z',
    };
    const changed = network.withKey('user', 'message', known).withParticipant('manager', {
      status: 'suspended',
      roles: ['consent-manager', 'data-provider'],
      endpoints: {},
      dataTypes: ['a.b', 'c.d'],
    });
    expect((await accepted({ participants: changed.participants })).participants).toEqual(changed.participants);
  });

  it('finds participants and keys; nobody else has them', async () => {
    const list = await accepted({}, { cryptography: webCryptography });
    const { kid } = manager.signers.statement;
    expect(list.findParticipant(sampleIds.manager)?.name).toBe('The manager');
    expect(list.findParticipant('https://stranger.example')).toBeUndefined();
    expect(list.findKey(sampleIds.manager, kid)?.use).toBe('statement');
    expect(list.findKey(sampleIds.user, kid)).toBeUndefined();
    expect(list.findKey('https://stranger.example', kid)).toBeUndefined();
  });

  it('is relied on for 7 days, and not a moment longer', async () => {
    const raw = await createTrustList(options);
    const list = await accepted();
    expect(list.isValidAt('2026-06-08T11:59:59.999Z')).toBe(true);
    expect(list.isValidAt('2026-06-08T12:00:00.000Z')).toBe(false);
    expect(await outcome(raw, { now: '2026-06-08T11:59:59.999Z' })).toBe('accepted');
    expect(await outcome(raw, { now: '2026-06-08T12:00:00.000Z', skewSeconds: 600 })).toBe('trust-list-expired');
  });

  it('names the keys that may sign the next one: so an old root signs the new', async () => {
    const successor = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const keys = [
      ...registry.participant.keys,
      { kid: successor.kid, use: 'trust-list' as const, jwk: successor.publicJwk, validFrom: now },
    ];
    const participants = network.withParticipant('registry', { keys }).participants;
    const list = await accepted({ participants });
    const next = await createTrustList({ ...options, signer: successor, sequence: 8, participants });
    expect(await outcome(next)).toBe('trust-list-not-from-root');
    expect(await outcome(next, { roots: list.roots(addSeconds(now, 1)) })).toBe('accepted');
    const withdrawn = network.withKey('registry', 'trust-list', { compromisedSince: now });
    expect((await accepted({ participants: withdrawn.participants })).roots(addSeconds(now, 1))).toEqual([]);
  });
});

describe('a trust list is refused', () => {
  let raw = '';
  let list: TrustList;
  beforeAll(async () => {
    raw = await createTrustList(options);
    list = await accepted({}, {});
  });

  it('where it is older than the one at hand, or another of the same number', async () => {
    expect(await outcome(raw, { last: { sequence: 8, digest: 'other' } })).toBe('trust-list-older');
    expect(await outcome(raw, { last: { sequence: 7, digest: 'other' } })).toBe('trust-list-contradictory');
    expect(await outcome(raw, { last: list })).toBe('accepted');
    expect(await outcome(raw, { last: { sequence: 6, digest: 'other' } })).toBe('accepted');
  });

  it.each([
    ['signed by a participant', { signer: manager.signers['trust-list'] }],
    ["signed by the registry's other key", { signer: registry.signers.statement }],
    ['by another operator with the same key', { operator: { id: sampleIds.manager, name: 'The manager' } }],
  ])('where it is %s', async (_what, change) => {
    expect(await outcome(await createTrustList({ ...options, ...change }))).toBe('trust-list-not-from-root');
  });

  it('where no root is pinned, or the pinned key is of another operator', async () => {
    expect(await outcome(raw, { roots: [] })).toBe('trust-list-not-from-root');
    expect(await outcome(raw, { roots: [{ operator: sampleIds.manager, jwk: signer.publicJwk }] })).toBe(
      'trust-list-not-from-root',
    );
  });

  it.each([
    ['from the future', { now: addSeconds(now, 120) }, 'message-not-yet-valid'],
    ['of last month', { now: addSeconds(now, -5 * week) }, 'trust-list-expired'],
    ['valid for more than 7 days', { validSeconds: week + 1 }, 'message-lives-too-long'],
  ])('where it is %s', async (_what, change, expected) => {
    expect(await outcome(await createTrustList({ ...options, ...change }))).toBe(expected);
  });

  const payloadOf = () => JSON.parse(Buffer.from(raw.split('.')[1] ?? '', 'base64url').toString('utf8'));
  type Payload = ReturnType<typeof payloadOf>;
  const services = (payload: Payload, at: number) => payload.LoTE.TrustedEntitiesList[at].TrustedEntityServices;

  it.each<[string, (payload: Payload) => void]>([
    ['without a sequence number', (payload) => delete payload.LoTE.ListAndSchemeInformation.LoTESequenceNumber],
    [
      'with an unknown member',
      (payload) => {
        payload.LoTE.colour = 'red';
      },
    ],
    [
      'of another type',
      (payload) => {
        payload.LoTE.ListAndSchemeInformation.LoTEType = 'http://uri.etsi.org/19602/LoTEType/EUPIDProvidersList';
      },
    ],
    [
      'whose issue time is not iat',
      (payload) => {
        payload.iat += 1;
      },
    ],
    [
      'that is due before it was made',
      (payload) => {
        payload.LoTE.ListAndSchemeInformation.NextUpdate = '2026-05-01T00:00:00.000Z';
      },
    ],
    [
      'that names a participant twice',
      (payload) => payload.LoTE.TrustedEntitiesList.push(payload.LoTE.TrustedEntitiesList[0]),
    ],
    ['that gives two participants one key', (payload) => services(payload, 0).push(services(payload, 1)[1])],
    ['that names a key twice for one participant', (payload) => services(payload, 0).push(services(payload, 0)[1])],
    ['that names a role twice', (payload) => services(payload, 0).push(services(payload, 0)[0])],
    ['that names a participant without a role', (payload) => services(payload, 0).shift()],
    [
      'whose kid is not the thumbprint of its key',
      (payload) => {
        services(payload, 0)[1].ServiceInformation.ServiceDigitalIdentity.PublicKeyValues[0].kid = 'A'.repeat(43);
      },
    ],
    [
      'with a private key',
      (payload) => {
        services(payload, 0)[1].ServiceInformation.ServiceDigitalIdentity.PublicKeyValues[0].d = 'A'.repeat(43);
      },
    ],
    [
      'with an endpoint that is no URL',
      (payload) => {
        services(payload, 0)[0].ServiceInformation.ServiceSupplyPoints[0].uriValue = 'javascript:alert(1)';
      },
    ],
    [
      "with a role in another's name",
      (payload) => {
        services(payload, 0)[0].ServiceInformation.ServiceDigitalIdentity.OtherIds = [sampleIds.user];
      },
    ],
    [
      'with an unknown status',
      (payload) => {
        services(payload, 0)[0].ServiceInformation.ServiceStatus = 'urn:assent:status:fine';
      },
    ],
  ])('%s, though a root signed it', async (_what, change) => {
    const payload = payloadOf();
    change(payload);
    expect(await outcome(await signer.sign({ typ: 'trust-list+jwt', payload }))).toBe('schema-mismatch');
  });

  it('of another typ, or changed on its way', async () => {
    expect(await outcome(await signer.sign({ typ: 'JWT', payload: payloadOf() }))).toBe('type-not-expected');
    const [header, , signature] = raw.split('.');
    const payload = Buffer.from(JSON.stringify({ ...payloadOf(), exp: 4_000_000_000 })).toString('base64url');
    expect(await outcome(`${header}.${payload}.${signature}`)).toBe('trust-list-not-from-root');
  });

  it('is not even made of participants that contradict themselves', async () => {
    const twice = network.withParticipant('user', { roles: ['data-user', 'data-user'] });
    await expect(createTrustList({ ...options, participants: twice.participants })).rejects.toThrow();
    const wrongKid = network.withKey('user', 'message', { kid: 'A'.repeat(43) });
    await expect(createTrustList({ ...options, participants: wrongKid.participants })).rejects.toThrow();
  });
});
