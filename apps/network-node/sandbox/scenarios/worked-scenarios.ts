import { deafProvider } from './deaf-provider.ts';
import { lostAnswers } from './lost-answers.ts';
import type { Scenario } from './step.ts';
import { wrongAnswer } from './wrong-answer.ts';

/** Those that docs/sandbox.md tells command by command. */
export const workedScenarios: readonly Scenario[] = [deafProvider, lostAnswers, wrongAnswer];
