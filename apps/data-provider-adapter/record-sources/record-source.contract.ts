import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordSchemas, recordDate, withinRange } from '#platform';
import { normaliseContact } from './contact.ts';
import type { RecordQuery, RecordSource, VerifiedIdentifier } from './record-source.ts';

export interface SourceUnderContract {
  readonly source: RecordSource;
  /** Someone the source knows, with at least three records of the type. */
  readonly known: VerifiedIdentifier;
  readonly dataType: string;
  readonly stop?: () => Promise<void>;
}

const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };

/** All of a read at once, as only a test may hold it. */
export async function collect(records: AsyncIterable<unknown>): Promise<unknown[]> {
  const collected: unknown[] = [];
  for await (const record of records) collected.push(record);
  return collected;
}

/** What every record source owes those who read it. Each adapter's spec runs this. */
export function recordSourceContract(name: string, start: () => Promise<SourceUnderContract>): void {
  describe(`${name} keeps the contract of a record source`, () => {
    const schemas = RecordSchemas.load();
    let contract: SourceUnderContract;
    let query: RecordQuery;
    const read = (changes: Partial<RecordQuery> = {}) => collect(contract.source.readRecords({ ...query, ...changes }));
    const catalogued = () => {
      const dataType = schemas.catalogue.get(contract.dataType);
      if (dataType === undefined) throw new Error(`${contract.dataType} is not catalogued`);
      return dataType;
    };

    beforeAll(async () => {
      contract = await start();
      const [account] = await contract.source.findAccounts([contract.known]);
      query = { accountKey: account?.accountKey ?? '', dataType: contract.dataType, ...always };
    });
    afterAll(async () => {
      await contract.source.close();
      await contract.stop?.();
    });

    it('finds the accounts of a contact on record', async () => {
      const accounts = await contract.source.findAccounts([contract.known]);
      expect(accounts.length).toBeGreaterThan(0);
      for (const account of accounts) {
        expect(normaliseContact(account.contact)).toBe(normaliseContact(contract.known));
        expect(contract.source.dataTypes).toEqual(expect.arrayContaining([...account.dataTypes]));
        expect(account.label).not.toContain(account.accountKey);
      }
    });

    it('names the same accounts once, whoever asks again and however often the contact is named', async () => {
      const once = await contract.source.findAccounts([contract.known]);
      expect(await contract.source.findAccounts([contract.known, contract.known])).toEqual(once);
    });

    it('is not waited for once nobody wants to know', async () => {
      const reason = new Error('no longer wanted');
      const asked = contract.source.findAccounts([contract.known], AbortSignal.abort(reason));
      await expect(asked).rejects.toBe(reason);
    });

    it('knows no strangers', async () => {
      const strangers = [
        { kind: 'email', value: 'nobody.at.all@mail.example' },
        { kind: 'tel', value: '+442079460000' },
      ] as const;
      expect(await contract.source.findAccounts(strangers)).toEqual([]);
      expect(await contract.source.findAccounts([])).toEqual([]);
    });

    it('catalogues what it can hold', () => {
      expect(contract.source.dataTypes).toContain(contract.dataType);
      for (const type of contract.source.dataTypes) expect(schemas.catalogue.has(type)).toBe(true);
    });

    it('reads records that fit their schema', async () => {
      const records = await read();
      expect(records.length).toBeGreaterThan(2);
      expect(records.map((record) => schemas.checkRecord(contract.dataType, record))).toEqual(
        records.map(() => undefined),
      );
    });

    it('reads in the same order every time, also twice at once', async () => {
      const first = await read();
      expect(await Promise.all([read(), read()])).toEqual([first, first]);
    });

    it('can be left in the middle and read again', async () => {
      const first = await read();
      for await (const record of contract.source.readRecords(query)) {
        expect(record).toEqual(first[0]);
        break;
      }
      expect(await read()).toEqual(first);
    });

    it('leaves out nothing that is dated within the range', async () => {
      const records = await read();
      const dates = records.map((record) => recordDate(record, catalogued())).filter((date) => date !== undefined);
      const middle = dates.toSorted()[Math.floor(dates.length / 2)] ?? always.to;
      for (const range of [
        { from: always.from, to: middle },
        { from: middle, to: always.to },
      ]) {
        const within = withinRange(catalogued(), range);
        expect((await read(range)).filter(within)).toEqual(records.filter(within));
      }
    });

    it('has nothing for an unknown account or type', async () => {
      expect(await read({ accountKey: 'no-such-account' })).toEqual([]);
      expect(await read({ dataType: 'fhir-r4.no-such-type' })).toEqual([]);
    });

    it('stops with the reason of the signal', async () => {
      const reason = new Error('no longer wanted');
      await expect(read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
