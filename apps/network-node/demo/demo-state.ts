import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a demo network remembers between runs, in `network.json` of its folder. */
export interface DemoState {
  readonly seed: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly enrolled: boolean;
  readonly played: boolean;
}

const fileOf = (folder: string) => join(folder, 'network.json');

export function readDemoState(folder: string): DemoState | undefined {
  return existsSync(fileOf(folder)) ? (JSON.parse(readFileSync(fileOf(folder), 'utf8')) as DemoState) : undefined;
}

export function writeDemoState(folder: string, state: DemoState): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(folder), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}
