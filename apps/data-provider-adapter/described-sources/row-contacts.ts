import type { VerifiedIdentifier } from '../record-sources/record-source.ts';
import type { Row } from './row-record.ts';

/** Reads accounts and their contacts out of rows; a row that names no account is nobody's. */
export function contactsOf(accountColumn: string, emailColumn: string, telColumn: string) {
  return (row: Row): Array<[account: string, contacts: VerifiedIdentifier[]]> => {
    const account = row[accountColumn];
    if (!account) return [];
    const [email, tel] = [row[emailColumn], row[telColumn]];
    const contacts: VerifiedIdentifier[] = [];
    if (email) contacts.push({ kind: 'email', value: email });
    if (tel) contacts.push({ kind: 'tel', value: tel });
    return [[account, contacts]];
  };
}
