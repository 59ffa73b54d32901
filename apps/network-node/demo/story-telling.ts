import { ProblemAnswer } from '../clients/json-client.ts';
import { bold, cyan, dim, green, red, type Terminal } from '../terminal/terminal.ts';
import { type ShownToken, showToken } from './show-token.ts';

/** One step of a story: who says what to whom, and what came of it. */
export interface Step<C> {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  /** A step that is to be refused names the code; without that refusal it has failed. */
  readonly refusedWith?: string;
  /** @returns what to show below the line, if anything */
  run(context: C): Promise<Shown | undefined>;
}

export type Shown = { readonly text: string } | ShownToken;

export interface StepResult {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly ok: boolean;
  /** `ok`, or the code of the refusal. */
  readonly code: string;
}

function codeOf(error: unknown): string {
  if (error instanceof ProblemAnswer) return error.code;
  return error instanceof Error ? error.message : 'unknown';
}

async function play<C>(step: Step<C>, context: C): Promise<{ result: StepResult; shown?: Shown | undefined }> {
  const { name, from, to } = step;
  try {
    const shown = await step.run(context);
    return { result: { name, from, to, ok: step.refusedWith === undefined, code: 'ok' }, shown };
  } catch (error) {
    const code = codeOf(error);
    return { result: { name, from, to, ok: code === step.refusedWith, code } };
  }
}

function show(terminal: Terminal, shown: Shown, isWhole: boolean): void {
  if ('text' in shown) terminal.say(`     ${shown.text}`);
  else showToken(terminal, shown, isWhole);
}

/**
 * Plays the steps in order and stops at the first that does not end as it should.
 *
 * @param isWhole signed messages are shown with every claim
 */
export async function tellStory<C>(
  steps: readonly Step<C>[],
  context: C,
  terminal: Terminal,
  isWhole: boolean,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    terminal.say(`${dim(`${index + 1}`.padStart(3))}  ${bold(step.from)} ${cyan('→')} ${bold(step.to)}`);
    terminal.say(`     “${step.says}”`);
    const { result, shown } = await play(step, context);
    results.push(result);
    if (shown !== undefined) show(terminal, shown, isWhole);
    const word = result.code === 'ok' ? 'done' : `refused: ${result.code}`;
    terminal.say(result.ok ? `     ${green(`✔ ${word}`)}` : `     ${red(`✘ ${word}`)}`);
    if (!result.ok) break;
  }
  return results;
}
