import { Problem } from './problem.ts';

type Answered<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response };

/**
 * What a call answers with.
 *
 * @throws Problem where it was refused, or did not arrive
 */
export async function answer<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw new Problem('unreachable', 0);
  });
  if (!response.ok) throw Problem.from(response, error);
  return data as T;
}
