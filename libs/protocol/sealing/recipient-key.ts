import type { Refusal } from '#domain';

/** An X25519 public key (RFC 8037): `x` is 32 bytes in base64url. */
export interface RecipientJwk {
  readonly kty: 'OKP';
  readonly crv: 'X25519';
  readonly x: string;
}

/** The private form, for encrypted storage. */
export interface RecipientPrivateJwk extends RecipientJwk {
  readonly d: string;
}

/** A recipient's public key, checked and imported once. */
export interface RecipientKey {
  readonly jwk: RecipientJwk;
  readonly imported: unknown;
}

export declare function createRecipientKey(): Promise<RecipientPrivateJwk>;

export declare function publicRecipientJwk(key: RecipientJwk): RecipientJwk;

/** @returns refusal: `recipient-key-invalid`, also for keys of low order */
export declare function importRecipientKey(jwk: unknown): Promise<RecipientKey | Refusal>;
