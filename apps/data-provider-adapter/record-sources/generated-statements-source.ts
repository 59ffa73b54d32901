import type { Instant } from '#domain';
import { normaliseContact } from './contact.ts';
import type { ContactsOnRecord } from './contacts-file.ts';
import {
  type AccountType,
  accountNumber,
  type GeneratedAccount,
  openedOn,
  savingsRatePerCent,
  transactions,
} from './generated-account.ts';
import { type RecordQuery, RecordSource, type SourceAccount, type VerifiedIdentifier } from './record-source.ts';

export interface GeneratedStatementsOptions {
  /** Same seed, same account holders, same statements. */
  readonly seed: string;
  /** The holders of the bank's accounts: their number there -> contacts on record. */
  readonly holders: ContactsOnRecord;
  /** ISO 4217, of every account. */
  readonly currency: string;
  /** Until when the accounts have been used; later is more of the same history. */
  readonly asOf: () => Instant;
}

const accountTypes: Record<AccountType, string> = { CURRENT: 'Current account', SAVINGS: 'Savings account' };

/** A bank that never was: years of plausible statements for its account holders, for demonstrations and trials. */
export class GeneratedStatementsSource extends RecordSource {
  readonly dataTypes = ['bank.account-summary', 'bank.transaction'];

  constructor(private readonly options: GeneratedStatementsOptions) {
    super();
  }

  async findAccounts(identifiers: readonly VerifiedIdentifier[], signal?: AbortSignal): Promise<SourceAccount[]> {
    signal?.throwIfAborted();
    const asked = new Set(identifiers.map((identifier) => normaliseContact(identifier)));
    return [...this.options.holders].flatMap(([holder, contacts]) => {
      const contact = contacts.find((point) => asked.has(normaliseContact(point)));
      if (contact === undefined) return [];
      return (['CURRENT', 'SAVINGS'] as const).map((type) => ({
        accountKey: `${holder}/${type}`,
        label: `${accountTypes[type]} ${accountNumber(this.account(holder, type))}`,
        dataTypes: this.dataTypes,
        contact,
      }));
    });
  }

  async *readRecords({ accountKey, dataType, from, to, signal }: RecordQuery): AsyncGenerator<unknown> {
    signal?.throwIfAborted();
    const [, holder = '', type] = /^(.*)\/(CURRENT|SAVINGS)$/s.exec(accountKey) ?? [];
    if (!this.options.holders.has(holder)) return;
    const account = this.account(holder, type as AccountType);
    if (dataType === 'bank.account-summary') yield this.summary(account);
    if (dataType !== 'bank.transaction') return;
    for (const transaction of transactions(account, this.options.asOf())) {
      signal?.throwIfAborted();
      if (transaction.bookedAt >= from && transaction.bookedAt < to) yield transaction;
    }
  }

  private account(holder: string, type: AccountType): GeneratedAccount {
    return { seed: this.options.seed, holder, type, currency: this.options.currency };
  }

  private summary(account: GeneratedAccount) {
    const asOf = this.options.asOf();
    let last: { balanceAfter: number; bookedAt: Instant } = { balanceAfter: 0, bookedAt: asOf };
    for (const transaction of transactions(account, asOf)) last = transaction;
    return {
      accountNumber: accountNumber(account),
      accountType: account.type,
      holderType: 'SINGLE',
      currency: account.currency,
      status: 'ACTIVE',
      openedOn: openedOn(account),
      balance: last.balanceAfter,
      // the moment of the last booking, not of the question: the same read gives the same record
      balanceAt: last.bookedAt,
      ...(account.type === 'SAVINGS' ? { interestRate: savingsRatePerCent } : { overdraftLimit: 2500 }),
    };
  }
}
