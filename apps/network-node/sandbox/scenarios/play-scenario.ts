import { unlessStopped } from '../../terminal/until-asked-to-stop.ts';
import type { SandboxClient } from '../sandbox-client.ts';
import { invariants } from './invariants.ts';
import { runStep, type StepRun, type Typed } from './run-step.ts';
import type { Answer, Brought, Scenario, Step } from './step.ts';

export interface PlayedScenario {
  readonly ok: boolean;
  readonly scenario: string;
  readonly steps: readonly StepRun[];
  /** Name -> `held`, or what broke it. */
  readonly invariants: Readonly<Record<string, string>>;
}

export interface PlayPlace extends Typed {
  readonly sandbox: SandboxClient;
}

/**
 * Gives the commands one after another, up to the first that comes to something else, with nothing broken before and
 * after; then looks at what must hold.
 *
 * @param stopped no further command is given then
 * @param tell hears of each step
 */
export async function playScenario(
  scenario: Scenario,
  { sandbox, ...typed }: PlayPlace,
  stopped: Promise<void>,
  tell: (step: Step, run: StepRun) => void,
): Promise<PlayedScenario> {
  const before = (await sandbox.calls()).calls.at(-1)?.n ?? 0;
  const [steps, answers, brought]: [StepRun[], Answer[], Brought] = [[], [], {}];
  await sandbox.heal();
  try {
    for (const step of scenario.steps) {
      const { answer, ...run } = await unlessStopped(stopped, runStep(step, brought, typed));
      steps.push(run);
      answers.push(answer);
      tell(step, run);
      if (!run.ok) break;
    }
  } finally {
    await sandbox.heal().catch(() => undefined);
  }
  const { calls } = await sandbox.calls(undefined, before);
  const found = invariants.map(({ name, find }) => [name, find({ calls, answers }) ?? 'held'] as const);
  const ok = steps.every((run) => run.ok) && found.every(([, what]) => what === 'held');
  return { ok, scenario: scenario.name, steps, invariants: Object.fromEntries(found) };
}
