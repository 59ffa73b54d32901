import { join } from 'node:path';
import { request } from 'undici';
import type { ConsentTerms, Instant, KeyUse } from '#domain';
import { KeyRing } from '#platform';
import {
  type ConsentArtefactFields,
  consentArtefactMessage,
  createMessage,
  type MessageDefinition,
  type MessageKind,
  type Signer,
} from '#protocol';
import { folderOf, getMember, type LocalNetwork, urlOf } from '../../apps/network-node/network/member.ts';

/** What came back: the status, and the refusal code or the JSON that was answered. */
export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

async function answerOf(response: Awaited<ReturnType<typeof request>>): Promise<Answer> {
  const bytes = Buffer.from(await response.body.arrayBuffer());
  const type = `${response.headers['content-type']}`;
  const body: unknown = type.includes('json')
    ? JSON.parse(bytes.toString())
    : type.includes('octet')
      ? bytes
      : bytes.toString();
  const { code, err } = (body ?? {}) as { code?: string; err?: string };
  return { status: response.statusCode, code: code ?? err, body, headers: response.headers };
}

/** Speaks to a role as whoever sends such bytes would. */
export async function sendTo(
  network: LocalNetwork,
  member: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return answerOf(
    await request(`${urlOf(network, member)}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/jwt' }), ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  );
}

/** One who holds the private keys of a participant: the participant itself, or a thief. */
export class Impostor {
  private constructor(
    readonly id: string,
    private readonly keys: KeyRing,
  ) {}

  static async of(network: LocalNetwork, name: string): Promise<Impostor> {
    const member = getMember(network, name);
    const uses: KeyUse[] =
      member.role === 'consent-manager' ? ['message', 'statement', 'access-token'] : ['message', 'statement'];
    const keys = await KeyRing.open({ folder: join(folderOf(network, name), 'keys'), uses });
    return new Impostor(member.id, keys);
  }

  signer(use: KeyUse): Signer {
    return this.keys.signer(use);
  }

  message<P, K extends MessageKind>(
    definition: MessageDefinition<P, K>,
    fields: P,
    to: string,
    now: Instant,
    change: { signer?: Signer; issuer?: string; requestId?: string; jti?: string } = {},
  ): Promise<string> {
    return createMessage(definition, fields, {
      signer: this.signer(definition.keyUse),
      issuer: this.id,
      audience: to,
      now,
      ...change,
    });
  }

  /** A provider artefact, as a consent manager signs it; only the accounts may be ones it has no right to. */
  artefactFor(
    dataProvider: string,
    {
      now,
      terms,
      ...names
    }: { artefactId: string; dataUser: string; terms: ConsentTerms; accounts: string[]; now: Instant },
  ): Promise<string> {
    const digest = 'A'.repeat(43);
    const fields: ConsentArtefactFields = {
      ...names,
      for: 'data-provider',
      dataProvider,
      principal: digest,
      terms: terms as ConsentArtefactFields['terms'],
      noticeDigest: digest,
      noticeLanguage: 'en',
      approval: { method: 'one-time-code', approvedAt: now, evidenceDigest: digest },
    };
    return this.message(consentArtefactMessage, fields, dataProvider, now);
  }
}
