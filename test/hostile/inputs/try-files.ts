import { writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { SettingsError } from '#platform';
import { findJsonMistake } from '#protocol';
import { createTestFolder } from '#testing';
import { parseOpenIdProviders } from '../../../apps/consent-manager/openid-sign-in/openid-providers-file.ts';
import {
  parseSources,
  readSourcesFile,
  SourcesFileError,
} from '../../../apps/data-provider-adapter/described-sources/sources-file.ts';
import { parseContacts } from '../../../apps/data-provider-adapter/record-sources/contacts-file.ts';
import { nearTexts, valueOr } from './near-texts.ts';
import { HarmDone, type Tally } from './tally.ts';

/** Stands in values alone: what a message quotes of it came out of the file. */
const secret = 'in-the-wrong-place';

const contacts = [
  { 'asha-0001': { email: 'asha@mail.example', tel: '+919800000001' }, 'ben-0002': { tel: '+15550100' }, 'c-3': {} },
];
const providers = [
  [
    { id: 'town', title: secret, issuer: 'https://id.town.example', clientId: secret, clientSecretFile: secret },
    {
      ...{ id: 'bank', title: 'Bank', issuer: 'https://bank.example/x', clientId: 'x', keyFile: `${secret}.jwk` },
      ...{ scopes: ['openid', 'email'], otherHosts: ['keys.bank.example:8443'] },
    },
  ],
];
const bookings = 'schema/records/bank.transaction.schema.json';
const about = { accounts: { contactsFile: secret }, label: secret };
const sources = [
  {
    sources: {
      core: {
        ...{ kind: 'sql', databaseUrlFile: secret, tls: { caFile: secret }, ...about },
        dataTypes: { 'bank.transaction': { schema: bookings, query: `SELECT '${secret}' FROM b WHERE a = $1` } },
      },
      files: {
        ...{ kind: 'csv', accounts: { files: [secret], emailColumn: secret } },
        dataTypes: {
          'bank.transaction': { schema: bookings, files: [secret, secret], columns: { 'counterparty.files': secret } },
        },
      },
      api: {
        ...{ kind: 'rest', baseUrl: 'https://api.bank.example', token: { bearerFile: secret }, ...about },
        dataTypes: {
          'bank.transaction': {
            ...{ schema: bookings, path: '/a/{key}', query: { logFile: secret, from: '{from}' }, owner: 'account' },
            paging: { by: 'cursor', parameter: 'after', at: 'meta.next' },
          },
        },
      },
    },
  },
];

/** The files an operator writes: a value in form, or one error that says what is wrong and quotes nothing. */
export async function tryFiles(tally: Tally, share: number): Promise<void> {
  const each = share / 5;
  await tally.hold('the contacts file is read or refused unquoted', nearTexts(contacts), each, async (text) => {
    const read = await valueOr(Error, () => parseContacts(text));
    if ('error' in read) {
      const isOurs =
        /^contacts file is (not (JSON: line \d+, column \d+|\{ "<id>": \{ "email"\?, "tel"\? \} \}: \d+ mistakes)|JSON that readers understand differently: [a-z0-9_^ -]{1,40})$/;
      // Exactly these words: whatever else it said could be of a person. A cause would be logged with it.
      if (!isOurs.test(read.error.message) || read.error.cause !== undefined) throw read.error;
      return;
    }
    for (const { kind, value } of [...read.value.values()].flat()) {
      if (kind === 'email' ? !value.includes('@') : !/^\+\d{6,15}$/.test(value)) throw new HarmDone('accepted', kind);
    }
  });
  await tally.hold('the file of OpenID providers is read or refused', nearTexts(providers), each, async (text) => {
    const read = await valueOr(SettingsError, () => parseOpenIdProviders(text, '/etc/assent', false));
    if ('error' in read) return neverQuotes(read.error, text);
    if (new Set(read.value.map(({ id }) => id)).size !== read.value.length)
      throw new HarmDone('accepted', 'an id twice');
    for (const { issuer, clientSecretFile, keyFile, scopes } of read.value) {
      if (new URL(issuer).protocol !== 'https:' || !scopes.includes('openid')) throw new HarmDone('accepted', issuer);
      if (!isAbsolute(clientSecretFile ?? keyFile ?? '')) throw new HarmDone('accepted', 'no way to show who we are');
    }
  });
  await tally.hold('the file of sources is read or refused', nearTexts(sources), each, async (text) => {
    const read = await valueOr(SourcesFileError, () => parseSources('/etc/assent/sources.json', text));
    if ('error' in read) return neverQuotes(read.error, text);
    // Names are the operator's, and stay; of what is in form, only paths become others.
    compareNames(read.value, JSON.parse(text));
  });
  const folder = await createTestFolder();
  const path = join(folder.path, 'sources.json');
  await tally.hold('a file of sources on the disk is read or refused', nearTexts(sources), 0.01, async (text) => {
    await writeFile(path, text);
    await valueOr(SourcesFileError, () => readSourcesFile(path));
  });
  await folder.remove();
  const all = nearTexts([...contacts, ...providers, ...sources]);
  await tally.hold('where a text stops being JSON is told', all, each, (text) => {
    if (isJson(text)) return;
    const [, line = 0, column = 0] = (/^line (\d+), column (\d+)$/.exec(findJsonMistake(text)) ?? []).map(Number);
    const before = [...text.split('\n').slice(0, line - 1), text.split('\n')[line - 1]?.slice(0, column - 1)].join(
      '\n',
    );
    if (line < 1 || column < 1 || !mayGoOn(before)) throw new HarmDone('accepted', 'a place beyond the mistake');
  });
}

/** Names may be quoted, so one that has become a name is not looked for. */
function neverQuotes(error: Error, text: string): void {
  if (error.message.includes(secret) && !/in-the-wrong-place[^"]*"\s*:/.test(text))
    throw new HarmDone('accepted', 'a value is quoted');
}

/** @throws where something is an object in one and none in the other, or a member of the file is not in what was read */
function compareNames(read: unknown, written: unknown, at = ''): void {
  if (typeof written !== 'object' || written === null) {
    const isSame = read === written || (typeof read === 'string' && /(File|files|files\.\d+)$/.test(at));
    if (!isSame) throw new HarmDone('accepted', `${at} is read as something else`);
    if (read !== written && /\.(columns|query)\.[^.]*$/.test(at)) throw new HarmDone('accepted', `${at} is no path`);
    return;
  }
  if (typeof read !== 'object' || read === null) throw new HarmDone('accepted', `${at} is read as something else`);
  for (const [name, inner] of Object.entries(written)) {
    if (name === '__proto__') continue;
    compareNames(Reflect.get(read, name), inner, `${at}.${name}`);
  }
}

function isJson(text: string): boolean {
  return faultOf(text) === undefined;
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Whether it is JSON or the beginning of some: then its parser finds nothing wrong before its end. */
function mayGoOn(text: string): boolean {
  const fault = faultOf(text);
  if (fault === undefined || /end of JSON input|Unterminated/.test(fault)) return true;
  const [, position] = / at position (\d+)/.exec(fault) ?? [];
  return Number(position) >= text.length;
}
