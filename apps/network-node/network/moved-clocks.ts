import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '#platform';

/** What a process loads before all else, so that its clock can be moved. */
export const movedClockFile = join(packageRoot(), 'apps', 'network-node', 'network', 'moved-clock.mjs');

/** So long a process may take to hear that its clock was moved. */
const hearingMs = 500;

/** The clocks of the roles' processes. */
export class MovedClocks {
  private readonly moved = new Map<string, number>();
  private before: { readonly name: string; readonly offset: number; readonly at: number } | undefined;

  /** @param folder where the file of each clock lies */
  constructor(private readonly folder: string) {}

  /** What a process has to be started with, so that its clock can be moved. */
  settingsFor(name: string): Record<string, string> {
    return { NODE_OPTIONS: `--import=${pathToFileURL(movedClockFile)}`, MOVED_CLOCK_FILE: this.fileOf(name) };
  }

  /** How many milliseconds it was moved by. */
  offsetOf(name: string): number {
    return this.moved.get(name) ?? 0;
  }

  /** How many milliseconds it is off, at least: where it was moved just now its process may not know yet. */
  heardOffsetOf(name: string): number {
    const { before } = this;
    const offset = this.offsetOf(name);
    const isFresh = before?.name === name && performance.now() < before.at + hearingMs;
    return isFresh ? Math.min(offset, before.offset) : offset;
  }

  /** At this moment. */
  get isWrong(): boolean {
    return [...this.moved.values()].some((milliseconds) => milliseconds !== 0);
  }

  /** Before its process starts. */
  begin(name: string, minutes: number): void {
    this.write(name, minutes * 60_000);
  }

  /** Since `forget`. */
  wereWrong = false;

  forget(): void {
    this.wereWrong = false;
  }

  move(name: string, pid: number, minutes: number): void {
    this.wereWrong = true;
    this.before = { name, offset: this.moved.get(name) ?? 0, at: performance.now() };
    this.write(name, minutes * 60_000);
    process.kill(pid, 'SIGUSR2');
  }

  private write(name: string, milliseconds: number): void {
    this.moved.set(name, milliseconds);
    writeFileSync(this.fileOf(name), `${Math.round(milliseconds)}`);
  }

  fileOf(name: string): string {
    return join(this.folder, `clock-of-${name}`);
  }
}
