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

const stopping: ReadonlySet<string> = new Set(['paused', 'revoked']);

interface Told {
  readonly callee: string;
  readonly subject: string;
  readonly version: number;
  readonly state: string;
  /** From when on it counts: a stop once it is acknowledged, the rest as soon as it may be known. */
  readonly from: number;
}

/**
 * A provider hands nothing out that was asked for once it had acknowledged that the consent does not hold. News may come
 * late and in any order: the newest state counts, and what comes of consents from before stops nothing of this one.
 */
function findLateRelease({ calls }: Played): string | undefined {
  const told = calls.flatMap(readState);
  const begun = told.filter(({ state }) => state === 'issued');
  const isStopped = ({ callee, sentAt }: CallView) =>
    begun.some(({ callee: at, subject }) => {
      const known = told.filter((one) => one.callee === at && one.subject === subject && one.from < sentAt);
      const newest = known.reduce<Told | undefined>(
        (a, b) => (a !== undefined && a.version > b.version ? a : b),
        undefined,
      );
      return at === callee && stopping.has(newest?.state ?? '');
    });
  const isRelease = ({ method, status, path }: CallView) => method === 'GET' && status === 200 && releases.test(path);
  const late = calls.find((call) => isRelease(call) && isStopped(call));
  return late === undefined ? undefined : `${late.callee} handed out ${late.path}`;
}

function readState({ callee, event, status, sentAt, answeredAt }: CallView): Told[] {
  const state = states.exec(event?.type ?? '')?.[1];
  if (event === undefined || state === undefined || status !== 202) return [];
  const from = stopping.has(state) ? answeredAt : sentAt;
  return [{ callee, subject: event.subject, version: event.version ?? 0, state, from }];
}

/** Her record knows no more data requests than the data user has made, however often it had to send them. */
function findSecondUse({ answers }: Played): string | undefined {
  const consents = answers.map(({ consent }) => consent).filter((consent) => consent?.fetches !== undefined);
  const fetches: readonly Answer[] = consents.at(-1)?.fetches ?? [];
  const uses = new Set(fetches.map((fetch) => fetch['requestedAt'])).size;
  const made = new Set(answers.flatMap(({ request }) => (request?.sessions === undefined ? [] : [request.id]))).size;
  return uses <= made ? undefined : `${uses} uses are on her record, of ${made} data requests`;
}
