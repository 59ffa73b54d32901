import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type Instant, orRefuse, type Refusal, refuse } from '#domain';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import { chooseOrigin } from '../browser-session/choose-origin.ts';
import { ownOrigins } from '../browser-session/own-origins.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/transaction.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { newChallenge } from './new-challenge.ts';
import type { Passkey, PasskeyOwner } from './passkey.ts';
import { type CeremonyPurpose, ceremonySeconds, type PasskeyCeremony } from './passkey-ceremony.ts';
import type { PasskeyAssertion } from './passkey-forms.ts';
import { PasskeyStore } from './passkey-store.ts';
import { userHandleOf } from './user-handle.ts';

export interface UseAsked {
  readonly purpose: Exclude<CeremonyPurpose, 'make'>;
  /** Absent where whoever answers is recognised by the passkey. */
  readonly owner?: PasskeyOwner;
  /** 32 bytes, base64url, where it is not to be a random one. */
  readonly challenge?: string;
  /** In place of a new one. */
  readonly ceremonyId?: string;
}

export interface BegunUse {
  readonly ceremonyId: string;
  readonly expiresAt: Instant;
  readonly publicKey: PublicKeyCredentialRequestOptionsJSON;
}

export interface UseAnswer {
  readonly purpose: Exclude<CeremonyPurpose, 'make'>;
  readonly ceremonyId: string;
  readonly response: PasskeyAssertion;
  /** Whose passkey it has to be: one of them, or any of that kind. */
  readonly owner: PasskeyOwner | { readonly kind: PasskeyOwner['kind']; readonly id?: undefined };
  /** What the challenge has to be by what is known now, where it was given. */
  readonly challenge?: string;
}

/** How a passkey shows that its owner is there, and what she says yes to. */
@Injectable()
export class PasskeyUse {
  constructor(
    private readonly store: PasskeyStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RoleSettings,
  ) {}

  /** @throws RefusedError `cross-site-call` */
  async begin(asked: UseAsked, call: BrowserCall, tx?: Transaction): Promise<BegunUse> {
    const origin = orRefuse(chooseOrigin(ownOrigins(this.settings), call));
    const { purpose, owner = null, challenge = newChallenge(), ceremonyId: id = uuidv7() } = asked;
    const now = this.clock.now();
    const expiresAt = addSeconds(now, ceremonySeconds);
    await this.store.begin({ id, purpose, owner, challenge, origin, expiresAt }, now, tx);
    const held = owner === null ? [] : await this.store.listOf(owner, tx);
    const publicKey = await generateAuthenticationOptions({
      rpID: new URL(origin).hostname,
      challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
      timeout: ceremonySeconds * 1000,
      userVerification: 'required',
      allowCredentials: held.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    });
    return { ceremonyId: id, expiresAt, publicKey };
  }

  /**
   * The challenge is spent where `tx` commits, whatever the outcome.
   *
   * @returns the passkey as of now, or `passkey-refused`, alike for whatever is wrong
   */
  async finish(tx: Transaction, answer: UseAnswer): Promise<Passkey | Refusal> {
    const { owner, response } = answer;
    const now = this.clock.now();
    const ceremony = await this.store.take(tx, answer.ceremonyId, answer.purpose, now);
    if (ceremony === undefined) return refuse('passkey-refused');
    const passkey = await this.store.lock(tx, owner.kind, response.id);
    // Whoever was not known before says by the handle who she is, and it has to be whose passkey it is.
    if (ceremony.owner === null && response.response.userHandle == null) return refuse('passkey-refused');
    const isOwners =
      passkey !== undefined &&
      [owner.id, ceremony.owner?.id].every((id) => id === undefined || id === passkey.owner.id);
    if (!isOwners) return refuse('passkey-refused');
    const expected = { ...ceremony, challenge: answer.challenge ?? ceremony.challenge };
    const used = await verifyUse(response, passkey, expected);
    if (used === undefined) return refuse('passkey-refused');
    this.store.noteUse(tx, used, now);
    return { ...used, lastUsedAt: now };
  }
}

async function verifyUse(
  response: PasskeyAssertion,
  passkey: Passkey,
  { challenge, origin }: Pick<PasskeyCeremony, 'challenge' | 'origin'>,
): Promise<Passkey | undefined> {
  const { userHandle } = response.response;
  if (userHandle != null && userHandle !== userHandleOf(passkey.owner).toString('base64url')) return undefined;
  if (isFramed(response)) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    const { newCounter: counter, credentialBackedUp: isBackedUp } = authenticationInfo;
    return verified ? { ...passkey, counter, isBackedUp } : undefined;
  } catch {
    // The library says by its errors what is wrong, a counter that went back among it; who made it wrong is not told.
    return undefined;
  }
}

/** An own page inside a page of someone else is not where a person decides. */
function isFramed({ response }: PasskeyAssertion): boolean {
  const { crossOrigin } = readClientData(response.clientDataJSON);
  return crossOrigin !== undefined && crossOrigin !== false;
}

function readClientData(text: string): { readonly crossOrigin?: unknown } {
  try {
    return Object(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return { crossOrigin: 'unreadable' };
  }
}
