import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { type ClientMetadata, Provider } from 'oidc-provider';

export interface ProviderAccount {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

type Alter = (body: Record<string, unknown>) => Promise<void> | void;

/** A certified OpenID provider whose people sign in without being asked. */
export class OpenIdProviderUnderTest {
  /** Who signs in next; undefined for one who says no. */
  account: ProviderAccount | undefined;
  /** By path: what an answer is changed to, to see that it is not believed. */
  readonly lies = new Map<string, Alter>();
  readonly asked: string[] = [];
  private provider: Provider | undefined;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  private constructor(readonly key: JWK) {}

  static async start(): Promise<OpenIdProviderUnderTest> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: 'provider', alg: 'ES256', use: 'sig' };
    const started = new OpenIdProviderUnderTest(key);
    await new Promise<void>((resolve) => started.server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Once the addresses of its clients are known. */
  register(clients: ClientMetadata[]): void {
    this.provider = new Provider(this.issuer, {
      clients: clients.map((client) => ({ id_token_signed_response_alg: 'ES256', ...client })),
      jwks: { keys: [this.key as never] },
      cookies: { keys: ['a key of this test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      // Mail in the ID token, as the large providers have it.
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...this.account, sub }) }),
    });
    this.provider.use(async (ctx, next) => {
      this.asked.push(ctx.path);
      await next();
      await this.lies.get(ctx.path)?.(ctx.body as Record<string, unknown>);
    });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.provider === undefined) return void response.writeHead(503).end();
    if (request.url?.startsWith('/interaction/') !== true) return this.provider.callback()(request, response);
    return this.interact(this.provider, request, response);
  }

  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params } = await provider.interactionDetails(request, response);
    const { account } = this;
    if (account === undefined) {
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: account.sub } });
    }
    const grant = new provider.Grant({ accountId: account.sub, clientId: String(params['client_id']) });
    grant.addOIDCScope(String(params['scope']));
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, { consent: { grantId } });
  }
}
