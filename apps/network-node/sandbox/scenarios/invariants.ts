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

const states = /consent-artefact\.(issued|paused|resumed|revoked)$/;
const releases = /^\/data-sessions\/[^/]+(\/parts\/\d+)?$/;

/**
 * A provider hands nothing out once it has acknowledged that the consent does not hold. News may come late and in any
 * order: the newest state counts, and what comes late of consents from before stops nothing of this one.
 */
function findLateRelease({ calls }: Played): string | undefined {
  const newest = new Map<string, { readonly version: number; readonly state: string }>();
  for (const { callee, event, method, path, status } of calls) {
    const state = status === 202 ? states.exec(event?.type ?? '')?.[1] : undefined;
    if (event !== undefined && state !== undefined) {
      const [about, version] = [`${callee} ${event.subject}`, event.version ?? 0];
      const known = newest.get(about);
      const isFirst = known === undefined && state === 'issued';
      if (isFirst || (known !== undefined && version > known.version)) newest.set(about, { version, state });
    }
    if (method !== 'GET' || status !== 200 || !releases.test(path)) continue;
    const isStopped = [...newest].some(([about, { state }]) => about.startsWith(`${callee} `) && stopping.has(state));
    if (isStopped) return `${callee} handed out ${path}`;
  }
  return undefined;
}

const stopping: ReadonlySet<string> = new Set(['paused', 'revoked']);

/** Her record knows no more data requests than the data user has made, however often it had to send them. */
function findSecondUse({ answers }: Played): string | undefined {
  const consents = answers.map(({ consent }) => consent).filter((consent) => consent?.fetches !== undefined);
  const fetches: readonly Answer[] = consents.at(-1)?.fetches ?? [];
  const uses = new Set(fetches.map((fetch) => fetch['requestedAt'])).size;
  const made = new Set(answers.flatMap(({ request }) => (request?.sessions === undefined ? [] : [request.id]))).size;
  return uses <= made ? undefined : `${uses} uses are on her record, of ${made} data requests`;
}
