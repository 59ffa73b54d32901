import { join } from 'node:path';
import { addSeconds, type ConsentTerms, type Instant, type ParticipantRole } from '#domain';
import { type Clock, Database, type RunningRole, sql, startRole } from '#platform';
import type { DataPartLine, Participant, ParticipantDirectory, Signer } from '#protocol';
import { dataUserGatewayRole } from '../data-user-gateway.role.ts';
import { GatewayClient } from './gateway-client.ts';
import { ManagerUnderTest } from './manager-under-test.ts';
import { ProviderUnderTest } from './provider-under-test.ts';

/** What the testing library offers, as far as it is needed here: the spec brings it along. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly clock: Clock;
  readonly registry: {
    readonly url: string;
    readonly rootsFile: string;
    participants: Participant[];
    publish(): Promise<string>;
    enrol(url: string): Promise<Participant>;
  };
  readonly members: Readonly<Record<'manager' | 'provider', Member>>;
}

interface Member {
  participant: Participant;
  readonly signers: { readonly message: Signer; readonly statement: Signer; readonly 'access-token': Signer };
}

const rows = sql(
  'rows-of-consent',
  `SELECT (SELECT count(*) FROM received_parts WHERE consent_id = $1) AS parts,
     (SELECT count(*) FROM consent_keys WHERE consent_id = $1) AS keys,
     (SELECT count(*) FROM data_sessions WHERE consent_id = $1
       AND (recipient_key IS NOT NULL OR access_token IS NOT NULL)) AS secrets`,
);
const clearText = sql(
  'clear-text',
  `SELECT count(*) AS parts, count(*) FILTER (WHERE position('transactionId'::bytea IN ciphertext) > 0) AS clear
   FROM received_parts`,
);

export const gatewayId = 'https://lender.example';

/** A gateway with a manager and a provider around it, all of one small network. */
export class GatewayUnderTest {
  private running: RunningRole | undefined;
  client: GatewayClient | undefined;

  private constructor(
    readonly around: Surroundings,
    readonly manager: ManagerUnderTest,
    readonly provider: ProviderUnderTest,
  ) {}

  static async start(around: Surroundings, settings: Record<string, string> = {}): Promise<GatewayUnderTest> {
    const { registry, members, clock } = around;
    const participants: ParticipantDirectory = {
      findParticipant: (id) => registry.participants.find((one) => one.id === id),
      findKey: (id, kid) => registry.participants.find((one) => one.id === id)?.keys.find((key) => key.kid === kid),
    };
    const identity = ({ participant, signers }: Member) => ({
      ...{ id: participant.id, signers, participants },
      now: () => clock.now(),
    });
    const manager = new ManagerUnderTest(identity(members.manager));
    const provider = new ProviderUnderTest(identity(members.provider));
    await manager.listen();
    await provider.listen();
    registry.participants = [
      at(members.manager.participant, 'consent-manager', manager.url),
      at(members.provider.participant, 'data-provider', provider.url),
    ];
    await registry.publish();
    const gateway = new GatewayUnderTest(around, manager, provider);
    manager.providers = [provider.self.id];
    await gateway.startRole(settings);
    return gateway;
  }

  get app(): RunningRole['app'] {
    if (this.running === undefined) throw new Error('the gateway is not running');
    return this.running.app;
  }

  get role(): RunningRole {
    if (this.running === undefined) throw new Error('the gateway is not running');
    return this.running;
  }

  get api(): GatewayClient {
    if (this.client === undefined) throw new Error('the gateway is not running');
    return this.client;
  }

  async startRole(settings: Record<string, string> = {}): Promise<void> {
    this.running = await this.startReplica(settings);
    await this.around.registry.enrol(this.running.url);
    this.client = await this.clientOf(this.running);
    this.manager.gateway = { id: gatewayId, url: this.running.url };
  }

