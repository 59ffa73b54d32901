import { Inject, Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type Instant, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import { chooseOrigin } from '../browser-session/choose-origin.ts';
import { ownOrigins } from '../browser-session/own-origins.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/transaction.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { newChallenge } from './new-challenge.ts';
import { type Passkey, type PasskeyOwner, passkeysPerOwner } from './passkey.ts';
import { passkeyAlgorithms } from './passkey-algorithms.ts';
import { ceremonySeconds, type PasskeyCeremony } from './passkey-ceremony.ts';
import type { PasskeyMade } from './passkey-forms.ts';
import { passkeyJwkOf } from './passkey-jwk-of.ts';
import { PasskeyStore } from './passkey-store.ts';
import { userHandleOf } from './user-handle.ts';

export interface BegunMaking {
  readonly ceremonyId: string;
  readonly expiresAt: Instant;
  readonly publicKey: PublicKeyCredentialCreationOptionsJSON;
}

/** How an owner gets a new passkey. */
@Injectable()
export class PasskeyMaking {
  constructor(
    private readonly store: PasskeyStore,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RoleSettings,
  ) {}

  /**
   * @param name what an authenticator shows of the owner
   * @throws RefusedError `passkeys-too-many`, `cross-site-call`
   */
  async begin(owner: PasskeyOwner, name: string, call: BrowserCall): Promise<BegunMaking> {
    const origin = orRefuse(chooseOrigin(ownOrigins(this.settings), call));
    const held = await this.store.listOf(owner);
    if (held.length >= passkeysPerOwner) throw new RefusedError(refuse('passkeys-too-many'));
    const now = this.clock.now();
    const expiresAt = addSeconds(now, ceremonySeconds);
    const challenge = newChallenge();
    const ceremony: PasskeyCeremony = { id: uuidv7(), purpose: 'make', owner, challenge, origin, expiresAt };
    await this.store.begin(ceremony, now);
    const publicKey = await generateRegistrationOptions({
      rpName: this.settings.PARTICIPANT_NAME,
      rpID: new URL(origin).hostname,
      userName: name,
      userDisplayName: name,
      userID: new Uint8Array(userHandleOf(owner)),
      challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
      timeout: ceremonySeconds * 1000,
      attestationType: 'none',
      excludeCredentials: held.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      supportedAlgorithmIDs: passkeyAlgorithms,
    });
    return { ceremonyId: ceremony.id, expiresAt, publicKey };
  }

  /**
   * The challenge is spent where `tx` commits, whatever the outcome.
   *
   * @returns `passkey-refused`, alike for whatever is wrong with the answer; `passkeys-too-many`
   */
  async finish(
    tx: Transaction,
    owner: PasskeyOwner,
    answer: { readonly ceremonyId: string; readonly response: PasskeyMade; readonly name: string },
  ): Promise<Passkey | Refusal> {
    const now = this.clock.now();
    const ceremony = await this.store.take(tx, answer.ceremonyId, 'make', now);
    if (ceremony?.owner?.kind !== owner.kind || ceremony.owner.id !== owner.id) return refuse('passkey-refused');
    const made = await verifyMade(answer.response, ceremony);
    if (made === undefined) return refuse('passkey-refused');
    await this.store.hold(tx, owner);
    if ((await this.store.listOf(owner, tx)).length >= passkeysPerOwner) return refuse('passkeys-too-many');
    const passkey: Passkey = { ...made, id: uuidv7(), owner, name: answer.name, madeAt: now, lastUsedAt: null };
    return (await this.store.add(tx, passkey)) ? passkey : refuse('passkey-refused');
  }
}

type Made = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>;

async function verifyMade(response: PasskeyMade, { challenge, origin }: PasskeyCeremony): Promise<Made | undefined> {
  try {
    if (namesItsMaker(response)) return undefined;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: passkeyAlgorithms,
    });
    if (registrationInfo === undefined) return undefined;
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    const publicKey = Buffer.from(credential.publicKey);
    // A curve or a size that evidence could not carry would be found out only when she approves.
    passkeyJwkOf({ publicKey });
    return {
      credentialId: credential.id,
      publicKey,
      counter: credential.counter,
      transports: response.response.transports ?? [],
      isBackedUp,
    };
  } catch {
    // The library says by its errors what is wrong; who made it wrong is not told.
    return undefined;
  }
}

/** None was asked for, and the certificates of one would be looked up wherever they say. */
function namesItsMaker({ response }: PasskeyMade): boolean {
  const bytes = new Uint8Array(Buffer.from(response.attestationObject, 'base64url'));
  const attestation = decodeAttestationObject(bytes);
  const fmt = attestation.get('fmt');
  const isOwnWord = fmt === 'packed' && attestation.get('attStmt').get('x5c') === undefined;
  return fmt !== 'none' && !isOwnWord;
}
