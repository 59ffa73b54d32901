import { z } from 'zod';

const identifierLike = /^[a-z][a-z0-9-]{0,30}$/;
const plainText = z.string().min(1).max(10_000);

/** Of a source: what `assent source try` calls it, and what its accounts' keys begin with. */
export const sourceName = z
  .string()
  .regex(identifierLike, 'a name is of lower-case letters, digits and -, at most 31, and begins with a letter');

/** A path; where it is relative, from the folder of the sources file. */
export const path = plainText;

export const milliseconds = (preset: number) => z.int().min(100).max(600_000).default(preset);

/** Steps into JSON, joined by dots: `meta.next`. */
export const dotted = z
  .string()
  .max(500)
  .regex(/^[^.]+(\.[^.]+)*$/, 'names joined by dots')
  .refine((text) => !text.split('.').includes('__proto__'), 'not a name');

/** From the account's key to the one its records are kept under: `Patient/{account}`. */
const key = z
  .string()
  .max(200)
  .refine((text) => text.split('{account}').length === 2, 'must hold {account} once')
  .default('{account}');

/** What every data type of every kind of source says. */
export const everyDataType = {
  schema: plainText.describe('The schema its records must fit, as the catalogue of data types names it.'),
  key: key.describe('The key its records are kept under.'),
};

const countryCallingCode = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'e.g. "44"')
  .optional()
  .describe('Of national telephone numbers on record.');

/** What is said of accounts wherever they are looked up. */
export const everyAccounts = { countryCallingCode };

/** Who has which account, beside the source. */
export const contactsFile = z.strictObject({
  contactsFile: path.describe('JSON { "<account>": { "email", "tel" } }.'),
  ...everyAccounts,
});

export const label = z.string().min(1).max(60).default('Account').describe('What the person is shown before its end.');

/** The column of rows that says whose they are. */
export const accountColumn = plainText.default('account');
/** The column that holds the whole record as JSON; where absent, each column is a field. */
export const jsonColumn = plainText.optional();
