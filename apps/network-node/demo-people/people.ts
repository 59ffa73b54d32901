import { createHash } from 'node:crypto';
import { SeededNumbers } from '../../data-provider-adapter/record-sources/seeded-numbers.ts';
import { namesByPlace } from './names.ts';

/** Someone who never was. */
export interface DemoPerson {
  /** UUID; the same person has the same one wherever she is known. */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly gender: 'female' | 'male';
  /** YYYY-MM-DD; all are grown up. */
  readonly birthDate: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47. */
  readonly language: string;
  /** Her own, below mail.example (RFC 2606: never anyone's). */
  readonly email: string;
  /** Her own, E.164, of a range kept free for fiction; absent once these are used up. */
  readonly tel?: string;
}

/** People from all over the world, the same for the same seed; more of them begin with the same ones. */
export function generatePeople(seed: string, count: number): DemoPerson[] {
  return Array.from({ length: count }, (_, n) => generatePerson(seed, n));
}

function generatePerson(seed: string, n: number): DemoPerson {
  const numbers = new SeededNumbers(seed, 'person', n);
  const names = numbers.pick(namesByPlace);
  const gender = numbers.chance(0.5) ? 'female' : 'male';
  const given = numbers.pick(names[gender]);
  const family = numbers.pick(names.family);
  const born = new Date(Date.UTC(numbers.whole(1938, 2004), numbers.whole(0, 11), numbers.whole(1, 28)));
  const tel = fictionalTel(n);
  return {
    id: seededUuid(seed, 'person', n),
    given,
    family,
    gender,
    birthDate: born.toISOString().slice(0, 10),
    city: names.city,
    country: names.country,
    language: names.language,
    email: `${asciiLetters(given)}.${asciiLetters(family)}${n + 1}@mail.example`,
    ...(tel === undefined ? {} : { tel }),
  };
}

/** An id in the form of a UUID (version 8, RFC 9562: by our own rule), the same for the same names. */
export function seededUuid(...names: ReadonlyArray<string | number>): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  const variant = 'ab89'[Number.parseInt(hex.charAt(16), 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const areaCodes = [202, 212, 213, 303, 305, 312, 404, 415, 503, 512, 602, 612, 617, 702, 713, 801, 808, 901, 904, 907];

/** The North American numbers 555-0100 to 555-0199 are set aside for fiction. */
function fictionalTel(n: number): string | undefined {
  const areaCode = areaCodes[Math.floor(n / 100)];
  return areaCode === undefined ? undefined : `+1${areaCode}55501${String(n % 100).padStart(2, '0')}`;
}

const plain: Record<string, string> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss' };

function asciiLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ıłđøß]/g, (letter) => plain[letter] ?? '')
    .replace(/[^a-z]/g, '');
}
