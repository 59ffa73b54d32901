import { startRole } from '#platform';
import { dataProviderAdapterRole } from './data-provider-adapter.role.ts';

const role = await startRole(dataProviderAdapterRole, process.env);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void role.stop());
