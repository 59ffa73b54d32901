import { CommandFailure } from '../terminal/command-failure.ts';
import { green, Terminal, yellow } from '../terminal/terminal.ts';
import { readSpan } from './read-span.ts';
import { SandboxClient } from './sandbox-client.ts';
import { describeFault, type SandboxFault } from './sandbox-fault.ts';
import type { SandboxPlace } from './sandbox-place.ts';
import type { WrongWay } from './wrong-answers.ts';

export interface FaultOptions {
  readonly by?: string;
  readonly how?: WrongWay;
  readonly callsOf?: string;
  readonly path?: string;
  readonly times?: string;
  readonly share?: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** @throws CommandFailure `usage` */
export function readWhole(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandFailure('usage', `${name} ${text}: a whole number is needed`);
}

function readShare(text: string): number {
  if (/^(0?\.\d{1,6}|1(\.0+)?)$/.test(text) && Number(text) > 0) return Number(text);
  throw new CommandFailure('usage', `--share ${text}: more than 0, and 1 at most`);
}

/** @throws CommandFailure `usage` */
export function readFault(about: Pick<SandboxFault, 'who' | 'kind'>, options: FaultOptions): SandboxFault {
  const { by, how, callsOf, path, times, share, seed } = options;
  return {
    ...about,
    ...(by !== undefined && { byMs: readSpan(by) }),
    ...(how !== undefined && { how }),
    ...(callsOf !== undefined && { callsOf }),
    ...(path !== undefined && { path }),
    ...(times !== undefined && { times: readWhole('--times', times) }),
    ...(share !== undefined && { share: readShare(share), seed: readWhole('--seed', seed) }),
  };
}

export async function setFault(
  place: SandboxPlace,
  about: Pick<SandboxFault, 'who' | 'kind'>,
  options: FaultOptions,
): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const fault = await new SandboxClient(place).fault(readFault(about, options));
  terminal.answer({ ok: true, fault }, () => terminal.say(`${yellow('●')} ${describeFault(fault)}`));
}

export async function heal(place: SandboxPlace, who: string | undefined, options: { json?: boolean }): Promise<void> {
  const terminal = new Terminal(options.json === true);
  const { healed } = await new SandboxClient(place).heal(who);
  const about = who === undefined ? 'everyone' : who;
  const words = healed === 0 ? `nothing was broken about ${about}` : `all is well again about ${about}`;
  terminal.answer({ ok: true, healed }, () => terminal.say(`${green('✔')} ${words}`));
}
