import type { AccountOutcome, DataTypeTerm } from '#domain';
import type { LinkedAccount } from '../account-links/account-link.ts';
import type { SourceMark } from './source-mark.ts';

export interface TypeProgress {
  readonly dataType: string;
  /** Records taken from the source so far, whatever became of them: where a broken read goes on. */
  read: number;
  delivered: number;
  /** Did not fit, so never left. */
  refused: number;
  done: boolean;
  /** Of the source where reading broke off; nothing before the first part, and once all is read. */
  mark?: SourceMark | undefined;
}

export interface AccountProgress {
  readonly linkId: string;
  /** What the data user knows the account by. */
  readonly account: string;
  readonly label: string;
  readonly records: TypeProgress[];
  outcome?: AccountOutcome;
  reason?: string;
}

/** How far a session has been filled. Saved with each part, so that whoever goes on begins where the last part ends. */
export interface FillProgress {
  readonly accounts: AccountProgress[];
}

/** Every linked account, and of each the asked types it holds, in one fixed order. */
export function planFill(
  links: readonly LinkedAccount[],
  asked: readonly DataTypeTerm[],
  nameOf: (linkId: string) => string,
): FillProgress {
  const accounts = links.map(({ linkId, label, dataTypes }) => ({
    linkId,
    account: nameOf(linkId),
    label,
    records: asked
      .filter(({ type }) => dataTypes.includes(type))
      .map(({ type }) => ({ dataType: type, read: 0, delivered: 0, refused: 0, done: false })),
  }));
  return { accounts };
}

/** Records in parts so far, of each account and type in their order: kept with each part, so that it says what it took along. */
export function deliveredIn({ accounts }: FillProgress): number[] {
  return accounts.flatMap(({ records }) => records.map(({ delivered }) => delivered));
}

/**
 * Ends a reading before its time: what was not read, or read and never fetched, did not leave.
 * @param fetched as `deliveredIn`, with the last part that was fetched
 */
export function breakOffAt({ accounts }: FillProgress, fetched: readonly number[], reason: string): void {
  let at = 0;
  for (const account of accounts) {
    let isWhole = account.outcome !== undefined;
    for (const type of account.records) {
      const left = fetched[at] ?? 0;
      at += 1;
      if (left < type.delivered && account.outcome === 'DELIVERED') isWhole = false;
      type.delivered = left;
    }
    if (!isWhole) Object.assign(account, { outcome: 'DENIED', reason });
  }
}

/** How an account ended whose records were all read. */
export function concludeAccount({ records }: AccountProgress): { outcome: AccountOutcome; reason?: string } {
  const sum = (of: 'delivered' | 'refused') => records.reduce((total, type) => total + type[of], 0);
  if (sum('delivered') > 0) return { outcome: 'DELIVERED' };
  if (sum('refused') === 0) return { outcome: 'NO_DATA' };
  return { outcome: 'DENIED', reason: 'No record was in the form its data type prescribes.' };
}
