import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentTerms } from '#domain';
import { addSeconds } from '#domain';
import { Database, sql } from '#platform';
import type { DeletionReceiptFields, EventState } from '#protocol';
import { OverdueErasures } from '../data-erasure/overdue-erasures.ts';
import { type GivenConsent, giveConsent, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { KnownSessions } from './known-sessions.ts';
import { SessionTimers } from './session-timers.ts';

let world: ManagerUnderTest;
let asha: Person;
const one = 'A'.repeat(43);
const other = `${'B'.repeat(42)}A`;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

async function opened(changed: Partial<ConsentTerms> = {}) {
  const consent = await giveConsent(world, asha, changed);
  const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
  return { consent, sessionId: json.sessions[0].sessionId as string };
}

const sent = (sessionId: string, manifestDigest = one): EventState<'data-session.sent'> => ({
  sessionId,
  manifestDigest,
  served: 12,
  outcomes: { DELIVERED: 1 },
});

function received(sessionId: string, manifestDigest = one, eraseInSeconds = 3600): EventState<'data-session.received'> {
  const receivedAt = world.clock.now();
  return { sessionId, manifestDigest, records: 12, receivedAt, eraseBy: addSeconds(receivedAt, eraseInSeconds) };
}

function receiptOf(consent: GivenConsent, sessionId: string): DeletionReceiptFields {
  return {
    consentId: consent.artefacts[world.lender.id] ?? '',
    reason: 'data-life-ended',
    erasedAt: world.clock.now(),
    sessions: [{ sessionId, manifestDigest: one, rows: 12 }],
    keysDestroyed: 1,
    filesDeleted: 0,
    handOvers: [],
  };
}

const consentOf = async ({ id }: GivenConsent) => (await asha.get(`/me/consents/${id}`)).json;
const kindsOf = async (sessionId: string) => {
  const { json } = await asha.get('/me/timeline?limit=200');
  const own = json.entries.filter((entry: { facts: { sessionId?: string } }) => entry.facts.sessionId === sessionId);
  return own.map(({ kind }: { kind: string }) => kind);
};

describe('what both sides say of a session', () => {
  it.each(['sent first', 'received first'])('is held against each other, %s', async (order) => {
    const { consent, sessionId } = await opened();
    const acts = [
      () => world.bank.tell('data-session.sent', sent(sessionId)),
      () => world.lender.tell('data-session.received', received(sessionId)),
    ];
    for (const act of order === 'sent first' ? acts : acts.reverse()) expect((await act()).status).toBe(202);
    const [session] = (await consentOf(consent)).fetches;
    expect(session).toMatchObject({
      state: 'COMPLETED',
      by: { name: 'The lender' },
      from: { name: 'The bank' },
      recordsSent: 12,
      recordsReceived: 12,
      matches: true,
      erasureOverdue: false,
    });
    expect(await kindsOf(sessionId)).not.toContain('data-session.mismatched');
  });

  it('is held against what is there, whatever this process still knows of it', async () => {
    const { consent, sessionId } = await opened();
    const known = world.part(KnownSessions);
    const before = known.find(sessionId);
    if (before === undefined) throw new Error('a session that was just opened is known');
    await world.bank.tell('data-session.sent', sent(sessionId));
    // As a replica knows it that has not heard what another one has.
    known.keep(before);
    expect((await world.bank.tell('data-session.sent', sent(sessionId, other))).status).toBe(202);
    known.keep(before);
    expect((await world.lender.tell('data-session.received', received(sessionId, other))).status).toBe(202);
    expect((await consentOf(consent)).fetches[0]).toMatchObject({ recordsSent: 12, matches: false });
    expect(await kindsOf(sessionId)).toEqual(
      expect.arrayContaining(['data-session.sent', 'data-session.received', 'data-session.mismatched']),
    );
    expect((await kindsOf(sessionId)).filter((kind: string) => kind === 'data-session.sent')).toHaveLength(1);
  });

  it('ends with a revocation that came between, though this process knew the session before it', async () => {
    const { consent, sessionId } = await opened({ eraseOnRevocation: true });
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    await world.lender.tell('data-session.received', received(sessionId, one, 30 * 24 * 3600));
    const { eraseBy } = (await consentOf(consent)).fetches[0];
    expect(eraseBy <= addSeconds(world.clock.now(), 3600)).toBe(true);
  });

  it('is flagged where the manifests differ, once', async () => {
    const { consent, sessionId } = await opened();
    await world.bank.tell('data-session.sent', sent(sessionId));
    await world.lender.tell('data-session.received', received(sessionId, other));
    await world.lender.tell('data-session.received', received(sessionId, one));
    expect((await consentOf(consent)).fetches[0].matches).toBe(false);
    expect((await kindsOf(sessionId)).filter((kind: string) => kind === 'data-session.mismatched')).toHaveLength(1);
  });

  it('is heard from the one whose act it was alone', async () => {
    const { sessionId } = await opened();
    for (const answer of [
      await world.hospital.tell('data-session.sent', sent(sessionId)),
      await world.shop.tell('data-session.received', received(sessionId)),
      await world.bank.tell('data-session.sent', sent(uuidv7())),
    ]) {
      expect(answer.status).not.toBe(202);
      expect(answer.text).toContain('event-not-yours');
    }
    expect(await kindsOf(sessionId)).toEqual([]);
  });

  it('is missed where one side stays silent until the session ends', async () => {
    const { consent, sessionId } = await opened();
    await world.bank.tell('data-session.sent', sent(sessionId));
    const silent = await opened();
    world.clock.advance(24 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    await world.part(SessionTimers).sweep();
    asha = await Person.signIn(world, 'asha');
    expect(await kindsOf(sessionId)).toContain('data-session.unconfirmed');
    expect((await consentOf(consent)).fetches[0].state).toBe('COMPLETED');
    expect((await consentOf(silent.consent)).fetches[0].state).toBe('EXPIRED');
  });
});

describe('erasure', () => {
  it('is proven by a receipt of the data user, and is overdue without one', async () => {
    const { consent, sessionId } = await opened();
    await world.lender.tell('data-session.received', received(sessionId));
    world.clock.advance(3601);
    await world.registry.publish({ now: world.clock.now() });
    expect((await consentOf(consent)).overdueErasures).toBe(1);
    await world.part(OverdueErasures).sweep();
    await world.part(OverdueErasures).sweep();
    expect((await kindsOf(sessionId)).filter((kind: string) => kind === 'data-session.erasure-overdue')).toHaveLength(
      1,
    );

    const fields = receiptOf(consent, sessionId);
    const state = { consentId: fields.consentId, receipt: await world.lender.receipt(fields) };
    expect((await world.lender.tell('data-session.erased', state)).status).toBe(202);
    const shown = await consentOf(consent);
    expect(shown).toMatchObject({
      overdueErasures: 0,
      erasures: [{ reason: 'data-life-ended', receipt: state.receipt }],
    });
    expect(shown.fetches[0].erasedAt).toBe(fields.erasedAt);
    const { json } = await asha.get('/me/consents');
    expect(json.consents.find(({ id }: { id: string }) => id === consent.id).overdueErasures).toBe(0);
  });

  it('is not proven by a receipt that calls files pending: only by one that names the session', async () => {
    const { consent, sessionId } = await opened();
    await world.lender.tell('data-session.received', received(sessionId));
    world.clock.advance(3601);
    await world.registry.publish({ now: world.clock.now() });
    const tell = async (changed: Partial<DeletionReceiptFields>) => {
      const fields = { ...receiptOf(consent, sessionId), ...changed };
      const state = { consentId: fields.consentId, receipt: await world.lender.receipt(fields) };
      expect((await world.lender.tell('data-session.erased', state)).status).toBe(202);
    };
    const steps = async () => {
      const { json } = await asha.get(`/me/consents/${consent.id}/story`);
      return json.steps.map(({ step }: { step: string }) => step);
    };
    await tell({ sessions: [], handOvers: [{ to: 'files', kind: 'file', status: 'pending', sessions: 1 }] });
    expect(await consentOf(consent)).toMatchObject({ overdueErasures: 1, fetches: [{ erasedAt: null }] });
    expect(await steps()).not.toContain('taken-back');
    expect(await steps()).not.toContain('erased');
    await tell({ keysDestroyed: 0, handOvers: [{ to: 'files', kind: 'file', status: 'erased', sessions: 1 }] });
    expect((await consentOf(consent)).overdueErasures).toBe(0);
    expect(await steps()).toContain('erased');
  });

  it('is overdue also where the data user never says what it received', async () => {
    const { consent, sessionId } = await opened({ dataLife: 'PT1H' });
    await world.bank.tell('data-session.sent', sent(sessionId));
    expect((await consentOf(consent)).fetches[0].eraseBy).not.toBeNull();
    world.clock.advance(3601);
    await world.registry.publish({ now: world.clock.now() });
    expect((await consentOf(consent)).overdueErasures).toBe(1);
    await world.part(OverdueErasures).sweep();
    expect(await kindsOf(sessionId)).toContain('data-session.erasure-overdue');
  });

  it('is not due where nothing was sent', async () => {
    const { consent, sessionId } = await opened();
    await world.bank.tell('data-session.sent', { ...sent(sessionId), served: 0, outcomes: { NO_DATA: 1 } });
    expect((await consentOf(consent)).fetches[0].eraseBy).toBeNull();
  });

  it('of what was sent to a silent data user is due an hour after a revocation, before the word or after it', async () => {
    const before = await opened({ eraseOnRevocation: true });
    await world.bank.tell('data-session.sent', sent(before.sessionId));
    await asha.post(`/me/consents/${before.consent.id}/revoke`, {});
    const after = await opened({ eraseOnRevocation: true });
    await asha.post(`/me/consents/${after.consent.id}/revoke`, {});
    await world.bank.tell('data-session.sent', sent(after.sessionId));
    for (const { consent } of [before, after]) {
      const { fetches, changedAt } = await consentOf(consent);
      expect(fetches[0].eraseBy).toBe(addSeconds(changedAt, 3600));
    }
  });

  it('of a session whose revocation was missed is brought forward once nobody waits for the data user', async () => {
    const { consent, sessionId } = await opened({ eraseOnRevocation: true });
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    await world.bank.tell('data-session.sent', sent(sessionId));
    const late = sql('spec-late-date', `UPDATE data_sessions SET erase_by = now() + interval '90 days' WHERE id = $1`);
    await world.part(Database).read(late, [sessionId]);
    world.clock.advance(24 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    await world.part(SessionTimers).sweep();
    asha = await Person.signIn(world, 'asha');
    const { fetches, changedAt } = await consentOf(consent);
    expect(fetches[0].eraseBy).toBe(addSeconds(changedAt, 3600));
  });

  it('is proven by a receipt that was signed while the data user’s clock was fast, and was done by now', async () => {
    const { consent, sessionId } = await opened();
    await world.lender.tell('data-session.received', received(sessionId));
    const now = world.clock.now();
    world.clock.advance(3 * 3600);
    const fields = receiptOf(consent, sessionId);
    const receipt = await world.lender.receipt(fields);
    world.clock.advance(-3 * 3600);
    const answer = await world.lender.tell('data-session.erased', { consentId: fields.consentId, receipt });
    expect(answer.status).toBe(202);
    const shown = await consentOf(consent);
    expect(shown.erasures).toMatchObject([{ receipt }]);
    expect(shown.fetches[0].erasedAt < addSeconds(now, 3600)).toBe(true);
  });

  it('is due within the hour after a revocation, whatever the data user said', async () => {
    const { consent, sessionId } = await opened();
    await world.lender.tell('data-session.received', received(sessionId, one, 20 * 86_400));
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    const late = await consentOf(consent);
    expect(late.fetches[0].eraseBy <= addSeconds(late.changedAt, 3600)).toBe(true);
  });

  it('is due an hour after a revocation also where data is received at that very moment', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { consent, sessionId } = await opened();
      const [heard, revoked] = await Promise.all([
        world.lender.tell('data-session.received', received(sessionId, one, 20 * 86_400)),
        asha.post(`/me/consents/${consent.id}/revoke`, {}),
      ]);
      expect([heard.status, revoked.status]).toEqual([202, 200]);
      const { fetches, changedAt } = await consentOf(consent);
      expect(fetches[0].eraseBy <= addSeconds(changedAt, 3600)).toBe(true);
    }
  });

  it('is due at the end of data life at the latest', async () => {
    const { consent, sessionId } = await opened({ dataLife: 'P1D' });
    const state = received(sessionId, one, 900 * 86_400);
    await world.lender.tell('data-session.received', state);
    expect((await consentOf(consent)).fetches[0].eraseBy).toBe(addSeconds(state.receivedAt, 86_400));
  });

  it.each(['of another data user', 'for another consent', 'that is no receipt', 'inside another’s event'])(
    'is not proven by a receipt %s',
    async (which) => {
      const { consent, sessionId } = await opened();
      const second = await opened();
      const fields = receiptOf(consent, sessionId);
      const receipts: Record<string, () => Promise<string>> = {
        'of another data user': () => world.shop.receipt(fields),
        'for another consent': () => world.lender.receipt(receiptOf(second.consent, sessionId)),
        'that is no receipt': async () => 'nonsense',
        'inside another’s event': () => world.lender.receipt(fields),
      };
      const receipt = (await receipts[which]?.()) ?? '';
      const teller = which === 'inside another’s event' ? world.shop : world.lender;
      const answer = await teller.tell('data-session.erased', { consentId: fields.consentId, receipt });
      expect(answer.status).not.toBe(202);
      expect((await consentOf(consent)).erasures).toEqual([]);
    },
  );

  it('of a session under another consent is not touched by a receipt that lists it', async () => {
    const [mine, foreign] = [await opened(), await opened()];
    const fields = receiptOf(mine.consent, foreign.sessionId);
    const state = { consentId: fields.consentId, receipt: await world.lender.receipt(fields) };
    expect((await world.lender.tell('data-session.erased', state)).status).toBe(202);
    expect((await consentOf(foreign.consent)).fetches[0].erasedAt).toBeNull();
  });
});
