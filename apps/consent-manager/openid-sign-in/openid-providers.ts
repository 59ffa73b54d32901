import type { OnApplicationShutdown } from '@nestjs/common';
import { PeerPools, type RoleSettings } from '#platform';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import { OpenIdProvider } from './openid-provider.ts';
import { readOpenIdProvidersFile } from './openid-providers-file.ts';

type Settings = Pick<RoleSettings, 'NETWORK_IS_LOCAL' | 'CLOCK_SKEW_SECONDS'> &
  Pick<ConsentManagerSettings, 'OPENID_PROVIDERS_FILE'>;

/** The OpenID providers people may sign in with; none where the settings name no file. */
export class OpenIdProviders implements OnApplicationShutdown {
  private constructor(
    private readonly pools: PeerPools,
    private readonly all: readonly OpenIdProvider[],
  ) {}

  /** What speaks OpenID Connect is loaded only where there is a provider. @throws SettingsError */
  static async open(settings: Settings): Promise<OpenIdProviders> {
    const { OPENID_PROVIDERS_FILE: path, NETWORK_IS_LOCAL: local, CLOCK_SKEW_SECONDS: skewSeconds } = settings;
    const pools = new PeerPools(local);
    const described = path === undefined ? [] : readOpenIdProvidersFile(path, local);
    if (described.length === 0) return new OpenIdProviders(pools, []);
    const around = { client: await import('openid-client'), pools, local, skewSeconds };
    return new OpenIdProviders(
      pools,
      described.map((one) => new OpenIdProvider(one, around)),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  list(): Array<{ id: string; title: string }> {
    return this.all.map(({ described: { id, title } }) => ({ id, title }));
  }

  find(id: string): OpenIdProvider | undefined {
    return this.all.find(({ described }) => described.id === id);
  }

  /** What people know the provider by; its address where it is listed no more. */
  titleOf(issuer: string): string {
    const { href } = new URL(issuer);
    return this.all.find(({ described }) => new URL(described.issuer).href === href)?.described.title ?? issuer;
  }
}
