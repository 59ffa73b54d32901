import { RecordSource, type SourceAccount, type VerifiedIdentifier } from '../record-sources/record-source.ts';

export const mara: VerifiedIdentifier = { kind: 'email', value: 'mara@mail.example' };
export const olek: VerifiedIdentifier = { kind: 'email', value: 'olek@mail.example' };

type Records = (skip: AbortSignal | undefined) => AsyncIterable<unknown> | Iterable<unknown>;

/** An institution's system that holds what a test puts there. */
export class SampleSource extends RecordSource {
  readonly dataTypes = ['bank.transaction', 'bank.account-summary'];
  readonly accounts: SourceAccount[] = [];
  private readonly records = new Map<string, Records>();
  /** Records handed out so far. */
  read = 0;
  /** As files would say of themselves. */
  state = 'as it was';
  /** Comes before every answer on accounts. */
  search: (signal?: AbortSignal) => Promise<void> = async () => undefined;

  addAccount(accountKey: string, contact: VerifiedIdentifier, records: Records): void {
    this.accounts.push({ accountKey, label: `Account ••••${accountKey}`, dataTypes: this.dataTypes, contact });
    this.hold(accountKey, 'bank.transaction', records);
  }

  hold(accountKey: string, dataType: string, records: Records): void {
    this.records.set(`${accountKey} ${dataType}`, records);
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    await this.search(signal);
    return this.accounts.filter(({ contact }) => identifiers.some(({ value }) => value === contact.value));
  }

  async *readRecords(query: { accountKey: string; dataType: string; signal?: AbortSignal | undefined }) {
    for await (const record of this.records.get(`${query.accountKey} ${query.dataType}`)?.(query.signal) ?? []) {
      this.read += 1;
      yield record;
    }
  }

  override async stateOf(): Promise<string> {
    return this.state;
  }
}

export function transaction(n: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    transactionId: `tx-${String(n).padStart(9, '0')}`,
    accountNumber: '••••1234',
    bookedAt: '2026-03-01T08:00:00.000Z',
    direction: 'DEBIT',
    amount: n % 1000,
    currency: 'EUR',
    balanceAfter: 10,
    method: 'CARD',
    ...more,
  };
}

export function* transactions(count: number, more: Record<string, unknown> = {}): Iterable<unknown> {
  for (let n = 0; n < count; n += 1) yield transaction(n, more);
}
