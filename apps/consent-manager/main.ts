import { startRole } from '#platform';
import { consentManagerRole } from './consent-manager.role.ts';

const role = await startRole(consentManagerRole, process.env);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void role.stop());
