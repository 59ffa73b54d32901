import { setTimeout as sleep } from 'node:timers/promises';
import { momentWords, toInstant } from '#domain';
import { FileSigningKeyStore, type SigningKey } from '#platform';
import type { Here } from '../demo/here.ts';
import { findKeyPlace, type KeyPlace, listKeys, type PlaceOptions, shortKid } from '../keys/key-place.ts';
import { findListedKeys, type KeyInList } from '../keys/listed-keys.ts';
import { replaceCompromised } from '../keys/replace-compromised.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, green, Terminal } from '../terminal/terminal.ts';
import { choose } from './choose.ts';
import { readInstant } from './read-instant.ts';

export type KeysOptions = PlaceOptions & { readonly json?: boolean };
const now = () => toInstant(Date.now());

function chooseKey(keys: readonly SigningKey[], given: string): SigningKey {
  return choose(given, keys, ({ kid, use, state }) => ({ id: kid, name: `${state} for ${use}` }), 'key');
}

function inListWords(key: KeyInList | undefined): string {
  if (key === undefined) return 'not listed';
  if (key.compromisedSince !== undefined) return `compromised since ${momentWords(key.compromisedSince)}`;
  if (key.retiredAt !== undefined) return `retired ${momentWords(key.retiredAt)}`;
  return `valid from ${momentWords(key.validFrom)}`;
}

export async function showKeys(here: Here, member: string | undefined, options: KeysOptions): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const place = findKeyPlace(here, member, options);
  const keys = await listKeys(place);
  const kids = keys.map(({ kid }) => kid);
  const listed = place.registry === undefined ? undefined : (await findListedKeys(place.registry, kids)).keys;
  const found = keys.map((key) => ({ ...key, listed: listed?.find(({ kid }) => kid === key.kid) }));
  terminal.answer({ ok: true, keys: found }, () => {
    const head = ['use', 'key', 'state', ...(listed === undefined ? [] : ['in the trust list'])];
    const words = ({ use, kid, state, listed: inList }: (typeof found)[number]) => [
      use,
      shortKid(kid),
      state,
      ...(listed === undefined ? [] : [inListWords(inList)]),
    ];
    terminal.table(head, found.map(words));
  });
}

export async function rotate(
  here: Here,
  member: string | undefined,
  options: KeysOptions & { use?: string; wait?: string },
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const place = findKeyPlace(here, member, options);
  const store = new FileSigningKeyStore(place.folder);
  const active = (await listKeys(place, options.use)).filter(({ state }) => state === 'active');
  const next = await Promise.all(active.map(({ use }) => store.makeNext(use)));
  const signing = options.wait === undefined ? false : await waitUntilActive(place, next, Number(options.wait));
  terminal.answer({ ok: true, signing, keys: next.map(({ use, kid }) => ({ use, kid })) }, () => {
    for (const { use, kid } of next)
      terminal.say(`${green('✔')} ${use}: ${shortKid(kid)} ${signing ? 'signs' : 'is next'}`);
    if (!signing) terminal.say(dim('The running role has it listed, and signs with it after KEY_OVERLAP_SECONDS.'));
  });
}

/** @throws where the running role does not get there in time */
async function waitUntilActive(place: KeyPlace, next: readonly SigningKey[], seconds: number): Promise<true> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const keys = await listKeys(place);
    const missing = next.filter(({ kid }) => !keys.some((key) => key.kid === kid && key.state === 'active'));
    if (missing.length === 0) return true;
    if (Date.now() > deadline) {
      const uses = missing.map(({ use }) => use).join(', ');
      throw new CommandFailure('unreachable', `still next after ${seconds} s: ${uses}. Does the role run?`);
    }
    await sleep(250);
  }
}

export async function retire(
  here: Here,
  given: string,
  member: string | undefined,
  options: KeysOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const place = findKeyPlace(here, member, options);
  const { use, kid, state } = chooseKey(await listKeys(place), given);
  if (state === 'active') throw new CommandFailure('in-use', `${kid} signs at present: assent keys rotate comes first`);
  await new FileSigningKeyStore(place.folder).retire(use, kid, now());
  terminal.answer({ ok: true, kid, use }, () =>
    terminal.say(`${green('✔')} ${use}: ${shortKid(kid)} is retired; the running role has the registry list it so`),
  );
}

export async function markCompromised(
  here: Here,
  given: string,
  member: string | undefined,
  options: KeysOptions & { since: string },
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const place = findKeyPlace(here, member, options);
  if ((place.registry === undefined) !== (place.operatorKeyFile === undefined)) {
    throw new CommandFailure('usage', '--registry and --operator-key-file belong together');
  }
  const since = readInstant(options.since);
  const key = chooseKey(await listKeys(place), given);
  const successor = await replaceCompromised(place, key, since, now);
  const { kid, use } = key;
  terminal.answer({ ok: true, kid, use, since, successor, told: place.registry !== undefined }, () => {
    terminal.say(`${green('✔')} ${use}: ${shortKid(kid)} is compromised since ${momentWords(since)}`);
    if (successor !== undefined) terminal.say(`${green('✔')} ${use}: ${shortKid(successor)} signs`);
    if (place.registry === undefined)
      terminal.say(`Now tell the registry's operator: key ${kid} is compromised since ${since}; then enrol again`);
  });
}
