import { type RunningRole, TrustListCache } from '#platform';

/** Has the roles of this process fetch the trust list now: one that has seen itself listed looks again in minutes. */
export async function takeNewList(roles: readonly RunningRole[]): Promise<void> {
  const readers = roles.filter(({ name }) => name !== 'trust-registry');
  await Promise.all(readers.map(({ app }) => app.get(TrustListCache, { strict: false }).refresh()));
}
