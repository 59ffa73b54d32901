import { connect } from 'node:net';
import { HarmDone } from '../inputs/tally.ts';

const close = 'connection: close\r\n';
const post = (headers: string, body = '') =>
  `POST /events HTTP/1.1\r\nhost: x\r\ncontent-type: application/jwt\r\n${close}${headers}\r\n${body}`;

/** What no HTTP client would send. Each must be refused, or the connection ended, in time; never taken. */
export const rawRequests: Readonly<Record<string, string>> = {
  'two lengths': post('content-length: 5\r\ncontent-length: 6\r\n', 'a.b.c'),
  'a length and chunks': post('content-length: 5\r\ntransfer-encoding: chunked\r\n', '5\r\na.b.c\r\n0\r\n\r\n'),
  'a negative length': post('content-length: -1\r\n', 'a.b.c'),
  'a length that is no number': post('content-length: 0x5\r\n', 'a.b.c'),
  'a length beyond everything': post('content-length: 99999999999999999999\r\n', 'a.b.c'),
  'chunked twice': post('transfer-encoding: chunked, chunked\r\n', '0\r\n\r\n'),
  'another transfer coding': post('transfer-encoding: gzip\r\n', 'a.b.c'),
  'a chunk size that is none': post('transfer-encoding: chunked\r\n', 'zz\r\nabc\r\n0\r\n\r\n'),
  'a chunk size beyond everything': post('transfer-encoding: chunked\r\n', 'ffffffffffffffffff\r\nabc'),
  'chunks shorter than they say': post('transfer-encoding: chunked\r\n', '3\r\nabcdef\r\n0\r\n\r\n'),
  'a space before the colon': post('content-length : 5\r\n', 'a.b.c'),
  'a folded header': post('x: a\r\n b\r\ncontent-length: 0\r\n'),
  'a NUL in a header': post('x: a\0b\r\ncontent-length: 0\r\n'),
  'a bare newline': 'POST /events HTTP/1.1\nhost: x\ncontent-length: 0\n\n',
  'no host': `GET /openapi.json HTTP/1.1\r\n${close}\r\n`,
  'two hosts': `GET /me HTTP/1.1\r\nhost: a\r\nhost: b\r\n${close}\r\n`,
  'no version': 'GET /me\r\n\r\n',
  'a version to come': `GET /me HTTP/9.9\r\nhost: x\r\n${close}\r\n`,
  'HTTP/2 without asking': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'TLS where there is none': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'an unknown method': `BREW /me HTTP/1.1\r\nhost: x\r\n${close}\r\n`,
  'an address of another': `GET http://evil.example/me HTTP/1.1\r\nhost: evil.example\r\n${close}\r\n`,
  'a tunnel': `CONNECT 169.254.169.254:80 HTTP/1.1\r\nhost: x\r\n${close}\r\n`,
  'an address that never ends': `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n${close}\r\n`,
  'headers that never end': `GET /me HTTP/1.1\r\nhost: x\r\n${'x: y\r\n'.repeat(10_000)}\r\n`,
  'a header that never ends': `GET /me HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
  'an expectation': post('expect: 200-maybe\r\ncontent-length: 5\r\n', 'a.b.c'),
  'an upgrade': `GET /me HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`,
  nonsense: '\x00\xff\xfe nonsense \r\n\r\n',
};

/** Sent, and then nothing more: or a little now and then, for ever. */
export const slowRequests: Readonly<Record<string, { readonly start: string; readonly drip: string }>> = {
  'headers that stop': { start: 'POST /events HTTP/1.1\r\nhost: x\r\n', drip: '' },
  'headers that trickle': { start: 'POST /events HTTP/1.1\r\nhost: x\r\n', drip: 'x: y\r\n' },
  'a request line that trickles': { start: 'GET /', drip: 'a' },
  'a body that stops': { start: post('content-length: 1000\r\n', 'a.b'), drip: '' },
  'a body that trickles': { start: post('content-length: 100000\r\n', 'a.b'), drip: 'a' },
  'chunks that trickle': { start: post('transfer-encoding: chunked\r\n'), drip: '1\r\na\r\n' },
};

/** @returns all that came back until the other side ended the connection. @throws HarmDone where it did not in time */
export function sendRaw(url: string, start: string, drip: string, patienceMs: number): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(Buffer.from(start, 'latin1')));
    const dripping = setInterval(() => drip !== '' && socket.writable && socket.write(drip), 300);
    const patience = setTimeout(() => {
      socket.destroy();
      reject(new HarmDone('hangs', `still open after ${patienceMs} ms; it said: ${heard.slice(0, 100)}`));
    }, patienceMs);
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      heard += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      clearTimeout(patience);
      resolve(heard);
    });
  });
}

/** The first status line is what counts: nothing hidden behind it may be answered either. */
export function judgeRaw(heard: string): void {
  for (const [, status = ''] of heard.matchAll(/HTTP\/1\.1 (\d{3})/g)) {
    if (Number(status) >= 500) throw new HarmDone('serverErrors', heard.slice(0, 300));
    if (Number(status) >= 200 && Number(status) < 300) throw new HarmDone('accepted', heard.slice(0, 300));
  }
  const body = heard.split('\r\n\r\n')[1] ?? '';
  const isProblem = /content-type: application\/(problem\+)?json/i.test(heard) && body.startsWith('{');
  // What Node refuses before we are asked has no body at all.
  const isBare = /^HTTP\/1\.1 4\d\d [\s\S]*\r\n\r\n(?:0\r\n\r\n)?$/.test(heard) && !body.startsWith('{');
  if (heard !== '' && !isProblem && !isBare) throw new HarmDone('serverErrors', `no problem: ${heard.slice(0, 300)}`);
}
