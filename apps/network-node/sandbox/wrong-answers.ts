import type { Answer } from '../network/wire.ts';

/** The ways of being wrong. */
export const wrongWays = ['error', 'malformed', 'type', 'signature', 'truncated'] as const;
export type WrongWay = (typeof wrongWays)[number];

const signedToken = /([\w-]+\.[\w-]+\.)([\w-]{43,})/g;
const page = '<!doctype html><title>Sign in</title><p>Sign in to the network of this hotel.</p>';

/** What a counterpart that is wrong in this way gives in place of the answer. `truncated` is the connection's affair. */
export function makeWrong(answer: Answer, how: WrongWay): Answer {
  switch (how) {
    case 'error':
      return replaced(answer, 500, 'text/plain; charset=utf-8', Buffer.from('Internal Server Error'));
    case 'type':
      return replaced(answer, 200, 'text/html; charset=utf-8', Buffer.from(page));
    case 'malformed':
      return withBody(answer, answer.body.length < 2 ? Buffer.from('{') : halfOf(answer.body));
    case 'signature':
      return withBrokenSignatures(answer);
    case 'truncated':
      return answer;
  }
}

const halfOf = (body: Buffer) => body.subarray(0, body.length >> 1);

function withBody(answer: Answer, body: Buffer): Answer {
  return { ...answer, headers: { ...answer.headers, 'content-length': `${body.length}` }, body };
}

function replaced(answer: Answer, status: number, type: string, body: Buffer): Answer {
  const { 'content-type': _, etag: __, ...headers } = answer.headers;
  return withBody({ ...answer, status, headers: { ...headers, 'content-type': type } }, body);
}

/** In the form that it had: of each signed token, in headers too, a letter of the signature; of sealed bytes one. */
function withBrokenSignatures(answer: Answer): Answer {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, typeof value === 'string' ? spoil(value) : value]),
  );
  const isSealed = `${headers['content-type']}`.startsWith('application/octet-stream');
  const body = isSealed ? flipLast(answer.body) : Buffer.from(spoil(answer.body.toString('latin1')), 'latin1');
  return { ...answer, headers, body };
}

const spoil = (text: string) =>
  text.replace(signedToken, (_, claims: string, signature: string) => {
    // Not the last letter: some of its bits count for nothing.
    const at = signature.length >> 1;
    const other = signature[at] === 'A' ? 'B' : 'A';
    return `${claims}${signature.slice(0, at)}${other}${signature.slice(at + 1)}`;
  });

function flipLast(body: Buffer): Buffer {
  const flipped = Buffer.from(body);
  const last = flipped.length - 1;
  if (last >= 0) flipped[last] = (flipped[last] ?? 0) ^ 1;
  return flipped;
}
