/** An ES256 public key (RFC 7518, section 6.2): exactly these members. `x` and `y` are 32 bytes in base64url. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** An ES256 private key: the public members and `d`. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}
