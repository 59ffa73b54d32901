import { platformEntities, platformMigrations, type Role } from '#platform';
import { DataProviderAdapterModule } from './data-provider-adapter.module.ts';
import { dataProviderAdapterSettings } from './settings/data-provider-adapter.settings.ts';
import { entities, migrations } from './storage/entities.ts';

export const dataProviderAdapterRole: Role<typeof dataProviderAdapterSettings> = {
  name: 'data-provider-adapter',
  settings: dataProviderAdapterSettings,
  module: (settings) => DataProviderAdapterModule.forSettings(settings),
  entities: [...platformEntities, ...entities],
  migrations: [...platformMigrations, ...migrations],
  defaultPort: 7402,
  pages: [{ path: '/console/', folder: 'data-provider-adapter/console' }],
};
