import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerFolder } from './compose.ts';

/** An instruction of the Dockerfile: `COPY`, and what stands behind it. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The stages of the Dockerfile, in their order. Lines that go on are joined, comments left out. */
export function readStages(): Instruction[][] {
  const text = readFileSync(join(dockerFolder, 'Dockerfile'), 'utf8').replace(/^\s*#.*\n/gm, '');
  const lines = text.replace(/\\\n/g, ' ').split('\n');
  const instructions = lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [word = '', ...rest] = line.trim().split(/\s+/);
      return { word, rest: rest.join(' ') };
    });
  const stages: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.word === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** What stands behind each instruction of this word in a stage. */
export const restsOf = (stage: readonly Instruction[], word: string): string[] =>
  stage.filter((instruction) => instruction.word === word).map(({ rest }) => rest);
