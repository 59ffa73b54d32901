import { v7 as uuidv7 } from 'uuid';
import { orRefuse } from '#domain';
import {
  createDpopProof,
  createMessage,
  createRecipientKey,
  type DataManifestFields,
  type DataPartFields,
  type DataPartLine,
  type DataSessionAnswer,
  type DataSessionAuthorization,
  type DataSessionRequestFields,
  dataSessionRequestMessage,
  nodeCryptography,
  openPart,
  partContext,
  type Signer,
  sha256Base64url,
} from '#protocol';
import { sampleIds } from '#testing';
import type { IssuedConsent, Manager } from './manager-under-test.ts';
import type { ProviderUnderTest } from './provider-under-test.ts';

export interface OpenOptions {
  /** In the access token, in place of what is usual. */
  readonly authorization?: Partial<DataSessionAuthorization>;
  readonly token?: { lifeSeconds?: number; audience?: string };
  /** In the message, in place of what is usual. */
  readonly message?: Partial<DataSessionRequestFields> & { requestId?: string };
  /** Who signs the message. */
  readonly as?: 'user' | 'manager' | 'registry';
  readonly sessionId?: string;
  readonly accessToken?: string;
}

/** One session as its data user holds it. */
export interface HeldSession {
  readonly consent: IssuedConsent;
  readonly sessionId: string;
  readonly answer: Response;
  readonly accessToken: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
}

/** The data user's side, played by a test with real keys. */
export class Gateway {
  private constructor(
    private readonly world: ProviderUnderTest,
    private readonly manager: Manager,
    readonly dpop: Signer,
    readonly recipient: Awaited<ReturnType<typeof createRecipientKey>>,
  ) {}

  static async create(world: ProviderUnderTest, manager: Manager): Promise<Gateway> {
    const dpop = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    return new Gateway(world, manager, dpop, await createRecipientKey());
  }

  async open(consent: IssuedConsent, options: OpenOptions = {}): Promise<HeldSession> {
    const sessionId = options.sessionId ?? uuidv7();
    const authorization = { sessionId, ...options.authorization };
    const accessToken =
      options.accessToken ?? (await this.manager.authorise(consent, this.dpop.kid, authorization, options.token));
    const as = options.as ?? 'user';
    const { requestId, ...changed } = options.message ?? {};
    const fields: DataSessionRequestFields = {
      sessionId,
      ath: sha256Base64url(accessToken),
      jkt: this.dpop.kid,
      recipientKey: this.recipient.jwk,
      ...changed,
    };
    const body = await createMessage(dataSessionRequestMessage, fields, {
      signer: this.world.network.members[as].signers.message,
      issuer: sampleIds[as],
      audience: sampleIds.provider,
      now: this.world.clock.now(),
      ...(requestId === undefined ? {} : { requestId }),
    });
    const answer = await this.send('POST', '/data-sessions', accessToken, body);
    return { consent, sessionId, answer, accessToken };
  }

  /** A call with a token and its proof; `proof` to send another one. */
  async send(method: string, path: string, accessToken: string, body?: string, proof?: string): Promise<Response> {
    const dpop = proof ?? (await this.prove(method, path, accessToken));
    const headers = { authorization: `DPoP ${accessToken}`, dpop, ...(body && { 'content-type': 'application/jwt' }) };
    return fetch(`${this.world.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  prove(method: string, path: string, accessToken: string): Promise<string> {
    const now = this.world.clock.now();
    return createDpopProof({ signer: this.dpop, method, url: `${this.world.url}${path}`, accessToken, now });
  }

  async get({ sessionId, accessToken }: HeldSession, path = ''): Promise<Response> {
    return this.send('GET', `/data-sessions/${sessionId}${path}`, accessToken);
  }

  async part(held: HeldSession, n: number): Promise<{ sealed: Uint8Array; statement: DataPartFields; lines: string }> {
    const answer = await this.get(held, `/parts/${n}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    const sealed = new Uint8Array(await answer.arrayBuffer());
    const statement = payloadOf<DataPartFields>(answer.headers.get('data-part') ?? '');
    const { sessionId, consent } = held;
    const place = { sessionId, n, artefactDigest: consent.digest, provider: sampleIds.provider };
    const plain = orRefuse(await openPart(this.recipient, partContext(place), sealed));
    return { sealed, statement, lines: new TextDecoder().decode(plain) };
  }

  /** All lines of all parts. */
  async read(held: HeldSession, parts: number): Promise<DataPartLine[]> {
    const lines: DataPartLine[] = [];
    for (let n = 0; n < parts; n += 1) {
      const part = await this.part(held, n);
      for (const line of part.lines.split('\n')) if (line !== '') lines.push(JSON.parse(line));
    }
    return lines;
  }
}

export function payloadOf<T>(token: string): T {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

export async function manifestOf(answer: Response): Promise<DataManifestFields> {
  const { manifest } = (await answer.json()) as DataSessionAnswer;
  return payloadOf<DataManifestFields>(manifest ?? '');
}

export async function problemOf(answer: Response): Promise<Problem> {
  const { status, code } = (await answer.json()) as Problem;
  return { status, code };
}
