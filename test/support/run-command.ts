import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '#platform';

/** The built command line: `npm test` builds before it runs the tests. */
const main = join(packageRoot(), 'dist', 'apps', 'network-node', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Settings = Readonly<Record<string, string>>;

function start(home: string, args: readonly string[], input: string, settings: Settings = {}): ChildProcess {
  const { INIT_CWD: _calledFrom, ...environment } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...environment, ...settings, ASSENT_HOME: home, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

function collect(stream: NodeJS.ReadableStream | null): { text: string } {
  const collected = { text: '' };
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    collected.text += chunk;
  });
  return collected;
}

/** Runs `assent` as a process, its demo network and sessions in `home`, and waits for its end. */
export async function runCommand(
  home: string,
  args: readonly string[],
  input = '',
  settings: Settings = {},
): Promise<Ran> {
  const child = start(home, args, input, settings);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** Runs it with `--json`. @throws where stdout is anything but one JSON object */
export async function runJson(
  home: string,
  args: readonly string[],
  settings: Settings = {},
): Promise<Ran & { answer: Answer }> {
  const ran = await runCommand(home, [...args, '--json'], '', settings);
  const lines = ran.stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== 1) throw new Error(`${lines.length} lines on stdout: ${ran.stdout}${ran.stderr}`);
  return { ...ran, answer: JSON.parse(lines[0] ?? '') as Answer };
}

// biome-ignore lint/suspicious/noExplicitAny: what a command answers is looked into by its test
export type Answer = Record<string, any>;

export interface RunningCommand {
  /** All it has written to stderr so far. */
  stderr(): string;
  /** The first line on stdout, parsed. */
  readonly answer: Answer;
  /** Ends it by a signal. @returns its exit code, and how long the end took */
  end(signal: NodeJS.Signals): Promise<{ code: number | null }>;
}

/** Starts a command that stays up, with `--json`, and waits for its one line. */
export async function startCommand(
  home: string,
  args: readonly string[],
  settings: Settings = {},
): Promise<RunningCommand> {
  const child = start(home, [...args, '--json'], '', settings);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const closed = once(child, 'close');
  while (!stdout.text.includes('\n')) {
    const ended = await Promise.race([closed.then(() => true), once(child.stdout ?? child, 'data').then(() => false)]);
    if (ended) throw new Error(`ended before it was up: ${stdout.text}${stderr.text}`);
  }
  return {
    answer: JSON.parse(stdout.text) as Answer,
    stderr: () => stderr.text,
    async end(signal) {
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return { code };
    },
  };
}
