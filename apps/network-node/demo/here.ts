import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PersonSession } from '../clients/person-client.ts';
import { apiKeyFileOf, keysFolderOf, outboxOf } from '../network/member.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { demoMembers } from './demo-network.ts';
import { type DemoState, readDemoState } from './demo-state.ts';

/** Where a command finds the demo network of this machine, unless it is told of another. */
export class Here {
  readonly demoFolder: string;

  /**
   * @param root the project's folder
   * @param home where the demo network and sessions are kept
   */
  constructor(
    readonly root: string,
    readonly home: string,
  ) {
    this.demoFolder = join(home, 'demo');
  }

  demoState(): DemoState {
    const state = readDemoState(this.demoFolder);
    if (state === undefined) {
      throw new CommandFailure('not-found', 'there is no demo network here yet; run: npm run demo');
    }
    return state;
  }

  /** The address of a role: as named, else as in the demo network. */
  addressOf(named: string | undefined, demoName: string): string {
    if (named !== undefined) return named.replace(/\/+$/, '');
    const port = this.demoState().ports[demoName];
    if (port === undefined) throw this.unknown(demoName);
    return `http://127.0.0.1:${port}`;
  }

  apiKeyFile(named: string | undefined, demoName: string): string {
    const file = named ?? apiKeyFileOf({ folder: this.demoFolder }, demoName);
    if (!existsSync(file)) throw new CommandFailure('not-found', `there is no API key in ${file}`);
    return file;
  }

  /** The participant id of a short name of the demo network; anything else is taken as an id itself. */
  participantOf(nameOrId: string): string {
    if (nameOrId.includes(':')) return nameOrId;
    const member = this.members().find(({ name }) => name === nameOrId);
    if (member === undefined) throw this.unknown(nameOrId);
    return member.id;
  }

  /** A participant as people call it, where the demo network knows it. */
  titleOf(participantId: string): string {
    const state = readDemoState(this.demoFolder);
    const members = state === undefined ? [] : demoMembers(this.demoFolder, state.seed);
    return members.find(({ id }) => id === participantId)?.title ?? participantId;
  }

  outboxOf(name: string): string {
    if (!this.members().some((member) => member.name === name)) throw this.unknown(name);
    return outboxOf({ folder: this.demoFolder }, name);
  }

  keysFolderOf(name: string): string {
    if (!this.members().some((member) => member.name === name)) throw this.unknown(name);
    return keysFolderOf({ folder: this.demoFolder }, name);
  }

  /** Of the demo network. */
  roles(): { readonly name: string; readonly role: string }[] {
    return this.members().map(({ name, role }) => ({ name, role }));
  }

  /** One file for each consent manager: a session is never shown to another. */
  sessionFile(named: string | undefined, manager: string | undefined): string {
    if (named !== undefined) return named;
    if (manager === undefined) return join(this.demoFolder, 'session.json');
    return join(this.home, `session-${new URL(manager).host.replace(/[^\w.-]/g, '-')}.json`);
  }

  private members() {
    return demoMembers(this.demoFolder, this.demoState().seed);
  }

  private unknown(name: string): CommandFailure {
    const names = this.members().map((member) => member.name);
    return new CommandFailure('not-found', `there is no ${name} in the demo network, only ${names.join(', ')}`);
  }
}

export function readSession(file: string): PersonSession {
  if (!existsSync(file)) throw new CommandFailure('usage', 'nobody is signed in; run: npm run assent -- sign-in');
  return JSON.parse(readFileSync(file, 'utf8')) as PersonSession;
}

/** Readable by its owner alone. */
export function writeSession(file: string, session: PersonSession): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(session), { mode: 0o600 });
}
