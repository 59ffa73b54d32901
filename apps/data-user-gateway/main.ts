import { startRole } from '#platform';
import { dataUserGatewayRole } from './data-user-gateway.role.ts';

const role = await startRole(dataUserGatewayRole, process.env);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void role.stop());
