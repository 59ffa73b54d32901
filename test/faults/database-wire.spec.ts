import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '#platform';
import { DatabaseWire } from './database-wire.ts';

let asked = '';
/** Says each thing it is asked twice. */
const database = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    asked += bytes;
    socket.write(`${bytes}${bytes}`);
  });
});
let wire: DatabaseWire;
let port: number;
let role: Socket;

beforeAll(async () => {
  database.listen(0, '127.0.0.1');
  await once(database, 'listening');
  port = await findFreePort();
  wire = await DatabaseWire.start({ open: port, database: (database.address() as AddressInfo).port });
});
afterAll(async () => {
  await wire.stop();
  database.close();
});
beforeEach(async () => {
  asked = '';
  role = await dial();
});
afterEach(() => {
  wire.heal();
  role.destroy();
});

async function dial(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What came back until there was as much as is wanted, or the connection broke. */
async function answerTo(question: string, wanted: number): Promise<string> {
  role.write(question);
  let answer = '';
  while (answer.length < wanted && !role.destroyed) {
    const come = await Promise.race([once(role, 'data'), once(role, 'close')]);
    if (Buffer.isBuffer(come[0])) answer += come[0];
  }
  return answer;
}

const untilAsked = async () => {
  while (asked === '') await new Promise((resolve) => setImmediate(resolve));
};

describe('a wire to the database', () => {
  it('passes on what is asked, and what is answered', async () => {
    expect(await answerTo('abc', 6)).toBe('abcabc');
  });

  it('that refuses breaks the connections there are', async () => {
    await answerTo('abc', 6);
    wire.cut('refuse');
    await once(role, 'close');
    expect(role.destroyed).toBe(true);
  });

  it('that has to swallow lets what is asked through, and breaks the connection in the end', async () => {
    await answerTo('abc', 6);
    asked = '';
    wire.cut('swallow');
    const answer = answerTo('commit', 12);
    await untilAsked();
    wire.heal();
    expect([asked, await answer]).toEqual(['commit', '']);
  });

  it('that has to reset tears the answer in half', async () => {
    await answerTo('abc', 6);
    wire.cut('reset');
    expect(await answerTo('commit', 12)).toBe('commit');
  });

  it('that has to delay lets nothing through, then or later', async () => {
    await answerTo('abc', 6);
    asked = '';
    wire.cut('delay');
    const answer = answerTo('commit', 12);
    const other = await dial();
    other.write('another');
    other.destroy();
    await once(other, 'close');
    wire.heal();
    expect([asked, await answer]).toEqual(['', '']);
  });
});
