import { Module } from '@nestjs/common';
import { PasskeyMaking } from './passkey-making.ts';
import { PasskeyStore } from './passkey-store.ts';
import { PasskeyUse } from './passkey-use.ts';
import { PostgresPasskeyStore } from './postgres-passkey-store.ts';

/** Passkeys of people and of operators. Its tables: `passkeyEntities`, `passkeyMigrations`. */
@Module({
  providers: [{ provide: PasskeyStore, useClass: PostgresPasskeyStore }, PasskeyMaking, PasskeyUse],
  exports: [PasskeyStore, PasskeyMaking, PasskeyUse],
})
export class PasskeysModule {}
