export * from './api-key/api-key.guard.ts';
export * from './catalogues/load-catalogues.ts';
export * from './catalogues/package-root.ts';
export * from './clock/clock.ts';
export * from './command/call.guard.ts';
export * from './command/caller.ts';
export * from './command/command-inbox.ts';
export * from './database/database.ts';
export * from './database/database-errors.ts';
export { type DatabaseSettings, openDataSource, type Schema } from './database/open-data-source.ts';
export { schemaDrift } from './database/schema-drift.ts';
export * from './database/statement.ts';
export * from './database/transaction.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/embedded-postgres.ts';
export * from './events/event-handler.ts';
export * from './events/outbox.ts';
export * from './keys/key-ring.ts';
export * from './keys/private-file.ts';
export * from './messenger/messenger.ts';
export * from './network/network.module.ts';
export * from './network/network-options.ts';
export * from './network/network-tables.ts';
export * from './network/own-address.ts';
export * from './network/verifier.ts';
export * from './openapi/operation.ts';
export * from './peer/peer-call.ts';
export * from './peer/peer-client.ts';
export * from './peer/peer-errors.ts';
export * from './queue/job-queues.ts';
export * from './role/role.ts';
export * from './role/start-role.ts';
export * from './settings/parse-settings.ts';
export * from './settings/role-settings.ts';
export * from './settings/setting-kinds.ts';
export * from './trust-list/trust-list-cache.ts';
export * from './trust-list/trust-roots.ts';
