import { type DestinationStream, type Logger, pino } from 'pino';
import { logContext } from '../observation/log-context.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { openLogDestination } from './log-destination.ts';

export type LogSettings = Pick<RoleSettings, 'LOG_LEVEL' | 'LOG_FILE'>;

/** Headers that prove who calls. They are not logged anywhere; this is the net below. */
const proofs = ['authorization', 'cookie', 'set-cookie', 'dpop', 'proxy-authorization'];
const redacted = proofs.flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.headers["${name}"]`,
  `headers["${name}"]`,
]);

/** Structured lines of a role, to a file or to standard error: standard output belongs to commands. */
export function createLog(
  role: string,
  settings: LogSettings,
  destination: DestinationStream = openLogDestination(settings),
): Logger {
  return pino(
    {
      level: settings.LOG_LEVEL,
      base: { role },
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: redacted, censor: '[redacted]' },
      serializers: { err: describeError },
      mixin: () => {
        const { requestId, act } = logContext.getStore() ?? {};
        const traceId = act?.traceparent?.split('-')[1];
        return { ...(requestId !== undefined && { requestId }), ...(traceId !== undefined && { traceId }) };
      },
    },
    destination,
  );
}

/** Database errors carry the values of the row in `detail` and `parameters`: only what names no data is kept. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack, cause } = error;
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(cause !== undefined && depth < 3 && { cause: describeError(cause, depth + 1) }),
  };
}
