import { addSeconds, isRefusal } from '#domain';
import { readPrivateFile, readTrustRoots, TrustListSource } from '#platform';
import { nodeCryptography, type TrustList, type TrustRoot, verifyTrustList } from '#protocol';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf, warning } from './finding.ts';

const ONE_DAY = 86_400;

/** Who is in the network: does this role know, until when, and is it one of them? @returns the newest list as well */
export async function checkTrustList(
  examined: ExaminedRole,
): Promise<{ findings: Finding[]; list: TrustList | undefined }> {
  const roots = await findRoots(examined);
  if (!Array.isArray(roots)) return { findings: [roots], list: undefined };
  const kept = await readKept(examined, roots);
  const fresh = await fetchFresh(examined, roots, kept instanceof Object && 'sequence' in kept ? kept : undefined);
  const found = [kept, fresh];
  const lists = found.filter((each): each is TrustList => each !== undefined && 'sequence' in each);
  const list = lists.at(-1);
  const faults = found.filter((each): each is Finding => each !== undefined && 'level' in each);
  const about = list === undefined ? [] : [aboutValidity(list, examined), ...aboutOwnEntry(list, examined)];
  return { findings: [...faults, ...about], list };
}

async function findRoots({ settings, role }: ExaminedRole): Promise<TrustRoot[] | Finding> {
  const { TRUST_ROOTS_FILE } = settings;
  const mend =
    "put the registry's trust roots there, by a way you trust; the registry writes its own at its first start";
  if (TRUST_ROOTS_FILE === undefined) {
    return problem('trust-roots-missing', 'TRUST_ROOTS_FILE is not set: no trust list is believed', `set it; ${mend}`);
  }
  try {
    const roots = await readTrustRoots(TRUST_ROOTS_FILE);
    if (roots !== undefined) return roots;
    const say = role.name === 'trust-registry' ? warning : problem;
    return say('trust-roots-missing', `there is no ${TRUST_ROOTS_FILE}`, mend);
  } catch {
    return problem('trust-roots-unreadable', `${TRUST_ROOTS_FILE} does not hold trust roots`, mend);
  }
}

async function readKept(examined: ExaminedRole, roots: readonly TrustRoot[]): Promise<TrustList | Finding | undefined> {
  const path = examined.settings.TRUST_LIST_CACHE_FILE;
  if (path === undefined) return undefined;
  try {
    const kept = await readPrivateFile(path);
    return kept === undefined ? undefined : await verify(kept, 'the trust list kept on disk', roots, examined);
  } catch {
    return problem(
      'trust-list-unreadable',
      `${path} cannot be read`,
      `chmod 0600 ${path}, or delete it: it is fetched anew`,
    );
  }
}

async function fetchFresh(
  examined: ExaminedRole,
  roots: readonly TrustRoot[],
  kept: TrustList | undefined,
): Promise<TrustList | Finding | undefined> {
  const { TRUST_LIST_URL, NETWORK_IS_LOCAL } = examined.settings;
  if (TRUST_LIST_URL === undefined) {
    if (examined.role.name === 'trust-registry') return undefined;
    return warning(
      'trust-list-url-missing',
      'TRUST_LIST_URL is not set: the list is never renewed',
      'set TRUST_LIST_URL',
    );
  }
  const source = new TrustListSource(TRUST_LIST_URL, NETWORK_IS_LOCAL ?? false);
  try {
    const downloaded = await source.download(undefined);
    const known = [...roots, ...(kept?.roots(examined.now()) ?? [])];
    return downloaded && (await verify(downloaded.token, 'the trust list of the registry', known, examined));
  } catch (error) {
    const message = `the trust registry does not answer at ${TRUST_LIST_URL} (${reasonOf(error)})`;
    return problem('trust-registry-unreachable', message, 'start the registry, or correct TRUST_LIST_URL');
  } finally {
    await source.close();
  }
}

async function verify(
  token: string,
  which: string,
  roots: readonly TrustRoot[],
  { now, settings }: ExaminedRole,
): Promise<TrustList | Finding> {
  const skewSeconds = settings.CLOCK_SKEW_SECONDS ?? 60;
  const list = await verifyTrustList(token, { roots, now: now(), skewSeconds, cryptography: nodeCryptography });
  if (!isRefusal(list)) return list;
  const mends: Readonly<Record<string, string>> = {
    'trust-list-expired': "start the registry, which signs a new one; check this machine's clock",
    'message-not-yet-valid': "set this machine's clock",
    'trust-list-not-from-root': "get the registry's present trust roots, by a way you trust",
  };
  return problem(
    list.code === 'trust-list-expired' ? 'trust-list-expired' : 'trust-list-refused',
    `${which} is refused: ${list.code}`,
    mends[list.code] ?? 'ask the operator of the registry',
  );
}

/** Near its end: no newer one came for more than half of the time it is good for, or it ends within a day. */
function aboutValidity(list: TrustList, { now }: ExaminedRole): Finding {
  const left = Date.parse(list.validUntil) - Date.parse(now());
  const life = Date.parse(list.validUntil) - Date.parse(list.issuedAt);
  if (left > life / 2 && (left > ONE_DAY * 1000 || life <= ONE_DAY * 1000)) {
    return good('trust-list', `trust list ${list.sequence} is good until ${list.validUntil}`);
  }
  const ends = addSeconds(now(), 0) < list.validUntil ? `ends at ${list.validUntil}` : `ended at ${list.validUntil}`;
  return problem(
    'trust-list-near-its-end',
    `trust list ${list.sequence} ${ends}, and no newer one has come; after it this role refuses all messages`,
    'see that the registry runs and publishes, and that TRUST_LIST_URL is its address',
  );
}

function aboutOwnEntry(list: TrustList, { settings, role }: ExaminedRole): Finding[] {
  const { PARTICIPANT_ID } = settings;
  if (PARTICIPANT_ID === undefined || role.name === 'trust-registry') return [];
  const own = list.findParticipant(PARTICIPANT_ID);
  if (own?.status === 'active') return [good('listed', 'this participant is in the trust list')];
  const message =
    own === undefined ? 'this participant is not in the trust list' : `the trust list calls it ${own.status}`;
  return [problem('not-listed', message, 'start it and have the registry enrol it: assent enrol')];
}
