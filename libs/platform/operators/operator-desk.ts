import type { Instant } from '#domain';
import { EntryMac, TRAIL_SECRET } from '../audit-trail/entry-mac.ts';
import { prepareEntries } from '../audit-trail/prepare-entries.ts';
import { SideConnection } from '../database/side-connection.ts';
import { sql } from '../database/statement.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { OPERATOR_SECRET, OperatorBook } from './operator-book.ts';

const begin = sql('begin', 'BEGIN');
const commit = sql('commit', 'COMMIT');
const rollback = sql('rollback', 'ROLLBACK');

export interface OperatorDeskPlace {
  readonly url: string;
  readonly schema: string;
  readonly keysFolder: string;
  /** AUDIT_TRAIL of the role. */
  readonly keepsTrail: boolean;
}

/**
 * Who operates a node, on its machine: by its database and keys, whether or not it runs. What is done goes into its audit
 * trail, without an operator's name; a running role seals it. Every method throws what PostgreSQL or the files say.
 */
export class OperatorDesk {
  private readonly connection: SideConnection;

  private constructor(
    private readonly place: OperatorDeskPlace,
    private readonly keyRing: KeyRing,
    private readonly now: () => Instant,
  ) {
    this.connection = new SideConnection({ url: place.url, schema: place.schema, name: 'assent operators' });
  }

  static async at(place: OperatorDeskPlace, now: () => Instant): Promise<OperatorDesk> {
    const secrets = [TRAIL_SECRET, OPERATOR_SECRET];
    return new OperatorDesk(place, await KeyRing.open({ folder: place.keysFolder, uses: [], secrets }), now);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** All of it, or nothing. */
  async inBook<T>(work: (book: OperatorBook) => Promise<T>): Promise<T> {
    await this.connection.ask(begin, []);
    try {
      const done = await work(this.book());
      await this.connection.ask(commit, []);
      return done;
    } catch (error) {
      await this.connection.ask(rollback, []).catch(() => undefined);
      throw error;
    }
  }

  private book(): OperatorBook {
    const [now, mac] = [this.now(), new EntryMac(this.keyRing)];
    return new OperatorBook({
      ask: (statement, values) => this.connection.ask(statement, values),
      note: (note) => prepareEntries(this.place.keepsTrail ? [note] : [], now, mac).values,
      secret: this.keyRing.secret(OPERATOR_SECRET),
      now,
    });
  }
}
