import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const field = (number: number, wire: number) => Buffer.from([(number << 3) | wire]);

function fixed64(number: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return Buffer.concat([field(number, 1), bytes]);
}

/** `stats_ok`, `android_id` and `security_token` of an AndroidCheckinResponse: a device that is known from now on. */
const checkedIn = Buffer.concat([field(1, 0), Buffer.from([1]), fixed64(7, 1_234_567n), fixed64(8, 7_654_321n)]);

/** Where a Chromium is known as a device and gets its addresses for pushes, in place of its maker's. */
export class PushRegistrations {
  /** Under which keys addresses were asked for. */
  readonly senders: string[] = [];
  private readonly server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    if (request.url === '/check-in') response.setHeader('content-type', 'application/x-protobuf').end(checkedIn);
    else if (form.has('delete')) response.end(`token=${form.get('X-subtype')}`);
    else {
      this.senders.push(form.get('sender') ?? '');
      response.end(`token=address-${this.senders.length}`);
    }
  });

  static async start(): Promise<PushRegistrations> {
    const registrations = new PushRegistrations();
    await new Promise<void>((resolve) => registrations.server.listen(0, '127.0.0.1', resolve));
    return registrations;
  }

  /** What has a Chromium register here. No message comes this way: the third leads nowhere. */
  get switches(): string[] {
    const at = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return [
      `--gcm-checkin-url=${at}/check-in`,
      `--gcm-registration-url=${at}/addresses`,
      '--gcm-mcs-endpoint=https://127.0.0.1:1',
    ];
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
