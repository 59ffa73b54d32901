import { type DestinationStream, pino } from 'pino';
import type { RoleSettings } from '../settings/role-settings.ts';

/** Bytes of lines that cannot be written now and wait, some thousand lines; what does not fit is lost. */
const MOST_WAITING = 1_048_576;

/**
 * Where lines go, each before the call that logs it goes on. A full disk fails no call: its lines wait, and are written
 * with the next one once there is room.
 */
export function openLogDestination({ LOG_FILE }: Pick<RoleSettings, 'LOG_FILE'>): DestinationStream & LogFile {
  const to = LOG_FILE === undefined ? { fd: 2 } : { dest: LOG_FILE, append: true, mkdir: true, mode: 0o600 };
  const destination = pino.destination({ ...to, sync: true, maxLength: MOST_WAITING });
  // Where nobody listens, it is thrown to whoever logged.
  destination.on('error', () => undefined);
  return destination;
}

/** What a log can be moved by, after its file was. */
interface LogFile {
  reopen(file?: string): void;
}
