import { type DataRange, toInstant } from '#domain';
import { canonicalJson, sha256Base64url } from '#protocol';
import { GeneratedStatementsSource } from '../../apps/data-provider-adapter/record-sources/generated-statements-source.ts';
import type { ReceivedRecord } from '../../apps/network-node/clients/data-user-client.ts';
import { customerOf, statementsSeed } from './fault-members.ts';
import { bookingsOf, fundAccountsOf } from './ledger.ts';

const digestOf = (dataType: string, record: object) => sha256Base64url(`${dataType} ${canonicalJson(record)}`);

/** Of each record as it is handed out, sorted; two of the same stand there twice. */
export async function digestsOf(records: AsyncIterable<ReceivedRecord> | Iterable<ReceivedRecord>): Promise<string[]> {
  const digests: string[] = [];
  for await (const { dataType, record } of records) digests.push(digestOf(dataType, record));
  return digests.sort();
}

/** Of what the bank's own system holds about this person: every transaction of the range, whole. */
export async function digestsAtSource(seed: number, { from, to }: DataRange): Promise<string[]> {
  const { id, email } = customerOf(seed);
  const contact = { kind: 'email', value: email } as const;
  const source = new GeneratedStatementsSource({
    seed: statementsSeed,
    holders: new Map([[id, [contact]]]),
    currency: 'EUR',
    asOf: () => toInstant(Date.now()),
  });
  const dataType = 'bank.transaction';
  const digests: string[] = [];
  for (const { accountKey } of await source.findAccounts([contact])) {
    for await (const record of source.readRecords({ accountKey, dataType, from, to })) {
      digests.push(digestOf(dataType, record as object));
    }
  }
  return digests.sort();
}

/** Of what the fund's own system holds about this person. */
export const digestsAtFund = (seed: number): string[] =>
  fundAccountsOf(seed)
    .flatMap(bookingsOf)
    .map((record) => digestOf('bank.transaction', record));
