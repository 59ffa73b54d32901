import { normaliseContact } from './contact.ts';
import { maskedLabel } from './masked-label.ts';
import type { SourceAccount, VerifiedIdentifier } from './record-source.ts';

export interface AccountsAbout {
  /** What kind of account it is, as shown to the person in front of its masked key. */
  readonly label: string;
  readonly dataTypes: readonly string[];
  /** e.g. `1` or `44`: what national telephone numbers on record are numbers of. */
  readonly countryCallingCode?: string | undefined;
}

/** Those accounts, of what an institution's system named, whose contact on record really is one that was asked for. */
export function accountsAmong(
  onRecord: Iterable<readonly [account: string, contacts: readonly VerifiedIdentifier[]]>,
  asked: readonly VerifiedIdentifier[],
  { label, dataTypes, countryCallingCode }: AccountsAbout,
): SourceAccount[] {
  const wanted = new Set(asked.map((identifier) => normaliseContact(identifier)));
  const found = new Map<string, SourceAccount>();
  if (wanted.size === 0) return [];
  for (const [accountKey, contacts] of onRecord) {
    const contact = contacts.find((point) => wanted.has(normaliseContact(point, countryCallingCode)));
    if (contact === undefined || found.has(accountKey)) continue;
    const normalised = normaliseContact(contact, countryCallingCode);
    const value = contact.kind === 'tel' ? normalised.slice('tel:'.length) : contact.value;
    found.set(accountKey, {
      accountKey,
      label: maskedLabel(label, accountKey),
      dataTypes,
      contact: { kind: contact.kind, value },
    });
  }
  return [...found.values()];
}
