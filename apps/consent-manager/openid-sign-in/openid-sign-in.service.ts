import { hash, randomBytes } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, orRefuse, RefusedError, refuse } from '#domain';
import { type BrowserCall, Clock, chooseOrigin, ownOrigins, SETTINGS } from '#platform';
import type { OpenedSession } from '../principal-sessions/principal-sessions.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { ClientKey } from './client-authentication.ts';
import { ceremonySeconds, digestOf, OpenIdArrivals } from './openid-arrivals.ts';
import { type BegunCeremony, OpenIdCeremonyStore } from './openid-ceremony-store.ts';
import type { OpenIdProvider } from './openid-provider.ts';
import { OpenIdProviders } from './openid-providers.ts';

const random = () => randomBytes(32).toString('base64url');

export interface BegunSignIn {
  /** Where the browser goes. */
  readonly address: string;
  /** What the browser alone holds, 256 random bits: without it nobody comes back. */
  readonly browser: string;
}

/** What a browser comes back with. */
export interface ReturnedSignIn {
  readonly provider: string;
  readonly browser: string | undefined;
  readonly state: string;
  /** What the provider has added to the redirect address. */
  readonly answer: URLSearchParams;
  /** `User-Agent` */
  readonly agent: string | undefined;
}

/** Sends people to OpenID providers, and knows those again who come back (authorization code with PKCE, state and nonce). */
@Injectable()
export class OpenIdSignInService {
  private readonly logger = new Logger(OpenIdSignInService.name);

  constructor(
    private readonly providers: OpenIdProviders,
    private readonly ceremonies: OpenIdCeremonyStore,
    private readonly arrivals: OpenIdArrivals,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /** @throws RefusedError `not-found`, `openid-provider-unavailable`, `cross-site-call` */
  async begin(id: string, call: BrowserCall): Promise<BegunSignIn> {
    const provider = this.provider(id);
    const redirectUri = this.redirectUri(id, call);
    const [state, nonce, codeVerifier, browser] = [random(), random(), random(), random()] as const;
    const codeChallenge = hash('sha256', codeVerifier, 'base64url');
    const ask = { redirectUri, state, nonce, codeChallenge };
    const address = await provider.address(ask).catch((error: Error) => {
      this.logger.warn(`the OpenID provider ${id} cannot be asked: ${whyOf(error)}`);
      throw new RefusedError(refuse('openid-provider-unavailable'));
    });
    const ceremony = { id: uuidv7(), provider: id, nonce, codeVerifier, redirectUri };
    const holder = { browserHash: digestOf(browser), stateHash: digestOf(state) };
    await this.ceremonies.begin(ceremony, holder, addSeconds(this.clock.now(), ceremonySeconds));
    return { address, browser };
  }

  /**
   * @returns her session; undefined for one who has to show first which person she is
   * @throws RefusedError `not-found`, `openid-sign-in-refused`
   */
  async return({ provider: id, browser, state, answer, agent }: ReturnedSignIn): Promise<OpenedSession | undefined> {
    const provider = this.provider(id);
    const holder = { browserHash: digestOf(browser ?? ''), stateHash: digestOf(state) };
    const ceremony = await this.ceremonies.take(id, holder, this.clock.now());
    if (ceremony === undefined) throw new RefusedError(refuse('openid-sign-in-refused'));
    const identity = await this.recognise(provider, ceremony, state, answer);
    return this.arrivals.arrive(ceremony.id, identity, agent);
  }

  /** What this provider verifies our calls with. @throws RefusedError `not-found` */
  keys(id: string): Promise<ClientKey[]> {
    return this.provider(id).publicKeys();
  }

  private provider(id: string): OpenIdProvider {
    const provider = this.providers.find(id);
    if (provider === undefined) throw new RefusedError(refuse('not-found'));
    return provider;
  }

  private async recognise(provider: OpenIdProvider, ceremony: BegunCeremony, state: string, answer: URLSearchParams) {
    const { redirectUri, nonce, codeVerifier } = ceremony;
    const address = new URL(`?${answer}`, redirectUri);
    return provider.recognise({ address, state, nonce, codeVerifier }).catch((error: Error): never => {
      this.logger.warn(`a sign-in with the OpenID provider ${ceremony.provider} failed: ${whyOf(error)}`);
      throw new RefusedError(refuse('openid-sign-in-refused'));
    });
  }

  /** On the origin the browser is at: cookies are its host's own. */
  private redirectUri(id: string, call: BrowserCall): string {
    const origin = orRefuse(chooseOrigin(ownOrigins(this.settings), call));
    const { pathname } = new URL(this.settings.PUBLIC_URL ?? origin);
    return `${origin}${pathname.replace(/\/+$/, '')}/sign-in/openid/${id}/callback`;
  }
}

/** Codes and names alone, of the error and what caused it: what a provider or a caller writes may name the person. */
function whyOf(error: Error): string {
  const causes = [error, error.cause, (error.cause as Error | undefined)?.cause];
  const parts = causes.flatMap((each) => {
    const { name, code, error: said } = (each ?? {}) as { name?: unknown; code?: unknown; error?: unknown };
    return [name, code, said];
  });
  return parts.filter((part) => typeof part === 'string' && /^\w{1,60}$/.test(part)).join(' ');
}
