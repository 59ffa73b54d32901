import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readJsonText } from '#protocol';
import type { VerifiedIdentifier } from './record-source.ts';

const contacts = z
  .record(
    z.string(),
    z.strictObject({
      email: z.email().optional(),
      tel: z
        .string()
        .regex(/^\+\d{6,15}$/)
        .optional(),
    }),
  )
  .describe('Contacts per person: her id in the institution -> { email, tel }');

/** A person's id in the institution -> her contacts on record, in order of preference. */
export type ContactsOnRecord = ReadonlyMap<string, readonly VerifiedIdentifier[]>;

/** @throws where the file cannot be read or, never quoting a contact, is none */
export async function readContactsFile(path: string): Promise<ContactsOnRecord> {
  return parseContacts(await readFile(path, 'utf8'));
}

/** @throws never quoting a contact: where the text is not a JSON object of `{ "<id>": { "email": "…", "tel": "+…" } }` */
export function parseContacts(text: string): ContactsOnRecord {
  const parsed = contacts.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(`contacts file is not { "<id>": { "email"?, "tel"? } }: ${parsed.error.issues.length} mistakes`);
  return new Map(
    Object.entries(parsed.data).map(([id, { email, tel }]) => [
      id,
      [
        ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
        ...(tel === undefined ? [] : [{ kind: 'tel' as const, value: tel }]),
      ],
    ]),
  );
}

function parseJson(text: string): unknown {
  const read = readJsonText(text);
  if ('mistake' in read) throw new Error(`contacts file ${read.mistake}`);
  return read.value;
}
