import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, roleFlags } from '#platform';
import { folderOf, type LocalNetwork, type Member, settingsOf } from './member.ts';

/** A role in a process of its own. */
export interface RoleProcess {
  readonly name: string;
  readonly pid: number;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Lets it finish what it does. */
  stop(): Promise<void>;
}

/** What a child needs of the machine; nothing of the settings this process was started with. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'NODE_COMPILE_CACHE'];

export function startRoleProcess(
  network: LocalNetwork,
  member: Member,
  environment: Readonly<Record<string, string | undefined>>,
): RoleProcess {
  const folder = folderOf(network, member.name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const errors = openSync(join(folder, 'stderr.log'), 'a', 0o600);
  const main = join(packageRoot(), 'dist', 'apps', member.role, 'main.js');
  const child = spawn(process.execPath, [...roleFlags, main], {
    env: {
      ...Object.fromEntries(
        inherited.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
      ),
      ...settingsOf(network, member),
    },
    stdio: ['ignore', 'ignore', errors, 'ipc'],
  });
  closeSync(errors);
  const end = (signal: NodeJS.Signals) => endProcess(child, signal);
  return { name: member.name, pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exited;
  clearTimeout(patience);
}

export function startAllProcesses(
  network: LocalNetwork,
  environment: Readonly<Record<string, string | undefined>>,
): RoleProcess[] {
  return network.members.map((member) => startRoleProcess(network, member, environment));
}
