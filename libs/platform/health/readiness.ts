import { Injectable, Logger } from '@nestjs/common';

interface Check {
  readonly ask: () => boolean | Promise<boolean>;
  readonly isNeeded: boolean;
}

const PATIENCE_MS = 2_000;

/** Whether this process can do its work now. Modules add what they depend on. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private readonly checks = new Map<string, Check>();

  /**
   * @param ask a failure, or no answer within two seconds, counts as no
   * @param isNeeded false where the process can go on answering without it: then it is told, and no more
   */
  add(name: string, ask: Check['ask'], isNeeded = true): void {
    this.checks.set(name, { ask, isNeeded });
  }

  async ask(): Promise<{ ready: boolean; checks: Record<string, boolean> }> {
    const asked = [...this.checks].map(async ([name, { ask }]) => [name, await this.passes(name, ask)] as const);
    const checks = Object.fromEntries(await Promise.all(asked));
    const ready = [...this.checks].every(([name, { isNeeded }]) => !isNeeded || checks[name] === true);
    return { ready, checks };
  }

  private async passes(name: string, ask: Check['ask']): Promise<boolean> {
    let timeout: NodeJS.Timeout | undefined;
    const impatience = new Promise<boolean>((resolve) => {
      timeout = setTimeout(resolve, PATIENCE_MS, false);
    });
    try {
      return await Promise.race([ask(), impatience]);
    } catch (error) {
      this.logger.warn({ check: name, err: error }, 'not ready');
      return false;
    } finally {
      clearTimeout(timeout);
    }
  }
}
