import { isRefusal, type Refusal } from './refusal.ts';

/** Carries a refusal out of a transaction, so that everything begun in it is undone. */
export class RefusedError extends Error {
  constructor(
    readonly refusal: Refusal,
    /** Seconds after which asking again makes sense, where that is known. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`refused: ${refusal.code}`);
    this.name = 'RefusedError';
  }
}

export function orRefuse<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new RefusedError(result);
  return result;
}
