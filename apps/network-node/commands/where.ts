import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PersonSession } from '../clients/person-client.ts';
import { demoFolder } from '../demo/demo-command.ts';
import { demoMembers } from '../demo/demo-network.ts';
import { type DemoState, readDemoState } from '../demo/demo-state.ts';
import { apiKeyFileOf } from '../network/member.ts';

function demoState(): DemoState {
  const state = readDemoState(demoFolder());
  if (state === undefined) throw new Error('there is no demo network here; name the address, or run: npm run demo');
  return state;
}

/** Where a role is: as named, else as in the demo network on this machine. */
export function addressOf(named: string | undefined, demoName: string): string {
  return named ?? `http://127.0.0.1:${demoState().ports[demoName]}`;
}

export function apiKeyFile(named: string | undefined, demoName: string): string {
  return named ?? apiKeyFileOf({ folder: demoFolder() }, demoName);
}

/** The participant id of a short name of the demo network; anything else is taken as an id itself. */
export function participantOf(nameOrId: string): string {
  if (nameOrId.includes(':')) return nameOrId;
  const member = demoMembers(demoFolder(), demoState().seed).find(({ name }) => name === nameOrId);
  if (member === undefined) throw new Error(`there is no ${nameOrId} in the demo network; give its participant id`);
  return member.id;
}

export const demoSeed = (): string => demoState().seed;

/** Where a person's session is kept between commands, readable by its owner alone. */
export const sessionFile = (named: string | undefined): string => named ?? join(demoFolder(), 'session.json');

export function readSession(file: string): PersonSession {
  if (!existsSync(file)) throw new Error('nobody is signed in; run: npm run assent -- sign-in');
  return JSON.parse(readFileSync(file, 'utf8')) as PersonSession;
}

export function writeSession(file: string, session: PersonSession): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(session), { mode: 0o600 });
}
