import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DataSessionAnswer } from '#protocol';
import { eventually } from '#testing';
import { Gateway, manifestOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transactions } from '../spec-support/sample-source-under-test.ts';

let world: ProviderUnderTest;

beforeAll(async () => {
  world = await startProvider({ RUN: 'http', SESSION_ANSWER_WAIT_MILLISECONDS: '300' });
  world.source.addAccount('0001', mara, () => transactions(3));
});
afterAll(() => world.stop());

it('leaves filling to processes that work jobs off, where this one only answers calls', async () => {
  const manager = new Manager(world);
  const gateway = await Gateway.create(world, manager);
  let jobs = await world.start({ RUN: 'jobs' });
  const consent = await manager.issue(await manager.link(mara));
  await jobs.stop();

  const held = await gateway.open(consent);
  expect(held.answer.status).toBe(202);
  expect(world.source.read).toBe(0);

  jobs = await world.start({ RUN: 'jobs' });
  await eventually(() => world.counterparts.heard('data-session.ready', held.sessionId));
  const answer = await gateway.get(held);
  expect((await manifestOf(answer.clone())).state).toBe('COMPLETED');
  const { parts } = (await answer.json()) as DataSessionAnswer;
  expect(await gateway.read(held, parts)).toHaveLength(3);

  const soon = await gateway.open(consent);
  expect(soon.answer.status).toBe(201);
  await jobs.stop();
});
