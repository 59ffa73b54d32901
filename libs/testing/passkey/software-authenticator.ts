import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a page hands its authenticator, as far as this one reads it. */
interface MakingOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
}

interface UseOptions {
  readonly challenge: string;
  readonly rpId?: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}

/** What a spec has the authenticator or the browser do otherwise. */
export interface Unlike {
  /** Where the page was opened. */
  readonly origin: string;
  readonly isUserVerified?: boolean;
  readonly isUserPresent?: boolean;
  readonly isCrossOrigin?: boolean;
  readonly counter?: number;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly userHandle?: string;
}

interface Held {
  readonly id: string;
  readonly userHandle: string;
  readonly keys: webcrypto.CryptoKeyPair;
  counter: number;
}

const [present, verified, attested] = [0x01, 0x04, 0x40];

/** A passkey's other half without a browser: real ES256 keys and signatures, attestation `none`, a counter that counts. */
export class SoftwareAuthenticator {
  private readonly held: Held[] = [];

  /** @returns RegistrationResponseJSON */
  async make(options: MakingOptions, how: Unlike) {
    const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const id = randomBytes(16);
    const one: Held = { id: id.toString('base64url'), userHandle: options.user.id, keys, counter: 0 };
    this.held.push(one);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, await coseKeyOf(keys.publicKey)]);
    const authData = Buffer.concat([
      authenticatorData(how.rpId ?? options.rp.id ?? '', how, one.counter, attested),
      credential,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      ...credentialOf(one.id),
      response: {
        clientDataJSON: clientDataOf('webauthn.create', options.challenge, how).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** With the one that is allowed, or the newest. @returns AuthenticationResponseJSON */
  async use(options: UseOptions, how: Unlike) {
    const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
    const one = this.held.findLast(({ id }) => allowed.length === 0 || allowed.includes(id));
    if (one === undefined) throw new Error('the authenticator holds none of the passkeys that are allowed');
    one.counter = how.counter ?? one.counter + 1;
    const authData = authenticatorData(how.rpId ?? options.rpId ?? '', how, one.counter);
    const clientData = clientDataOf('webauthn.get', options.challenge, how);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    const raw = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, one.keys.privateKey, signed);
    return {
      ...credentialOf(one.id),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: derOf(Buffer.from(raw)).toString('base64url'),
        userHandle: how.userHandle ?? one.userHandle,
      },
    };
  }
}

const credentialOf = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} });
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const cbor = (value: unknown) => Buffer.from(isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0]));

function clientDataOf(type: string, challenge: string, how: Unlike): Buffer {
  const { origin, isCrossOrigin: crossOrigin = false } = how;
  return Buffer.from(
    JSON.stringify({ type: how.type ?? type, challenge: how.challenge ?? challenge, origin, crossOrigin }),
  );
}

function authenticatorData(rpId: string, how: Unlike, counter: number, more = 0): Buffer {
  const flags = (how.isUserPresent === false ? 0 : present) | (how.isUserVerified === false ? 0 : verified) | more;
  const end = Buffer.alloc(5);
  end.writeUInt8(flags);
  end.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(rpId), end]);
}

/** COSE_Key of P-256 (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
async function coseKeyOf(key: webcrypto.CryptoKey): Promise<Buffer> {
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', key);
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
}

/** WebAuthn has ECDSA signatures in DER; WebCrypto makes r and s side by side. */
function derOf(raw: Buffer): Buffer {
  const integers = [raw.subarray(0, 32), raw.subarray(32)].map((part) => {
    const from = part.findIndex((byte) => byte !== 0);
    const digits = part.subarray(from);
    const whole = (digits[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits;
    return Buffer.concat([Buffer.from([0x02, whole.length]), whole]);
  });
  const body = Buffer.concat(integers);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}
