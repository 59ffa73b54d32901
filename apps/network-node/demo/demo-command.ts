import type { Command } from 'commander';
import type { Here } from './here.ts';
import type { DemoEnvironment, DemoOptions } from './run-demo.ts';

export function addDemoCommand(program: Command, here: Here, environment: DemoEnvironment): void {
  program
    .command('demo')
    .description('run a small network on this machine, and play the story of a consent in it')
    .option('--once', 'play the story in a network of its own, and end')
    .option('--play', 'play the story again, where it was played before')
    .option('--whole', 'show signed messages with every claim')
    .option('--seed <text>', 'people and records are made from it, at the first start', 'assent')
    .option('--json', 'one JSON object to stdout')
    .action(async (options: DemoOptions) => {
      // Loaded only where it is run: the other commands start in a fraction of the time.
      const { runDemo } = await import('./run-demo.ts');
      await runDemo(here, options, environment);
    });
}
