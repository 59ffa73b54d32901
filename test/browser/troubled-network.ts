import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type RunningRole, startRole } from '#platform';
import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { enrolAll } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import {
  apiKeyFileOf,
  getMember,
  type LocalNetwork,
  makeFolders,
  outboxOf,
  settingsOf,
  urlOf,
} from '../../apps/network-node/network/member.ts';
import { takeNewList } from '../../apps/network-node/network/take-new-list.ts';
import { getRole } from '../../apps/network-node/node/known-roles.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { TrustListsService } from '../../apps/trust-registry/trust-lists/trust-lists.service.ts';
import {
  contactsIn,
  type TroubledName,
  troubledContacts,
  troubledMembers,
  troubledNames,
  troubledPerson,
} from './troubled-members.ts';
import { TurnedClock } from './turned-clock.ts';

const longestMs = 20_000;

/** A network of its own for what goes wrong: real roles in this process, on one clock that can be moved. */
export class TroubledNetwork {
  readonly clock = new TurnedClock();
  private readonly roles = new Map<TroubledName, RunningRole>();
  private readonly cookies = new Map<TroubledName, string>();

  private constructor(
    private readonly network: LocalNetwork,
    private readonly cleanUp: CleanUp,
  ) {}

  /** @param server an own database is made there @param ago how many seconds in the past it begins */
  static async start(server: string, folder: string, ago: number, cleanUp: CleanUp): Promise<TroubledNetwork> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(contactsIn(folder), JSON.stringify(troubledContacts), { mode: 0o600 });
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query('CREATE DATABASE troubled');
    await client.end();
    const databaseUrl = new URL(server);
    databaseUrl.pathname = '/troubled';
    const ports = await findPorts([...troubledNames], (await firstPortOfRun()) + 40);
    const members = troubledMembers(folder);
    const network = { folder, databaseUrl: databaseUrl.href, members, ports };
    makeFolders(network);
    const troubled = new TroubledNetwork(network, cleanUp);
    cleanUp.add(() => troubled.stop());
    troubled.clock.turn(-ago);
    await Promise.all(troubledNames.map((name) => troubled.startRole(name)));
    await enrolAll(network, undefined, () => troubled.takeList());
    return troubled;
  }

  /** Passkeys need a name: pages are opened under localhost. */
  originOf = (name: TroubledName): string => `http://localhost:${this.network.ports[name]}`;
  idOf = (name: TroubledName): string => getMember(this.network, name).id;
  roleOf(name: TroubledName): RunningRole {
    const role = this.roles.get(name);
    if (role === undefined) throw new Error(`${name} does not run`);
    return role;
  }

  async startRole(name: TroubledName, settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.cleanUp.check();
    const member = getMember(this.network, name);
    const all = { ...settingsOf(this.network, member), ...settings };
    this.roles.set(name, await startRole(getRole(member.role), all, { clock: this.clock }));
  }

  async stopRole(name: TroubledName): Promise<void> {
    await this.roles.get(name)?.stop();
    this.roles.delete(name);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.roles.keys()].map((name) => this.stopRole(name)));
  }

  /** The registry makes a new list, and everybody fetches it. */
  async renewList(): Promise<void> {
    await this.roleOf('registry').app.get(TrustListsService, { strict: false }).renew();
    await this.takeList();
  }

  async signInPerson(): Promise<PersonClient> {
    const person = new PersonClient(urlOf(this.network, 'saathi'));
    this.cleanUp.add(() => person.close());
    await person.signIn(troubledPerson, this.expectCode('saathi'));
    return person;
  }

  /** At bank and hospital. */
  async linkAccounts(person: PersonClient): Promise<void> {
    for (const provider of ['bank', 'hospital'] as const) {
      await person.linkAccounts(this.idOf(provider), this.expectCode(provider));
    }
  }

  dataUser(name: 'lender' | 'rival'): DataUserClient {
    const client = new DataUserClient(urlOf(this.network, name), apiKeyFileOf(this.network, name));
    this.cleanUp.add(() => client.close());
    return client;
  }

  /** A call as an admin of the pages makes it. */
  async asAdmin<T>(name: TroubledName, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    let answer = await this.call(name, method, path, body);
    // At first, and where the clock was moved past the end of the session.
    if (answer.status === 401) {
      await this.signIn(name);
      answer = await this.call(name, method, path, body);
    }
    if (!answer.ok) throw new Error(`${name} answered ${path} with ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Opens a session: an entry of the audit trail, each time. */
  async signIn(name: TroubledName): Promise<void> {
    const answer = await this.call(name, 'POST', '/operator/demo-session', { may: 'admin' });
    this.cookies.set(name, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  /** What a thief of the database's password can do. */
  async inDatabase(...statements: readonly string[]): Promise<void> {
    const client = new Client({ connectionString: this.network.databaseUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** @param what for whoever waits in vain */
  async until(what: string, look: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + longestMs;
    while (!(await look())) {
      this.cleanUp.check();
      if (performance.now() > deadline) throw new Error(`in the troubled network ${what} does not come about`);
      await sleep(50);
    }
  }

  private call(name: TroubledName, method: string, path: string, body?: object): Promise<Response> {
    const origin = this.originOf(name);
    return fetch(`${urlOf(this.network, name)}${path}`, {
      method,
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        cookie: this.cookies.get(name) ?? '',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  private expectCode(sender: TroubledName): () => Promise<string> {
    const outbox = outboxOf(this.network, sender);
    const mark = markOutbox(outbox);
    return () => waitForCode(outbox, troubledPerson.value, mark);
  }

  private takeList = (): Promise<void> => takeNewList([...this.roles.values()]);
}
