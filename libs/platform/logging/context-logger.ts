import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';
import { logContext } from '../observation/log-context.ts';

/**
 * Leads Nest's `Logger` to the log of the role at work. Nest has one logger for the whole process (nestjs-pino too),
 * so the role is found by context, not by instance.
 */
export class ContextLogger implements LoggerService {
  constructor(private readonly fallback: Logger) {}

  log(...args: unknown[]): void {
    this.write('info', args);
  }

  error(...args: unknown[]): void {
    this.write('error', args);
  }

  warn(...args: unknown[]): void {
    this.write('warn', args);
  }

  fatal(...args: unknown[]): void {
    this.write('fatal', args);
  }

  /** Nest reports the wiring of every module at `log`; see `quietContexts`. */
  debug(...args: unknown[]): void {
    this.write('debug', args);
  }

  verbose(...args: unknown[]): void {
    this.write('trace', args);
  }

  /** Nest's convention: what happened, more about it, and last the name of who says so. */
  private write(level: Level, [first, ...rest]: unknown[]): void {
    const log = logContext.getStore()?.log ?? this.fallback;
    const context = typeof rest.at(-1) === 'string' ? rest.pop() : undefined;
    const texts = rest.filter((item) => typeof item === 'string');
    const fields = {
      ...(context !== undefined && { context }),
      ...(first instanceof Error && { err: first }),
      ...(typeof first === 'object' && !(first instanceof Error) && first),
      ...(rest.find((item) => item instanceof Error) !== undefined && {
        err: rest.find((item) => item instanceof Error),
      }),
    };
    const text = typeof first === 'string' ? [first, ...texts].join('\n') : texts.join('\n');
    log[quietContexts.has(String(context)) && level === 'info' ? 'debug' : level](fields, text);
  }
}

/** What Nest tells at each start about how it is wired. */
const quietContexts = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);
