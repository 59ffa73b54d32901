import { createHash } from 'node:crypto';
import { type Instant, toInstant } from '#domain';
import { createHousehold, type Movement, monthOfLiving, raised } from './generated-household.ts';

export type AccountType = 'CURRENT' | 'SAVINGS';

/** One account of a generated holder. */
export interface GeneratedAccount {
  readonly seed: string;
  readonly holder: string;
  readonly type: AccountType;
  /** ISO 4217. */
  readonly currency: string;
}

/** A record of data type bank.transaction. */
export interface BankTransaction {
  readonly transactionId: string;
  readonly accountNumber: string;
  readonly bookedAt: Instant;
  readonly valueDate: string;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly amount: number;
  readonly currency: string;
  readonly balanceAfter: number;
  readonly method: string;
  readonly category: string;
  readonly counterparty: { readonly name: string };
  readonly reference: string;
}

const openingCents = 300_000;

export function accountNumber({ seed, holder, type }: GeneratedAccount): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, holder, type]))
    .digest();
  return `••••${String(digest.readUInt32BE(0) % 10_000).padStart(4, '0')}`;
}

export function openedOn({ seed, holder }: GeneratedAccount): string {
  const { openedYear, openedMonth } = createHousehold(seed, holder);
  return `${openedYear}-${String(openedMonth).padStart(2, '0')}-01`;
}

/**
 * Everything booked from the account's opening until `asOf`, oldest first. What was booked never changes: a later
 * `asOf` only adds to it.
 */
export function* transactions(account: GeneratedAccount, asOf: Instant): Generator<BankTransaction> {
  const home = createHousehold(account.seed, account.holder);
  let balance = 0;
  for (let month = home.openedYear * 12 + home.openedMonth - 1; ; month += 1) {
    const year = Math.floor(month / 12);
    const monthOfYear = (month % 12) + 1;
    const first = month === home.openedYear * 12 + home.openedMonth - 1 ? [opening] : [];
    const booked = [...first, ...movements(account, year, monthOfYear, balance)];
    for (const [n, movement] of booked.entries()) {
      const bookedAt = bookingTime(year, monthOfYear, movement.day, n);
      if (bookedAt > asOf) return;
      balance += movement.cents;
      yield record(account, movement, bookedAt, balance);
    }
  }
}

const opening: Movement = {
  day: 1,
  cents: openingCents,
  method: 'TRANSFER',
  category: 'OTHER',
  counterparty: 'Own account elsewhere',
  reference: 'Opening deposit',
};

function movements({ seed, holder, type }: GeneratedAccount, year: number, month: number, balance: number): Movement[] {
  const home = createHousehold(seed, holder);
  if (type === 'CURRENT') return monthOfLiving(seed, holder, home, year, month);
  const saved: Movement = {
    day: 2,
    cents: raised(home, home.saving, year),
    method: 'STANDING_ORDER',
    category: 'SAVINGS',
    counterparty: 'Own current account',
    reference: 'Monthly saving',
  };
  const cents = Math.round((Math.max(balance, 0) * savingsRatePerCent) / 100);
  const interest: Movement = {
    day: 28,
    cents,
    method: 'INTEREST',
    category: 'INTEREST',
    counterparty: 'The bank',
    reference: `Interest ${year}`,
  };
  return month === 12 && cents > 0 ? [saved, interest] : [saved];
}

export const savingsRatePerCent = 1.5;

/** In the order of a day's bookings, so that no two share a moment. */
function bookingTime(year: number, month: number, day: number, n: number): Instant {
  return toInstant(Date.UTC(year, month - 1, day, 7, n * 9, (day * 7) % 60));
}

function record(account: GeneratedAccount, movement: Movement, bookedAt: Instant, balance: number): BankTransaction {
  const digest = createHash('sha256').update(JSON.stringify([account.seed, account.holder, account.type, bookedAt]));
  return {
    transactionId: `tx-${digest.digest('hex').slice(0, 24)}`,
    accountNumber: accountNumber(account),
    bookedAt,
    valueDate: bookedAt.slice(0, 10),
    direction: movement.cents < 0 ? 'DEBIT' : 'CREDIT',
    amount: Math.abs(movement.cents) / 100,
    currency: account.currency,
    balanceAfter: balance / 100,
    method: movement.method,
    category: movement.category,
    counterparty: { name: movement.counterparty },
    reference: movement.reference,
  };
}
