import type { CallView } from '../sandbox-acts.ts';
import type { Answer } from './step.ts';

/** A scenario that was played: the calls that went through to a role meanwhile, and what the commands answered. */
export interface Played {
  readonly calls: readonly CallView[];
  readonly answers: readonly Answer[];
}

/** What must hold in every scenario, whatever was broken. */
export interface Invariant {
  readonly name: string;
  /** @returns what breaks it; undefined where it holds */
  find(played: Played): string | undefined;
}

export const invariants: readonly Invariant[] = [
  { name: 'no-release-after-refusal', find: findLateRelease },
  { name: 'one-use-per-request', find: findSecondUse },
];

const stops = /consent-artefact\.(paused|revoked)$/;
const starts = /consent-artefact\.resumed$/;
const releases = /^\/data-sessions\/[^/]+(\/parts\/\d+)?$/;

/** A provider hands nothing out once it has acknowledged that the consent does not hold. */
function findLateRelease({ calls }: Played): string | undefined {
  const stopped = new Set<string>();
  for (const { callee, event, method, path, status } of calls) {
    const type = status === 202 ? (event?.type ?? '') : '';
    if (stops.test(type)) stopped.add(callee);
    if (starts.test(type)) stopped.delete(callee);
    const isRelease = method === 'GET' && status === 200 && releases.test(path);
    if (isRelease && stopped.has(callee)) return `${callee} handed out ${path}`;
  }
  return undefined;
}

/** Her record knows no more data requests than the data user has made, however often it had to send them. */
function findSecondUse({ answers }: Played): string | undefined {
  const consents = answers.map(({ consent }) => consent).filter((consent) => consent?.fetches !== undefined);
  const fetches: readonly Answer[] = consents.at(-1)?.fetches ?? [];
  const uses = new Set(fetches.map((fetch) => fetch['requestedAt'])).size;
  const made = new Set(answers.flatMap(({ request }) => (request?.sessions === undefined ? [] : [request.id]))).size;
  return uses <= made ? undefined : `${uses} uses are on her record, of ${made} data requests`;
}
