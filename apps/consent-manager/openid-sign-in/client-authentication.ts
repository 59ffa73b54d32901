import { webcrypto } from 'node:crypto';
import type { ClientAuth } from 'openid-client';
import { readOrCreatePrivateJwk, readPrivateFile } from '#platform';
import { type PublicJwk, publicJwkOf, thumbprintOf } from '#protocol';
import type { DescribedOpenIdProvider } from './openid-providers-file.ts';

type OpenIdClient = typeof import('openid-client');

/** A public key as a provider fetches it (RFC 7517). */
export interface ClientKey extends PublicJwk {
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

export interface ClientAuthentication {
  readonly authentication: ClientAuth;
  /** Where this role signs to show who it is (`private_key_jwt`). */
  readonly publicKey?: ClientKey;
}

/** How this role shows the provider who it is. @throws where the file is missing, empty or open to others */
export async function clientAuthentication(
  { clientSecretFile = '', keyFile }: DescribedOpenIdProvider,
  client: OpenIdClient,
): Promise<ClientAuthentication> {
  if (keyFile !== undefined) return byKey(keyFile, client);
  const secret = (await readPrivateFile(clientSecretFile))?.trim() ?? '';
  if (secret === '') throw new Error(`${clientSecretFile} holds no client secret`);
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  // Where the provider does not say, it is in the header (OpenID Connect Discovery 1.0, section 3).
  const authentication: ClientAuth = (server, ...call) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...call);
  };
  return { authentication };
}

async function byKey(path: string, client: OpenIdClient): Promise<ClientAuthentication> {
  const jwk = await readOrCreatePrivateJwk(path);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await webcrypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['sign']);
  const kid = await thumbprintOf(jwk);
  const publicKey: ClientKey = { ...publicJwkOf(jwk), kid, use: 'sig', alg: 'ES256' };
  return { authentication: client.PrivateKeyJwt({ key, kid }), publicKey };
}
