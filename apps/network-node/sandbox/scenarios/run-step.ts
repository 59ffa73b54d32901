import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, anyRefusal, type Brought, type Step } from './step.ts';

const patienceMs = 40_000;
const pauseMs = 250;

/** The command line itself, the folder of the sandbox, and the environment that commands are given in. */
export interface Typed {
  readonly main: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What came of a step. Nothing in it is drawn anew by a run: two runs of one seed give the same. */
export interface StepRun {
  readonly command: string;
  readonly ok: boolean;
  /** `ok`, or the code that the command failed with. */
  readonly code: string;
  readonly came: string;
}

/** With all that the command has answered. */
export interface AnsweredRun extends StepRun {
  readonly answer: Answer;
}

/** Runs the command as anyone would type it in, and looks at what it answers. */
export async function runStep(step: Step, brought: Brought, typed: Typed): Promise<AnsweredRun> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const run = await runOnce(step, brought, typed);
    if (run.ok || step.isAwaited !== true || performance.now() > deadline) return run;
    await sleep(pauseMs);
  }
}

async function runOnce(step: Step, brought: Brought, typed: Typed): Promise<AnsweredRun> {
  const args = step.command.map((word) => fill(word, brought));
  const answer = await runAssent(typed, args);
  const code = answer['ok'] === true ? 'ok' : step.failsWith === anyRefusal ? anyRefusal : `${answer['code']}`;
  remember(answer, brought);
  return { command: step.command.join(' '), code, ...judge(step, answer, code), answer };
}

function judge({ failsWith = 'ok', came }: Step, answer: Answer, code: string): { ok: boolean; came: string } {
  if (code !== failsWith) return { ok: false, came: `${answer['message'] ?? ''}` };
  // Of what failed as it should, only a data request is told by its command.
  if (code !== 'ok' && answer['request'] === undefined) return { ok: true, came: '' };
  try {
    return { ok: true, came: came?.(answer) ?? '' };
  } catch (error) {
    return { ok: false, came: error instanceof Error ? error.message : String(error) };
  }
}

const fill = (word: string, brought: Brought): string =>
  word.replace(/CONSENT|HELD|REQUEST|SESSION/, (name) => brought[name as keyof Brought] ?? name);

function remember({ consent, consents, request }: Answer, brought: Brought): void {
  // Those of a data user are artefacts.
  if (consents?.[0]?.artefact !== undefined) brought.HELD = consents[0].id;
  if (consent?.approvedAt !== undefined) brought.CONSENT = consent.id;
  if (request?.sessions === undefined) return;
  brought.REQUEST = request.id;
  brought.SESSION = request.sessions[0]?.sessionId;
}

/** @returns the one object on stdout */
async function runAssent(
  { main, home, environment: { INIT_CWD: _, ...environment } }: Typed,
  args: readonly string[],
): Promise<Answer> {
  const child = spawn(process.execPath, [main, ...args, '--json'], {
    env: { ...environment, ASSENT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  await once(child, 'close');
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return { ok: false, code: 'fault', message: errors.trim().split('\n').at(-1) };
  }
}
