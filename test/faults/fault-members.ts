import { join } from 'node:path';
import { type Member, type RoleName } from '../../apps/network-node/network/member.ts';
import { roles } from './fault.ts';
import { handOverFolderIn } from './handed-over-files.ts';

export const statementsSeed = 'faults';

/** The bank's customers: their number there, and the contact on record. */
export const customerOf = (seed: number) => ({ id: `customer-${seed}`, email: `person-${seed}@mail.example` });

const common = {
  LOG_LEVEL: 'warn',
  DATABASE_POOL_SIZE: '5',
  QUEUE_LOCK_SECONDS: '1',
  KEY_OVERLAP_SECONDS: '1',
  TRAIL_CHECKPOINT_SECONDS: '1',
  TRAIL_WITNESS_SECONDS: '2',
  TRUST_LIST_REFRESH_SECONDS: '1',
};

/** Who is in the network of a round: leases so short that one who hangs is overtaken while the round lasts. */
export function faultMembers(folder: string): Member[] {
  const member = (role: RoleName, name: string, title: string, settings: Record<string, string> = {}): Member => {
    const id = `https://${name}.example`;
    return { name, role, id, title, settings: { ...common, ...settings } };
  };
  return [
    member('trust-registry', roles.registry, 'Registry'),
    member('consent-manager', roles.manager, 'Saathi'),
    member('data-provider-adapter', roles.provider, 'Harbour Bank', {
      RECORD_SOURCE: 'generated-statements',
      STATEMENTS_SEED: statementsSeed,
      CONTACTS_FILE: join(folder, 'contacts.json'),
      FILL_LEASE_SECONDS: '1',
    }),
    member('data-provider-adapter', roles.fund, 'Harbour Fund', {
      RECORD_SOURCE: 'described',
      RECORD_SOURCES_FILE: join(folder, 'fund.json'),
      FILL_LEASE_SECONDS: '1',
    }),
    member('data-user-gateway', roles.user, 'Fairlend', {
      HAND_OVER_FOLDER: handOverFolderIn(folder),
      FETCH_LEASE_SECONDS: '5',
      FETCH_SWEEP_SECONDS: '1',
      ERASURE_SWEEP_SECONDS: '1',
    }),
  ];
}
