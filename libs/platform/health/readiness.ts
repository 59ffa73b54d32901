import { Injectable, Logger } from '@nestjs/common';

type Check = () => boolean | Promise<boolean>;

const PATIENCE_MS = 2_000;

/** Whether this process can do its work now. Modules add what they depend on. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private readonly checks = new Map<string, Check>();

  /** @param check a failure, or no answer within two seconds, counts as no */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  async ask(): Promise<{ ready: boolean; checks: Record<string, boolean> }> {
    const asked = [...this.checks].map(async ([name, check]) => [name, await this.passes(name, check)] as const);
    const checks = Object.fromEntries(await Promise.all(asked));
    return { ready: Object.values(checks).every(Boolean), checks };
  }

  private async passes(name: string, check: Check): Promise<boolean> {
    let timeout: NodeJS.Timeout | undefined;
    const impatience = new Promise<boolean>((resolve) => {
      timeout = setTimeout(resolve, PATIENCE_MS, false);
    });
    try {
      return await Promise.race([check(), impatience]);
    } catch (error) {
      this.logger.warn({ check: name, err: error }, 'not ready');
      return false;
    } finally {
      clearTimeout(timeout);
    }
  }
}
