import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionFinding } from '#domain';
import { Database, SessionFindings, sql } from '#platform';
import { HandSetClock } from '#testing';
import type { GatewayUnderTest } from '../spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../spec-support/network-under-test.ts';

const kept = sql('kept-finding', 'SELECT finding, version FROM session_findings WHERE session_id = $1');

describe('a manager that finds both words on a session to differ', () => {
  let network: NetworkUnderTest;
  let gateway: GatewayUnderTest;

  beforeAll(async () => {
    network = await startNetwork(new HandSetClock(new Date().toISOString()));
    gateway = network.gateway;
  });
  afterAll(() => network.stop());

  const tell = (sessionId: string, finding: SessionFinding, version: number) =>
    gateway.manager.tell('data-session.unmatched', { sessionId, finding, version });
  const findingOf = async (sessionId: string) => (await gateway.app.get(Database).read(kept, [sessionId]))[0];
  const unmatched = () => gateway.app.get(SessionFindings).countUnmatched();

  test('is heard, and heard again when it takes that back; a late copy changes nothing', async () => {
    const sessionId = uuidv7();
    expect(await tell(sessionId, 'not-received-in-time', 1)).toBe(202);
    expect(await findingOf(sessionId)).toEqual({ finding: 'not-received-in-time', version: 1 });
    expect(await unmatched()).toBe(1);
    expect(await tell(sessionId, 'agrees', 2)).toBe(202);
    expect(await tell(sessionId, 'not-received-in-time', 1)).toBe(202);
    expect(await findingOf(sessionId)).toEqual({ finding: 'agrees', version: 2 });
    expect(await unmatched()).toBe(0);
  });
});
