import { QueryFailedError } from 'typeorm';

/** The SQLSTATE of an error from PostgreSQL, raw or wrapped by TypeORM. */
function sqlState(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Serialization failure or deadlock: PostgreSQL undid the transaction and asks to try again. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/**
 * A statement that holds only as long as rows are as they were read breaks by a NULL where none may be: nothing of it, and
 * of what was attached to it, is written.
 */
export function isOvertaken(error: unknown): boolean {
  return sqlState(error) === '23502';
}

/** @param constraint only a breach of the constraint or unique index of this name */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return constraint === undefined || (cause as { constraint?: string }).constraint === constraint;
}
