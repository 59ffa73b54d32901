import { platformEntities, platformMigrations, type Role } from '#platform';
import { DataUserGatewayModule } from './data-user-gateway.module.ts';
import { dataUserGatewaySettings } from './settings/data-user-gateway.settings.ts';
import { entities, migrations } from './storage/entities.ts';

export const dataUserGatewayRole: Role<typeof dataUserGatewaySettings> = {
  name: 'data-user-gateway',
  settings: dataUserGatewaySettings,
  module: (settings) => DataUserGatewayModule.forSettings(settings),
  entities: [...platformEntities, ...entities],
  migrations: [...platformMigrations, ...migrations],
  defaultPort: 7403,
  pages: [{ path: '/console/', folder: 'data-user-gateway/console' }],
};
