export * from './clock/hand-set-clock.ts';
export * from './database/test-database.ts';
export * from './database/test-folder.ts';
export * from './database/test-schema.ts';
export * from './network/running-network.ts';
export * from './network/sample-network.ts';
export * from './network/sample-registry.ts';
export * from './redis/redis-server.ts';
