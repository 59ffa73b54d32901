import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { createMessage, defineMessage, nodeCryptography } from '#protocol';
import { createTestSchema, HandSetClock, SampleNetwork, sampleIds, type TestSchema } from '#testing';
import { sql } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import { platformEntities, platformMigrations } from '../network/network-tables.ts';
import type { JobQueues } from '../queue/job-queues.ts';
import type { CallRates } from '../rates/call-rates.ts';
import type { Verifier } from '../trust-list/verifier.ts';
import { CommandInbox } from './command-inbox.ts';
import { CommandRetention } from './command-retention.ts';

const order = defineMessage({
  typ: 'order+jwt',
  kind: 'command',
  senderRoles: ['data-user'],
  fields: z.strictObject({ goods: z.string().max(10) }),
});
const insertOrder = sql('test-insert-order', 'INSERT INTO orders (goods) VALUES ($1)');
const listOrders = sql('test-list-orders', 'SELECT goods FROM orders ORDER BY n');
const countSeen = sql('test-count-seen', 'SELECT count(*)::int AS n FROM seen_messages');
const countOutcomes = sql('test-count-outcomes', 'SELECT count(*)::int AS n FROM command_outcomes');

describe('a command', () => {
  const clock = new HandSetClock();
  let network: SampleNetwork;
  let schema: TestSchema;
  let inbox: CommandInbox;

  beforeAll(async () => {
    network = await SampleNetwork.create();
    schema = await createTestSchema({ entities: platformEntities, migrations: platformMigrations });
    await schema.dataSource.query('CREATE TABLE orders (n serial, goods text NOT NULL)');
    const verifier = {
      context: () => ({
        audience: sampleIds.manager,
        now: clock.now(),
        participants: network,
        cryptography: nodeCryptography,
      }),
    } as unknown as Verifier;
    const unbounded = { countParticipant: () => undefined } as unknown as CallRates;
    inbox = new CommandInbox(schema.database, verifier, clock, { CLOCK_SKEW_SECONDS: 60 }, unbounded);
  });
  afterAll(() => schema.drop());
  beforeEach(async () => {
    await schema.dataSource.query('TRUNCATE orders, seen_messages, command_outcomes, trail_pending');
  });

  const make = (goods: string, change: Partial<Parameters<typeof createMessage>[2]> = {}) =>
    createMessage(
      order,
      { goods },
      {
        signer: network.members.user.signers.message,
        issuer: sampleIds.user,
        audience: sampleIds.manager,
        now: clock.now(),
        ...change,
      },
    );
  const orderGoods = async (tx: Transaction, { claims }: { claims: { goods: string } }) => {
    await tx.query(insertOrder, [claims.goods]);
    return { ordered: claims.goods };
  };
  const take = (raw: string, act: Parameters<typeof inbox.handle<{ goods: string }, unknown>>[2] = orderGoods) =>
    inbox.handle(raw, order, act).catch((error: unknown) => {
      if (error instanceof RefusedError) return error.refusal.code;
      throw error;
    });
  const orders = async () => (await schema.database.read<{ goods: string }>(listOrders)).map(({ goods }) => goods);
  const noted = () => schema.database.read(sql('test-list-noted', 'SELECT entry FROM trail_pending'));
  const count = async (statement: typeof countSeen) => (await schema.database.read<{ n: number }>(statement))[0]?.n;
  const requestId = '0198c5a0-0000-7000-8000-00000000000a';

  test('is acted on, and its outcome recorded', async () => {
    expect(await take(await make('pears'))).toEqual({ ordered: 'pears' });
    expect([await orders(), await count(countSeen), await count(countOutcomes)]).toEqual([['pears'], 1, 1]);
  });

  test('is not accepted twice', async () => {
    const raw = await make('pears');
    await take(raw);
    expect(await take(raw)).toBe('message-replayed');
    expect(await orders()).toEqual(['pears']);
  });

  test('whose answer was lost is answered as before, and not acted on again', async () => {
    const first = await take(await make('pears', { requestId }));
    clock.advance(90);
    expect(await take(await make('pears', { requestId }))).toEqual(first);
    expect(await orders()).toEqual(['pears']);
  });

  test('whose answer was lost is answered as before, whatever would be said to it by now', async () => {
    const first = await take(await make('pears', { requestId }));
    const refusing = () => Promise.reject(new RefusedError(refuse('consent-revoked')));
    expect(await take(await make('pears', { requestId }), refusing)).toEqual(first);
    expect(await take(await make('plums', { requestId }), refusing)).toBe('request-id-reused');
    expect(await orders()).toEqual(['pears']);
  });

  test('of other content under the same request id is refused', async () => {
    await take(await make('pears', { requestId }));
    expect(await take(await make('plums', { requestId }))).toBe('request-id-reused');
    expect(await orders()).toEqual(['pears']);
  });

  test('of another sender under the same request id is another command', async () => {
    await take(await make('pears', { requestId }));
    const { user } = network.members;
    const other = 'https://other-lender.example';
    const saved = user.participant;
    user.participant = { ...saved, id: other };
    expect(await take(await make('pears', { requestId, issuer: other }))).toEqual({ ordered: 'pears' });
    user.participant = saved;
  });

  test('sent ten times at once is acted on once, and answered ten times alike', async () => {
    const raws = await Promise.all(Array.from({ length: 10 }, () => make('pears', { requestId })));
    const answers = await Promise.all(raws.map((raw) => take(raw)));
    expect(answers).toEqual(Array(10).fill({ ordered: 'pears' }));
    expect(await orders()).toEqual(['pears']);
  });

  test('replayed ten times at once is acted on once, and refused nine times', async () => {
    const raw = await make('pears');
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(raw)));
    expect(answers.filter((answer) => answer === 'message-replayed')).toHaveLength(9);
    expect(await orders()).toEqual(['pears']);
  });

  test('that is refused leaves nothing but the mark that it was seen', async () => {
    const raw = await make('pears', { requestId });
    const refusing = async (tx: Transaction, command: { claims: { goods: string } }) => {
      await orderGoods(tx, command);
      throw new RefusedError(refuse('consent-revoked'));
    };
    expect(await take(raw, refusing)).toBe('consent-revoked');
    expect([await orders(), await count(countSeen), await count(countOutcomes)]).toEqual([[], 1, 0]);
    expect(await take(raw)).toBe('message-replayed');
    expect(await take(await make('pears', { requestId }))).toEqual({ ordered: 'pears' });
  });

  test('that is refused is written down where the role does so, and nothing else of it', async () => {
    const refusing = async (tx: Transaction, command: { claims: { goods: string } }) => {
      await orderGoods(tx, command);
      throw new RefusedError(refuse('consent-revoked'));
    };
    const write = (tx: Transaction, _command: unknown, { code }: { code: string }) =>
      tx.query(insertOrder, [code]).then(() => undefined);
    const refused = inbox.handle(await make('pears', { requestId }), order, refusing, { write });
    await expect(refused).rejects.toThrow(RefusedError);
    expect([await orders(), await count(countSeen), await count(countOutcomes)]).toEqual([['consent-revoked'], 1, 0]);
  });

  test('that is refused is noted in the audit trail where the role does so, once', async () => {
    const refusing = async () => {
      throw new RefusedError(refuse('consent-revoked'));
    };
    const begin = vi.fn();
    const note = (_command: unknown, { code }: { code: string }) => ({
      ...{ ids: ['one'], values: [[code], [Buffer.from('mac')]], begin },
    });
    const raw = await make('pears', { requestId });
    await expect(inbox.handle(raw, order, refusing, { note })).rejects.toMatchObject({
      refusal: { code: 'consent-revoked' },
    });
    await expect(inbox.handle(raw, order, refusing, { note })).rejects.toMatchObject({
      refusal: { code: 'message-replayed' },
    });
    expect(await noted()).toEqual([{ entry: 'consent-revoked' }]);
    expect(begin).toHaveBeenCalledTimes(1);
  });

  test('that was taken before is not noted as refused', async () => {
    expect(await take(await make('pears', { requestId }))).toEqual({ ordered: 'pears' });
    const refusing = async () => {
      throw new RefusedError(refuse('one-time-used'));
    };
    const note = () => ({ ids: ['one'], values: [['refused'], [Buffer.from('mac')]], begin: () => undefined });
    expect(await inbox.handle(await make('pears', { requestId }), order, refusing, { note })).toEqual({
      ordered: 'pears',
    });
    expect(await noted()).toEqual([]);
  });

  test('that meets a fault leaves nothing at all, and may be sent again as it is', async () => {
    const raw = await make('pears');
    const failing = async (tx: Transaction, command: { claims: { goods: string } }) => {
      await orderGoods(tx, command);
      throw new Error('the disk is full');
    };
    await expect(take(raw, failing)).rejects.toThrow('the disk is full');
    expect([await orders(), await count(countSeen)]).toEqual([[], 0]);
    expect(await take(raw)).toEqual({ ordered: 'pears' });
  });

  test('whose statement the database refuses can be refused in turn', async () => {
    const clumsy = async (tx: Transaction) => {
      await tx.query(insertOrder, [null]).catch(() => {
        throw new RefusedError(refuse('terms-contradictory'));
      });
    };
    expect(await take(await make('pears'), clumsy)).toBe('terms-contradictory');
    expect(await count(countSeen)).toBe(1);
  });

  test('that does not fit its schema is told so once: the replay guard comes first', async () => {
    const [, payload = ''] = (await make('pears')).split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), goods: 7 };
    const raw = await network.members.user.signers.message.sign({ typ: 'order+jwt', payload: claims });
    expect(await take(raw)).toBe('schema-mismatch');
    expect(await take(raw)).toBe('message-replayed');
  });

  test('that is not signed by its sender leaves no trace', async () => {
    expect(await take(await make('pears', { signer: network.members.provider.signers.message }))).toBe(
      'key-not-listed',
    );
    expect(await count(countSeen)).toBe(0);
  });

  test('gives a text answer again as it was', async () => {
    const answer = async () => 'x.y.z';
    await take(await make('pears', { requestId }), answer);
    expect(await take(await make('pears', { requestId }), answer)).toBe('x.y.z');
  });

  test('is forgotten when nobody can send it any more', async () => {
    const queues = {} as JobQueues;
    const options = { role: 'shop', listedRoles: [], keyUses: [] };
    const retention = new CommandRetention(schema.database, queues, clock, options);
    await take(await make('pears'));
    clock.advance(360);
    await retention.sweep();
    expect(await count(countSeen)).toBe(1);
    clock.advance(2);
    await retention.sweep();
    expect([await count(countSeen), await count(countOutcomes)]).toEqual([0, 1]);
    clock.advance(25 * 3600);
    await retention.sweep();
    expect(await count(countOutcomes)).toBe(0);
  });
});
