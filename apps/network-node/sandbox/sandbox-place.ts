import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../terminal/command-failure.ts';

/** How a second terminal finds the sandbox that runs; always on 127.0.0.1. */
export interface SandboxControl {
  /** Of this run: whoever answers on the port has to name it. */
  readonly id: string;
  readonly port: number;
  readonly token: string;
}

interface Mark {
  readonly madeBy: 'assent sandbox';
  readonly control?: SandboxControl;
}

const markIn = (home: string) => join(home, 'sandbox.json');

export const isSandboxHome = (home: string): boolean => existsSync(markIn(home));

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws CommandFailure `not-allowed` */
export function refuseInProduction(environment: Environment): void {
  if (environment['NODE_ENV'] !== 'production') return;
  throw new CommandFailure('not-allowed', 'NODE_ENV is production: a sandbox moves clocks and breaks calls, not there');
}

/**
 * The folder of a sandbox, which it has made itself and marked. Whoever works there (`ASSENT_HOME`) finds its network as
 * they find the demo network elsewhere.
 */
export class SandboxPlace {
  readonly home: string;

  /** @param home `ASSENT_HOME`: a sandbox lies in it, or it is that of a sandbox */
  constructor(home: string) {
    this.home = isSandboxHome(home) ? home : join(home, 'sandbox');
  }

  get networkFolder(): string {
    return join(this.home, 'demo');
  }

  /** @throws CommandFailure `not-allowed` where the folder holds what no sandbox has made */
  checkOwn(): void {
    if (isSandboxHome(this.home) || !existsSync(this.home) || readdirSync(this.home).length === 0) return;
    throw new CommandFailure('not-allowed', `${this.home} holds something that no sandbox has made: it is left alone`);
  }

  /** What a sandbox that was killed has left goes; the lock of this one stays. */
  begin(): void {
    mkdirSync(this.networkFolder, { recursive: true, mode: 0o700 });
    for (const folder of [this.home, this.networkFolder]) {
      const left = readdirSync(folder).filter((name) => name !== 'demo' && name !== 'running.pid');
      for (const name of left) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
    this.write({ madeBy: 'assent sandbox' });
  }

  announce(control: SandboxControl): void {
    this.write({ madeBy: 'assent sandbox', control });
  }

  /** @throws CommandFailure `not-found` where none runs here, `unreachable` where it is not up yet */
  control(): SandboxControl {
    const mark = isSandboxHome(this.home) ? (JSON.parse(readFileSync(markIn(this.home), 'utf8')) as Mark) : undefined;
    if (mark?.control !== undefined) return mark.control;
    if (mark !== undefined)
      throw new CommandFailure('unreachable', 'the sandbox here is starting, or was killed: not up');
    throw new CommandFailure('not-found', 'no sandbox runs here; run: npm run assent -- sandbox start');
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  private write(mark: Mark): void {
    writeFileSync(markIn(this.home), `${JSON.stringify(mark, null, 2)}\n`, { mode: 0o600 });
  }
}
