import type { Configuration } from 'openid-client';
import type { PeerPools } from '#platform';
import { type ClientKey, clientAuthentication } from './client-authentication.ts';
import { checkListed, openIdFetch } from './openid-fetch.ts';
import type { DescribedOpenIdProvider } from './openid-providers-file.ts';

type OpenIdClient = typeof import('openid-client');

const TIMEOUT_SECONDS = 15;
const longestSubject = 255;

export interface OpenIdAsk {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  /** The digest of the verifier (RFC 7636, S256). */
  readonly codeChallenge: string;
}

export interface OpenIdAnswer {
  /** The redirect address with what the provider added. */
  readonly address: URL;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom a provider has recognised: `iss` and `sub` name her for ever, the rest is what it says of her today. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only where the provider says that it has verified it. */
  readonly email: string | undefined;
}

export interface OpenIdSurroundings {
  readonly client: OpenIdClient;
  readonly pools: PeerPools;
  /** Whether plain HTTP is allowed. */
  readonly local: boolean;
  readonly skewSeconds: number;
}

/** One OpenID provider: what it says of itself is asked for once, when somebody first signs in with it. */
export class OpenIdProvider {
  private discovered: Promise<Configuration> | undefined;

  constructor(
    readonly described: DescribedOpenIdProvider,
    private readonly around: OpenIdSurroundings,
  ) {}

  /** Where to send the browser. @throws where the provider does not answer, or not as it has to */
  async address({ redirectUri, state, nonce, codeChallenge }: OpenIdAsk): Promise<string> {
    const url = this.around.client.buildAuthorizationUrl(await this.configuration(), {
      ...{ response_type: 'code', response_mode: 'query', scope: this.described.scopes.join(' ') },
      ...{ redirect_uri: redirectUri, state, nonce, code_challenge: codeChallenge, code_challenge_method: 'S256' },
    });
    return url.href;
  }

  /** Spends the code. @throws where the provider said no, or anything of its answer does not verify */
  async recognise({ address, state, nonce, codeVerifier }: OpenIdAnswer): Promise<OpenIdIdentity> {
    const { authorizationCodeGrant } = this.around.client;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
    const tokens = await authorizationCodeGrant(await this.configuration(), address, checks);
    const claims = tokens.claims();
    if (claims === undefined || claims.sub === '' || claims.sub.length > longestSubject) {
      throw new Error('the provider names nobody');
    }
    const { iss: issuer, sub: subject, email, email_verified: isVerified } = claims;
    return { issuer, subject, email: isVerified === true && typeof email === 'string' ? email : undefined };
  }

  /** What the provider verifies our calls with: none where they carry a secret. */
  async publicKeys(): Promise<ClientKey[]> {
    const { publicKey } = await clientAuthentication(this.described, this.around.client);
    return publicKey === undefined ? [] : [publicKey];
  }

  private configuration(): Promise<Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return this.discovered;
  }

  private async discover(): Promise<Configuration> {
    const { client, pools, local, skewSeconds } = this.around;
    const { issuer, clientId, otherHosts } = this.described;
    const hosts = [new URL(issuer).host, ...otherHosts];
    const { authentication } = await clientAuthentication(this.described, client);
    const metadata = { [client.clockTolerance]: skewSeconds };
    const found = await client.discovery(new URL(issuer), clientId, metadata, authentication, {
      [client.customFetch]: openIdFetch(pools, hosts),
      timeout: TIMEOUT_SECONDS,
      // The ID token's signature counts, not only the connection it came over.
      execute: [client.enableNonRepudiationChecks, ...(local ? [client.allowInsecureRequests] : [])],
    });
    const { token_endpoint: tokens, jwks_uri: keys } = found.serverMetadata();
    for (const address of [tokens, keys]) checkListed(address, hosts);
    return found;
  }
}
