import { join } from 'node:path';
import { addDuration, type ConsentTerms } from '#domain';
import { findEmbeddedPostgres } from '#embedded-postgres';
import { CheckpointLinks, OutboxSweep } from '#platform';
import type { ConsentAsk, DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { loanAsk, visitAsk } from '../../apps/network-node/demo/asks.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import type { DemoProcess } from './demo-process.ts';
import { withoutJobs } from './troubled-members.ts';
import { TroubledNetwork } from './troubled-network.ts';

const [hour, day] = [3600, 86_400];
/** At the end it is now, or pages that count from now would show nonsense. */
const [long, later, lately] = [3 * day, 1.5 * day, (5 / 6) * hour];
const trailTables = ['trail_entries', 'trail_tiles', 'trail_checkpoints', 'trail_witnesses'];

interface Keys {
  readonly keys: readonly {
    readonly use: string;
    readonly state: string;
    readonly listed: { retiredAt?: string } | null;
  }[];
}
interface Counted {
  readonly events: { readonly waiting: number; readonly dead: number };
}

/** A network in which all is amiss that an operator may ever have to see. */
export async function bringTrouble({ here }: DemoProcess, cleanUp: CleanUp): Promise<TroubledNetwork> {
  const server = await findEmbeddedPostgres(join(here.demoFolder, 'postgres'));
  if (server === undefined) throw new Error('the PostgreSQL of the demo does not run');
  const network = await TroubledNetwork.start(server, join(here.home, 'troubled'), long, cleanUp);
  const { clock } = network;
  const person = await network.signInPerson();
  await network.linkAccounts(person);
  const lender = network.dataUser('lender');
  const rival = network.dataUser('rival');
  await fetchUnder(network, person, lender, loanAsk, 'COMPLETED');
  const loan = await fetchUnder(network, person, rival, loanAsk, 'COMPLETED');
  // A source that nobody answers for.
  const visit = await fetchUnder(network, person, rival, visitAsk, 'FAILED');

  const backedUp = trailTables.map((name) => `CREATE TABLE bank.old_${name} AS TABLE bank.${name}`);
  await network.inDatabase(...backedUp);
  await fetchUnder(network, person, lender, loanAsk, 'COMPLETED');
  await startRotation(network, 'statement');
  // From here on nobody erases at the lender, and nobody hears at the rival.
  await Promise.all([network.stopRole('lender'), network.stopRole('rival')]);
  await network.startRole('lender', withoutJobs);
  await person.revoke(loan);
  await network.until('an event that waits', async () => (await events(network)).waiting > 0);

  clock.turn(long - later);
  await network.renewList();
  await network.until('a new key', async () => (await keys(network)).some(({ state }) => state === 'retired'));
  clock.turn(later - lately);
  await network.renewList();
  await network.until('an old key that is retired', async () =>
    (await keys(network)).some(({ listed }) => listed?.retiredAt !== undefined),
  );
  await network.roleOf('saathi').app.get(OutboxSweep, { strict: false }).forget();
  // Her first session has ended long ago.
  await (await network.signInPerson()).revoke(visit);
  await network.until('events given up', async () => (await events(network)).dead > 0);
  await startRotation(network, 'message');
  await restoreOldTrail(network);
  await breakTrail(network);
  clock.turn(lately);
  // Nothing is amiss with it: but it waits.
  await network.asAdmin('bank', 'POST', '/operator/invitations', { name: 'Ravi of the bank', may: 'operator' });
  return network;
}

/** As she is asked at this moment of the network. @returns the consent as she knows it */
async function fetchUnder(
  { clock, idOf }: TroubledNetwork,
  person: PersonClient,
  dataUser: DataUserClient,
  askOf: (asked: { consentManager: string; principal: string }) => ConsentAsk,
  state: string,
): Promise<string> {
  const ask = askOf({ consentManager: idOf('saathi'), principal: (await person.me()).principal });
  const now = clock.now();
  const terms: ConsentTerms = {
    ...ask.terms,
    dataRange: { from: addDuration(now, 'P1Y', -1), to: now },
    consentPeriod: { start: now, expiry: addDuration(now, 'P7D') },
    dataLife: 'P1D',
  };
  const { id, handle = '' } = await dataUser.ask({ ...ask, terms });
  const consent = await person.approve(handle);
  const { consentId = '' } = await dataUser.asked(id, 20);
  const fetched = await dataUser.fetch({ consentId }, { waitSeconds: 30 });
  if (fetched.state !== state) throw new Error(`in the troubled network a fetch is ${fetched.state}, not ${state}`);
  return consent.id;
}

const keys = async (network: TroubledNetwork) => (await network.asAdmin<Keys>('bank', 'GET', '/operator/keys')).keys;
const events = async (network: TroubledNetwork) =>
  (await network.asAdmin<Counted>('saathi', 'GET', '/operator/overview')).events;

async function startRotation(network: TroubledNetwork, use: string): Promise<void> {
  await network.asAdmin('bank', 'POST', '/operator/keys/rotate', { use });
  await network.until(`the next key for ${use}`, async () =>
    (await keys(network)).some((key) => key.use === use && key.state === 'next' && key.listed !== null),
  );
}

/** The bank's database is put back to a backup: its witnesses have seen more, and find its trail to be another. */
async function restoreOldTrail(network: TroubledNetwork): Promise<void> {
  await network.stopRole('bank');
  const restored = trailTables.flatMap((name) => [
    `DELETE FROM bank.${name}`,
    `INSERT INTO bank.${name} TABLE bank.old_${name}`,
  ]);
  await network.inDatabase(...restored);
  await network.startRole('bank');
  await network.until('a trail that contradicts itself', async () => {
    await network.signIn('bank');
    await network.roleOf('registry').app.get(CheckpointLinks, { strict: false }).look();
    type Flow = { trails: { agrees: boolean | null }[] };
    const { trails } = await network.asAdmin<Flow>('registry', 'GET', '/operator/flow');
    return trails.some(({ agrees }) => agrees === false);
  });
}

/** Somebody takes the newest entry out of the consent manager's trail. */
async function breakTrail(network: TroubledNetwork): Promise<void> {
  await network.inDatabase(
    'DELETE FROM saathi.trail_entries WHERE index = (SELECT max(index) FROM saathi.trail_entries)',
  );
  await network.until('a trail that is broken, with a witness that is away,', async () => {
    await network.signIn('saathi');
    type Trail = { faults: unknown[]; witnesses: { unheardSince: string | null }[] };
    const { faults, witnesses } = await network.asAdmin<Trail>('saathi', 'GET', '/operator/trail');
    return faults.length > 0 && witnesses.some(({ unheardSince }) => unheardSince !== null);
  });
}
