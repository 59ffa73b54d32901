import { readFileSync } from 'node:fs';
import type { Contact } from '../../apps/network-node/clients/person-client.ts';
import { contactsFileIn, demoPerson } from '../../apps/network-node/demo/demo-people.ts';
import type { Stage } from './stage.ts';

/** The next whom bank and hospital know, and the consent manager does not yet: nobody else plays her. */
export function neighbour(stage: Stage): Contact {
  const { here } = stage.demo;
  const known = JSON.parse(readFileSync(contactsFileIn(here.demoFolder), 'utf8')) as Record<string, { email: string }>;
  const own = demoPerson(here.demoState().seed).contact.value;
  const value = Object.values(known)
    .map(({ email }) => email)
    .filter((email) => email !== own)[stage.countNeighbour()];
  if (value === undefined) throw new Error('every neighbour plays in some journey');
  return { kind: 'email', value };
}
