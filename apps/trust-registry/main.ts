import { startRole } from '#platform';
import { trustRegistryRole } from './trust-registry.role.ts';

const role = await startRole(trustRegistryRole, process.env);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void role.stop());
