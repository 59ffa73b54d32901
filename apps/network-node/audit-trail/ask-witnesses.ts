import { z } from 'zod';
import { isRefusal, type ParticipantRole } from '#domain';
import { PeerPools, readBounded, type Stand } from '#platform';
import { type TrailCheckpoint, type TrustList, type VerificationContext, verifyTrailCheckpoint } from '#protocol';

const AT_ONCE = 8;
/** Of a hundred copies each: a witness that has more, or never comes to an end, is named as not read to the end. */
const PAGES = 1000;
const PATIENCE_MS = 5000;
const ANSWER_BYTES = 1_048_576;

const answer = z.object({
  checkpoints: z.array(z.object({ token: z.string(), size: z.int(), agrees: z.boolean() })),
  more: z.boolean(),
});

/** A copy that a witness keeps, in this role's own signed words. */
export interface Copy extends Stand {
  /** By the witness's word: false where it contradicts another that it keeps, or was not proven to extend it. */
  readonly agrees: boolean;
}

export interface Witnesses {
  /** Addresses. */
  readonly asked: number;
  readonly answered: number;
  /** Those that did not. */
  readonly silent: readonly string[];
  /** Those that keep more than was read. */
  readonly unread: readonly string[];
  readonly copies: readonly Copy[];
}

export interface WhoseTrail {
  readonly id: string;
  readonly role: ParticipantRole;
  readonly isLocal: boolean;
  /** That knows the role's own keys. */
  readonly context: VerificationContext;
}

/** Asks all others of the trust list for the checkpoints they keep of this trail, at their listed addresses alone. */
export async function askWitnesses(list: TrustList | undefined, whose: WhoseTrail): Promise<Witnesses> {
  const others = (list?.participants ?? []).filter(({ id, status }) => id !== whose.id && status === 'active');
  const addresses = others.flatMap(({ id, endpoints }) =>
    [...new Set(Object.values(endpoints))].map((url) => ({ id, url })),
  );
  const asking = new Asking(whose);
  const [silent, unread]: [string[], string[]] = [[], []];
  try {
    for (let first = 0; first < addresses.length; first += AT_ONCE) {
      const some = addresses.slice(first, first + AT_ONCE).map(async ({ id, url }) => {
        const isWhole = await asking.ask(id, url).catch(() => undefined);
        if (isWhole === undefined) silent.push(id);
        else if (!isWhole) unread.push(id);
      });
      await Promise.all(some);
    }
  } finally {
    await asking.close();
  }
  const answered = addresses.length - silent.length;
  return { asked: addresses.length, answered, silent: silent.sort(), unread: unread.sort(), copies: asking.copies() };
}

class Asking {
  private readonly pools: PeerPools;
  /** Many keep the same: one of each is enough. */
  private readonly kept = new Map<string, Copy>();
  private readonly verified = new Map<string, TrailCheckpoint>();

  constructor(private readonly whose: WhoseTrail) {
    this.pools = new PeerPools(whose.isLocal);
  }

  /** The newest first, to the oldest. @returns whether all that it keeps was read */
  async ask(id: string, url: string): Promise<boolean> {
    const query = `issuer=${encodeURIComponent(this.whose.id)}&role=${this.whose.role}`;
    let before: number | undefined;
    for (let page = 0; page < PAGES; page++) {
      const place = new URL(`${url}/audit-trail/witnessed?${query}${before === undefined ? '' : `&before=${before}`}`);
      const { checkpoints, more } = answer.parse(await this.get(place));
      for (const { token, agrees } of checkpoints) await this.keep(id, token, agrees);
      const last = checkpoints.at(-1);
      if (!more || last === undefined) return !more;
      // Of the last size there may be others on the next page.
      const next = last.size + 1;
      if (before !== undefined && next >= before) return false;
      before = next;
    }
    return false;
  }

  copies(): Copy[] {
    return [...this.kept.values()];
  }

  close(): Promise<void> {
    return this.pools.close();
  }

  private async keep(keptBy: string, token: string, agrees: boolean): Promise<void> {
    const claims = this.verified.get(token) ?? (await verifyTrailCheckpoint(token, this.whose.context));
    // What this role did not sign proves nothing against it.
    if (isRefusal(claims) || claims.role !== this.whose.role) return;
    this.verified.set(token, claims);
    const { size, root, head } = claims;
    const key = `${size} ${root} ${head} ${agrees}`;
    if (!this.kept.has(key)) this.kept.set(key, { size, root, head, keptBy, agrees });
  }

  private async get(place: URL): Promise<unknown> {
    const { statusCode, body } = await this.pools.poolFor(place).request({
      method: 'GET',
      path: `${place.pathname}${place.search}`,
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
    const bytes = await readBounded(body, ANSWER_BYTES);
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  }
}
