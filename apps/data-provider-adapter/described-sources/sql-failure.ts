import { DatabaseError } from 'pg';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { RoleMayWrite } from './sql-role-check.ts';

const timedOut = ['57014', '55P03', '25P03', '25P04'];

/** Why the database gave no answer: its code, never its error itself, which may quote what was asked for. */
export function sqlFailure(cause: unknown): RecordSourceUnavailable {
  if (cause instanceof RecordSourceUnavailable) return cause;
  if (cause instanceof RoleMayWrite)
    return new RecordSourceUnavailable('not-authorised', 'the role may write', { cause });
  if (!(cause instanceof DatabaseError)) {
    const isSlow = cause instanceof Error && /timeout/i.test(cause.message);
    return new RecordSourceUnavailable(isSlow ? 'timed-out' : 'unreachable', '', { cause });
  }
  const { code = '' } = cause;
  const detail = `SQLSTATE ${code}`;
  if (timedOut.includes(code)) return new RecordSourceUnavailable('timed-out', detail);
  if (code.startsWith('28') || code === '42501') return new RecordSourceUnavailable('not-authorised', detail);
  if (code.startsWith('57P')) return new RecordSourceUnavailable('unreachable', detail);
  return new RecordSourceUnavailable('refused', detail);
}
