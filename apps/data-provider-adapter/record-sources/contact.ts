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

/**
 * The spellings of one E.164 number that records hold most, for systems that compare letter by letter (FHIR R4,
 * 3.1.1.4.10, says they may).
 */
export function telSpellings(tel: string, countryCallingCode?: string): string[] {
  const digits = tel.replace(/\D/g, '');
  const both = [`+${digits}`, digits];
  if (countryCallingCode === undefined || !digits.startsWith(countryCallingCode)) return both;
  const national = digits.slice(countryCallingCode.length);
  const [, area, exchange, line] = /^(\d{3})(\d{3})(\d{4})$/.exec(national) ?? [];
  if (countryCallingCode !== '1' || area === undefined) return [...both, national, `0${national}`];
  return [...both, national, `${area}-${exchange}-${line}`, `(${area}) ${exchange}-${line}`];
}
