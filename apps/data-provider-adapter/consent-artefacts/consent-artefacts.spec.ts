import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gateway, problemOf } from '../spec-support/gateway-under-test.ts';
import { type IssuedConsent, Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let accounts: string[];

beforeAll(async () => {
  world = await startProvider({ ARTEFACT_FETCH_TIMEOUT_MILLISECONDS: '800' });
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => transactions(2));
  accounts = await manager.link(mara);
});
afterAll(() => world.stop());

const standing = async ({ artefactId }: IssuedConsent) =>
  (await world.query('SELECT state, version FROM consent_standings WHERE artefact_id = $1', [artefactId]))[0];

describe('a consent’s events', () => {
  it('apply in order', async () => {
    const consent = await manager.issue(accounts);
    await manager.state(consent, 'paused', 2);
    expect(await standing(consent)).toEqual({ state: 'PAUSED', version: 2 });
    await manager.state(consent, 'resumed', 3);
    expect(await standing(consent)).toEqual({ state: 'ACTIVE', version: 3 });
  });

  it('come late without harm: the higher version stays', async () => {
    const consent = await manager.issue(accounts);
    await manager.state(consent, 'resumed', 5);
    expect(await manager.state(consent, 'paused', 4)).toBe(202);
    expect(await standing(consent)).toEqual({ state: 'ACTIVE', version: 5 });
  });

  it('end a consent for good', async () => {
    const consent = await manager.issue(accounts);
    await manager.state(consent, 'revoked', 2);
    await manager.state(consent, 'resumed', 9);
    expect(await standing(consent)).toEqual({ state: 'REVOKED', version: 2 });
  });

  it('revoke a consent whose artefact comes later', async () => {
    const consent = await manager.signArtefact(accounts);
    expect(await manager.state(consent, 'revoked', 2)).toBe(202);
    expect(await manager.tell(await manager.issuedEvent(consent))).toBe(202);
    expect(await problemOf((await gateway.open(consent)).answer)).toEqual({ status: 403, code: 'consent-revoked' });
  });

  it('that contradict their own name are refused', async () => {
    const { artefactId } = await manager.issue(accounts);
    const state = { artefactId, state: 'ACTIVE', version: 7 };
    expect(await manager.tell(await manager.signEvent('consent-artefact.revoked', state))).toBe(400);
  });

  it('never replace an artefact that is here', async () => {
    const consent = await manager.issue(accounts);
    const other = await manager.signArtefact([...accounts, ...accounts], {}, consent.artefactId);
    expect(await manager.tell(await manager.issuedEvent(other, 'ACTIVE', 2))).toBe(400);
    const kept = await world.query('SELECT token FROM consent_artefacts WHERE artefact_id = $1', [consent.artefactId]);
    expect(kept).toEqual([{ token: consent.token }]);
  });

  it('take the same words under a newer signature in place of the first, and not the other way round', async () => {
    const first = await manager.issue(accounts);
    const newer = await manager.signAgain(first, 60);
    expect(await manager.tell(await manager.issuedEvent(newer))).toBe(202);
    expect(await manager.tell(await manager.issuedEvent(first))).toBe(202);
    const query = 'SELECT token, digest FROM consent_artefacts WHERE artefact_id = $1';
    expect(await world.query(query, [first.artefactId])).toEqual([{ token: newer.token, digest: newer.digest }]);
    expect((await gateway.open(newer)).answer.status).toBe(201);
  });

  it('carry an artefact that was signed while the manager’s clock was fast', async () => {
    world.clock.advance(3 * 3600);
    const consent = await manager.signArtefact(accounts);
    world.clock.advance(-3 * 3600);
    expect(await manager.tell(await manager.issuedEvent(consent))).toBe(202);
    expect(await standing(consent)).toEqual({ state: 'ACTIVE', version: 1 });
  });

  it('about another artefact than they carry are refused', async () => {
    const { token } = await manager.signArtefact(accounts);
    const { artefactId } = await manager.signArtefact(accounts);
    const state = { artefactId, state: 'ACTIVE', version: 1, artefact: token };
    expect(await manager.tell(await manager.signEvent('consent-artefact.issued', state))).not.toBe(202);
  });
});

describe('a token that is faster than its artefact', () => {
  it('has the artefact fetched from the manager', async () => {
    const consent = await manager.signArtefact(accounts);
    world.counterparts.artefacts.set(consent.artefactId, await manager.issuedEvent(consent));
    expect((await gateway.open(consent)).answer.status).toBe(201);
    expect(await standing(consent)).toEqual({ state: 'ACTIVE', version: 1 });
  });

  it('is asked to come back where the manager does not have it either', async () => {
    const consent = await manager.signArtefact(accounts);
    const { answer } = await gateway.open(consent);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await problemOf(answer)).toEqual({ status: 503, code: 'artefact-not-here-yet' });
    await manager.tell(await manager.issuedEvent(consent));
    expect((await gateway.open(consent)).answer.status).toBe(201);
  });

  it('makes one call, however many come at once', async () => {
    const consent = await manager.signArtefact(accounts);
    const before = world.counterparts.fetches;
    world.counterparts.delayMs = 700;
    await Promise.all([1, 2, 3, 4].map(() => gateway.open(consent)));
    world.counterparts.delayMs = 0;
    expect(world.counterparts.fetches - before).toBe(1);
  });

  it('waits for the manager no longer than its settings say', async () => {
    const consent = await manager.signArtefact(accounts);
    world.counterparts.delayMs = 6000;
    const started = performance.now();
    expect((await gateway.open(consent)).answer.status).toBe(503);
    world.counterparts.delayMs = 0;
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('gets nothing from an answer about another consent', async () => {
    const consent = await manager.signArtefact(accounts);
    const other = await manager.signArtefact(accounts);
    world.counterparts.artefacts.set(consent.artefactId, await manager.issuedEvent(other));
    expect((await gateway.open(consent)).answer.status).toBe(503);
  });
});
