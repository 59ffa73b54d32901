import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { enrol } from '../network/enrol.ts';
import { apiKeyFileOf, folderOf, type LocalNetwork, urlOf } from '../network/member.ts';
import { commandsClock } from './sandbox-clock.ts';
import { registryOf } from './sandbox-members.ts';
import type { SandboxNetwork } from './sandbox-network.ts';

const renewedWithinMs = 15_000;

export interface MovedResult {
  /** Who goes by it. */
  readonly who: readonly string[];
  /** What their clocks say now, in milliseconds since 1970. */
  readonly now: number;
  /** Who has not taken the trust list of that time. */
  readonly withoutList: readonly string[];
}

/**
 * Moves one clock forward, or all of them together: from the furthest, so that who was ahead alone is so no longer.
 * The registry then makes a list of that time and all take it: otherwise a jump of a week would end in nothing but
 * refusals for want of a list.
 */
export async function moveClocks(at: SandboxNetwork, byMs: number, only?: string): Promise<MovedResult> {
  const names = at.network.members.map(({ name }) => name);
  const who = only === undefined ? names : [only];
  const from = Math.max(...who.map((name) => at.clocks.offsetOf(name)));
  const minutes = (from + byMs) / 60_000;
  for (const name of who) at.clocks.move(name, at.pidOf(name), minutes);
  const now = Date.now() + from + byMs;
  if (only !== undefined) return { who, now, withoutList: [] };
  at.clocks.begin(commandsClock, minutes);
  return { who, now, withoutList: await renewTrustList(at) };
}

/** To list anyone anew makes a new list. */
async function renewTrustList(at: SandboxNetwork): Promise<string[]> {
  const { inside } = at;
  const registry = registryOf(inside);
  const others = inside.members.map(({ name }) => name).filter((name) => name !== registry);
  const deadline = performance.now() + renewedWithinMs;
  await enrolAgain(inside, others[0] ?? '', registry, deadline);
  // Whoever cannot hear the registry goes without.
  if (at.faults.list().some(({ who }) => who === registry)) return others;
  const list = await fetchList(urlOf(inside, registry));
  for (;;) {
    const without = others.filter((name) => keptListOf(inside, name) !== list);
    if (without.length === 0 || performance.now() > deadline) return without;
    await sleep(50);
  }
}

/** Where a signal to take the new time has not arrived yet, a word seems to come from the future. */
async function enrolAgain(inside: LocalNetwork, name: string, registry: string, deadline: number): Promise<void> {
  for (;;) {
    try {
      return await enrol(urlOf(inside, name), urlOf(inside, registry), apiKeyFileOf(inside, registry));
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

async function fetchList(registryUrl: string): Promise<string> {
  const { body } = await request(`${registryUrl}/trust-list`);
  return (await body.text()).trim();
}

function keptListOf(inside: LocalNetwork, name: string): string | undefined {
  const file = join(folderOf(inside, name), 'trust-list.jwt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
