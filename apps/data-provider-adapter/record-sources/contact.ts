import type { VerifiedIdentifier } from './record-source.ts';

/** One spelling per address: what a record writes as `Ana@Mail.Example` or `(555) 010-0123` can then be compared. */
export function normaliseContact(contact: VerifiedIdentifier, countryCallingCode?: string): string {
  const value = contact.value.trim();
  if (contact.kind === 'email') return `email:${value.toLowerCase()}`;
  return `tel:${normaliseTel(value, countryCallingCode)}`;
}

function normaliseTel(value: string, countryCallingCode: string | undefined): string {
  const digits = value.replace(/^tel:/i, '').replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  // a number without its country is only someone's number where the institution says which country it means
  return countryCallingCode === undefined ? digits : `+${countryCallingCode}${digits.replace(/^0/, '')}`;
}
