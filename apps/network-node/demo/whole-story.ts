import type { Terminal } from '../terminal/terminal.ts';
import { clinicVisit } from './clinic-story.ts';
import { loan } from './loan-story.ts';
import type { RunningDemo } from './run-demo-network.ts';
import { setStage } from './set-stage.ts';
import { signInAndLink } from './sign-in-story.ts';
import { type StepResult, tellStory } from './story-telling.ts';

/** From signing in to the receipt of the erasure. */
export async function playWholeStory(demo: RunningDemo, terminal: Terminal, isWhole: boolean): Promise<StepResult[]> {
  const stage = setStage(demo.network, demo.state.seed);
  try {
    return await tellStory([...signInAndLink, ...clinicVisit, ...loan], stage, terminal, isWhole);
  } finally {
    await stage.close();
  }
}
