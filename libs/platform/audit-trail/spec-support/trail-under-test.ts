import { join } from 'node:path';
import type { ParticipantRole } from '#domain';
import { createTestFolder, createTestSchema, HandSetClock } from '#testing';
import { KeyRing } from '../../keys/key-ring.ts';
import type { NetworkOptions } from '../../participant/network-options.ts';
import type { RoleSettings } from '../../settings/role-settings.ts';
import { AuditTrail, type TrailNote } from '../audit-trail.ts';
import { CheckpointSigner } from '../checkpoint-signer.ts';
import { EntryMac, TRAIL_SECRET } from '../entry-mac.ts';
import { LostEntries } from '../lost-entries.ts';
import { OwnCheckpoints, ownContext } from '../own-checkpoints.ts';
import type { Ask } from '../trail-broken.ts';
import { TrailCheck } from '../trail-check.ts';
import { TrailFaults } from '../trail-faults.ts';
import { TrailProofs } from '../trail-proofs.ts';
import { TrailSealer } from '../trail-sealer.ts';
import { trailEntities, trailMigrations } from '../trail-tables.ts';
import { UnsealedEntries } from '../unsealed-entries.ts';
import { type Stand, verifyTrail } from '../verify-trail.ts';

const settings = {
  PARTICIPANT_ID: 'https://bank.example',
  AUDIT_TRAIL: true,
  NETWORK_IS_LOCAL: true,
  TRAIL_CHECKPOINT_SECONDS: 10,
} as RoleSettings;

/** A trail over a real database, without timers, and a superuser who can do as he likes. */
export async function trailUnderTest(role: ParticipantRole = 'data-provider') {
  const options: NetworkOptions = { role: 'data-provider-adapter', listedRoles: [role], keyUses: ['statement'] };
  const schema = await createTestSchema({ entities: trailEntities, migrations: trailMigrations });
  const folder = await createTestFolder();
  const keyRing = await KeyRing.open({
    folder: join(folder.path, 'keys'),
    uses: ['statement', 'trust-list'],
    secrets: [TRAIL_SECRET],
  });
  const clock = new HandSetClock();
  const { database } = schema;
  const mac = new EntryMac(keyRing);
  const own = new OwnCheckpoints(keyRing, clock, options, settings);
  const faults = new TrailFaults(database, clock);

  /** A process of the role: what it keeps in memory is its own. */
  const startProcess = (changed: Partial<RoleSettings> = {}) => {
    const unsealed = new UnsealedEntries();
    const check = new TrailCheck(own);
    const trail = new AuditTrail(database, mac, unsealed, clock, { ...settings, ...changed });
    const sealer = new TrailSealer(database, mac, check, unsealed, clock, faults);
    const signer = new CheckpointSigner(database, check, own, clock, settings);
    const lost = new LostEntries(database, unsealed, faults, clock);
    return { trail, sealer, signer, lost };
  };
  const process = startProcess();
  const ask: Ask = (statement, values) => database.read(statement, values);
  const superuser = (text: string, values: unknown[] = []) => schema.dataSource.query(text, values);

  return {
    ...process,
    database,
    clock,
    own,
    faults,
    folder: folder.path,
    proofs: new TrailProofs(database),
    superuser,
    dataSource: schema.dataSource,
    startProcess,
    async write(...notes: TrailNote[]): Promise<string[]> {
      return database.transaction(async (tx) => process.trail.write(tx, ...notes));
    },
    /** So many entries, sealed and signed. */
    async grow(entries: number): Promise<void> {
      const notes = Array.from({ length: entries }, (_, n): TrailNote => ({ act: 'data.released', records: n }));
      for (let n = 0; n < entries; n += 10_000) await this.write(...notes.slice(n, n + 10_000));
      await this.sealAndSign();
    },
    async sealAndSign(): Promise<void> {
      // A round has an end, though more may wait.
      for (let round = 0; round < 2; round++) await process.sealer.seal();
      clock.advance(11);
      await process.signer.signIfDue();
    },
    context: () => ownContext(settings.PARTICIPANT_ID, role, keyRing.keys()),
    async newest(): Promise<Stand & { token: string }> {
      const { token } = await this.proofs.checkpoint();
      const { size, root, head } = await own.verify(token);
      return { size, root, head, token, keptBy: 'https://witness.example' };
    },
    verify(...witnessed: Stand[]) {
      return verifyTrail({ ask, witnessed, verifyOwn: (token) => own.verify(token) });
    },
    async faultsFound(): Promise<{ kind: string; detail: string }[]> {
      return superuser('SELECT kind, detail FROM trail_faults ORDER BY kind, detail');
    },
    async drop(): Promise<void> {
      await schema.drop();
      await folder.remove();
    },
  };
}

export type TrailUnderTest = Awaited<ReturnType<typeof trailUnderTest>>;
