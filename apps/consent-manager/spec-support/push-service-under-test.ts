import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface PushedMessage {
  /** Which browser it is for: the end of the endpoint. */
  readonly browser: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface PushAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/** A push service (RFC 8030) that keeps what it is given; it answers 201 unless it is told otherwise. */
export class PushService {
  readonly pushed: PushedMessage[] = [];
  answer: PushAnswer = { status: 201 };
  private readonly server = createServer((request, response) => {
    void buffer(request).then((body) => {
      this.pushed.push({ browser: request.url?.split('/').at(-1) ?? '', headers: request.headers, body });
      response.writeHead(this.answer.status, this.answer.headers).end();
    });
  });

  static async start(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  of({ name }: PushedBrowser): PushedMessage[] {
    return this.pushed.filter(({ browser }) => browser === name);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const expand = (secret: Buffer, salt: Buffer, info: Buffer, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes));

/** A browser that has subscribed: it alone opens what is pushed to it (RFC 8188, RFC 8291). */
export class PushedBrowser {
  readonly name = randomBytes(16).toString('hex');
  private readonly ecdh = createECDH('prime256v1');
  private readonly publicKey = this.ecdh.generateKeys();
  private readonly auth = randomBytes(16);

  constructor(private readonly service: PushService) {}

  subscription() {
    const keys = { p256dh: this.publicKey.toString('base64url'), auth: this.auth.toString('base64url') };
    return { endpoint: `http://${this.service.host}/push/${this.name}`, keys };
  }

  open({ body }: PushedMessage): string {
    const salt = body.subarray(0, 16);
    const idLength = body[20] ?? 0;
    const sender = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.publicKey, sender]);
    const secret = expand(this.ecdh.computeSecret(sender), this.auth, info, 32);
    const key = expand(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = expand(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
    // The last record ends in a 2, and zeros after it.
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}

/** @returns the claims of the `vapid` token, where the key named beside it has signed it (RFC 8292) */
export function vapidClaims({ headers }: PushedMessage, publicKey: string): Record<string, unknown> {
  const [, token = '', named] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const [head = '', claims = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${head}.${claims}`);
  const isGood = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  if (!isGood || named !== publicKey) throw new Error('the push is not signed with the key that was subscribed under');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
