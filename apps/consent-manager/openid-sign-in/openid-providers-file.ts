import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { httpUrl, SettingsError } from '#platform';
import { readJsonText } from '#protocol';

const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/, 'must be a host');

const described = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)
      .describe('Part of the redirect address.'),
    title: z.string().min(1).max(80).describe('What people know it by.'),
    issuer: httpUrl(),
    clientId: z.string().min(1).max(300),
    clientSecretFile: z.string().min(1).optional(),
    keyFile: z.string().min(1).optional().describe('An ES256 key for private_key_jwt, made where it is missing.'),
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/))
      .max(20)
      .default(['openid', 'email']),
    otherHosts: z.array(host).max(5).default([]).describe('Hosts of its endpoints that are not the issuer.'),
  })
  .refine((given) => (given.clientSecretFile === undefined) !== (given.keyFile === undefined), {
    error: 'needs either clientSecretFile or keyFile',
  })
  .refine(({ scopes }) => scopes.includes('openid'), { error: 'needs the scope openid', path: ['scopes'] });

const file = z
  .array(described)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'an id stands there twice' });

/** An OpenID provider people may sign in with, as OPENID_PROVIDERS_FILE describes it; paths are absolute here. */
export type DescribedOpenIdProvider = z.output<typeof described>;

/** @throws SettingsError that quotes no value of the file but the id of a provider */
export function readOpenIdProvidersFile(path: string, local: boolean): DescribedOpenIdProvider[] {
  return parseOpenIdProviders(readText(path), dirname(path), local);
}

/** @param folder that paths are relative to @throws SettingsError like the one above */
export function parseOpenIdProviders(text: string, folder: string, local: boolean): DescribedOpenIdProvider[] {
  const parsed = file.safeParse(parseJson(text));
  if (!parsed.success) throw wrong(parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`));
  const plain = parsed.data.filter(({ issuer }) => !local && !issuer.startsWith('https:'));
  if (plain.length > 0) throw wrong(plain.map(({ id }) => `${id}: the issuer must be https`));
  const beside = (name: string | undefined) => name && resolve(folder, name);
  return parsed.data.map((one) => ({
    ...one,
    clientSecretFile: beside(one.clientSecretFile),
    keyFile: beside(one.keyFile),
  }));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw wrong([`cannot be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}

function parseJson(text: string): unknown {
  const read = readJsonText(text);
  if ('mistake' in read) throw wrong([read.mistake]);
  return read.value;
}

function wrong(problems: readonly string[]): SettingsError {
  return new SettingsError(problems.map((problem) => ({ name: 'OPENID_PROVIDERS_FILE', problem })));
}