  /** One more process of the same deployment: the same database, keys and settings. */
  startReplica(settings: Record<string, string> = {}): Promise<RunningRole> {
    const { databaseUrl, folder, registry, clock } = this.around;
    const env = {
      ...{ PARTICIPANT_ID: gatewayId, PARTICIPANT_NAME: 'The lender', PORT: '0', DATABASE_URL: databaseUrl },
      ...{ KEYS_FOLDER: join(folder, 'gateway', 'keys'), API_KEY_FILE: this.apiKeyFile, NETWORK_IS_LOCAL: 'true' },
      ...{ TRUST_LIST_URL: registry.url, TRUST_ROOTS_FILE: registry.rootsFile },
      ...{ TRUST_LIST_CACHE_FILE: join(folder, 'gateway', 'trust-list.jwt'), LOG_FILE: join(folder, 'gateway.log') },
      ...{ FETCH_SWEEP_SECONDS: '1', STOP_TIMEOUT_SECONDS: '1', TRUST_LIST_REFRESH_SECONDS: '1', ...settings },
    };
    return startRole(dataUserGatewayRole, env, { clock });
  }

  clientOf({ url }: RunningRole): Promise<GatewayClient> {
    return GatewayClient.open(url, this.apiKeyFile);
  }

  private get apiKeyFile(): string {
    return join(this.around.folder, 'gateway', 'api.key');
  }

  async stopRole(): Promise<void> {
    await this.running?.stop();
  }

  async stop(): Promise<void> {
    await this.stopRole();
    await this.manager.stop();
    await this.provider.stop();
  }

  /** What is left of a consent in the tables. */
  async rowsOf(consentId: string): Promise<{ parts: number; keys: number; secrets: number }> {
    const [row] = await this.app
      .get(Database)
      .read<{ parts: number; keys: number; secrets: number }>(rows, [consentId]);
    return row ?? { parts: -1, keys: -1, secrets: -1 };
  }

  /** Parts that are kept, and those that show a word of what is in every record. */
  async databaseCounts(): Promise<{ parts: number; clear: number }> {
    const [row] = await this.app.get(Database).read<{ parts: number; clear: number }>(clearText);
    return row ?? { parts: -1, clear: -1 };
  }

  /** The terms of a consent that covers bank statements of the last year, begun an hour ago. */
  terms(changes: Partial<ConsentTerms> = {}): ConsentTerms {
    const now = this.around.clock.now();
    return { ...standardTerms(now), ...changes };
  }

  /** Asks, has it approved, and waits for nothing: the artefact is there when the event is answered. */
  async consented(changes: Partial<ConsentTerms> = {}): Promise<string> {
    const { body } = await this.api.post('/consent-requests', this.ask(changes));
    const { consentId, status } = await this.manager.approve(body.handle);
    if (status !== 202) throw new Error(`the artefact was answered ${status}`);
    return consentId;
  }

  ask(changes: Partial<ConsentTerms> = {}) {
    return {
      consentManager: this.manager.self.id,
      principal: 'asha@consent.example',
      terms: this.terms(changes),
      notice: { language: 'en', text: 'We look at your statements to decide on your loan.' },
      mayBeNarrowed: true,
    };
  }
}

function standardTerms(now: Instant): ConsentTerms {
  return {
    purpose: { code: 'credit-assessment', text: 'Your loan application' },
    dataTypes: [{ type: 'bank.transaction' }],
    dataRange: { from: addSeconds(now, -365 * 86_400), to: now },
    consentMode: 'STORE',
    fetchType: 'PERIODIC',
    frequency: { max: 10, per: 'DAY' },
    consentPeriod: { start: addSeconds(now, -3600), expiry: addSeconds(now, 30 * 86_400) },
    dataLife: 'PT6H',
    dataFilter: [],
    eraseOnRevocation: true,
  };
}

function at(participant: Participant, role: ParticipantRole, url: string): Participant {
  return { ...participant, endpoints: { [role]: url } };
}

/** Lines of one account, each record another. */
export function transactions(account: string, count: number, from = 0): DataPartLine[] {
  return Array.from({ length: count }, (_, index) => ({
    account,
    dataType: 'bank.transaction',
    record: {
      transactionId: `tx-${String(from + index).padStart(9, '0')}`,
      ...{ accountNumber: '••••1234', bookedAt: '2026-03-01T08:00:00.000Z', valueDate: '2026-03-02' },
      ...{ direction: 'DEBIT', amount: 12.5, currency: 'EUR', balanceAfter: -3.2, method: 'CARD' },
      ...{ counterparty: { name: 'Café ☕' }, reference: "the regular's table" },
    },
  }));
}
